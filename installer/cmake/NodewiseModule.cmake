# One static library a folder. `nodewise_module(measure DEPENDS volume annotation PRIVATE Boost::boost)`
# makes nodewise_measure (alias nodewise::measure) from the folder's *.cpp. DEPENDS are the arrows of
# tests/lint/layers.toml, linked PUBLIC; third parties are PRIVATE and stay out of headers.

add_library(nodewise_options INTERFACE)
target_compile_options(nodewise_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
    # Same bytes on every CPU level: no fused multiply-add behind our back, no fast-math anywhere.
    -ffp-contract=off
    # GCC 12 sees overlaps in std::string that are not there once it inlines (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-restrict>)
if(NODEWISE_WARNINGS_AS_ERRORS)
    target_compile_options(nodewise_options INTERFACE -Werror)
endif()
if(NODEWISE_SANITIZE)
    target_compile_options(nodewise_options INTERFACE -fsanitize=${NODEWISE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(nodewise_options INTERFACE -fsanitize=${NODEWISE_SANITIZE})
    # Instrumented code hides from GCC that an optional is filled before it is read.
    target_compile_options(nodewise_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    if(NODEWISE_SANITIZE MATCHES undefined)
        target_compile_options(nodewise_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()
target_compile_definitions(nodewise_options INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Makes moc run again when a folder's headers are not those of the last configuration. Under Ninja moc depends on the
# headers it met last time (AUTOGEN_TARGET_DEPENDS is an order only), so a new header alone does not wake it, and the
# link then misses that class. Without its time stamp it runs.
function(nodewise_wake_moc target)
    set(list_file ${CMAKE_CURRENT_BINARY_DIR}/${target}_headers.lst)
    set(before "")
    if(EXISTS ${list_file})
        file(READ ${list_file} before)
    endif()
    list(JOIN ARGN "\n" now)
    if(NOT before STREQUAL now)
        file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp)
        file(WRITE ${list_file} "${now}")
    endif()
endfunction()

function(nodewise_module name)
    cmake_parse_arguments(arg "QT" "" "DEPENDS;PRIVATE;PUBLIC" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    string(REPLACE "/" "_" target nodewise_${name})
    if(NOT sources)
        # A library wants one source; a folder of headers alone gets an empty one.
        set(sources ${CMAKE_CURRENT_BINARY_DIR}/${target}_empty.cpp)
        file(CONFIGURE OUTPUT ${sources} CONTENT "")
    endif()
    add_library(${target} STATIC ${sources} ${headers})
    target_link_libraries(${target} PRIVATE nodewise_options ${arg_PRIVATE})
    add_library(nodewise::${name} ALIAS ${target})
    foreach(dependency IN LISTS arg_DEPENDS)
        target_link_libraries(${target} PUBLIC nodewise::${dependency})
    endforeach()
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/core ${PROJECT_SOURCE_DIR})
    if(arg_QT)
        nodewise_wake_moc(${target} ${headers})
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
    endif()
    set_property(GLOBAL APPEND PROPERTY NODEWISE_MODULES ${name})
endfunction()
