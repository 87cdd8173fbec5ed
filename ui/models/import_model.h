/// import_model.h: a folder or file that was dropped or chosen becomes a volume
/// on screen.
#pragma once
#include "annotation/label_map.h"
#include "dicom/series.h"
#include "ui/jobs/job_runner.h"
#include <QImage>
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

    /// DICOM files, folders, DICOMDIR or zip, or one NRRD or NIfTI volume. A
    /// running import is cancelled.
    void open(const QStringList& paths);
    /// Choosing: one of `choices()`.
    void choose(int index);
    /// Asking: resample to a regular grid.
    void resample();
    void cancel();

    /// The series of the latest folder once more, when there was more than one.
    void chooseAgain();
    /// Loads another series of the folder to be seen beside the open one;
    /// `besideLoaded` or `failed`. Tilted or uneven ones are resampled.
    void loadBeside(int index);
    /// Outlines (RTSTRUCT, SEG) that lay beside the images, on the grid of the
    /// volume: one `labelsLoaded` a file that fits.
    void loadLabels(const GridGeometry& grid);
    /// Small pictures of the series, one `pictureReady` each.
    void drawPictures();

    [[nodiscard]] ImportState state() const { return m_state; }
    [[nodiscard]] const std::vector<dicom::SeriesInfo>& found() const { return m_scan.series; }
    /// The series of the latest load; nothing for a volume file.
    [[nodiscard]] const std::optional<dicom::SeriesInfo>& series() const { return m_series; }
    /// What was opened.
    [[nodiscard]] const std::vector<std::filesystem::path>& sources() const { return m_sources; }
    /// "Neck, soft tissue · 3.0 mm · 90 images", one a series.
    [[nodiscard]] QStringList choices() const;
    /// Asking: what is odd about the series, one sentence.
    [[nodiscard]] QString obstacle() const;
    /// "3 files skipped: no pixel data." or empty.
    [[nodiscard]] QString skippedText() const;

Q_SIGNALS:
    void stateChanged();
    void progressed(double fraction, const QString& stage);
    /// The middle slice of a long series; the rest is read as soon as this has been told. `loaded`
    /// or `failed` follows, or nothing after `cancel`.
    void firstSlice(nodewise::VolumePtr slice, const QString& title);
    void loaded(nodewise::VolumePtr volume, const QString& title);
    void failed(const nodewise::Error& error);
    void pictureReady(int index, const QImage& picture);
    void besideLoaded(nodewise::VolumePtr volume, const QString& title,
                      const nodewise::dicom::SeriesInfo& series);
    void labelsLoaded(const nodewise::LabelMap& labels);

private:
    void setState(ImportState state);
    void takeScan(Result<dicom::ScanResult> scan);
    void load(bool resampled);
    void loadAll(const dicom::SeriesInfo& series, bool resampled, int generation);
    void loadVolumeFile(const std::filesystem::path& file);
    void takeVolume(Result<VolumePtr> volume, const QString& title);
    void follow(jobs::JobPtr job);
    void fail(const Error& error);

    jobs::JobRunner& m_jobs;
    ImportState m_state = ImportState::Idle;
    dicom::ScanResult m_scan;
    std::size_t m_chosen = 0;
    std::optional<dicom::SeriesInfo> m_series;
    std::vector<std::filesystem::path> m_sources;
    jobs::JobPtr m_job;
    std::vector<jobs::JobPtr> m_sideJobs;
    int m_scanNumber = 0;
    int m_generation = 0;
};

}  // namespace nodewise::models
