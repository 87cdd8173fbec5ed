#include "base/require.h"
#include <cstdio>
#include <cstdlib>

namespace nodewise {

void brokenPromise(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "nodewise: broken promise `%s` at %s:%d\n", condition, file, line);
    std::abort();
}

}  // namespace nodewise
