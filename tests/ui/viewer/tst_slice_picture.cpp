#include "annotation/contour.h"
#include "base/job_control.h"
#include "support/neck_phantom.h"
#include "ui/viewer/mesh_cut.h"
#include "ui/viewer/paint_furniture.h"
#include "ui/viewer/paint_lines.h"
#include "ui/viewer/paint_overlays.h"
#include "ui/viewer/slice_picture.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/theme.h"
#include "volume/volume_io.h"
#include <QDir>
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

namespace colours = widgets::image;

/// Pixels of nearly this colour in a picture, or in a part of it.
int countColour(const QImage& image, const QColor& colour, QRect part = {}) {
    const QRect area = part.isNull() ? image.rect() : part & image.rect();
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor c = image.pixelColor(x, y);
            count += std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                                 std::abs(c.blue() - colour.blue()) <
                             24
                         ? 1
                         : 0;
        }
    return count;
}

/// A ball as a mesh: rings of latitude, closed at the poles.
TriangleMesh ballMesh(PointLps centre, double radius, int rings, int sectors) {
    TriangleMesh mesh;
    for (int r = 0; r <= rings; ++r)
        for (int s = 0; s < sectors; ++s) {
            const double theta = std::numbers::pi * r / rings,
                         phi = 2 * std::numbers::pi * s / sectors;
            mesh.vertices.push_back(centre + VectorLps{std::sin(theta) * std::cos(phi),
                                                       std::sin(theta) * std::sin(phi),
                                                       std::cos(theta)} *
                                                 radius);
        }
    const auto at = [=](int r, int s) {
        return static_cast<std::uint32_t>(r * sectors + s % sectors);
    };
    for (int r = 0; r < rings; ++r)
        for (int s = 0; s < sectors; ++s) {
            mesh.triangles.push_back({at(r, s), at(r + 1, s), at(r + 1, s + 1)});
            mesh.triangles.push_back({at(r, s), at(r + 1, s + 1), at(r, s + 1)});
        }
    return mesh;
}

/// Part of an ellipse in the axial plane.
std::vector<PointLps> arcPoints(PointLps centre, double from, double to, double rx, double ry) {
    std::vector<PointLps> points;
    for (int n = 0; n <= 40; ++n) {
        const double a = from + (to - from) * n / 40;
        points.push_back(centre + VectorLps{std::cos(a) * rx, std::sin(a) * ry, 0});
    }
    return points;
}

/// Pictures to look at are written where NODEWISE_PICTURES says; without it nothing is written.
void keepPicture(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name)));
}

}  // namespace

class TestSlicePicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void scaleBarIsTrue_data();
    void scaleBarIsTrue();
    void scaleBarGrowsWhereTenMillimetresAreTooShort();
    void largePictureHasTicksAndNoLineThroughTheNode();
    void smallPictureHasLinesWithAGap();
    void flippedPictureSaysSo();
    void markIsDrawnOnItsSliceOnly();
    void outlineLiesOnTheLabelsBorder();
    void hiddenRolesStayOut();
    void meshCutFindsTheCircle();
    void meshPartsAboveAThresholdAreOpenAtTheSeam();
    void everyOverlayHasItsColour();
    void letterBoxesStayOffTheNode();
    void leadersAreShortAndCrossNone();
    void picturesAreTheSameInARightToLeftLanguage();
    void scaleTwoIsTheSamePictureTwiceAsFine();

private:
    [[nodiscard]] OverlaySet feedbackOverlays() const;
    [[nodiscard]] SliceScene scene(ViewPlane plane, QSize size, bool large) const {
        SliceScene made = sceneOf(*m_model, plane, size, 1);
        made.large = large;
        return made;
    }
    test::NeckPhantom m_phantom = test::makeNeckPhantom();
    std::unique_ptr<ViewerModel> m_model;
};

void TestSlicePicture::init() {
    m_model = std::make_unique<ViewerModel>();
    m_model->setVolume(m_phantom.volume);
    m_model->setCursor(m_phantom.nodeCentre);
}

