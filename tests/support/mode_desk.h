/// mode_desk.h: every mode's model over a real store and six cases without a disk.
#pragma once
#include "support/answer_files.h"
#include "support/store_services.h"
#include "ui/models/atlas_model.h"
#include "ui/models/drill_model.h"
#include "ui/models/group.h"
#include "ui/models/meeting_model.h"
#include "ui/models/pair_model.h"
#include "ui/models/test_model.h"
#include <QTest>

namespace nodewise::tests {

struct ModeDesk : ScreenModels {
    StoreServices desk{*this};
    models::ReadingModel reading{desk, jobs, store.clock};
    models::TestModel tests{learner, library, reading, desk, jobs};
    models::DrillModel drill{learner, library, reading};
    models::PairModel pairs{learner, library, desk, jobs};
    models::Group group{store.folder() / "group.sqlite", store.clock};
    models::MeetingModel meeting{group, learner, library, desk, jobs};
    models::AtlasModel atlas{learner, library, desk, jobs};
    /// Calls of `addCall` are always of version 1.0.0.
    explicit ModeDesk(const char* version = "1.0.0") {
        shelf.pack.version = QLatin1String(version);
        loadPack();
        learner.refresh();
    }
    /// Calls the case that is open, as a reader would.
    void callIt(double probability = 0.8, Grade grade = Grade::G2) {
        QCOMPARE(reading.state(), models::ReadingState::Calling);
        reading.setDraft(finishedDraft(reading.draft(), probability, grade));
        store.clock.advance(std::chrono::seconds(70));
        reading.commit();
    }
};

/// The answers of one made-up reader on the second case.
inline QString answersOf(ModeDesk& desk, const char* pseudonym, Grade grade, double probability) {
    return writeAnswerFile(
        desk, pseudonym,
        {{desk.shelf.pack.cases[1], finishedDraft({}, probability, grade), std::nullopt}});
}

}  // namespace nodewise::tests
