#include "base/result.h"
#include "ui/jobs/job_runner.h"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace nodewise;
using namespace nodewise::jobs;

class TestJobRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultArrivesInTheGuiThread();
    void cancelReachesTheWorkAndTheResultStillArrives();
    void resultForAGoneContextIsDropped();
    void progressComesAtMostTenTimesASecond();
    void cancelIsOfferedOnlyForLongWork();
    void workThatHasNotBegunHearsTheCancel();
    void destructorWaitsForWhatStillRuns();
    void stopWaitsAndTheRunnerCanGoOn();
    void nothingHoldsAJobThatHasEnded();
    void immediateRunnerDeliversBeforeItReturns();
};

static Result<int> untilCancelled(JobControl& job) {
    QElapsedTimer timer;
    timer.start();
    while (!job.cancelled() && timer.elapsed() < 10000)
        QThread::msleep(1);
    return job.cancelled() ? Result<int>(fail(ErrorCode::Cancelled, "stopped")) : Result<int>(1);
}

void TestJobRunner::resultArrivesInTheGuiThread() {
    ThreadJobRunner runner;
    QThread *worked = nullptr, *delivered = nullptr;
    int got = 0;
    runner.run(
        this,
        [&](JobControl&) {
            worked = QThread::currentThread();
            return 42;
        },
        [&](int value) {
            got = value;
            delivered = QThread::currentThread();
        });
    QTRY_COMPARE(got, 42);
    QVERIFY(worked != delivered);
    QCOMPARE(delivered, QThread::currentThread());
}

void TestJobRunner::cancelReachesTheWorkAndTheResultStillArrives() {
    ThreadJobRunner runner;
    std::optional<Result<int>> got;
    const JobPtr job =
        runner.run(this, untilCancelled, [&](Result<int> result) { got = std::move(result); });
    QVERIFY(job->isRunning());
    job->cancel();
    QTRY_VERIFY(got.has_value());
    QCOMPARE(got->error().code, ErrorCode::Cancelled);
    QVERIFY(!job->isRunning());
}

void TestJobRunner::resultForAGoneContextIsDropped() {
    ThreadJobRunner runner;
    bool delivered = false;
    auto context = std::make_unique<QObject>();
    const JobPtr job =
        runner.run(context.get(), untilCancelled, [&](Result<int>) { delivered = true; });
    QSignalSpy finished(job.get(), &Job::finished);
    context.reset();
    job->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!delivered);
}

void TestJobRunner::progressComesAtMostTenTimesASecond() {
    ThreadJobRunner runner;
    bool done = false;
    const JobPtr job = runner.run(
        this,
        [](JobControl& control) {
            for (int i = 0; i < 500; ++i) {
                control.report(i / 500.0, "read");
                QThread::msleep(1);
            }
            return 0;
        },
        [&](int) { done = true; });
    QElapsedTimer timer;
    timer.start();
    QSignalSpy progressed(job.get(), &Job::progressed);
    QTRY_VERIFY(done);
    const auto seconds = static_cast<double>(timer.elapsed()) / 1000;
    // Value and text change together: each report may be told twice, with the same numbers.
    QVERIFY2(progressed.count() <= 2 * (10 * seconds + 2),
             qPrintable(QString::number(progressed.count())));
    QVERIFY(progressed.count() >= 2);
    QCOMPARE(progressed.last().at(1).toString(), QStringLiteral("read"));
}

void TestJobRunner::cancelIsOfferedOnlyForLongWork() {
    ThreadJobRunner runner;
    const JobPtr longJob = runner.run(this, untilCancelled, [](Result<int>) {});
    QSignalSpy offered(longJob.get(), &Job::cancelOffered);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE(offered.count(), 1);
    QVERIFY(timer.elapsed() >= 250);
    longJob->cancel();
    const JobPtr shortJob = runner.run(
        this, [](JobControl&) { return 0; }, [](int) {});
    QSignalSpy never(shortJob.get(), &Job::cancelOffered);
    QTRY_VERIFY(!shortJob->isRunning());
    QTest::qWait(400);
    QCOMPARE(never.count(), 0);
}

void TestJobRunner::workThatHasNotBegunHearsTheCancel() {
    ThreadJobRunner runner(1);
    const JobPtr first = runner.run(this, untilCancelled, [](Result<int>) {});
    std::optional<Result<int>> got;
    const JobPtr waiting =
        runner.run(this, untilCancelled, [&](Result<int> result) { got = std::move(result); });
    waiting->cancel();
    first->cancel();
    QTRY_VERIFY(got.has_value());
    QCOMPARE(got->error().code, ErrorCode::Cancelled);
}

void TestJobRunner::destructorWaitsForWhatStillRuns() {
    std::atomic<bool> ended{false};
    {
        ThreadJobRunner runner;
        runner.run(
            this,
            [&](JobControl& job) {
                const auto result = untilCancelled(job);
                ended = true;
                return result;
            },
            [](Result<int>) { QFAIL("nobody should hear of it"); });
        QTest::qWait(20);
    }
    QVERIFY(ended);
}

void TestJobRunner::stopWaitsAndTheRunnerCanGoOn() {
    ThreadJobRunner runner;
    std::atomic<bool> ended{false};
    runner.run(
        this,
        [&](JobControl& job) {
            const auto result = untilCancelled(job);
            ended = true;
            return result;
        },
        [](Result<int>) { QFAIL("nobody should hear of it"); });
    runner.stop();
    QVERIFY(ended);
    int got = 0;
    runner.run(
        this, [](JobControl&) { return 7; }, [&](int value) { got = value; });
    QTRY_COMPARE(got, 7);
}

void TestJobRunner::nothingHoldsAJobThatHasEnded() {
    ThreadJobRunner runner;
    auto held = std::make_shared<int>(7);
    bool done = false;
    std::weak_ptr<Job> job = runner.run(
        this, [](JobControl&) { return 7; }, [&done, held](int) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(held.use_count(), 1L);
    runner.stop();
    QVERIFY(job.expired());
}

void TestJobRunner::immediateRunnerDeliversBeforeItReturns() {
    ImmediateJobRunner runner;
    int got = 0;
    runner.run(
        this, [](JobControl&) { return 7; }, [&](int value) { got = value; });
    QCOMPARE(got, 7);
}

QTEST_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
