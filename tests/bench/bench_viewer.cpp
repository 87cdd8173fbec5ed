// What a reader waits for: the first slice after a drop, and a picture in three linked views after
// a step of the wheel. 512 × 512 × 150, offscreen, no GPU; medians and the 95th percentile.
#include "dicom/export.h"
#include "ui/jobs/job_runner.h"
#include "ui/measure/measure_screen.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/dialog_service.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

using namespace nodewise;

namespace {

VolumePtr neckSized() {
    const auto grid =
        GridGeometry::axisAligned({512, 512, 150}, {0.45, 0.45, 1.25}, {-115, -115, -93});
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    std::mt19937 random(5);
    for (auto& voxel : voxels)
        voxel = static_cast<std::int16_t>(static_cast<int>(random() % 400) - 150);
    return CtVolume::create(grid, std::move(voxels)).value();
}

double at(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

struct Drop {
    double firstMs = 0;  ///< Until a slice of the series was painted.
    double wholeMs = 0;  ///< Until the axial picture of the whole volume was painted.
};

/// A drop as the window handles it: scan, middle slice, load, open.
Drop dropMs(const QString& folder) {
    jobs::ThreadJobRunner jobs;
    models::ImportModel import(jobs);
    models::MeasureModel model(jobs);
    widgets::QtDialogService dialogs;
    measure_screen::MeasureScreen screen(model, import, dialogs, {});
    screen.resize(1376, 900);
    screen.show();
    QObject::connect(&import, &models::ImportModel::loaded, &model,
                     [&](const VolumePtr& volume, const QString& title) {
                         model.openSeries({volume, title, import.series(), import.sources()});
                     });
    auto* axial = screen.findChild<viewer::SliceView*>(QStringLiteral("sliceViewAxial"));
    auto* arriving = screen.findChild<viewer::SliceView*>(QStringLiteral("arrivingView"));
    QElapsedTimer timer;
    Drop drop;
    const auto now = [&] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    QObject::connect(arriving, &viewer::SliceView::painted, arriving,
                     [&] { drop.firstMs = drop.firstMs > 0 ? drop.firstMs : now(); });
    QObject::connect(axial, &viewer::SliceView::painted, axial, [&] {
        if (drop.wholeMs <= 0 && model.isOpen() && !axial->pending())
            drop.wholeMs = now();
    });
    timer.start();
    import.open({folder});
    while (drop.wholeMs <= 0 && timer.elapsed() < 20000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
    jobs.stop();
    return drop;
}

std::vector<double> wheelMs(const VolumePtr& volume) {
    viewer::ViewerModel model;
    viewer::PlaneLayout layout(&model);
    layout.resize(740, 782);
    layout.show();
    model.setVolume(volume);
    QCoreApplication::processEvents();
    auto* axial = layout.view(viewer::ViewPlane::Axial);
    std::vector<double> times;
    for (int n = 0; n < 200; ++n) {
        const QPointF place(axial->width() / 2.0, axial->height() / 2.0);
        QWheelEvent event(place, axial->mapToGlobal(place), {}, {0, n % 60 < 30 ? 120 : -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(axial, &event);
        QCoreApplication::processEvents();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const VolumePtr volume = neckSized();
    NullJobControl job;
    if (!dicom::writeCtSeries(*volume, folder.path().toStdString(), {}, job))
        return 1;
    std::vector<double> first, whole;
    for (int turn = 0; turn < 7; ++turn) {
        const Drop drop = dropMs(folder.path());
        first.push_back(drop.firstMs);
        whole.push_back(drop.wholeMs);
    }
    std::printf("drop to first slice painted: median %.1f ms, best %.1f ms\n", at(first, 0.5),
                at(first, 0));
    std::printf("drop to whole volume painted: median %.1f ms, best %.1f ms\n", at(whole, 0.5),
                at(whole, 0));
    const auto wheel = wheelMs(volume);
    std::printf("wheel to painted, three linked views: median %.2f ms, p95 %.2f ms\n",
                at(wheel, 0.5), at(wheel, 0.95));
    return 0;
}
