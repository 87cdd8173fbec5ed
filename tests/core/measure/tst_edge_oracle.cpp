// Every row of oracles/geometry/edge_and_texture_analytic.json. Tolerances: oracles/README 3, and
// where it gives none, what is stated at each test.
#include "measure/edge_fit.h"
#include "measure/measurements.h"
#include "measure/node_region.h"
#include "measure/outline.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include "shapes.h"
#include <QtTest>
#include <map>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

constexpr double kPi = std::numbers::pi;

serial::Json oracle() {
    const auto text =
        serial::readFile(NODEWISE_SHARED_DIR "/oracles/geometry/edge_and_texture_analytic.json");
    return text ? serial::parseJson(*text).value_or(serial::Json()) : serial::Json();
}

/// A ball of 1 in 0, seen through a Gaussian: the closed form of the file.
double blurredBall(double r, double radius, double s) {
    r = std::max(r, 1e-3);
    const double root = std::sqrt(2.0) * s;
    const auto bell = [&](double d) { return std::exp(-d * d / (2 * s * s)); };
    return 0.5 * (std::erf((radius - r) / root) + std::erf((radius + r) / root)) -
           s / (r * std::sqrt(2 * kPi)) * (bell(radius - r) - bell(radius + r));
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Area, length and RMS of the radius of a closed line.
struct Outline {
    double area = 0, perimeter = 0, rms = 0;
};

Outline outlineOf(const std::vector<PlanePoint>& loop, PlanePoint centre, double radius) {
    Outline o;
    double squares = 0;
    for (std::size_t n = 0; n < loop.size(); ++n) {
        const PlanePoint a = loop[n], b = loop[(n + 1) % loop.size()];
        const double side = distance(a, b);
        o.area += 0.5 * (a.u * b.v - a.v * b.u);
        o.perimeter += side;
        const double off = distance(a, centre) - radius;
        const double turn = std::remainder(std::atan2(b.v - centre.v, b.u - centre.u) -
                                               std::atan2(a.v - centre.v, a.u - centre.u),
                                           2 * kPi);
        squares += off * off * std::abs(turn);
    }
    o.rms = std::sqrt(squares / (2 * kPi));
    return o;
}

}  // namespace

class TestEdgeOracle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheProfiles_data();
    void agreesWithTheProfiles();
    void growsWithEveryBlur_data();
    void growsWithEveryBlur();
    void doesNotShrinkABlurredBall_data();
    void doesNotShrinkABlurredBall();
    void findsNecrosisInSpaceAndInTheSlice_data();
    void findsNecrosisInSpaceAndInTheSlice();
    void fillsEveryShell_data();
    void fillsEveryShell();
    void tracesLobes_data();
    void tracesLobes();
};

void TestEdgeOracle::agreesWithTheProfiles_data() {
    QTest::addColumn<QString>("row");
    const auto json = oracle();
    QVERIFY2(json.find("cases") != nullptr, "the oracle file is missing");
    for (const auto& one : json.find("cases")->elements()) {
        const serial::Reader r(one);
        QTest::addRow("sigma %g, %g to %g HU", r.number("sigma_mm"), r.number("inside_HU"),
                      r.number("outside_HU"))
            << QString::fromStdString(serial::toJsonText(one));
    }
}

/// The curve that is drawn equals the file's profile to 0.01 HU, its widths follow from sigma; from
/// 1.5 samples a sigma the fit of the nine samples alone has the width to 5 %.
void TestEdgeOracle::agreesWithTheProfiles() {
    QFETCH(QString, row);
    const auto json = *serial::parseJson(row.toStdString());
    const serial::Reader r(json);
    const double sigma = r.number("sigma_mm"), in = r.number("inside_HU"),
                 out = r.number("outside_HU");
    EdgeFit edge;
    edge.sigma = sigma;
    edge.inside = in;
    edge.outside = out;
    QVERIFY(std::abs(edge.width1090() / r.number("width_10_90_mm") - 1) < 1e-6);
    QVERIFY(std::abs(1.683242467 * sigma / r.number("width_20_80_mm") - 1) < 1e-6);
    const double slope = (in - out) / (sigma * std::sqrt(2 * kPi));
    QVERIFY(std::abs(slope / r.number("max_gradient_HU_per_mm") - 1) < 1e-6);
    std::vector<double> mm, hu;
    for (const auto& sample : json.find("profile")->elements()) {
        const serial::Reader s(sample);
        QVERIFY(std::abs(edge.value(s.number("x")) - s.number("I")) < 0.01);
        mm.push_back(s.number("x"));
        hu.push_back(s.number("I"));
    }
    const auto fit = fitEdge(mm, hu);
    QVERIFY(fit.has_value());
    if (sigma < 1.5 * (mm[1] - mm[0]))
        return;
    QVERIFY2(std::abs(fit->width1090() / r.number("width_10_90_mm") - 1) < 0.05,
             qPrintable(QString::number(fit->width1090())));
}

