#include "volume/volume_io.h"
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace nodewise;
namespace fs = std::filesystem;

namespace {

GridGeometry obliqueGrid() {
    const double c = std::cos(0.4), s = std::sin(0.4);
    return *GridGeometry::create({5, 4, 3}, {0.5, 0.7, 2.5}, {-12.5, 30.25, 100},
                                 {VectorLps{c, s, 0}, {-s, c, 0}, {0, 0, 1}});
}

VolumePtr ramp(CtVolume::Voxels voxels) {
    return *CtVolume::create(obliqueGrid(), std::move(voxels));
}

VolumePtr int16Ramp() {
    CtVolume::Int16Voxels voxels(60);
    for (std::size_t i = 0; i < voxels.size(); ++i)
        voxels[i] = static_cast<std::int16_t>(i * 60) - 1024;
    return ramp(voxels);
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string readAll(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class TestVolumeIo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void keepsNotANumber();
    void labelsKeepTheirNames();
    void readsTheIbsiPhantom();
    void readsThePyradiomicsLabel();
    void refusesDamage_data();
    void refusesDamage();
    void survivesEveryTruncation_data();
    void survivesEveryTruncation();
    void refusesLabelsThatAreNoLabels();
    void cancelsWhileReading();

private:
    QTemporaryDir m_dir;
    fs::path at(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }
    NullJobControl m_job;
};

void TestVolumeIo::roundTrips_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("whole");
    for (const char* ending : {"nrrd", "nii", "nii.gz"})
        for (const bool whole : {true, false})
            QTest::addRow("%s %s", ending, whole ? "int16" : "float")
                << QStringLiteral("v.%1").arg(QLatin1String(ending)) << whole;
}

void TestVolumeIo::roundTrips() {
    QFETCH(QString, name);
    QFETCH(bool, whole);
    CtVolume::FloatVoxels numbers(60);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<float>(i) * 0.37F - 9.5F;
    const VolumePtr given = whole ? int16Ramp() : ramp(numbers);
    const fs::path file = at(qPrintable(name));
    QVERIFY(writeVolume(*given, file).has_value());
    const auto back = readVolume(file, m_job);
    QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
    QCOMPARE((*back)->isInt16(), whole);
    QVERIFY((*back)->geometry().sameGridAs(given->geometry(), 1e-4));
    for (std::size_t i = 0; i < 60; ++i) {
        const VoxelIndex v = given->geometry().indexOf(i);
        QCOMPARE((*back)->value(v), given->value(v));
    }
}

void TestVolumeIo::keepsNotANumber() {
    CtVolume::FloatVoxels numbers(60, 1.5F);
    numbers[7] = std::nanf("");
    QVERIFY(writeVolume(*ramp(numbers), at("nan.nii.gz")).has_value());
    const auto back = readVolume(at("nan.nii.gz"), m_job);
    QVERIFY(back.has_value());
    QVERIFY(std::isnan((*back)->floatVoxels()[7]));
    QCOMPARE((*back)->range().high, 1.5);
}

void TestVolumeIo::labelsKeepTheirNames() {
    LabelGrid grid{
        obliqueGrid(), std::vector<std::uint16_t>(60, 0), {{3, "node-1"}, {300, "hyoid"}}};
    grid.labels[5] = 3;
    grid.labels[6] = 300;
    QVERIFY(writeLabelGrid(grid, at("l.nrrd")).has_value());
    const auto back = readLabelGrid(at("l.nrrd"), m_job);
    QVERIFY(back.has_value());
    QVERIFY(back->labels == grid.labels);
    QVERIFY(back->names == grid.names);
}

// oracles/README 2: whole image mean -266 (tolerance 1 HU), ROI 125,256 voxels.
void TestVolumeIo::readsTheIbsiPhantom() {
    const fs::path folder = fs::path(NODEWISE_SHARED_DIR) / "oracles/ibsi";
    const auto image = readVolume(folder / "ct_phantom_image.nii.gz", m_job);
    QVERIFY2(image.has_value(), "the oracle ct_phantom_image.nii.gz is missing or unreadable");
    QCOMPARE((*image)->geometry().dims(), (std::array<int, 3>{204, 201, 60}));
    double sum = 0;
    (*image)->visit([&](auto span) {
        for (const auto v : span)
            sum += static_cast<double>(v);
    });
    QVERIFY(std::abs(sum / static_cast<double>((*image)->geometry().voxelCount()) + 266) < 1);
    const auto mask = readLabelGrid(folder / "ct_phantom_mask.nii.gz", m_job);
    QVERIFY(mask.has_value());
    QCOMPARE(std::count(mask->labels.begin(), mask->labels.end(), 1), 125256);
}

void TestVolumeIo::readsThePyradiomicsLabel() {
    const auto label =
        readLabelGrid(fs::path(NODEWISE_SHARED_DIR) / "oracles/geometry/breast1_label.nrrd", m_job);
    QVERIFY2(label.has_value(), label ? "" : label.error().detail.c_str());
    QVERIFY(std::count(label->labels.begin(), label->labels.end(), 1) > 0);
}

void TestVolumeIo::refusesDamage_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* what, const char* name, const std::string& bytes,
                        ErrorCode code) {
        QTest::newRow(what) << QString::fromLatin1(name) << QByteArray::fromStdString(bytes)
                            << static_cast<int>(code);
    };
    const std::string head = "NRRD0004\ntype: short\ndimension: 3\nencoding: raw\nendian: little\n";
    row("not a volume name", "a.txt", "x", ErrorCode::FormatUnknown);
    row("empty nrrd", "a.nrrd", "", ErrorCode::FormatUnknown);
    row("empty nifti", "a.nii", "", ErrorCode::FormatDamaged);
    row("no sizes", "b.nrrd", (head + "\n"), ErrorCode::FormatDamaged);
    row("huge sizes", "c.nrrd", (head + "sizes: 99999999 2 2\n\n"), ErrorCode::FormatDamaged);
    row("sheared", "d.nrrd",
        head + "sizes: 2 2 2\nspace: LPS\nspace directions: (1,0,0) (0.5,1,0) (0,0,1)\n\n",
        ErrorCode::GeometryInconsistent);
    row("unknown type", "e.nrrd", "NRRD0004\ntype: block\ndimension: 3\nencoding: raw\n\n",
        ErrorCode::PixelFormatUnsupported);
    row("escaping data file", "f.nrrd", (head + "sizes: 2 2 2\ndata file: ../secret.raw\n\n"),
        ErrorCode::FormatDamaged);
    row("missing data file", "g.nhdr", (head + "sizes: 2 2 2\ndata file: none.raw\n\n"),
        ErrorCode::ReferencedFileMissing);
}

