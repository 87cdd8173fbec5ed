#include "ui/text/error_text.h"
#include "ui/text/term_text.h"
#include <QSet>
#include <QTest>

using namespace nodewise;
using namespace nodewise::text;

namespace {

/// Every term of a list has words of its own.
template <class T, class Say>
void checkList(Say say) {
    QSet<QString> seen;
    for (const auto& [term, spelling] : allWords<T>()) {
        const QString text = say(term);
        QVERIFY2(!text.isEmpty(), std::string(spelling).c_str());
        QVERIFY2(!seen.contains(text), std::string(spelling).c_str());
        seen.insert(text);
    }
}

constexpr ErrorCode kAllErrors[] = {
#define NODEWISE_LISTED(name) ErrorCode::name,
    NODEWISE_ERROR_CODES(NODEWISE_LISTED)
#undef NODEWISE_LISTED
};

}  // namespace

class TestTermText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachTermHasItsOwnWords();
    void namesLevelsAndSides();
    void namesStructuresWithTheirSide_data();
    void namesStructuresWithTheirSide();
    void eachTraineeErrorHasACard();
    void eachErrorHasASentence();
    void errorsNameFileAndPlace();
    void errorsWithoutAFileReadWell();
};

void TestTermText::eachTermHasItsOwnWords() {
    checkList<Site>(siteName);
    checkList<P16Status>(p16Name);
    checkList<BiopsyKind>(biopsyName);
    checkList<Side>(sideName);
    checkList<Side>(sideLetter);
    checkList<PrimarySide>(primarySideName);
    checkList<Level>(levelName);
    checkList<StructureKind>(structureKindName);
    checkList<Grade>(gradeName);
    checkList<Grade>(gradeWord);
    checkList<Grade>(gradeMeaning);
    checkList<Certainty>(certaintyName);
    checkList<Margin>(marginName);
    checkList<PerinodalFat>(fatName);
    checkList<Adjacency>(adjacencyName);
    checkList<Feature>(featureName);
    checkList<ImageQuality>(qualityName);
    checkList<Edition>(editionName);
    checkList<PathologicalEne>(peneName);
    checkList<TruthKind>(truthKindName);
    checkList<Mark>(markName);
    checkList<Verdict>(verdictName);
}

void TestTermText::namesLevelsAndSides() {
    QCOMPARE(sideLevel(Side::Left, Level::IIa), QStringLiteral("left IIa"));
    QCOMPARE(sideLevelTitle(Side::Left, Level::IIa), QStringLiteral("Left IIa"));
    QCOMPARE(sideLevelShort(Side::Right, Level::III), QStringLiteral("R III"));
    QCOMPARE(levelName(Level::VIIa), QStringLiteral("retropharyngeal"));
}

void TestTermText::namesStructuresWithTheirSide_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("muscle") << QStringLiteral("sternocleidomastoid_left")
                            << QStringLiteral("left sternocleidomastoid");
    QTest::newRow("vein") << QStringLiteral("internal_jugular_vein_right")
                          << QStringLiteral("right internal jugular vein");
    QTest::newRow("midline") << QStringLiteral("hyoid") << QStringLiteral("hyoid");
    QTest::newRow("not in the list")
        << QStringLiteral("stylohyoid_left") << QStringLiteral("left stylohyoid");
}

void TestTermText::namesStructuresWithTheirSide() {
    QFETCH(QString, code);
    QFETCH(QString, expected);
    QCOMPARE(structureName(code.toStdString()), expected);
}

void TestTermText::eachTraineeErrorHasACard() {
    checkList<TraineeError>(traineeErrorTitle);
    checkList<TraineeError>(traineeErrorRemedy);
    for (const auto& [error, spelling] : allWords<TraineeError>()) {
        const QString card = traineeErrorRemedy(error);
        QVERIFY2(card.endsWith(QLatin1Char('.')), std::string(spelling).c_str());
        QVERIFY2(!card.contains(QLatin1String("treat with")), std::string(spelling).c_str());
    }
}

void TestTermText::eachErrorHasASentence() {
    QSet<QString> seen;
    for (const ErrorCode code : kAllErrors) {
        const Error error{code, "detail", "/data/neck/CT 0012.dcm", ""};
        const QString sentence = errorSentence(error);
        const char* name = errorWord(code).data();
        QVERIFY2(!sentence.isEmpty(), name);
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), name);
        QVERIFY2(!sentence.contains(QLatin1Char('%')), name);
        QVERIFY2(!sentence.contains(QLatin1Char('!')), name);
        QVERIFY2(!seen.contains(sentence), name);
        QVERIFY2(!errorTitle(errorKindOf(code)).isEmpty(), name);
        seen.insert(sentence);
    }
}

void TestTermText::errorsNameFileAndPlace() {
    const Error error{ErrorCode::TagMissing, "Rows missing", "/data/neck/CT 0012.dcm",
                      "(0028,0010)"};
    const QString sentence = errorSentence(error);
    QVERIFY(sentence.startsWith(QStringLiteral("CT 0012.dcm lacks")));
    QVERIFY(sentence.contains(QStringLiteral("(0028,0010)")));
    QVERIFY(!sentence.contains(QStringLiteral("/data")));
    QVERIFY(errorSentence({ErrorCode::NotDicom, "", "/data/neck/", ""})
                .startsWith(QStringLiteral("neck is not")));
}

void TestTermText::errorsWithoutAFileReadWell() {
    const QString sentence = errorSentence({ErrorCode::NoPixelData, "", "", ""});
    QVERIFY(sentence.startsWith(QStringLiteral("This file holds")));
}

QTEST_APPLESS_MAIN(TestTermText)
#include "tst_term_text.moc"
