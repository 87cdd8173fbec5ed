#include "ui/text/call_text.h"
#include <QLocale>
#include <QTest>

using namespace nodewise;
using namespace nodewise::text;

class TestCallText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void tellsTheHistoryInOneLine();
    void leavesOutWhatIsNotGiven();
    void summarisesAWholeCall();
    void summarisesAnUnfinishedCall();
    void saysNothingOfAnEmptyCall();
    void eachGapIsASentence();
};

void TestCallText::tellsTheHistoryInOneLine() {
    casepack::History history;
    history.ageYears = 58;
    history.sex = "m";
    history.primaryText = "base of tongue";
    history.p16 = P16Status::Positive;
    history.contrastDelayS = 70;
    history.biopsy = BiopsyKind::Core;
    history.biopsyDaysBefore = 21;
    QCOMPARE(historyParts(history),
             (QStringList{QStringLiteral("58 m"), QStringLiteral("base of tongue"),
                          QStringLiteral("p16+"), QStringLiteral("CT 70\u202Fs after contrast"),
                          QStringLiteral("core biopsy 3 week(s) before")}));
}

void TestCallText::leavesOutWhatIsNotGiven() {
    casepack::History history;
    history.site = Site::Larynx;
    QCOMPARE(historyParts(history), QStringList{QStringLiteral("larynx")});
    history.fixedNode = true;
    history.nervePalsy = true;
    QCOMPARE(historyParts(history).last(), QStringLiteral("node fixed, nerve palsy"));
}

void TestCallText::summarisesAWholeCall() {
    NodeCall call;
    call.probability = 0.72;
    call.grade = Grade::G1;
    call.margin = Margin::Indistinct;
    call.fat = PerinodalFat::Stranded;
    call.contact = AdjacencyCall{Adjacency::Contact, "sternocleidomastoid_left"};
    QCOMPARE(callSummary(call),
             QStringLiteral("G1 at 72\u202F%: indistinct margin and stranded fat; "
                            "touches the left sternocleidomastoid."));
}

void TestCallText::summarisesAnUnfinishedCall() {
    NodeCall call;
    call.margin = Margin::Smooth;
    QCOMPARE(callSummary(call), QStringLiteral("Smooth margin."));
    call.necrosis = true;
    call.cystic = false;
    call.probability = 0.1;
    QCOMPARE(callSummary(call), QStringLiteral("ENE at 10\u202F%: smooth margin and necrosis."));
}

void TestCallText::saysNothingOfAnEmptyCall() {
    QCOMPARE(callSummary(NodeCall{}), QString());
}

void TestCallText::eachGapIsASentence() {
    NodeCall call;
    call.longAxisMm = 140;
    for (const CallGap gap : {CallGap::Mark, CallGap::Probability, CallGap::Grade,
                              CallGap::AxisOrder, CallGap::AxisRange}) {
        QVERIFY(gapSentence(gap, call).endsWith(QLatin1Char('.')));
        QVERIFY(!gapSentence(gap, call).contains(QLatin1String("%1")));
    }
    QVERIFY(gapSentence(CallGap::AxisRange, call).startsWith(QStringLiteral("140\u202Fmm")));
}

QTEST_APPLESS_MAIN(TestCallText)
#include "tst_call_text.moc"
