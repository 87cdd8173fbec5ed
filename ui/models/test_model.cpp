#include "ui/models/test_model.h"
#include "ui/models/today_model.h"
#include "ui/text/call_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace nodewise::models {

namespace {

std::string offerId(const LibraryEntry& entry) {
    return entry.pack.value + '/' + entry.where.id.value;
}

bool isTest(const progress::ActivityStatus& activity) {
    return activity.started.kind == session::ActivityKind::Test;
}

/// New to the reader: not begun, not spent.
bool isUsable(const LearnerState& state, const LibraryEntry& entry) {
    const auto same = [&](const auto& other) {
        return other.pack == entry.pack && other.caseId == entry.where.id;
    };
    return std::none_of(state.cases.begin(), state.cases.end(), same) &&
           std::none_of(state.spent.begin(), state.spent.end(), same);
}

std::vector<session::TestOffer> offersOf(const Learner& learner, const CaseLibrary& library) {
    std::vector<session::TestOffer> offers;
    for (const LibraryEntry& entry : library.entries())
        offers.push_back({offerId(entry), entry.record.difficulty,
                          std::string(word(entry.record.history.site)),
                          isUsable(learner.state(), entry)});
    return offers;
}

TestRow rowOf(const session::CallRecord& call, const LibraryEntry* entry) {
    TestRow row;
    row.call = call.id;
    row.node = callRow(call, entry).title;
    row.probability = call.answer.probability.value_or(0);
    row.said = text::percent(row.probability);
    if (call.answer.grade)
        row.given = text::gradeName(*call.answer.grade);
    row.time = text::stretch(std::chrono::seconds(static_cast<int>(call.trace.seconds)));
    row.record = call;
    if (!call.score)
        return row;
    row.reference = text::gradeName(call.score->gradeReference);
    row.verdict = session::gradeVerdict(*call.score);
    if (call.score->shortAxisErrorMm)
        row.size = text::withUnit(text::signedNumber(*call.score->shortAxisErrorMm, 1),
                                  QStringLiteral("mm"));
    for (const auto& mark : call.score->marks)
        if (mark.mark == Mark::NCategory)
            row.category = text::verdictName(mark.verdict);
    return row;
}

}  // namespace

