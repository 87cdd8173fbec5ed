/// picture_view.h: a picture that fills its place, cut at the edges, black before it is there.
#pragma once
#include <QImage>
#include <QWidget>

class QPainter;
class QRectF;

namespace nodewise::widgets {

/// Fills `box` with the middle of `picture`, rounded corners; black when the picture is null.
void paintCover(QPainter& painter, const QRectF& box, const QImage& picture, qreal radius);

class PictureView final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the accessible name: what the picture shows.
    explicit PictureView(const QString& name, qreal radius, QWidget* parent = nullptr);
    void setPicture(const QImage& picture);
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    qreal m_radius;
};

}  // namespace nodewise::widgets
