/// sealed_reference.h: the truth of the case that is read and what is measured by it, made while
/// the reader looks and closed until a call on it is kept.
#pragma once
#include "casepack/pack.h"
#include "progress/truth_key.h"
#include "ui/models/grading.h"
#include "ui/models/made_once.h"
#include <map>
#include <vector>

namespace nodewise::models {

/// The feedback of a first call stands at once because its reference is ready, and nothing can be
/// read of it before: `open` wants a progress::TruthKey, which the store gives for a kept call
/// alone. There is no other way in: prepare() tells no more than that it went well. Thread-safe.
class SealedReference {
public:
    SealedReference();
    ~SealedReference();

    /// What it is made from.
    struct Source {
        casepack::PackPtr pack;
        CaseLocator where;
        VolumePtr volume;
    };
    struct Opened {
        std::shared_ptr<const casepack::OpenedTruth> truth;
        std::shared_ptr<const MeasuredReference> node;
    };

    /// From here on this case is read: what was made of others is forgotten.
    void expect(const CaseLocator& where);
    /// No case is read: everything is forgotten.
    void forget();
    /// Facts of the series, truth, and the measurements of each node, on one thread: the reader
    /// scrolls meanwhile. Does nothing when another case is read by now. Errors: those of
    /// measure::findSeriesFacts, casepack::openCaseTruth and measureReference; Cancelled.
    [[nodiscard]] Result<void> prepare(const Source& source, JobControl& job);
    /// The node of the key; what is not ready is made now, on all cores. TruthSealed when the key
    /// belongs to another case; errors as `prepare`.
    [[nodiscard]] Result<Opened> open(const progress::TruthKey& key, const Source& source,
                                      JobControl& job);

private:
    struct Case;
    using CasePtr = std::shared_ptr<Case>;
    [[nodiscard]] CasePtr known(const CaseLocator& where);
    [[nodiscard]] CasePtr knownOrAdded(const CaseLocator& where);

    std::mutex m_lock;
    /// The case that is read, then the other one that was asked for last. Work that goes on holds
    /// what it makes itself.
    CasePtr m_read, m_other;
};

}  // namespace nodewise::models
