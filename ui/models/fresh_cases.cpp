#include "ui/models/fresh_cases.h"
#include "base/log.h"
#include "casepack/fresh_case.h"
#include "ui/models/next_draw.h"
#include <algorithm>
#include <tuple>

namespace nodewise::models {

namespace {

bool wasMade(const CaseLibrary& library, const LearnerState& state, const PackId& pack,
             const CaseId& id) {
    return library.find(pack, id) ||
           std::any_of(state.cases.begin(), state.cases.end(),
                       [&](const auto& read) { return read.pack == pack && read.caseId == id; });
}

}  // namespace

int nextFreshNumber(const CaseLibrary& library, const LearnerState& state,
                    const LibraryEntry& from) {
    for (int number = 0;; ++number) {
        const auto plan = casepack::freshPlan(from.pack, from.where.id, number);
        if (!wasMade(library, state, plan.pack, plan.caseId))
            return number;
    }
}

FreshCases::FreshCases(Learner& learner, CaseLibrary& library, jobs::JobRunner& jobs,
                       FreshFolders folders)
    : QObject(&library)
    , m_learner(learner)
    , m_library(library)
    , m_jobs(jobs)
    , m_folders(std::move(folders)) {
    connect(&learner, &Learner::changed, this, &FreshCases::lookSoon);
    connect(&library, &CaseLibrary::changed, this, &FreshCases::lookSoon);
    connect(&library, &CaseLibrary::busyChanged, this, &FreshCases::lookSoon);
}

const FreshCases* FreshCases::of(const CaseLibrary& library) {
    return library.findChild<const FreshCases*>(QString(), Qt::FindDirectChildrenOnly);
}

bool FreshCases::isTemplate(const LibraryEntry& entry) const {
    return casepack::isTemplate(entry.record) && !m_refused.contains({entry.pack, entry.where.id});
}

const LibraryEntry* FreshCases::templateFor(const ConceptId& concept_) const {
    using Key = std::tuple<int, int, std::string, std::string>;
    const LearnerState& state = m_learner.state();
    const LibraryEntry* best = nullptr;
    Key bestKey;
    for (const LibraryEntry& entry : m_library.entries()) {
        const auto& concepts = entry.record.concepts;
        if (!isTemplate(entry) || keptForTest(state, entry) ||
            std::find(concepts.begin(), concepts.end(), concept_) == concepts.end())
            continue;
        Key key{nextFreshNumber(m_library, state, entry), entry.record.difficulty, entry.pack.value,
                entry.where.id.value};
        if (!best || key < bestKey) {
            best = &entry;
            bestKey = std::move(key);
        }
    }
    return best;
}

/// One look after many changes, and never in the middle of one.
void FreshCases::lookSoon() {
    if (std::exchange(m_soon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_soon = false;
            look();
        },
        Qt::QueuedConnection);
}

void FreshCases::look() {
    // Before every pack is read nobody knows that no unseen case is left.
    if (m_making || m_library.isBusy())
        return;
    const auto next = nextDraw(m_learner, m_library, true);
    if (!next || next->kind != schedule::DrawKind::Fresh)
        return;
    if (const auto* from = templateFor(next->concept_))
        make(LibraryEntry(*from));
}

void FreshCases::make(const LibraryEntry& from) {
    m_making = true;
    const int number = nextFreshNumber(m_library, m_learner.state(), from);
    const auto plan = casepack::freshPlan(from.pack, from.where.id, number);
    const auto file = m_folders.packs / (plan.caseId.value + ".nwpack");
    auto work = [folders = m_folders, from = from.where, number,
                 file](JobControl& job) -> Result<casepack::PackInfo> {
        const auto pack = casepack::openPack(from.pack, folders.unpacked, folders.trust, job);
        if (!pack)
            return fail(pack.error());
        return casepack::makeFreshCase(**pack, from.id, number, file, job);
    };
    m_jobs.run(this, std::move(work),
               [this, from, file, id = plan.caseId](Result<casepack::PackInfo> info) {
                   m_making = false;
                   if (info) {
                       m_library.takeUpMade(file);
                       Q_EMIT made(id);
                       return;
                   }
                   if (info.error().code == ErrorCode::Cancelled)
                       return;
                   log::warning("no fresh case of " + from.where.id.value + ": " +
                                info.error().detail);
                   m_refused.emplace(from.pack, from.where.id);
                   lookSoon();
               });
}

}  // namespace nodewise::models