void TestSlicePicture::scaleBarIsTrue_data() {
    QTest::addColumn<double>("fieldMm");
    QTest::newRow("close") << 50.0;
    QTest::newRow("middle") << 120.0;
    QTest::newRow("wide") << 300.0;
}

void TestSlicePicture::scaleBarIsTrue() {
    QFETCH(double, fieldMm);
    m_model->showSpot({500, 500, 0}, fieldMm);
    m_model->showSpot(m_phantom.nodeCentre, fieldMm);
    SliceScene wide = scene(ViewPlane::Axial, {600, 500}, true);
    wide.view.panRightMm = 5000;  // Nothing but black under the texts.
    const QImage image = pictureOf(wide);
    const double mmPerPixel = fieldMm / 500;
    const double wanted = scaleBarMm(mmPerPixel) / mmPerPixel;
    // The bar's own row, from the left inset to the plate of its text.
    int first = -1, last = -1;
    for (int x = 8; x < 12 + static_cast<int>(wanted) + 5; ++x)
        if (qGray(image.pixel(x, 500 - 16)) > 90) {
            first = first < 0 ? x : first;
            last = x;
        }
    QVERIFY(std::abs((last - first) - wanted) <= 2.0);
}

void TestSlicePicture::scaleBarGrowsWhereTenMillimetresAreTooShort() {
    QCOMPARE(scaleBarMm(0.1), 10.0);
    QCOMPARE(scaleBarMm(0.6), 10.0);
    QCOMPARE(scaleBarMm(1.0), 20.0);
    QCOMPARE(scaleBarMm(2.0), 50.0);
    QCOMPARE(scaleBarMm(5.0), 100.0);
}

void TestSlicePicture::largePictureHasTicksAndNoLineThroughTheNode() {
    const QImage image = pictureOf(scene(ViewPlane::Axial, {600, 600}, true));
    const QPointF at(
        PixelPoint(
            scene(ViewPlane::Axial, {600, 600}, true).slicePlane().toPixel(m_phantom.nodeCentre))
            .x,
        scene(ViewPlane::Axial, {600, 600}, true).slicePlane().toPixel(m_phantom.nodeCentre).y);
    const QRect column(static_cast<int>(at.x()) - 2, 0, 5, 37);
    QVERIFY(countColour(image, colours::kSagittal, column) > 12);
    // Not below the tick, not at the lower edge, not through the node.
    QCOMPARE(countColour(image, colours::kSagittal, {column.x(), 40, 5, 560}), 0);
    const QRect row(0, static_cast<int>(at.y()) - 2, 37, 5);
    QVERIFY(countColour(image, colours::kCoronal, row) > 12);
    QCOMPARE(countColour(image, colours::kCoronal, {40, row.y(), 520, 5}), 0);
    QVERIFY(countColour(image, colours::kCoronal, {563, row.y(), 37, 5}) > 12);
}

void TestSlicePicture::smallPictureHasLinesWithAGap() {
    const SliceScene small = scene(ViewPlane::Coronal, {300, 300}, false);
    const QImage image = pictureOf(small);
    const PixelPoint at = small.slicePlane().toPixel(m_phantom.nodeCentre);
    const int y = static_cast<int>(at.y), x = static_cast<int>(at.x);
    QVERIFY(countColour(image, colours::kAxial, {30, y - 2, 200, 5}) > 120);
    QCOMPARE(countColour(image, colours::kAxial, {x - 11, y - 2, 23, 5}), 0);
}

void TestSlicePicture::flippedPictureSaysSo() {
    const QRect badge(250, 0, 100, 30);
    QCOMPARE(
        countColour(pictureOf(scene(ViewPlane::Axial, {600, 600}, true)), colours::kMark, badge),
        0);
    m_model->toggleFlip(ViewPlane::Axial);
    const QImage flipped = pictureOf(scene(ViewPlane::Axial, {600, 600}, true));
    QVERIFY(countColour(flipped, colours::kMark, badge) > 300);
    keepPicture(flipped, QStringLiteral("flipped.png"));
}

