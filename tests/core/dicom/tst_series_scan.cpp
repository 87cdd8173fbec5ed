// Properties on series made byte by byte (support/dicom_writer.h).
#include "dicom/series.h"
#include "support/dicom_folder.h"
#include <QTest>
#include <cmath>
#include <set>

using namespace nodewise;
using namespace nodewise::test;

class TestSeriesScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sortsByPositionNeverByInstanceNumber();
    void everySyntaxGivesTheSameVolume_data();
    void everySyntaxGivesTheSameVolume();
    void appliesSlopeAndInterceptOfEachSlice();
    void fractionalSlopeGivesFloat();
    void unsignedBeyondInt16GivesFloat();
    void ignoresJunkAboveTheStoredBits();
    void widensEightBitImages();
    void keepsObliqueOrientation();
    void rowsAndColumnsHaveTheirOwnSpacing();
    void splitsOrientationsSizesAndFramesOfReference();
    void tellsPhasesAtTheSamePlacesApart();
    void reportsADuplicatePositionAndKeepsOne();
    void copiesOfAFileCountOnce();
    void findsUnevenSpacingAndFillsTheGap();
    void findsTiltFromPositionsOnly();
    void resamplingATiltedRampRestoresIt();
    void roundedPositionsStayEven();
};

void TestSeriesScan::sortsByPositionNeverByInstanceNumber() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.instance = 100 - 7 * k;
        // Names run another way still, and have no ending.
        QVERIFY(s.writer().write(folder.file(QString::number((k * 3) % kSlices))));
    }
    const auto found = folder.scan();
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
    const auto& grid = volume->geometry();
    QCOMPARE(grid.origin(), (PointLps{-5, 7, 0}));
    QVERIFY(std::abs(grid.spacing()[2] - 2) < 1e-12);
    QVERIFY(found->series.front().uniform);
    QVERIFY(found->series.front().warnings.empty());
    QCOMPARE(volume->meaning(), VoxelMeaning::Hounsfield);
}

void TestSeriesScan::everySyntaxGivesTheSameVolume_data() {
    QTest::addColumn<int>("syntax");
    QTest::addColumn<bool>("meta");
    QTest::newRow("explicit little") << static_cast<int>(Syntax::ExplicitLittle) << true;
    QTest::newRow("implicit little") << static_cast<int>(Syntax::ImplicitLittle) << true;
    QTest::newRow("explicit big") << static_cast<int>(Syntax::ExplicitBig) << true;
    QTest::newRow("deflated") << static_cast<int>(Syntax::Deflated) << true;
    QTest::newRow("explicit without meta") << static_cast<int>(Syntax::ExplicitLittle) << false;
    QTest::newRow("implicit without meta") << static_cast<int>(Syntax::ImplicitLittle) << false;
}

void TestSeriesScan::everySyntaxGivesTheSameVolume() {
    QFETCH(int, syntax);
    QFETCH(bool, meta);
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        auto writer = rampSlice(k).writer(static_cast<Syntax>(syntax));
        writer.writeMeta = meta;
        QVERIFY(writer.write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
}

void TestSeriesScan::appliesSlopeAndInterceptOfEachSlice() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.slope = k + 1;
        s.intercept = -10 * k;
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr && volume->isInt16());
    for (int k = 0; k < kSlices; ++k)
        QCOMPARE(valueAt(*volume, 3, 2, k), (23 + 100 * k) * (k + 1) - 10 * k);
}

void TestSeriesScan::fractionalSlopeGivesFloat() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.slope = k == 2 ? 0.5 : 1;
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr && !volume->isInt16());
    QCOMPARE(volume->value({3, 2, 1}), 123.0F);
    QCOMPARE(volume->value({3, 2, 2}), 111.5F);
}

void TestSeriesScan::unsignedBeyondInt16GivesFloat() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.pixelRepresentation = 0;
        s.words.back() = 65535;
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr && !volume->isInt16());
    QCOMPARE(volume->range(), (ValueRange{0, 65535}));
}

void TestSeriesScan::ignoresJunkAboveTheStoredBits() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.bitsStored = 12;
        s.highBit = 11;
        s.pixelRepresentation = 1;
        for (auto& word : s.words)
            word = static_cast<quint16>(((word - 300) & 0x0FFF) | 0x5000);
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    QCOMPARE(volume->range(), (ValueRange{-300, 123}));
    QCOMPARE(valueAt(*volume, 1, 1, 4), 111);
}

void TestSeriesScan::widensEightBitImages() {
    Folder folder;
    CtSlice s = rampSlice(0);
    s.bitsAllocated = s.bitsStored = 8;
    s.highBit = 7;
    s.pixelRepresentation = 0;
    auto writer = s.writer();
    QByteArray pixels;
    for (int n = 0; n < 12; ++n)
        pixels.append(static_cast<char>(n * 20));
    writer.raw(0x7fe00010, "OB", pixels);
    QVERIFY(writer.write(folder.file(QStringLiteral("a"))));
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    QCOMPARE(volume->range(), (ValueRange{0, 220}));
    QCOMPARE(valueAt(*volume, 1, 2, 0), 9 * 20);
}

