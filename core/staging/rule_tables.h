/// rule_tables.h: the staging rules as data (core/staging/rules), and the evaluator of one table.
#pragma once
#include "base/embedded_file.h"
#include "base/result.h"
#include "terms/terms.h"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nodewise::staging {

/// Which evidence of ENE a table counts.
enum class EneSource { None, Clinical, ClinicalOrImaging, Imaging, ImagingAdvanced, Pathological };

enum class Laterality { None, Ipsilateral, Contralateral, Bilateral };

/// A neck as a table sees it.
struct NeckFacts {
    int count = 0;
    double greatestMm = 0;
    bool ene = false;  ///< Of the kind the table counts.
    bool belowCricoid = false;
    Laterality laterality = Laterality::None;
    Laterality cervicalLaterality = Laterality::None;  ///< Without retropharyngeal nodes.
};

/// All parts that are given must hold; with `any`, at least one of its members too.
struct Condition {
    std::optional<bool> ene, belowCricoid;
    std::optional<double> overMm;
    std::optional<int> countMin, countMax;
    std::vector<Laterality> laterality, cervicalLaterality;
    std::vector<Condition> any;

    [[nodiscard]] bool holds(const NeckFacts& facts) const;
};

struct Rule {
    std::string id;  ///< Of the table and the rule: "tnm8-hpvneg-c/n3b".
    Condition when;
    std::string category;  ///< "N3b".
    std::string also;      ///< Another reading of the same rule; empty when sources agree.
    std::string note;      ///< Code of the note that explains `also`.
};

struct RuleTable {
    std::string id, source;
    EneSource ene = EneSource::None;
    bool confirmed = true;  ///< False: the source was not read in full.
    std::vector<Rule> rules;

    /// The first rule that holds. Tables end with a rule that always holds (checked when read).
    [[nodiscard]] const Rule& firstMatch(const NeckFacts& facts) const;
};

struct NamedTable {
    std::string name;  ///< "TNM8", "UICC9", "AJCC8", "UICC9/AJCC9".
    const RuleTable* table = nullptr;
};

/// The tables that speak for one edition, basis and site.
struct Authority {
    std::vector<NamedTable> readings;
    bool alwaysAmbiguous = false;  ///< No rule of its own was found in the public sources.
};

class RuleBook {
public:
    /// Errors: JsonInvalid, UnknownKey, ValueOutOfRange, each with file and JSON pointer.
    [[nodiscard]] static Result<RuleBook> read(std::span<const EmbeddedFile> files);
    /// The rules that are built in; read once. Thread-safe.
    [[nodiscard]] static const RuleBook& builtIn();

    [[nodiscard]] Authority authority(Edition edition, Site site, Basis basis) const;

private:
    struct Entry {
        Edition edition = Edition::Tnm8;
        Basis basis = Basis::Clinical;
        std::vector<Site> sites;
        std::vector<std::pair<std::string, std::string>> readings;  ///< Name, table id.
        bool alwaysAmbiguous = false;
    };
    [[nodiscard]] Result<void> readEntries(const EmbeddedFile& file);
    [[nodiscard]] Result<void> checkComplete() const;
    [[nodiscard]] const RuleTable* tableOf(const std::string& id) const;

    std::vector<RuleTable> m_tables;
    std::vector<Entry> m_entries;
};

}  // namespace nodewise::staging
