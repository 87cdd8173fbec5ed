/// read_desk.h: the Read screen over services that need no disk.
#pragma once
#include "support/fake_reading_services.h"
#include "support/fixed_clock.h"
#include "ui/models/reading_model.h"
#include "ui/read/read_screen.h"
#include "ui/widgets/segmented_choice.h"
#include <QTest>

namespace nodewise::tests {

struct ReadDesk {
    FakeReadingServices services;
    FixedClock clock;
    jobs::ImmediateJobRunner jobs;
    models::ReadingModel model{services, jobs, clock};
    read::ReadScreen screen{model};

    ReadDesk() {
        screen.resize(1376, 900);
        screen.show();
    }
    void open() { model.openCase({"/packs/demo.nwpack", CaseId("case-27")}); }

    template <class T>
    T* find(const char* name) {
        T* widget = screen.findChild<T*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&screen, static_cast<Qt::Key>(key), modifiers);
    }
    std::optional<int> chosen(const char* name) {
        return find<widgets::SegmentedChoice>(name)->chosen();
    }
    void mark() { screen.viewerModel().addMark({1, 2, 3}); }
};

}  // namespace nodewise::tests
