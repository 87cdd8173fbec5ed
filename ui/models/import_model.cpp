#include "ui/models/import_model.h"
#include "dicom/label_import.h"
#include "ui/text/error_text.h"
#include "ui/text/number_text.h"
#include "volume/slice_render.h"
#include "volume/volume_io.h"
#include <algorithm>

namespace nodewise::models {

namespace {

std::filesystem::path pathOf(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

QString titleOf(const dicom::SeriesInfo& series) {
    const QString name = QString::fromStdString(series.description);
    return name.isEmpty() ? ImportModel::tr("Series without a name") : name;
}

constexpr int kPictureSide = 96;
/// Shorter series are there before an eye has found the picture.
constexpr long long kLongSeriesVoxels = 4'000'000;

bool isLong(const dicom::SeriesInfo& series) {
    return 1LL * series.dims[0] * series.dims[1] * series.dims[2] > kLongSeriesVoxels &&
           series.dims[2] > 1;
}

/// The middle slice, neck window for HU, else the range of the slice.
QImage smallPicture(const dicom::SeriesInfo& series, JobControl& job) {
    const auto slice = dicom::loadSlice(series, series.dims[2] / 2, job);
    if (!slice)
        return {};
    const GridGeometry& grid = (*slice)->geometry();
    const double mm =
        std::max(grid.dims()[0] * grid.spacing()[0], grid.dims()[1] * grid.spacing()[1]) /
        kPictureSide;
    const PointLps middle = grid.centre();
    const SlicePlane plane{middle +
                               (grid.axis(0) + grid.axis(1)) * (-mm * (kPictureSide - 1) / 2.0),
                           grid.axis(0) * mm, grid.axis(1) * mm};
    Window window{350, 60, false};
    if (series.meaning != VoxelMeaning::Hounsfield) {
        const ValueRange range = (*slice)->range();
        window = {std::max(0.6 * (range.high - range.low), 1.0),
                  range.low + 0.3 * (range.high - range.low),
                  series.meaning == VoxelMeaning::Suv || series.meaning == VoxelMeaning::Becquerel};
    }
    QImage picture(kPictureSide, kPictureSide, QImage::Format_RGB32);
    const std::span<std::uint32_t> pixels(reinterpret_cast<std::uint32_t*>(picture.bits()),
                                          std::size_t{kPictureSide} * kPictureSide);
    renderSlice(**slice, plane, {kPictureSide, kPictureSide}, window, {}, pixels, 1);
    return picture;
}

/// The labels of an RTSTRUCT or a SEG on a grid; nothing when the file is none
/// or does not fit.
std::optional<LabelMap> labelsOf(const std::filesystem::path& file, const GridGeometry& grid,
                                 JobControl& job) {
    const auto kind = dicom::labelFileKind(file);
    if (!kind || *kind == dicom::LabelFileKind::None)
        return std::nullopt;
    auto read = *kind == dicom::LabelFileKind::RtStruct ? dicom::readRtStruct(file, grid, job)
                                                        : dicom::readSegmentation(file, grid, job);
    return read ? std::optional(std::move(read->labels)) : std::nullopt;
}

}  // namespace

ImportModel::ImportModel(jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs) {}

void ImportModel::setState(ImportState state) {
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void ImportModel::follow(jobs::JobPtr job) {
    m_job = std::move(job);
    connect(m_job.get(), &jobs::Job::progressed, this, &ImportModel::progressed);
}

void ImportModel::open(const QStringList& paths) {
    cancel();
    if (paths.isEmpty())
        return;
    m_scan = {};
    m_series.reset();
    m_sources.clear();
    for (const QString& path : paths)
        m_sources.push_back(pathOf(path));
    if (paths.size() == 1 && isVolumeFile(pathOf(paths.front())))
        return loadVolumeFile(pathOf(paths.front()));
    const auto files = m_sources;
    setState(ImportState::Scanning);
    const int generation = ++m_generation;
    follow(m_jobs.run(
        this, [files](JobControl& job) { return dicom::scanSeries(files, job); },
        [this, generation](Result<dicom::ScanResult> scan) {
            if (generation == m_generation)
                takeScan(std::move(scan));
        }));
}

void ImportModel::takeScan(Result<dicom::ScanResult> scan) {
    if (!scan)
        return fail(scan.error());
    m_scan = std::move(*scan);
    ++m_scanNumber;
    m_chosen = 0;
    if (m_scan.series.empty()) {
        const Error none{m_scan.skipped.empty() ? ErrorCode::NotDicom : m_scan.skipped.front().code,
                         "no image series was found",
                         {},
                         {}};
        return fail(none);
    }
    if (m_scan.series.size() > 1)
        return setState(ImportState::Choosing);
    choose(0);
}

void ImportModel::choose(int index) {
    if (index < 0 || index >= static_cast<int>(m_scan.series.size()))
        return;
    m_chosen = static_cast<std::size_t>(index);
    const auto& obstacle = m_scan.series[m_chosen].obstacle;
    if (!obstacle)
        return load(false);
    if (obstacle->code == ErrorCode::SpacingUneven ||
        obstacle->code == ErrorCode::GeometryInconsistent)
        return setState(ImportState::Asking);
    fail(*obstacle);
}

void ImportModel::resample() {
    if (m_state == ImportState::Asking)
        load(true);
}

void ImportModel::load(bool resampled) {
    setState(ImportState::Loading);
    const int generation = ++m_generation;
    const dicom::SeriesInfo series = m_scan.series[m_chosen];
    if (!isLong(series))
        return loadAll(series, resampled, generation);
    follow(m_jobs.run(
        this,
        [series](JobControl& job) { return dicom::loadSlice(series, series.dims[2] / 2, job); },
        [this, generation, series, resampled](Result<VolumePtr> slice) {
            if (generation != m_generation)
                return;
            // Who shows it paints it here: the reading of all takes every core.
            if (slice)
                Q_EMIT firstSlice(*slice, titleOf(series));
            // What is wrong with a slice is told by the reading of all.
            if (generation == m_generation)
                loadAll(series, resampled, generation);
        }));
}

void ImportModel::loadAll(const dicom::SeriesInfo& series, bool resampled, int generation) {
    follow(m_jobs.run(
        this,
        [series, resampled](JobControl& job) {
            dicom::LoadOptions options;
            options.resampleToRegular = resampled;
            return dicom::loadSeries(series, job, options);
        },
        [this, generation, series, title = titleOf(series)](Result<VolumePtr> volume) {
            if (generation != m_generation)
                return;
            if (volume)
                m_series = series;
            takeVolume(std::move(volume), title);
        }));
}

void ImportModel::loadVolumeFile(const std::filesystem::path& file) {
    setState(ImportState::Loading);
    const int generation = ++m_generation;
    const QString title = QString::fromStdU16String(file.filename().u16string());
    follow(m_jobs.run(
        this, [file](JobControl& job) { return readVolume(file, job); },
        [this, generation, title](Result<VolumePtr> volume) {
            if (generation == m_generation)
                takeVolume(std::move(volume), title);
        }));
}

void ImportModel::takeVolume(Result<VolumePtr> volume, const QString& title) {
    if (!volume)
        return fail(volume.error());
    setState(ImportState::Idle);
    m_sideJobs.clear();
    Q_EMIT loaded(*volume, title);
}

void ImportModel::chooseAgain() {
    if (m_state == ImportState::Idle && m_scan.series.size() > 1)
        setState(ImportState::Choosing);
}

void ImportModel::loadBeside(int index) {
    if (index < 0 || index >= static_cast<int>(m_scan.series.size()))
        return;
    setState(ImportState::Idle);
    const dicom::SeriesInfo series = m_scan.series[static_cast<std::size_t>(index)];
    const int number = m_scanNumber;
    m_sideJobs.push_back(m_jobs.run(
        this,
        [series](JobControl& job) {
            dicom::LoadOptions options;
            options.resampleToRegular = true;
            return dicom::loadSeries(series, job, options);
        },
        [this, number, series](Result<VolumePtr> volume) {
            if (number != m_scanNumber)
                return;
            if (volume)
                Q_EMIT besideLoaded(*volume, titleOf(series), series);
            else
                fail(volume.error());
        }));
}

void ImportModel::drawPictures() {
    const int number = m_scanNumber;
    for (std::size_t at = 0; at < m_scan.series.size(); ++at)
        m_sideJobs.push_back(m_jobs.run(
            this,
            [series = m_scan.series[at]](JobControl& job) { return smallPicture(series, job); },
            [this, number, at](QImage picture) {
                if (number == m_scanNumber && !picture.isNull())
                    Q_EMIT pictureReady(static_cast<int>(at), picture);
            }));
}

void ImportModel::loadLabels(const GridGeometry& grid) {
    const int number = m_scanNumber;
    for (const auto& skipped : m_scan.skipped)
        m_sideJobs.push_back(m_jobs.run(
            this,
            [file = skipped.path, grid](JobControl& job) { return labelsOf(file, grid, job); },
            [this, number](std::optional<LabelMap> labels) {
                if (number == m_scanNumber && labels)
                    Q_EMIT labelsLoaded(*labels);
            }));
}

void ImportModel::fail(const Error& error) {
    setState(ImportState::Idle);
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

void ImportModel::cancel() {
    ++m_generation;
    for (const auto& job : m_sideJobs)
        job->cancel();
    m_sideJobs.clear();
    if (m_job)
        m_job->cancel();
    m_job.reset();
    setState(ImportState::Idle);
}

QStringList ImportModel::choices() const {
    QStringList texts;
    for (const auto& series : m_scan.series)
        texts << tr("%1 · %2 · %n image(s)", nullptr, series.dims[2])
                     .arg(titleOf(series), text::millimetres(series.spacing[2]));
    return texts;
}

QString ImportModel::obstacle() const {
    if (m_chosen >= m_scan.series.size() || !m_scan.series[m_chosen].obstacle)
        return {};
    return text::errorSentence(*m_scan.series[m_chosen].obstacle);
}

QString ImportModel::skippedText() const {
    if (m_scan.skipped.empty())
        return {};
    return tr("%n file(s) skipped.", nullptr, static_cast<int>(m_scan.skipped.size()));
}

}  // namespace nodewise::models
