#include "casepack/pack_survey.h"
#include "casepack/remedy_card.h"
#include "casepack/teaching.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace nodewise;
using namespace nodewise::casepack;
namespace fs = std::filesystem;

/// The starter pack as it was built: what a first course must cover, counted from its truths.
class TestStarterPack : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    PackPtr m_pack;

private Q_SLOTS:
    void initTestCase() {
        const auto opened = openPack(NODEWISE_STARTER_PACK,
                                     fs::path(m_dir.path().toStdString()) / "work", {}, m_job);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
        m_pack = *opened;
    }

    void isASmallFile() { QVERIFY(fs::file_size(NODEWISE_STARTER_PACK) <= 5U << 20); }

    void speaksEnglishAndGerman() {
        QCOMPARE(m_pack->info().languages, (std::vector<std::string>{"en", "de"}));
        for (const CaseRecord& record : m_pack->cases()) {
            const auto german = m_pack->find(record.id, "de");
            QVERIFY(german.has_value());
            QVERIFY2(german->history.examinationText != record.history.examinationText,
                     record.id.value.c_str());
        }
    }

    /// Every count of the course, every text, every truth against what its author means.
    void coversTheFirstCourse() {
        const CourseGoals goals;
        const auto survey = surveyPack(*m_pack, goals, m_job);
        QVERIFY2(survey.has_value(), survey ? "" : survey.error().detail.c_str());
        const auto lacking = shortcomings(*survey, goals);
        for (const std::string& sentence : lacking)
            qWarning("%s", sentence.c_str());
        QVERIFY(lacking.empty());
    }

    /// The texts say in words what sets the three kinds of ENE apart.
    void namesTheDifferenceOfTheThreeTruths() {
        int pathology = 0, examination = 0;
        for (const CaseRecord& record : m_pack->cases()) {
            const auto teaching = openTeaching(*m_pack, record.id);
            QVERIFY(teaching.has_value() && teaching->has_value());
            const std::string& text = textIn((*teaching)->text, "en");
            for (const MeantNode& node : (*teaching)->nodes) {
                if (node.clinicalEne && (text.find("examin") != std::string::npos ||
                                         text.find("sign") != std::string::npos))
                    ++examination;
                if (node.grade == Grade::G0 && node.pene != PathologicalEne::None) {
                    QVERIFY2(text.find("athology") != std::string::npos ||
                                 text.find("microscopic") != std::string::npos,
                             record.id.value.c_str());
                    ++pathology;
                }
            }
        }
        QVERIFY(pathology >= 6);
        QVERIFY(examination >= 6);
    }

    void everyCardShowsANodeOfThePack() {
        QCOMPARE(remedyCards().size(), std::size_t{31});
        for (const RemedyCard& card : remedyCards()) {
            const auto record = m_pack->find(card.pictureCase);
            QVERIFY2(record.has_value(), card.code.c_str());
            QVERIFY2(
                std::any_of(record->nodes.begin(), record->nodes.end(),
                            [&](const NodeQuestion& node) { return node.id == card.pictureNode; }),
                card.code.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestStarterPack)
#include "tst_starter_pack.moc"
