#include "staging/n_category.h"
#include "staging/neck_facts.h"
#include "staging/rule_tables.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace nodewise::staging {
namespace {

struct NamedReading {
    std::string name;
    Reading reading;
};

/// Collects readings and remarks of one edition.
class Staging {
public:
    explicit Staging(const StagingInput& input)
        : m_input(input)
        , m_authority(RuleBook::builtIn().authority(input.edition, input.site, input.basis)) {}

    NCategory run() {
        m_result.ambiguous = m_authority.alwaysAmbiguous;
        if (m_authority.alwaysAmbiguous)
            note("no_rule");
        for (const auto& named : m_authority.readings)
            readTable(named);
        chooseLowest();
        noteReadings();
        return std::move(m_result);
    }

private:
    void readTable(const NamedTable& named) {
        const RuleTable& table = *named.table;
        const EneCount ene = countEne(m_input.nodes, table.ene);
        const std::string plain = addSides(named, ene.sure);
        if (ene.ifUnclear && !ene.sure && addSides(named, true) != plain)
            note(ene.unclearNote);
        if (ene.ifDoubtful && !ene.sure)
            noteWouldBe("lower_category", table, plain);
        if (ene.ifClinical && !ene.sure && m_input.edition == Edition::Tnm8)
            noteWouldBe("imaging_only", table, plain);
        if (ene.certaintyMissing)
            note("certainty_not_given");
        if (!table.confirmed)
            note("source_unconfirmed");
        if (table.ene == EneSource::Pathological)
            notePathology();
    }

    /// Adds the reading for each side the primary may be on; gives the category of the first.
    std::string addSides(const NamedTable& named, bool ene) {
        const std::string first = addReading(named, ene, false);
        const bool open = m_input.primarySide == PrimarySide::Midline ||
                          m_input.primarySide == PrimarySide::Unknown;
        if (open && addReading(named, ene, true) != first)
            note("primary_side");
        return first;
    }

    std::string addReading(const NamedTable& named, bool ene, bool swapped) {
        NeckFacts facts = neckFacts(m_input, swapped);
        facts.ene = ene;
        const Rule& rule = named.table->firstMatch(facts);
        add(named, rule.category, rule);
        if (!rule.also.empty()) {
            add(named, rule.also, rule);
            note(rule.note);
        }
        return rule.category;
    }

    void add(const NamedTable& named, const std::string& category, const Rule& rule) {
        m_readings.push_back({named.name, {prefixed(category), rule.id, named.table->source}});
    }

    [[nodiscard]] std::string prefixed(const std::string& category) const {
        return (m_input.basis == Basis::Clinical ? "c" : "p") + category;
    }

    void note(const std::string& code, std::vector<std::string> values = {}) {
        const StagingNote made{code, std::move(values)};
        if (std::find(m_result.notes.begin(), m_result.notes.end(), made) == m_result.notes.end())
            m_result.notes.push_back(made);
    }

    void noteWouldBe(const char* code, const RuleTable& table, const std::string& plain) {
        NeckFacts facts = neckFacts(m_input, false);
        facts.ene = true;
        const std::string other = table.firstMatch(facts).category;
        if (other != plain)
            note(code, {prefixed(other)});
    }

    void notePathology() {
        const bool missing =
            std::any_of(m_input.nodes.begin(), m_input.nodes.end(), [](const StagedNode& node) {
                return node.ene.pathological == PathologicalEne::NotExamined;
            });
        if (missing)
            note("pathology_not_examined");
    }

    void chooseLowest() {
        const auto lowest = std::min_element(
            m_readings.begin(), m_readings.end(), [](const auto& a, const auto& b) {
                return categoryRank(a.reading.category) < categoryRank(b.reading.category);
            });
        m_result.category = lowest->reading.category;
        m_result.rule = lowest->reading.rule;
        m_result.source = lowest->reading.source;
        for (const auto& named : m_readings)
            m_result.ambiguous |= named.reading.category != m_result.category;
    }

    /// All readings when there is more than one to show: by name, without repeats.
    void noteReadings() {
        if (!m_result.ambiguous)
            return;
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& [name, reading] : m_readings) {
            if (!seen.emplace(name, reading.category).second)
                continue;
            m_result.readings.push_back(reading);
            note("reading", {name, reading.category, reading.rule});
        }
    }

    const StagingInput& m_input;
    Authority m_authority;
    std::vector<NamedReading> m_readings;
    NCategory m_result;
};

Result<void> checkNodes(const StagingInput& input) {
    for (std::size_t at = 0; at < input.nodes.size(); ++at) {
        const double size = input.nodes[at].greatestMm;
        if (!std::isfinite(size) || !(size > 0))
            return fail(ErrorCode::InvalidArgument, "a node's size must be above 0 mm", {},
                        "/nodes/" + std::to_string(at) + "/greatest_mm");
    }
    return {};
}

/// The site with the p16 status worked in; p16 unknown is staged as p16-negative.
Result<Site> siteUnderP16(Site site, std::optional<P16Status> p16) {
    const bool positive = site == Site::OropharynxP16Pos || site == Site::UnknownPrimaryHpv;
    const bool negative = site == Site::OropharynxP16Neg || site == Site::UnknownPrimaryNeg;
    if (!p16 || (!positive && !negative))
        return site;
    if ((*p16 == P16Status::Positive && negative) || (*p16 == P16Status::Negative && positive))
        return fail(ErrorCode::InvalidArgument, "p16 contradicts the site", {}, "/p16");
    if (*p16 == P16Status::Unknown && positive)
        return site == Site::OropharynxP16Pos ? Site::OropharynxP16Neg : Site::UnknownPrimaryNeg;
    return site;
}

}  // namespace

Result<NCategory> stageEdition(const StagingInput& input) {
    if (auto ok = checkNodes(input); !ok)
        return fail(ok.error());
    const auto site = siteUnderP16(input.site, input.p16);
    if (!site)
        return fail(site.error());
    StagingInput used = input;
    used.site = *site;
    NCategory result = Staging(used).run();
    const bool asked = used.site == Site::OropharynxP16Neg || used.site == Site::UnknownPrimaryNeg;
    if (asked && input.p16 == P16Status::Unknown)
        result.notes.insert(result.notes.begin(), StagingNote{"p16_unknown", {}});
    return result;
}

Result<StagingResult> stageNeck(const StagingInput& input) {
    StagingResult result;
    result.edition = input.edition;
    auto own = stageEdition(input);
    if (!own)
        return fail(own.error());
    result.result = std::move(*own);
    StagingInput other = input;
    other.edition = input.edition == Edition::Tnm8 ? Edition::Tnm9 : Edition::Tnm8;
    auto second = stageEdition(other);
    if (!second)
        return fail(second.error());
    result.otherEdition = other.edition;
    result.other = std::move(*second);
    return result;
}

std::vector<std::string> possibleCategories(Edition edition, Site site, Basis basis) {
    std::vector<std::string> result;
    for (const auto& named : RuleBook::builtIn().authority(edition, site, basis).readings)
        for (const auto& rule : named.table->rules)
            for (const std::string& category : {rule.category, rule.also})
                if (!category.empty())
                    result.push_back(category);
    std::sort(result.begin(), result.end(), [](const std::string& a, const std::string& b) {
        return categoryRank(a) < categoryRank(b);
    });
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace nodewise::staging
