/// measure_screen.h: the Measure place: one's own series, nodes in it, numbers
/// and evidence.
#pragma once
#include "ui/models/import_model.h"
#include "ui/models/measure_model.h"
#include "ui/render/gl_support.h"
#include "ui/viewer/key_sheet.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/focus_regions.h"
#include <QStackedWidget>
#include <filesystem>
#include <functional>

namespace nodewise::render {
class SurfaceView;
}
namespace nodewise::viewer {
class ImageTools;
class PlaneLayout;
}  // namespace nodewise::viewer
namespace nodewise::widgets {
class DialogService;
class HeaderStrip;
class ProgressStrip;
class Toast;
}  // namespace nodewise::widgets

namespace nodewise::measure_screen {

class AnswerPanel;
class ArrivingPage;
class ComparePane;
class FileWriter;
class OutlineColumn;
class SeriesChooser;
struct ReportPicture;

/// Pages: nothing open, choose a series, measure. Holds the viewer's state;
/// outlines and calls live in the model. objectName: measureScreen.
class MeasureScreen final : public QStackedWidget, public widgets::FocusRegions {
    Q_OBJECT
public:
    /// Models and dialogs outlive the screen.
    MeasureScreen(models::MeasureModel& model, models::ImportModel& import,
                  widgets::DialogService& dialogs, const render::GlSupport& graphics,
                  QWidget* parent = nullptr);
    ~MeasureScreen() override;

    [[nodiscard]] QList<QWidget*> focusRegions() const override;
    [[nodiscard]] viewer::ViewerModel& viewerModel() { return m_viewer; }
    /// Several series were found: one is to be chosen here.
    void showChoice();
    /// The first slice of a series is shown while the rest is read.
    [[nodiscard]] bool isArriving() const;
    /// Paints that slice at once, before anything else is done.
    void paintArriving();
    /// What the report shows: pictures of each node with its outline, then the key images.
    [[nodiscard]] std::vector<ReportPicture> reportPictures() const;
    /// Work that is to be taken up once its series is open.
    void takeUp(const exchange::MeasureWork& work);
    /// Reads saved work off the GUI thread, then takes it up; what is wrong with it is told here.
    void takeUpFile(const std::filesystem::path& file);

Q_SIGNALS:
    /// A folder, file or saved work is to be opened.
    void openFolderRequested();
    void openFileRequested();
    void openPathsRequested(const QStringList& paths);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildWork(const render::GlSupport& graphics);
    void fillReportMenu();
    void connectModel();
    void connectViewer();
    void showSeries();
    void showArriving(const VolumePtr& slice, const QString& title);
    void endArriving();
    void connectArriving();
    void showOverlays();
    void showSurface();
    void showHeader();
    void showBeside(const VolumePtr& volume, const QString& title, const dicom::SeriesInfo& info);
    void showSuv();
    bool execute(viewer::ViewerCommand command);
    void takeBrush(const std::vector<PointLps>& path, VectorLps normal, bool erase);
    void takeLine(const std::vector<PointLps>& line, VectorLps normal);
    void tell(const Error& error);
    void finish(const Result<void>& written, const QString& file);
    void write(const QString& what, std::function<Result<void>(JobControl&)> work,
               const QString& file);
    void savePdf();
    void saveJson();
    void copyText();
    void saveDicom();
    void saveWork();
    void openWork();
    void savePicture();
    void copyPicture();

    models::MeasureModel& m_model;
    models::ImportModel& m_import;
    widgets::DialogService& m_dialogs;
    viewer::ViewerModel m_viewer;
    QWidget *m_emptyPage = nullptr, *m_workPage = nullptr;
    SeriesChooser* m_chooser = nullptr;
    widgets::HeaderStrip* m_header = nullptr;
    QString m_suvInputs;  ///< What the SUV of this series is worked out from; empty without one.
    OutlineColumn* m_column = nullptr;
    viewer::PlaneLayout* m_layout = nullptr;
    viewer::ImageTools* m_tools = nullptr;
    render::SurfaceView* m_surface = nullptr;
    AnswerPanel* m_panel = nullptr;
    ComparePane* m_compare = nullptr;
    viewer::KeySheet* m_keys = nullptr;
    ArrivingPage* m_arriving = nullptr;
    bool m_choosingBeside = false;
    widgets::Toast* m_toast = nullptr;
    widgets::ProgressStrip* m_strip = nullptr;
    FileWriter* m_writer = nullptr;
    std::optional<exchange::MeasureWork> m_waiting;
};

/// The keys of the Measure place, for a sheet.
[[nodiscard]] viewer::KeyGroup measureKeyGroup();

}  // namespace nodewise::measure_screen
