#include "measure/ibsi_features.h"
#include "shapes.h"
#include "volume/volume_io.h"
#include <QtTest>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <sstream>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

const std::string kFolder = NODEWISE_SHARED_DIR "/oracles/ibsi/";

struct Reference {
    std::string tag;
    double value = 0, tolerance = 0;
    int digits = 3;  ///< Significant digits as printed.
};

/// Fields of a line of CSV; no field of these tables holds a quoted comma.
std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields;
    std::stringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');)
        fields.push_back(field);
    return fields;
}

/// Half a unit of the last digit of a number as printed. A whole number is taken to be printed to
/// three significant digits, as all of these tables are.
double halfDigit(const std::string& printed) {
    const auto point = printed.find('.');
    if (point != std::string::npos)
        return 0.5 * std::pow(10.0, -static_cast<double>(printed.size() - point - 1));
    const std::size_t digits = printed.size() - (printed[0] == '-' ? 1 : 0);
    return digits > 3 ? 0.5 * std::pow(10.0, static_cast<double>(digits) - 3.0) : 0.5;
}

/// What is not computed: texture-like and fitted boxes.
bool isAsked(const std::string& tag) {
    static const std::set<std::string> left{"morph_moran_i",       "morph_geary_c",
                                            "morph_vol_dens_ombb", "morph_area_dens_ombb",
                                            "morph_vol_dens_mvee", "morph_area_dens_mvee"};
    return !left.contains(tag);
}

std::vector<Reference> referencesOf(const std::string& file, const std::string& dataset) {
    std::vector<Reference> rows;
    std::ifstream table(file);
    std::string line;
    std::getline(table, line);
    const auto names = fieldsOf(line);
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) -
                                        names.begin());
    };
    while (std::getline(table, line)) {
        const auto fields = fieldsOf(line);
        if (fields.size() <= column("tolerance") || fields[column("dataset")] != dataset ||
            !isAsked(fields[column("tag")]))
            continue;
        Reference row{fields[column("tag")], std::stod(fields[column("value")]),
                      std::stod(fields[column("tolerance")]), 3};
        row.tolerance = std::max(row.tolerance, 0.0);
        if (row.tolerance == 0)
            row.tolerance = halfDigit(fields[column("value")]);
        rows.push_back(row);
    }
    return rows;
}

struct Phantom {
    VolumePtr image;
    LabelMap labels;
};

Phantom phantom(const std::string& name) {
    NullJobControl job;
    return {*readVolume(kFolder + name + "_image.nii.gz", job),
            *LabelMap::create(*readLabelGrid(kFolder + name + "_mask.nii.gz", job))};
}

IbsiFeatures featuresOf(const Phantom& data, const IbsiConfig& config) {
    NullJobControl job;
    return *ibsiFeatures(*data.image, data.labels, 1, config, job);
}

const IbsiFeatures& featuresOfCt(char letter) {
    static const Phantom ct = phantom("ct_phantom");
    static std::map<char, IbsiFeatures> kept;
    if (!kept.contains(letter))
        kept[letter] = featuresOf(ct, *ibsiConfig(letter));
    return kept[letter];
}

const IbsiFeatures& featuresOfDigital() {
    static const IbsiFeatures features = featuresOf(phantom("digital_phantom"), IbsiConfig{});
    return features;
}

void compare(const IbsiFeatures& features, const std::vector<Reference>& rows) {
    QVERIFY2(!rows.empty(), "the oracle file is missing or has no such rows");
    int failed = 0;
    for (const Reference& row : rows) {
        const auto found = features.find(row.tag);
        // The tables print rounded numbers: a value may lie half a digit beyond the tolerance's
        // edge only by rounding, which the epsilon covers.
        const double off = found == features.end() ? std::numeric_limits<double>::infinity()
                                                   : std::abs(found->second - row.value);
        if (off <= row.tolerance * (1 + 1e-9))
            continue;
        ++failed;
        qWarning("%s: %.6g, reference %g +- %g", row.tag.c_str(),
                 found == features.end() ? 0.0 : found->second, row.value, row.tolerance);
    }
    QCOMPARE(failed, 0);
}

}  // namespace

