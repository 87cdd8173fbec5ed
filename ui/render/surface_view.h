/// surface_view.h: the 3-D view of a node and its neighbours, or a plain sentence where 3-D cannot
/// be shown.
#pragma once
#include "ui/render/gl_support.h"
#include "ui/render/surface_scene.h"
#include <QImage>
#include <QWidget>
#include <memory>

namespace nodewise::render {

/// Drag or arrow keys turn, a click picks a place, wheel or + − come closer, Home goes back to the
/// opening direction. Surfaces are made off the GUI thread; a newer scene overtakes an older one.
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

private:
    void takeScene();
    void showCamera();
    void closerBy(double factor);

    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace nodewise::render