void TestSeriesScan::keepsObliqueOrientation() {
    Folder folder;
    const double c = std::cos(0.4), s = std::sin(0.4);
    const VectorLps normal{0, -s, c};
    for (int k = 0; k < kSlices; ++k) {
        CtSlice one = rampSlice(k);
        one.cosines = {1, 0, 0, 0, c, s};
        one.position = {normal.x * 1.5 * k, normal.y * 1.5 * k, normal.z * 1.5 * k};
        QVERIFY(one.writer().write(folder.file(QString::number(k))));
    }
    const auto found = folder.scan();
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
    QVERIFY(found->series.front().tiltDeg < 1e-6);
    QVERIFY(length(volume->geometry().axis(2) - normal) < 1e-9);
    QVERIFY(volume->geometry().rightHanded());
    QVERIFY(std::abs(volume->geometry().spacing()[2] - 1.5) < 1e-9);
}

void TestSeriesScan::rowsAndColumnsHaveTheirOwnSpacing() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k)
        QVERIFY(rampSlice(k).writer().write(folder.file(QString::number(k))));
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    // PixelSpacing 0.5\0.25: rows lie 0.5 mm apart (along j), columns 0.25 mm (along i).
    QVERIFY(std::abs(volume->geometry().spacing()[0] - 0.25) < 1e-12);
    QVERIFY(std::abs(volume->geometry().spacing()[1] - 0.5) < 1e-12);
}

void TestSeriesScan::splitsOrientationsSizesAndFramesOfReference() {
    Folder folder;
    for (int k = 0; k < 3; ++k) {
        QVERIFY(rampSlice(k).writer().write(folder.file(QStringLiteral("a%1").arg(k))));
        CtSlice sagittal = rampSlice(k);
        sagittal.cosines = {0, 1, 0, 0, 0, -1};
        sagittal.sop = "1.3." + QByteArray::number(k);
        QVERIFY(sagittal.writer().write(folder.file(QStringLiteral("b%1").arg(k))));
        CtSlice small = rampSlice(k);
        small.rows = 2;
        small.words.resize(8);
        small.sop = "1.4." + QByteArray::number(k);
        QVERIFY(small.writer().write(folder.file(QStringLiteral("c%1").arg(k))));
        auto moved = rampSlice(k).writer();
        moved.uid(0x00200052, "1.2.3.100");
        moved.uid(0x00080018, "1.5." + QByteArray::number(k));
        QVERIFY(moved.write(folder.file(QStringLiteral("d%1").arg(k))));
    }
    const auto found = folder.scan();
    QVERIFY(found.has_value());
    // Axial, small and moved stacks; the sagittal slices lie at x = -5 all three, so each is a
    // stack of its own.
    QCOMPARE(found->series.size(), std::size_t{6});
    std::set<std::string> ids;
    for (const auto& series : found->series) {
        QCOMPARE(series.uid, std::string("1.2.3.4"));
        ids.insert(series.id);
    }
    QCOMPARE(ids.size(), found->series.size());
    QVERIFY(ids.contains("1.2.3.4") && ids.contains("1.2.3.4#2"));
}

void TestSeriesScan::tellsPhasesAtTheSamePlacesApart() {
    Folder folder;
    for (int phase = 0; phase < 2; ++phase)
        for (int k = 0; k < kSlices; ++k) {
            CtSlice s = rampSlice(k);
            s.intercept = 1000.0 * phase;
            s.instance = 1 + k * 2 + phase;
            auto writer = s.writer();
            writer.text(0x00200012, "IS", QByteArray::number(phase + 1));
            QVERIFY(writer.write(folder.file(QStringLiteral("%1-%2").arg(phase).arg(k))));
        }
    const auto found = folder.scan();
    QVERIFY(found.has_value());
    QCOMPARE(found->series.size(), std::size_t{2});
    QVERIFY(found->skipped.empty());
    NullJobControl job;
    for (int phase = 0; phase < 2; ++phase) {
        const auto volume = dicom::loadSeries(found->series[static_cast<std::size_t>(phase)], job);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->range(), (ValueRange{1000.0 * phase, 1000.0 * phase + 423}));
    }
}

void TestSeriesScan::reportsADuplicatePositionAndKeepsOne() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k)
        QVERIFY(rampSlice(k).writer().write(folder.file(QString::number(k))));
    CtSlice again = rampSlice(2);
    again.instance = 50;
    again.intercept = 7;
    QVERIFY(again.writer().write(folder.file(QStringLiteral("again"))));
    const auto found = folder.scan();
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
    QCOMPARE(found->skipped.size(), std::size_t{1});
    QCOMPARE(wordOf(found->skipped.front().code), wordOf(ErrorCode::DuplicatePosition));
    QCOMPARE(found->skipped.front().path.filename().string(), std::string("again"));
}

