#include "ui/models/reading_model.h"
#include "staging/n_category.h"
#include "ui/models/reading_draft.h"
#include "ui/text/error_text.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace nodewise::models {

namespace {

/// Long enough to put several quick answers into one save, short enough to lose nothing.
constexpr int kAutosaveMs = 800;
constexpr double kShortestLookS = 0.1, kLongestLookS = 60;
constexpr double kOneFrameS = 0.015;  ///< What stood there for less was never painted.
constexpr std::size_t kLongestPath = 2000;

/// Takes a length that cannot be out of a draft.
std::optional<double> takeImpossible(std::optional<double>& mm) {
    return isPossibleLength(mm) ? std::nullopt : std::exchange(mm, std::nullopt);
}

/// A clock set back has counted nothing.
std::chrono::milliseconds timeSince(const std::optional<Timestamp>& start, const Clock& clock) {
    return start ? std::max(clock.now() - *start, std::chrono::milliseconds(0))
                 : std::chrono::milliseconds(0);
}

/// The last step of the path is no look and showed nothing new.
bool passedAgain(const std::vector<session::ViewStep>& path) {
    const session::ViewStep& last = path.back();
    if (last.seconds >= kShortestLookS)
        return false;
    return last.seconds < kOneFrameS ||
           std::any_of(path.begin(), path.end() - 1, [&](const session::ViewStep& step) {
               return step.plane == last.plane &&
                      std::abs(step.positionMm - last.positionMm) < 1e-6;
           });
}

}  // namespace

