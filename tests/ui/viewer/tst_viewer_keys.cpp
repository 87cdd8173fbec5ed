// Keys that a person has moved: no key has two meanings, every view, bar and sheet follows.
#include "support/neck_phantom.h"
#include "ui/viewer/key_editor.h"
#include "ui/viewer/key_sheet.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/viewer/viewer_model.h"
#include "ui/widgets/buttons.h"
#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>

using namespace nodewise;
using namespace nodewise::viewer;

namespace {

KeyPlace place(char letter, bool shift = false) {
    return {QLatin1Char(letter), shift};
}

}  // namespace

class TestViewerKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void noKeyEverHasTwoMeanings();
    void everyCommandHasANameAWordAndAKeyThatActs();
    void keysSurviveTheirText_data();
    void keysSurviveTheirText();
    void aMovedKeyActsOnTheViews();
    void theLoupeEndsWithItsOwnKey();
    void theEditorTakesTheNextKey();
    void theEditorRefusesATakenKey();
    void theEditorTakesAnyKeyAndTakesAKeyAway();
    void twoKeysChangePlaces();
    void aLetterOfTwoPlacesGoesToBoth();
    void digitsAndBracketsCountByTheirPlace();
    void theSheetShowsTheMovedKey();
    void theProfileReachesEveryModel();
};

void TestViewerKeys::cleanup() {
    ViewerHabits::instance().setKeys({});
    ViewerHabits::instance().setMouseProfile(MouseProfile::WindowLeft);
}

void TestViewerKeys::noKeyEverHasTwoMeanings() {
    KeyMap keys;
    quint32 seed = 7;
    for (int n = 0; n < 500; ++n) {
        seed = seed * 1664525U + 1013904223U;
        const auto command = kMovableCommands[(seed >> 8) % kMovableCommands.size()];
        const KeyPlace key = place(static_cast<char>('A' + (seed >> 16) % 26), (seed >> 28) % 2);
        keys.assign(command, key);
        QCOMPARE(keys.command(key, scopeOf(command)), std::optional(command));
        for (const auto a : kMovableCommands)
            for (const auto b : kMovableCommands)
                QVERIFY(a == b || keys.key(a) != keys.key(b) || !keys.key(a).isSet() ||
                        !scopesMeet(scopeOf(a), scopeOf(b)));
    }
    QVERIFY(KeyMap::fromText(keys.toText()) == keys);
}

void TestViewerKeys::everyCommandHasANameAWordAndAKeyThatActs() {
    // Every command but Escape can be moved.
    QCOMPARE(static_cast<int>(kMovableCommands.size()), static_cast<int>(ViewerCommand::BrushTool));
    QSet<QString> words, names;
    for (const ViewerCommand command : kMovableCommands) {
        QVERIFY(!commandName(command).isEmpty());
        words << commandWord(command);
        names << commandName(command);
        // Whatever key it gets, that key means the command: here one that nothing has.
        KeyMap keys;
        keys.assign(command, {{}, false, false, Qt::Key_F9});
        ViewerHabits::instance().setKeys(keys);
        const QKeyEvent event(QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier);
        const KeyScope scope = scopeOf(command);
        QCOMPARE(scope == KeyScope::Views
                     ? viewerCommandFor(event)
                     : placeCommandFor(event, scope == KeyScope::Call ? KeyScope::Measure : scope),
                 std::optional(command));
        // And nothing where the command cannot be given.
        if (scope == KeyScope::Read)
            QVERIFY(!placeCommandFor(event, KeyScope::Measure) && !viewerCommandFor(event));
        QCOMPARE(keyText(keys.key(command)), QStringLiteral("F9"));
    }
    QCOMPARE(static_cast<std::size_t>(words.size()), kMovableCommands.size());
    QCOMPARE(static_cast<std::size_t>(names.size()), kMovableCommands.size());
}