void TestSeriesScan::copiesOfAFileCountOnce() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k)
        for (const char* copy : {"a", "b"})
            QVERIFY(rampSlice(k).writer().write(
                folder.file(QString::fromLatin1(copy) + QString::number(k))));
    const auto found = folder.scan();
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
    QCOMPARE(found->skipped.size(), std::size_t{kSlices});
}

void TestSeriesScan::findsUnevenSpacingAndFillsTheGap() {
    Folder folder;
    for (const int k : {0, 1, 2, 4})
        QVERIFY(rampSlice(k).writer().write(folder.file(QString::number(k))));
    const auto found = folder.scan();
    QVERIFY(found && found->series.size() == 1);
    const auto& series = found->series.front();
    QVERIFY(!series.uniform);
    QVERIFY(series.obstacle.has_value());
    NullJobControl job;
    const auto refused = dicom::loadSeries(series, job);
    QVERIFY(!refused.has_value());
    QCOMPARE(wordOf(refused.error().code), wordOf(ErrorCode::SpacingUneven));
    QCOMPARE(refused.error().place, std::string("(0020,0032)"));
    // The ramp is linear, so the missing slice comes back exactly.
    const auto volume = loadOnly(found, {true, 0});
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
}

void TestSeriesScan::findsTiltFromPositionsOnly() {
    Folder folder;
    const double tilt = 20 * std::acos(-1.0) / 180;
    for (int k = 0; k < kSlices; ++k) {
        CtSlice s = rampSlice(k);
        s.cosines = {1, 0, 0, 0, std::cos(tilt), -std::sin(tilt)};
        s.position = {0, 0, 2.0 * k};
        auto writer = s.writer();
        // The tag of the gantry says something else; it has no common sign and is not read.
        writer.text(0x00181120, "DS", "-3");
        QVERIFY(writer.write(folder.file(QString::number(k))));
    }
    const auto found = folder.scan();
    QVERIFY(found && found->series.size() == 1);
    QVERIFY(std::abs(found->series.front().tiltDeg - 20) < 1e-6);
    QVERIFY(std::abs(found->series.front().spacing[2] - 2 * std::cos(tilt)) < 1e-6);
    QVERIFY(!found->series.front().uniform);
    QVERIFY(loadOnly(found) == nullptr);
}

// A field that is linear in the patient, sampled on tilted slices, must come back linear in the
// patient from the regular grid: the property that a wrong shear or spacing breaks.
void TestSeriesScan::resamplingATiltedRampRestoresIt() {
    Folder folder;
    const double tilt = 16.5 * std::acos(-1.0) / 180;
    const VectorLps column{0, std::cos(tilt), std::sin(tilt)};
    const auto field = [](PointLps p) { return 500 + 40 * p.x + 30 * p.y + 20 * p.z; };
    for (int k = 0; k < 8; ++k) {
        CtSlice s;
        s.columns = 12;
        s.rows = 20;
        s.instance = k + 1;
        s.spacing = {0.5, 0.5};
        s.cosines = {1, 0, 0, column.x, column.y, column.z};
        s.position = {1, 2, 2.5 * k};
        for (int j = 0; j < s.rows; ++j)
            for (int i = 0; i < s.columns; ++i)
                s.words.push_back(static_cast<quint16>(std::lround(field(
                    PointLps{1, 2, 2.5 * k} + VectorLps{0.5 * i, 0, 0} + column * (0.5 * j)))));
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto volume = loadOnly(folder.scan(), {true, 0});
    QVERIFY(volume != nullptr);
    const auto& grid = volume->geometry();
    int checked = 0;
    for (std::size_t at = 0; at < grid.voxelCount(); ++at) {
        const VoxelIndex index = grid.indexOf(at);
        const PointLps place = grid.toPatient(index);
        // Where both neighbours reach: 20 rows, less what the stack leans (8 × 2.5 × sin / 0.5).
        const bool inside = index.j > 12 && index.j < 19;
        if (!inside)
            continue;
        ++checked;
        // Rounding of the stored words and of the result: half a unit each.
        QVERIFY(std::abs(static_cast<double>(volume->value(index)) - field(place)) <= 1.001);
    }
    QVERIFY(checked > 300);
}

void TestSeriesScan::roundedPositionsStayEven() {
    Folder folder;
    for (int k = 0; k < 40; ++k) {
        CtSlice s = rampSlice(k % kSlices);
        s.instance = k + 1;
        s.position = {0, 0, std::round(k * 0.625 * 100) / 100};
        QVERIFY(s.writer().write(folder.file(QString::number(k))));
    }
    const auto found = folder.scan();
    QVERIFY(found && found->series.size() == 1);
    QVERIFY(found->series.front().uniform);
    QVERIFY(std::abs(found->series.front().spacing[2] - 0.625) < 1e-3);
}

QTEST_APPLESS_MAIN(TestSeriesScan)
#include "tst_series_scan.moc"
