#include "measure/structure_names.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace nodewise::measure {
namespace {

/// The first part that occurs in the name decides; cartilages come before the arteries and glands
/// whose names they share.
constexpr auto kParts = std::to_array<std::pair<std::string_view, StructureKind>>({
    {"cartilage", StructureKind::Other},
    {"vein", StructureKind::Vein},
    {"jugular", StructureKind::Vein},
    {"artery", StructureKind::Artery},
    {"carotid", StructureKind::Artery},
    {"nerve", StructureKind::Nerve},
    {"plexus", StructureKind::Nerve},
    {"spinal_cord", StructureKind::Nerve},
    {"gland", StructureKind::Gland},
    {"parotid", StructureKind::Gland},
    {"submandibular", StructureKind::Gland},
    {"thyroid", StructureKind::Gland},
    {"skin", StructureKind::Skin},
    {"muscle", StructureKind::Muscle},
    {"cleidomastoid", StructureKind::Muscle},
    {"scalen", StructureKind::Muscle},
    {"trapezius", StructureKind::Muscle},
    {"levator", StructureKind::Muscle},
    {"splenius", StructureKind::Muscle},
    {"spinalis", StructureKind::Muscle},
    {"multifidus", StructureKind::Muscle},
    {"capitis", StructureKind::Muscle},
    {"longus", StructureKind::Muscle},
    {"omohyoid", StructureKind::Muscle},
    {"digastric", StructureKind::Muscle},
    {"mylohyoid", StructureKind::Muscle},
    {"geniohyoid", StructureKind::Muscle},
    {"hyoglossus", StructureKind::Muscle},
    {"styloglossus", StructureKind::Muscle},
    {"tonsil", StructureKind::Other},
    {"palate", StructureKind::Other},
    {"genioglossus", StructureKind::Muscle},
    {"tongue", StructureKind::Muscle},
    {"masseter", StructureKind::Muscle},
    {"pterygoid", StructureKind::Muscle},
    {"platysma", StructureKind::Muscle},
    {"mandible", StructureKind::Other},
    {"hyoid", StructureKind::Other},
    {"spine", StructureKind::Other},
    {"vertebra", StructureKind::Other},
    {"bone", StructureKind::Other},
    {"trachea", StructureKind::Other},
    {"oesophagus", StructureKind::Other},
    {"esophagus", StructureKind::Other},
    {"pharyn", StructureKind::Other},
    {"larynx", StructureKind::Other},
    {"airway", StructureKind::Other},
    {"lung", StructureKind::Other},
    {"clavicle", StructureKind::Other},
});

}  // namespace

std::optional<StructureKind> structureKindOf(std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::replace(lower.begin(), lower.end(), ' ', '_');
    for (const auto& [part, kind] : kParts)
        if (lower.find(part) != std::string::npos)
            return kind;
    return std::nullopt;
}

}  // namespace nodewise::measure
