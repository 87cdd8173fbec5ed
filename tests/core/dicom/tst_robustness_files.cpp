// One row for every file of ../shared/data/dicom-robustness. The expected values were worked out
// with dcmdump, pydicom + numpy (uncompressed, RLE, deflated), gdcmconv (JPEG lossless, JPEG-LS,
// JPEG 2000) and dcmdjpeg (JPEG 12 bit), never with the code under test.
#include "dicom/series.h"
#include <QDirIterator>
#include <QSet>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace nodewise;

namespace {

/// What must come of a file that is scanned alone.
enum class Fate {
    Opens,       ///< Loads as a volume of these dims and values.
    Unplaced,    ///< Its pixels decode to these values, but it says not where it lies: not loaded.
    Skipped,     ///< No series; listed with this code.
    PixelsFail,  ///< Listed as a series; reading the pixels gives this code.
};

struct Row {
    const char* file;
    Fate fate;
    int columns, rows, slices;
    double low, high;
    ErrorCode code;
    const char* note;
};

constexpr Row opens(const char* file, int columns, int rows, int slices, double low, double high,
                    const char* note = "") {
    return {file, Fate::Opens, columns, rows, slices, low, high, ErrorCode::Internal, note};
}
constexpr Row unplaced(const char* file, int columns, int rows, int slices, double low, double high,
                       const char* note = "") {
    return {file, Fate::Unplaced, columns, rows, slices, low, high, ErrorCode::GeometryMissing,
            note};
}
constexpr Row skipped(const char* file, ErrorCode code, const char* note = "") {
    return {file, Fate::Skipped, 0, 0, 0, 0, 0, code, note};
}

using enum ErrorCode;

// clang-format off
constexpr Row kRows[] = {
    skipped("EXPECTED.md", NotDicom),
    opens("dcm_qa_ts/1.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/2.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/3.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/4.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/5.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/6.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/7.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/8.dcm", 384, 384, 1, 0, 2362),
    opens("dcm_qa_ts/9.dcm", 384, 384, 1, 0, 2362),
    skipped("dcm_qa_ts/LICENSE", NotDicom),
    skipped("dcm_qa_ts/README.md", NotDicom),
    opens("dcmqi/24x38x3/image/IMG0001.dcm", 24, 38, 1, 0, 0),
    opens("dcmqi/24x38x3/image/IMG0002.dcm", 24, 38, 1, 0, 1),
    opens("dcmqi/24x38x3/image/IMG0003.dcm", 24, 38, 1, 0, 0),
    opens("dcmqi/24x38x3/multiframe/mf.dcm", 24, 38, 3, 0, 1),
    skipped("dcmqi/24x38x3/nrrd/label.nrrd", NotDicom, "a volume file, but no DICOM"),
    skipped("dcmqi/24x38x3/seg/label.seg", NotAnImage, "SEG: read as labels"),
    skipped("dcmqi/LICENSE.txt", NotDicom),
    skipped("dcmqi/partial_overlaps.dcm", NotAnImage, "SEG: read as labels"),
    skipped("dcmqi/sparse-labelmap-ppv5.dcm", NotAnImage, "SEG: read as labels"),
    skipped("dicom2nifti/LICENSE", NotDicom),
    opens("dicom2nifti/failing/gantrytilting/001/IM-0001-0001.dcm", 512, 512, 1, -1024, -770,
          "one slice has no tilt against a stack; the four together are refused"),
    opens("dicom2nifti/failing/gantrytilting/001/IM-0001-0002.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/gantrytilting/001/IM-0001-0003.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/gantrytilting/001/IM-0001-0004.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/slicecount/001/IM-0001-0001-0001.dcm", 256, 256, 1, 0, 254,
          "too few slices is a warning: a slice can be looked at"),
    opens("dicom2nifti/failing/slicecount/001/IM-0001-0002-0001.dcm", 256, 256, 1, 0, 254),
    opens("dicom2nifti/failing/sliceincrement/001/IM-0001-0007-0001.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/sliceincrement/001/IM-0001-0008-0001.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/sliceincrement/001/IM-0001-0009-0001.dcm", 512, 512, 1, -1024, -770),
    opens("dicom2nifti/failing/sliceincrement/001/IM-0001-0010-0001.dcm", 512, 512, 1, -1024, -770),
    skipped("pydicom-data/LICENSE", NotDicom),
    opens("pydicom-data/eCT_Supplemental.dcm", 512, 512, 2, -1024, 172,
          "frame 2 lies lowest; a derived perfusion map, so its values are no HU"),
    unplaced("pydicom-data/emri_small.dcm", 64, 64, 10, 0, 467,
             "an enhanced MR without any functional group: dcmdump finds neither 5200,9229 nor 9230"),
    skipped("pydicom/LICENSE", NotDicom),
    unplaced("pydicom/charset_files/chrArab.dcm", 32, 32, 1, 0, 255, "secondary capture"),
    unplaced("pydicom/charset_files/chrFren.dcm", 32, 32, 1, 0, 255),
    unplaced("pydicom/charset_files/chrH31.dcm", 32, 32, 1, 0, 255),
    unplaced("pydicom/charset_files/chrH32.dcm", 32, 32, 1, 0, 255),
    skipped("pydicom/charset_files/chrKoreanMulti.dcm", NoPixelData, "rows and columns, no pixels"),
    unplaced("pydicom/charset_files/chrRuss.dcm", 32, 32, 1, 0, 255),
    skipped("pydicom/charset_files/chrSQEncoding.dcm", NotAnImage, "no rows, no pixels"),
    unplaced("pydicom/charset_files/chrX1.dcm", 32, 32, 1, 0, 255),
    unplaced("pydicom/charset_files/chrX2.dcm", 32, 32, 1, 0, 255),
    opens("pydicom/test_files/693_J2KI.dcm", 512, 512, 1, -3995, 1812,
          "header says 14 bits, codestream 16: the codestream is right (gdcm: stored -2971 to 2836)"),
    opens("pydicom/test_files/CT_small.dcm", 128, 128, 1, -896, 1167),
    skipped("pydicom/test_files/ExplVR_BigEnd.dcm", PixelFormatUnsupported, "RGB ultrasound"),
    skipped("pydicom/test_files/ExplVR_BigEndNoMeta.dcm", NotAnImage, "an RT ion plan"),
    skipped("pydicom/test_files/ExplVR_LitEndNoMeta.dcm", NotAnImage, "an RT ion plan"),
    skipped("pydicom/test_files/GDCMJ2K_TextGBR.dcm", PixelFormatUnsupported, "colour"),
    opens("pydicom/test_files/J2K_pixelrep_mismatch.dcm", 512, 512, 1, -2000, 1896,
          "codestream unsigned, header signed: gdcm's words read as 13-bit signed"),
    unplaced("pydicom/test_files/JPEG-lossy.dcm", 256, 1024, 1, 0, 264, "12-bit JPEG, no position"),
    {"pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm", Fate::PixelsFail, 256, 1024, 1,
     0, 0, PixelDataDamaged,
     "the delimiter's bytes stand in the width of the codestream's head (SIZ): gdcm refuses it too"},
    unplaced("pydicom/test_files/JPEG2000.dcm", 256, 1024, 1, -30, 245),
    unplaced("pydicom/test_files/JPEGLSNearLossless_08.dcm", 10, 45, 1, 0, 255, "names no series"),
    unplaced("pydicom/test_files/JPEGLSNearLossless_16.dcm", 10, 50, 1, 0, 65535),
    unplaced("pydicom/test_files/JPGExtended.dcm", 256, 1024, 1, 0, 264),
    opens("pydicom/test_files/MR_small.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_RLE.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_bigendian.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_implicit.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_jp2klossless.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_jpeg_ls_lossless.dcm", 64, 64, 1, 127, 2145),
    opens("pydicom/test_files/MR_small_padded.dcm", 64, 64, 1, 127, 2145, "128 bytes too many"),
    skipped("pydicom/test_files/MR_truncated.dcm", PixelDataTruncated, "8130 of 8192 bytes"),
    skipped("pydicom/test_files/README.txt", NotDicom),
    skipped("pydicom/test_files/SC_rgb_jpeg_gdcm.dcm", PixelFormatUnsupported, "colour"),
    skipped("pydicom/test_files/SC_rgb_rle_2frame.dcm", PixelFormatUnsupported, "colour"),
    skipped("pydicom/test_files/SC_rgb_small_odd_jpeg.dcm", PixelFormatUnsupported, "colour"),
    skipped("pydicom/test_files/UN_sequence.dcm", NotAnImage, "one private sequence, no rows"),
    skipped("pydicom/test_files/badVR.dcm", NotAnImage, "an RT dose: never a slice, bad frames or not"),
    skipped("pydicom/test_files/dicomdirtests/DICOMDIR", ReferencedFileMissing),
    skipped("pydicom/test_files/dicomdirtests/DICOMDIR-reordered", ReferencedFileMissing),
    skipped("pydicom/test_files/empty_charset_LEI.dcm", NotAnImage),
    opens("pydicom/test_files/examples_overlay.dcm", 484, 300, 1, 0, 1123, "overlay is its own element"),
    unplaced("pydicom/test_files/image_dfl.dcm", 512, 512, 1, 0, 255),
    skipped("pydicom/test_files/liver_1frame.dcm", NotAnImage, "SEG"),
    skipped("pydicom/test_files/liver_expb_1frame.dcm", NotAnImage, "SEG"),
    skipped("pydicom/test_files/meta_missing_tsyntax.dcm", NotAnImage, "no rows, 2 bytes of pixels"),
    skipped("pydicom/test_files/nested_priv_SQ.dcm", NotAnImage),
    skipped("pydicom/test_files/no_meta.dcm", NotDicom, "starts with a stray byte 20 before 0008,0005"),
    skipped("pydicom/test_files/no_meta_group_length.dcm", NotAnImage, "meta header only"),
    skipped("pydicom/test_files/priv_SQ.dcm", NotAnImage),
    skipped("pydicom/test_files/reportsi.dcm", NotAnImage),
    skipped("pydicom/test_files/rtdose.dcm", NotAnImage),
    skipped("pydicom/test_files/rtdose_expb.dcm", NotAnImage),
    skipped("pydicom/test_files/rtplan.dcm", NotAnImage),
    skipped("pydicom/test_files/rtplan_truncated.dcm", Truncated),
    skipped("pydicom/test_files/rtstruct.dcm", NotAnImage),
    skipped("pydicom/test_files/test-SR.dcm", NotAnImage),
};
// clang-format on

const QString kRoot = QStringLiteral(NODEWISE_SHARED_DIR "/data/dicom-robustness/");

Result<dicom::ScanResult> scan(const QString& relative) {
    NullJobControl job;
    const std::vector<std::filesystem::path> paths{(kRoot + relative).toStdString()};
    return dicom::scanSeries(paths, job);
}

QString wordOf(ErrorCode code) {
    const auto text = errorWord(code);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

class TestRobustnessFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tableCoversEveryFile();
    void everyFileMeetsItsFate_data();
    void everyFileMeetsItsFate();
    void nineEncodingsDecodeIdentically();
    void sevenSmallMrDecodeIdentically();
    void tiltedGantryIsRefusedUntilResampled();
    void missingSliceIsRefusedUntilResampled();
    void twoSlicesOpenWithAWarning();
    void multiFrameEqualsItsSingleFrames();
    void wholeFolderScansAtOnce();
};

void TestRobustnessFiles::tableCoversEveryFile() {
    QSet<QString> inTable, onDisk;
    for (const Row& row : kRows)
        inTable.insert(QString::fromLatin1(row.file));
    QDirIterator files(kRoot, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        onDisk.insert(files.next().mid(kRoot.size()));
    QVERIFY2(!onDisk.isEmpty(), qPrintable(kRoot));
    QCOMPARE(QStringList((onDisk - inTable).values()), QStringList());
    QCOMPARE(QStringList((inTable - onDisk).values()), QStringList());
    QCOMPARE(static_cast<qsizetype>(std::size(kRows)), onDisk.size());
}

void TestRobustnessFiles::everyFileMeetsItsFate_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(kRows); ++i)
        QTest::newRow(kRows[i].file) << static_cast<int>(i);
}

