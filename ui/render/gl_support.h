/// gl_support.h: whether 3-D can be shown here, decided once at start.
#pragma once
#include <QString>

namespace nodewise::render {

/// Why there is no 3-D.
enum class GlProblem {
    None,
    SwitchedOff,  ///< --no-3d or NODEWISE_NO_3D.
    Platform,     ///< Not one of xcb, windows, cocoa; or xcb over EGL.
    NoContext,    ///< No OpenGL context could be made.
    TooOld        ///< Below OpenGL 3.2.
};

struct GlSupport {
    GlProblem problem = GlProblem::NoContext;
    QString renderer;       ///< As the driver names itself; for the log and About.
    bool software = false;  ///< llvmpipe, softpipe or SWR: shrink surfaces.
    [[nodiscard]] bool available() const { return problem == GlProblem::None; }
};

/// Before QApplication: on Linux chooses xcb when QT_QPA_PLATFORM is unset and a DISPLAY exists
/// (VTK here cannot use EGL), GLX for xcb, shared contexts, and the surface format VTK needs.
void prepareGl();

/// After QApplication, on the GUI thread: allow-list of platforms, then a real context. A widget
/// of OpenGL on a platform without it ends the program inside Qt, so this decides first.
[[nodiscard]] GlSupport probeGl(bool switchedOff);

}  // namespace nodewise::render
