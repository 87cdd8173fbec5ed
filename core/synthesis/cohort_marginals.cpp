#include "synthesis/cohort_marginals.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace nodewise::synthesis {

namespace {

using Patients = std::span<const CohortPatient>;

class Counter {
public:
    explicit Counter(Patients patients)
        : m_patients(patients) {}

    /// Patients with `is` among those with `of`.
    template <class Is, class Of>
    void add(const std::string& table, const std::string& name, double expected, const Is& is,
             const Of& of) {
        MarginalRow row{table, name, 0, 0, expected};
        for (const CohortPatient& patient : m_patients)
            if (of(patient)) {
                row.among += 1;
                row.counted += is(patient) ? 1 : 0;
            }
        m_rows.push_back(std::move(row));
    }
    template <class Is>
    void add(const std::string& table, const std::string& name, double expected, const Is& is) {
        add(table, name, expected, is, [](const CohortPatient&) { return true; });
    }
    [[nodiscard]] std::vector<MarginalRow> take() { return std::move(m_rows); }

private:
    Patients m_patients;
    std::vector<MarginalRow> m_rows;
};

bool extends(const CohortPatient& patient) {
    return patient.extends;
}

double positives(const BaseRates& rates) {
    double sum = 0;
    for (const SiteRates& site : rates.sites)
        sum += site.nodePositive;
    return sum;
}

void addSites(const BaseRates& rates, Counter& out) {
    for (std::size_t s = 0; s < rates.sites.size(); ++s) {
        const SiteRates& site = rates.sites[s];
        const auto here = [s](const CohortPatient& p) { return p.site == s; };
        out.add("sites", site.site, site.nodePositive / positives(rates), here);
        out.add("extensionBySite", site.site, site.extension / site.nodePositive, extends, here);
    }
}

void addSizes(const BaseRates& rates, Counter& out) {
    double measured = 0;
    for (const SizeRates& size : rates.sizes)
        measured += size.patients;
    for (std::size_t c = 0; c < rates.sizes.size(); ++c) {
        const SizeRates& size = rates.sizes[c];
        const auto here = [c](const CohortPatient& p) { return p.sizeClass == c; };
        out.add("sizes", size.name, size.patients / measured, here);
        out.add("extensionBySize", size.name, size.extension / size.patients, extends, here);
    }
}

/// Of the largest node: each site's levels, by how many patients the site has.
void addLevels(const BaseRates& rates, Counter& out) {
    std::map<Level, double> shares;
    for (const SiteRates& site : rates.sites) {
        double involved = 0;
        for (const auto& [level, patients] : site.levels)
            involved += patients;
        for (const auto& [level, patients] : site.levels)
            shares[level] += site.nodePositive / positives(rates) * patients / involved;
    }
    for (const auto& [level, share] : shares)
        out.add("levels", std::string(word(level)), share,
                [level = level](const CohortPatient& p) { return p.level == level; });
}

void addNodes(const BaseRates& rates, Counter& out) {
    for (std::size_t n = 0; n < 4; ++n) {
        double patients = 0;
        for (const SiteRates& site : rates.sites)
            patients += site.nodes[n];
        const int count = static_cast<int>(n) + 1;
        out.add("nodes", n < 3 ? std::to_string(count) : "4 or more", patients / positives(rates),
                [count](const CohortPatient& p) { return p.metastases == count; });
    }
}

void addHpv(const BaseRates& rates, Counter& out) {
    const auto siteNamed = [&](const char* name) {
        return static_cast<std::size_t>(std::ranges::find(rates.sites, name, &SiteRates::site) -
                                        rates.sites.begin());
    };
    const std::size_t with = siteNamed("oropharynx_p16pos"),
                      without = siteNamed("oropharynx_p16neg");
    if (with == rates.sites.size() || without == rates.sites.size())
        return;
    const double positive = rates.sites[with].nodePositive;
    out.add(
        "hpv", "p16 positive", positive / (positive + rates.sites[without].nodePositive),
        [=](const CohortPatient& p) { return p.site == with; },
        [=](const CohortPatient& p) { return p.site == with || p.site == without; });
}

}  // namespace

double MarginalRow::standardErrors() const {
    const double error =
        std::sqrt(std::max(expected * (1 - expected), 1e-4) / std::max(among, 1.0));
    return (share() - expected) / error;
}

std::vector<MarginalRow> cohortMarginals(const BaseRates& rates, Patients patients) {
    Counter out(patients);
    addSites(rates, out);
    addSizes(rates, out);
    addLevels(rates, out);
    addNodes(rates, out);
    addHpv(rates, out);
    return out.take();
}

}  // namespace nodewise::synthesis
