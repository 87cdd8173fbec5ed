/// measure_desk.h: the Measure place on a phantom neck, without a window round it.
#pragma once
#include "support/fake_dialogs.h"
#include "support/neck_phantom.h"
#include "ui/measure/measure_screen.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/segmented_choice.h"
#include <QAction>
#include <QtTest>

namespace nodewise::tests {

inline render::GlSupport no3d() {
    render::GlSupport support;
    support.problem = render::GlProblem::SwitchedOff;
    return support;
}

/// A neck as the reader would drop it, and the screen that shows it.
struct Desk {
    jobs::ImmediateJobRunner jobs;
    models::MeasureModel model{jobs};
    models::ImportModel import{jobs};
    FakeDialogs dialogs;
    measure_screen::MeasureScreen screen{model, import, dialogs, no3d()};
    test::NeckPhantom neck = test::makeNeckPhantom();

    Desk() {
        screen.resize(1376, 900);
        screen.show();
    }
    void open() { model.openSeries({neck.volume, QStringLiteral("Series A"), {}, {}}); }
    template <class T>
    T* find(const char* name) {
        return screen.findChild<T*>(QString::fromLatin1(name));
    }
    bool sees(const char* name) {
        const auto* widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
    void clickNode() {
        screen.viewerModel().setCursor(neck.nodeCentre);
        auto* axial = find<viewer::SliceView>("sliceViewAxial");
        QTest::mouseClick(axial, Qt::LeftButton, {}, axial->pixelOf(neck.nodeCentre).toPoint());
    }
    void callIt() {
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&screen, Qt::Key_BracketRight);
        find<widgets::SegmentedChoice>("ownGrade")->press(1);
    }
    bool trigger(const char* action) {
        auto* found = find<QAction>(action);
        if (found)
            found->trigger();
        return found != nullptr;
    }
};

}  // namespace nodewise::tests
