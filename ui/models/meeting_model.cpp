#include "ui/models/meeting_model.h"
#include "ui/models/cases_model.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <cmath>
#include <numeric>

namespace nodewise::models {

namespace {

double meanDistance(const std::array<int, 4>& votes, Grade reference) {
    const int hands = std::accumulate(votes.begin(), votes.end(), 0);
    double sum = 0;
    for (int grade = 0; grade < 4; ++grade)
        sum += votes[static_cast<std::size_t>(grade)] * std::abs(grade - gradeNumber(reference));
    return hands > 0 ? sum / hands : 0;
}

}  // namespace

VoteChange voteChange(const std::array<int, 4>& before, const std::array<int, 4>& after,
                      Grade reference) {
    return {meanDistance(before, reference), meanDistance(after, reference)};
}

MeetingModel::MeetingModel(Group& group, Learner& learner, CaseLibrary& library,
                           ReadingServices& services, jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_group(group)
    , m_learner(learner)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {
    connect(&group, &Group::changed, this, &MeetingModel::nodesChanged);
    connect(&library, &CaseLibrary::changed, this, &MeetingModel::nodesChanged);
}

std::vector<session::MeetingNode> MeetingModel::nodes() const {
    return session::meetingNodes(m_group.calls());
}

QString MeetingModel::nodeTitle(const session::MeetingNode& node) const {
    const auto* entry = m_library.find(node.ref.pack, node.ref.caseId);
    return tr("%1, %2").arg(text::sideLevelTitle(node.node.side, node.node.level),
                            entry ? caseTitle(*entry) : QString::fromStdString(node.caseTitle));
}

Result<session::ActivityId> MeetingModel::activity() {
    if (!m_activity.empty())
        return m_activity;
    session::ActivityStarted started;
    started.activity = session::ActivityId(newUuid());
    started.kind = session::ActivityKind::Meeting;
    started.title = tr("Review meeting").toStdString();
    if (auto kept = m_learner.store().startActivity(m_learner.profile(), started); !kept)
        return fail(kept.error());
    m_activity = started.activity;
    return m_activity;
}

void MeetingModel::open(int index) {
    const auto all = nodes();
    if (index < 0 || index >= static_cast<int>(all.size()))
        return;
    ++m_generation;
    m_meeting.reset();
    m_reference.reset();
    m_volume.reset();
    m_current = index;
    const auto& node = all[static_cast<std::size_t>(index)];
    const auto spread = session::spreadOf(m_group.calls(), node.ref, node.node.id);
    const auto id = activity();
    auto meeting = id ? session::ReviewMeeting::open(*id, node, spread.grades)
                      : Result<session::ReviewMeeting>(fail(id.error()));
    if (!meeting)
        return Q_EMIT problem(meeting.error());
    m_meeting = std::move(*meeting);
    Q_EMIT changed();
    openCase();
}

void MeetingModel::openCase() {
    const auto* entry = m_library.find(m_meeting->node().ref.pack, m_meeting->node().ref.caseId);
    // Without its pack a node can be discussed, not looked at.
    if (!entry)
        return;
    const int generation = m_generation;
    auto work = [services = &m_services, where = entry->where](JobControl& job) {
        return services->openCase(where, job);
    };
    auto done = [this, generation](Result<OpenedCase> opened) {
        if (generation != m_generation)
            return;
        if (!opened)
            return Q_EMIT problem(opened.error());
        m_volume = opened->volume;
        Q_EMIT changed();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

session::Spread MeetingModel::spread() const {
    if (!m_meeting || !m_meeting->spreadAllowed())
        return {};
    return session::spreadOf(m_group.calls(), m_meeting->node().ref, m_meeting->node().node.id);
}

std::vector<MeetingCall> MeetingModel::calls() const {
    std::vector<MeetingCall> rows;
    if (!m_meeting || !m_meeting->spreadAllowed())
        return rows;
    for (const auto& reader : m_group.readers())
        // Newest first: the last one that fits is the first that was made.
        for (auto call = reader.calls.rbegin(); call != reader.calls.rend(); ++call)
            if (call->ref == m_meeting->node().ref && call->node.id == m_meeting->node().node.id &&
                call->answer.grade) {
                rows.push_back({QString::fromStdString(reader.pseudonym), *call->answer.grade,
                                call->answer.probability.value_or(0), call->answer.mark});
                break;
            }
    return rows;
}

void MeetingModel::showSpread() {
    if (!m_meeting)
        return;
    if (const auto shown = m_meeting->showSpread(); !shown)
        return Q_EMIT problem(shown.error());
    Q_EMIT changed();
}

void MeetingModel::vote(const std::array<int, 4>& hands) {
    if (!m_meeting)
        return;
    const auto kept = m_meeting->vote(hands, [this](const session::MeetingVoted& vote) {
        return m_learner.store().recordVote(vote);
    });
    if (!kept)
        return Q_EMIT problem(kept.error());
    Q_EMIT changed();
}

void MeetingModel::showTruth() {
    if (!m_meeting)
        return;
    const auto* entry = m_library.find(m_meeting->node().ref.pack, m_meeting->node().ref.caseId);
    if (!entry)
        return Q_EMIT problem({ErrorCode::CaseNotFound,
                               "the pack of this case is not here",
                               m_meeting->node().caseTitle,
                               {}});
    if (const auto shown = m_meeting->showTruth(); !shown)
        return Q_EMIT problem(shown.error());
    // Who chairs has seen the truth now.
    const auto spent = m_learner.store().spendCase(m_learner.profile(), m_meeting->node().ref);
    if (!spent)
        Q_EMIT problem(spent.error());
    const int generation = m_generation;
    auto work = [services = &m_services, where = entry->where](JobControl& job) {
        return services->openReference(where, job);
    };
    auto done = [this, generation](Result<CaseReference> opened) {
        if (generation != m_generation)
            return;
        if (!opened)
            return Q_EMIT problem(opened.error());
        m_reference = std::move(*opened);
        Q_EMIT changed();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

const NodeTruth* MeetingModel::truth() const {
    if (!m_meeting || !m_meeting->truthAllowed() || !m_reference)
        return nullptr;
    for (const NodeTruth& node : m_reference->truth.nodes)
        if (node.id == m_meeting->node().node.id)
            return &node;
    return nullptr;
}

QString MeetingModel::changeText() const {
    const NodeTruth* reference = truth();
    if (!reference)
        return {};
    const auto change = voteChange(m_meeting->before(), m_meeting->after(), reference->grade);
    //: Mean distance of the votes to the reference, in grades, before and after the discussion.
    return tr("Mean distance to the reference: %1 grades before, %2 after.")
        .arg(text::number(change.before, 2), text::number(change.after, 2));
}

}  // namespace nodewise::models
