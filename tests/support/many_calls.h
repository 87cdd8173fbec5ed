/// many_calls.h: years of practice in a store: thousands of scored calls in one transaction.
#pragma once
#include "progress/progress_store.h"
#include "support/reading_samples.h"
#include <QtGlobal>
#include <vector>

namespace nodewise::tests {

/// A new profile with `count` calls, one node a case, one every 250 s up to a year ago and on; 400
/// different cases, 40 concepts. By the way of an answer file, as an import does it.
inline ProfileId addManyCalls(progress::ProgressStore& store, Timestamp now, int count) {
    const auto profile = store.createProfile("Bench")->id;
    std::vector<session::Event> events;
    const Timestamp start = now - std::chrono::hours(24 * 365);
    const auto add = [&](int i, session::EventBody body) {
        events.push_back(
            {newUuid(), start + std::chrono::seconds(250 * i), profile, std::move(body)});
    };
    for (int i = 0; i < count; ++i) {
        auto opened = sampleCase("s-" + std::to_string(i), session::Mode::Learn,
                                 "case-" + std::to_string(i % 400));
        opened.nodes.resize(1);
        const Grade reference = gradeFromNumber(i % 4);
        const double said = 0.05 + 0.9 * ((i * 37) % 101) / 101.0;
        auto call = sampleCommit(opened, 0, sampleCall(said));
        auto score = sampleScore(reference, said);
        score.concepts = {ConceptId("margin/any/look" + std::to_string(i % 40))};
        add(i, opened);
        const auto id = call.call;
        add(i, std::move(call));
        add(i, session::NodeScored{id, std::move(score)});
        add(i, session::CaseFinished{opened.session});
    }
    if (const auto merged = store.merge(events); !merged)
        qFatal("%s", merged.error().detail.c_str());
    return profile;
}

}  // namespace nodewise::tests
