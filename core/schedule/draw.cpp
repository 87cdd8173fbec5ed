#include "schedule/draw.h"
#include <algorithm>
#include <set>
#include <tuple>

namespace nodewise::schedule {

namespace {

double daysAway(const ConceptState& state, Timestamp now) {
    return std::max(0.0, Seconds(now - state.lastReview).count() / 86400.0);
}

DrawReason reasonOf(const ConceptNeed& need, const DrawSetup& setup) {
    if (!need.state)
        return DrawReason::New;
    if (daysAway(*need.state, setup.now) >= kReturnDays)
        return DrawReason::LongAway;
    return dueAt(*need.state, setup.exam) <= setup.now ? DrawReason::Due : DrawReason::Weakest;
}

/// Whether the next call is one of the third of the day that belongs to concepts never met.
bool isTurnOfNew(const std::vector<ConceptNeed>& concepts, const DrawSetup& setup) {
    constexpr std::chrono::hours kToday{16};  // The same day, whatever its calendar.
    const auto firstToday = std::ranges::count_if(concepts, [&](const ConceptNeed& need) {
        return need.state && need.state->reviews == 1 &&
               setup.now - need.state->lastReview < kToday;
    });
    return firstToday < (setup.calledToday + 1) / kCallsPerNew;
}

int rank(DrawReason reason, bool turnOfNew) {
    switch (reason) {
    case DrawReason::LongAway:
        return 0;
    case DrawReason::Due:
        return 2;
    case DrawReason::New:
        return turnOfNew ? 1 : 3;
    case DrawReason::Weakest:
        break;
    }
    return 4;
}

bool trains(const CaseOffer& offer, const ConceptId& id) {
    return std::ranges::find(offer.concepts, id) != offer.concepts.end();
}

bool mayProbe(const CaseOffer& offer, Timestamp now) {
    return offer.lastRead && now - *offer.lastRead >= std::chrono::days(kProbeDays);
}

/// A case is read to its end: one begun within the cap may go beyond it by a fifth.
int roomToday(const DrawSetup& setup) {
    return setup.dailyCap + setup.dailyCap / 5 - setup.calledToday;
}

/// The best unseen case for a concept; null when there is none that the day has room for.
const CaseOffer* unseenFor(const ConceptId& id, const std::vector<CaseOffer>& cases,
                           const std::set<ConceptId>& wanted, int room) {
    const auto key = [&wanted](const CaseOffer& offer) {
        const auto alsoWanted = std::ranges::count_if(
            offer.concepts, [&wanted](const ConceptId& c) { return wanted.contains(c); });
        return std::tuple(-alsoWanted, offer.difficulty, offer.id);
    };
    const CaseOffer* best = nullptr;
    for (const CaseOffer& offer : cases)
        if (!offer.spent && !offer.lastRead && offer.nodes <= room && trains(offer, id) &&
            (!best || key(offer) < key(*best)))
            best = &offer;
    return best;
}

/// The probe read longest ago; null when there is none.
const CaseOffer* probeFor(const ConceptId& id, const std::vector<CaseOffer>& cases,
                          const DrawSetup& setup) {
    const CaseOffer* best = nullptr;
    for (const CaseOffer& offer : cases)
        if (!offer.spent && mayProbe(offer, setup.now) && offer.nodes <= roomToday(setup) &&
            trains(offer, id) &&
            (!best || std::tie(*offer.lastRead, offer.id) < std::tie(*best->lastRead, best->id)))
            best = &offer;
    return best;
}

}  // namespace

std::vector<std::pair<ConceptId, DrawReason>>
trainingOrder(const std::vector<ConceptNeed>& concepts, const DrawSetup& setup) {
    using Key = std::tuple<int, double, ConceptId>;
    std::vector<std::pair<Key, DrawReason>> order;
    const bool turnOfNew = isTurnOfNew(concepts, setup);
    for (const ConceptNeed& need : concepts) {
        const DrawReason reason = reasonOf(need, setup);
        const double within = reason == DrawReason::LongAway ? -daysAway(*need.state, setup.now)
                              : need.state                   ? recallAt(*need.state, setup.now)
                                                             : 0.0;
        order.push_back({{rank(reason, turnOfNew), within, need.id}, reason});
    }
    std::ranges::sort(order);
    std::vector<std::pair<ConceptId, DrawReason>> result;
    for (const auto& [key, reason] : order)
        result.emplace_back(std::get<2>(key), reason);
    return result;
}

std::optional<Draw> drawNext(const std::vector<ConceptNeed>& concepts,
                             const std::vector<CaseOffer>& cases, const DrawSetup& setup) {
    if (setup.calledToday >= setup.dailyCap)
        return Draw{};
    const auto order = trainingOrder(concepts, setup);
    std::set<ConceptId> wanted, generated;
    for (const auto& [id, reason] : order)
        if (reason != DrawReason::Weakest)
            wanted.insert(id);
    for (const ConceptNeed& need : concepts)
        if (setup.canGenerate && need.hasTemplate)
            generated.insert(need.id);
    for (const auto& [id, reason] : order) {
        if (const CaseOffer* offer = unseenFor(id, cases, wanted, roomToday(setup)))
            return Draw{DrawKind::Unseen, reason, id, offer->id};
        if (generated.contains(id))
            return Draw{DrawKind::Fresh, reason, id, {}};
        if (const CaseOffer* offer = probeFor(id, cases, setup))
            return Draw{DrawKind::Probe, reason, id, offer->id};
    }
    return std::nullopt;
}

}  // namespace nodewise::schedule
