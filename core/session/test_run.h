/// test_run.h: a test over several cases: no truth before the last one is called.
///
///   Between --begin--> Reading --caseFinished--> Between … --end--> Ended
///   Between, Reading --pause--> Paused --goOn--> where it stood
///
/// Every other step is refused with StepNotAllowed and changes nothing. A plain value without a
/// lock: one thread at a time.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <functional>
#include <optional>
#include <vector>

namespace nodewise::session {

enum class TestStep { Between, Reading, Paused, Ended };

class TestRun {
public:
    /// Keeps the end for good (progress::ProgressStore::endActivity).
    using Keep = std::function<Result<void>(const ActivityEnded&)>;

    /// InvalidArgument when it is no test, has no id, no case, or a case twice.
    [[nodiscard]] static Result<TestRun> open(const ActivityStarted& test);
    /// Takes it up where it was left, also after the program was killed: `finished` are the cases
    /// whose readings are closed. CaseNotFound for one that the test does not ask.
    [[nodiscard]] static Result<TestRun> resume(const ActivityStarted& test,
                                                const std::vector<CaseRef>& finished);

    [[nodiscard]] TestStep step() const { return m_step; }
    [[nodiscard]] const ActivityStarted& test() const { return m_test; }
    [[nodiscard]] std::size_t finishedCount() const;
    /// The next case that is not finished, in the order of the test; nothing when all are.
    [[nodiscard]] std::optional<CaseRef> nextCase() const;

    /// Between only: the next case is read. StepNotAllowed also when none is left.
    [[nodiscard]] Result<CaseRef> begin();
    /// Reading only: every node of the case is called. CaseNotFound for another case.
    [[nodiscard]] Result<void> caseFinished(const CaseRef& ref);
    /// Between or Reading. The clock of the reading is the reading's own.
    [[nodiscard]] Result<void> pause();
    /// Paused only.
    [[nodiscard]] Result<void> goOn();
    /// Between only, with every case finished; when `keep` fails nothing has changed.
    [[nodiscard]] Result<void> end(const Keep& keep);

    /// Whether anything that follows from a truth of this test may be loaded or shown.
    [[nodiscard]] bool truthAllowed() const { return m_step == TestStep::Ended; }
    /// TruthSealed until then.
    [[nodiscard]] Result<void> requireTruthAllowed() const;

private:
    TestRun() = default;
    ActivityStarted m_test;
    std::vector<bool> m_finished;
    TestStep m_step = TestStep::Between, m_before = TestStep::Between;
};

}  // namespace nodewise::session
