#include "evidence/data_file.h"
#include "base/embedded_file.h"
#include "base/require.h"
#include <algorithm>

namespace nodewise::evidence {

std::span<const EmbeddedFile> evidenceData();  // made by nodewise_embed

std::string_view dataFile(std::string_view name) {
    const auto files = evidenceData();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EmbeddedFile& file) { return file.name == name; });
    NODEWISE_REQUIRE(found != files.end());
    return found->text;
}

}  // namespace nodewise::evidence
