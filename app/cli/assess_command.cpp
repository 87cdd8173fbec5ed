#include "evidence/evidence_json.h"
#include "measure/measurements_json.h"
#include "node_input.h"
#include <CLI/CLI.hpp>
#include <memory>

namespace nodewise::cli {
namespace {

struct Options {
    NodeOptions node;
    std::string site, p16;
    int biopsyDays = -1;
    bool infection = false;
};

/// The words of the contract; a p16 status that the site excludes is a bad combination of options.
evidence::PatientContext patientOf(const Options& options) {
    const auto site = parse<Site>(options.site);
    const auto p16 = parse<P16Status>(options.p16);
    if (!site)
        throw UsageProblem{"--site: unknown word \"" + options.site + "\""};
    if (!p16)
        throw UsageProblem{"--p16: pos, neg or unknown"};
    if (evidence::contradicts(*site, *p16))
        throw UsageProblem{"--p16 " + options.p16 + " contradicts --site " + options.site};
    evidence::PatientContext patient;
    patient.site = *site;
    patient.p16 = *p16;
    if (options.biopsyDays >= 0)
        patient.biopsyDays = options.biopsyDays;
    patient.infection = options.infection;
    return patient;
}

Result<Answer> assessOne(const Options& options, const Common& common, JobControl& job) {
    const auto patient = patientOf(options);
    const auto input = readNodeInput(options.node, common, job);
    if (!input)
        return fail(input.error());
    const auto numbers = measureInput(*input, options.node, common, job);
    if (!numbers)
        return fail(numbers.error());
    auto object = measure::toJson(*numbers);
    const auto opinion = evidence::toJson(evidence::assessNode(*numbers, patient));
    for (const auto& member : opinion.members())
        object.set(member.name, member.value);
    return Answer{std::move(object), {}};
}

}  // namespace

void addAssess(Program& program) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = program.add(
        "assess", "Measurements, findings, HNCIG grade and probability of pathological ENE",
        [options](const Common& common, JobControl& job) {
            return assessOne(*options, common, job);
        });
    addNodeOptions(command, options->node);
    command.add_option("--site", options->site, "Site of the primary, as in case files")
        ->required();
    command.add_option("--p16", options->p16, "pos, neg or unknown")->required();
    command.add_option("--biopsy-days", options->biopsyDays, "Days since the last biopsy")
        ->check(CLI::Range(0, 100000));
    command.add_flag("--infection", options->infection,
                     "Signs of infection, or radiation there before");
}

void addModelCard(Program& program) {
    program.add("model-card", "What the probability of pathological ENE is made of",
                [](const Common&, JobControl&) -> Result<Answer> {
                    const auto card = evidence::modelCard();
                    return Answer{evidence::toJson(card), evidence::modelCardText(card)};
                });
}

}  // namespace nodewise::cli
