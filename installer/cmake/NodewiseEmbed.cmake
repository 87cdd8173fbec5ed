# Data files compiled into a library, so that no program has to find them at run time:
# `nodewise_embed(staging rulesData rules/*.json)` writes a .cpp that defines
# `std::span<const EmbeddedFile> nodewise::staging::rulesData()`, one raw string a file, in the order of
# their names. The header that declares it includes base/embedded_file.h.
function(nodewise_embed module function)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${ARGN})
    list(SORT files)
    set(body "")
    set(count 0)
    foreach(file IN LISTS files)
        file(READ ${CMAKE_CURRENT_SOURCE_DIR}/${file} text)
        string(APPEND body "    EmbeddedFile{\"${file}\", R\"_data_(${text})_data_\"},\n")
        # Its plain path: two modules may embed the same file.
        get_filename_component(plain ${CMAKE_CURRENT_SOURCE_DIR}/${file} ABSOLUTE)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${plain})
        math(EXPR count "${count} + 1")
    endforeach()
    set(out ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
    file(CONFIGURE OUTPUT ${out} CONTENT [=[
// Made from the data files of this module; edit those.
#include "base/embedded_file.h"
#include <array>

namespace nodewise::@module@ {
namespace {
constexpr std::array<EmbeddedFile, @count@> kFiles{
@body@};
}  // namespace
std::span<const EmbeddedFile> @function@();
std::span<const EmbeddedFile> @function@() { return kFiles; }
}  // namespace nodewise::@module@
]=] @ONLY)
    target_sources(nodewise_${module} PRIVATE ${out})
endfunction()
