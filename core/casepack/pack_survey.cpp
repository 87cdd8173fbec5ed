#include "casepack/pack_survey.h"
#include "casepack/pack_layout.h"
#include "casepack/teaching.h"
#include "casepack/truth.h"
#include "serial/file_io.h"
#include "synthesis/recipe.h"
#include <algorithm>
#include <cstdint>
#include <sstream>

namespace nodewise::casepack {
namespace {

int wordsIn(const std::string& text) {
    std::istringstream stream(text);
    std::string word;
    int count = 0;
    while (stream >> word)
        ++count;
    return count;
}

/// Goes through the cases one by one.
class Surveyor {
public:
    Surveyor(const Pack& pack, const CourseGoals& goals)
        : m_pack(pack)
        , m_goals(goals) {}

    Result<void> add(const CaseRecord& record, JobControl& job, unsigned threads) {
        const auto truth = openCaseTruth(m_pack, record.id, job, threads);
        if (!truth)
            return fail(truth.error());
        const auto teaching = openTeaching(m_pack, record.id);
        if (!teaching)
            return fail(teaching.error());
        ++m_survey.cases;
        ++m_survey.sites[record.history.site];
        ++m_survey.difficulties[record.difficulty];
        m_survey.easyFirst = m_survey.easyFirst && record.difficulty >= m_difficulty;
        m_difficulty = record.difficulty;
        for (const std::string& pitfall : truth->truth.pitfalls)
            ++m_survey.pitfalls[pitfall];
        countNodes(record, truth->truth);
        if (*teaching)
            checkTexts(record, **teaching, truth->truth);
        else
            note(record, "it teaches nothing: truth/" + record.id.value + "/teaching.json");
        return readRecipe(record, truth->truth);
    }

    [[nodiscard]] PackSurvey survey() const { return m_survey; }

private:
    void note(const CaseRecord& record, const std::string& problem) {
        m_survey.problems.push_back(record.id.value + ": " + problem);
    }

    void countNodes(const CaseRecord& record, const CaseTruth& truth) {
        bool clinical = false, seen = false, hidden = false;
        for (const NodeTruth& node : truth.nodes) {
            const auto grade = static_cast<std::size_t>(gradeNumber(node.grade));
            ++m_survey.nodes;
            ++m_survey.grades[grade];
            const bool asked = std::any_of(record.nodes.begin(), record.nodes.end(),
                                           [&](const auto& one) { return one.id == node.id; });
            m_survey.asked += asked ? 1 : 0;
            m_survey.askedGrades[grade] += asked ? 1 : 0;
            if (asked)
                ++m_survey.levels[node.level];
            clinical = clinical || node.clinicalEne;
            seen = seen || node.grade != Grade::G0;
            hidden = hidden || (node.grade == Grade::G0 && (node.pene == PathologicalEne::Micro ||
                                                            node.pene == PathologicalEne::Macro));
        }
        m_survey.clinical += clinical ? 1 : 0;
        m_survey.imagingOnly += seen && !clinical ? 1 : 0;
        m_survey.pathologyOnly += hidden ? 1 : 0;
    }

    void checkTexts(const CaseRecord& record, const Teaching& teaching, const CaseTruth& truth) {
        if (const auto same = checkTeaching(teaching, record, truth); !same)
            note(record, same.error().detail);
        for (const auto& [language, text] : teaching.text) {
            const int words = wordsIn(text);
            if (words < m_goals.fewestWords || words > m_goals.mostWords)
                note(record, "its text (" + language + ") has " + std::to_string(words) + " words");
            if (!m_texts.insert(text).second)
                note(record, "another case has the same text");
        }
        for (const std::string& language : m_pack.info().languages)
            if (!teaching.text.contains(language))
                note(record, "it has no text in the language " + language);
    }

    Result<void> readRecipe(const CaseRecord& record, const CaseTruth& truth) {
        const auto text = serial::readFile(m_pack.folder() / recipeFile(record.id));
        if (!text)
            return fail(text.error());
        const auto recipe = synthesis::parseRecipe(*text);
        if (!recipe)
            return fail(recipe.error());
        if (!m_seeds.insert(recipe->seed).second)
            note(record, "another case has its seed " + std::to_string(recipe->seed));
        const double slice = recipe->scanner.sliceMm;
        const bool first = m_survey.cases == 1;
        m_survey.thinnestMm = first ? slice : std::min(m_survey.thinnestMm, slice);
        m_survey.thickestMm = first ? slice : std::max(m_survey.thickestMm, slice);
        checkStack(record, recipe->scanner, truth);
        return {};
    }

