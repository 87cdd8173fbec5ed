/// reading_samples.h: a case with two nodes, calls and scores, for tests of session and progress.
#pragma once
#include "session/events.h"
#include <string>

namespace nodewise::tests {

inline session::CaseOpened sampleCase(const std::string& id = "s-1",
                                      session::Mode mode = session::Mode::Learn,
                                      const std::string& caseId = "case-27") {
    session::CaseOpened opened;
    opened.session = session::SessionId(id);
    opened.ref = {PackId("6f9619ff-8b86-4d11-b42d-00c04fc964ff"), "1.2.0", CaseId(caseId)};
    opened.caseTitle = "Case 27 \u2013 b\u00e4se of tongue";
    opened.mode = mode;
    opened.nodes = {{NodeId("node-1"), Side::Left, Level::IIa},
                    {NodeId("node-2"), Side::Right, Level::III}};
    return opened;
}

inline NodeCall sampleCall(double probability = 0.72, Grade grade = Grade::G1) {
    NodeCall call;
    call.mark = PointLps{12.5, -30.25, -177.0};
    call.side = Side::Left;
    call.level = Level::IIa;
    call.probability = probability;
    call.grade = grade;
    call.margin = Margin::Indistinct;
    call.fat = PerinodalFat::Stranded;
    call.contact = AdjacencyCall{Adjacency::Contact, "sternocleidomastoid_left"};
    call.coalescence = false;
    call.necrosis = true;
    call.shortAxisMm = 14.2;
    call.longAxisMm = 21.0;
    call.reasons = {Feature::Margin, Feature::Fat};
    return call;
}

inline session::ReadingTrace sampleTrace(double seconds = 95) {
    session::ReadingTrace trace;
    trace.seconds = seconds;
    trace.positionZMm = -177.0;
    trace.image = 31;
    trace.slicesSeen = 64;
    return trace;
}

inline session::NodeCallCommitted sampleCommit(const session::CaseOpened& opened,
                                               std::size_t node = 0,
                                               const NodeCall& call = sampleCall()) {
    session::NodeCallCommitted event;
    event.session = opened.session;
    event.call = session::CallId(newUuid());
    event.node = opened.nodes.at(node).id;
    event.answer = call;
    event.trace = sampleTrace();
    if (node + 1 == opened.nodes.size())
        event.caseAnswer =
            session::CaseAnswer{"N2b", opened.edition, ImageQuality::Adequate, "discuss surgery"};
    return event;
}

inline session::NodeScore sampleScore(Grade reference = Grade::G1, double probability = 0.72,
                                      Verdict verdict = Verdict::Agrees) {
    session::NodeScore score;
    score.gradeReference = reference;
    score.gradeDistribution = {0, 0, 0, 0};
    score.gradeDistribution[static_cast<std::size_t>(gradeNumber(reference))] = 1;
    const double truth = reference == Grade::G0 ? 0.0 : 1.0;
    score.brier = (probability - truth) * (probability - truth);
    score.rps = 0.0784;
    score.marks = {{Mark::Detection, Verdict::Agrees, 1.0, "inside", "inside"},
                   {Mark::Grade, verdict, 0.9, "G1", std::string(word(reference))}};
    score.errors = {TraineeError::E01};
    score.concepts = {ConceptId("margin/neck/thick_slices")};
    score.shortAxisErrorMm = -0.3;
    score.mainItem = "margin_indistinct";
    score.feedbackJson = "{\"marks\":{}}";
    return score;
}

}  // namespace nodewise::tests
