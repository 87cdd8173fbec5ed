/// workspace.h: the screens on their models, and the ways from one to the next.
#pragma once
#include "ui/models/atlas_model.h"
#include "ui/models/bench_model.h"
#include "ui/models/case_library.h"
#include "ui/models/cases_model.h"
#include "ui/models/drill_model.h"
#include "ui/models/group.h"
#include "ui/models/import_model.h"
#include "ui/models/learner.h"
#include "ui/models/measure_model.h"
#include "ui/models/meeting_model.h"
#include "ui/models/pair_model.h"
#include "ui/models/progress_model.h"
#include "ui/models/reading_model.h"
#include "ui/models/replay_model.h"
#include "ui/models/safekeeping.h"
#include "ui/models/settings_model.h"
#include "ui/models/test_model.h"
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include "ui/remedies/remedy_pictures.h"
#include "ui/render/gl_support.h"
#include "ui/shell/settings_screen.h"
#include "ui/widgets/dialog_service.h"
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <functional>

namespace nodewise::bench {
class BenchScreen;
}
namespace nodewise::feedback_screen {
class FeedbackScreen;
}

namespace nodewise::measure_screen {
class MeasureScreen;
}
namespace nodewise::viewer {
class ViewerModel;
}

namespace nodewise::shell {

class MainWindow;
class PracticeWays;

/// All view-models of the program; made by the composition root, outlive the workspace.
struct Models {
    models::Learner& learner;
    models::CaseLibrary& library;
    models::Thumbnails& thumbnails;
    models::CasesModel& cases;
    models::TodayModel& today;
    models::ProgressModel& progress;
    models::ReadingModel& reading;
    models::SettingsModel& settings;
    models::ImportModel& import;
    models::BenchModel& bench;
    remedies::RemedyPictures& cards;
    models::MeasureModel& measure;
    models::Safekeeping& safekeeping;
    models::TestModel& tests;
    models::DrillModel& drill;
    models::PairModel& pairs;
    models::Group& group;
    models::MeetingModel& meeting;
    models::AtlasModel& atlas;
    models::ReplayModel& replay;
};

/// Fills a window with the places that exist and connects them. Holds no data of its own.
class Workspace final : public QObject {
    Q_OBJECT
public:
    Workspace(MainWindow& window, const Models& models, widgets::DialogService& dialogs,
              const render::GlSupport& graphics, const AboutFacts& facts,
              QObject* parent = nullptr);

    void openCase(const models::CaseLocator& where);
    /// Packs go into the library, saved work is taken up, everything else opens in Measure.
    void openPaths(const QStringList& paths);
    void reviewCall(const session::CallId& call);

private:
    void buildScreens(const render::GlSupport& graphics, const AboutFacts& facts);
    void buildReading(const render::GlSupport& graphics);
    void savePicture(const QImage& picture);
    void addKeys(SettingsScreen& settings);
    void keepWindows(viewer::ViewerModel& views, std::function<QString()> series);
    void buildBench();
    void showBench(const QString& comingFrom);
    void benchCalledNode();
    void buildMeasure(const render::GlSupport& graphics);
    void openWork(const QString& file);
    void askForVolume();
    void connectReading();
    void connectLibrary();
    void connectImport();
    void followReading();
    void followImport();
    void askForPack();
    void askForFolder();
    void tell(const Error& error);
    void startStrip(const QString& text);
    void showStrip();

    MainWindow& m_window;
    Models m_models;
    widgets::DialogService& m_dialogs;
    PracticeWays* m_practice;
    feedback_screen::FeedbackScreen* m_feedback = nullptr;
    QString m_beforeBench;  ///< Where "Back" leads.
    measure_screen::MeasureScreen* m_measure = nullptr;
    QTimer m_showStrip;  ///< Short work shows no strip at all.
    QString m_stripText;
};

}  // namespace nodewise::shell