class TestIbsi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheManual_data();
    void agreesWithTheManual();
    void agreesWithPublishedHistogramAndPeaks_data();
    void agreesWithPublishedHistogramAndPeaks();
    void interpolatesStraightLinesExactly();
    void keepsTheMiddleOfTheGrid();
    void passesThroughTheVoxelsWithASpline();
    void judgesRangeAndOutliersOnTheSameMask();
    void meansOverABallAtTheBorder();
    void measuresAnEllipsoidsPrincipalAxes();
    void hasNoNumberWhereThereIsNone();
    void refusesBadInput();
};

void TestIbsi::agreesWithTheManual_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("dataset");
    for (const char* file : {"morphology.csv", "intensity_statistics.csv"})
        for (const char* dataset : {"digital_phantom", "ct_config_A", "ct_config_C"})
            QTest::addRow("%s, %s", file, dataset)
                << QString::fromLatin1(file) << QString::fromLatin1(dataset);
    for (const char letter : {'A', 'B', 'C', 'D', 'E'})
        QTest::addRow("diagnostics.csv, configuration %c", letter)
            << QStringLiteral("diagnostics.csv")
            << QStringLiteral("ct_config_%1").arg(QLatin1Char(letter));
}

/// oracles/ibsi/*.csv at the tolerance printed there; nought means half a unit of the last digit.
void TestIbsi::agreesWithTheManual() {
    QFETCH(QString, file);
    QFETCH(QString, dataset);
    const auto rows = referencesOf(kFolder + file.toStdString(), dataset.toStdString());
    compare(dataset.startsWith(QLatin1String("ct")) ? featuresOfCt(dataset.back().toLatin1())
                                                    : featuresOfDigital(),
            rows);
}

void TestIbsi::agreesWithPublishedHistogramAndPeaks_data() {
    QTest::addColumn<QString>("dataset");
    QTest::newRow("digital phantom") << QStringLiteral("digital_phantom");
    for (const char letter : {'A', 'B', 'C', 'D', 'E'})
        QTest::addRow("configuration %c", letter)
            << QStringLiteral("ct_config_%1").arg(QLatin1Char(letter));
}

/// tests/data/ibsi/manual_values.csv: rows of the manual that the oracle folder does not hold.
void TestIbsi::agreesWithPublishedHistogramAndPeaks() {
    QFETCH(QString, dataset);
    const auto rows = referencesOf(NODEWISE_SOURCE_DIR "/tests/data/ibsi/manual_values.csv",
                                   dataset.toStdString());
    compare(dataset.startsWith(QLatin1String("ct")) ? featuresOfCt(dataset.back().toLatin1())
                                                    : featuresOfDigital(),
            rows);
}

void TestIbsi::interpolatesStraightLinesExactly() {
    NullJobControl job;
    const auto grid = GridGeometry::axisAligned({20, 18, 12}, {0.9, 1.1, 3.0}, {0, 0, 0});
    const auto image = paintVolume(grid, [](PointLps p) { return 3 * p.x - 2 * p.y + 5 * p.z; });
    const auto labels = paintLabels(grid, ball(6, {8, 9, 16}));
    for (const auto kind : {IbsiInterpolation::Linear, IbsiInterpolation::CubicSpline}) {
        IbsiConfig config;
        config.interpolation = kind;
        config.spacingMm = 1.5;
        const auto source = *ibsiImage(*image, labels, 1, config, job);
        const auto fine = *interpolated(source, config, job);
        // Away from the border: the spline's mirror bends the line there.
        const int k = fine.dims[2] / 2, j = fine.dims[1] / 2;
        for (int i = fine.dims[0] / 2 - 2; i < fine.dims[0] / 2 + 2; ++i) {
            const auto at = [&](int n, std::size_t a) {
                return 0.5 * (grid.dims()[a] - 1) * grid.spacing()[a] +
                       (n - 0.5 * (fine.dims[a] - 1)) * 1.5;
            };
            const double expected = 3 * at(i, 0) - 2 * at(j, 1) + 5 * at(k, 2);
            QVERIFY(std::abs(static_cast<double>(fine.intensity[fine.offset(i, j, k)]) - expected) <
                    (kind == IbsiInterpolation::Linear ? 1e-3 : 0.05));
        }
    }
}