void TestRobustnessFiles::everyFileMeetsItsFate() {
    QFETCH(int, index);
    const Row& row = kRows[index];
    const auto found = scan(QString::fromLatin1(row.file));
    QVERIFY2(found.has_value(), "a scan never fails because of one file");
    if (row.fate == Fate::Skipped) {
        QVERIFY(found->series.empty());
        QVERIFY(!found->skipped.empty());
        QCOMPARE(wordOf(found->skipped.front().code), wordOf(row.code));
        QVERIFY(!found->skipped.front().detail.empty());
        return;
    }
    QCOMPARE(found->series.size(), std::size_t{1});
    const auto& series = found->series.front();
    QCOMPARE(series.dims, (std::array<int, 3>{row.columns, row.rows, row.slices}));
    NullJobControl job;
    const auto range = dicom::seriesValueRange(series, job);
    if (row.fate == Fate::PixelsFail) {
        QVERIFY(!range.has_value());
        QCOMPARE(wordOf(range.error().code), wordOf(row.code));
        QVERIFY(range.error().path.ends_with(row.file));
        QCOMPARE(range.error().place, std::string("(7fe0,0010)"));
        return;
    }
    QVERIFY2(range.has_value(), range ? "" : range.error().detail.c_str());
    QCOMPARE(range->low, row.low);
    QCOMPARE(range->high, row.high);
    const auto volume = dicom::loadSeries(series, job);
    QCOMPARE(volume.has_value(), row.fate == Fate::Opens);
    if (!volume) {
        QCOMPARE(wordOf(volume.error().code), wordOf(row.code));
        QVERIFY(volume.error().path.ends_with(row.file));
        QVERIFY(!volume.error().place.empty());
        return;
    }
    QCOMPARE((*volume)->geometry().dims(), series.dims);
    QCOMPARE((*volume)->range(), *range);
}

