#include "support/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chart_view.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/gallery.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/mark_row.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/range_slider.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include <QSignalSpy>
#include <QTest>

using namespace nodewise::widgets;

class TestControls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void choiceStartsEmptyAndASecondPressClears();
    void choiceMovesByArrowAndChoosesBySpace();
    void segmentsAreRadioButtonsForTheScreenReader();
    void reasonNeedsAnAnswer();
    void scaleStartsNotGivenAndFirstStepIsFifty();
    void scaleTakesTypedDigits_data();
    void scaleTakesTypedDigits();
    void scaleClickFollowsTheTrack();
    void ringOnlyFromTheKeyboard();
    void markRowReadsAsOneSentence();
    void longTextKeepsWholeTextInTooltip();
    void toastOffersUndoAndGoesAway();
    void progressOffersCancelAfterAWhile();
    void chartPointsAreSpoken();
    void rangeNeverCrosses();
    void galleryPassesTheAccessibilityCheck();
    void galleryHasNoClippedLabels();

private:
    KeyboardFocus m_focus;
};

void TestControls::initTestCase() {
    applyTheme(*qApp, ThemeKind::Reading);
    qApp->installEventFilter(&m_focus);
}

static SegmentedChoice* makeChoice(QWidget* parent = nullptr) {
    auto* choice = new SegmentedChoice(parent);
    choice->setObjectName(QStringLiteral("marginChoice"));
    choice->setLabel(QStringLiteral("Margin"));
    choice->setSegments(
        {{QStringLiteral("smooth"), QStringLiteral("Smooth"), QStringLiteral("Z"), {}},
         {QStringLiteral("irregular"), QStringLiteral("Irregular"), QStringLiteral("X"), {}},
         {QStringLiteral("indistinct"), QStringLiteral("Indistinct"), QStringLiteral("C"), {}}});
    return choice;
}

void TestControls::choiceStartsEmptyAndASecondPressClears() {
    const std::unique_ptr<SegmentedChoice> choice(makeChoice());
    choice->resize(300, 60);
    choice->show();
    QSignalSpy changed(choice.get(), &SegmentedChoice::chosenChanged);
    QVERIFY(!choice->chosen());
    auto* smooth = choice->findChild<SegmentButton*>(QStringLiteral("marginChoice_smooth"));
    QVERIFY(smooth);
    QTest::mouseClick(smooth, Qt::LeftButton);
    QCOMPARE(choice->chosen(), std::optional(0));
    QVERIFY(smooth->isChecked());
    QTest::mouseClick(smooth, Qt::LeftButton);
    QVERIFY(!choice->chosen());
    QVERIFY(!smooth->isChecked());
    QCOMPARE(changed.count(), 2);
    choice->setChosen(1);
    QCOMPARE(changed.count(), 2);
}

void TestControls::choiceMovesByArrowAndChoosesBySpace() {
    const std::unique_ptr<SegmentedChoice> choice(makeChoice());
    choice->show();
    QTest::keyClick(choice.get(), Qt::Key_Right);
    QTest::keyClick(choice.get(), Qt::Key_Right);
    QTest::keyClick(choice.get(), Qt::Key_Right);
    QVERIFY(!choice->chosen());
    QTest::keyClick(choice.get(), Qt::Key_Space);
    QCOMPARE(choice->chosen(), std::optional(2));
    QTest::keyClick(choice.get(), Qt::Key_Left);
    QTest::keyClick(choice.get(), Qt::Key_Space);
    QCOMPARE(choice->chosen(), std::optional(1));
}

void TestControls::segmentsAreRadioButtonsForTheScreenReader() {
    const std::unique_ptr<SegmentedChoice> choice(makeChoice());
    auto* segment = choice->findChild<SegmentButton*>(QStringLiteral("marginChoice_indistinct"));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(segment);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::RadioButton);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Indistinct"));
    QVERIFY(!spoken->state().checked);
    choice->setChosen(2);
    QVERIFY(spoken->state().checked);
}

