#include "exchange/workbook.h"
#include "archive/zip_writer.h"
#include "base/job_control.h"
#include "exchange/csv_text.h"
#include <cmath>
#include <set>

namespace nodewise::exchange {

namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kContent = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '"')
            result += "&quot;";
        else if (byte >= 0x20 || c == '\t' || c == '\n')
            result += c;  // Other control characters cannot stand in XML 1.0.
    }
    return result;
}

/// "A1", "AB7": columns count in letters.
std::string reference(std::size_t column, std::size_t row) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

std::string cellXml(const Cell& cell, const std::string& place) {
    if (const double* number = std::get_if<double>(&cell))
        return "<c r=\"" + place + "\"><v>" + csvNumber(*number) + "</v></c>";
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
           escaped(std::get<std::string>(cell)) + "</t></is></c>";
}

std::string sheetXml(const Sheet& sheet) {
    std::string xml = std::string(kHead) + "<worksheet xmlns=\"" + kMain + "\"><sheetData>";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        xml += "<row r=\"" + std::to_string(r + 1) + "\">";
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
            xml += cellXml(sheet.rows[r][c], reference(c, r));
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

std::string typesXml(std::size_t sheets) {
    std::string xml = std::string(kHead) + "<Types xmlns=\"" + kPackage + "content-types\">" +
                      "<Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                      kContent + "sheet.main+xml\"/>";
    for (std::size_t i = 1; i <= sheets; ++i)
        xml += "<Override PartName=\"/xl/worksheets/sheet" + std::to_string(i) +
               ".xml\" ContentType=\"" + kContent + "worksheet+xml\"/>";
    return xml + "</Types>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" +
           target + "\"/>";
}

std::string relationsXml(const std::string& relations) {
    return std::string(kHead) + "<Relationships xmlns=\"" + kPackage + "relationships\">" +
           relations + "</Relationships>";
}

std::string workbookXml(const std::vector<Sheet>& sheets) {
    std::string xml = std::string(kHead) + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" +
                      kRelations + "\"><sheets>";
    for (std::size_t i = 0; i < sheets.size(); ++i)
        xml += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" +
               std::to_string(i + 1) + "\" r:id=\"rId" + std::to_string(i + 1) + "\"/>";
    return xml + "</sheets></workbook>";
}

Result<void> checkSheets(const std::vector<Sheet>& sheets) {
    std::set<std::string> names;
    for (const Sheet& sheet : sheets) {
        const bool bad = sheet.name.empty() || sheet.name.size() > 31 ||
                         sheet.name.find_first_of(":\\/?*[]") != std::string::npos;
        if (bad || !names.insert(sheet.name).second)
            return fail(ErrorCode::InvalidArgument,
                        "\"" + sheet.name + "\" cannot be the name of a sheet");
        for (const auto& row : sheet.rows)
            for (const Cell& cell : row)
                if (const double* number = std::get_if<double>(&cell);
                    number && !std::isfinite(*number))
                    return fail(ErrorCode::InvalidArgument,
                                "a number of the sheet \"" + sheet.name + "\" is not finite");
    }
    if (sheets.empty())
        return fail(ErrorCode::InvalidArgument, "a workbook needs a sheet");
    return {};
}

}  // namespace

Result<void> writeWorkbook(const std::filesystem::path& file, const std::vector<Sheet>& sheets) {
    if (auto ok = checkSheets(sheets); !ok)
        return ok;
    std::string parts;
    std::vector<archive::ZipItem> items{
        {"[Content_Types].xml", typesXml(sheets.size())},
        {"_rels/.rels", relationsXml(relation("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", workbookXml(sheets)}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string name = "worksheets/sheet" + std::to_string(i + 1) + ".xml";
        parts += relation("rId" + std::to_string(i + 1), "worksheet", name);
        items.push_back({"xl/" + name, sheetXml(sheets[i])});
    }
    items.push_back({"xl/_rels/workbook.xml.rels", relationsXml(parts)});
    NullJobControl job;
    return archive::writeZip(file, items, job);
}

}  // namespace nodewise::exchange
