#include "ui/models/next_draw.h"
#include "casepack/fresh_case.h"
#include "ui/models/fresh_cases.h"
#include <QDateTime>
#include <algorithm>
#include <map>
#include <set>

namespace nodewise::models {

namespace {

std::string offerId(const LibraryEntry& entry) {
    return entry.pack.value + '/' + entry.where.id.value;
}

const progress::CaseStatus* statusOf(const LearnerState& state, const LibraryEntry& entry) {
    for (const auto& status : state.cases)
        if (status.pack == entry.pack && status.caseId == entry.where.id)
            return &status;
    return nullptr;
}

/// Seen in the atlas, or kept for a test that runs.
bool isSpent(const LearnerState& state, const LibraryEntry& entry) {
    return keptForTest(state, entry) ||
           std::any_of(state.spent.begin(), state.spent.end(), [&](const auto& spent) {
               return spent.pack == entry.pack && spent.caseId == entry.where.id;
           });
}

/// The easiest case that is not done; the first of the library on a tie.
const LibraryEntry* easiestOpen(const Learner& learner, const CaseLibrary& library) {
    const LibraryEntry* best = nullptr;
    for (const LibraryEntry& entry : library.entries()) {
        const auto* status = statusOf(learner.state(), entry);
        if ((status && status->state == progress::CaseState::Done) ||
            isSpent(learner.state(), entry))
            continue;
        if (!best || entry.record.difficulty < best->record.difficulty)
            best = &entry;
    }
    return best;
}

std::optional<Timestamp> examOf(const Learner& learner) {
    const QDate day = QDate::fromString(learner.examDate(), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return Timestamp(
        std::chrono::milliseconds(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()));
}

}  // namespace

bool keptForTest(const LearnerState& state, const LibraryEntry& entry) {
    for (const auto& activity : state.activities)
        if (!activity.ended && activity.started.kind == session::ActivityKind::Test)
            for (const auto& ref : activity.started.cases)
                if (ref.pack == entry.pack && ref.caseId == entry.where.id)
                    return true;
    return false;
}

Timestamp startOfDay(Timestamp now) {
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toLocalTime().date();
    return Timestamp(std::chrono::milliseconds(today.startOfDay().toMSecsSinceEpoch()));
}

DrawQuestion drawQuestion(const Learner& learner, const CaseLibrary& library) {
    DrawQuestion question;
    const LearnerState& state = learner.state();
    std::map<ConceptId, std::optional<schedule::ConceptState>> concepts;
    std::set<ConceptId> templates, waiting;  // Waiting: a fresh case of it lies unread.
    const FreshCases* fresh = FreshCases::of(library);
    for (const LibraryEntry& entry : library.entries()) {
        schedule::CaseOffer offer;
        offer.id = offerId(entry);
        offer.concepts = entry.record.concepts;
        offer.nodes = static_cast<int>(std::max<std::size_t>(1, entry.record.nodes.size()));
        offer.difficulty = entry.record.difficulty;
        if (const auto* status = statusOf(state, entry))
            offer.lastRead = status->lastTouched;
        offer.spent = isSpent(state, entry);
        question.cases.push_back(std::move(offer));
        for (const ConceptId& id : entry.record.concepts)
            concepts.try_emplace(id);
        const auto& trained = entry.record.concepts;
        if (fresh && fresh->isTemplate(entry) && !keptForTest(state, entry))
            templates.insert(trained.begin(), trained.end());
        if (casepack::isFresh(entry.record) && !statusOf(state, entry))
            waiting.insert(trained.begin(), trained.end());
    }
    for (const auto& known : state.concepts)
        concepts[known.id] = known.state;
    for (const auto& [id, known] : concepts)
        question.concepts.push_back({id, known, templates.contains(id) && !waiting.contains(id)});
    question.setup.now = learner.clock().now();
    question.setup.exam = examOf(learner);
    question.setup.dailyCap = learner.dailyCap();
    const Timestamp midnight = startOfDay(question.setup.now);
    for (const auto& call : state.calls)
        question.setup.calledToday += call.committed >= midnight ? 1 : 0;
    question.setup.canGenerate = fresh != nullptr;
    return question;
}

std::optional<NextDraw> nextDraw(const Learner& learner, const CaseLibrary& library, bool overCap) {
    if (learner.state().concepts.empty()) {
        const LibraryEntry* first = easiestOpen(learner, library);
        if (!first)
            return std::nullopt;
        return NextDraw{
            schedule::DrawKind::Unseen, schedule::DrawReason::New,
            first->record.concepts.empty() ? ConceptId() : first->record.concepts.front(), first};
    }
    DrawQuestion question = drawQuestion(learner, library);
    if (overCap)
        question.setup.calledToday = 0;
    const auto drawn = schedule::drawNext(question.concepts, question.cases, question.setup);
    if (!drawn) {
        const LibraryEntry* rest = easiestOpen(learner, library);
        if (!rest)
            return std::nullopt;
        return NextDraw{schedule::DrawKind::Unseen, schedule::DrawReason::New, {}, rest};
    }
    NextDraw next{drawn->kind, drawn->reason, drawn->concept_, nullptr};
    for (const LibraryEntry& entry : library.entries())
        if (!drawn->caseId.empty() && offerId(entry) == drawn->caseId)
            next.entry = &entry;
    return next;
}

}  // namespace nodewise::models
