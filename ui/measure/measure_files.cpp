#include "ui/measure/measure_files.h"
#include "archive/sha256.h"
#include "dicom/export.h"
#include "exchange/node_report.h"
#include <QDate>
#include <QSaveFile>
#include <QTemporaryDir>

namespace nodewise::measure_screen {

namespace {

std::string utf8(const QString& text) {
    return text.toStdString();
}

dicom::ExportAttributes attributesFor(const exchange::MeasureWork& work,
                                      const dicom::WrittenSeries* series) {
    dicom::ExportAttributes attributes;
    attributes.patientName = "Anonymous";
    attributes.patientId = "nodewise";
    attributes.studyDescription = "Nodewise, teaching and research";
    attributes.seriesDescription = "Nodewise";
    attributes.date = utf8(QDate::currentDate().toString(QStringLiteral("yyyyMMdd")));
    attributes.outlinedBy = "Nodewise";
    // The same outlines on the same series give the same identifiers.
    const auto labels = work.labels.labels();
    const std::string_view bytes(reinterpret_cast<const char*>(labels.data()),
                                 labels.size() * sizeof(LabelValue));
    attributes.seed = (series ? series->seriesUid : std::string()) + archive::sha256Hex(bytes);
    return attributes;
}

}  // namespace

Result<void> writeJson(const exchange::MeasureWork& work, const QString& file) {
    QSaveFile out(file);
    const std::string text = serial::toJsonText(exchange::reportJson(work), true);
    if (!out.open(QIODevice::WriteOnly) ||
        out.write(text.data(), static_cast<qint64>(text.size())) < 0 || !out.commit())
        return fail(ErrorCode::FileUnwritable, utf8(out.errorString()), utf8(file));
    return {};
}

namespace {

/// The images the objects refer to: those that were read, else a series written into `folder`.
Result<dicom::WrittenSeries> imagesFor(const exchange::MeasureWork& work, const CtVolume& volume,
                                       const std::optional<dicom::SeriesInfo>& series,
                                       const std::filesystem::path& folder, JobControl& job) {
    if (series)
        if (auto known = dicom::identityOfScanned(*series);
            known &&
            known->instanceUids.size() == static_cast<std::size_t>(volume.geometry().dims()[2]))
            return std::move(*known);
    return dicom::writeCtSeries(volume, folder / "images", attributesFor(work, nullptr), job);
}

Result<void> writeObjects(const exchange::MeasureWork& work, const CtVolume& volume,
                          const std::optional<dicom::SeriesInfo>& series,
                          const std::filesystem::path& folder, JobControl& job) {
    const auto images = imagesFor(work, volume, series, folder, job);
    if (!images)
        return fail(images.error());
    const auto attributes = attributesFor(work, &*images);
    if (auto ok = dicom::writeSegmentation(work.labels, folder / "nodes-seg.dcm", *images,
                                           attributes, job);
        !ok)
        return ok;
    if (auto ok = dicom::writeRtStruct(work.labels, folder / "nodes-rtstruct.dcm", *images,
                                       attributes, job);
        !ok)
        return ok;
    return dicom::writeMeasurementReport(exchange::dicomReportOf(work), folder / "report-sr.dcm",
                                         *images, attributes, job);
}

/// What was written takes the place of what has the same name.
std::error_code moveInto(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(from, problem)) {
        const auto target = to / entry.path().filename();
        std::filesystem::remove_all(target, problem);
        std::filesystem::rename(entry.path(), target, problem);
        if (problem)
            break;
    }
    return problem;
}

}  // namespace

Result<void> writeDicom(const exchange::MeasureWork& work, const VolumePtr& volume,
                        const std::optional<dicom::SeriesInfo>& series,
                        const std::filesystem::path& folder, JobControl& job) {
    std::error_code problem;
    const bool made = std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, problem.message(), folder.string());
    Result<void> written =
        fail(ErrorCode::FileUnwritable, "the folder cannot be written to", folder.string());
    {
        const QTemporaryDir fresh(QString::fromStdU16String(folder.u16string()) +
                                  QStringLiteral("/.nodewise-XXXXXX"));
        const std::filesystem::path inside(fresh.path().toStdU16String());
        if (fresh.isValid())
            written = writeObjects(work, *volume, series, inside, job);
        if (written && job.cancelled())
            written = fail(ErrorCode::Cancelled, "the objects were not written");
        if (written)
            if (problem = moveInto(inside, folder); problem)
                written = fail(ErrorCode::FileUnwritable, problem.message(), folder.string());
    }
    if (!written && made)
        std::filesystem::remove(folder, problem);  // Only while it is empty.
    return written;
}

}  // namespace nodewise::measure_screen
