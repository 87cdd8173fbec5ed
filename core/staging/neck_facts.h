/// neck_facts.h: from a list of nodes to what the tables ask, with every way the facts may be read.
#pragma once
#include "staging/n_category.h"
#include "staging/rule_tables.h"
#include <vector>

namespace nodewise::staging {

/// How one kind of table counts the ENE of a neck.
struct EneCount {
    bool sure = false;        ///< ENE that counts.
    bool ifUnclear = false;   ///< With what the sources leave open counted too.
    bool ifDoubtful = false;  ///< With grades counted that are not unequivocal.
    bool ifClinical = false;  ///< With imaging grades counted as if examination confirmed them.
    bool certaintyMissing = false;
    const char* unclearNote = nullptr;  ///< Code of the note when `ifUnclear` differs from `sure`.
};

[[nodiscard]] EneCount countEne(const std::vector<StagedNode>& nodes, EneSource source);

/// Facts without ENE. `swapped` takes the contralateral side for ipsilateral. For an unknown
/// primary a neck with nodes on one side only has them ipsilateral.
[[nodiscard]] NeckFacts neckFacts(const StagingInput& input, bool swapped);

}  // namespace nodewise::staging
