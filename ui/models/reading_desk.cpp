#include "ui/models/reading_desk.h"
#include "casepack/case_image.h"
#include "ui/models/grading.h"
#include "ui/models/kept_grading.h"
#include <algorithm>

namespace nodewise::models {

ReadingDesk::ReadingDesk(progress::ProgressStore& store, DeskFolders folders, ProfileOf profile,
                         PackFileOf packFile)
    : m_store(store)
    , m_folders(std::move(folders))
    , m_profile(std::move(profile))
    , m_packFile(std::move(packFile)) {}

Result<casepack::PackPtr> ReadingDesk::packAt(const std::filesystem::path& file, JobControl& job) {
    {
        const std::scoped_lock guard(m_lock);
        if (const auto known = m_packs.find(file); known != m_packs.end())
            return known->second;
    }
    auto pack = casepack::openPack(file, m_folders.packs, m_folders.trust, job);
    if (pack) {
        const std::scoped_lock guard(m_lock);
        m_packs[file] = *pack;
    }
    return pack;
}

Result<ReadingDesk::TruthPtr> ReadingDesk::truthOf(const casepack::Pack& pack,
                                                   const CaseLocator& where, JobControl& job) {
    {
        const std::scoped_lock guard(m_lock);
        if (m_lastTruth.second && m_lastTruth.first == where)
            return m_lastTruth.second;
    }
    auto opened = casepack::openCaseTruth(pack, where.id, job, 0, casepack::TruthExtent::NearNodes);
    if (!opened)
        return fail(opened.error());
    auto truth = std::make_shared<const casepack::OpenedTruth>(std::move(*opened));
    const std::scoped_lock guard(m_lock);
    m_lastTruth = {where, truth};
    return truth;
}

Result<ReadingDesk::FactsPtr> ReadingDesk::factsOf(const CaseLocator& where, const CtVolume& volume,
                                                   JobControl& job) {
    {
        const std::scoped_lock guard(m_lock);
        if (m_lastFacts.second && m_lastFacts.first == where)
            return m_lastFacts.second;
    }
    auto found = measure::findSeriesFacts(volume, job);
    if (!found)
        return fail(found.error());
    auto facts = std::make_shared<const measure::SeriesFacts>(std::move(*found));
    const std::scoped_lock guard(m_lock);
    m_lastFacts = {where, facts};
    return facts;
}

Result<void> ReadingDesk::prepareFeedback(const CaseLocator& where, const VolumePtr& volume,
                                          JobControl& job) {
    if (const auto facts = factsOf(where, *volume, job); !facts)
        return fail(facts.error());
    return {};
}

Result<OpenedCase> ReadingDesk::openCase(const CaseLocator& where, JobControl& job) {
    const auto pack = packAt(where.pack, job);
    if (!pack)
        return fail(pack.error());
    auto record = (*pack)->find(where.id, m_folders.language);
    if (!record)
        return fail(record.error());
    auto volume = casepack::openCaseImage(**pack, where.id, m_folders.cache, job);
    if (!volume)
        return fail(volume.error());
    {
        // The reference of another case is not kept while this one is read.
        const std::scoped_lock guard(m_lock);
        if (!(m_lastTruth.first == where))
            m_lastTruth = {};
        if (!(m_lastFacts.first == where))
            m_lastFacts = {};
    }
    OpenedCase opened;
    opened.where = where;
    opened.ref = {(*pack)->info().id, (*pack)->info().version, where.id};
    opened.record = std::move(*record);
    opened.volume = std::move(*volume);
    return opened;
}

Result<std::optional<progress::UnfinishedCase>>
ReadingDesk::unfinished(const session::CaseRef& ref) {
    auto all = m_store.unfinishedCases(m_profile());
    if (!all)
        return fail(all.error());
    for (progress::UnfinishedCase& reading : *all)
        if (reading.opened.ref == ref)
            return std::optional(std::move(reading));
    return std::nullopt;
}

Result<void> ReadingDesk::begin(const session::CaseOpened& opened) {
    return m_store.openCase(m_profile(), opened);
}

Result<void> ReadingDesk::keepCall(const session::NodeCallCommitted& call) {
    return m_store.commitNodeCall(m_profile(), call);
}

Result<void> ReadingDesk::saveDraft(const session::SessionId& session,
                                    const progress::Draft& draft) {
    return m_store.saveDraft(session, draft);
}

Result<void> ReadingDesk::requireOpenTruth(const session::CallId& call) const {
    const auto sealed = m_store.truthSealed(call);
    if (!sealed)
        return fail(sealed.error());
    return *sealed ? Result<void>(fail(ErrorCode::TruthSealed, "the test of this call is running"))
                   : Result<void>{};
}

Result<GradedCall> ReadingDesk::gradeCall(const GradingRequest& request, JobControl& job) {
    if (auto open = requireOpenTruth(request.call); !open)
        return fail(open.error());
    const auto pack = packAt(request.where.pack, job);
    if (!pack)
        return fail(pack.error());
    VolumePtr volume = request.volume;
    if (!volume) {
        auto opened = casepack::openCaseImage(**pack, request.where.id, m_folders.cache, job);
        if (!opened)
            return fail(opened.error());
        volume = std::move(*opened);
    }
    const auto truth = truthOf(**pack, request.where, job);
    if (!truth)
        return fail(truth.error());
    const auto facts = factsOf(request.where, *volume, job);
    if (!facts)
        return fail(facts.error());
    auto graded = gradeNode(request, volume, **truth, job, facts->get());
    if (!graded || !request.caseAnswer)
        return graded;
    auto teaching = casepack::openTeaching(**pack, request.where.id);
    if (!teaching)
        return fail(teaching.error());
    graded->teaching = std::move(*teaching);
    auto recipe = casepack::openCaseRecipe(**pack, request.where.id);
    if (!recipe)
        return fail(recipe.error());
    if (*recipe)
        graded->recipe = std::make_shared<const synthesis::Recipe>(**std::move(recipe));
    return graded;
}

Result<GradingRequest> ReadingDesk::requestFor(const session::CallId& call) {
    if (auto open = requireOpenTruth(call); !open)
        return fail(open.error());
    const auto record = m_store.call(call);
    if (!record)
        return fail(record.error());
    GradingRequest request;
    request.where = {m_packFile(record->ref.pack), record->ref.caseId};
    if (request.where.pack.empty())
        return fail(ErrorCode::CaseNotFound, "the pack of this call is not at hand",
                    record->caseTitle);
    NullJobControl job;
    const auto pack = packAt(request.where.pack, job);
    if (!pack)
        return fail(pack.error());
    auto found = (*pack)->find(record->ref.caseId, m_folders.language);
    if (!found)
        return fail(found.error());
    request.record = std::move(*found);
    request.call = call;
    request.node = record->node;
    progress::CallFilter ofReading;
    ofReading.session = record->session;
    const auto calls = m_store.calls(m_profile(), ofReading);
    if (!calls)
        return fail(calls.error());
    // Newest first; the comparison saw the calls that were kept up to this one.
    for (auto kept = calls->rbegin(); kept != calls->rend(); ++kept) {
        request.kept.push_back(kept->answer);
        if (kept->id == call)
            break;
    }
    request.keptIndex = request.kept.size() - 1;
    const auto& nodes = request.record.nodes;
    const auto asked = std::find_if(nodes.begin(), nodes.end(),
                                    [&](const auto& node) { return node.id == record->node.id; });
    request.nodeIndex = static_cast<std::size_t>(asked - nodes.begin());
    request.caseAnswer = record->caseAnswer;
    return request;
}

Result<GradedCall> ReadingDesk::keptFeedback(const session::CallId& call) {
    if (auto open = requireOpenTruth(call); !open)
        return fail(open.error());
    const auto record = m_store.call(call);
    if (!record)
        return fail(record.error());
    progress::CallFilter ofReading;
    ofReading.session = record->session;
    const auto calls = m_store.calls(m_profile(), ofReading);
    if (!calls)
        return fail(calls.error());
    // Newest first.
    const auto at = std::find_if(calls->begin(), calls->end(),
                                 [&](const auto& candidate) { return candidate.id == call; });
    const auto after = static_cast<std::size_t>(at - calls->begin());
    return gradedFromKept(*record, calls->size() - std::min(after + 1, calls->size()),
                          calls->size());
}

Result<CaseReference> ReadingDesk::openReference(const CaseLocator& where, JobControl& job) {
    const auto pack = packAt(where.pack, job);
    if (!pack)
        return fail(pack.error());
    auto record = (*pack)->find(where.id, m_folders.language);
    if (!record)
        return fail(record.error());
    auto volume = casepack::openCaseImage(**pack, where.id, m_folders.cache, job);
    if (!volume)
        return fail(volume.error());
    const auto truth = truthOf(**pack, where, job);
    if (!truth)
        return fail(truth.error());
    return CaseReference{std::move(*record), std::move(*volume), (*truth)->truth,
                         std::make_shared<const LabelMap>((*truth)->labels)};
}

Result<void> ReadingDesk::keepScore(const session::CallId& call, const session::NodeScore& score) {
    return m_store.recordScore(call, score);
}

Result<void> ReadingDesk::feedbackSeen(const session::CallId& call) {
    return m_store.recordFeedbackSeen(call);
}

Result<void> ReadingDesk::finish(const session::SessionId& session) {
    return m_store.finishCase(session);
}

Result<void> ReadingDesk::dispute(const session::CallId& call, const std::string& objection) {
    return m_store.recordDispute(call, objection);
}

}  // namespace nodewise::models
