/// atlas_visit.h: looking a case up with its truth, which spends it.
///
///   Asking --spend--> Open
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <functional>

namespace nodewise::session {

enum class AtlasStep { Asking, Open };

class AtlasVisit {
public:
    /// Keeps for good that the case is spent (progress::ProgressStore::spendCase).
    using Keep = std::function<Result<void>(const CaseSpent&)>;

    /// `known`: the case is finished or spent already: there is nothing left to spend.
    AtlasVisit(CaseRef ref, bool known)
        : m_ref(std::move(ref))
        , m_step(known ? AtlasStep::Open : AtlasStep::Asking) {}

    [[nodiscard]] AtlasStep step() const { return m_step; }
    [[nodiscard]] const CaseRef& ref() const { return m_ref; }
    /// Asking only; when `keep` fails the truth stays sealed. StepNotAllowed.
    [[nodiscard]] Result<void> spend(const Keep& keep) {
        if (m_step != AtlasStep::Asking)
            return fail(ErrorCode::StepNotAllowed, "the case is open already");
        if (auto kept = keep(CaseSpent{m_ref}); !kept)
            return kept;
        m_step = AtlasStep::Open;
        return {};
    }
    [[nodiscard]] bool truthAllowed() const { return m_step == AtlasStep::Open; }
    /// TruthSealed until the case is spent.
    [[nodiscard]] Result<void> requireTruthAllowed() const {
        if (truthAllowed())
            return {};
        return fail(ErrorCode::TruthSealed,
                    "the reference of case \"" + m_ref.caseId.value + "\" opens when it is spent");
    }

private:
    CaseRef m_ref;
    AtlasStep m_step;
};

}  // namespace nodewise::session