void TestEdgeOracle::growsWithEveryBlur_data() {
    QTest::addColumn<double>("in");
    QTest::addColumn<double>("out");
    const auto json = oracle();
    QVERIFY2(json.find("cases") != nullptr, "the oracle file is missing");
    std::map<std::pair<double, double>, bool> levels;
    for (const auto& one : json.find("cases")->elements())
        levels[{serial::Reader(one).number("inside_HU"),
                serial::Reader(one).number("outside_HU")}] = true;
    for (const auto& [pair, seen] : levels)
        QTest::addRow("%g to %g HU", pair.first, pair.second) << pair.first << pair.second;
}

/// All blurs of the file, sampled at 0.25 mm over 5 mm to either side: below 1.5 samples and where
/// the edge leaves the profile the order alone, between them width and slope to 5 %.
void TestEdgeOracle::growsWithEveryBlur() {
    QFETCH(double, in);
    QFETCH(double, out);
    std::map<double, double> expected, found;
    const auto json = oracle();
    for (const auto& one : json.find("cases")->elements()) {
        const serial::Reader r(one);
        if (r.number("inside_HU") == in && r.number("outside_HU") == out)
            expected[r.number("sigma_mm")] = r.number("width_10_90_mm");
    }
    double before = 0;
    for (const auto& [sigma, width] : expected) {
        std::vector<double> mm, hu;
        for (double x = -5; x <= 5; x += 0.25) {
            mm.push_back(x);
            hu.push_back(in + (out - in) * 0.5 * std::erfc(-x / (sigma * std::sqrt(2.0))));
        }
        const auto fit = fitEdge(mm, hu);
        QVERIFY(fit.has_value());
        QVERIFY2(fit->width1090() > before, qPrintable(QString::number(sigma)));
        before = fit->width1090();
        if (sigma >= 1.5 * 0.25 && 2 * sigma <= 5)
            QVERIFY(std::abs(before / width - 1) < 0.05);
    }
}

void TestEdgeOracle::doesNotShrinkABlurredBall_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("sigma");
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("atRadius");
    const auto json = oracle();
    QVERIFY2(json.find("blurred_sphere") != nullptr, "the oracle file is missing");
    for (const auto& one : json.find("blurred_sphere")->find("rows")->elements()) {
        const serial::Reader r(one);
        QTest::addRow("R %g, sigma %g", r.number("R"), r.number("sigma"))
            << r.number("R") << r.number("sigma") << r.number("half_level_radius")
            << r.number("f_at_R");
    }
}

