#include "ui/models/rescoring.h"
#include "base/log.h"
#include <algorithm>

namespace nodewise::models {

namespace {

std::string doneKey(const PackId& pack, const QString& version) {
    return "rescored/" + pack.value + "@" + version.toStdString();
}

const std::string& versionOf(const session::CallRecord& call) {
    return call.rescoredWith.empty() ? call.ref.packVersion : call.rescoredWith;
}

}  // namespace

bool truthDiffers(const session::NodeScore& a, const session::NodeScore& b) {
    if (a.gradeReference != b.gradeReference || a.gradeDistribution != b.gradeDistribution)
        return true;
    return !std::equal(
        a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end(),
        [](const auto& x, const auto& y) { return x.mark == y.mark && x.verdict == y.verdict; });
}

Rescoring::Rescoring(progress::ProgressStore& store, CaseLibrary& library,
                     ReadingServices& services, jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {}

void Rescoring::check(const Calls& calls) {
    if (m_running)
        return;
    m_tasks.clear();
    m_changed = 0;
    m_profile = calls.profile;
    std::optional<std::vector<session::CallRecord>> all;
    for (const ShelfPack& pack : m_library.packs()) {
        const auto done = m_store.setting(doneKey(pack.id, pack.version), m_profile);
        if (done && *done && !(*done)->empty())
            continue;
        if (!all)
            all = calls.read();
        for (const session::CallRecord& call : *all)
            if (call.ref.pack == pack.id && call.score &&
                versionOf(call) != pack.version.toStdString())
                m_tasks.push_back({call, pack.name, pack.version});
    }
    m_running = !m_tasks.empty();
    if (m_running)
        next();
}

void Rescoring::forget(const std::optional<ProfileId>& profile) {
    for (const ShelfPack& pack : m_library.packs())
        static_cast<void>(m_store.setSetting(doneKey(pack.id, pack.version), {}, profile));
}

void Rescoring::next() {
    while (!m_tasks.empty()) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        if (compare(task))
            return;
        finishPack(task);
    }
    m_running = false;
    Q_EMIT finished();
}

bool Rescoring::compare(const Task& task) {
    auto request = m_services.requestFor(task.call.id);
    if (!request || request->node.id.empty())
        return false;
    auto work = [services = &m_services, request = std::move(*request)](JobControl& job) {
        return services->gradeCall(request, job);
    };
    m_jobs.run(this, std::move(work), [this, task](Result<GradedCall> graded) {
        keep(task, graded);
        finishPack(task);
        next();
    });
    return true;
}

void Rescoring::keep(const Task& task, const Result<GradedCall>& graded) {
    if (!graded || !truthDiffers(*task.call.score, graded->score))
        return;
    const auto kept =
        m_store.recordRescore(task.call.id, task.version.toStdString(), graded->score);
    if (kept)
        ++m_changed;
    else
        log::warning(kept.error().detail);
}

/// Nothing while calls of the same pack are left.
void Rescoring::finishPack(const Task& last) {
    if (!m_tasks.empty() && m_tasks.front().call.ref.pack == last.call.ref.pack)
        return;
    static_cast<void>(
        m_store.setSetting(doneKey(last.call.ref.pack, last.version), "done", m_profile));
    if (m_changed > 0)
        Q_EMIT rescored(m_changed, last.pack, last.version);
    m_changed = 0;
}

}  // namespace nodewise::models