void TestControls::reasonNeedsAnAnswer() {
    const std::unique_ptr<SegmentedChoice> choice(makeChoice());
    ReasonToggle* reason = choice->addReasonToggle();
    QCOMPARE(reason->objectName(), QStringLiteral("marginChoiceReason"));
    QVERIFY(!reason->isEnabled());
    choice->press(0);
    QVERIFY(reason->isEnabled());
    reason->click();
    QVERIFY(reason->isChecked());
    choice->press(0);
    QVERIFY(!reason->isEnabled());
    QVERIFY(!reason->isChecked());
}

void TestControls::scaleStartsNotGivenAndFirstStepIsFifty() {
    ProbabilityScale scale;
    scale.setLabel(QStringLiteral("ENE probability"));
    scale.show();
    QVERIFY(!scale.probability());
    QCOMPARE(scale.accessibleDescription(), QStringLiteral("not given"));
    QSignalSpy changed(&scale, &ProbabilityScale::probabilityChanged);
    QTest::keyClick(&scale, Qt::Key_BracketLeft);
    QCOMPARE(scale.probability(), std::optional(0.5));
    QTest::keyClick(&scale, Qt::Key_BracketRight);
    QCOMPARE(scale.probability(), std::optional(0.55));
    QTest::keyClick(&scale, Qt::Key_BracketRight, Qt::ShiftModifier);
    QCOMPARE(scale.probability(), std::optional(0.56));
    QTest::keyClick(&scale, Qt::Key_End);
    QTest::keyClick(&scale, Qt::Key_BracketRight);
    QCOMPARE(scale.probability(), std::optional(1.0));
    QTest::keyClick(&scale, Qt::Key_Delete);
    QVERIFY(!scale.probability());
    QCOMPARE(changed.count(), 6);
}

void TestControls::scaleTakesTypedDigits_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("expected");
    QTest::newRow("two digits") << QStringLiteral("72") << 0.72;
    QTest::newRow("hundred") << QStringLiteral("100") << 1.0;
    QTest::newRow("one digit") << QStringLiteral("5") << 0.05;
    QTest::newRow("a third digit starts anew") << QStringLiteral("723") << 0.03;
}

void TestControls::scaleTakesTypedDigits() {
    QFETCH(QString, typed);
    QFETCH(double, expected);
    ProbabilityScale scale;
    scale.show();
    QTest::keyClicks(&scale, typed);
    QVERIFY(scale.probability());
    QCOMPARE(*scale.probability(), expected);
}

void TestControls::scaleClickFollowsTheTrack() {
    ProbabilityScale scale;
    scale.resize(216, 66);  // Track from 8 to 208: two pixels a percent.
    scale.show();
    QTest::mouseClick(&scale, Qt::LeftButton, {}, QPoint(8 + 144, 36));
    QCOMPARE(scale.value(), 72);
    QTest::mouseClick(&scale, Qt::LeftButton, {}, QPoint(2, 36));
    QCOMPARE(scale.value(), 0);
}

void TestControls::ringOnlyFromTheKeyboard() {
    QWidget window;
    auto* button = new Button(QStringLiteral("aButton"), QStringLiteral("Practise"),
                              ButtonKind::Plain, &window);
    auto* other =
        new Button(QStringLiteral("other"), QStringLiteral("Other"), ButtonKind::Plain, &window);
    other->move(120, 0);
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button->setFocus(Qt::MouseFocusReason);
    QVERIFY(!hasKeyboardFocus(button));
    other->setFocus(Qt::TabFocusReason);
    QVERIFY(hasKeyboardFocus(other));
    QVERIFY(!hasKeyboardFocus(button));
    button->setFocus(Qt::ShortcutFocusReason);
    QVERIFY(hasKeyboardFocus(button));
    QVERIFY(!other->property("keyfocus").toBool());
}

void TestControls::markRowReadsAsOneSentence() {
    MarkRow row;
    row.setContents({MarkKind::Differs,
                     QStringLiteral("Grade"),
                     QStringLiteral("G1, 72 %"),
                     QStringLiteral("G3"),
                     {},
                     QStringLiteral("4 of 5 panel readers saw G3.")});
    QCOMPARE(row.accessibleName(), QStringLiteral("Grade, differs, you G1, 72 %, reference G3"));
    QCOMPARE(row.accessibleDescription(), QStringLiteral("4 of 5 panel readers saw G3."));
    QCOMPARE(row.sizeHint().height(), 56);
}

