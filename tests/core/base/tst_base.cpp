#include "base/clock.h"
#include "base/ids.h"
#include "base/parallel.h"
#include "base/result.h"
#include "base/units.h"
#include <QRegularExpression>
#include <QtTest>
#include <atomic>
#include <set>

using namespace nodewise;

class TestBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyErrorCodeHasItsOwnWord();
    void parallelForVisitsEachIndexOnce_data();
    void parallelForVisitsEachIndexOnce();
    void writesTimesInUtc();
    void uuidsAreVersionFourAndDiffer();
    void unitsDoNotMixButAdd();
};

void TestBase::everyErrorCodeHasItsOwnWord() {
    std::set<std::string_view> words;
    int count = 0;
#define NODEWISE_COLLECT(name)                                                                     \
    words.insert(errorWord(ErrorCode::name));                                                      \
    ++count;
    NODEWISE_ERROR_CODES(NODEWISE_COLLECT)
#undef NODEWISE_COLLECT
    QCOMPARE(static_cast<int>(words.size()), count);
}

void TestBase::parallelForVisitsEachIndexOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("nothing") << 0 << 2U;
    QTest::newRow("one thread") << 100 << 1U;
    QTest::newRow("more threads than work") << 3 << 16U;
    QTest::newRow("default") << 1000 << 0U;
}

void TestBase::parallelForVisitsEachIndexOnce() {
    QFETCH(int, count);
    QFETCH(unsigned, threads);
    std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
    parallelFor(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
    for (const auto& visit : visits)
        QCOMPARE(visit.load(), 1);
}

void TestBase::writesTimesInUtc() {
    QCOMPARE(toIso8601(Timestamp(std::chrono::milliseconds(0))),
             std::string("1970-01-01T00:00:00.000Z"));
    QCOMPARE(toIso8601(Timestamp(std::chrono::milliseconds(951782399120))),
             std::string("2000-02-28T23:59:59.120Z"));
}

void TestBase::uuidsAreVersionFourAndDiffer() {
    const QRegularExpression form(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string id = newUuid();
        QVERIFY2(form.match(QString::fromStdString(id)).hasMatch(), id.c_str());
        seen.insert(id);
    }
    QCOMPARE(seen.size(), std::size_t{100});
}

void TestBase::unitsDoNotMixButAdd() {
    static_assert(!std::is_convertible_v<Millimetres, Hounsfield>);
    static_assert(!std::is_convertible_v<double, Millimetres>);
    QCOMPARE((Millimetres(2) + Millimetres(3)).value, 5.0);
    QVERIFY(Millimetres(2) < Millimetres(3));
}

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
