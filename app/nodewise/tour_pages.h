/// tour_pages.h: the places of a running program, one picture after the other.
#pragma once
#include "app/nodewise/application.h"
#include "app/nodewise/tour_camera.h"
#include "ui/models/reading_services.h"
#include "ui/shell/main_window.h"
#include "volume/ct_volume.h"
#include <optional>

namespace nodewise::app {

/// The program that is drawn and who draws it.
struct TourStage {
    Application& program;
    TourCamera& camera;

    void goTo(const char* place) const { program.window().goTo(QLatin1String(place)); }
    /// See TourCamera::shoot.
    void shoot(const QString& name, bool all = false) const {
        camera.shoot(program.window(), name, all);
    }
};

/// Overview, all scores, compared, group and research as "<name>-<page>".
void drawProgressPages(const TourStage& stage, const QString& name, bool all);
/// The printed pages as "<name>-resident", "-certificate", "-group".
void drawReports(const TourStage& stage, const QString& name);
/// Two nodes side by side, before and after the choice.
void drawPairs(const TourStage& stage);
/// A node several readers called: the spread, then the reference. Answers must be there.
void drawMeeting(const TourStage& stage);
/// The atlas, and one case opened in it.
void drawAtlas(const TourStage& stage, const models::CaseLocator& where);
/// The bench, with the node of the case that was just read to its end.
void drawBench(const TourStage& stage);
/// The Measure place: nothing open, a node outlined, the core's answer beside the own call;
/// then the pages of the report.
void drawMeasure(const TourStage& stage, const VolumePtr& volume,
                 const std::optional<PointLps>& node);

}  // namespace nodewise::app