void TestViewerKeys::keysSurviveTheirText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("as delivered") << QString() << QString();
    QTest::newRow("moved") << QStringLiteral("fit=+G loupe=+L")
                           << QStringLiteral("fit=+G loupe=+L");
    QTest::newRow("a letter of the call")
        << QStringLiteral("fit=G") << QStringLiteral("fit=G fat3=F");
    QTest::newRow("one letter, two places")
        << QStringLiteral("coalescence=B fat2=O") << QStringLiteral("fat2=O coalescence=B");
    QTest::newRow("signs")
        << QStringLiteral("less== more=[ one_less=+9 commit=Space maximise=Return")
        << QStringLiteral("maximise=Return less== more=[ one_less=+9 commit=Space");
    QTest::newRow("other keys") << QStringLiteral("fit=F4 zoom_in=^Up undo=^U loupe=none")
                                << QStringLiteral("fit=F4 loupe=none zoom_in=^Up undo=^U");
    QTest::newRow("changed places")
        << QStringLiteral("thinner=E thicker=Q") << QStringLiteral("thinner=E thicker=Q");
    QTest::newRow("nonsense") << QStringLiteral("fit=Q5 up=A = loupe x=y=z fit=") << QString();
    QTest::newRow("one key for two")
        << QStringLiteral("fit=G reset=G") << QStringLiteral("fit=R reset=G fat3=F");
}

void TestViewerKeys::keysSurviveTheirText() {
    QFETCH(const QString, text);
    QFETCH(const QString, kept);
    QCOMPARE(KeyMap::fromText(text).toText(), kept);
}

void TestViewerKeys::aMovedKeyActsOnTheViews() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(300, 300);
    KeyMap keys;
    keys.assign(ViewerCommand::Invert, place('I', true));
    ViewerHabits::instance().setKeys(keys);
    QTest::keyClick(&axial, Qt::Key_I);
    QVERIFY(!model.window().inverted);
    QTest::keyClick(&axial, Qt::Key_I, Qt::ShiftModifier);
    QVERIFY(model.window().inverted);
    // What no letter has is the same as before.
    const double z = model.cursor().z;
    QTest::keyClick(&axial, Qt::Key_Up);
    QVERIFY(model.cursor().z > z);
}

void TestViewerKeys::theLoupeEndsWithItsOwnKey() {
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    SliceView axial(&model, ViewPlane::Axial);
    axial.resize(300, 300);
    KeyMap keys;
    keys.assign(ViewerCommand::Loupe, place('Z', true));
    ViewerHabits::instance().setKeys(keys);
    QTest::keyPress(&axial, Qt::Key_Z, Qt::ShiftModifier);
    QVERIFY(axial.loupe());
    QTest::keyRelease(&axial, Qt::Key_Z);
    QVERIFY(!axial.loupe());
}

void TestViewerKeys::theEditorTakesTheNextKey() {
    KeyEditor editor({});
    editor.show();
    auto* fit = editor.findChild<widgets::Button*>(QStringLiteral("key_fit"));
    QVERIFY(fit);
    QCOMPARE(fit->text(), QStringLiteral("F"));
    QTest::mouseClick(fit, Qt::LeftButton);
    QTest::keyClick(fit, Qt::Key_G);
    QCOMPARE(ViewerHabits::instance().keys().key(ViewerCommand::Fit), place('G'));
    QCOMPARE(fit->text(), QStringLiteral("G"));
    QVERIFY(fit->accessibleName().contains(QLatin1Char('G')));
    // Escape leaves it, and nothing waits any more.
    QTest::mouseClick(fit, Qt::LeftButton);
    QTest::keyClick(fit, Qt::Key_Escape);
    QTest::keyClick(fit, Qt::Key_H);
    QCOMPARE(ViewerHabits::instance().keys().key(ViewerCommand::Fit), place('G'));
    editor.reset();
    QCOMPARE(ViewerHabits::instance().keys(), KeyMap());
    QCOMPARE(fit->text(), QStringLiteral("F"));
}

