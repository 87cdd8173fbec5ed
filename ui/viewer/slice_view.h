/// slice_view.h: one slice of the model's volume on screen, with tools and
/// overlays.
#pragma once
#include "ui/viewer/slice_picture.h"
#include "ui/viewer/view_plane.h"
#include "ui/viewer/viewer_keys.h"
#include <QImage>
#include <QWidget>
#include <memory>

namespace nodewise::viewer {

class SliceJob;
class SliceTool;
class ViewerModel;

/// Paints with QPainter, no OpenGL. Wheel = slice, left drag = the model's
/// tool, middle = pan, right = zoom, double click or Space =
/// `maximiseRequested`. Black until the first picture. objectName:
/// sliceViewAxial, sliceViewCoronal, sliceViewSagittal.
class SliceView : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives the view.
    SliceView(ViewerModel* model, ViewPlane plane, QWidget* parent = nullptr);
    ~SliceView() override;

    [[nodiscard]] ViewPlane plane() const { return m_plane; }
    void setPlane(ViewPlane plane);
    /// Large: ticks at three edges instead of lines, all corner texts. Small:
    /// lines with a gap.
    void setLarge(bool large);
    [[nodiscard]] bool large() const { return m_large; }
    /// Words of case and node are left out: for pictures that must not give an
    /// answer away.
    void setTextShown(bool shown);

    /// The patient point under a logical pixel. @pre the model has a volume.
    [[nodiscard]] PointLps patientPointAt(QPointF pixel) const;
    [[nodiscard]] QPointF pixelOf(PointLps point) const;
    /// The value of the voxel there; nothing outside.
    [[nodiscard]] std::optional<double> valueAt(QPointF pixel) const;
    /// What is on screen now, in `size` logical pixels: without case, patient or
    /// file name.
    [[nodiscard]] QImage exportImage(QSize size, double devicePixelRatio) const;
    /// Does what a key of `viewer_keys.h` says; false when it concerns the layout
    /// (planes, maximise), which the owner handles.
    bool execute(ViewerCommand command);
    /// A magnifying glass at the pointer; `L` held down shows it.
    void setLoupe(bool shown);
    [[nodiscard]] bool loupe() const { return m_loupe; }
    /// True while a picture is still being made in the background.
    [[nodiscard]] bool pending() const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 800}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void maximiseRequested();
    void planeRequested(nodewise::viewer::ViewPlane plane);
    /// The pointer's place and value; for a status line.
    void hovered(nodewise::PointLps point, std::optional<double> value);
    /// The first and every later picture is on screen.
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintLoupe(QPainter& painter) const;
    void refresh();
    void takeImage(const QImage& image, const nodewise::viewer::SliceScene& scene, double ms);
    bool executeSlices(ViewerCommand command);
    bool executePicture(ViewerCommand command);
    bool executeEditing(ViewerCommand command);
    [[nodiscard]] QPointF placeOf(const QMouseEvent& event) const;
    void describe();
    void stepByWheel(const QWheelEvent& event);
    [[nodiscard]] SliceScene currentScene() const;

    ViewerModel* m_model;
    ViewPlane m_plane;
    bool m_large = false;
    bool m_textShown = true;
    bool m_loupe = false;
    QPointF m_pointer;
    int m_wheelRest = 0;
    double m_lastMs = 0;  ///< Of the latest picture.
    SliceScene m_shown;
    QImage m_image;
    std::unique_ptr<SliceJob> m_job;
    std::unique_ptr<SliceTool> m_tool;
};

}  // namespace nodewise::viewer
