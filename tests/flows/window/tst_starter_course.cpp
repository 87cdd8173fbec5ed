// The starter pack as it was built: in the library, and its first case open under the eye.
#include "support/program.h"
#include <QtTest>
#include <set>

using namespace nodewise;
using models::ReadingState;
using tests::Program;

class TestStarterCourse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstCaseOpensFromTheLibrary();
};

void TestStarterCourse::firstCaseOpensFromTheLibrary() {
    Program program({QStringLiteral(NODEWISE_STARTER_PACK)});
    program.options.caseId = QStringLiteral("starter-01");
    QVERIFY(program.start());
    const auto& entries = program.models().library.entries();
    QCOMPARE(entries.size(), std::size_t{48});
    QCOMPARE(program.models().cases.totalCount(), 48);
    // Easy first, numbered through.
    QCOMPARE(entries.front().record.difficulty, 1);
    std::set<int> numbers;
    for (const auto& entry : entries)
        numbers.insert(entry.number);
    QCOMPARE(numbers.size(), std::size_t{48});

    QVERIFY(program.waitForReading(ReadingState::Calling));
    QVERIFY(program.waitForPage("read"));
    const auto volume = program.viewer().volume();
    QVERIFY(volume != nullptr);
    QVERIFY(volume->geometry().dims()[0] >= 256 && volume->geometry().dims()[2] >= 40);
    QCOMPARE(program.models().reading.nodes().size(), entries.front().record.nodes.size());
}

QTEST_MAIN(TestStarterCourse)
#include "tst_starter_course.moc"
