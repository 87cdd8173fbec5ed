/// surface_overlay.h: words and legend over the 3-D picture.
#pragma once
#include "ui/render/built_scene.h"
#include "ui/render/turntable.h"
#include <QString>
#include <QWidget>

namespace nodewise::render {

/// Lies over the picture and lets the mouse through.
class SurfaceOverlay : public QWidget {
    Q_OBJECT
public:
    explicit SurfaceOverlay(QWidget* parent);

    void setScene(const BuiltScene& scene);
    void setCamera(const Turntable& camera, const QString& direction);
    void setBusy(bool busy);
    /// A CT is on the picture: there is something to see without a surface.
    void setVolumeShown(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintNames(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    struct Name {
        QString text;
        std::vector<PointLps> points;  ///< A sample of the surface.
    };
    std::vector<Name> m_names;
    Turntable m_camera;
    QString m_direction, m_rampTitle;
    double m_low = 0, m_high = 0, m_lineAt = 0;
    bool m_ramp = false, m_busy = false, m_empty = true, m_volume = false;
    bool m_unmeasured = false;  ///< Parts of the surface have no value; they are grey.
};

}  // namespace nodewise::render
