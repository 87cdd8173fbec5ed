// What a reader waits for: the first slice after a drop on the running program, and a picture in
// three linked views after a step of the wheel. 512 × 512 × 150, offscreen, no GPU; the first drop
// of the program, medians, and the 95th percentile.
#include "dicom/export.h"
#include "support/program.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <cstdio>
#include <random>
#include <utility>
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

/// A drop on the window of the running program, on Today: ms until each step.
struct Drop {
    double scanned = 0;    ///< The series are known.
    double sliceRead = 0;  ///< The middle slice is there.
    double first = 0;      ///< It was painted.
    double loaded = 0;     ///< The whole volume is there.
    double whole = 0;      ///< Its axial picture was painted.
};

/// The axial view of the series that is measured: not Read's, not that of the pane beside it.
viewer::SliceView* measuredView(const QWidget& window) {
    const auto* screen = window.findChild<QWidget*>(QStringLiteral("measureScreen"));
    const auto* beside = window.findChild<QWidget*>(QStringLiteral("comparePane"));
    for (auto* view : screen->findChildren<viewer::SliceView*>(QStringLiteral("sliceViewAxial")))
        if (!beside->isAncestorOf(view))
            return view;
    return nullptr;
}

Drop dropped(tests::Program& program, const QString& folder) {
    using models::ImportModel;
    auto& import = program.models().import;
    auto& measure = program.models().measure;
    auto robot = program.robot();
    viewer::SliceView* axial = measuredView(program.window());
    auto* arriving = robot.find<viewer::SliceView>("arrivingView");
    QElapsedTimer timer;
    Drop drop;
    QObject here;
    const auto note = [&timer](double& step) {
        if (step <= 0)
            step = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    };
    QObject::connect(&import, &ImportModel::stateChanged, &here, [&] {
        if (import.state() == models::ImportState::Loading)
            note(drop.scanned);
    });
    QObject::connect(&import, &ImportModel::firstSlice, &here, [&] { note(drop.sliceRead); });
    QObject::connect(&import, &ImportModel::loaded, &here, [&] { note(drop.loaded); });
    QObject::connect(arriving, &viewer::SliceView::painted, &here, [&] { note(drop.first); });
    QObject::connect(axial, &viewer::SliceView::painted, &here, [&] {
        if (measure.isOpen() && !axial->pending())
            note(drop.whole);
    });
    timer.start();
    robot.drop({folder});
    while (drop.whole <= 0 && timer.elapsed() < 20000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
    QTest::qWait(400);  // The next drop comes when this one's work is done.
    measure.close();
    program.window().goTo(QStringLiteral("today"));
    QTest::qWait(100);
    return drop;
}

void printDrops(const std::vector<Drop>& drops) {
    const std::pair<const char*, double Drop::*> steps[]{{"series found", &Drop::scanned},
                                                         {"middle slice read", &Drop::sliceRead},
                                                         {"first slice painted", &Drop::first},
                                                         {"volume loaded", &Drop::loaded},
                                                         {"whole volume painted", &Drop::whole}};
    for (const auto& [name, step] : steps) {
        std::vector<double> ms;
        for (const Drop& drop : drops)
            ms.push_back(drop.*step);
        std::printf("drop to %-20s first %6.1f, median %6.1f, best %6.1f ms\n", name, ms.front(),
                    at(ms, 0.5), at(ms, 0));
    }
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
    {
        tests::Program program;
        if (!program.start())
            return 1;
        std::vector<Drop> drops;
        for (int turn = 0; turn < 9; ++turn)
            drops.push_back(dropped(program, folder.path()));
        printDrops(drops);
    }
    const auto wheel = wheelMs(volume);
    std::printf("wheel to painted, three linked views: median %.2f ms, p95 %.2f ms\n",
                at(wheel, 0.5), at(wheel, 0.95));
    return 0;
}
