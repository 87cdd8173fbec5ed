#include "ui/models/drill_model.h"
#include "ui/models/next_draw.h"
#include "ui/text/number_text.h"

namespace nodewise::models {

DrillModel::DrillModel(Learner& learner, CaseLibrary& library, ReadingModel& reading,
                       QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_reading(reading) {
    connect(&reading, &ReadingModel::stateChanged, this, &DrillModel::followReading);
    connect(&learner, &Learner::changed, this, &DrillModel::changed);
}

bool DrillModel::isPossible() const {
    const auto next = nextDraw(m_learner, m_library, true);
    return next && next->entry;
}

Result<void> DrillModel::start(int nodes, std::chrono::seconds perNode) {
    if (m_running)
        return fail(ErrorCode::StepNotAllowed, "a drill is running");
    if (!isPossible())
        return fail(ErrorCode::CaseNotFound, "the schedule has no case to read");
    session::ActivityStarted started;
    started.activity = session::ActivityId(newUuid());
    started.kind = session::ActivityKind::Drill;
    started.title = tr("Drill").toStdString();
    started.secondsPerNode = static_cast<double>(perNode.count());
    if (auto kept = m_learner.store().startActivity(m_learner.profile(), started); !kept)
        return kept;
    m_running = started;
    m_wanted = nodes;
    m_reading.setTimeLimit(perNode);
    goOn();
    return {};
}

void DrillModel::goOn() {
    if (!m_running)
        return;
    m_learner.refresh();
    const auto next = nextDraw(m_learner, m_library, true);
    if (standing().calls >= m_wanted || !next || !next->entry)
        return stop();
    m_reading.openCase(CaseLocator(next->entry->where), session::Mode::Drill, m_running->activity);
}

void DrillModel::stop() {
    if (!m_running)
        return;
    const QString text = standingText();
    const auto ended = m_learner.store().endActivity(m_running->activity);
    m_running.reset();
    m_reading.setTimeLimit(std::chrono::seconds(0));
    m_learner.refresh();
    if (!ended)
        Q_EMIT problem(ended.error());
    Q_EMIT this->ended(text);
}

void DrillModel::followReading() {
    if (!m_running || m_reading.mode() != session::Mode::Drill ||
        m_reading.state() != ReadingState::Finished)
        return;
    QMetaObject::invokeMethod(this, &DrillModel::goOn, Qt::QueuedConnection);
}

DrillStanding DrillModel::standing() const {
    DrillStanding standing;
    standing.wanted = m_wanted;
    if (!m_running)
        return standing;
    for (const auto& call : m_learner.state().calls) {
        if (!(call.activity == m_running->activity))
            continue;
        ++standing.calls;
        standing.secondsMean += call.trace.seconds;
        standing.late += call.trace.seconds > m_running->secondsPerNode ? 1 : 0;
        const auto verdict = call.score ? session::gradeVerdict(*call.score) : std::nullopt;
        standing.agreed += verdict && *verdict != Verdict::Differs ? 1 : 0;
    }
    if (standing.calls > 0)
        standing.secondsMean /= standing.calls;
    return standing;
}

QString DrillModel::standingText() const {
    const DrillStanding now = standing();
    return tr("%n node(s): %1 agree or are close, %2 over the time, %3 each.", nullptr, now.calls)
        .arg(now.agreed)
        .arg(now.late)
        .arg(text::withUnit(text::number(now.secondsMean, 0), QStringLiteral("s")));
}

}  // namespace nodewise::models
