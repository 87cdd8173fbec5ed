#include "ui/viewer/paint_measurements.h"
#include "ui/text/number_text.h"
#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::viewer {
namespace {

namespace colours = widgets::image;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Measurements)
};

constexpr double kTickPx = 10, kMarkPx = 12;

QString valueWords(double value, const CtVolume& volume, double suvFactor) {
    if (volume.meaning() == VoxelMeaning::Becquerel && suvFactor > 0)
        //: Standardised uptake value, then the activity.
        return Texts::tr("SUV %1, %2 Bq/mL")
            .arg(text::number(value * suvFactor, 2), text::number(value));
    if (volume.meaning() == VoxelMeaning::Hounsfield)
        return text::hounsfield(value);
    return text::number(value, volume.meaning() == VoxelMeaning::Arbitrary ? 0 : 2);
}

QStringList regionWords(const RegionStatistics& region, const CtVolume& volume, double suvFactor) {
    return {Texts::tr("mean %1, SD %2")
                .arg(valueWords(region.mean, volume, suvFactor), text::number(region.sd, 1)),
            Texts::tr("%1 to %2").arg(text::number(region.low), text::number(region.high)),
            Texts::tr("%1, %n voxel(s)", nullptr, static_cast<int>(region.voxels))
                .arg(text::withUnit(text::number(region.areaMm2), QStringLiteral("mm²")))};
}

/// Beside a point, on the side that looks away from `from`; kept inside the
/// picture.
void textBeside(QPainter& painter, QPointF at, QPointF from, const QString& words, QSize size) {
    const QFontMetricsF metrics(widgets::textFont(widgets::TextStyle::Note));
    const double width = metrics.horizontalAdvance(words);
    const bool left = at.x() < from.x() - 1;
    QPointF place(left ? at.x() - width - 10 : at.x() + 10, at.y() + 4);
    place.setX(std::clamp(place.x(), 4.0, std::max(4.0, size.width() - width - 4)));
    place.setY(std::clamp(place.y(), 14.0, std::max(14.0, size.height() - 6.0)));
    haloText(painter, place, words, colours::kMark);
}

QPainterPath rulerPath(QPointF a, QPointF b) {
    QPainterPath path(a);
    path.lineTo(b);
    addEndTick(path, a, b, kTickPx);
    addEndTick(path, b, a, kTickPx);
    return path;
}

void paintPair(QPainter& painter, const SliceScene& scene, const PixelMap& map,
               const Measurement& pair) {
    const auto at = [&](std::size_t n) { return map(pair.points[n]); };
    QPainterPath path = rulerPath(at(0), at(1));
    path.addPath(rulerPath(at(2), at(3)));
    strokeWithHalo(painter, path, yourLook());
    const MeasurementValues values = measurementValues(pair, nullptr);
    const bool firstIsLong =
        distance(pair.points[0], pair.points[1]) >= distance(pair.points[2], pair.points[3]);
    const auto longEnd = at(0).x() > at(1).x() ? at(0) : at(1);
    const auto shortEnd = at(2).x() > at(3).x() ? at(2) : at(3);
    const QPointF middle = (at(0) + at(1)) / 2;
    const QString longWords = Texts::tr("long %1").arg(text::millimetres(*values.longMm));
    const QString shortWords = Texts::tr("short %1").arg(text::millimetres(*values.shortMm));
    textBeside(painter, longEnd, middle, firstIsLong ? longWords : shortWords, scene.size);
    textBeside(painter, shortEnd, middle, firstIsLong ? shortWords : longWords, scene.size);
    if (pair.markNumber > 0) {
        const QPointF upper = at(0).y() < at(1).y() ? at(0) : at(1);
        const QPointF out = upper + QPointF(upper.x() < middle.x() ? 34 : -34, -40);
        letterBox(painter, out, upper + (middle - upper) * 0.2, QString::number(pair.markNumber),
                  colours::kMark);
    }
}

void paintRegion(QPainter& painter, const SliceScene& scene, const QPainterPath& path,
                 const QStringList& words) {
    strokeWithHalo(painter, path, yourLook());
    QPointF at(path.boundingRect().right(), path.boundingRect().center().y() - 16);
    for (const QString& line : words) {
        textBeside(painter, at, path.boundingRect().center(), line, scene.size);
        at.ry() += 16;
    }
}

void paintEllipse(QPainter& painter, const SliceScene& scene, const PixelMap& map,
                  const Measurement& ellipse, const QStringList& words) {
    std::vector<PointLps> points;
    const VectorLps a = ellipse.points[1] - ellipse.points[0];
    const VectorLps b = ellipse.points[2] - ellipse.points[0];
    for (int n = 0; n < 72; ++n) {
        const double angle = n * std::numbers::pi / 36;
        points.push_back(ellipse.points[0] + a * std::cos(angle) + b * std::sin(angle));
    }
    paintRegion(painter, scene, map.path(points, true), words);
}

