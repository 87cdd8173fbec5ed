#include "ui/render/gl_support.h"
#include <QCoreApplication>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>
#include <algorithm>
#include <array>

namespace nodewise::render {
namespace {

constexpr int kLeastMajor = 3, kLeastMinor = 2;

/// Platforms on which a widget of OpenGL is known to work; elsewhere showing one can end the
/// program inside Qt, even where a bare context can be made.
bool platformAllowed() {
    constexpr std::array names{"xcb", "windows", "cocoa"};
    const QString platform = QGuiApplication::platformName();
    const bool known = std::any_of(names.begin(), names.end(), [&](const char* name) {
        return platform == QLatin1String(name);
    });
    const bool overEgl = qEnvironmentVariable("QT_XCB_GL_INTEGRATION") == QLatin1String("xcb_egl");
    return known && !overEgl;
}

bool isSoftware(const QString& renderer) {
    constexpr std::array names{"llvmpipe", "softpipe", "SWR", "SwiftShader", "Basic Render"};
    return std::any_of(names.begin(), names.end(), [&](const char* name) {
        return renderer.contains(QLatin1String(name), Qt::CaseInsensitive);
    });
}

GlSupport probeContext() {
    GlSupport support;
    QOffscreenSurface surface;
    surface.setFormat(QSurfaceFormat::defaultFormat());
    surface.create();
    QOpenGLContext context;
    context.setFormat(QSurfaceFormat::defaultFormat());
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return support;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    support.renderer = QString::fromLatin1(name);
    support.software = isSoftware(support.renderer);
    const auto version = context.format().version();
    support.problem =
        version >= std::pair{kLeastMajor, kLeastMinor} ? GlProblem::None : GlProblem::TooOld;
    context.doneCurrent();
    return support;
}

}  // namespace

void prepareGl() {
#if defined(Q_OS_LINUX)
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "xcb");
    if (!qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION"))
        qputenv("QT_XCB_GL_INTEGRATION", "xcb_glx");
#endif
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(kLeastMajor, kLeastMinor);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setAlphaBufferSize(8);
    format.setRedBufferSize(8);
    format.setGreenBufferSize(8);
    format.setBlueBufferSize(8);
    format.setSamples(0);
    format.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
    QSurfaceFormat::setDefaultFormat(format);
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
}

GlSupport probeGl(bool switchedOff) {
    if (switchedOff || qEnvironmentVariableIntValue("NODEWISE_NO_3D") != 0)
        return {GlProblem::SwitchedOff, {}, false};
    if (!platformAllowed())
        return {GlProblem::Platform, {}, false};
    return probeContext();
}

}  // namespace nodewise::render
