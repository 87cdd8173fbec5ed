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
    void everySliceOfAStackIsTheWholeVolume_data();
    void everySliceOfAStackIsTheWholeVolume();
    void whatAnEarlierCallShowedIsSeen();
    void comingBackIsCounted();
    void otherPlanesAreTimeOnly();
    void noPathHasSeenNothing();
    void theReferenceSeesEverything();
};

void TestSearchPath::dwellIsWhereTheReaderLooked() {
    const auto s = summariseSearch(
        {{PathPlane::Axial, 5.5, 2}, {PathPlane::Axial, 5.6, 1}, {PathPlane::Axial, 90, 4}},
        {0, 100}, 90, 1);
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
    QVERIFY(std::abs(summariseSearch(path, {0, 100}, 0, 1).neverSeen - 0.5) < 1e-12);
}

void TestSearchPath::everySliceOfAStackIsTheWholeVolume_data() {
    QTest::addColumn<double>("sliceMm");
    QTest::addColumn<double>("foot");
    for (const double sliceMm : {0.6, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 5.0})
        for (const double foot : {0.0, -137.3})
            QTest::addRow("%g mm from %g", sliceMm, foot) << sliceMm << foot;
}

/// All slices: nothing is unseen; every second one, one that was left out is.
void TestSearchPath::everySliceOfAStackIsTheWholeVolume() {
    QFETCH(double, sliceMm);
    QFETCH(double, foot);
    constexpr int kSlices = 60;
    std::vector<ViewStep> all, half;
    for (int i = 0; i < kSlices; ++i) {
        all.push_back({PathPlane::Axial, foot + (i + 0.5) * sliceMm, 0.3});
        if (i < kSlices / 2)
            half.push_back(all.back());
    }
    const AxialExtent extent{foot, foot + kSlices * sliceMm};
    const auto s = summariseSearch(all, extent, foot, sliceMm);
    QCOMPARE(s.neverSeen, 0.0);
    QVERIFY(std::abs(std::accumulate(s.dwell.begin(), s.dwell.end(), 0.0) - s.axialSeconds) < 1e-9);
    const double bin = s.binMm / (kSlices * sliceMm);
    QVERIFY(std::abs(summariseSearch(half, extent, foot, sliceMm).neverSeen - 0.5) <= bin);
}

void TestSearchPath::whatAnEarlierCallShowedIsSeen() {
    const std::vector<ViewStep> before{{PathPlane::Axial, 10.5, 4}},
        now{{PathPlane::Axial, 60.5, 2}};
    const auto s = summariseSearch(now, {0, 100}, 60, 1, before);
    QVERIFY(std::abs(s.neverSeen - 0.98) < 1e-12);
    QVERIFY(s.seen[10] && s.seen[60] && !s.seen[11]);
    QCOMPARE(s.dwell[10], 0.0);
    QCOMPARE(s.axialSeconds, 2.0);
}

void TestSearchPath::comingBackIsCounted() {
    const auto s = summariseSearch({{PathPlane::Axial, 50, 1},
                                    {PathPlane::Axial, 52, 1},
                                    {PathPlane::Axial, 90, 1},
                                    {PathPlane::Axial, 50, 1},
                                    {PathPlane::Axial, 10, 1},
                                    {PathPlane::Axial, 45, 1}},
                                   {0, 100}, 50, 1);
    QCOMPARE(s.returns, 2);
    QCOMPARE(s.atNode, 4.0);
}

void TestSearchPath::otherPlanesAreTimeOnly() {
    const auto s =
        summariseSearch({{PathPlane::Coronal, 3, 2}, {PathPlane::Sagittal, 3, 5}}, {0, 100}, 50, 1);
    QCOMPARE(s.coronalSeconds, 2.0);
    QCOMPARE(s.sagittalSeconds, 5.0);
    QCOMPARE(s.neverSeen, 1.0);
}

void TestSearchPath::noPathHasSeenNothing() {
    const auto s = summariseSearch({}, {0, 100}, 50, 1);
    QCOMPARE(s.neverSeen, 1.0);
    QCOMPARE(s.axialSeconds, 0.0);
    QCOMPARE(summariseSearch({}, {10, 10}, 10, 1).dwell.size(), std::size_t(1));
    QCOMPARE(summariseSearch({}, {0, 5000}, 10, 1).dwell.size(), std::size_t(400));
}

void TestSearchPath::theReferenceSeesEverything() {
    const auto path = referencePath({0, 90}, 40, 60);
    double seconds = 0;
    for (const auto& step : path)
        seconds += step.seconds;
    QVERIFY(std::abs(seconds - 60) < 1e-9);
    const auto s = summariseSearch(path, {0, 90}, 40, 3);
    QVERIFY(s.atNode >= 30);
    QCOMPARE(s.neverSeen, 0.0);
}

QTEST_APPLESS_MAIN(TestSearchPath)
#include "tst_search_path.moc"