ReadingModel::ReadingModel(ReadingServices& services, jobs::JobRunner& jobs, const Clock& clock,
                           QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_jobs(jobs)
    , m_clock(clock) {
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(kAutosaveMs);
    connect(&m_autosave, &QTimer::timeout, this, &ReadingModel::saveDraftNow);
}

ReadingModel::~ReadingModel() {
    for (const auto& job : {m_job, m_preparing})
        if (job)
            job->cancel();
    saveDraftNow();
}

QString ReadingModel::nameOf(const CaseLocator& where, const casepack::CaseRecord& record) const {
    const QString name = m_names ? m_names(where) : QString();
    return name.isEmpty() ? QString::fromStdString(record.title) : name;
}

// ---- what is there -----------------------------------------------------------------------------

VolumePtr ReadingModel::volume() const {
    return m_case ? m_case->volume : m_series;
}

std::optional<session::Mode> ReadingModel::mode() const {
    return m_session ? std::optional(m_session->setup().mode) : std::nullopt;
}

std::vector<NodeRow> ReadingModel::nodes() const {
    std::vector<NodeRow> rows;
    if (!m_session)
        return rows;
    for (const session::NodeProgress& node : m_session->nodes())
        rows.push_back({node.asked, node.call.probability, node.call.mark, node.kept.has_value()});
    return rows;
}

int ReadingModel::currentNode() const {
    return m_session ? static_cast<int>(m_session->currentIndex()) : -1;
}

int ReadingModel::calledCount() const {
    return m_session ? static_cast<int>(m_session->nodes().size() - m_session->openNodeCount()) : 0;
}

bool ReadingModel::moreNodes() const {
    return m_session && m_session->openNodeCount() > 0;
}

NodeCall ReadingModel::draft() const {
    if (!m_session)
        return {};
    NodeCall call = m_session->currentNode().call;
    if (m_impossibleShortMm)
        call.shortAxisMm = m_impossibleShortMm;
    if (m_impossibleLongMm)
        call.longAxisMm = m_impossibleLongMm;
    return call;
}

session::CaseAnswer ReadingModel::caseAnswer() const {
    return m_session ? m_session->caseAnswer() : session::CaseAnswer{};
}

std::vector<std::string> ReadingModel::nCategories() const {
    if (!m_session || !m_case)
        return {};
    std::vector<std::string> bare;
    const auto edition = m_session->setup().edition;
    for (const auto& category :
         staging::possibleCategories(edition, m_case->record.history.site, Basis::Clinical))
        bare.push_back(staging::bareCategory(category));
    return bare;
}

std::vector<text::CallGap> ReadingModel::gaps() const {
    return gapsOf(draft());
}

std::chrono::seconds ReadingModel::elapsed() const {
    const auto time = m_nodeTime + timeSince(m_runningSince, m_clock);
    return std::chrono::duration_cast<std::chrono::seconds>(time);
}

// ---- the call ----------------------------------------------------------------------------------

void ReadingModel::selectNode(int index) {
    if (m_state != ReadingState::Calling || index == currentNode() || index < 0 ||
        index >= static_cast<int>(m_session->nodes().size()))
        return;
    saveDraftNow();
    const auto chosen =
        m_session->selectNode(m_session->nodes()[static_cast<std::size_t>(index)].asked.id);
    if (!chosen)
        return refuse(chosen.error());
    restartNodeClock(0);
    Q_EMIT currentNodeChanged();
    Q_EMIT draftChanged();
}

void ReadingModel::selectNextNode() {
    const auto rows = nodes();
    const int count = static_cast<int>(rows.size());
    for (int step = 1; step < count; ++step) {
        const int index = (currentNode() + step) % count;
        if (!rows[static_cast<std::size_t>(index)].called)
            return selectNode(index);
    }
}

void ReadingModel::setDraft(NodeCall draft) {
    if (!canEdit())
        return;
    tidy(draft);
    if (draft == this->draft())
        return;
    m_impossibleShortMm = takeImpossible(draft.shortAxisMm);
    m_impossibleLongMm = takeImpossible(draft.longAxisMm);
    const auto& current = m_session->currentNode();
    const bool percentChanged = draft.probability != current.call.probability;
    const auto taken = m_session->setDraft(current.asked.id, draft);
    if (!taken)
        return refuse(taken.error());
    m_unsaved = true;
    m_autosave.start();
    Q_EMIT draftChanged();
    if (percentChanged)
        Q_EMIT nodesChanged();
}

void ReadingModel::setCaseAnswer(session::CaseAnswer answer) {
    if (!canEdit() || answer == caseAnswer())
        return;
    const auto taken = m_session->setCaseAnswer(answer);
    if (!taken)
        return refuse(taken.error());
    m_unsaved = true;
    m_autosave.start();
    Q_EMIT draftChanged();
}

void ReadingModel::noteView(double positionZMm, int image) {
    m_positionZMm = positionZMm;
    m_image = image;
    m_imagesSeen.insert(image);
}

void ReadingModel::closePathStep() {
    if (!m_pathSince || m_path.empty())
        return;
    const std::chrono::duration<double> looked = m_clock.now() - *m_pathSince;
    // A clock set back, or a reader gone for a coffee, is no look.
    m_path.back().seconds += std::clamp(looked.count(), 0.0, kLongestLookS);
    m_pathSince = m_clock.now();
}

void ReadingModel::notePlane(session::PathPlane plane, double positionMm) {
    if (m_state != ReadingState::Calling)
        return;
    closePathStep();
    m_pathSince = m_clock.now();
    if (!m_path.empty() && m_path.back().plane == plane &&
        std::abs(m_path.back().positionMm - positionMm) < 1e-6)
        return;
    // What was passed while scrolling is kept the first time: it was on screen.
    if (!m_path.empty() && passedAgain(m_path))
        m_path.pop_back();
    if (m_path.size() < kLongestPath)
        m_path.push_back({plane, positionMm, 0});
}

void ReadingModel::setPaused(bool paused) {
    if (paused) {
        closePathStep();
        m_pathSince.reset();
    } else if (m_state == ReadingState::Calling) {
        m_pathSince = m_clock.now();
    }
    if (paused && m_runningSince) {
        m_nodeTime += timeSince(m_runningSince, m_clock);
        m_runningSince.reset();
    } else if (!paused && !m_runningSince && m_state == ReadingState::Calling) {
        m_runningSince = m_clock.now();
    }
}

void ReadingModel::restartNodeClock(double secondsSoFar) {
    m_impossibleShortMm.reset();
    m_impossibleLongMm.reset();
    m_nodeTime = std::chrono::milliseconds(static_cast<long long>(1000.0 * secondsSoFar));
    m_runningSince = m_clock.now();
    m_path.clear();
    m_pathSince.reset();
    m_imagesSeen.clear();
    if (m_image)
        m_imagesSeen.insert(*m_image);
}

session::ReadingTrace ReadingModel::trace() const {
    const auto time = m_nodeTime + timeSince(m_runningSince, m_clock);
    session::ReadingTrace trace;
    trace.seconds = static_cast<double>(time.count()) / 1000.0;
    trace.positionZMm = m_positionZMm;
    trace.image = m_image;
    trace.slicesSeen = static_cast<int>(m_imagesSeen.size());
    trace.path = m_path;
    if (m_pathSince && !trace.path.empty()) {
        const std::chrono::duration<double> looked = m_clock.now() - *m_pathSince;
        trace.path.back().seconds += std::clamp(looked.count(), 0.0, kLongestLookS);
    }
    return trace;
}

void ReadingModel::setDrawn(std::string drawn) {
    if (!canEdit() || drawn == m_drawn)
        return;
    m_drawn = std::move(drawn);
    m_autosave.start();
}

void ReadingModel::saveDrawnNow() {
    if (!m_session || m_drawn == m_drawnSaved)
        return;
    if (const auto kept = m_services.keepDrawn(m_session->setup().session, m_drawn); !kept)
        return refuse(kept.error());
    m_drawnSaved = m_drawn;
}

void ReadingModel::saveDraftNow() {
    m_autosave.stop();
    saveDrawnNow();
    if (!m_unsaved || !m_session || m_session->step() != session::Step::Reading)
        return;
    progress::Draft draft;
    draft.node = m_session->currentNode().asked.id;
    draft.call = m_session->currentNode().call;
    draft.caseAnswer = m_session->caseAnswer();
    draft.trace = trace();
    const auto kept = m_services.saveDraft(m_session->setup().session, draft);
    if (!kept)
        return refuse(kept.error());
    m_unsaved = false;
    m_savedAt = m_clock.now();
    Q_EMIT saved();
}

// ---- small parts -------------------------------------------------------------------------------

void ReadingModel::setState(ReadingState state) {
    if (state == m_state)
        return;
    m_state = state;
    setPaused(state != ReadingState::Calling);
    Q_EMIT stateChanged();
}

void ReadingModel::refuse(const Error& error) {
    m_problem = text::errorSentence(error);
    Q_EMIT refused();
}

}  // namespace nodewise::models
