#include "ui/viewer/paint_furniture.h"
#include "ui/text/number_text.h"
#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QCoreApplication>
#include <QLineF>
#include <algorithm>
#include <cmath>

namespace nodewise::viewer {
namespace {

namespace colours = widgets::image;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SlicePicture)
};

constexpr double kInsetX = 12, kInsetY = 8, kLine = 20, kTick = 36, kGap = 14;
const QColor kCornerText(0xd6, 0xdb, 0xe1);

QString middleDot(const QStringList& parts) {
    return parts.join(QStringLiteral("  ·  "));
}

QString windowWords(const SliceScene& scene) {
    const QString window =
        Texts::tr("W %1 L %2")
            .arg(text::number(scene.window.width), text::number(scene.window.level));
    QStringList parts{window};
    if (!scene.windowName.isEmpty())
        parts.append(scene.windowName);
    if (scene.window.inverted)
        parts.append(Texts::tr("inverted"));
    return middleDot(parts);
}

QString positionWords(const SliceScene& scene) {
    const SlicePosition at = slicePositionOf(scene.view.directions, scene.cursor);
    return QStringLiteral("%1 %2").arg(QLatin1Char(at.axis)).arg(text::millimetres(at.mm));
}

/// Empty for a single slice: it may be the first of a series that is still being read.
QString imageWords(const SliceScene& scene) {
    const SliceNumber at =
        sliceNumberOf(scene.volume->geometry(), scene.view.directions, scene.cursor);
    if (at.count < 2)
        return {};
    return Texts::tr("image %1 of %2").arg(at.number).arg(at.count);
}

QString slabWords(const Slab& slab) {
    const QString mm = text::millimetres(slab.thicknessMm, 0);
    switch (slab.mode) {
    case SlabMode::Mean:
        return Texts::tr("slab %1 mean").arg(mm);
    case SlabMode::Mip:
        return Texts::tr("slab %1 MIP").arg(mm);
    case SlabMode::MinIp:
        return Texts::tr("slab %1 MinIP").arg(mm);
    case SlabMode::None:
        break;
    }
    return {};
}

QString thicknessWords(const SliceScene& scene) {
    QStringList parts{text::millimetres(
        spacingAlongMm(scene.volume->geometry(), scene.view.directions.normal()))};
    if (const QString slab = slabWords(scene.slab); !slab.isEmpty())
        parts.append(slab);
    return middleDot(parts);
}

void paintPlaneName(QPainter& painter, const SliceScene& scene) {
    constexpr int sample = 16, indent = 24;
    const QRectF plate =
        plateText(painter, {kInsetX, kInsetY}, Qt::AlignLeft | Qt::AlignTop, planeName(scene.plane),
                  scene.active ? colours::kText : kCornerText,
                  scene.active ? PlateWeight::Bold : PlateWeight::Normal, indent);
    LineLook look = lookOf(scene.plane);
    look.width = 2;
    QPainterPath line(QPointF(kInsetX, plate.center().y()));
    line.lineTo(kInsetX + sample, plate.center().y());
    strokeWithHalo(painter, line, look);
}

void paintLetters(QPainter& painter, const SliceScene& scene) {
    const VectorLps right = scene.view.directions.right * (scene.view.flipped ? -1.0 : 1.0);
    const VectorLps down = scene.view.directions.down;
    const double w = scene.size.width(), h = scene.size.height();
    const double top = scene.view.flipped || scene.view.quarterTurns != 0 ? kInsetY + 28 : kInsetY;
    QFont font = widgets::textFont(widgets::TextStyle::Base);
    font.setWeight(QFont::DemiBold);
    const auto letter = [&](QPointF at, VectorLps direction) {
        const QString text = orientationLetters(direction);
        const double half = QFontMetricsF(font).horizontalAdvance(text) / 2 + 4;
        const double x = std::clamp(at.x(), half + 4, std::max(half + 4, w - half - 4));
        const QRectF box(x - half, at.y() - 9, 2 * half, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours::kPlate);
        painter.drawRoundedRect(box, 2, 2);
        painter.setFont(font);
        painter.setPen(colours::kText);
        painter.drawText(box, Qt::AlignCenter, text);
    };
    letter({kInsetX, h / 2}, right * -1.0);
    letter({w - kInsetX, h / 2}, right);
    letter({w / 2, top + 8}, down * -1.0);
    letter({w / 2, h - kInsetY - 8}, down);
}

void paintScaleBar(QPainter& painter, const SliceScene& scene, double mmPerPixel) {
    const double mm = scaleBarMm(mmPerPixel);
    const double px = mm / mmPerPixel;
    const double y = scene.size.height() - kInsetY - 8.5;
    QPainterPath bar(QPointF(kInsetX, y));
    bar.lineTo(kInsetX + px, y);
    addEndTick(bar, {kInsetX, y}, {kInsetX + px, y}, 8);
    addEndTick(bar, {kInsetX + px, y}, {kInsetX, y}, 8);
    strokeWithHalo(painter, bar, {colours::kText, 1, {}});
    plateText(painter, {kInsetX + px + 10, y}, Qt::AlignLeft | Qt::AlignVCenter,
              text::millimetres(mm, 0), kCornerText);
}

/// "FLIPPED", "TURNED" or both.
QString badgeText(const ViewState& view) {
    //: On a picture whose left and right are changed. Keep it short and in
    //: capitals.
    const QString flipped = view.flipped ? Texts::tr("FLIPPED") : QString();
    //: On a picture that was turned by quarters. Keep it short and in capitals.
    const QString turned = view.quarterTurns != 0 ? Texts::tr("TURNED") : QString();
    return flipped.isEmpty()  ? turned
           : turned.isEmpty() ? flipped
                              : flipped + QStringLiteral(" · ") + turned;
}