void TestIbsi::keepsTheMiddleOfTheGrid() {
    NullJobControl job;
    const auto grid = GridGeometry::axisAligned({21, 21, 15}, {0.8, 0.8, 2.5}, {0, 0, 0});
    const PointLps middle = grid.centre();
    const auto labels = paintLabels(grid, ball(6.3, middle));
    const auto image = paintVolume(grid, [](PointLps) { return 40.0; });
    for (const bool bySlice : {false, true}) {
        IbsiConfig config;
        config.interpolation = IbsiInterpolation::Linear;
        config.spacingMm = 0.5;
        config.bySlice = bySlice;
        const auto fine = *interpolated(*ibsiImage(*image, labels, 1, config, job), config, job);
        QCOMPARE(fine.dims[0], 34);  // ceil(21 * 0.8 / 0.5)
        QCOMPARE(fine.dims[2], bySlice ? 15 : 75);
        for (int k = 0; k < fine.dims[2]; ++k)
            for (int j = 0; j < fine.dims[1]; ++j)
                for (int i = 0; i < fine.dims[0]; ++i)
                    QCOMPARE(fine.shape[fine.offset(i, j, k)],
                             fine.shape[fine.offset(fine.dims[0] - 1 - i, fine.dims[1] - 1 - j,
                                                    fine.dims[2] - 1 - k)]);
    }
}

void TestIbsi::passesThroughTheVoxelsWithASpline() {
    NullJobControl job;
    const auto grid = GridGeometry::axisAligned({17, 15, 13}, {2, 2, 2}, {0, 0, 0});
    const auto image = paintVolume(
        grid, [](PointLps p) { return 100 * std::sin(0.3 * p.x) * std::cos(0.2 * p.y) + 7 * p.z; });
    IbsiConfig config;
    config.interpolation = IbsiInterpolation::CubicSpline;
    config.spacingMm = 2;  // the same grid: every new voxel is an old one
    const auto source =
        *ibsiImage(*image, paintLabels(grid, ball(8, grid.centre())), 1, config, job);
    const auto same = *interpolated(source, config, job);
    QVERIFY(same.dims == source.dims);
    for (std::size_t at = 0; at < source.intensity.size(); ++at)
        QVERIFY(std::abs(same.intensity[at] - source.intensity[at]) < 1e-3F);
}

void TestIbsi::judgesRangeAndOutliersOnTheSameMask() {
    // 98 voxels of 10, one of 20, one of 1000: the outlier limit comes from all of them.
    IbsiImage image;
    image.dims = {100, 1, 1};
    image.intensity.assign(100, 10.0F);
    image.intensity[3] = 20.0F;
    image.intensity[5] = 1000.0F;
    image.shape.assign(100, 1);
    image.values = image.shape;
    IbsiConfig config;
    config.sigmas = 3;
    config.high = 900;
    QVERIFY(resegment(image, config).has_value());
    QCOMPARE(std::count(image.values.begin(), image.values.end(), 1), 99);
    QCOMPARE(image.values[3], 1);  // by the rest alone 20 would be an outlier
    config.low = 2000;
    QVERIFY(resegment(image, config).error().code == ErrorCode::EmptyMask);
}

void TestIbsi::meansOverABallAtTheBorder() {
    // Half a space of 0, half of 100 in x: a ball of 1 cm³ round a voxel beside the plane.
    IbsiImage image;
    image.dims = {41, 31, 31};
    image.spacingMm = {0.5, 0.5, 0.5};
    image.intensity.assign(41 * 31 * 31, 0.0F);
    image.shape.assign(image.intensity.size(), 0);
    for (int k = 0; k < 31; ++k)
        for (int j = 0; j < 31; ++j)
            for (int i = 21; i < 41; ++i)
                image.intensity[image.offset(i, j, k)] = 100.0F;
    image.shape[image.offset(20, 15, 15)] = 1;
    image.values = image.shape;
    IbsiFeatures features;
    addLocalIntensity(image, features);
    double inside = 0, right = 0;  // by counting
    for (int k = -13; k <= 13; ++k)
        for (int j = -13; j <= 13; ++j)
            for (int i = -13; i <= 13; ++i)
                if (0.25 * (i * i + j * j + k * k) <= std::pow(10 * std::cbrt(0.75 / M_PI), 2)) {
                    ++inside;
                    right += i > 0 ? 1 : 0;
                }
    QVERIFY(std::abs(features["loc_peak_loc"] - 100 * right / inside) < 1e-9);
    QCOMPARE(features["loc_peak_loc"], features["loc_peak_glob"]);
}

