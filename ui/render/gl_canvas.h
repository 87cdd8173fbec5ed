/// gl_canvas.h: VTK inside a Qt 6 widget; draws built surfaces from a turntable camera.
#pragma once
#include "ui/render/built_scene.h"
#include "ui/render/turntable.h"
#include "ui/render/volume_block.h"
#include "ui/render/volume_look.h"
#include <QOpenGLWidget>
#include <memory>

namespace nodewise::render {

/// Made only where `probeGl` says yes: on other platforms showing it ends the program. Mouse and
/// keys go to the parent.
class GlCanvas : public QOpenGLWidget {
    Q_OBJECT
public:
    explicit GlCanvas(QWidget* parent = nullptr);
    ~GlCanvas() override;

    /// Takes the place of what was shown; kept until the widget has a context.
    void setScene(const BuiltScene& scene);
    void setCamera(const Turntable& camera);
    /// The CT behind and between the surfaces; an empty block or no look takes it away.
    void setVolume(const VolumeBlock& block, VolumeLook look, VolumeMethod method);
    /// Coarser pictures of the volume while something moves.
    void setDraft(bool draft);

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

private:
    void releaseContext();

    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace nodewise::render