void TestControls::longTextKeepsWholeTextInTooltip() {
    ElideLabel label(TextStyle::Base, TextTone::Text);
    const QString text =
        QStringLiteral("58 m · base of tongue · p16+ · core biopsy 3 weeks before");
    label.setText(text);
    label.resize(100, 20);
    label.show();
    QVERIFY(label.isElided());
    QCOMPARE(label.toolTip(), text);
    QCOMPARE(label.accessibleName(), text);
    label.resize(800, 20);
    QVERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
}

void TestControls::toastOffersUndoAndGoesAway() {
    QWidget host;
    host.resize(800, 600);
    host.show();
    Toast toast(&host);
    QSignalSpy undone(&toast, &Toast::actionTriggered);
    toast.showMessage(QStringLiteral("Node 2 removed"), QStringLiteral("Undo"),
                      QStringLiteral("Ctrl Z"));
    QVERIFY(toast.isVisible());
    QCOMPARE(toast.geometry(), QRect(16, 600 - 44 - 16, 360, 44));
    host.resize(900, 700);
    QCOMPARE(toast.y(), 700 - 44 - 16);
    QTest::mouseClick(toast.findChild<Button*>(QStringLiteral("toastAction")), Qt::LeftButton);
    QCOMPARE(undone.count(), 1);
    QVERIFY(!toast.isVisible());
}

void TestControls::progressOffersCancelAfterAWhile() {
    ProgressStrip strip;
    strip.start(QStringLiteral("Reading 412 of 1,180 files"));
    auto* cancel = strip.findChild<Button*>(QStringLiteral("cancelJobButton"));
    QVERIFY(strip.isVisible());
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY(cancel->isVisible());
    QSignalSpy asked(&strip, &ProgressStrip::cancelRequested);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    strip.finish();
    QVERIFY(!strip.isVisible());
}

void TestControls::chartPointsAreSpoken() {
    ChartView view;
    ReliabilityChart chart;
    chart.points = {{0.1, 0.06, 0.01, 0.28, 16}, {0.72, 0.57, 0.33, 0.79, 14}};
    view.setChart(QStringLiteral("Reliability"), chart);
    view.resize(400, 300);
    view.show();
    QVERIFY(view.spoken().isEmpty());
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.spoken().contains(QStringLiteral("72")));
    QVERIFY(view.spoken().contains(QStringLiteral("14")));
    QCOMPARE(view.accessibleDescription(), view.spoken());
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.spoken().contains(QStringLiteral("72")));
}

void TestControls::rangeNeverCrosses() {
    RangeSlider slider;
    slider.setRange(1, 5);
    slider.show();
    QSignalSpy chosen(&slider, &RangeSlider::rangeChosen);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.chosenHigh(), 1);
    QTest::keyClick(&slider, Qt::Key_Right);
    QTest::keyClick(&slider, Qt::Key_Up);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.chosenLow(), 2);
    QCOMPARE(slider.chosenHigh(), 2);
    QCOMPARE(chosen.count(), 6);
}

void TestControls::galleryPassesTheAccessibilityCheck() {
    Gallery gallery;
    gallery.resize(1440, 900);
    gallery.show();
    QTRY_VERIFY(gallery.findChild<Button*>(QStringLiteral("cancelJobButton"))->isVisible());
    const QStringList faults = nodewise::tests::accessibilityFaults(&gallery);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const QStringList missed = nodewise::tests::notReachedByTab(&gallery);
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
}

void TestControls::galleryHasNoClippedLabels() {
    Gallery gallery;
    gallery.resize(1440, 900);
    gallery.show();
    const auto labels = gallery.findChildren<QLabel*>();
    QVERIFY(labels.size() > 10);
    for (const QLabel* label : labels)
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
    if (!folder.isEmpty())
        gallery.grab().save(folder + QStringLiteral("/components.png"));
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