void paintMeasurement(QPainter& painter, const SliceScene& scene, const PixelMap& map,
                      const Measurement& m) {
    const auto at = [&](std::size_t n) { return map(m.points[n]); };
    const QStringList words = measurementWords(m, scene.volume.get(), scene.suvFactor);
    switch (m.kind) {
    case MeasurementKind::Pair:
        return paintPair(painter, scene, map, m);
    case MeasurementKind::Ruler:
        strokeWithHalo(painter, rulerPath(at(0), at(1)), yourLook());
        return textBeside(painter, at(0).x() > at(1).x() ? at(0) : at(1), (at(0) + at(1)) / 2,
                          words.front(), scene.size);
    case MeasurementKind::Angle:
        strokeWithHalo(painter, map.path(m.points, false), yourLook());
        return textBeside(painter, at(1), (at(0) + at(2)) / 2, words.front(), scene.size);
    case MeasurementKind::Ellipse:
        return paintEllipse(painter, scene, map, m, words);
    case MeasurementKind::Polygon:
        return paintRegion(painter, scene, map.path(m.points, true), words);
    case MeasurementKind::Probe: {
        QPainterPath cross;
        for (const QPointF step : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            cross.moveTo(at(0) + step * 3);
            cross.lineTo(at(0) + step * 8);
        }
        strokeWithHalo(painter, cross, yourLook());
        return textBeside(painter, at(0), at(0), words.front(), scene.size);
    }
    }
}

void paintMarks(QPainter& painter, const SliceScene& scene, const PixelMap& map) {
    for (const NodeMark& mark : scene.marks) {
        const bool hasPair = std::ranges::any_of(scene.measurements, [&](const Measurement& m) {
            return m.kind == MeasurementKind::Pair && m.markNumber == mark.number &&
                   measurementOnPlane(m, scene);
        });
        if (hasPair || std::abs(map.distanceMm(mark.place)) > scene.reachMm())
            continue;
        const QPointF at = map(mark.place);
        QPainterPath square;
        square.addRect(at.x() - kMarkPx / 2, at.y() - kMarkPx / 2, kMarkPx, kMarkPx);
        strokeWithHalo(painter, square, yourLook());
        haloText(painter, at + QPointF(kMarkPx / 2 + 4, -2), QString::number(mark.number),
                 colours::kMark);
    }
}

/// What the brush covers so far, and the line that is being drawn point by
/// point.
void paintStroke(QPainter& painter, const SliceScene& scene, const PixelMap& map) {
    if (scene.stroke.empty())
        return;
    QPainterPath path = map.path(scene.stroke, false);
    if (scene.strokeMm <= 0)
        return strokeWithHalo(painter, path, yourLook());
    if (scene.stroke.size() == 1)
        path.lineTo(path.currentPosition() + QPointF(0.01, 0));
    QColor colour = scene.strokeErases ? colours::kReference : colours::kMark;
    colour.setAlphaF(0.35F);
    const double mm = mmPerPixelOf(scene.volume->geometry(), scene.view, scene.size);
    QPen pen(colour, 2 * scene.strokeMm / mm);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

}  // namespace

QStringList measurementWords(const Measurement& measurement, const CtVolume* volume,
                             double suvFactor) {
    const MeasurementValues values = measurementValues(measurement, volume);
    if (values.lengthMm)
        return {text::millimetres(*values.lengthMm)};
    if (values.longMm && values.shortMm)
        return {Texts::tr("long %1").arg(text::millimetres(*values.longMm)),
                Texts::tr("short %1").arg(text::millimetres(*values.shortMm))};
    if (values.angleDeg)
        return {text::degrees(*values.angleDeg)};
    if (values.region && volume != nullptr)
        return regionWords(*values.region, *volume, suvFactor);
    if (values.value && volume != nullptr)
        return {valueWords(*values.value, *volume, suvFactor)};
    const bool region = measurement.kind == MeasurementKind::Ellipse ||
                        measurement.kind == MeasurementKind::Polygon;
    return {region ? Texts::tr("no voxel inside") : Texts::tr("outside the picture")};
}

bool measurementOnPlane(const Measurement& measurement, const SliceScene& scene) {
    const PixelMap map(scene);
    return isComplete(measurement) &&
           std::abs(dot(measurement.normal, map.plane().normal())) > 0.99 &&
           map.near(measurement.points, scene.reachMm());
}

void paintMeasurements(QPainter& painter, const SliceScene& scene) {
    const PixelMap map(scene);
    paintMarks(painter, scene, map);
    for (const Measurement& m : scene.measurements)
        if (!(scene.draft && scene.draft->id == m.id) && measurementOnPlane(m, scene))
            paintMeasurement(painter, scene, map, m);
    if (scene.draft && measurementOnPlane(*scene.draft, scene))
        paintMeasurement(painter, scene, map, *scene.draft);
    paintStroke(painter, scene, map);
}

}  // namespace nodewise::viewer
