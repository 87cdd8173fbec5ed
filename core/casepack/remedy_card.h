/// remedy_card.h: what to do next time: a card for each error code and each pitfall.
#pragma once
#include "base/ids.h"
#include "base/result.h"
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nodewise::casepack {

/// A text in several languages, by BCP 47 tag.
using Translations = std::map<std::string, std::string>;

/// The text in `language` ("de", "de_AT"), else in English, else any; empty when there is none.
/// Thread-safe.
[[nodiscard]] const std::string& textIn(const Translations& texts, std::string_view language);

struct RemedyCard {
    std::string code;  ///< "E01" … "E16", "P1" … "P15".
    Translations title, text;
    std::vector<std::string> sources;  ///< Keys: see citationOf.
    CaseId pictureCase;                ///< A case of the starter pack that shows it,
    NodeId pictureNode;                ///< and the node in it.
    /// Another neck for the picture than the case's own; 0 = the case's own.
    std::uint32_t pictureSeed = 0;
    double pictureUpMm = 0;  ///< The slice so far above the decisive one.
};

/// Every card, in the order of their codes (E01 … E16, P1 … P15); built in from cases/remedies.
/// Thread-safe.
[[nodiscard]] std::span<const RemedyCard> remedyCards();
/// The card of a code; null when there is none. Thread-safe.
[[nodiscard]] const RemedyCard* remedyCard(std::string_view code);
/// The full citation of a key such as "Kimura2008"; nothing when the key is unknown. Thread-safe.
[[nodiscard]] std::optional<std::string> citationOf(std::string_view key);

/// Reads one card; `path` goes into the error. Errors: JsonInvalid, SchemaViolation,
/// ValueOutOfRange (a source without citation). Thread-safe.
[[nodiscard]] Result<RemedyCard> readRemedyCard(std::string_view text, const std::string& path);

}  // namespace nodewise::casepack
