// Folders, DICOMDIRs and archives.
#include "archive/zip_writer.h"
#include "dicom/series.h"
#include "support/dicom_folder.h"
#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>

using namespace nodewise;
using namespace nodewise::test;

namespace {

/// A DICOMDIR that names the files, written out by hand: one sequence of records.
QByteArray dicomDir(const QList<QByteArray>& references) {
    const auto u16 = [](quint16 v) {
        return QByteArray(1, static_cast<char>(v & 0xFF)) + static_cast<char>(v >> 8);
    };
    const auto u32 = [&](quint32 v) {
        return u16(static_cast<quint16>(v & 0xFFFF)) + u16(static_cast<quint16>(v >> 16));
    };
    QByteArray records;
    for (QByteArray name : references) {
        if (name.size() % 2 != 0)
            name.append(' ');
        const QByteArray element =
            u16(0x0004) + u16(0x1500) + "CS" + u16(static_cast<quint16>(name.size())) + name;
        records += u16(0xfffe) + u16(0xe000) + u32(static_cast<quint32>(element.size())) + element;
    }
    DicomWriter writer;
    writer.raw(0x00041220, "SQ", records);
    return writer.bytes();
}

void writeBytes(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

Result<dicom::ScanResult> scanPath(const QString& path) {
    NullJobControl job;
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    return dicom::scanSeries(paths, job);
}

}  // namespace

class TestFileFinder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksIntoSubfolders();
    void followsADicomDir();
    void reportsFilesADicomDirMisses();
    void dicomDirCannotLeadOutOfItsFolder();
    void damagedDicomDirNeverCrashes();
    void unpacksAnArchiveAsLongAsItIsNeeded();
    void badArchiveInAFolderIsSkipped();
    void badArchiveGivenAloneIsRefused();
    void filesGivenOneByOneMakeOneSeries();
};

void TestFileFinder::looksIntoSubfolders() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k) {
        const QString sub = folder.file(QStringLiteral("a/b%1").arg(k % 2));
        QVERIFY(QDir().mkpath(sub));
        QVERIFY(rampSlice(k).writer().write(sub + QStringLiteral("/%1").arg(k)));
    }
    const auto volume = loadOnly(folder.scan());
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
}

void TestFileFinder::followsADicomDir() {
    Folder folder;
    QVERIFY(QDir().mkpath(folder.file(QStringLiteral("IMAGES"))));
    QList<QByteArray> names;
    for (int k = 0; k < kSlices; ++k) {
        // On disk in small letters, named in capitals, as media made elsewhere have it.
        const QString name = QStringLiteral("IMAGES/im%1").arg(k);
        QVERIFY(rampSlice(k).writer().write(folder.file(name)));
        names.append("IMAGES\\IM" + QByteArray::number(k));
    }
    QVERIFY(
        QDir(folder.file(QString())).rename(QStringLiteral("IMAGES"), QStringLiteral("images")));
    writeBytes(folder.file(QStringLiteral("DICOMDIR")), dicomDir(names));
    const auto found = scanPath(folder.file(QStringLiteral("DICOMDIR")));
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
    QVERIFY(found->skipped.empty());
    // The folder as a whole gives the same files once.
    const auto whole = loadOnly(folder.scan());
    QVERIFY(whole != nullptr);
    checkRamp(*whole);
}

void TestFileFinder::reportsFilesADicomDirMisses() {
    Folder folder;
    QVERIFY(rampSlice(0).writer().write(folder.file(QStringLiteral("IM0"))));
    writeBytes(folder.file(QStringLiteral("DICOMDIR")), dicomDir({"IM0", "IM1", "GONE\\IM2"}));
    const auto found = scanPath(folder.file(QStringLiteral("DICOMDIR")));
    QVERIFY(found && found->series.size() == 1);
    QCOMPARE(found->skipped.size(), std::size_t{2});
    for (const auto& file : found->skipped)
        QCOMPARE(wordOf(file.code), wordOf(ErrorCode::ReferencedFileMissing));
}

