#include "ui/widgets/picture_view.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace nodewise::widgets {

void paintCover(QPainter& painter, const QRectF& box, const QImage& picture, qreal radius) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath path;
    path.addRoundedRect(box, radius, radius);
    painter.setClipPath(path);
    painter.fillRect(box, Qt::black);
    if (!picture.isNull() && !box.isEmpty()) {
        const double scale =
            std::min(picture.width() / box.width(), picture.height() / box.height());
        QRectF part(0, 0, box.width() * scale, box.height() * scale);
        part.moveCenter(QRectF(picture.rect()).center());
        // Far smaller than the picture: halve it smoothly first, or thin lines break up.
        const double shrink = scale / painter.device()->devicePixelRatioF();
        if (shrink > 1.5) {
            const QSize size = (box.size() * painter.device()->devicePixelRatioF()).toSize();
            const QImage small = picture.copy(part.toRect())
                                     .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            painter.drawImage(box, small);
        } else {
            painter.drawImage(box, picture, part);
        }
    }
    painter.restore();
}

PictureView::PictureView(const QString& name, qreal radius, QWidget* parent)
    : QWidget(parent)
    , m_radius(radius) {
    setAccessibleName(name);
}

void PictureView::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintCover(painter, rect(), m_picture, m_radius);
}

}  // namespace nodewise::widgets
