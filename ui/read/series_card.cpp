#include "ui/read/series_card.h"
#include "ui/text/number_text.h"
#include "ui/viewer/view_plane.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include "volume/slice_render.h"
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace nodewise::read {

using namespace widgets;

namespace {

/// The axial picture through the middle of the volume, filling `size`.
QImage middleSlice(const CtVolume& volume, QSize size, const Window& window) {
    const GridGeometry& grid = volume.geometry();
    viewer::ViewState state;
    state.directions = viewer::standardDirections(grid, viewer::ViewPlane::Axial);
    const double across = grid.spacing()[0] * grid.dims()[0];
    const double deep = grid.spacing()[1] * grid.dims()[1];
    state.fieldMm = std::min(deep, across * size.height() / size.width());
    const SlicePlane plane = viewer::viewPlaneOf(grid, state, grid.centre(), size);
    QImage image(size, QImage::Format_RGB32);
    const auto count =
        static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height());
    std::vector<std::uint32_t> pixels(count);
    renderSlice(volume, plane, {size.width(), size.height()}, window, {}, pixels);
    for (int y = 0; y < size.height(); ++y)
        std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(y) * size.width(), size.width(),
                    reinterpret_cast<std::uint32_t*>(image.scanLine(y)));
    return image;
}

}  // namespace

SeriesCard::SeriesCard(QWidget* parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_name(makeLabel({}, TextStyle::Note, TextTone::Text, this))
    , m_facts(makeLabel({}, TextStyle::Small, TextTone::Dim, this)) {
    setObjectName(QStringLiteral("seriesCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 16, 12, 0);
    column->setSpacing(2);
    column->addWidget(makeLabel(tr("Series"), TextStyle::Head, TextTone::Strong, this));
    column->addSpacing(6);
    column->addWidget(m_picture);
    column->addSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    m_name->setWordWrap(true);
    m_picture->setAccessibleName(tr("Series on screen"));
    hide();
}

void SeriesCard::setCompact(bool compact) {
    m_size = compact ? QSize(116, 84) : QSize(132, 92);
    showPicture();
}

void SeriesCard::setSeries(const VolumePtr& volume, const QString& name, const Window& window) {
    m_volume = volume;
    m_window = window;
    setVisible(volume != nullptr);
    if (!volume)
        return;
    m_name->setText(name);
    const GridGeometry& grid = volume->geometry();
    const auto along = static_cast<std::size_t>(grid.axisAlong(2));
    //: %1 is the slice spacing with its unit, %n the number of images.
    m_facts->setText(tr("%1 · %n image(s)", nullptr, grid.dims()[along])
                         .arg(text::millimetres(grid.spacing()[along])));
    showPicture();
}

void SeriesCard::showPicture() {
    if (!m_volume)
        return;
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(m_size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(QPointF(0.5, 0.5), QSizeF(m_size) - QSizeF(1, 1));
    QPainterPath frame;
    frame.addRoundedRect(box, 4, 4);
    painter.setClipPath(frame);
    painter.drawImage(QRectF(QPointF(), QSizeF(m_size)),
                      middleSlice(*m_volume, m_size * ratio, m_window));
    painter.setClipping(false);
    painter.setPen(Theme::of(this).accent);
    painter.drawPath(frame);
    m_picture->setPixmap(pixmap);
}

}  // namespace nodewise::read
