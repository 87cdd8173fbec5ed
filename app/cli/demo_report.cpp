#include "demo_report.h"
#include "annotation/contour.h"
#include "volume/slice_render.h"
#include <cstdio>
#include <sstream>

namespace nodewise::cli {
namespace {

constexpr int kPixels = 300;
constexpr double kWidthMm = 60.0;
constexpr double kPixelMm = kWidthMm / kPixels;

std::string base64(const std::string& bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned word = 0;
        for (std::size_t b = 0; b < 3; ++b)
            word =
                word << 8U | (i + b < bytes.size() ? static_cast<unsigned char>(bytes[i + b]) : 0U);
        for (unsigned c = 0; c < 4; ++c)
            text += i + c > bytes.size() ? '=' : letters[word >> (18U - 6U * c) & 63U];
    }
    return text;
}

void little(std::string& out, std::uint32_t value, int bytes) {
    for (int b = 0; b < bytes; ++b)
        out += static_cast<char>(value >> (8 * b) & 255U);
}

/// An 8-bit grey bitmap: every browser reads it and no encoder is needed.
std::string bitmap(const std::vector<std::uint8_t>& grey) {
    constexpr std::uint32_t header = 14 + 40 + 1024;
    std::string out = "BM";
    little(out, header + static_cast<std::uint32_t>(grey.size()), 4);
    little(out, 0, 4);
    little(out, header, 4);
    little(out, 40, 4);
    little(out, kPixels, 4);
    little(out, static_cast<std::uint32_t>(-kPixels), 4);  // top row first
    little(out, 1, 2);
    little(out, 8, 2);
    for (int field = 0; field < 6; ++field)
        little(out, 0, 4);
    for (std::uint32_t level = 0; level < 256; ++level)
        little(out, level * 0x010101U, 4);
    out.append(grey.begin(), grey.end());
    return out;
}

SlicePlane planeThrough(PointLps centre) {
    const double half = kWidthMm / 2;
    return {{centre.x - half, centre.y - half, centre.z}, {kPixelMm, 0, 0}, {0, kPixelMm, 0}};
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

std::string number(double value, int digits = 1) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string textOf(const feedback::ItemValue& value) {
    if (const auto* word = std::get_if<std::string>(&value))
        return escaped(*word);
    return number(std::get<double>(value), 2);
}

std::string valuesOf(const std::map<std::string, feedback::ItemValue>& values) {
    std::string out;
    for (const auto& [name, value] : values)
        out += (out.empty() ? "" : ", ") + escaped(name) + " " + textOf(value);
    return out;
}

void markRows(std::ostringstream& page, const feedback::NodeFeedback& feedback) {
    page << "<table><tr><th>mark</th><th>verdict</th><th>score</th><th>you</th><th>reference</th></"
            "tr>";
    for (const auto& mark : feedback.marks)
        page << "<tr><td>" << word(mark.mark) << "</td><td>" << word(mark.verdict) << "</td><td>"
             << number(mark.score, 2) << "</td><td>" << valuesOf(mark.given) << "</td><td>"
             << valuesOf(mark.reference) << "</td></tr>";
    page << "</table>";
}

void itemRows(std::ostringstream& page, const feedback::NodeFeedback& feedback) {
    page << "<ul>";
    for (const auto& item : feedback.measured)
        page << "<li><code>" << escaped(item.code) << "</code> " << valuesOf(item.values)
             << "</li>";
    for (const auto& error : feedback.errors)
        page << "<li><code>" << word(error.code) << "</code> " << valuesOf(error.values) << "</li>";
    page << "</ul>";
}

}  // namespace

std::string nodeFigure(const CtVolume& volume, const LabelMap& labels, const NodeTruth& truth,
                       const NodeCall& call) {
    const SlicePlane plane = planeThrough(truth.centre);
    std::vector<std::uint8_t> grey(std::size_t{kPixels} * kPixels);
    renderSlice(volume, plane, {kPixels, kPixels}, Window{350, 60, false}, Slab{}, grey);
    std::ostringstream svg;
    svg << "<svg width=\"" << kPixels << "\" height=\"" << kPixels << "\" viewBox=\"0 0 " << kPixels
        << ' ' << kPixels << "\" role=\"img\" aria-label=\"axial slice through the node\">"
        << "<image width=\"" << kPixels << "\" height=\"" << kPixels
        << "\" href=\"data:image/bmp;base64," << base64(bitmap(grey)) << "\"/>";
    for (const Contour& contour : contoursOfLabel(labels, truth.label, plane)) {
        svg << "<path fill=\"none\" stroke=\"#E8743B\" stroke-width=\"1.5\" d=\"";
        for (std::size_t i = 0; i < contour.points.size(); ++i) {
            const PixelPoint p = plane.toPixel(contour.points[i]);
            svg << (i == 0 ? 'M' : 'L') << number(p.x) << ' ' << number(p.y);
        }
        svg << (contour.closed ? "Z\"/>" : "\"/>");
    }
    if (call.mark) {
        const PixelPoint p = plane.toPixel(*call.mark);
        svg << "<rect fill=\"none\" stroke=\"#F0E442\" stroke-width=\"1.5\" width=\"12\" "
               "height=\"12\" x=\""
            << number(p.x - 6) << "\" y=\"" << number(p.y - 6) << "\"/>";
    }
    svg << "<path stroke=\"#d6dbe1\" d=\"M12 288h" << number(10 / kPixelMm)
        << "\"/><text x=\"12\" y=\"282\" fill=\"#d6dbe1\" font-size=\"11\">10 mm</text></svg>";
    return svg.str();
}

std::string reportPage(const std::vector<ReportedNode>& nodes) {
    std::ostringstream page;
    page << "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Nodewise demo</title>"
            "<style>body{font:13px/20px sans-serif;max-width:960px;margin:32px auto;color:#1c2228}"
            "h1{font-size:22px}h2{font-size:16px;margin-top:32px}table{border-collapse:collapse}"
            "td,th{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid #cfd5dc}"
            "svg{background:#000;margin:8px 24px 8px 0;float:left}section{overflow:auto}</style>"
            "<h1>A simulated trainee reads the demo pack</h1>"
            "<p>Constructed cases. The trainee is simulated: the reference with stated errors. "
            "Teaching and research; not a medical device.</p>";
    for (const auto& node : nodes) {
        page << "<section><h2>" << escaped(node.caseTitle) << " · " << word(node.truth.side) << ' '
             << word(node.truth.level) << "</h2><p>" << escaped(node.history) << "</p>"
             << node.figure << "<p>Manner: " << node.manner << ". Short axis "
             << number(node.truth.shortAxisMm) << " mm, long axis " << number(node.truth.longAxisMm)
             << " mm by the reference.</p>";
        markRows(page, node.feedback);
        itemRows(page, node.feedback);
        page << "</section>";
    }
    return page.str() + "</html>\n";
}

}  // namespace nodewise::cli
