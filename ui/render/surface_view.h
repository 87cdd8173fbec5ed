/// surface_view.h: the 3-D view of a node and its neighbours, or a plain sentence where 3-D cannot
/// be shown.
#pragma once
#include "ui/render/gl_support.h"
#include "ui/render/surface_scene.h"
#include "ui/render/volume_look.h"
#include <QImage>
#include <QWidget>
#include <memory>

namespace nodewise::render {

/// Drag or arrow keys turn, a click picks a place, wheel or + − come closer, Home goes back to the
/// opening direction, Shift+V or the button in the corner changes what of the CT is seen. Surfaces
/// and the CT's block are made off the GUI thread; a newer scene overtakes an older one.
/// objectName: surfaceView; the placeholder inside is surfacePlaceholder.
class SurfaceView : public QWidget {
    Q_OBJECT
public:
    explicit SurfaceView(const GlSupport& support, QWidget* parent = nullptr);
    ~SurfaceView() override;

    [[nodiscard]] bool has3d() const;
    /// Takes a scene; builds it in the background, then `sceneReady`.
    void setScene(SurfaceScene scene);
    void clearScene();
    [[nodiscard]] bool building() const;
    /// The CT that can be seen besides the surfaces; only Hounsfield units have looks. Null takes
    /// it away. Nothing is worked out before the view is visible with a look.
    void setVolume(VolumePtr volume);
    void setVolumeLook(VolumeLook look);
    [[nodiscard]] VolumeLook volumeLook() const;
    /// The CT is on the picture.
    [[nodiscard]] bool volumeShown() const;
    /// Something moved a moment ago: the CT is drawn coarsely.
    [[nodiscard]] bool isCoarse() const;
    /// Degrees; azimuth turns about the patient's long axis, positive = towards the reader's right.
    void turnBy(double azimuthDeg, double elevationDeg);
    /// Opening direction: 0 from the front, 90 from the patient's left, −90 from the right.
    void lookFrom(double azimuthDeg, double elevationDeg);
    /// "from left, behind": where the camera stands; translated.
    [[nodiscard]] QString directionText() const;
    /// The picture as shown; empty without 3-D.
    [[nodiscard]] QImage picture();

    [[nodiscard]] QSize sizeHint() const override { return {400, 500}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void sceneReady();
    void volumeReady();
    void directionChanged();
    /// A place on a surface was clicked.
    void placePicked(const nodewise::PointLps& place);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takeScene();
    void buildLooks();
    void buildVolume();
    void takeVolume();
    void showVolume();
    void nextLook();
    void moving();
    void aim();
    void showCamera();
    void closerBy(double factor);

    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace nodewise::render
