#include "session/pair_drill.h"
#include <algorithm>

namespace nodewise::session {

namespace {

bool usable(const CallRecord& call) {
    return call.score && call.score->counts && call.score->brier && call.answer.mark;
}

int sharedConcepts(const CallRecord& a, const CallRecord& b) {
    return static_cast<int>(std::count_if(
        a.score->concepts.begin(), a.score->concepts.end(), [&b](const ConceptId& id) {
            return std::find(b.score->concepts.begin(), b.score->concepts.end(), id) !=
                   b.score->concepts.end();
        }));
}

bool compared(const std::vector<PairCompared>& done, const CallRecord& a, const CallRecord& b) {
    return std::any_of(done.begin(), done.end(), [&](const PairCompared& pair) {
        return (pair.first == a.id && pair.second == b.id) ||
               (pair.first == b.id && pair.second == a.id);
    });
}

/// The best partner of `call`; null when there is none.
const CallRecord* partnerOf(const CallRecord& call, const std::vector<const CallRecord*>& others,
                            const std::vector<PairCompared>& done) {
    const CallRecord* best = nullptr;
    for (const CallRecord* other : others) {
        if (referencePositive(*other->score) == referencePositive(*call.score) ||
            other->ref == call.ref || compared(done, call, *other))
            continue;
        // Ties: the one longest ago, then the lowest id: `others` is in that order.
        if (!best || sharedConcepts(call, *other) > sharedConcepts(call, *best))
            best = other;
    }
    return best;
}

std::optional<PairTask> drawFrom(const std::vector<const CallRecord*>& oldestFirst,
                                 const PairSetup& setup) {
    std::vector<const CallRecord*> misses = oldestFirst;
    std::stable_sort(misses.begin(), misses.end(), [](const CallRecord* a, const CallRecord* b) {
        return *a->score->brier > *b->score->brier;
    });
    for (const CallRecord* miss : misses)
        if (const CallRecord* partner = partnerOf(*miss, oldestFirst, setup.done)) {
            // Which stands left follows from the seed and the number of pairs so far alone.
            const bool swap = ((setup.seed >> (setup.done.size() % 64)) & 1) != 0;
            return swap ? PairTask{*partner, *miss} : PairTask{*miss, *partner};
        }
    return std::nullopt;
}

}  // namespace

std::optional<PairTask> drawPair(const std::vector<CallRecord>& calls, const PairSetup& setup) {
    std::vector<const CallRecord*> all, old;
    for (const CallRecord& call : calls)
        if (usable(call))
            all.push_back(&call);
    std::sort(all.begin(), all.end(), [](const CallRecord* a, const CallRecord* b) {
        return std::pair(a->committed, a->id) < std::pair(b->committed, b->id);
    });
    const Timestamp fresh = setup.now - std::chrono::hours(24 * setup.freshDays);
    std::copy_if(all.begin(), all.end(), std::back_inserter(old),
                 [fresh](const CallRecord* call) { return call->committed <= fresh; });
    auto task = drawFrom(old, setup);
    return task ? task : drawFrom(all, setup);
}

Result<PairDrill> PairDrill::open(const ActivityId& activity, PairTask task) {
    if (activity.empty() || !task.first.score || !task.second.score ||
        referencePositive(*task.first.score) == referencePositive(*task.second.score))
        return fail(ErrorCode::InvalidArgument, "a pair has one node with ENE and one without");
    PairDrill drill;
    drill.m_activity = activity;
    drill.m_task = std::move(task);
    return drill;
}

Result<void> PairDrill::choose(bool second, double seconds, const Keep& keep) {
    if (m_step != PairStep::Looking)
        return fail(ErrorCode::StepNotAllowed, "the choice is made");
    PairCompared pair;
    pair.activity = m_activity;
    pair.first = m_task.first.id;
    pair.second = m_task.second.id;
    pair.choseSecond = second;
    pair.secondPositive = referencePositive(*m_task.second.score);
    pair.seconds = seconds;
    if (auto kept = keep(pair); !kept)
        return kept;
    m_choseSecond = second;
    m_step = PairStep::Chosen;
    return {};
}

Result<void> PairDrill::showTruth() {
    if (m_step != PairStep::Chosen)
        return fail(ErrorCode::StepNotAllowed,
                    m_step == PairStep::Looking ? "choose first" : "the references are open");
    m_step = PairStep::Truth;
    return {};
}

std::optional<bool> PairDrill::right() const {
    if (!truthAllowed())
        return std::nullopt;
    return m_choseSecond == referencePositive(*m_task.second.score);
}

}  // namespace nodewise::session
