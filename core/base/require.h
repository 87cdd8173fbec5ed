/// require.h: promises inside the code, checked in every build.
#pragma once

namespace nodewise {

/// Ends the program with the place of the broken promise. Never used for bad user input.
[[noreturn]] void brokenPromise(const char* condition, const char* file, int line);

}  // namespace nodewise

#define NODEWISE_REQUIRE(condition)                                                                \
    ((condition) ? static_cast<void>(0) : ::nodewise::brokenPromise(#condition, __FILE__, __LINE__))
