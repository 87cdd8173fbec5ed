// The call itself: each answer by key and by hand, and what is still missing.
#include "support/read_desk.h"
#include "ui/read/call_keys.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace nodewise;
using models::ReadingState;
using Desk = tests::ReadDesk;
using namespace nodewise::widgets;

namespace {

/// Scan codes of X11: the place of a key, whatever is printed on it.
void pressPlace(QWidget* widget, quint32 scan, int key) {
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, scan, 0, 0);
    QCoreApplication::sendEvent(widget, &press);
}

}  // namespace

class TestCallPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Reading); }
    void preselectsNothing();
    void cleanup() { viewer::ViewerHabits::instance().setKeys({}); }
    void movedKeysAnswerAndAreShown();
    void takesTheWholeCallFromTheKeyboard();
    void aSecondPressClears();
    void reasonsOnlyWithAnAnswer();
    void commitSaysWhatIsMissing();
    void lettersFollowTheirPlaceOnQwertz();
    void lettersRestWhileTyping();
    void comboBoxesLetLettersPass();
    void thePairGivesTheSizes();
    void typedSizesAreChecked();
};

void TestCallPanel::preselectsNothing() {
    Desk desk;
    desk.open();
    for (const auto* choice : desk.screen.findChildren<SegmentedChoice*>())
        QVERIFY2(!choice->chosen(), qPrintable(choice->objectName()));
    for (const auto* check : desk.screen.findChildren<CheckRow*>())
        QVERIFY2(!check->isChecked(), qPrintable(check->objectName()));
    QVERIFY(!desk.find<ProbabilityScale>("probabilityScale")->isGiven());
    QCOMPARE(desk.find<ComboBox>("nCategoryCombo")->currentIndex(), -1);
    QCOMPARE(desk.find<ComboBox>("structureCombo")->currentIndex(), -1);
    QVERIFY(desk.find<QLineEdit>("shortField")->text().isEmpty());
    QVERIFY(desk.model.draft() == NodeCall{});
}

void TestCallPanel::movedKeysAnswerAndAreShown() {
    tests::ReadDesk desk;
    desk.open();
    viewer::KeyMap keys;
    using C = viewer::ViewerCommand;
    keys.assign(C::MarginSecond, {QLatin1Char('L')});
    keys.assign(C::Grade2, {{}, false, false, Qt::Key_F8});
    keys.assign(C::ProbabilityMore, {{}, true, false, Qt::Key_PageUp});
    viewer::ViewerHabits::instance().setKeys(keys);
    desk.press(Qt::Key_X);  // Now the magnifier's.
    QVERIFY(!desk.chosen("marginChoice").has_value());
    desk.press(Qt::Key_L);
    QCOMPARE(desk.chosen("marginChoice"), std::optional(1));
    desk.press(Qt::Key_2, Qt::ShiftModifier);
    QVERIFY(!desk.chosen("gradeChoice").has_value());
    desk.press(Qt::Key_F8);
    QCOMPARE(desk.chosen("gradeChoice"), std::optional(2));
    desk.press(Qt::Key_PageUp, Qt::ShiftModifier);
    QVERIFY(desk.model.draft().probability.has_value());
    QCOMPARE(read::printedKeys(read::CallQuestion::Margin).at(1), QStringLiteral("L"));
    QVERIFY(read::printedKeys(read::CallQuestion::Grade).at(2).isEmpty());
}

void TestCallPanel::takesTheWholeCallFromTheKeyboard() {
    Desk desk;
    desk.open();
    desk.screen.viewerModel().setCursor({1, 2, 3});
    desk.find<viewer::SliceView>("sliceViewAxial")->setFocus();
    desk.press(Qt::Key_Insert);
    desk.press(Qt::Key_BracketRight);
    desk.press(Qt::Key_BracketRight);
    desk.press(Qt::Key_BracketLeft, Qt::ShiftModifier);
    desk.press(Qt::Key_1, Qt::ShiftModifier);
    desk.press(Qt::Key_C);
    desk.press(Qt::Key_B);
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_P);
    desk.press(Qt::Key_O);
    const NodeCall call = desk.model.draft();
    QVERIFY(call.mark.has_value());
    QCOMPARE(*call.probability, 0.54);
    QVERIFY(call.grade == Grade::G1);
    QVERIFY(call.margin == Margin::Indistinct);
    QVERIFY(call.fat == PerinodalFat::Stranded);
    QVERIFY(call.contact && call.contact->kind == Adjacency::Contact);
    QVERIFY(call.necrosis == true);
    QVERIFY(call.coalescence == true);
    QVERIFY(!call.cystic);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.model.state(), ReadingState::Reviewing);
    QVERIFY(desk.services.kept.back().answer.grade == Grade::G1);
}

void TestCallPanel::aSecondPressClears() {
    Desk desk;
    desk.open();
    desk.press(Qt::Key_Z);
    QVERIFY(desk.chosen("marginChoice") == 0);
    desk.press(Qt::Key_Z);
    QVERIFY(!desk.chosen("marginChoice"));
    QVERIFY(!desk.model.draft().margin);
}

