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
           const synthesis::CohortPatient& patient, const synthesis::Recipe& recipe) {
    return Json::object()
        .set("case", name)
        .set("site", rates.sites[patient.site].site)
        .set("level", std::string(word(patient.level)))
        .set("sizeClass", rates.sizes[patient.sizeClass].name)
        .set("metastases", patient.metastases)
        .set("extends", patient.extends)
        .set("grade", std::string(word(recipe.nodes.front().expect)));
}

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

}  // namespace

Result<Answer> writeCohort(int count, std::uint32_t seed, const std::string& out,
                           const Common& common, JobControl& job) {
    const auto rates = synthesis::readBaseRates();
    if (!rates)
        return fail(rates.error());
    const auto folder = serial::pathOf(out);
    std::vector<synthesis::CohortPatient> patients;
    Json rows = Json::array();
    for (int i = 0; i < count; ++i) {
        patients.push_back(synthesis::drawPatient(*rates, seed, i));
        const auto recipe = synthesis::placePatient(patients.back(), job, common.jobs);
        if (!recipe)
            return fail(recipe.error());
        const std::string name = caseName(i);
        const std::string text = serial::toJsonText(synthesis::recipeJson(*recipe), true);
        if (const auto done = serial::writeFileAtomically(folder / (name + ".json"), text); !done)
            return fail(done.error());
        rows.push(rowOf(name, *rates, patients.back(), *recipe));
        job.report(static_cast<double>(i + 1) / count, "cohort");
    }
    Json answer = Json::object()
                      .set("source", rates->source)
                      .set("licence", rates->licence)
                      .set("seed", seed)
                      .set("marginals", marginals(*rates, patients))
                      .set("cases", rows);
    if (const auto done =
            serial::writeFileAtomically(folder / "cohort.json", serial::toJsonText(answer, true));
        !done)
        return fail(done.error());
    return Answer{std::move(answer), {}};
}

}  // namespace nodewise::cli
