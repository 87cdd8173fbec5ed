#include "staging/rule_tables.h"
#include "base/require.h"
#include "serial/json.h"
#include "staging/n_category.h"
#include <algorithm>

namespace nodewise::staging {

std::span<const EmbeddedFile> rulesData();  // made by nodewise_embed

namespace {

std::optional<EneSource> eneSource(std::string_view text) {
    if (text == "none")
        return EneSource::None;
    if (text == "clinical")
        return EneSource::Clinical;
    if (text == "clinical_or_imaging")
        return EneSource::ClinicalOrImaging;
    if (text == "imaging")
        return EneSource::Imaging;
    if (text == "imaging_advanced")
        return EneSource::ImagingAdvanced;
    if (text == "pathological")
        return EneSource::Pathological;
    return std::nullopt;
}

std::optional<Laterality> laterality(std::string_view text) {
    if (text == "ipsilateral")
        return Laterality::Ipsilateral;
    if (text == "contralateral")
        return Laterality::Contralateral;
    if (text == "bilateral")
        return Laterality::Bilateral;
    return std::nullopt;
}

std::vector<Laterality> readLateralities(const serial::Reader& r, std::string_view name) {
    std::vector<Laterality> result;
    if (const auto list = r.find(name))
        for (const auto& element : list->elements())
            result.push_back(element.term(laterality));
    return result;
}

Condition readCondition(const serial::Reader& r) {
    r.only({"ene", "below_cricoid", "over_mm", "count_min", "count_max", "laterality",
            "cervical_laterality", "any"});
    Condition c;
    if (const auto v = r.find("ene"))
        c.ene = v->boolean();
    if (const auto v = r.find("below_cricoid"))
        c.belowCricoid = v->boolean();
    if (const auto v = r.find("over_mm"))
        c.overMm = v->number();
    if (const auto v = r.find("count_min"))
        c.countMin = static_cast<int>(v->integer());
    if (const auto v = r.find("count_max"))
        c.countMax = static_cast<int>(v->integer());
    c.laterality = readLateralities(r, "laterality");
    c.cervicalLaterality = readLateralities(r, "cervical_laterality");
    if (const auto list = r.find("any"))
        for (const auto& element : list->elements())
            c.any.push_back(readCondition(element));
    return c;
}

Rule readRule(const serial::Reader& r, const std::string& table) {
    r.only({"id", "when", "category", "also", "note"});
    Rule rule;
    rule.id = table + "/" + r.string("id");
    rule.when = readCondition(r.at("when"));
    rule.category = r.string("category");
    rule.also = r.stringOr("also", "");
    rule.note = r.stringOr("note", "");
    for (const std::string& category : {rule.category, rule.also})
        if (!category.empty() && categoryRank(category) < 0)
            r.refuse(ErrorCode::ValueOutOfRange, "no N category: " + category);
    return rule;
}

Result<RuleTable> readTable(const EmbeddedFile& file) {
    const auto json = serial::parseJson(file.text, std::string(file.name));
    if (!json)
        return fail(json.error());
    const serial::Reader r(*json, std::string(file.name));
    r.only({"id", "ene", "source", "confirmed", "rules"});
    RuleTable table;
    table.id = r.string("id");
    table.ene = r.term("ene", eneSource);
    table.source = r.string("source");
    table.confirmed = r.boolean("confirmed");
    for (const auto& element : r.at("rules").elements())
        table.rules.push_back(readRule(element, table.id));
    if (table.rules.size() < 2 || !table.rules.back().when.holds(NeckFacts{}))
        r.at("rules").refuse(ErrorCode::ValueOutOfRange, "the last rule must always hold");
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return table;
}

template <class T>
bool allows(const std::vector<T>& list, T value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

bool Condition::holds(const NeckFacts& facts) const {
    if (ene && *ene != facts.ene)
        return false;
    if (belowCricoid && *belowCricoid != facts.belowCricoid)
        return false;
    if (overMm && !(facts.greatestMm > *overMm))
        return false;
    if ((countMin && facts.count < *countMin) || (countMax && facts.count > *countMax))
        return false;
    if (!allows(laterality, facts.laterality) ||
        !allows(cervicalLaterality, facts.cervicalLaterality))
        return false;
    return any.empty() ||
           std::any_of(any.begin(), any.end(), [&](const Condition& c) { return c.holds(facts); });
}

const Rule& RuleTable::firstMatch(const NeckFacts& facts) const {
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const Rule& rule) { return rule.when.holds(facts); });
    NODEWISE_REQUIRE(found != rules.end());
    return *found;
}

Result<void> RuleBook::readEntries(const EmbeddedFile& file) {
    const auto json = serial::parseJson(file.text, std::string(file.name));
    if (!json)
        return fail(json.error());
    const serial::Reader r(*json, std::string(file.name));
    r.only({"schema", "note", "entries"});
    if (r.string("schema") != "nodewise.staging-rules/1")
        r.at("schema").refuse(ErrorCode::VersionUnsupported, "unknown version of the rules");
    for (const auto& element : r.at("entries").elements()) {
        element.only({"edition", "basis", "sites", "readings", "ambiguous"});
        Entry entry;
        entry.edition = element.term("edition", parse<Edition>);
        entry.basis = element.term("basis", parse<Basis>);
        for (const auto& site : element.at("sites").elements())
            entry.sites.push_back(site.term(parse<Site>));
        for (const auto& reading : element.at("readings").elements())
            entry.readings.emplace_back(reading.string("name"), reading.string("table"));
        entry.alwaysAmbiguous = element.string("ambiguous") == "always";
        m_entries.push_back(std::move(entry));
    }
    return r.result();
}

Result<void> RuleBook::checkComplete() const {
    for (const auto& entry : m_entries)
        for (const auto& [name, id] : entry.readings)
            if (tableOf(id) == nullptr)
                return fail(ErrorCode::ValueOutOfRange, "no table " + id, "rules/index.json");
    for (const auto& [edition, editionWord] : allWords<Edition>())
        for (const auto& [site, siteWord] : allWords<Site>())
            for (const auto& [basis, basisWord] : allWords<Basis>())
                if (authority(edition, site, basis).readings.empty())
                    return fail(ErrorCode::ValueOutOfRange,
                                "no table for " + std::string(editionWord) + " " +
                                    std::string(siteWord) + " " + std::string(basisWord),
                                "rules/index.json");
    return {};
}

Result<RuleBook> RuleBook::read(std::span<const EmbeddedFile> files) {
    RuleBook book;
    for (const auto& file : files) {
        if (file.name.ends_with("index.json")) {
            if (auto ok = book.readEntries(file); !ok)
                return fail(ok.error());
            continue;
        }
        auto table = readTable(file);
        if (!table)
            return fail(table.error());
        book.m_tables.push_back(std::move(*table));
    }
    if (auto ok = book.checkComplete(); !ok)
        return fail(ok.error());
    return book;
}

const RuleBook& RuleBook::builtIn() {
    static const RuleBook book = [] {
        auto read = RuleBook::read(rulesData());
        NODEWISE_REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return book;
}

const RuleTable* RuleBook::tableOf(const std::string& id) const {
    const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&](const RuleTable& table) { return table.id == id; });
    return found == m_tables.end() ? nullptr : &*found;
}

Authority RuleBook::authority(Edition edition, Site site, Basis basis) const {
    for (const auto& entry : m_entries) {
        if (entry.edition != edition || entry.basis != basis)
            continue;
        if (std::find(entry.sites.begin(), entry.sites.end(), site) == entry.sites.end())
            continue;
        Authority result;
        for (const auto& [name, id] : entry.readings)
            result.readings.push_back({name, tableOf(id)});
        result.alwaysAmbiguous = entry.alwaysAmbiguous;
        return result;
    }
    return {};
}

}  // namespace nodewise::staging