void TestViewerKeys::theEditorRefusesATakenKey() {
    KeyEditor editor([](const QKeyEvent& event) -> std::optional<TakenKey> {
        if (event.key() != Qt::Key_V || event.modifiers() != Qt::NoModifier)
            return std::nullopt;
        return TakenKey{QStringLiteral("Perinodal fat"), QStringLiteral("Read")};
    });
    editor.show();
    auto* fit = editor.findChild<widgets::Button*>(QStringLiteral("key_fit"));
    auto* note = editor.findChild<QLabel*>(QStringLiteral("keyEditorNote"));
    QTest::mouseClick(fit, Qt::LeftButton);
    QTest::keyClick(fit, Qt::Key_V);
    QCOMPARE(ViewerHabits::instance().keys(), KeyMap());
    QVERIFY2(note->text().contains(QLatin1String("Perinodal fat")) &&
                 note->text().contains(QLatin1String("Read")),
             qPrintable(note->text()));
    // It still waits: the same letter with Shift is free.
    QTest::keyClick(fit, Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(ViewerHabits::instance().keys().key(ViewerCommand::Fit), place('V', true));
    QCOMPARE(fit->text(), QStringLiteral("Shift + V"));
}

void TestViewerKeys::theEditorTakesAnyKeyAndTakesAKeyAway() {
    KeyEditor editor({});
    editor.show();
    auto* ruler = editor.findChild<widgets::Button*>(QStringLiteral("key_ruler"));
    QTest::mouseClick(ruler, Qt::LeftButton);
    QTest::keyClick(ruler, Qt::Key_Space);
    const KeyMap& keys = ViewerHabits::instance().keys();
    QCOMPARE(keys.key(ViewerCommand::RulerTool), (KeyPlace{{}, false, false, Qt::Key_Space}));
    // Space was "one view alone": the two have changed places.
    QCOMPARE(keys.key(ViewerCommand::Maximise), place('M', true));
    QTest::mouseClick(ruler, Qt::LeftButton);
    QTest::keyClick(ruler, Qt::Key_Backspace);
    QVERIFY(!keys.key(ViewerCommand::RulerTool).isSet());
    QCOMPARE(ruler->text(), QStringLiteral("–"));
    // A window preset and a key with Ctrl.
    auto* neck = editor.findChild<widgets::Button*>(QStringLiteral("key_preset2"));
    QTest::mouseClick(neck, Qt::LeftButton);
    QTest::keyClick(neck, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(keyText(keys.key(ViewerCommand::Preset2)), QStringLiteral("Ctrl + B"));
    ViewerModel model;
    model.setVolume(test::makeNeckPhantom().volume);
    model.setWindow({77, 7, false});
    SliceView axial(&model, ViewPlane::Axial);
    QTest::keyClick(&axial, Qt::Key_2);
    QCOMPARE(model.window().width, 77.0);
    QTest::keyClick(&axial, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(model.window().width, 350.0);
}

void TestViewerKeys::twoKeysChangePlaces() {
    KeyEditor editor({});
    editor.show();
    auto* thinner = editor.findChild<widgets::Button*>(QStringLiteral("key_thinner"));
    QTest::mouseClick(thinner, Qt::LeftButton);
    QTest::keyClick(thinner, Qt::Key_E);
    const KeyMap& keys = ViewerHabits::instance().keys();
    QCOMPARE(keys.key(ViewerCommand::SlabThinner), place('E'));
    QCOMPARE(keys.key(ViewerCommand::SlabThicker), place('Q'));
    const QString note = editor.findChild<QLabel*>(QStringLiteral("keyEditorNote"))->text();
    QVERIFY2(note.contains(QLatin1String("Thinner")) && note.contains(QLatin1String("Thicker")),
             qPrintable(note));
}

void TestViewerKeys::aLetterOfTwoPlacesGoesToBoth() {
    // O is coalescence in Read and the outline in Measure; Fit works in both.
    KeyMap keys;
    const auto moved = keys.assign(ViewerCommand::Fit, place('O'));
    QCOMPARE(moved.size(), std::size_t{2});
    QCOMPARE(keys.key(ViewerCommand::Coalescence), place('F'));
    QCOMPARE(keys.key(ViewerCommand::NodeTool), place('F'));
    // And back: the one that never meets the other keeps its letter.
    keys.assign(ViewerCommand::Coalescence, place('O'));
    QCOMPARE(keys.key(ViewerCommand::Fit), place('F'));
    QCOMPARE(keys.key(ViewerCommand::NodeTool), place('O'));
    QVERIFY(keys == KeyMap());
}

void TestViewerKeys::digitsAndBracketsCountByTheirPlace() {
    const auto meant = [](int key, Qt::KeyboardModifiers modifiers, quint32 scan) {
        const QKeyEvent event(QEvent::KeyPress, key, modifiers, scan, 0, 0);
        return placeCommandFor(event, KeyScope::Read);
    };
    using C = ViewerCommand;
    // Shift + 2 prints a quotation mark on QWERTZ; the keys right of P print Ü and +.
    QCOMPARE(meant(Qt::Key_QuoteDbl, Qt::ShiftModifier, 11), std::optional(C::Grade2));
    QCOMPARE(meant(Qt::Key_Exclam, Qt::ShiftModifier, 0), std::optional(C::Grade1));
    QCOMPARE(meant(Qt::Key_Udiaeresis, Qt::NoModifier, 34), std::optional(C::ProbabilityLess));
    QCOMPARE(meant(Qt::Key_Plus, Qt::NoModifier, 35), std::optional(C::ProbabilityMore));
    QCOMPARE(meant(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::AltModifier, 17),
             std::optional(C::ProbabilityLess));
    QCOMPARE(meant(Qt::Key_BraceRight, Qt::ShiftModifier, 0), std::optional(C::ProbabilityOneMore));
    QCOMPARE(meant(Qt::Key_Enter, Qt::KeypadModifier, 0), std::optional(C::CommitCall));
    QVERIFY(!meant(Qt::Key_2, Qt::NoModifier, 11));
}

void TestViewerKeys::theSheetShowsTheMovedKey() {
    QWidget window;
    window.resize(900, 700);
    KeySheet sheet(
        QStringLiteral("sheet"), [] { return QList{viewerKeyGroup()}; }, &window);
    window.show();
    const auto shown = [&](const QString& text) {
        for (const auto* label : sheet.findChildren<QLabel*>())
            if (label->text() == text)
                return true;
        return false;
    };
    sheet.toggle();
    QVERIFY(sheet.isVisible());
    QVERIFY(shown(QStringLiteral("L")));
    QVERIFY(window.rect().contains(sheet.geometry()));
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(!sheet.isVisible());
    KeyMap keys;
    keys.assign(ViewerCommand::Loupe, place('L', true));
    ViewerHabits::instance().setKeys(keys);
    sheet.toggle();
    QVERIFY(shown(QStringLiteral("Shift + L")));
    QVERIFY(!shown(QStringLiteral("L")));
}

void TestViewerKeys::theProfileReachesEveryModel() {
    ViewerModel before;
    ViewerHabits::instance().setMouseProfile(MouseProfile::ScrollLeft);
    ViewerModel after;
    QCOMPARE(before.mouseProfile(), MouseProfile::ScrollLeft);
    QCOMPARE(after.mouseProfile(), MouseProfile::ScrollLeft);
    for (const MouseProfile profile : kMouseProfiles)
        QCOMPARE(profileOf(profileWord(profile)), profile);
    QCOMPARE(profileOf(QStringLiteral("none")), MouseProfile::WindowLeft);
}

QTEST_MAIN(TestViewerKeys)
#include "tst_viewer_keys.moc"