void TestCallPanel::reasonsOnlyWithAnAnswer() {
    Desk desk;
    desk.open();
    for (const char* name : {"marginChoiceReason", "fatChoiceReason", "contactChoiceReason",
                             "alsoReason", "sizeReason"})
        QVERIFY2(!desk.find<ReasonToggle>(name)->isEnabled(), name);
    desk.press(Qt::Key_X);
    auto* reason = desk.find<ReasonToggle>("marginChoiceReason");
    QVERIFY(reason->isEnabled());
    QTest::mouseClick(reason, Qt::LeftButton);
    QVERIFY(desk.model.draft().reasons == std::vector{Feature::Margin});
    desk.press(Qt::Key_P);
    QTest::mouseClick(desk.find<ReasonToggle>("alsoReason"), Qt::LeftButton);
    QVERIFY((desk.model.draft().reasons == std::vector{Feature::Margin, Feature::Necrosis}));
    desk.press(Qt::Key_X);
    QVERIFY(desk.model.draft().reasons == std::vector{Feature::Necrosis});
    QVERIFY(!reason->isEnabled());
    QVERIFY(!reason->isChecked());
}

void TestCallPanel::commitSaysWhatIsMissing() {
    Desk desk;
    desk.open();
    auto* commit = desk.find<QPushButton>("submitCallButton");
    auto* gaps = desk.find<QLabel>("callGaps");
    QVERIFY(!commit->isEnabled());
    QVERIFY(gaps->text().contains(QStringLiteral("Mark the node")));
    QVERIFY(gaps->text().contains(QStringLiteral("Give the ENE probability")));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.services.kept.empty());
    desk.mark();
    desk.press(Qt::Key_BracketLeft);
    QVERIFY(!gaps->text().contains(QStringLiteral("Mark the node")));
    QCOMPARE(gaps->text(), QStringLiteral("Choose the iENE grade."));
    QVERIFY(!commit->isEnabled());
    desk.press(Qt::Key_0, Qt::ShiftModifier);
    QVERIFY(commit->isEnabled());
    QVERIFY(!gaps->isVisible());
    QVERIFY(desk.find<QLabel>("callSummary")->text().startsWith(QStringLiteral("G0 at 50")));
}

void TestCallPanel::lettersFollowTheirPlaceOnQwertz() {
    Desk desk;
    desk.open();
    // On QWERTZ the key left of X prints Y, the key right of T prints Z.
    pressPlace(&desk.screen, 52, Qt::Key_Y);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    QVERIFY(!desk.model.draft().cystic);
    pressPlace(&desk.screen, 29, Qt::Key_Z);
    QVERIFY(desk.model.draft().cystic == true);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    // Brackets and digits by place as well: ü, + and = with Shift.
    pressPlace(&desk.screen, 34, Qt::Key_Udiaeresis);
    QCOMPARE(*desk.model.draft().probability, 0.5);
    pressPlace(&desk.screen, 35, Qt::Key_Plus);
    QCOMPARE(*desk.model.draft().probability, 0.55);
    QKeyEvent shiftZero(QEvent::KeyPress, Qt::Key_Equal, Qt::ShiftModifier, 19, 0, 0);
    QCoreApplication::sendEvent(&desk.screen, &shiftZero);
    QVERIFY(desk.model.draft().grade == Grade::G0);
}

void TestCallPanel::lettersRestWhileTyping() {
    Desk desk;
    desk.open();
    auto* next = desk.find<QLineEdit>("nextStepField");
    next->setFocus();
    QTest::keyClicks(next, QStringLiteral("biopsy zx"));
    QCOMPARE(next->text(), QStringLiteral("biopsy zx"));
    QVERIFY(!desk.model.draft().margin);
    QVERIFY(!desk.model.draft().necrosis);
    QCOMPARE(desk.model.caseAnswer().nextStep, std::string("biopsy zx"));
}

void TestCallPanel::comboBoxesLetLettersPass() {
    Desk desk;
    desk.open();
    auto* levels = desk.find<ComboBox>("levelCombo");
    const int before = levels->currentIndex();
    QTest::keyClick(levels, Qt::Key_Z);
    QCOMPARE(levels->currentIndex(), before);
    QVERIFY(desk.model.draft().margin == Margin::Smooth);
    auto* list = desk.find<QListView>("nodeList");
    QTest::keyClick(list, Qt::Key_X);
    QVERIFY(desk.model.draft().margin == Margin::Irregular);
}

void TestCallPanel::thePairGivesTheSizes() {
    Desk desk;
    desk.open();
    desk.mark();
    auto pair = viewer::makePair({-10, 0, 0}, {11.5, 0, 0}, {0, 0, 1});
    desk.screen.viewerModel().addMeasurement(pair);
    QCOMPARE(*desk.model.draft().longAxisMm, 21.5);
    QVERIFY(desk.model.draft().shortAxisMm.has_value());
    QVERIFY(desk.find<QLineEdit>("longField")->text().startsWith(QStringLiteral("21.5")));
    desk.screen.viewerModel().undoStack()->undo();
    QVERIFY(!desk.model.draft().longAxisMm);
}

void TestCallPanel::typedSizesAreChecked() {
    Desk desk;
    desk.open();
    auto* field = desk.find<QLineEdit>("longField");
    QTest::keyClicks(field, QStringLiteral("140"));
    auto* gaps = desk.find<QLabel>("callGaps");
    QVERIFY(gaps->text().contains(QStringLiteral("Check the unit")));
    QVERIFY(field->property("invalid").toBool());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("14,5"));
    QCOMPARE(*desk.model.draft().longAxisMm, 14.5);
    QVERIFY(!field->property("invalid").toBool());
    QTest::keyClicks(desk.find<QLineEdit>("shortField"), QStringLiteral("20"));
    QVERIFY(gaps->text().contains(QStringLiteral("longer than the long one")));
}

QTEST_MAIN(TestCallPanel)
#include "tst_call_panel.moc"
