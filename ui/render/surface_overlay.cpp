#include "ui/render/surface_overlay.h"
#include "ui/text/number_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace nodewise::render {
namespace {

namespace colours = widgets::image;

constexpr double kInsetX = 12, kInsetY = 8, kLine = 20;
constexpr double kLegendWidth = 180, kLegendHeight = 10;
constexpr double kLegendRoom = 62, kWordsWidth = 148;  // Height of the legend; beside it, px.

QFont noteFont(bool bold) {
    QFont font = widgets::textFont(widgets::TextStyle::Note);
    if (bold)
        font.setWeight(QFont::DemiBold);
    return font;
}

void plate(QPainter& painter, QPointF corner, Qt::Alignment alignment, const QString& text,
           bool bold = false) {
    const QFont font = noteFont(bold);
    const double width = std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 2;
    QRectF box(corner, QSizeF(width, 16));
    if (alignment.testFlag(Qt::AlignRight))
        box.moveRight(corner.x());
    if (alignment.testFlag(Qt::AlignBottom))
        box.moveBottom(corner.y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours::kPlate);
    painter.drawRoundedRect(box.adjusted(-4, 0, 4, 0), 2, 2);
    painter.setFont(font);
    painter.setPen(colours::kText);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void haloText(QPainter& painter, QPointF base, const QString& text) {
    QPainterPath path;
    path.addText(base, noteFont(false), text);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours::kUnder, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setFont(noteFont(false));
    painter.setPen(colours::kText);
    painter.drawText(base, text);
}

/// The middle of those points that lie within 24 px of the uppermost.
QPointF middleOfTop(const QList<QPointF>& points) {
    const auto higher = [](QPointF a, QPointF b) { return a.y() < b.y(); };
    const double top = std::ranges::min_element(points, higher)->y();
    double sum = 0;
    int count = 0;
    for (const QPointF at : points)
        if (at.y() < top + 24) {
            sum += at.x();
            ++count;
        }
    return {sum / count, top};
}

}  // namespace

SurfaceOverlay::SurfaceOverlay(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("surfaceOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void SurfaceOverlay::setScene(const BuiltScene& scene) {
    constexpr std::size_t sampled = 400;
    m_names.clear();
    for (const BuiltSurface& surface : scene.surfaces) {
        if (surface.name.isEmpty())
            continue;
        Name name{surface.name, {}};
        const auto& vertices = surface.mesh.vertices;
        const std::size_t step = std::max<std::size_t>(1, vertices.size() / sampled);
        for (std::size_t n = 0; n < vertices.size(); n += step)
            name.points.push_back(vertices[n]);
        m_names.push_back(std::move(name));
    }
    m_rampTitle = scene.rampTitle;
    m_low = scene.rampLowMm;
    m_high = scene.rampHighMm;
    m_lineAt = scene.lineAtMm;
    m_ramp = scene.hasRamp;
    m_empty = scene.surfaces.empty();
    m_unmeasured = std::ranges::any_of(scene.surfaces, [](const BuiltSurface& surface) {
        return std::ranges::any_of(surface.values, [](double v) { return std::isnan(v); });
    });
    update();
}

void SurfaceOverlay::setCamera(const Turntable& camera, const QString& direction) {
    m_camera = camera;
    m_direction = direction;
    update();
}

void SurfaceOverlay::setBusy(bool busy) {
    m_busy = busy;
    update();
}

void SurfaceOverlay::setVolumeShown(bool shown) {
    m_volume = shown;
    update();
}

/// Each name stands at the highest part of its structure that is in the picture, below the corner
/// texts and clear of the names before it.
void SurfaceOverlay::paintNames(QPainter& painter) const {
    const QRectF area = QRectF(rect()).adjusted(8, 44, -8, -70);
    QList<QRectF> taken;
    for (const Name& name : m_names) {
        QList<QPointF> inside;
        for (const PointLps p : name.points)
            if (const QPointF at = m_camera.project(p, QSizeF(size())); area.contains(at))
                inside.append(at);
        if (inside.isEmpty())
            continue;
        const QPointF best = middleOfTop(inside);
        const double width = QFontMetricsF(noteFont(false)).horizontalAdvance(name.text);
        QRectF box(best.x() - width / 2, best.y(), width, 16);
        box.moveLeft(
            std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - width)));
        while (std::ranges::any_of(taken, [&](const QRectF& t) { return t.intersects(box); }))
            box.translate(0, 18);
        taken.append(box.adjusted(-6, 0, 6, 0));
        haloText(painter, box.bottomLeft() - QPointF(0, 4), name.text);
    }
}

