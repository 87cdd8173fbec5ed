#include "synthesis/base_rates.h"
#include "base/embedded_file.h"
#include "serial/json.h"
#include <span>

namespace nodewise::synthesis {

std::span<const EmbeddedFile> baseRateFiles();

namespace {

using serial::Reader;

SiteRates readSite(const Reader& r) {
    SiteRates out;
    out.site = r.string("site");
    out.patients = r.number("patients");
    out.nodePositive = r.number("nodePositive");
    out.extension = r.number("extension");
    out.contralateral = r.number("contralateral");
    out.nodes = r.numbers("nodes", 4);
    const Reader levels = r.at("levels");
    for (const std::string& name : levels.names())
        if (const auto level = parse<Level>(name))
            out.levels.emplace_back(*level, levels.number(name));
        else
            levels.refuse(ErrorCode::ValueOutOfRange, "unknown level " + name);
    return out;
}

double odds(double yes, double all) {
    return (yes + 0.5) / (all - yes + 0.5);
}

}  // namespace

double BaseRates::extensionRate(std::size_t site, std::size_t size) const {
    double yes = 0, all = 0;
    for (const SizeRates& s : sizes) {
        yes += s.extension;
        all += s.patients;
    }
    const double both = odds(sites[site].extension, sites[site].nodePositive) *
                        odds(sizes[size].extension, sizes[size].patients) / odds(yes, all);
    return both / (1 + both);
}

Result<BaseRates> readBaseRates() {
    const auto json = serial::parseJson(baseRateFiles().front().text, "base_rates.json");
    if (!json)
        return fail(json.error());
    const Reader root(*json, "base_rates.json");
    BaseRates out;
    out.source = root.string("source");
    out.licence = root.string("licence");
    for (const Reader& site : root.at("sites").elements())
        out.sites.push_back(readSite(site));
    for (const Reader& size : root.at("sizes").elements())
        out.sizes.push_back({size.string("class"), size.number("overMm"), size.number("toMm"),
                             size.number("patients"), size.number("extension")});
    if (const auto ok = root.result(); !ok)
        return fail(ok.error());
    return out;
}

}  // namespace nodewise::synthesis
