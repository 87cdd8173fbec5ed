#include "ui/viewer/slice_picture.h"
#include "ui/viewer/paint_furniture.h"
#include "ui/viewer/paint_measurements.h"
#include "ui/viewer/paint_overlays.h"
#include <QPainter>

namespace nodewise::viewer {

void paintScene(QPainter& painter, const SliceScene& scene, const QImage& image) {
    painter.save();
    painter.fillRect(QRectF(QPointF(), QSizeF(scene.size)), Qt::black);
    painter.drawImage(QPointF(0, 0), image);
    if (scene.volume && !scene.size.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(QRectF(QPointF(), QSizeF(scene.size)));
        // Pictures never mirror, whatever the language.
        painter.setLayoutDirection(Qt::LeftToRight);
        if (scene.crosshair)
            paintReferenceLines(painter, scene);
        paintOverlays(painter, scene);
        paintMeasurements(painter, scene);
        if (scene.textShown)
            paintTexts(painter, scene);
    }
    painter.restore();
}

}  // namespace nodewise::viewer
