/// concept_text.h: a trained concept (feature/site/look-alike) as people read it.
#pragma once
#include "base/ids.h"
#include <QStringList>
#include <vector>

namespace nodewise::text {

/// First line: the feature, and what it is told apart from: "Adjacent structure or contact".
[[nodiscard]] QString conceptTitle(const ConceptId& concept_);
/// Second line: the site, or "any site".
[[nodiscard]] QString conceptDetail(const ConceptId& concept_);
/// The titles of several, in their order; where two would read the same, with the site.
[[nodiscard]] QStringList conceptTitles(const std::vector<ConceptId>& concepts);

}  // namespace nodewise::text
