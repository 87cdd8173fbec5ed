#include "session/test_run.h"
#include <algorithm>

namespace nodewise::session {

namespace {

tl::unexpected<Error> notNow(const char* what) {
    return fail(ErrorCode::StepNotAllowed, what);
}

}  // namespace

Result<TestRun> TestRun::open(const ActivityStarted& test) {
    if (test.kind != ActivityKind::Test || test.activity.empty() || test.cases.empty())
        return fail(ErrorCode::InvalidArgument, "a test needs an id and a case");
    for (auto at = test.cases.begin(); at != test.cases.end(); ++at)
        if (std::find(std::next(at), test.cases.end(), *at) != test.cases.end())
            return fail(ErrorCode::InvalidArgument,
                        "case \"" + at->caseId.value + "\" comes twice");
    TestRun run;
    run.m_test = test;
    run.m_finished.resize(test.cases.size());
    return run;
}

Result<TestRun> TestRun::resume(const ActivityStarted& test, const std::vector<CaseRef>& finished) {
    auto run = open(test);
    if (!run)
        return run;
    for (const CaseRef& ref : finished) {
        const auto at = std::find(test.cases.begin(), test.cases.end(), ref);
        if (at == test.cases.end())
            return fail(ErrorCode::CaseNotFound,
                        "the test does not ask case \"" + ref.caseId.value + "\"");
        run->m_finished[static_cast<std::size_t>(at - test.cases.begin())] = true;
    }
    return run;
}

std::size_t TestRun::finishedCount() const {
    return static_cast<std::size_t>(std::count(m_finished.begin(), m_finished.end(), true));
}

std::optional<CaseRef> TestRun::nextCase() const {
    for (std::size_t i = 0; i < m_finished.size(); ++i)
        if (!m_finished[i])
            return m_test.cases[i];
    return std::nullopt;
}

Result<CaseRef> TestRun::begin() {
    if (m_step != TestStep::Between)
        return notNow("a case of the test begins when the one before is finished");
    const auto next = nextCase();
    if (!next)
        return notNow("every case of the test is called: end it");
    m_step = TestStep::Reading;
    return *next;
}

Result<void> TestRun::caseFinished(const CaseRef& ref) {
    if (m_step != TestStep::Reading)
        return notNow("no case of the test is being read");
    const auto next = nextCase();
    if (!next || !(*next == ref))
        return fail(ErrorCode::CaseNotFound,
                    "case \"" + ref.caseId.value + "\" is not the one being read");
    const auto at = std::find(m_test.cases.begin(), m_test.cases.end(), ref);
    m_finished[static_cast<std::size_t>(at - m_test.cases.begin())] = true;
    m_step = TestStep::Between;
    return {};
}

Result<void> TestRun::pause() {
    if (m_step != TestStep::Between && m_step != TestStep::Reading)
        return notNow("only a running test can pause");
    m_before = m_step;
    m_step = TestStep::Paused;
    return {};
}

Result<void> TestRun::goOn() {
    if (m_step != TestStep::Paused)
        return notNow("the test does not pause");
    m_step = m_before;
    return {};
}

Result<void> TestRun::end(const Keep& keep) {
    if (m_step != TestStep::Between || nextCase())
        return notNow("a test ends when every case of it is called");
    if (auto kept = keep(ActivityEnded{m_test.activity}); !kept)
        return kept;
    m_step = TestStep::Ended;
    return {};
}

Result<void> TestRun::requireTruthAllowed() const {
    if (truthAllowed())
        return {};
    return fail(ErrorCode::TruthSealed, "the references open at the end of the test");
}

}  // namespace nodewise::session
