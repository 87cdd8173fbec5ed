/// embedded_file.h: a data file that was compiled into the program (installer/cmake/NodewiseEmbed).
#pragma once
#include <span>
#include <string_view>

namespace nodewise {

struct EmbeddedFile {
    std::string_view name;  ///< Path relative to the module's folder: "rules/tnm8_npc.json".
    std::string_view text;
};

}  // namespace nodewise