void TestFileFinder::dicomDirCannotLeadOutOfItsFolder() {
    Folder folder;
    QVERIFY(QDir().mkpath(folder.file(QStringLiteral("medium"))));
    QVERIFY(rampSlice(0).writer().write(folder.file(QStringLiteral("SECRET"))));
    writeBytes(folder.file(QStringLiteral("medium/DICOMDIR")), dicomDir({"..\\SECRET"}));
    const auto found = scanPath(folder.file(QStringLiteral("medium/DICOMDIR")));
    QVERIFY(found && found->series.empty());
    QCOMPARE(found->skipped.size(), std::size_t{1});
}

// DCMTK throws out of its string functions on some damaged DICOMDIRs; found by flipping bytes of
// this file. The numbers come from a fixed linear congruence, so every run breaks the same bytes.
void TestFileFinder::damagedDicomDirNeverCrashes() {
    QFile original(QStringLiteral(NODEWISE_SHARED_DIR "/data/dicom-robustness/pydicom/test_files/"
                                                      "dicomdirtests/DICOMDIR"));
    QVERIFY2(original.open(QIODevice::ReadOnly), qPrintable(original.fileName()));
    const QByteArray whole = original.readAll();
    quint32 state = 1;
    const auto next = [&](qsizetype below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(below));
    };
    Folder folder;
    NullJobControl job;
    for (int round = 0; round < 400; ++round) {
        QByteArray broken = whole;
        for (int flips = 0; flips < 4; ++flips)
            broken[132 + next(whole.size() - 132)] = static_cast<char>(next(256));
        for (const char* name : {"DICOMDIR", "image"}) {
            const QString file = folder.file(QString::fromLatin1(name));
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            QCOMPARE(out.write(broken), broken.size());
            out.close();
            QVERIFY(scanPath(file).has_value());
        }
    }
}

void TestFileFinder::unpacksAnArchiveAsLongAsItIsNeeded() {
    Folder folder;
    std::vector<archive::ZipItem> items;
    for (int k = 0; k < kSlices; ++k)
        items.push_back(
            {"study/IM" + std::to_string(k), rampSlice(k).writer().bytes().toStdString(), false});
    NullJobControl job;
    const QString zip = folder.file(QStringLiteral("study.bin"));
    QVERIFY(archive::writeZip(zip.toStdString(), items, job).has_value());
    std::filesystem::path unpacked;
    {
        auto found = scanPath(zip);
        QVERIFY(found && found->series.size() == 1);
        const dicom::SeriesInfo series = found->series.front();
        *found = {};
        unpacked = series.files.front();
        QVERIFY(std::filesystem::exists(unpacked));
        const auto volume = dicom::loadSeries(series, job);
        QVERIFY(volume.has_value());
        checkRamp(**volume);
    }
    QVERIFY(!std::filesystem::exists(unpacked));
    // An archive inside a folder is looked through as well.
    QVERIFY(loadOnly(folder.scan()) != nullptr);
}

void TestFileFinder::badArchiveInAFolderIsSkipped() {
    Folder folder;
    for (int k = 0; k < kSlices; ++k)
        QVERIFY(rampSlice(k).writer().write(folder.file(QString::number(k))));
    writeBytes(folder.file(QStringLiteral("bad.zip")), QByteArray("PK\x03\x04 nothing", 12));
    const auto found = folder.scan();
    const auto volume = loadOnly(found);
    QVERIFY(volume != nullptr);
    QCOMPARE(found->skipped.size(), std::size_t{1});
    QVERIFY(found->skipped.front().path.string().ends_with("bad.zip"));
}

void TestFileFinder::badArchiveGivenAloneIsRefused() {
    Folder folder;
    const QString zip = folder.file(QStringLiteral("bad.zip"));
    writeBytes(zip, QByteArray("PK\x03\x04 nothing", 12));
    const auto found = scanPath(zip);
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().path, zip.toStdString());
}

void TestFileFinder::filesGivenOneByOneMakeOneSeries() {
    Folder folder;
    std::vector<std::filesystem::path> paths;
    for (int k = kSlices - 1; k >= 0; --k) {
        const QString file = folder.file(QString::number(k));
        QVERIFY(rampSlice(k).writer().write(file));
        paths.emplace_back(file.toStdString());
    }
    paths.push_back(paths.front());
    NullJobControl job;
    const auto volume = loadOnly(dicom::scanSeries(paths, job));
    QVERIFY(volume != nullptr);
    checkRamp(*volume);
}

QTEST_APPLESS_MAIN(TestFileFinder)
#include "tst_file_finder.moc"
