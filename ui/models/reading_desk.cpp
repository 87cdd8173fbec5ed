#include "ui/models/reading_desk.h"
#include "casepack/case_image.h"
#include "casepack/truth.h"
#include "ui/models/grading.h"
#include "ui/models/kept_grading.h"
#include <algorithm>

namespace nodewise::models {

ReadingDesk::ReadingDesk(progress::ProgressStore& store, DeskFolders folders, ProfileOf profile,
                         PackFileOf packFile)
    : m_store(store)
    , m_folders(std::move(folders))
    , m_profile(std::move(profile))
    , m_packFile(std::move(packFile))
    , m_drawn(store) {}

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

Result<ReadingDesk::TakenCase> ReadingDesk::take(const CaseLocator& where, JobControl& job) {
    auto pack = packAt(where.pack, job);
    if (!pack)
        return fail(pack.error());
    auto record = (*pack)->find(where.id, m_folders.language);
    if (!record)
        return fail(record.error());
    auto volume = casepack::openCaseImage(**pack, where.id, m_folders.cache, job);
    if (!volume)
        return fail(volume.error());
    return TakenCase{std::move(*pack), std::move(*record), std::move(*volume)};
}

Result<void> ReadingDesk::prepareFeedback(const CaseLocator& where, const VolumePtr& volume,
                                          JobControl& job) {
    const auto pack = packAt(where.pack, job);
    if (!pack)
        return fail(pack.error());
    return m_reference.prepare({*pack, where, volume}, job);
}

void ReadingDesk::caseClosed() {
    m_reference.forget();
}

Result<OpenedCase> ReadingDesk::openCase(const CaseLocator& where, JobControl& job) {
    auto taken = take(where, job);
    if (!taken)
        return fail(taken.error());
    m_reference.expect(where);
    OpenedCase opened;
    opened.where = where;
    opened.ref = {taken->pack->info().id, taken->pack->info().version, where.id};
    opened.record = std::move(taken->record);
    opened.volume = std::move(taken->volume);
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

Result<void> ReadingDesk::keepDrawn(const session::SessionId& session, const std::string& drawn) {
    return m_drawn.keep(session, drawn);
}

std::string ReadingDesk::drawn(const session::SessionId& session) {
    return m_drawn.of(session);
}

Result<GradedCall> ReadingDesk::gradeCall(const GradingRequest& request, JobControl& job) {
    const auto key = progress::truthKeyOf(m_store, request.call);
    if (!key)
        return fail(key.error());
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
    const auto reference = m_reference.open(*key, {*pack, request.where, volume}, job);
    if (!reference)
        return fail(reference.error());
    job.report(1, "compare");
    auto graded = gradeNode(request, volume, *reference->truth, *reference->node);
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
    if (const auto key = progress::truthKeyOf(m_store, call); !key)
        return fail(key.error());
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
    const auto calls = m_store.calls(record->profile, ofReading);
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
    if (const auto key = progress::truthKeyOf(m_store, call); !key)
        return fail(key.error());
    const auto record = m_store.call(call);
    if (!record)
        return fail(record.error());
    progress::CallFilter ofReading;
    ofReading.session = record->session;
    const auto calls = m_store.calls(record->profile, ofReading);
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
    auto taken = take(where, job);
    if (!taken)
        return fail(taken.error());
    auto truth =
        casepack::openCaseTruth(*taken->pack, where.id, job, 0, casepack::TruthExtent::NearNodes);
    if (!truth)
        return fail(truth.error());
    return CaseReference{std::move(taken->record), std::move(taken->volume),
                         std::move(truth->truth),
                         std::make_shared<const LabelMap>(std::move(truth->labels))};
}

Result<void> ReadingDesk::keepScore(const session::CallId& call, const session::NodeScore& score) {
    return m_store.recordScore(call, score);
}

Result<void> ReadingDesk::feedbackSeen(const session::CallId& call) {
    return m_store.recordFeedbackSeen(call);
}

Result<void> ReadingDesk::finish(const session::SessionId& session) {
    if (auto forgotten = m_drawn.keep(session, {}); !forgotten)
        return forgotten;
    return m_store.finishCase(session);
}

Result<void> ReadingDesk::dispute(const session::CallId& call, const std::string& objection) {
    return m_store.recordDispute(call, objection);
}

}  // namespace nodewise::models