    /// A node that the stack cuts can be neither measured nor followed to its end.
    void checkStack(const CaseRecord& record, const synthesis::ScannerRecipe& scanner,
                    const CaseTruth& truth) {
        const double lowest = scanner.topMm - (scanner.slices - 1) * scanner.sliceMm;
        for (const NodeTruth& node : truth.nodes) {
            const double z = node.centre.z;
            if (std::min(scanner.topMm - z, z - lowest) < node.greatestMm / 2)
                note(record, node.id.value + " reaches beyond the slices");
        }
    }

    const Pack& m_pack;
    const CourseGoals& m_goals;
    PackSurvey m_survey;
    std::set<std::uint32_t> m_seeds;
    std::set<std::string> m_texts;
    int m_difficulty = 0;
};

void ask(std::vector<std::string>& out, bool enough, const std::string& sentence) {
    if (!enough)
        out.push_back(sentence);
}

void askCount(std::vector<std::string>& out, const std::string& what, int found, int wanted) {
    ask(out, found >= wanted,
        what + ": " + std::to_string(found) + ", at least " + std::to_string(wanted) + " wanted");
}

int countOf(const auto& counts, const auto& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

}  // namespace

Result<PackSurvey> surveyPack(const Pack& pack, const CourseGoals& goals, JobControl& job,
                              unsigned threads) {
    Surveyor surveyor(pack, goals);
    double done = 0;
    for (const CaseRecord& record : pack.cases()) {
        job.report(done++ / static_cast<double>(pack.cases().size()), "survey");
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        if (auto added = surveyor.add(record, job, threads); !added)
            return fail(added.error());
    }
    return surveyor.survey();
}

std::vector<std::string> shortcomings(const PackSurvey& survey, const CourseGoals& goals) {
    std::vector<std::string> out = survey.problems;
    askCount(out, "cases", survey.cases, goals.cases);
    askCount(out, "nodes", survey.nodes, goals.nodes);
    for (std::size_t grade = 0; grade < 4; ++grade) {
        const std::string name = "G" + std::to_string(grade);
        ask(out, survey.grades[grade] >= goals.shares[grade] * survey.nodes,
            name + " has too small a share of the nodes: " + std::to_string(survey.grades[grade]));
        ask(out, survey.askedGrades[grade] >= goals.shares[grade] * survey.asked,
            name + " has too small a share of the nodes asked about: " +
                std::to_string(survey.askedGrades[grade]));
    }
    for (int pitfall = 1; pitfall <= 15; ++pitfall) {
        const std::string code = "P" + std::to_string(pitfall);
        askCount(out, "cases with " + code, countOf(survey.pitfalls, code), goals.pitfall);
    }
    for (const Level level : goals.levels)
        askCount(out, "nodes in level " + std::string(word(level)), countOf(survey.levels, level),
                 1);
    for (const Site site : goals.sites)
        askCount(out, "cases of " + std::string(word(site)), countOf(survey.sites, site), 1);
    askCount(out, "cases of an unknown primary",
             countOf(survey.sites, Site::UnknownPrimaryNeg) +
                 countOf(survey.sites, Site::UnknownPrimaryHpv) +
                 countOf(survey.sites, Site::UnknownPrimaryEbv),
             1);
    for (int difficulty = 1; difficulty <= 5; ++difficulty)
        askCount(out, "cases of difficulty " + std::to_string(difficulty),
                 countOf(survey.difficulties, difficulty), 1);
    ask(out, survey.easyFirst, "an easier case comes after a harder one");
    ask(out, survey.thinnestMm <= goals.thinnestMm && survey.thickestMm >= goals.thickestMm,
        "slices do not span 1 to 3 mm");
    askCount(out, "cases with signs of ENE", survey.clinical, goals.clinical);
    askCount(out, "cases with iENE but no signs", survey.imagingOnly, goals.imagingOnly);
    askCount(out, "cases with pENE that imaging does not show", survey.pathologyOnly,
             goals.pathologyOnly);
    return out;
}

}  // namespace nodewise::casepack
