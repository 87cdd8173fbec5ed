#include "cohort_table.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

// Seeds 1 to 320, 4001 to 4204 and 7001 to 7204 served to set lines and indices; 1001 to 1140, 3001
// to 3200 and 8001 to 8204 were seen on the way. These were looked at once, after the last line.
constexpr int kFirstSeed = 8601;
constexpr int kWhole = 200;

int number(const char* name, int fallback) {
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : fallback;
}

QString folder() {
    return qEnvironmentVariable("NODEWISE_COHORT_OUT", QStringLiteral("grade_cohort"));
}

}  // namespace

/// `assess` on constructed nodes of unseen seeds against the truth by construction. An ordinary run
/// takes a fifth; NODEWISE_LONG=1 takes all 200. NODEWISE_COHORT_FIRST and _COUNT choose others.
class TestGradeCohort : public QObject {
    Q_OBJECT
public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); }  // 200 nodes

private Q_SLOTS:
    void gradesUnseenNodesAsTheTruth();
};

void TestGradeCohort::gradesUnseenNodesAsTheTruth() {
    const bool whole = qEnvironmentVariableIsSet("NODEWISE_LONG");
    const int first = number("NODEWISE_COHORT_FIRST", kFirstSeed);
    const int count = number("NODEWISE_COHORT_COUNT", whole ? kWhole : kWhole / 5);
    CohortTable table(folder());
    int drawn = 0;
    // A draw that cannot be placed is no neck: the next seed takes its turn.
    for (int seed = first; drawn < count && seed < first + 4 * count; ++seed) {
        const auto neck = drawNeck(NeckDraw(static_cast<std::uint32_t>(seed)).run());
        if (!neck)
            continue;
        const auto node = assessFirstNode(*neck->image, neck->truth.labels,
                                          neck->truth.truth.nodes.front().label);
        QVERIFY2(node.has_value(), node ? "" : node.error().detail.c_str());
        table.add(*neck, *node);
        ++drawn;
    }
    table.finish();
    QCOMPARE(drawn, count);
    const auto kappa = table.kappa();
    QVERIFY(kappa.value.has_value());
    QVERIFY2(*kappa.value >= 0.85, qPrintable(QString::number(*kappa.value)));
    QVERIFY(table.medianSizeError() < 1.0);
}

QTEST_APPLESS_MAIN(TestGradeCohort)
#include "tst_grade_cohort.moc"
