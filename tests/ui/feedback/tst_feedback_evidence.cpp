// What the literature says beside a node, what only supports it, and what the core reads itself.
#include "evidence/support.h"
#include "support/ball_services.h"
#include "support/fake_dialogs.h"
#include "support/find_child.h"
#include "support/fixed_clock.h"
#include "ui/feedback/evidence_row.h"
#include "ui/feedback/feedback_screen.h"
#include "ui/feedback/marks_panel.h"
#include "ui/models/reading_model.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QToolTip>

using namespace nodewise;
using namespace nodewise::tests;
using feedback_screen::EvidenceRow;
using feedback_screen::MarksPanel;

namespace {

/// A row of the pooled literature with every interval there is.
evidence::Likelihood pooledRow() {
    evidence::Likelihood row;
    row.id = "pooled";
    row.sign = "reading";
    row.modality = "CT";
    row.sensitivity = evidence::Estimate{0.73, 0.62, 0.82};
    row.specificity = evidence::Estimate{0.83, 0.75, 0.89};
    row.lrPositive = {4.3, 2.8, 6.6};
    row.lrNegative = {0.33, {}, {}};
    row.citation = "Park 2020";
    row.source = "Park SI et al.";
    return row;
}

QImage pictureOf(const evidence::Likelihood& row,
                 EvidenceRow::Use use = EvidenceRow::Use::Evidence) {
    EvidenceRow widget(row, nullptr, use);
    widget.resize(424, 28);
    return widget.grab().toImage();
}

QString labelsOf(const QWidget& in) {
    QStringList texts;
    for (const QLabel* label : in.findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

}  // namespace

class TestFeedbackEvidence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        widgets::applyTheme(*qApp, widgets::ThemeKind::Reading);
    }
    void everyRowSaysItsRatioAndItsSource();
    void publishedIntervalsAreSaid();
    void theIntervalIsDrawn();
    void aRowOpensItsReference();
    void ultrasoundAndPetStandApart();
    void theCoreSpeaksOnlyAfterTheCommit();
    void withoutAnOpinionThereIsNoLine();
    void theStageSaysWhatTheCallsWouldHaveGiven();
};

void TestFeedbackEvidence::everyRowSaysItsRatioAndItsSource() {
    const auto graded = gradedBall(true);
    MarksPanel panel;
    panel.setGraded(graded);
    // The reference invades a muscle; its fat is stranded, its margin indistinct. Necrosis was the
    // reader's own reason.
    QCOMPARE(graded.feedback.evidence.size(), std::size_t(4));
    for (const evidence::Likelihood& row : graded.feedback.evidence) {
        auto* widget = find<EvidenceRow>(panel, ("evidence_" + row.id).c_str());
        const QString name = widget->accessibleName();
        QVERIFY2(name.startsWith(text::signName(row)), qPrintable(name));
        QVERIFY2(name.contains(text::number(row.lrPositive.value, 1)), qPrintable(name));
        QVERIFY2(name.endsWith(text::sourceName(row)), qPrintable(name));
        QVERIFY(widget->accessibleDescription().endsWith(text::sourceSentence(row)));
        QCOMPARE(widget->toolTip(), widget->accessibleDescription());
        QVERIFY(widget->focusPolicy() == Qt::StrongFocus);
    }
    QVERIFY(labelsOf(panel).contains(QStringLiteral("Target: ENE at pathology")));
}

void TestFeedbackEvidence::publishedIntervalsAreSaid() {
    auto row = pooledRow();
    QCOMPARE(text::evidenceSentence(row),
             QStringLiteral("Sensitivity %1 (%2), specificity %3 (%4). "
                            "Park SI et al.")
                 .arg(text::percent(0.73), text::percentInterval(0.62, 0.82), text::percent(0.83),
                      text::percentInterval(0.75, 0.89)));
    row.sensitivity = evidence::Estimate{0.73, {}, {}};
    QVERIFY(text::evidenceSentence(row).startsWith(
        QStringLiteral("Sensitivity %1, specificity").arg(text::percent(0.73))));
    row.specificity.reset();
    QCOMPARE(text::evidenceSentence(row), QStringLiteral("Park SI et al."));
    auto graded = gradedBall(true);
    MarksPanel panel;
    panel.setGraded(graded);
    QVERIFY(labelsOf(panel).contains(QStringLiteral("No intervals are published")));
    graded.feedback.evidence = {pooledRow()};
    panel.setGraded(graded);
    QVERIFY(!labelsOf(panel).contains(QStringLiteral("No intervals are published")));
    QVERIFY(find<EvidenceRow>(panel, "evidence_pooled")
                ->accessibleDescription()
                .contains(text::percentInterval(0.62, 0.82)));
}

void TestFeedbackEvidence::theIntervalIsDrawn() {
    const auto pooled = pooledRow();
    auto bare = pooled, estimated = pooled, wide = pooled;
    bare.lrPositive = {4.3, {}, {}};
    estimated.kind = evidence::LikelihoodKind::Estimated;
    wide.lrPositive.high = 12;
    const QImage picture = pictureOf(pooled);
    QVERIFY(picture == pictureOf(pooled));
    QVERIFY(picture != pictureOf(bare));
    QVERIFY(picture != pictureOf(wide));
    // Ours and theirs differ in the plot, not only in the name of the source.
    const QRect plot(feedback_screen::EvidenceColumns::kPlot, 0, 64, 28);
    QVERIFY(picture.copy(plot) != pictureOf(estimated).copy(plot));
}

