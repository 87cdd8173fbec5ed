#include "evidence/likelihoods.h"
#include "evidence/support.h"
#include "ui/text/evidence_text.h"
#include "ui/text/feedback_text.h"
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace nodewise;
using namespace nodewise::text;
using feedback::FeedbackItem;

namespace {

FeedbackItem item(const char* code, std::map<std::string, feedback::ItemValue> values = {}) {
    FeedbackItem made;
    made.code = code;
    made.values = std::move(values);
    return made;
}

QString sourceOf(const QString& file) {
    QFile source(QStringLiteral(NODEWISE_SOURCE_DIR) + QLatin1Char('/') + file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file));
    return QString::fromUtf8(source.readAll());
}

/// All first groups of a pattern in the sources of a folder.
QStringList wordsIn(const QString& folder, const QString& pattern) {
    QStringList words;
    const QRegularExpression search(pattern);
    const QDir dir(QStringLiteral(NODEWISE_SOURCE_DIR) + QLatin1Char('/') + folder);
    for (const QString& file : dir.entryList({QStringLiteral("*.cpp"), QStringLiteral("*.json")})) {
        auto found = search.globalMatch(sourceOf(folder + QLatin1Char('/') + file));
        while (found.hasNext())
            words << found.next().captured(1);
    }
    words.removeDuplicates();
    return words;
}

}  // namespace

class TestFeedbackText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void eachFindingGapAndFlagHasWords();
    void eachSignOfTheTableHasAName();
    void eachStagingRuleHasASentence();
    void eachStagingNoteHasASentence();
    void eachStepOfTheTraceHasASentence();
    void eachItemOfTheCoreHasASentence();
    void saysItemsInNumbers_data();
    void saysItemsInNumbers();
    void saysWhatTheCallsWouldHaveMadeOfTheStage();
    void neverSaysTreatWith();
};

void TestFeedbackText::eachFindingGapAndFlagHasWords() {
    for (const auto& [code, spelling] : allWords<evidence::FindingCode>())
        QVERIFY2(!findingName(code).isEmpty(), std::string(spelling).c_str());
    for (const auto& [gap, spelling] : allWords<measure::Gap>())
        QVERIFY2(!gapReason(gap).isEmpty(), std::string(spelling).c_str());
    for (const auto& [flag, spelling] : allWords<measure::QualityFlag>())
        QVERIFY2(!qualityFlagSentence(flag).isEmpty(), std::string(spelling).c_str());
}

void TestFeedbackText::eachSignOfTheTableHasAName() {
    QVERIFY(!evidence::likelihoods().empty());
    auto rows = evidence::likelihoods();
    rows.insert(rows.end(), evidence::supportRows().begin(), evidence::supportRows().end());
    for (const auto& row : rows) {
        // The words are those of the table, or the table was changed without them.
        QCOMPARE(sourceSentence(row), QString::fromStdString(row.source));
        const QString name = signName(row);
        QVERIFY2(!name.isEmpty() && !name.startsWith(QLatin1Char(',')), row.id.c_str());
        QVERIFY2(!sourceName(row).isEmpty(), row.id.c_str());
    }
}

void TestFeedbackText::eachStagingRuleHasASentence() {
    const QDir rules(QStringLiteral(NODEWISE_SOURCE_DIR "/core/staging/rules"));
    int seen = 0;
    for (const QString& file : rules.entryList({QStringLiteral("*.json")})) {
        const auto json = QJsonDocument::fromJson(
            sourceOf(QStringLiteral("core/staging/rules/") + file).toUtf8());
        for (const auto& rule : json.object().value(QLatin1String("rules")).toArray()) {
            const QString id = rule.toObject().value(QLatin1String("id")).toString();
            QVERIFY2(!stagingRuleSentence(id.toStdString()).isEmpty(),
                     qPrintable(file + QLatin1Char(' ') + id));
            ++seen;
        }
    }
    QVERIFY(seen > 40);
}

void TestFeedbackText::eachStagingNoteHasASentence() {
    const QStringList codes =
        wordsIn(QStringLiteral("core/staging"), QStringLiteral("\\bnote\\(\"([a-z0-9_]+)\""));
    QVERIFY(codes.size() > 3);
    for (const QString& code : codes) {
        const QString sentence = stagingNoteSentence({code.toStdString(), {"UICC9", "N3b"}});
        QVERIFY2(!sentence.isEmpty(), qPrintable(code));
        QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
    }
}

