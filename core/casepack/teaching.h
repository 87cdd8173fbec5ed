/// teaching.h: what a case means and teaches. Sealed like its truth: read once a call is kept.
#pragma once
#include "annotation/reference_truth.h"
#include "casepack/case.h"
#include "casepack/pack.h"
#include "casepack/remedy_card.h"
#include "serial/json.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::casepack {

/// What the author means one node to be.
struct MeantNode {
    NodeId id;
    Grade grade = Grade::G0;
    PathologicalEne pene = PathologicalEne::None;
    bool clinicalEne = false;
};

struct Teaching {
    std::vector<MeantNode> nodes;
    std::map<Edition, std::string> n;   ///< Category under each edition, "N2b".
    Translations text;                  ///< 60 to 150 words: finding, rule, trap with citation.
    std::vector<std::string> sources;   ///< Keys: see citationOf.
    std::vector<std::string> remedies;  ///< Codes: see remedyCard.
};

/// Takes what has passed cases/schema/teaching.schema.json; `path` goes into the error. Errors:
/// ValueOutOfRange (a source without citation, a remedy without card). Thread-safe.
[[nodiscard]] Result<Teaching> readTeaching(const serial::Json& json, const std::string& path = {});

/// Whether the truth comes to what the author means: every node asked about, its grade, pENE and
/// signs, and the N category under both editions. Errors: TruthInconsistent (detail names what is
/// meant and what it is), NodeNotFound. Thread-safe.
[[nodiscard]] Result<void> checkTeaching(const Teaching& teaching, const CaseRecord& record,
                                         const CaseTruth& truth, const std::string& path = {});

/// truth/<id>/teaching.json of a pack; nothing when the case has none. Errors: CaseNotFound, those
/// of reading. Thread-safe.
[[nodiscard]] Result<std::optional<Teaching>> openTeaching(const Pack& pack, const CaseId& id);

}  // namespace nodewise::casepack
