#include "session/search_path.h"
#include <QtTest>
#include <cmath>
#include <numeric>

using namespace nodewise::session;

class TestSearchPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dwellIsWhereTheReaderLooked();
    void whatWasNeverSeenIsCounted();
    void comingBackIsCounted();
    void otherPlanesAreTimeOnly();
    void noPathHasSeenNothing();
    void theReferenceSeesEverything();
};

void TestSearchPath::dwellIsWhereTheReaderLooked() {
    const auto s = summariseSearch(
        {{PathPlane::Axial, 5.5, 2}, {PathPlane::Axial, 5.6, 1}, {PathPlane::Axial, 90, 4}},
        {0, 100}, 90);
    QCOMPARE(s.dwell.size(), std::size_t(100));
    QCOMPARE(s.binMm, 1.0);
    QCOMPARE(s.dwell[5], 3.0);
    QCOMPARE(s.dwell[90], 4.0);
    QCOMPARE(s.axialSeconds, 7.0);
    QCOMPARE(s.atNode, 4.0);
}

void TestSearchPath::whatWasNeverSeenIsCounted() {
    std::vector<ViewStep> path;
    for (int z = 0; z < 50; ++z)
        path.push_back({PathPlane::Axial, z + 0.5, 0.2});
    QVERIFY(std::abs(summariseSearch(path, {0, 100}, 0).neverSeen - 0.5) < 1e-12);
}

void TestSearchPath::comingBackIsCounted() {
    const auto s = summariseSearch({{PathPlane::Axial, 50, 1},
                                    {PathPlane::Axial, 52, 1},
                                    {PathPlane::Axial, 90, 1},
                                    {PathPlane::Axial, 50, 1},
                                    {PathPlane::Axial, 10, 1},
                                    {PathPlane::Axial, 45, 1}},
                                   {0, 100}, 50);
    QCOMPARE(s.returns, 2);
    QCOMPARE(s.atNode, 4.0);
}

void TestSearchPath::otherPlanesAreTimeOnly() {
    const auto s =
        summariseSearch({{PathPlane::Coronal, 3, 2}, {PathPlane::Sagittal, 3, 5}}, {0, 100}, 50);
    QCOMPARE(s.coronalSeconds, 2.0);
    QCOMPARE(s.sagittalSeconds, 5.0);
    QCOMPARE(s.neverSeen, 1.0);
}

void TestSearchPath::noPathHasSeenNothing() {
    const auto s = summariseSearch({}, {0, 100}, 50);
    QCOMPARE(s.neverSeen, 1.0);
    QCOMPARE(s.axialSeconds, 0.0);
    QCOMPARE(summariseSearch({}, {10, 10}, 10).dwell.size(), std::size_t(1));
    QCOMPARE(summariseSearch({}, {0, 5000}, 10).dwell.size(), std::size_t(400));
}

void TestSearchPath::theReferenceSeesEverything() {
    const auto path = referencePath({0, 90}, 40, 60);
    double seconds = 0;
    for (const auto& step : path)
        seconds += step.seconds;
    QVERIFY(std::abs(seconds - 60) < 1e-9);
    const auto s = summariseSearch(path, {0, 90}, 40);
    QVERIFY(s.atNode >= 30);
    // One picture every 3 mm: no gap wider than that.
    int gap = 0, widest = 0;
    for (const double dwell : s.dwell) {
        gap = dwell > 0 ? 0 : gap + 1;
        widest = std::max(widest, gap);
    }
    QVERIFY(widest <= 3);
}

QTEST_APPLESS_MAIN(TestSearchPath)
#include "tst_search_path.moc"
