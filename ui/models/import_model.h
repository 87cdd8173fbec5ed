/// import_model.h: a folder or file that was dropped or chosen becomes a volume on screen.
#pragma once
#include "dicom/series.h"
#include "ui/jobs/job_runner.h"
#include <QObject>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace nodewise::models {

enum class ImportState {
    Idle,
    Scanning,  ///< Looking for series.
    Choosing,  ///< More than one series: `choose` goes on.
    Asking,    ///< The series is tilted or uneven: `resample` or `cancel`.
    Loading
};

/// GUI thread only.
class ImportModel final : public QObject {
    Q_OBJECT
public:
    explicit ImportModel(jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// DICOM files, folders, DICOMDIR or zip, or one NRRD or NIfTI volume. A running import is
    /// cancelled.
    void open(const QStringList& paths);
    /// Choosing: one of `choices()`.
    void choose(int index);
    /// Asking: resample to a regular grid.
    void resample();
    void cancel();

    [[nodiscard]] ImportState state() const { return m_state; }
    /// "Neck, soft tissue · 3.0 mm · 90 images", one a series.
    [[nodiscard]] QStringList choices() const;
    /// Asking: what is odd about the series, one sentence.
    [[nodiscard]] QString obstacle() const;
    /// "3 files skipped: no pixel data." or empty.
    [[nodiscard]] QString skippedText() const;

Q_SIGNALS:
    void stateChanged();
    void progressed(double fraction, const QString& stage);
    void loaded(nodewise::VolumePtr volume, const QString& title);
    void failed(const nodewise::Error& error);

private:
    void setState(ImportState state);
    void takeScan(Result<dicom::ScanResult> scan);
    void load(bool resampled);
    void loadVolumeFile(const std::filesystem::path& file);
    void takeVolume(Result<VolumePtr> volume, const QString& title);
    void follow(jobs::JobPtr job);
    void fail(const Error& error);

    jobs::JobRunner& m_jobs;
    ImportState m_state = ImportState::Idle;
    dicom::ScanResult m_scan;
    std::size_t m_chosen = 0;
    jobs::JobPtr m_job;
    int m_generation = 0;
};

}  // namespace nodewise::models