void TestVolumeIo::refusesDamage() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const fs::path file = at(qPrintable(name));
    write(file, bytes.toStdString());
    const auto volume = readVolume(file, m_job);
    QVERIFY(!volume.has_value());
    QCOMPARE(static_cast<int>(volume.error().code), code);
    QCOMPARE(volume.error().path, file.string());
    QVERIFY(!volume.error().detail.empty());
}

void TestVolumeIo::survivesEveryTruncation_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"t.nrrd", "t.nii", "t.nii.gz"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestVolumeIo::survivesEveryTruncation() {
    QFETCH(QString, name);
    const fs::path file = at(qPrintable(name));
    QVERIFY(writeVolume(*int16Ramp(), file).has_value());
    const std::string whole = readAll(file);
    // The last 8 bytes of a gzip stream are its check sum: without them every voxel is still there.
    const std::size_t tail = name.endsWith(QLatin1String("nii")) ? 0 : 12;
    for (std::size_t length = 0; length + tail < whole.size(); ++length) {
        write(file, whole.substr(0, length));
        QVERIFY2(!readVolume(file, m_job).has_value(), qPrintable(QString::number(length)));
    }
}

void TestVolumeIo::refusesLabelsThatAreNoLabels() {
    QVERIFY(writeVolume(*int16Ramp(), at("image.nrrd")).has_value());
    const auto labels = readLabelGrid(at("image.nrrd"), m_job);
    QVERIFY(!labels.has_value());
    QVERIFY(labels.error().code == ErrorCode::ValueOutOfRange);
}

void TestVolumeIo::cancelsWhileReading() {
    struct Stop final : JobControl {
        void report(double, std::string_view) override {}
        bool cancelled() const override { return true; }
    } stop;
    QVERIFY(writeVolume(*int16Ramp(), at("c.nrrd")).has_value());
    const auto volume = readVolume(at("c.nrrd"), stop);
    QVERIFY(!volume.has_value());
    QVERIFY(volume.error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestVolumeIo)
#include "tst_volume_io.moc"
