#include "casepack/schemas.h"
#include "base/embedded_file.h"
#include "serial/file_io.h"
#include "serial/schema.h"
#include <span>

namespace nodewise::casepack {

std::span<const EmbeddedFile> schemaData();

std::optional<std::string_view> schemaText(std::string_view name) {
    const std::string file = "/" + std::string(name) + ".schema.json";
    for (const EmbeddedFile& schema : schemaData())
        if (schema.name.ends_with(file))
            return schema.text;
    return std::nullopt;
}

Result<serial::Json> readCheckedJson(const std::filesystem::path& folder, const std::string& path,
                                     std::string_view schemaName) {
    constexpr std::size_t kLargest = std::size_t{32} << 20;
    const auto text = serial::readFile(folder / serial::pathOf(path), kLargest);
    if (!text)
        return fail(text.error().code, text.error().detail, path, text.error().place);
    auto json = serial::parseJson(*text, path);
    if (!json)
        return fail(json.error());
    const auto schema = schemaText(schemaName);
    if (!schema)
        return fail(ErrorCode::Internal, "no schema of the name " + std::string(schemaName), path);
    if (auto checked = serial::checkSchema(*json, *schema, path); !checked)
        return fail(checked.error());
    return json;
}

}  // namespace nodewise::casepack
