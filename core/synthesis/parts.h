/// parts.h: the named structures of the neck and the fields they are drawn in.
#pragma once
#include "terms/terms.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nodewise::synthesis {

/// Distance fields of a slice, mm, negative inside; the order is the order of composition.
enum class Field : std::uint8_t {
    Skin,   ///< The outline of the body.
    Lumen,  ///< Gas of the airway.
    Tooth,
    Bone,
    Cartilage,
    Canal,  ///< Spinal canal: cerebrospinal fluid.
    Cord,
    Disc,
    Artery,
    Vein,
    Node,  ///< Nodes with their extension.
    Gland,
    Mucosa,  ///< Walls of pharynx, larynx, trachea; tonsils.
    Muscle,
    Small,  ///< Small vessels and small nodes of the fat.
    Count
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::Count);

#define NODEWISE_PARTS(X)                                                                          \
    X(None, "", Other, false)                                                                      \
    X(Sternocleidomastoid, "sternocleidomastoid", Muscle, true)                                    \
    X(Trapezius, "trapezius", Muscle, true)                                                        \
    X(LevatorScapulae, "levator_scapulae", Muscle, true)                                           \
    X(SpleniusCapitis, "splenius_capitis", Muscle, true)                                           \
    X(SemispinalisCapitis, "semispinalis_capitis", Muscle, true)                                   \
    X(Multifidus, "multifidus", Muscle, true)                                                      \
    X(ObliquusCapitis, "obliquus_capitis_inferior", Muscle, true)                                  \
    X(RectusCapitis, "rectus_capitis_posterior", Muscle, true)                                     \
    X(ScaleneMedius, "scalene_medius", Muscle, true)                                               \
    X(ScaleneAnterior, "scalene_anterior", Muscle, true)                                           \
    X(LongusColli, "longus_colli", Muscle, true)                                                   \
    X(StrapMuscles, "strap_muscles", Muscle, true)                                                 \
    X(Omohyoid, "omohyoid", Muscle, true)                                                          \
    X(DigastricAnterior, "digastric_anterior", Muscle, true)                                       \
    X(DigastricPosterior, "digastric_posterior", Muscle, true)                                     \
    X(Mylohyoid, "mylohyoid", Muscle, true)                                                        \
    X(Genioglossus, "genioglossus", Muscle, true)                                                  \
    X(Tongue, "tongue", Muscle, false)                                                             \
    X(Masseter, "masseter", Muscle, true)                                                          \
    X(MedialPterygoid, "medial_pterygoid", Muscle, true)                                           \
    X(PharyngealWall, "pharyngeal_wall", Other, false)                                             \
    X(Parotid, "parotid_gland", Gland, true)                                                       \
    X(Submandibular, "submandibular_gland", Gland, true)                                           \
    X(Sublingual, "sublingual_gland", Gland, true)                                                 \
    X(Thyroid, "thyroid_gland", Gland, true)                                                       \
    X(Oesophagus, "oesophagus", Other, false)                                                      \
    X(InternalCarotid, "internal_carotid_artery", Artery, true)                                    \
    X(ExternalCarotid, "external_carotid_artery", Artery, true)                                    \
    X(CommonCarotid, "common_carotid_artery", Artery, true)                                        \
    X(VertebralArtery, "vertebral_artery", Artery, true)                                           \
    X(InternalJugular, "internal_jugular_vein", Vein, true)                                        \
    X(ExternalJugular, "external_jugular_vein", Vein, true)                                        \
    X(FacialVein, "facial_vein", Vein, true)                                                       \
    X(AnteriorJugular, "anterior_jugular_vein", Vein, true)                                        \
    X(RetromandibularVein, "retromandibular_vein", Vein, true)                                     \
    X(Mandible, "mandible", Other, false)                                                          \
    X(Hyoid, "hyoid", Other, false)                                                                \
    X(Spine, "cervical_spine", Other, false)                                                       \
    X(ThyroidCartilage, "thyroid_cartilage", Other, false)                                         \
    X(Cricoid, "cricoid_cartilage", Other, false)                                                  \
    X(Trachea, "trachea", Other, false)                                                            \
    X(SpinalCord, "spinal_cord", Nerve, false)                                                     \
    X(Airway, "airway", Other, false)                                                              \
    X(Skin, "skin", Skin, false)                                                                   \
    X(Temporalis, "temporalis", Muscle, true)                                                      \
    X(LateralPterygoid, "lateral_pterygoid", Muscle, true)                                         \
    X(Buccinator, "buccinator", Muscle, true)                                                      \
    X(Rhomboid, "rhomboid", Muscle, true)                                                          \
    X(SerratusAnterior, "serratus_anterior", Muscle, true)                                         \
    X(Supraspinatus, "supraspinatus", Muscle, true)                                                \
    X(Subscapularis, "subscapularis", Muscle, true)                                                \
    X(PectoralisMajor, "pectoralis_major", Muscle, true)                                           \
    X(Deltoid, "deltoid", Muscle, true)                                                            \
    X(SubclavianArtery, "subclavian_artery", Artery, true)                                         \
    X(SubclavianVein, "subclavian_vein", Vein, true)                                               \
    X(BrachialPlexus, "brachial_plexus", Nerve, true)                                              \
    X(Skull, "skull_base", Other, false)                                                           \
    X(Brain, "brain", Other, false)                                                                \
    X(Styloid, "styloid_process", Other, true)                                                     \
    X(Maxilla, "maxilla", Other, false)                                                            \
    X(Teeth, "teeth", Other, false)                                                                \
    X(SoftPalate, "soft_palate", Other, false)                                                     \
    X(Tonsil, "palatine_tonsil", Other, true)                                                      \
    X(Epiglottis, "epiglottis", Other, false)                                                      \
    X(Larynx, "larynx", Other, false)                                                              \
    X(Clavicle, "clavicle", Other, true)                                                           \
    X(Rib, "rib", Other, true)                                                                     \
    X(Scapula, "scapula", Other, true)                                                             \
    X(Humerus, "humerus", Other, true)                                                             \
    X(Manubrium, "manubrium", Other, false)                                                        \
    X(Lung, "lung", Other, true)                                                                   \
    X(Sinus, "paranasal_sinus", Other, false)                                                      \
    X(Primary, "primary_tumour", Other, false)                                                     \
    X(Crown, "dental_crown", Other, false)                                                         \
    X(Platysma, "platysma", Muscle, true)                                                          \
    X(Geniohyoid, "geniohyoid", Muscle, true)                                                      \
    X(Hyoglossus, "hyoglossus", Muscle, true)                                                      \
    X(Styloglossus, "styloglossus", Muscle, true)                                                  \
    X(LingualTonsil, "lingual_tonsil", Other, false)                                               \
    X(InnocentNode, "innocent_node", Other, true)

enum class Part : std::uint8_t {
#define NODEWISE_PART_ENUM(name, code, kind, paired) name,
    NODEWISE_PARTS(NODEWISE_PART_ENUM)
#undef NODEWISE_PART_ENUM
        Count
};

/// A part with its side: 2 · part, plus 1 on the left; as small as a pixel of a label plane.
using PartSide = std::uint8_t;

[[nodiscard]] constexpr PartSide partSide(Part part, bool left) {
    return static_cast<PartSide>(2 * static_cast<int>(part) + (left ? 1 : 0));
}
[[nodiscard]] constexpr Part partOf(PartSide both) {
    return static_cast<Part>(both / 2);
}
[[nodiscard]] constexpr bool isLeft(PartSide both) {
    return both % 2 == 1;
}

/// "sternocleidomastoid", without side.
[[nodiscard]] std::string_view partCode(Part part);
[[nodiscard]] StructureKind partKind(Part part);
[[nodiscard]] bool isPaired(Part part);
/// "sternocleidomastoid_left"; without a side for single structures.
[[nodiscard]] std::string partName(PartSide both);
/// The part of a code without side; nothing when there is none.
[[nodiscard]] std::optional<Part> partOfCode(std::string_view code);

}  // namespace nodewise::synthesis
