#include "casepack/pack_survey.h"
#include "casepack/remedy_card.h"
#include "casepack/remedy_picture.h"
#include "synthesis/truth.h"
#include <QByteArray>
#include <QTest>
#include <iterator>
#include <set>
#include <sstream>

using namespace nodewise;
using namespace nodewise::casepack;

class TestRemedyCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereIsACardForEveryErrorAndPitfall() {
        std::vector<std::string> wanted;
        for (int error = 1; error <= 16; ++error)
            wanted.push_back((error < 10 ? "E0" : "E") + std::to_string(error));
        for (int pitfall = 1; pitfall <= 15; ++pitfall)
            wanted.push_back("P" + std::to_string(pitfall));
        std::vector<std::string> found;
        for (const RemedyCard& card : remedyCards())
            found.push_back(card.code);
        QCOMPARE(found, wanted);
    }

    void textsAreShortAndInBothLanguages() {
        for (const RemedyCard& card : remedyCards())
            for (const char* language : {"en", "de"}) {
                QVERIFY2(card.text.contains(language) && card.title.contains(language),
                         card.code.c_str());
                std::istringstream words(card.text.at(language));
                const auto count = std::distance(std::istream_iterator<std::string>(words), {});
                QVERIFY2(count >= 80 && count <= 150,
                         (card.code + " " + language + " " + std::to_string(count)).c_str());
            }
    }

    void everySourceHasItsCitation() {
        for (const RemedyCard& card : remedyCards())
            for (const std::string& source : card.sources)
                QVERIFY2(citationOf(source).has_value(), source.c_str());
        QVERIFY(!citationOf("Nobody1900").has_value());
    }

    void noCardGivesAnInstructionToTreat() {
        for (const RemedyCard& card : remedyCards())
            for (const auto& [language, text] : card.text)
                for (const char* order : {"treat with", "should be treated", "behandeln Sie",
                                          "ist zu behandeln", "indicated", "indiziert"})
                    QVERIFY2(text.find(order) == std::string::npos,
                             (card.code + " " + language + ": " + order).c_str());
    }

    /// Short, exact, kind: no shouting, no blame, no feature whose facts are from memory alone.
    void cardsAreKind() {
        for (const RemedyCard& card : remedyCards())
            for (const auto& [language, text] : card.text)
                for (const char* word :
                     {"!", "Incorrect", "incorrect", "careless", "you failed", "Oops", "obviously",
                      "leider", "nachlässig", "Fehler von Ihnen", "[memory]", "??"})
                    QVERIFY2(text.find(word) == std::string::npos,
                             (card.code + " " + language + ": " + word).c_str());
    }

    /// What is told as a number of a study has a study behind it.
    void figuresHaveASourceOtherThanARegistry() {
        for (const RemedyCard& card : remedyCards())
            if (card.text.at("en").find(" %") != std::string::npos ||
                card.text.at("en").find("κ") != std::string::npos) {
                bool study = false;
                for (const std::string& key : card.sources)
                    study = study || citationOf(key)->find("20") != std::string::npos;
                QVERIFY2(study, card.code.c_str());
            }
    }

    /// A picture comes from a case of the starter pack in another neck, so that no card gives a
    /// case away, and shows the node the card names.
    void everyPictureHasItsRecipeAndItsOwnNeck() {
        std::set<std::uint32_t> seeds;
        for (const RemedyCard& card : remedyCards()) {
            QVERIFY2(card.pictureSeed != 0, card.code.c_str());
            QVERIFY2(seeds.insert(card.pictureSeed).second, card.code.c_str());
            const auto recipe = pictureRecipe(card);
            QVERIFY2(recipe.has_value(), card.code.c_str());
            QCOMPARE(recipe->seed, card.pictureSeed);
            RemedyCard own = card;
            own.pictureSeed = 0;
            QVERIFY(pictureRecipe(own)->seed != card.pictureSeed);
            bool there = false;
            for (const auto& node : recipe->nodes)
                there = there || node.id == card.pictureNode.value;
            QVERIFY2(there, card.code.c_str());
        }
        RemedyCard lost = remedyCards().front();
        lost.pictureCase = CaseId("starter-99");
        QCOMPARE(pictureRecipe(lost).error().code, ErrorCode::CaseNotFound);
    }

    /// In the other neck the nodes come to what the author of the case means, too.
    void thePicturesShowWhatTheirCasesMean() {
        NullJobControl job;
        for (const RemedyCard& card : remedyCards()) {
            const auto recipe = pictureRecipe(card);
            const auto truth = synthesis::makeTruth(
                *recipe, job, synthesis::TruthOptions{synthesis::LabelExtent::None, true, 0});
            QVERIFY2(truth.has_value(),
                     (card.code + ": " + (truth ? "" : truth.error().detail)).c_str());
        }
    }

    void picksTheLanguageThenEnglish() {
        const Translations texts{{"en", "node"}, {"de", "Knoten"}};
        QCOMPARE(textIn(texts, "de"), std::string("Knoten"));
        QCOMPARE(textIn(texts, "de_AT"), std::string("Knoten"));
        QCOMPARE(textIn(texts, "fr"), std::string("node"));
        QCOMPARE(textIn({}, "de"), std::string());
    }

    void refusesACardThatIsNotOne_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no text") << QByteArray(R"({"code":"E01"})");
        QTest::newRow("unknown source") << QByteArray(
            R"({"code":"E01","title":{"en":"a"},"text":{"en":"b"},"sources":["Nobody1900"],)"
            R"("picture":{"case":"starter-01","node":"node-1"}})");
        QTest::newRow("unknown code") << QByteArray(
            R"({"code":"E17","title":{"en":"a"},"text":{"en":"b"},"sources":["Chin2022"],)"
            R"("picture":{"case":"starter-01","node":"node-1"}})");
    }
    void refusesACardThatIsNotOne() {
        QFETCH(QByteArray, text);
        QVERIFY(!readRemedyCard(text.toStdString(), "card.json").has_value());
    }

    /// The counting itself: a survey that lacks one thing says just that.
    void namesWhatACourseLacks() {
        CourseGoals goals;
        goals.cases = goals.nodes = 1;
        goals.pitfall = goals.clinical = goals.imagingOnly = goals.pathologyOnly = 0;
        goals.levels = {Level::III};
        goals.sites = {Site::Larynx};
        PackSurvey survey;
        survey.cases = 1;
        survey.nodes = survey.asked = 10;
        survey.grades = survey.askedGrades = {4, 2, 2, 2};
        survey.levels[Level::III] = 1;
        survey.sites = {{Site::Larynx, 1}, {Site::UnknownPrimaryNeg, 1}};
        survey.difficulties = {{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}};
        survey.thinnestMm = 1;
        survey.thickestMm = 3;
        QCOMPARE(shortcomings(survey, goals).size(), std::size_t{0});
        survey.grades = {5, 1, 2, 2};
        QCOMPARE(shortcomings(survey, goals).size(), std::size_t{1});
        survey.levels.clear();
        QCOMPARE(shortcomings(survey, goals).size(), std::size_t{2});
        survey.easyFirst = false;
        QCOMPARE(shortcomings(survey, goals).size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(TestRemedyCard)
#include "tst_remedy_card.moc"