/// The half level of the picture moves inward; size and shape belong to the mask and must not
/// follow it. The fitted edge lies nearer to the ball's true surface than the half level does. The
/// width is that of the step, 5 %.
void TestEdgeOracle::doesNotShrinkABlurredBall() {
    QFETCH(double, radius);
    QFETCH(double, sigma);
    QFETCH(double, half);
    QFETCH(double, atRadius);
    QVERIFY(std::abs(blurredBall(radius, radius, sigma) - atRadius) < 1e-9);
    QVERIFY(std::abs(blurredBall(half, radius, sigma) - 0.5) < 1e-6);
    const int wide = static_cast<int>(2 * (radius + 7) / 0.5);
    const auto grid = centredGrid({wide, wide, wide}, {0.5, 0.5, 0.5});
    const auto labels = paintLabels(grid, ball(radius));
    NullJobControl job;
    const auto sharp = *measureNode(
        *paintVolume(grid, [&](PointLps p) { return distance(p, {}) <= radius ? 90.0 : -90.0; }),
        labels, 1, nullptr, job);
    const auto m = *measureNode(*paintVolume(grid,
                                             [&](PointLps p) {
                                                 return -90 + 180 * blurredBall(distance(p, {}),
                                                                                radius, sigma);
                                             }),
                                labels, 1, nullptr, job);
    QCOMPARE(m.size->longAxis->lengthMm, sharp.size->longAxis->lengthMm);
    QCOMPARE(m.size->shortAxis->lengthMm, sharp.size->shortAxis->lengthMm);
    QCOMPARE(m.size->volumeMl, sharp.size->volumeMl);
    QCOMPARE(m.shape->meshVolumeMl, sharp.shape->meshVolumeMl);
    QVERIFY(std::abs(m.size->longAxis->lengthMm - 2 * radius) < 0.71);
    std::vector<double> shifts;
    for (const auto& profile : m.margin->profiles)
        if (profile.fitted)
            shifts.push_back(profile.shiftMm);
    const double shift = median(shifts), width = m.margin->widthMedianMm;
    qInfo("edge %.3f mm from the surface (half level %.3f), width %.2f (step: %.2f)", shift,
          half - radius, width, 2.563103131 * sigma);
    QVERIFY(std::abs(shift) < radius - half);
    QVERIFY(std::abs(width / (2.563103131 * sigma) - 1) < 0.05);
}

void TestEdgeOracle::findsNecrosisInSpaceAndInTheSlice_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("inner");
    QTest::addColumn<double>("volume");
    QTest::addColumn<double>("slice");
    const auto json = oracle();
    QVERIFY2(json.find("necrosis") != nullptr, "the oracle file is missing");
    for (const auto& one : json.find("necrosis")->find("rows")->elements()) {
        const serial::Reader r(one);
        QTest::addRow("R %g, rn %g", r.number("R"), r.number("rn"))
            << r.number("R") << r.number("rn") << r.number("volume_fraction")
            << r.number("midslice_fraction");
    }
}

/// The share of the volume within 0.02, and within 0.03 that of the middle slice, which is always
/// the larger one. With a rim of a voxel or two the outermost layer, which is never counted, costs
/// at most 0.04.
void TestEdgeOracle::findsNecrosisInSpaceAndInTheSlice() {
    QFETCH(double, radius);
    QFETCH(double, inner);
    QFETCH(double, volume);
    QFETCH(double, slice);
    int wide = static_cast<int>(2 * (radius + 4) / 0.5);
    wide += 1 - wide % 2;
    const auto grid = centredGrid({wide, wide, wide}, {0.5, 0.5, 0.5});
    const auto image = paintVolume(grid, [&](PointLps p) {
        const double r = distance(p, {});
        return r <= inner ? 20.0 : r <= radius ? 90.0 : -100.0;
    });
    const auto labels = paintLabels(grid, ball(radius));
    NullJobControl job;
    const auto m = *measureNode(*image, labels, 1, nullptr, job);
    std::size_t all = 0, low = 0;
    const int middle = wide / 2;
    for (int j = 0; j < wide; ++j)
        for (int i = 0; i < wide; ++i)
            all += labels.at(VoxelIndex{i, j, middle}) == 1 ? 1 : 0;
    for (const VoxelIndex v : m.necrosis->voxels)
        low += v.k == middle ? 1 : 0;
    const double inSlice = static_cast<double>(low) / static_cast<double>(all);
    const double rim = radius - inner < 1.0 ? 0.02 : 0.0;
    qInfo("%.4f of %.4f; in the slice %.4f of %.4f", m.necrosis->fraction, volume, inSlice, slice);
    QVERIFY(std::abs(m.necrosis->fraction - volume) < 0.02 + rim);
    QVERIFY(std::abs(inSlice - slice) < 0.03 + rim);
    QVERIFY(inSlice > m.necrosis->fraction);
}

void TestEdgeOracle::fillsEveryShell_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("thick");
    QTest::addColumn<double>("volumeMm3");
    const auto json = oracle();
    QVERIFY2(json.find("perinodal_shell") != nullptr, "the oracle file is missing");
    for (const auto& one : json.find("perinodal_shell")->find("rows")->elements()) {
        const serial::Reader r(one);
        QTest::addRow("R %g, %g mm", r.number("R"), r.number("t"))
            << r.number("R") << r.number("t") << r.number("volume");
    }
}