void TestFeedbackEvidence::aRowOpensItsReference() {
    EvidenceRow row(pooledRow());
    row.resize(424, 28);
    row.show();
    row.setFocus();
    QTest::keyClick(&row, Qt::Key_Space);
    QTRY_COMPARE(QToolTip::text(), text::evidenceSentence(pooledRow()));
    QToolTip::hideText();
}

void TestFeedbackEvidence::ultrasoundAndPetStandApart() {
    const auto graded = gradedBall(true);
    MarksPanel panel;
    panel.setGraded(graded);
    QVERIFY(evidence::supportRows().size() >= 3);
    for (const evidence::Likelihood& row : evidence::supportRows()) {
        auto* widget = find<EvidenceRow>(panel, ("evidence_" + row.id).c_str());
        QVERIFY(widget->accessibleName().contains(QStringLiteral("supports only")));
        QVERIFY(!widget->accessibleName().contains(QStringLiteral("ratio")));
        // No cell holds the ratio: another ratio is the same picture.
        auto other = row;
        other.lrPositive.value *= 3;
        QVERIFY(pictureOf(row, EvidenceRow::Use::Support) ==
                pictureOf(other, EvidenceRow::Use::Support));
        QVERIFY(pictureOf(row) != pictureOf(other));
        // Below the evidence, never among it.
        for (const evidence::Likelihood& one : graded.feedback.evidence)
            QVERIFY(one.id != row.id);
    }
    QVERIFY(labelsOf(panel).contains(QStringLiteral("A high SUV alone is no evidence of ENE")));
}

void TestFeedbackEvidence::theCoreSpeaksOnlyAfterTheCommit() {
    BallServices services;
    FixedClock clock;
    jobs::ImmediateJobRunner jobs;
    models::ReadingModel model(services, jobs, clock);
    FakeDialogs dialogs;
    feedback_screen::FeedbackScreen screen(model, dialogs, render::GlSupport{});
    screen.resize(1376, 900);
    screen.show();
    const QString opinion = QStringLiteral("Grade from the numbers");
    model.openCase({"/packs/demo.nwpack", CaseId("case-27")});
    model.setDraft(underCall());
    QVERIFY(!labelsOf(screen).contains(opinion));
    QVERIFY(model.graded() == nullptr);
    QVERIFY(std::ranges::find(services.steps, "grade") == services.steps.end());
    model.commit();
    QCOMPARE(model.state(), models::ReadingState::Reviewing);
    const auto graded = model.graded();
    QVERIFY(graded && graded->feedback.core);
    const auto& core = graded->feedback.core->opinion;
    QStringList lines;
    for (const QLabel* label : screen.findChildren<QLabel*>())
        if (label->accessibleName().startsWith(opinion))
            lines << label->accessibleName();
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines[0].contains(text::gradeName(core.grade)) &&
                 lines[0].contains(text::certaintyName(core.certainty)),
             qPrintable(lines[0]));
    QVERIFY(labelsOf(screen).contains(text::certaintyName(core.certainty)));
}

void TestFeedbackEvidence::withoutAnOpinionThereIsNoLine() {
    auto graded = gradedBall(false);
    const auto linesOf = [&] {
        QStringList names;
        for (const auto& row :
             text::measuredRows({graded.answer, graded.truth, graded.feedback, &*graded.measured}))
            names << row.name;
        return names;
    };
    QVERIFY(linesOf().contains(QStringLiteral("Grade from the numbers")));
    graded.feedback.core.reset();
    QVERIFY(!linesOf().contains(QStringLiteral("Grade from the numbers")));
}

void TestFeedbackEvidence::theStageSaysWhatTheCallsWouldHaveGiven() {
    auto graded = gradedBall(true);
    graded.tnm.assign(2, {});
    graded.tnm[0].edition = Edition::Tnm8;
    graded.tnm[0].reference.category = "cN3b";
    graded.tnm[1].edition = Edition::Tnm9;
    graded.tnm[1].reference.category = "cN2";
    MarksPanel panel;
    panel.setGraded(graded);
    // No call was given for every node: nothing is said of it.
    QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("tnmChange")));
    QVERIFY(labelsOf(panel).contains(QStringLiteral("the editions differ here")));
    graded.tnm[0].call.emplace().category = "cN2b";
    graded.tnm[1].call.emplace().category = "cN2";
    panel.setGraded(graded);
    QCOMPARE(find<QLabel>(panel, "tnmChange")->text(), text::tnmChangeSentence(graded.tnm));
    QVERIFY(find<QLabel>(panel, "tnmChange")->text().contains(QStringLiteral("N2b in TNM8")));
    graded.tnm.clear();
    panel.setGraded(graded);
    QVERIFY(!labelsOf(panel).contains(QStringLiteral("TNM8")));
}

QTEST_MAIN(TestFeedbackEvidence)
#include "tst_feedback_evidence.moc"