void paintBadge(QPainter& painter, const SliceScene& scene) {
    QFont font = widgets::textFont(widgets::TextStyle::Note);
    font.setWeight(QFont::Bold);
    const QString text = badgeText(scene.view);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 16;
    const QRectF box(scene.size.width() / 2.0 - width / 2, kInsetY, width, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours::kMark);
    painter.drawRoundedRect(box, 2, 2);
    painter.setFont(font);
    painter.setPen(colours::kFlippedText);
    painter.drawText(box, Qt::AlignCenter, text);
}

/// The two ends of a line through `through` along `direction` on the picture's
/// border.
std::optional<QLineF> acrossPicture(QPointF through, QPointF direction, QSizeF size) {
    double low = -1e9, high = 1e9;
    const auto slab = [&](double from, double step, double limit) {
        if (std::abs(step) < 1e-9)
            return from >= 0 && from <= limit;
        const double a = -from / step, b = (limit - from) / step;
        low = std::max(low, std::min(a, b));
        high = std::min(high, std::max(a, b));
        return low < high;
    };
    if (!slab(through.x(), direction.x(), size.width()) ||
        !slab(through.y(), direction.y(), size.height()))
        return std::nullopt;
    return QLineF(through + direction * low, through + direction * high);
}

/// 36 px at each end of the line, except at the lower edge, where the texts
/// are.
QPainterPath edgeTicks(const QLineF& line, double height) {
    QPainterPath path;
    const auto tick = [&](QPointF end, QPointF other) {
        if (end.y() > height - 1)
            return;
        const QLineF part(end, other);
        path.moveTo(end);
        path.lineTo(part.pointAt(std::min(1.0, kTick / std::max(part.length(), 1.0))));
    };
    tick(line.p1(), line.p2());
    tick(line.p2(), line.p1());
    return path;
}

QPainterPath gappedLine(const QLineF& line, QPointF through) {
    QPainterPath path;
    const QPointF unit = (line.p2() - line.p1()) / std::max(line.length(), 1e-9);
    const auto half = [&](QPointF end, double sign) {
        const QPointF start = through + unit * (kGap * sign);
        if (QPointF::dotProduct(end - start, unit) * sign > 0) {
            path.moveTo(start);
            path.lineTo(end);
        }
    };
    half(line.p1(), -1);
    half(line.p2(), 1);
    return path;
}

}  // namespace

double scaleBarMm(double mmPerPixel) {
    double mm = 10;
    for (const double factor : {2.0, 2.5, 2.0, 5.0})
        if (mm / mmPerPixel < 16)
            mm *= factor;
    return mm;
}

QString planeName(ViewPlane plane) {
    switch (plane) {
    case ViewPlane::Axial:
        return Texts::tr("Axial");
    case ViewPlane::Coronal:
        return Texts::tr("Coronal");
    case ViewPlane::Sagittal:
        break;
    }
    return Texts::tr("Sagittal");
}

QString spokenSlice(const SliceScene& scene) {
    if (!scene.volume)
        return Texts::tr("No picture.");
    QStringList parts{positionWords(scene), imageWords(scene), windowWords(scene),
                      thicknessWords(scene)};
    if (scene.view.flipped)
        parts.append(Texts::tr("left and right are changed"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void paintReferenceLines(QPainter& painter, const SliceScene& scene) {
    const PixelMap map(scene);
    const VectorLps normal = map.plane().normal();
    // In the middle of a pixel, so that upright lines are one pixel wide.
    const QPointF exact = map(scene.cursor);
    const QPointF through(std::floor(exact.x()) + 0.5, std::floor(exact.y()) + 0.5);
    for (const ViewPlane other : kViewPlanes) {
        const VectorLps cut =
            cross(normal, scene.directions[static_cast<std::size_t>(other)].normal());
        if (other == scene.plane || length(cut) < 1e-3)
            continue;
        const QPointF direction = map(scene.cursor + normalized(cut)) - exact;
        const auto line = acrossPicture(through, direction, QSizeF(scene.size));
        if (!line)
            continue;
        const bool ticks = scene.large && !scene.fullLines;
        strokeWithHalo(painter,
                       ticks ? edgeTicks(*line, scene.size.height()) : gappedLine(*line, through),
                       lookOf(other));
    }
}

void paintTexts(QPainter& painter, const SliceScene& scene) {
    const double w = scene.size.width(), h = scene.size.height();
    paintLetters(painter, scene);
    if (scene.view.flipped || scene.view.quarterTurns != 0)
        paintBadge(painter, scene);
    const double mm = mmPerPixelOf(scene.volume->geometry(), scene.view, scene.size);
    paintScaleBar(painter, scene, mm);
    paintPlaneName(painter, scene);
    const auto rightTop = Qt::AlignRight | Qt::AlignTop;
    plateText(painter, {w - kInsetX, kInsetY}, rightTop, positionWords(scene), kCornerText);
    if (!scene.large)
        return;
    plateText(painter, {kInsetX, kInsetY + kLine}, Qt::AlignLeft | Qt::AlignTop, windowWords(scene),
              kCornerText);
    if (const QString image = imageWords(scene); !image.isEmpty())
        plateText(painter, {w - kInsetX, kInsetY + kLine}, rightTop, image, kCornerText);
    plateText(painter, {w - kInsetX, h - kInsetY}, Qt::AlignRight | Qt::AlignBottom,
              thicknessWords(scene), kCornerText);
}

}  // namespace nodewise::viewer
