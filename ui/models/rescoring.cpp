#include "ui/models/rescoring.h"
#include "base/log.h"
#include <algorithm>
#include <optional>

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

Rescoring::Rescoring(Learner& learner, CaseLibrary& library, ReadingServices& services,
                     jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {}

void Rescoring::check() {
    if (m_running)
        return;
    m_tasks.clear();
    m_changed = 0;
    std::optional<std::vector<session::CallRecord>> calls;
    for (const ShelfPack& pack : m_library.packs()) {
        const auto done =
            m_learner.store().setting(doneKey(pack.id, pack.version), m_learner.profile());
        if (done && *done)
            continue;
        if (!calls)
            calls = m_learner.allCalls();
        for (const session::CallRecord& call : *calls)
            if (call.ref.pack == pack.id && call.score &&
                versionOf(call) != pack.version.toStdString())
                m_tasks.push_back({call, pack.name, pack.version});
    }
    m_running = !m_tasks.empty();
    if (m_running)
        next();
}

void Rescoring::next() {
    const Task task = m_tasks.front();
    m_tasks.pop_front();
    const bool last = m_tasks.empty() || m_tasks.front().call.ref.pack != task.call.ref.pack;
    auto after = [this, task, last] {
        if (last)
            finishPack(task);
        if (!m_tasks.empty())
            return next();
        m_running = false;
        m_learner.refresh();
    };
    auto request = m_services.requestFor(task.call.id);
    // A case or node that the newer version no longer has keeps its first result.
    if (!request || request->node.id.empty())
        return after();
    auto work = [services = &m_services, request = std::move(*request)](JobControl& job) {
        return services->gradeCall(request, job);
    };
    auto done = [this, task, after](Result<GradedCall> graded) {
        if (graded && truthDiffers(*task.call.score, graded->score)) {
            const auto kept = m_learner.store().recordRescore(
                task.call.id, task.version.toStdString(), graded->score);
            if (kept)
                ++m_changed;
            else
                log::warning(kept.error().detail);
        }
        after();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

void Rescoring::finishPack(const Task& last) {
    static_cast<void>(m_learner.store().setSetting(doneKey(last.call.ref.pack, last.version),
                                                   "done", m_learner.profile()));
    if (m_changed > 0)
        Q_EMIT rescored(m_changed, last.pack, last.version);
    m_changed = 0;
}

}  // namespace nodewise::models