void TestSlicePicture::markIsDrawnOnItsSliceOnly() {
    m_model->addMark(m_phantom.nodeCentre);
    const auto yellow = [&] {
        return countColour(pictureOf(scene(ViewPlane::Axial, {600, 600}, true)), colours::kMark);
    };
    QVERIFY(yellow() > 20);
    m_model->stepSlices(ViewPlane::Axial, 3);
    QCOMPARE(yellow(), 0);
}

void TestSlicePicture::outlineLiesOnTheLabelsBorder() {
    OverlaySet set;
    set.labels.push_back({OverlayRole::Capsule, m_phantom.labels, test::kPhantomNode, {}, {}});
    m_model->setOverlays(set);
    m_model->showSpot(m_phantom.nodeCentre, 40);
    const auto lines = overlaysOnPlane(scene(ViewPlane::Axial, {500, 500}, true));
    QVERIFY(!lines.empty());
    // The outer line: an ellipse of 7 × 9 mm.
    double worst = 0;
    for (const PointLps p : lines.front().points) {
        const double r =
            std::hypot((p.x - m_phantom.nodeCentre.x) / 7.0, (p.y - m_phantom.nodeCentre.y) / 9.0);
        worst = std::max(worst, std::abs(r - 1) * 8);
    }
    QVERIFY2(worst < 0.7, qPrintable(QString::number(worst)));
}

void TestSlicePicture::hiddenRolesStayOut() {
    m_model->setOverlays(feedbackOverlays());
    const auto all = overlaysOnPlane(scene(ViewPlane::Axial, {500, 500}, true)).size();
    m_model->setRoleShown(OverlayRole::StrandedFat, false);
    QVERIFY(overlaysOnPlane(scene(ViewPlane::Axial, {500, 500}, true)).size() == all - 1);
    QCOMPARE(countColour(pictureOf(scene(ViewPlane::Axial, {500, 500}, true)), colours::kFat), 0);
    m_model->setRoleShown(OverlayRole::StrandedFat, true);
    QVERIFY(countColour(pictureOf(scene(ViewPlane::Axial, {500, 500}, true)), colours::kFat) > 10);
}

void TestSlicePicture::meshCutFindsTheCircle() {
    const TriangleMesh mesh = ballMesh({1, 2, 3}, 10, 40, 80);
    std::vector<double> heights;
    for (const PointLps p : mesh.vertices)
        heights.push_back(p.x);
    const VectorLps right = normalized({1, 0.2, 0}), down = normalized(cross({0.1, 0, 1}, right));
    const SlicePlane plane{{-30, -40, 0}, right, down};
    const double depth = plane.signedDistanceMm({1, 2, 3});
    const auto lines = cutMesh(mesh, heights, plane);
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines.front().closed);
    const double radius = std::sqrt(100 - depth * depth);
    for (std::size_t n = 0; n < lines.front().points.size(); ++n) {
        const PointLps p = lines.front().points[n];
        QVERIFY(std::abs(plane.signedDistanceMm(p)) < 1e-9);
        QVERIFY(std::abs(distance(p, PointLps{1, 2, 3} - plane.normal() * depth) - radius) < 0.1);
        QVERIFY(std::abs(lines.front().values[n] - p.x) < 1e-9);
    }
    QVERIFY(cutMesh(mesh, {}, {{0, 0, 90}, {1, 0, 0}, {0, 1, 0}}).empty());
}

void TestSlicePicture::meshPartsAboveAThresholdAreOpenAtTheSeam() {
    CutLine ring;
    ring.closed = true;
    for (int n = 0; n < 12; ++n) {
        ring.points.push_back({static_cast<double>(n), 0, 0});
        ring.values.push_back(n < 3 || n > 9 ? 5 : 1);
    }
    const auto parts = partsAbove(ring, 2.5);
    QCOMPARE(parts.size(), std::size_t{1});
    QCOMPARE(parts.front().points.size(), std::size_t{5});
    QCOMPARE(parts.front().points.front().x, 10.0);
    QVERIFY(!parts.front().closed);
    QVERIFY(partsAbove(ring, 6).empty());
    QVERIFY(partsAbove(ring, 0).front().closed);
}

