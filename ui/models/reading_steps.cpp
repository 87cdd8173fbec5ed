// The steps of a reading that take long or reach the disk: opening, committing, comparing.
#include "ui/models/reading_model.h"
#include "ui/text/error_text.h"

namespace nodewise::models {

// ---- opening -----------------------------------------------------------------------------------

void ReadingModel::leave() {
    saveDraftNow();
    if (m_job)
        m_job->cancel();
    if (m_preparing)
        m_preparing->cancel();
    m_job.reset();
    m_preparing.reset();
    m_services.caseClosed();
    ++m_generation;
    m_session.reset();
    m_case.reset();
    m_series.reset();
    m_graded.reset();
    m_savedAt.reset();
    m_problem.clear();
    m_title.clear();
    m_positionZMm.reset();
    m_image.reset();
    m_runningSince.reset();
    m_nodeTime = {};
    m_drawn.clear();
    m_drawnSaved.clear();
}

void ReadingModel::follow(jobs::JobPtr job) {
    m_job = std::move(job);
    if (m_job)
        connect(m_job.get(), &jobs::Job::progressed, this, &ReadingModel::progressed);
}

void ReadingModel::openCase(const CaseLocator& where, session::Mode mode,
                            const session::ActivityId& activity) {
    leave();
    setState(ReadingState::Opening);
    Q_EMIT caseChanged();
    const int generation = m_generation;
    auto work = [services = &m_services, where](JobControl& job) {
        return services->openCase(where, job);
    };
    auto done = [this, generation, mode, activity](Result<OpenedCase> opened) {
        if (generation == m_generation)
            takeCase(std::move(opened), mode, activity);
    };
    auto job = m_jobs.run(this, std::move(work), std::move(done));
    // With an immediate runner all is done already.
    if (m_state == ReadingState::Opening)
        follow(std::move(job));
}

void ReadingModel::takeCase(Result<OpenedCase> opened, session::Mode mode,
                            const session::ActivityId& activity) {
    m_job.reset();
    if (!opened) {
        m_problem = text::errorSentence(opened.error());
        setState(opened.error().code == ErrorCode::Cancelled ? ReadingState::Empty
                                                             : ReadingState::Failed);
        return;
    }
    m_case = std::move(*opened);
    m_title = nameOf(m_case->where, m_case->record);
    if (const auto started = startSession(mode, activity); !started) {
        const Error error = started.error();
        leave();
        m_problem = text::errorSentence(error);
        setState(ReadingState::Failed);
        return;
    }
    setState(m_session->step() == session::Step::Reading ? ReadingState::Calling
                                                         : ReadingState::Ungraded);
    Q_EMIT caseChanged();
    Q_EMIT nodesChanged();
    Q_EMIT currentNodeChanged();
    Q_EMIT draftChanged();
    // The truth of a test is not even prepared before its end.
    if (m_session->setup().mode != session::Mode::Test)
        prepareFeedback();
    // All called, one feedback never shown: the reading goes on there.
    if (m_state != ReadingState::Ungraded)
        return;
    if (m_session->setup().mode == session::Mode::Test)
        finishCase();
    else
        grade();
}

/// In the background while the reader looks; what comes of it stays with the services, and that it
/// failed shows when the feedback is made.
void ReadingModel::prepareFeedback() {
    auto work = [services = &m_services, where = m_case->where, volume = m_case->volume](
                    JobControl& job) { return services->prepareFeedback(where, volume, job); };
    m_preparing = m_jobs.run(this, std::move(work), [](const Result<void>&) {});
}

Result<void> ReadingModel::startSession(session::Mode mode, const session::ActivityId& activity) {
    auto unfinished = m_services.unfinished(m_case->ref);
    if (!unfinished)
        return fail(unfinished.error());
    if (unfinished->has_value()) {
        resumeSession(**unfinished);
        if (m_session)
            return {};
    }
    session::CaseOpened setup;
    setup.session = session::SessionId(newUuid());
    setup.ref = m_case->ref;
    setup.caseTitle = m_case->record.title;
    setup.mode = mode;
    setup.activity = activity;
    setup.edition = m_case->record.edition;
    for (const casepack::NodeQuestion& node : m_case->record.nodes)
        setup.nodes.push_back({node.id, node.side, node.level});
    auto session = session::CaseSession::open(setup);
    if (!session)
        return fail(session.error());
    if (auto begun = m_services.begin(setup); !begun)
        return begun;
    m_session = std::move(*session);
    restartNodeClock(0);
    return {};
}

void ReadingModel::resumeSession(const progress::UnfinishedCase& unfinished) {
    std::vector<session::KeptCall> kept;
    for (const session::CallRecord& record : unfinished.kept)
        kept.push_back({record.id, record.node.id, record.answer, record.feedbackSeen});
    auto session = session::CaseSession::resume(unfinished.opened, kept);
    if (!session)
        return;
    m_session = std::move(*session);
    m_drawn = m_drawnSaved = m_services.drawn(unfinished.opened.session);
    if (m_session->step() != session::Step::Reading)
        return;
    const NodeId open = m_session->currentNode().asked.id;
    double seconds = 0;
    for (const progress::Draft& draft : unfinished.drafts) {
        // A draft of another version of the case is left out; the node starts empty.
        static_cast<void>(m_session->setDraft(draft.node, draft.call));
        static_cast<void>(m_session->setCaseAnswer(draft.caseAnswer));
        if (draft.node == open)
            seconds = draft.trace.seconds;
    }
    m_positionZMm = unfinished.lastTrace.positionZMm;
    m_image = unfinished.lastTrace.image;
    restartNodeClock(seconds);
}

void ReadingModel::showSeries(VolumePtr volume, const QString& title) {
    leave();
    m_series = std::move(volume);
    m_title = title;
    setState(ReadingState::Viewing);
    Q_EMIT caseChanged();
    Q_EMIT nodesChanged();
}

void ReadingModel::reviewCall(const session::CallId& call) {
    leave();
    setState(ReadingState::Opening);
    Q_EMIT caseChanged();
    auto request = m_services.requestFor(call);
    if (!request) {
        auto kept = m_services.keptFeedback(call);
        if (kept)
            m_title = QString::fromStdString(kept->record.title);
        // Without either, say what is missing: the pack.
        return takeReview(kept ? std::move(kept) : fail(request.error()));
    }
    m_title = nameOf(request->where, request->record);
    const int generation = m_generation;
    auto work = [services = &m_services, request = std::move(*request)](JobControl& job) {
        return services->gradeCall(request, job);
    };
    auto done = [this, generation](Result<GradedCall> graded) {
        if (generation == m_generation)
            takeReview(std::move(graded));
    };
    auto job = m_jobs.run(this, std::move(work), std::move(done));
    if (m_state == ReadingState::Opening)
        follow(std::move(job));
}

void ReadingModel::takeReview(Result<GradedCall> graded) {
    m_job.reset();
    if (!graded) {
        m_problem = text::errorSentence(graded.error());
        if (graded.error().code == ErrorCode::TruthSealed)
            m_problem = tr("The references of a test open when all its cases are called.");
        setState(graded.error().code == ErrorCode::Cancelled ? ReadingState::Empty
                                                             : ReadingState::Failed);
        return;
    }
    m_graded = std::make_shared<const GradedCall>(std::move(*graded));
    setState(ReadingState::Reviewing);
    Q_EMIT feedbackReady();
}

void ReadingModel::cancelOpening() {
    if (m_job && (m_state == ReadingState::Opening || m_state == ReadingState::Committing))
        m_job->cancel();
}

void ReadingModel::close() {
    leave();
    setState(ReadingState::Empty);
    Q_EMIT caseChanged();
    Q_EMIT nodesChanged();
}

// ---- the commit --------------------------------------------------------------------------------

void ReadingModel::commit() {
    if (!canCommit())
        return;
    m_autosave.stop();
    saveDrawnNow();
    // Side and level that the reader did not change follow from the case.
    const session::NodeProgress& current = m_session->currentNode();
    NodeCall call = current.call;
    call.side = call.side.value_or(current.asked.side);
    call.level = call.level.value_or(current.asked.level);
    static_cast<void>(m_session->setDraft(current.asked.id, call));
    const auto kept = m_session->commit(trace(), [this](const session::NodeCallCommitted& made) {
        return m_services.keepCall(made);
    });
    if (!kept)
        return refuse(kept.error());
    m_unsaved = false;
    m_savedAt = m_clock.now();
    if (m_session->setup().mode == session::Mode::Test)
        return afterTestCommit();
    setState(ReadingState::Committing);
    Q_EMIT nodesChanged();
    Q_EMIT saved();
    grade();
}

void ReadingModel::afterTestCommit() {
    Q_EMIT nodesChanged();
    Q_EMIT saved();
    if (m_session->openNodeCount() == 0)
        return finishCase();
    restartNodeClock(0);
    Q_EMIT currentNodeChanged();
    Q_EMIT draftChanged();
}

void ReadingModel::finishCase() {
    if (auto finished = m_session->finish(); !finished)
        return refuse(finished.error());
    m_drawnSaved = m_drawn;  // It goes with the reading.
    if (const auto kept = m_services.finish(m_session->setup().session); !kept)
        refuse(kept.error());
    setState(ReadingState::Finished);
}

GradingRequest ReadingModel::gradingRequest() const {
    GradingRequest request;
    request.where = m_case->where;
    request.record = m_case->record;
    request.volume = m_case->volume;
    const session::NodeProgress& current = m_session->currentNode();
    request.call = *current.kept;
    request.node = current.asked;
    request.nodeIndex = m_session->currentIndex();
    for (const session::NodeProgress& node : m_session->nodes()) {
        if (!node.kept)
            continue;
        if (node.asked.id == current.asked.id)
            request.keptIndex = request.kept.size();
        request.kept.push_back(node.call);
    }
    if (m_session->openNodeCount() == 0)
        request.caseAnswer = m_session->caseAnswer();
    return request;
}

void ReadingModel::grade() {
    // Whatever follows from the truth is asked for here and nowhere else.
    if (const auto allowed = m_session->requireTruthAllowed(m_session->currentNode().asked.id);
        !allowed)
        return refuse(allowed.error());
    setState(ReadingState::Committing);
    const int generation = m_generation;
    auto work = [services = &m_services, request = gradingRequest()](JobControl& job) {
        return services->gradeCall(request, job);
    };
    auto done = [this, generation](Result<GradedCall> graded) {
        if (generation == m_generation)
            takeGrade(std::move(graded));
    };
    auto job = m_jobs.run(this, std::move(work), std::move(done));
    if (m_state == ReadingState::Committing)
        follow(std::move(job));
}

void ReadingModel::gradeAgain() {
    if (m_state == ReadingState::Ungraded)
        grade();
}

void ReadingModel::takeGrade(Result<GradedCall> graded) {
    m_job.reset();
    if (!graded) {
        setState(ReadingState::Ungraded);
        return refuse(graded.error());
    }
    const NodeId node = m_session->currentNode().asked.id;
    if (const auto shown = m_session->showFeedback(node); !shown) {
        setState(ReadingState::Ungraded);
        return refuse(shown.error());
    }
    m_graded = std::make_shared<const GradedCall>(std::move(*graded));
    // A call that is scored already (feedback opened a second time) keeps its first score.
    const auto scored = m_services.keepScore(m_graded->call, m_graded->score);
    if (!scored && scored.error().code != ErrorCode::AlreadyCommitted)
        refuse(scored.error());
    static_cast<void>(m_services.feedbackSeen(m_graded->call));
    setState(ReadingState::Reviewing);
    Q_EMIT feedbackReady();
}

void ReadingModel::next() {
    if (m_state != ReadingState::Reviewing || !m_session)
        return;
    m_graded.reset();
    if (m_session->openNodeCount() > 0) {
        if (const auto moved = m_session->nextNode(); !moved)
            return refuse(moved.error());
        restartNodeClock(0);
        setState(ReadingState::Calling);
        Q_EMIT currentNodeChanged();
        Q_EMIT draftChanged();
        return;
    }
    finishCase();
}

void ReadingModel::dispute(const QString& objection) {
    const QString text = objection.trimmed();
    if (!m_graded || text.isEmpty())
        return;
    if (const auto kept = m_services.dispute(m_graded->call, text.toStdString()); !kept)
        return refuse(kept.error());
    Q_EMIT disputed();
}

}  // namespace nodewise::models