void SurfaceOverlay::paintLegend(QPainter& painter) const {
    const double width = std::min(kLegendWidth, this->width() - 2 * kInsetX);
    const QRectF bar(this->width() - kInsetX - width, height() - kInsetY - 32, width,
                     kLegendHeight);
    QLinearGradient ramp(bar.topLeft(), bar.topRight());
    for (int n = 0; n <= 16; ++n)
        ramp.setColorAt(n / 16.0, colours::viridis(n / 16.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours::kPlate);
    painter.drawRoundedRect(bar.adjusted(-6, -24, 6, 26), 2, 2);
    painter.fillRect(bar, ramp);
    const auto xOf = [&](double mm) {
        return bar.left() + bar.width() * (mm - m_low) / (m_high - m_low);
    };
    if (m_lineAt > m_low && m_lineAt < m_high)
        painter.fillRect(QRectF(xOf(m_lineAt) - 1, bar.top() - 2, 2, bar.height() + 4), Qt::white);
    painter.setPen(colours::kText);
    painter.setFont(noteFont(false));
    painter.drawText(QRectF(bar.left(), bar.top() - 21, bar.width(), 16),
                     Qt::AlignLeft | Qt::AlignVCenter, m_rampTitle);
    for (int n = 0; n <= 4; ++n) {
        const double mm = m_low + (m_high - m_low) * n / 4;
        const Qt::Alignment side = n == 0   ? Qt::AlignLeft
                                   : n == 4 ? Qt::AlignRight
                                            : Qt::AlignHCenter;
        const double x = n == 0 ? bar.left() : n == 4 ? bar.right() - 60 : xOf(mm) - 30;
        painter.drawText(QRectF(x, bar.bottom() + 5, 60, 16), side | Qt::AlignVCenter,
                         text::number(mm, 1));
    }
}

void SurfaceOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    plate(painter, {kInsetX, kInsetY}, Qt::AlignLeft | Qt::AlignTop,
          m_empty && m_volume ? tr("3‑D") : tr("Node surface"), true);
    if (m_empty && !m_volume) {
        plate(painter, {kInsetX, kInsetY + kLine}, Qt::AlignLeft | Qt::AlignTop,
              m_busy ? tr("Making the surface …") : tr("No outline to show"));
        return;
    }
    plate(painter, {width() - kInsetX, kInsetY}, Qt::AlignRight | Qt::AlignTop, m_direction);
    paintNames(painter);
    // In a narrow view the words stand above the legend.
    const bool narrow = m_ramp && width() < kLegendWidth + kWordsWidth;
    const double foot = height() - kInsetY - (narrow ? kLegendRoom : 0);
    plate(painter, {kInsetX, foot}, Qt::AlignLeft | Qt::AlignBottom, tr("drag to turn"));
    if (!m_ramp)
        return;
    paintLegend(painter);
    if (m_lineAt > 0)
        plate(painter, {kInsetX, foot - kLine}, Qt::AlignLeft | Qt::AlignBottom,
              tr("white line %1").arg(text::millimetres(m_lineAt)));
    if (m_unmeasured)
        plate(painter, {kInsetX, foot - (m_lineAt > 0 ? 2 : 1) * kLine},
              Qt::AlignLeft | Qt::AlignBottom, tr("grey: not measured"));
}

}  // namespace nodewise::render