OverlaySet TestSlicePicture::feedbackOverlays() const {
    OverlaySet set;
    const PointLps c = m_phantom.nodeCentre;
    set.labels.push_back(
        {OverlayRole::Necrosis, m_phantom.labels, test::kPhantomNecrosis, QStringLiteral("N"), {}});
    const auto arc = [&](double from, double to, double rx, double ry) {
        return arcPoints(c, from, to, rx, ry);
    };
    const double pi = std::numbers::pi;
    set.lines.push_back({OverlayRole::StrandedFat,
                         arc(0, 2 * pi, 3.5, 3),
                         true,
                         {},
                         QStringLiteral("F"),
                         {},
                         {},
                         1.5});
    for (PointLps& p : set.lines.back().points)
        p = p + VectorLps{2, 11, 0};
    set.lines.push_back({OverlayRole::Capsule,
                         arc(0.5 * pi, 1.75 * pi, 7, 9),
                         false,
                         {},
                         QStringLiteral("C"),
                         {},
                         {},
                         1.5});
    Overlay margin{OverlayRole::MarginWidth,
                   arc(-0.25 * pi, 0.5 * pi, 7, 9),
                   false,
                   {},
                   QStringLiteral("M"),
                   {},
                   {},
                   1.5};
    for (std::size_t n = 0; n < margin.points.size(); ++n)
        margin.values.push_back(0.5 + 4.0 * std::sin(pi * static_cast<double>(n) / 40));
    set.lines.push_back(margin);
    set.lines.push_back({OverlayRole::LostPlane,
                         arc(-0.2 * pi, 0.2 * pi, 9, 10),
                         false,
                         {},
                         QStringLiteral("P"),
                         QStringLiteral("8 mm"),
                         {},
                         1.5});
    set.lines.push_back({OverlayRole::YourMark,
                         {c + VectorLps{2, 3, 0}},
                         false,
                         {},
                         {},
                         QStringLiteral("you"),
                         {},
                         1.5});
    return set;
}

void TestSlicePicture::everyOverlayHasItsColour() {
    m_model->setOverlays(feedbackOverlays());
    m_model->showSpot(m_phantom.nodeCentre, 46);
    const QImage image = pictureOf(scene(ViewPlane::Axial, {520, 500}, true));
    keepPicture(image, QStringLiteral("feedback.png"));
    for (const QColor& colour :
         {colours::kReference, colours::kMark, colours::kFat, colours::kPlane, colours::kNecrosis})
        QVERIFY2(countColour(image, colour) > 8, qPrintable(colour.name()));
    QVERIFY(countColour(image, colours::viridis(1)) > 8);
    QVERIFY(countColour(image, colours::viridis(0.5)) > 8);
    // The yellow end of viridis is the colour of the reader's own mark: never in a ramp.
    QVERIFY(countColour(image, QColor(0xfd, 0xe7, 0x25)) == 0);
}

void TestSlicePicture::letterBoxesStayOffTheNode() {
    m_model->setOverlays(feedbackOverlays());
    m_model->showSpot(m_phantom.nodeCentre, 46);
    const SliceScene with = scene(ViewPlane::Axial, {520, 500}, true);
    SliceScene without = with;
    for (Overlay& line : without.overlays.lines)
        line.letter.clear();
    for (LabelOverlay& label : without.overlays.labels)
        label.letter.clear();
    // A box is black inside: the grey of the node must not turn black through the letters.
    const QImage a = pictureOf(with), b = pictureOf(without);
    const PixelPoint c = with.slicePlane().toPixel(m_phantom.nodeCentre);
    int darkened = 0;
    for (int y = -55; y <= 55; ++y)
        for (int x = -45; x <= 45; ++x) {
            const QPoint at(static_cast<int>(c.x) + x, static_cast<int>(c.y) + y);
            darkened += qGray(b.pixel(at)) > 120 && a.pixel(at) == 0xff000000U ? 1 : 0;
        }
    QVERIFY2(darkened < 40, qPrintable(QString::number(darkened)));
}

