#include "ui/models/pair_model.h"
#include "ui/models/today_model.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <algorithm>

namespace nodewise::models {

PairModel::PairModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
                     jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {}

Result<session::ActivityId> PairModel::activity() {
    for (const auto& known : m_learner.state().activities)
        if (!known.ended && known.started.kind == session::ActivityKind::Pairs)
            return known.started.activity;
    session::ActivityStarted started;
    started.activity = session::ActivityId(newUuid());
    started.kind = session::ActivityKind::Pairs;
    started.title = tr("Pairs").toStdString();
    if (auto kept = m_learner.store().startActivity(m_learner.profile(), started); !kept)
        return fail(kept.error());
    m_learner.refresh();
    return started.activity;
}

void PairModel::next() {
    ++m_generation;
    m_drill.reset();
    m_volumes = {};
    session::PairSetup setup;
    setup.now = m_learner.clock().now();
    setup.seed = 0x9e3779b97f4a7c15ULL;
    if (const auto done = m_learner.store().pairs(m_learner.profile()))
        for (const auto& pair : *done)
            setup.done.push_back(pair.compared);
    std::vector<session::CallRecord> calls;
    for (const auto& call : m_learner.state().calls)
        if (m_library.find(call.ref.pack, call.ref.caseId))
            calls.push_back(call);
    auto task = session::drawPair(calls, setup);
    m_state = PairState::Nothing;
    if (task) {
        const auto id = activity();
        auto drill = id ? session::PairDrill::open(*id, std::move(*task))
                        : Result<session::PairDrill>(fail(id.error()));
        if (!drill) {
            Q_EMIT changed();
            return Q_EMIT problem(drill.error());
        }
        m_drill = std::move(*drill);
        m_state = PairState::Opening;
    }
    Q_EMIT changed();
    if (m_drill)
        open(0);
}

void PairModel::open(int side) {
    const session::CallRecord& shown = *call(side);
    const LibraryEntry* entry = m_library.find(shown.ref.pack, shown.ref.caseId);
    const int generation = m_generation;
    auto work = [services = &m_services, where = entry->where](JobControl& job) {
        return services->openCase(where, job);
    };
    auto done = [this, generation, side](Result<OpenedCase> opened) {
        if (generation != m_generation)
            return;
        if (!opened) {
            m_state = PairState::Nothing;
            Q_EMIT changed();
            return Q_EMIT problem(opened.error());
        }
        m_volumes[static_cast<std::size_t>(side)] = opened->volume;
        if (side == 0)
            return open(1);
        m_state = PairState::Looking;
        m_since = m_learner.clock().now();
        Q_EMIT changed();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

const session::CallRecord* PairModel::call(int side) const {
    if (!m_drill)
        return nullptr;
    return side == 0 ? &m_drill->task().first : &m_drill->task().second;
}

QString PairModel::title(int side) const {
    const auto* shown = call(side);
    return shown ? callRow(*shown, m_library.find(shown->ref.pack, shown->ref.caseId)).title
                 : QString();
}

void PairModel::choose(bool second) {
    if (m_state != PairState::Looking)
        return;
    const std::chrono::duration<double> looked = m_learner.clock().now() - m_since;
    const auto kept = m_drill->choose(
        second, std::max(0.0, looked.count()), [this](const session::PairCompared& pair) {
            return m_learner.store().recordPair(m_learner.profile(), pair);
        });
    if (!kept)
        return Q_EMIT problem(kept.error());
    if (const auto shown = m_drill->showTruth(); !shown)
        return Q_EMIT problem(shown.error());
    m_state = PairState::Truth;
    Q_EMIT changed();
}

QString PairModel::reference(int side) const {
    if (!m_drill || !m_drill->truthAllowed())
        return {};
    const auto& shown = *call(side);
    return tr("Reference %1. You said %2 then.")
        .arg(text::gradeName(shown.score->gradeReference),
             text::percent(shown.answer.probability.value_or(0)));
}

std::optional<bool> PairModel::right() const {
    return m_drill ? m_drill->right() : std::nullopt;
}

QString PairModel::score() const {
    int right = 0, all = 0;
    if (const auto done = m_learner.store().pairs(m_learner.profile()))
        for (const auto& pair : *done) {
            ++all;
            right += pair.compared.choseSecond == pair.compared.secondPositive ? 1 : 0;
        }
    return all == 0 ? QString() : tr("%1 of %n pair(s) so far", nullptr, all).arg(right);
}

QString PairModel::nothing() const {
    const auto& summary = m_learner.state().summary;
    if (summary.positives == 0 || summary.negatives == 0)
        return tr("A pair needs a called node with ENE and one without: %1 and %2 so far.")
            .arg(summary.positives)
            .arg(summary.negatives);
    return tr("Every pair of your calls is compared. More come with the next cases.");
}

}  // namespace nodewise::models