namespace {

VolumePtr loaded(const QString& relative) {
    const auto found = scan(relative);
    if (!found || found->series.size() != 1)
        return nullptr;
    NullJobControl job;
    const auto volume = dicom::loadSeries(found->series.front(), job);
    return volume ? *volume : nullptr;
}

bool sameVoxels(const CtVolume& a, const CtVolume& b) {
    return a.isInt16() && b.isInt16() && std::ranges::equal(a.int16Voxels(), b.int16Voxels());
}

}  // namespace

void TestRobustnessFiles::nineEncodingsDecodeIdentically() {
    const auto first = loaded(QStringLiteral("dcm_qa_ts/1.dcm"));
    QVERIFY(first != nullptr);
    for (int i = 2; i <= 9; ++i) {
        const auto other = loaded(QStringLiteral("dcm_qa_ts/%1.dcm").arg(i));
        QVERIFY2(other != nullptr && sameVoxels(*first, *other), qPrintable(QString::number(i)));
    }
}

void TestRobustnessFiles::sevenSmallMrDecodeIdentically() {
    const auto first = loaded(QStringLiteral("pydicom/test_files/MR_small.dcm"));
    QVERIFY(first != nullptr);
    for (const char* name :
         {"RLE", "bigendian", "implicit", "jp2klossless", "jpeg_ls_lossless", "padded"}) {
        const auto other = loaded(
            QStringLiteral("pydicom/test_files/MR_small_%1.dcm").arg(QString::fromLatin1(name)));
        QVERIFY2(other != nullptr && sameVoxels(*first, *other), name);
    }
}