void TestSlicePicture::leadersAreShortAndCrossNone() {
    OverlaySet overlays = feedbackOverlays();
    int captions = 0;
    for (Overlay& line : overlays.lines)
        if (!line.letter.isEmpty() && line.role != OverlayRole::YourMark) {
            line.caption = QStringLiteral("22 mm");
            ++captions;
        }
    QVERIFY(captions > 0);
    m_model->setOverlays(overlays);
    m_model->showSpot(m_phantom.nodeCentre, 46);
    const SliceScene whole = scene(ViewPlane::Axial, {520, 500}, true);
    const auto letters = lettersOnPlane(whole);
    QVERIFY2(letters.size() >= 5, qPrintable(QString::number(letters.size())));
    const PixelPoint c = whole.slicePlane().toPixel(m_phantom.nodeCentre);
    for (std::size_t n = 0; n < letters.size(); ++n) {
        const QLineF leader(letters[n].place.at, letters[n].place.target);
        const QString name = letters[n].letter;
        // It runs away from the node: its box lies farther out than its end, its middle between.
        const auto out = [&](QPointF at) { return QLineF({c.x, c.y}, at).length(); };
        QVERIFY2(out(leader.p1()) > out(leader.p2()), qPrintable(name));
        QVERIFY2(out(leader.center()) > 0.9 * out(leader.p2()), qPrintable(name));
        // It leaves its own words alone.
        if (const double wide = haloWidth(letters[n].words); !letters[n].words.isEmpty()) {
            const double side = letters[n].place.wordsLeft ? -1 : 1;
            const QPointF start = leader.p1() + QPointF(side * (kLetterBox / 2 + kLetterGap), 0);
            const QLineF words(start, start + QPointF(side * wide, 0));
            QVERIFY2(leader.intersects(words) != QLineF::BoundedIntersection, qPrintable(name));
        }
        for (std::size_t other = 0; other < n; ++other) {
            const QLineF second(letters[other].place.at, letters[other].place.target);
            QVERIFY2(leader.intersects(second) != QLineF::BoundedIntersection,
                     qPrintable(name + letters[other].letter));
        }
    }
}

void TestSlicePicture::picturesAreTheSameInARightToLeftLanguage() {
    const SliceScene plain = scene(ViewPlane::Axial, {400, 300}, true);
    const QImage wanted = pictureOf(plain);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage got = pictureOf(plain);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(got, wanted);
}

void TestSlicePicture::scaleTwoIsTheSamePictureTwiceAsFine() {
    m_model->setWindow({2000, 0});
    SliceScene one = scene(ViewPlane::Axial, {300, 300}, true);
    SliceScene two = one;
    two.devicePixelRatio = 2;
    const QImage a = renderImage(one), b = renderImage(two);
    QCOMPARE(b.size(), a.size() * 2);
    // A logical pixel's middle is the corner of four fine ones: their mean is near its gray.
    double sum = 0;
    for (int y = 20; y < 280; ++y)
        for (int x = 20; x < 280; ++x) {
            const int mean =
                (qGray(b.pixel(2 * x, 2 * y)) + qGray(b.pixel(2 * x + 1, 2 * y)) +
                 qGray(b.pixel(2 * x, 2 * y + 1)) + qGray(b.pixel(2 * x + 1, 2 * y + 1))) /
                4;
            sum += std::abs(mean - qGray(a.pixel(x, y)));
        }
    QVERIFY(sum / (260.0 * 260.0) < 1.0);
    for (const ViewPlane plane : kViewPlanes)
        keepPicture(pictureOf(scene(plane, {607, 812}, plane == ViewPlane::Axial)),
                    QStringLiteral("phantom-%1.png").arg(static_cast<int>(plane)));
    keepPicture(pictureOf(two), QStringLiteral("phantom-scale2.png"));
}

QTEST_MAIN(TestSlicePicture)
#include "tst_slice_picture.moc"
