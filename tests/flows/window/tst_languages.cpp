// The whole window in its languages, and in one nobody speaks, a quarter longer than English: what
// was never given to a translator stands out there, and what has no room is cut.
#include "support/screen_round.h"
#include "support/text_survey.h"
#include <QtTest>

using namespace nodewise;
using tests::Program;

namespace {

/// What comes from packs, people and the computer: no translator ever sees it.
QStringList givenTexts(Program& program) {
    QStringList given{QStringLiteral("English"), QStringLiteral("Deutsch"), program.home()};
    for (const auto& entry : program.models().library.entries()) {
        const auto& history = entry.record.history;
        for (const std::string& own : {entry.record.title, history.primaryText,
                                       history.examinationText, entry.packName.toStdString()})
            if (!own.empty())
                given << QString::fromStdString(own);
    }
    return given;
}

/// What authors wrote, shown in the language they wrote it in: texts of a case, names of cards.
bool isAuthored(const QString& widget) {
    static const QRegularExpression name(
        QStringLiteral("\"(teachingText|teachingSources|cardButton\\w*)\""));
    return widget.contains(name);
}

}  // namespace

class TestLanguages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSurveyFindsRawWords();
    void everyTextHasRoom_data();
    void everyTextHasRoom();
    void everyTextIsTranslated();

private:
    QStringList m_raw;
};

// A survey that finds nothing anywhere would pass the window too.
void TestLanguages::theSurveyFindsRawWords() {
    const auto raw = [](const char* text) { return tests::rawWords(QString::fromUtf8(text), {}); };
    QCOMPARE(raw("Next node"), (QStringList{QStringLiteral("Next"), QStringLiteral("node")}));
    QCOMPARE(raw("⟦Ñéxt··⟧ node"), QStringList{QStringLiteral("node")});
    QVERIFY(raw("⟦Ñódé ⟦IIa⟧ of 2··⟧").isEmpty());
    QVERIFY(raw("12.4 mm × 3, −30 HU, G1, N2b, TNM9, IIb").isEmpty());
    QWidget window;
    QLabel label(QStringLiteral("too long for ten pixels"), &window);
    label.setFixedWidth(10);
    window.show();
    QCOMPARE(tests::clippedTexts(&window, true).size(), 1);
    QCOMPARE(tests::visibleTexts(&window).size(), 1);
}

// In this order: a language covers those before it.
void TestLanguages::everyTextHasRoom_data() {
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "de", "xx"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestLanguages::everyTextHasRoom() {
    QFETCH(const QString, language);
    const bool pseudo = language == QLatin1String("xx");
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    program.options.language = language;
    QVERIFY(program.start());
    QCOMPARE(program.window().size(), QSize(1440, 900));
    const QStringList given = givenTexts(program);
    QStringList clipped;
    QVERIFY(tests::goRoundScreens(program, [&](const char* name) {
        const QString screen = QLatin1String(name) + QStringLiteral(": ");
        for (const QString& one : tests::clippedTexts(&program.window(), !pseudo))
            clipped << screen + one;
        if (!pseudo)
            return;
        for (const auto& [widget, text] : tests::visibleTexts(&program.window()))
            if (!isAuthored(widget) && !tests::rawWords(text, given).isEmpty())
                m_raw << screen + widget + QStringLiteral(": ") + text;
    }));
    clipped.removeDuplicates();
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
}

void TestLanguages::everyTextIsTranslated() {
    m_raw.removeDuplicates();
    QVERIFY2(m_raw.isEmpty(), qPrintable(m_raw.join(u'\n')));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