TestModel::TestModel(Learner& learner, CaseLibrary& library, ReadingModel& reading,
                     ReadingServices& services, jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_reading(reading)
    , m_services(services)
    , m_jobs(jobs) {
    connect(&reading, &ReadingModel::stateChanged, this, &TestModel::followReading);
    connect(&learner, &Learner::changed, this, &TestModel::takeUp);
    takeUp();
}

int TestModel::usableCases() const {
    return static_cast<int>(
        std::count_if(m_library.entries().begin(), m_library.entries().end(),
                      [this](const auto& entry) { return isUsable(m_learner.state(), entry); }));
}

void TestModel::takeUp() {
    // The run of this window knows its step; another start finds it in the log.
    if (!m_run)
        for (const auto& activity : m_learner.state().activities)
            if (isTest(activity) && !activity.ended) {
                if (auto run = session::TestRun::resume(activity.started, activity.finished))
                    m_run = std::move(*run);
                break;
            }
    Q_EMIT changed();
}

Result<void> TestModel::start(const session::Blueprint& blueprint, std::uint64_t seed) {
    if (m_run)
        return fail(ErrorCode::StepNotAllowed, "a test is running");
    const auto drawn = session::drawTest(blueprint, offersOf(m_learner, m_library), seed);
    if (!drawn)
        return fail(drawn.error());
    session::ActivityStarted started;
    started.activity = session::ActivityId(newUuid());
    started.kind = session::ActivityKind::Test;
    started.seed = seed;
    const auto now = m_learner.clock().now().time_since_epoch().count();
    started.title = tr("Test of %1")
                        .arg(QLocale().toString(
                            QDateTime::fromMSecsSinceEpoch(now).toLocalTime().date(), tr("d MMMM")))
                        .toStdString();
    for (const std::string& id : *drawn)
        for (const LibraryEntry& entry : m_library.entries())
            if (offerId(entry) == id)
                started.cases.push_back(
                    {entry.pack, entry.packVersion.toStdString(), entry.where.id});
    auto run = session::TestRun::open(started);
    if (!run)
        return fail(run.error());
    if (auto kept = m_learner.store().startActivity(m_learner.profile(), started); !kept)
        return kept;
    m_run = std::move(*run);
    m_learner.refresh();
    return {};
}

bool TestModel::wants(const CaseLocator& where) const {
    const auto next = m_run ? m_run->nextCase() : std::nullopt;
    const auto* entry = next ? m_library.find(next->pack, next->caseId) : nullptr;
    return entry && entry->where == where;
}

void TestModel::goOn() {
    if (!m_run)
        return;
    if (m_run->step() == session::TestStep::Paused)
        static_cast<void>(m_run->goOn());
    if (!m_run->nextCase())
        return end();
    const session::CaseRef ref = *m_run->nextCase();
    if (m_run->step() == session::TestStep::Between)
        if (const auto begun = m_run->begin(); !begun)
            return Q_EMIT problem(begun.error());
    const auto* entry = m_library.find(ref.pack, ref.caseId);
    if (!entry)
        return Q_EMIT problem({ErrorCode::CaseNotFound,
                               "the pack of this test is not on this computer",
                               m_run->test().title,
                               {}});
    m_reading.openCase(entry->where, session::Mode::Test, m_run->test().activity);
}

void TestModel::followReading() {
    if (!m_run || m_reading.mode() != session::Mode::Test ||
        m_reading.state() != ReadingState::Finished || !m_reading.openedCase())
        return;
    if (const auto done = m_run->caseFinished(m_reading.openedCase()->ref); !done)
        return;
    m_learner.refresh();
    // After the screens have heard of the end of this case.
    QMetaObject::invokeMethod(this, &TestModel::goOn, Qt::QueuedConnection);
}

void TestModel::end() {
    const session::ActivityId activity = m_run->test().activity;
    const auto done = m_run->end([this](const session::ActivityEnded& event) {
        return m_learner.store().endActivity(event.activity);
    });
    if (!done)
        return Q_EMIT problem(done.error());
    m_run.reset();
    m_reading.close();
    m_learner.refresh();
    Q_EMIT ended(activity);
    gradeOpen(activity);
}

std::optional<TestResult> TestModel::result(const session::ActivityId& activity) const {
    const auto& known = m_learner.state().activities;
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& status) {
        return isTest(status) && status.ended && status.started.activity == activity;
    });
    if (found == known.end())
        return std::nullopt;
    TestResult result;
    result.activity = activity;
    result.title = QString::fromStdString(found->started.title);
    progress::CallFilter ofTest;
    ofTest.activity = activity;
    auto calls = m_learner.store()
                     .calls(m_learner.profile(), ofTest)
                     .value_or(std::vector<session::CallRecord>{});
    // The list is newest first; a test is read from its beginning.
    std::reverse(calls.begin(), calls.end());
    result.graded = true;
    for (const auto& call : calls) {
        result.rows.push_back(rowOf(call, m_library.find(call.ref.pack, call.ref.caseId)));
        result.graded = result.graded && call.score.has_value();
        if (!call.score)
            continue;
        for (const auto& mark : call.score->marks)
            if (mark.mark == Mark::NCategory) {
                ++result.categories;
                result.categoriesRight += mark.verdict == Verdict::Agrees ? 1 : 0;
            }
    }
    result.summary = analytics::summarise(calls);
    result.detail =
        tr("%1 · %2 · seed %3")
            .arg(tr("%n node(s)", nullptr, static_cast<int>(calls.size())),
                 tr("%n case(s)", nullptr, static_cast<int>(found->started.cases.size())),
                 QString::number(found->started.seed));
    return result;
}

std::vector<TestResult> TestModel::results() const {
    std::vector<TestResult> all;
    for (const auto& activity : m_learner.state().activities)
        if (isTest(activity) && activity.ended)
            if (auto one = result(activity.started.activity))
                all.push_back(std::move(*one));
    return all;
}

void TestModel::gradeOpen(const session::ActivityId& activity) {
    if (m_grading)
        return;
    m_toGrade.clear();
    for (const auto& call : m_learner.state().calls)
        if (call.activity == activity && !call.score)
            m_toGrade.push_back(call.id);
    m_gradingOf = activity;
    m_grading = true;
    gradeNext();
}

void TestModel::gradeNext() {
    if (m_toGrade.empty()) {
        m_grading = false;
        m_learner.refresh();
        return Q_EMIT graded(m_gradingOf);
    }
    // Newest first in the list: the oldest call is graded first.
    const session::CallId call = m_toGrade.back();
    m_toGrade.pop_back();
    auto request = m_services.requestFor(call);
    if (!request) {
        Q_EMIT problem(request.error());
        return gradeNext();
    }
    auto work = [services = &m_services, request = std::move(*request)](JobControl& job) {
        return services->gradeCall(request, job);
    };
    auto done = [this, call](Result<GradedCall> graded) {
        const auto kept =
            graded ? m_services.keepScore(call, graded->score) : Result<void>(fail(graded.error()));
        if (!kept && kept.error().code != ErrorCode::AlreadyCommitted)
            Q_EMIT problem(kept.error());
        m_learner.refresh();
        gradeNext();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

}  // namespace nodewise::models
