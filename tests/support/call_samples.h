/// call_samples.h: kept and scored calls of several readers, for tests of tables and exports.
#pragma once
#include "support/reading_samples.h"
#include <vector>

namespace nodewise::tests {

/// One scored call of `reader` on node `node` of `caseId`.
inline session::CallRecord sampleRecord(const std::string& reader, const std::string& caseId,
                                        Grade reference, double probability, int minute = 0) {
    const session::CaseOpened opened =
        sampleCase(reader + "-" + caseId, session::Mode::Learn, caseId);
    session::CallRecord record;
    record.id = session::CallId(newUuid());
    record.profile = ProfileId(reader);
    record.session = opened.session;
    record.ref = opened.ref;
    record.caseTitle = opened.caseTitle;
    record.node = opened.nodes.front();
    record.answer = sampleCall(probability);
    record.trace = sampleTrace();
    record.committed = Timestamp(std::chrono::minutes(29'000'000 + minute));
    record.score = sampleScore(reference, probability);
    return record;
}

}  // namespace nodewise::tests