void TestIbsi::measuresAnEllipsoidsPrincipalAxes() {
    // The axes 4 sqrt(eigenvalue) of a solid ellipsoid are 4/sqrt(5) times its half axes.
    NullJobControl job;
    const auto grid = centredGrid({70, 70, 70}, {0.5, 0.5, 0.5});
    const auto labels = paintLabels(grid, oracleShape("ellipsoid_15_9_7_rot_z30"));
    const auto image = paintVolume(grid, [](PointLps) { return 40.0; });
    auto f = *ibsiFeatures(*image, labels, 1, {}, job);
    // oracles/geometry/synthetic_shapes.json, pca_axes; half a percent.
    QVERIFY(std::abs(f["morph_pca_maj_axis"] / 26.832816 - 1) < 5e-3);
    QVERIFY(std::abs(f["morph_pca_min_axis"] / 16.099689 - 1) < 5e-3);
    QVERIFY(std::abs(f["morph_pca_least_axis"] / 12.521981 - 1) < 5e-3);
    QVERIFY(f["morph_com"] < 1e-6);
    // The hull bridges the steps of the voxels: a convex body fills it but for these.
    QVERIFY(f["morph_vol_dens_conv_hull"] < 1 && f["morph_vol_dens_conv_hull"] > 0.95);
}

void TestIbsi::hasNoNumberWhereThereIsNone() {
    NullJobControl job;
    const auto grid = centredGrid({20, 20, 20}, {1, 1, 1});
    const auto labels = paintLabels(grid, ball(4));
    const auto flat = paintVolume(grid, [](PointLps) { return 0.0; });
    auto f = *ibsiFeatures(*flat, labels, 1, {}, job);
    QVERIFY(std::isnan(f["stat_cov"]) && std::isnan(f["stat_qcod"]) && std::isnan(f["morph_com"]));
    QCOMPARE(f["stat_skew"], 0.0);
    QCOMPARE(f["ih_entropy"], 0.0);
    QVERIFY(toJson(f).find("stat_cov")->isNull());
    // One voxel is a mask: its mesh is the octahedron of half a voxel.
    LabelMap one = LabelMap::empty(grid);
    one.set({5, 5, 5}, 1);
    auto single = *ibsiFeatures(*flat, one, 1, *ibsiConfig('A'), job);
    QVERIFY(std::abs(single["morph_volume"] - 1.0 / 6) < 1e-12);
    QVERIFY(std::isnan(single["morph_pca_elongation"]));
}

void TestIbsi::refusesBadInput() {
    NullJobControl job;
    const auto grid = centredGrid({20, 20, 20}, {1, 1, 1});
    const auto labels = paintLabels(grid, ball(4));
    const auto image = paintVolume(grid, [](PointLps) { return 10.0; });
    const auto code = [&](const CtVolume& volume, const LabelMap& map, LabelValue label,
                          const IbsiConfig& config) {
        const auto result = ibsiFeatures(volume, map, label, config, job);
        return result ? ErrorCode::Internal : result.error().code;
    };
    QVERIFY(code(*image, labels, 2, {}) == ErrorCode::LabelAbsent);
    QVERIFY(code(*image, labels, 0, {}) == ErrorCode::LabelAbsent);
    const auto other = centredGrid({20, 20, 21}, {1, 1, 1});
    QVERIFY(code(*image, paintLabels(other, ball(4)), 1, {}) == ErrorCode::GridMismatch);
    const auto broken = paintVolume(
        grid, [](PointLps p) { return p.x > 8 ? std::numeric_limits<double>::quiet_NaN() : 10.0; });
    QVERIFY(code(*broken, labels, 1, {}) == ErrorCode::NotANumber);
    IbsiConfig config;
    config.low = 100;
    QVERIFY(code(*image, labels, 1, config) == ErrorCode::EmptyMask);
    QVERIFY(!ibsiConfig('F') && !ibsiConfig('a') && ibsiConfig('E'));
}

QTEST_APPLESS_MAIN(TestIbsi)
#include "tst_ibsi.moc"