void TestRobustnessFiles::tiltedGantryIsRefusedUntilResampled() {
    const auto found = scan(QStringLiteral("dicom2nifti/failing/gantrytilting"));
    QVERIFY(found && found->series.size() == 1);
    const auto& series = found->series.front();
    // acos(0.970295726276), the cosine between normal and z; the positions run along z.
    QVERIFY(std::abs(series.tiltDeg - 14.0) < 1e-3);
    QVERIFY(!series.uniform);
    QVERIFY(std::abs(series.spacing[2] - 5 * 0.970295726276) < 1e-4);
    NullJobControl job;
    const auto refused = dicom::loadSeries(series, job);
    QVERIFY(!refused.has_value());
    QCOMPARE(wordOf(refused.error().code), wordOf(GeometryInconsistent));
    const auto volume = dicom::loadSeries(series, job, {true, 0});
    QVERIFY(volume.has_value());
    // Four slices, three steps of 5 mm along z: 15 × sin(14°) = 3.629 mm sideways = 8.68 pixels.
    QCOMPARE((*volume)->geometry().dims(), (std::array<int, 3>{512, 521, 4}));
    QCOMPARE((*volume)->range(), (ValueRange{-1024, -770}));
}

void TestRobustnessFiles::missingSliceIsRefusedUntilResampled() {
    const auto found = scan(QStringLiteral("dicom2nifti/failing/sliceincrement"));
    QVERIFY(found && found->series.size() == 1);
    const auto& series = found->series.front();
    QVERIFY(!series.uniform);
    QCOMPARE(series.tiltDeg, 0.0);
    NullJobControl job;
    const auto refused = dicom::loadSeries(series, job);
    QVERIFY(!refused.has_value());
    QCOMPARE(wordOf(refused.error().code), wordOf(SpacingUneven));
    const auto volume = dicom::loadSeries(series, job, {true, 0});
    QVERIFY(volume.has_value());
    // 20 mm (18.1075 to 38.1075) in steps of 5 mm.
    QCOMPARE((*volume)->geometry().dims(), (std::array<int, 3>{512, 512, 5}));
    QVERIFY(std::abs((*volume)->geometry().spacing()[2] - 5) < 1e-5);
}

