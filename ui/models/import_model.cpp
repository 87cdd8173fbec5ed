#include "ui/models/import_model.h"
#include "ui/text/error_text.h"
#include "ui/text/number_text.h"
#include "volume/volume_io.h"
#include <map>

namespace nodewise::models {

namespace {

std::filesystem::path pathOf(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

QString titleOf(const dicom::SeriesInfo& series) {
    const QString name = QString::fromStdString(series.description);
    return name.isEmpty() ? ImportModel::tr("Series without a name") : name;
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
    if (paths.size() == 1 && isVolumeFile(pathOf(paths.front())))
        return loadVolumeFile(pathOf(paths.front()));
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.push_back(pathOf(path));
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
    follow(m_jobs.run(
        this,
        [series, resampled](JobControl& job) {
            dicom::LoadOptions options;
            options.resampleToRegular = resampled;
            return dicom::loadSeries(series, job, options);
        },
        [this, generation, title = titleOf(series)](Result<VolumePtr> volume) {
            if (generation == m_generation)
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
    Q_EMIT loaded(*volume, title);
}

void ImportModel::fail(const Error& error) {
    setState(ImportState::Idle);
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

void ImportModel::cancel() {
    ++m_generation;
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
