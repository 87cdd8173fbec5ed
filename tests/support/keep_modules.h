/// keep_modules.h: under the address sanitizer no module is unloaded, so that a leak of the GL
/// driver carries the driver's name and can be told from ours. Include it in one file of a program.
#pragma once

#ifdef __SANITIZE_ADDRESS__
// NOLINTNEXTLINE: stands in for the one of the system.
extern "C" int dlclose(void*) {
    return 0;
}
#endif
