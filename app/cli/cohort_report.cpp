#include "cohort_report.h"
#include "serial/file_io.h"
#include "synthesis/cohort_marginals.h"
#include "synthesis/recipe_json.h"
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace nodewise::cli {
namespace {

using serial::Json;

std::string caseName(int index) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "case-%04d", index + 1);
    return text.data();
}

Json rowOf(const std::string& name, const synthesis::BaseRates& rates,
           const synthesis::CohortPatient& patient) {
    return Json::object()
        .set("case", name)
        .set("site", rates.sites[patient.site].site)
        .set("level", std::string(word(patient.level)))
        .set("sizeClass", rates.sizes[patient.sizeClass].name)
        .set("metastases", patient.metastases)
        .set("extends", patient.extends);
}

/// What had to be drawn again so that every patient found room, and whom no try could place.
class PlacingAccount {
public:
    void add(const synthesis::Placement& placed) {
        ++m_placed;
        m_tries += placed.tries;
        m_first += placed.tries == 1 ? 1 : 0;
        m_otherBody += placed.otherBody ? 1 : 0;
        m_smaller += placed.smaller ? 1 : 0;
        m_wider += placed.wider ? 1 : 0;
        m_nodesLeftOut += placed.leftOut;
        for (std::size_t i = 0; i < m_refusals.size(); ++i)
            m_refusals[i] += placed.refusals[i];
    }
    void leaveOut(Json row, const Error& why) {
        ++m_without;
        m_leftOut.push(row.set("why", why.detail));
    }
    [[nodiscard]] Json json() {
        Json refusals = Json::object();
        for (std::size_t i = 0; i < m_refusals.size(); ++i)
            refusals.set(std::string(word(static_cast<synthesis::Refusal>(i))), m_refusals[i]);
        return Json::object()
            .set("placed", m_placed)
            .set("withoutPlace", m_without)
            .set("atFirstTry", m_first)
            .set("tries", m_tries)
            .set("otherBody", m_otherBody)
            .set("smallerInClass", m_smaller)
            .set("widerInLevel", m_wider)
            .set("innocentNodesLeftOut", m_nodesLeftOut)
            .set("refusals", std::move(refusals))
            .set("patientsWithoutPlace", std::move(m_leftOut));
    }

private:
    int m_placed = 0, m_without = 0, m_tries = 0, m_first = 0, m_otherBody = 0, m_smaller = 0,
        m_wider = 0, m_nodesLeftOut = 0;
    std::array<int, synthesis::kRefusals> m_refusals{};
    Json m_leftOut = Json::array();
};

/// Counted against expected, table by table.
Json marginals(const synthesis::BaseRates& rates,
               const std::vector<synthesis::CohortPatient>& patients) {
    std::map<std::string, Json> tables;
    for (const auto& row : synthesis::cohortMarginals(rates, patients)) {
        auto& table = tables.try_emplace(row.table, Json::array()).first->second;
        table.push(Json::object()
                       .set("name", row.name)
                       .set("patients", row.among)
                       .set("cohort", row.share())
                       .set("table", row.expected)
                       .set("standardErrors", row.standardErrors()));
    }
    Json all = Json::object();
    for (auto& [name, table] : tables)
        all.set(name, std::move(table));
    return all;
}

Result<void> writeRecipe(const synthesis::Recipe& recipe, const std::filesystem::path& file) {
    return serial::writeFileAtomically(file,
                                       serial::toJsonText(synthesis::recipeJson(recipe), true));
}

}  // namespace

Result<Answer> writeCohort(int count, std::uint32_t seed, const std::string& out,
                           const Common& common, JobControl& job) {
    const auto rates = synthesis::readBaseRates();
    if (!rates)
        return fail(rates.error());
    const auto folder = serial::pathOf(out);
    std::vector<synthesis::CohortPatient> patients;
    PlacingAccount account;
    Json rows = Json::array();
    for (int i = 0; i < count; ++i) {
        auto patient = synthesis::drawPatient(*rates, seed, i);
        const std::string name = caseName(i);
        Json row = rowOf(name, *rates, patient);
        const auto placed = synthesis::placePatient(patient, job, common.jobs);
        job.report(static_cast<double>(i + 1) / count, "cohort");
        if (!placed && placed.error().code != ErrorCode::TruthInconsistent)
            return fail(placed.error());
        if (!placed) {
            account.leaveOut(std::move(row), placed.error());
            continue;
        }
        if (const auto done = writeRecipe(placed->recipe, folder / (name + ".json")); !done)
            return fail(done.error());
        rows.push(row.set("grade", std::string(word(placed->recipe.nodes.front().expect)))
                      .set("tries", placed->tries));
        account.add(*placed);
        patients.push_back(std::move(patient));
    }
    Json answer = Json::object()
                      .set("source", rates->source)
                      .set("licence", rates->licence)
                      .set("seed", seed)
                      .set("marginals", marginals(*rates, patients))
                      .set("placing", account.json())
                      .set("cases", rows);
    if (const auto done =
            serial::writeFileAtomically(folder / "cohort.json", serial::toJsonText(answer, true));
        !done)
        return fail(done.error());
    return Answer{std::move(answer), {}};
}

}  // namespace nodewise::cli
