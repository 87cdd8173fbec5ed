/// test_model.h: a test over several cases: drawn, read, paused, ended, graded.
#pragma once
#include "session/test_plan.h"
#include "session/test_run.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include "ui/models/reading_model.h"
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace nodewise::models {

/// One kept call of a test, for the table of its result.
struct TestRow {
    session::CallId call;
    QString node;       ///< "Left IIa, case 27"
    QString said;       ///< "72 %"
    QString given;      ///< "G1"
    QString reference;  ///< "G3"; empty while not graded.
    std::optional<Verdict> verdict;
    QString size;      ///< "+0.4 mm", or empty.
    QString category;  ///< "agrees", or empty.
    QString time;      ///< "1:39"
    double probability = 0;
    session::CallRecord record;
};

/// What the screen of a result shows.
struct TestResult {
    session::ActivityId activity;
    QString title;   ///< "Test of 23 November"
    QString detail;  ///< "8 nodes in 6 cases · seed 8412"
    std::vector<TestRow> rows;
    analytics::ResidentSummary summary;  ///< Over these calls alone.
    int categoriesRight = 0, categories = 0;
    bool graded = false;  ///< Every call has its score.
};

/// No widget. GUI thread only. The reading model shows the cases; nothing of a truth is opened
/// before `session::TestRun` allows it.
class TestModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    TestModel(Learner& learner, CaseLibrary& library, ReadingModel& reading,
              ReadingServices& services, jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Cases that a test may still ask.
    [[nodiscard]] int usableCases() const;
    /// Draws a test and keeps it; `goOn` opens its first case. ValueOutOfRange when too few cases
    /// are left, StepNotAllowed while a test runs, those of the store.
    [[nodiscard]] Result<void> start(const session::Blueprint& blueprint, std::uint64_t seed);
    /// The test that runs; null when none does.
    [[nodiscard]] const session::TestRun* running() const { return m_run ? &*m_run : nullptr; }
    /// Opens the next case, or the one that was left; ends the test when all are called.
    void goOn();
    /// Whether the case is the one the running test asks next.
    [[nodiscard]] bool wants(const CaseLocator& where) const;
    /// Tests that are over, newest first.
    [[nodiscard]] std::vector<TestResult> results() const;
    [[nodiscard]] std::optional<TestResult> result(const session::ActivityId& activity) const;
    /// Grades what is not graded yet of a test that is over (the program may have ended between).
    void gradeOpen(const session::ActivityId& activity);
    [[nodiscard]] bool isGrading() const { return m_grading; }

Q_SIGNALS:
    void changed();
    /// The last case is called, the references are open; grading begins.
    void ended(const nodewise::session::ActivityId& activity);
    void graded(const nodewise::session::ActivityId& activity);
    void problem(const nodewise::Error& error);

private:
    void takeUp();
    void followReading();
    void end();
    void gradeNext();

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingModel& m_reading;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::optional<session::TestRun> m_run;
    std::vector<session::CallId> m_toGrade;
    session::ActivityId m_gradingOf;
    bool m_grading = false;
};

}  // namespace nodewise::models