/// What lies within t mm of the surface, by the distances all shells come from: 3 %.
void TestEdgeOracle::fillsEveryShell() {
    QFETCH(double, radius);
    QFETCH(double, thick);
    QFETCH(double, volumeMm3);
    for (const double slice : {0.5, 1.0}) {
        const int wide = static_cast<int>(2 * (radius + 7) / 0.5);
        const auto grid =
            centredGrid({wide, wide, static_cast<int>(wide * 0.5 / slice)}, {0.5, 0.5, slice});
        NullJobControl job;
        const auto region = *cutNodeRegion(*paintVolume(grid, [](PointLps) { return -100.0; }),
                                           paintLabels(grid, ball(radius)), 1, nullptr, job);
        std::size_t voxels = 0;
        for (std::size_t at = 0; at < region.distanceMm.size(); ++at)
            voxels += region.inside[at] == 0 && region.distanceMm[at] <= static_cast<float>(thick)
                          ? 1
                          : 0;
        const double found = static_cast<double>(voxels) * grid.voxelVolumeMm3();
        QVERIFY2(std::abs(found / volumeMm3 - 1) < 0.03,
                 qPrintable(QString::number(found / volumeMm3)));
    }
}

void TestEdgeOracle::tracesLobes_data() {
    QTest::addColumn<double>("radius");
    QTest::addColumn<double>("eps");
    QTest::addColumn<int>("lobes");
    QTest::addColumn<double>("area");
    QTest::addColumn<double>("perimeter");
    QTest::addColumn<double>("circularity");
    QTest::addColumn<double>("rms");
    const auto json = oracle();
    QVERIFY2(json.find("lobulated_outline_2d") != nullptr, "the oracle file is missing");
    for (const auto& one : json.find("lobulated_outline_2d")->find("rows")->elements()) {
        const serial::Reader r(one);
        QTest::addRow("R %g, eps %g, %g lobes", r.number("R"), r.number("eps"), r.number("lobes"))
            << r.number("R") << r.number("eps") << static_cast<int>(r.number("lobes"))
            << r.number("area") << r.number("perimeter") << r.number("circularity")
            << r.number("rms_radial_deviation");
    }
}

/// The outline that axes and contacts are measured on, at pixels of 0.5 mm. The file gives no
/// tolerance: area 1.5 %, length 4 % (the steps of pixels would add 27 %), circularity 7 %, RMS of
/// the radius a quarter of a pixel.
void TestEdgeOracle::tracesLobes() {
    QFETCH(double, radius);
    QFETCH(double, eps);
    QFETCH(int, lobes);
    QFETCH(double, area);
    QFETCH(double, perimeter);
    QFETCH(double, circularity);
    QFETCH(double, rms);
    constexpr double kPixel = 0.5;
    const int wide = static_cast<int>(2 * radius * (1 + eps) / kPixel) + 5;
    const PlanePoint centre{0.5 * (wide - 1) * kPixel + 0.03, 0.5 * (wide - 1) * kPixel - 0.07};
    PlaneMask mask{wide, wide, kPixel, kPixel, {}};
    for (int v = 0; v < wide; ++v)
        for (int u = 0; u < wide; ++u) {
            const double x = u * kPixel - centre.u, y = v * kPixel - centre.v;
            const double r = radius * (1 + eps * std::cos(lobes * std::atan2(y, x)));
            mask.inside.push_back(std::hypot(x, y) <= r ? 1 : 0);
        }
    const auto loops = outlinesOf(smoothPlane(mask));
    QCOMPARE(loops.size(), std::size_t(1));
    const Outline o = outlineOf(loops[0], centre, radius);
    const double round = 4 * kPi * o.area / (o.perimeter * o.perimeter);
    qInfo("area %.4f, length %.4f, circularity %.4f, RMS %.4f of %.4f mm", o.area / area - 1,
          o.perimeter / perimeter - 1, round / circularity - 1, o.rms, rms);
    QVERIFY(std::abs(o.area / area - 1) < 0.015);
    QVERIFY(std::abs(o.perimeter / perimeter - 1) < 0.04);
    QVERIFY(std::abs(round / circularity - 1) < 0.07);
    QVERIFY(std::abs(o.rms - rms) < 0.25 * kPixel);
}

QTEST_APPLESS_MAIN(TestEdgeOracle)
#include "tst_edge_oracle.moc"
