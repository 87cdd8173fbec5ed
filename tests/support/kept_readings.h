/// kept_readings.h: a store with a case opened or read to its end.
#pragma once
#include "support/reading_samples.h"
#include "support/temp_store.h"

namespace nodewise::tests {

struct OpenedReading {
    progress::Profile profile;
    session::CaseOpened reading;
};

inline OpenedReading openOne(TempStore& store, const std::string& id = "s-1",
                             const std::string& caseId = "case-27") {
    OpenedReading result{store->createProfile("Mara").value(),
                         sampleCase(id, session::Mode::Learn, caseId)};
    if (!store->openCase(result.profile.id, result.reading))
        qFatal("openCase");
    return result;
}

inline void readWholeCase(TempStore& store, const ProfileId& profile, const std::string& id,
                          const std::string& caseId, const session::NodeScore& score) {
    const auto opened = sampleCase(id, session::Mode::Learn, caseId);
    if (!store->openCase(profile, opened))
        qFatal("openCase");
    for (std::size_t node = 0; node < 2; ++node) {
        const auto call = sampleCommit(opened, node);
        if (!store->commitNodeCall(profile, call, &score) || !store->recordFeedbackSeen(call.call))
            qFatal("commit");
        store.clock.advance(std::chrono::minutes(1));
    }
    if (!store->finishCase(opened.session))
        qFatal("finish");
}

inline ErrorCode codeOf(const Result<void>& result) {
    return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace nodewise::tests
