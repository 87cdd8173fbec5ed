#include "ui/measure/measure_files.h"
#include "archive/sha256.h"
#include "dicom/export.h"
#include "exchange/node_report.h"
#include <QDate>
#include <QSaveFile>

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

Result<void> writeDicom(const exchange::MeasureWork& work, const VolumePtr& volume,
                        const std::optional<dicom::SeriesInfo>& series,
                        const std::filesystem::path& folder, JobControl& job) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, problem.message(), folder.string());
    std::optional<dicom::WrittenSeries> identity;
    if (series)
        if (auto known = dicom::identityOfScanned(*series);
            known &&
            known->instanceUids.size() == static_cast<std::size_t>(volume->geometry().dims()[2]))
            identity = std::move(*known);
    if (!identity) {
        auto written =
            dicom::writeCtSeries(*volume, folder / "images", attributesFor(work, nullptr), job);
        if (!written)
            return fail(written.error());
        identity = std::move(*written);
    }
    const auto attributes = attributesFor(work, &*identity);
    if (auto ok = dicom::writeSegmentation(work.labels, folder / "nodes-seg.dcm", *identity,
                                           attributes, job);
        !ok)
        return ok;
    if (auto ok = dicom::writeRtStruct(work.labels, folder / "nodes-rtstruct.dcm", *identity,
                                       attributes, job);
        !ok)
        return ok;
    return dicom::writeMeasurementReport(exchange::dicomReportOf(work), folder / "report-sr.dcm",
                                         *identity, attributes, job);
}

}  // namespace nodewise::measure_screen
