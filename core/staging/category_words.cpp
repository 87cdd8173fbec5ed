#include "staging/n_category.h"
#include <algorithm>
#include <array>

namespace nodewise::staging {
namespace {

constexpr std::array<std::string_view, 11> kOrder{"N0",  "N1a", "N1",  "N1b", "N2a", "N2",
                                                  "N2b", "N2c", "N3a", "N3",  "N3b"};

std::string value(const StagingNote& note, std::size_t index) {
    return index < note.values.size() ? note.values[index] : std::string();
}

}  // namespace

std::string bareCategory(const std::string& category) {
    const bool prefixed = category.size() > 1 && (category[0] == 'c' || category[0] == 'p');
    return prefixed ? category.substr(1) : category;
}

int categoryRank(const std::string& category) {
    const std::string bare = bareCategory(category);
    const auto found = std::find(kOrder.begin(), kOrder.end(), bare);
    return found == kOrder.end() ? -1 : static_cast<int>(found - kOrder.begin());
}

bool NCategory::accepts(const std::string& given) const {
    const std::string bare = bareCategory(given);
    if (bare == bareCategory(category))
        return true;
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return bareCategory(reading.category) == bare;
    });
}

RelativeSide relativeSide(Side node, PrimarySide primary) {
    if (node == Side::Midline)
        return RelativeSide::Midline;
    const bool nodeLeft = node == Side::Left;
    const bool primaryLeft = primary != PrimarySide::Right;
    return nodeLeft == primaryLeft ? RelativeSide::Ipsilateral : RelativeSide::Contralateral;
}

std::string noteText(const StagingNote& note) {
    const std::string& code = note.code;
    if (code == "reading")
        return value(note, 0) + ": " + value(note, 1) + " (" + value(note, 2) + ")";
    if (code == "imaging_only")
        return "imaging only: iENE without signs on examination does not count in TNM8; would be " +
               value(note, 0) + " if clinically confirmed";
    if (code == "lower_category")
        return "lower category: only unequivocal iENE counts; would be " + value(note, 0) +
               " if unequivocal";
    if (code == "certainty_not_given")
        return "certainty not given: the imaging grade is taken as unequivocal";
    if (code == "p16_unknown")
        return "p16 unknown: staged as p16-negative";
    if (code == "primary_side")
        return "side of the primary is midline or unknown: the category depends on the side";
    if (code == "no_rule")
        return "no rule for this site and basis was found in the public sources";
    if (code == "structures_unclear")
        return "ENE into a gland or another structure: the sources name muscle, skin and "
               "neurovascular bundle only";
    if (code == "contralateral_only")
        return "contralateral nodes only with iENE: ambiguous in public sources";
    if (code == "clinical_ene_without_imaging")
        return "signs on examination without unequivocal iENE: the sources give no rule";
    if (code == "pathology_not_examined")
        return "pathological ENE was not examined in every node: taken as absent there";
    if (code == "source_unconfirmed")
        return "the source of this rule was not read in full";
    return code;
}

}  // namespace nodewise::staging