void TestFeedbackText::eachStepOfTheTraceHasASentence() {
    const QStringList rules = wordsIn(QStringLiteral("core/evidence"),
                                      QStringLiteral("\"((?:G[0-3]|quality|biopsy)\\.[a-z_]+)\""));
    QVERIFY(rules.size() >= 7);
    for (const QString& rule : rules)
        QVERIFY2(knownTraceRules().contains(rule), qPrintable(rule));
    const evidence::TraceStep recorded{
        "not_a_criterion", evidence::FindingCode::Necrosis, 1, false, {}};
    QCOMPARE(traceSentence(recorded), QStringLiteral("Recorded, no criterion: necrosis"));
}

void TestFeedbackText::eachItemOfTheCoreHasASentence() {
    // Codes are written as literals where an item is made: item("…"), make("…"), add("…"), code =
    // "…".
    const QStringList codes =
        wordsIn(QStringLiteral("core/feedback"),
                QStringLiteral("(?:\\bitem\\(|\\bmake\\(|\\badd\\(|\\.code = )\"([a-z0-9_]+)\""));
    QVERIFY(codes.size() >= 15);
    for (const QString& code : codes) {
        const QString sentence = itemSentence(item(code.toLatin1().constData()));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(code));
    }
}

void TestFeedbackText::saysItemsInNumbers_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    using namespace std::string_literals;
    QTest::newRow("distance")
        << itemSentence(item("mark_distance", {{"distance_mm", 2.7}, {"inside", "yes"s}}))
        << QStringLiteral("Your mark lies 2.7\u202Fmm from the centre, inside the node.");
    QTest::newRow("plane")
        << itemSentence(item("measured_contact",
                             {{"structure", "sternocleidomastoid_left"s}, {"lost_plane_mm", 8.2}}))
        << QStringLiteral("Fat plane to the left sternocleidomastoid is lost over 8\u202Fmm.");
    QTest::newRow("fat")
        << itemSentence(item("measured_fat_shell", {{"shell_hu", -35.0}, {"reference_hu", -98.0}}))
        << QStringLiteral("Fat shell \u221235\u202FHU, fat further out \u221298\u202FHU.");
    QTest::newRow("reason")
        << itemSentence(item("reason_not_a_criterion", {{"feature", "necrosis"s}}))
        << QStringLiteral("Necrosis was given as a reason. HNCIG does not count it.");
    QTest::newRow("gap") << itemSentence(item("not_measurable",
                                              {{"part", "margin"s}, {"reason", "too_small"s}}))
                         << QStringLiteral("Margin width was not measured: too few voxels across.");
    QTest::newRow("differs")
        << itemSentence(item("feature_differs", {{"feature", "adjacent_structure"s},
                                                 {"given", "contact"s},
                                                 {"reference", "invaded"s}}))
        << QStringLiteral("Adjacent structure called contact; the reference is invaded.");
    QTest::newRow("error") << itemSentence(item("E16"))
                           << QStringLiteral("Invasion called contact.");
}

void TestFeedbackText::saysItemsInNumbers() {
    QFETCH(QString, said);
    QFETCH(QString, expected);
    QCOMPARE(said, expected);
}

void TestFeedbackText::saysWhatTheCallsWouldHaveMadeOfTheStage() {
    std::vector<feedback::TnmComparison> editions(2);
    editions[0].edition = Edition::Tnm8;
    editions[1].edition = Edition::Tnm9;
    editions[0].reference.category = "cN3b";
    editions[1].reference.category = "cN2";
    QCOMPARE(tnmChangeSentence(editions), QString());
    editions[0].call.emplace().category = "cN3b";
    editions[1].call.emplace().category = "cN2";
    QCOMPARE(tnmChangeSentence(editions), QStringLiteral("Your calls give the same category."));
    editions[0].call->category = "cN2b";
    QCOMPARE(tnmChangeSentence(editions),
             QStringLiteral("Your calls would have given N2b in TNM8."));
    editions[1].call->category = "cN1";
    QCOMPARE(tnmChangeSentence(editions),
             QStringLiteral("Your calls would have given N1 in TNM9, N2b in TNM8."));
}

void TestFeedbackText::neverSaysTreatWith() {
    for (const auto& [grade, spelling] : allWords<Grade>()) {
        const QString sentence = consequenceSentence(grade);
        QVERIFY(!sentence.contains(QLatin1String("treat")));
        QVERIFY(sentence.isEmpty() ||
                sentence.contains(QLatin1String("enters the multidisciplinary discussion")));
    }
}

QTEST_APPLESS_MAIN(TestFeedbackText)
#include "tst_feedback_text.moc"