void TestRobustnessFiles::twoSlicesOpenWithAWarning() {
    const auto found = scan(QStringLiteral("dicom2nifti/failing/slicecount"));
    QVERIFY(found && found->series.size() == 1);
    QCOMPARE(found->series.front().dims, (std::array<int, 3>{256, 256, 2}));
    QCOMPARE(wordOf(found->series.front().warnings.front().code), wordOf(TooFewSlices));
    NullJobControl job;
    QVERIFY(dicom::loadSeries(found->series.front(), job).has_value());
}

void TestRobustnessFiles::multiFrameEqualsItsSingleFrames() {
    const auto single = loaded(QStringLiteral("dcmqi/24x38x3/image"));
    const auto multi = loaded(QStringLiteral("dcmqi/24x38x3/multiframe"));
    QVERIFY(single != nullptr && multi != nullptr);
    QVERIFY(sameVoxels(*single, *multi));
    QVERIFY(single->geometry().sameGridAs(multi->geometry()));
}

void TestRobustnessFiles::wholeFolderScansAtOnce() {
    const auto found = scan(QString());
    QVERIFY(found.has_value());
    std::size_t files = 0;
    for (const auto& series : found->series)
        files += series.files.size();
    std::set<std::filesystem::path> skippedHere;
    for (const auto& file : found->skipped)
        if (std::filesystem::exists(file.path))
            skippedHere.insert(file.path);
    // Each file is in a series or skipped; the two DICOMDIRs stand for the files they name.
    QCOMPARE(files + skippedHere.size() + 2, std::size(kRows));
}

QTEST_APPLESS_MAIN(TestRobustnessFiles)
#include "tst_robustness_files.moc"
