#include "synthesis/tissue_texture.h"
#include "synthesis/shapes.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

/// Share of fat streaks in a muscle, and how far they follow its surface: flat muscles have layers,
/// round ones bundles.
struct Fibres {
    float streaks, follow;
};
Fibres fibresOf(Part part) {
    switch (part) {
    case Part::Multifidus:
        return {0.6F, 0.3F};
    case Part::SemispinalisCapitis:
        return {0.34F, 0.4F};
    case Part::Tongue:
    case Part::Genioglossus:  // what they look like is in the tone of the tongue
        return {0.02F, 0.5F};
    case Part::SpleniusCapitis:
    case Part::Trapezius:
    case Part::Rhomboid:
        return {0.22F, 0.75F};
    case Part::Deltoid:
    case Part::PectoralisMajor:
    case Part::Supraspinatus:
    case Part::Subscapularis:
        return {0.26F, 0.6F};
    case Part::Masseter:
    case Part::MedialPterygoid:
    case Part::LateralPterygoid:
        return {0.12F, 0.6F};
    case Part::LevatorScapulae:
    case Part::ObliquusCapitis:
    case Part::RectusCapitis:
        return {0.16F, 0.5F};
    default:
        return {0.05F, 0.6F};
    }
}

}  // namespace

TissueTexture::TissueTexture(const NoiseTile& tile, const PhaseRecipe& phase, const CasePlan& plan)
    : m_tile(&tile)
    , m_artery(static_cast<float>(phase.arteryHu))
    , m_vein(static_cast<float>(phase.veinHu))
    , m_muscle(static_cast<float>(phase.muscleHu))
    , m_glandHu(static_cast<float>(phase.glandHu))
    , m_calcified(plan.calcification)
    , m_muscleFat(plan.muscleFat)
    , m_glandFat(plan.glandFat)
    , m_plaque(plan.soft.plaque)
    , m_nodules(plan.soft.noduleShare)
    , m_fork(plan.bifurcationMm - 9)
    , m_broad(tile, 61, {15, 15, 15})
    , m_sheet(tile, 62, {9, 6, 9})
    , m_web(tile, 63, {4.5F, 3.6F, 5})
    , m_fine(tile, 64, {2.2F, 2.2F, 2.2F})
    , m_mottle(tile, 65, {13, 13, 13})
    , m_layer(tile, 66, {18, 18, 18})
    , m_fibreA(tile, 67, {6, 6, 16})
    , m_blood(tile, 68, {4, 4, 12})
    , m_grain(tile, 69, {3, 3, 3})
    , m_patch(tile, 70, {12, 12, 25})
    , m_depth(tile, 71, {16, 16, 16}) {
    for (std::size_t part = 0; part < m_looks.size(); ++part) {
        const auto side = static_cast<PartSide>(part);
        const auto [streaks, follow] = fibresOf(partOf(side));
        // Mirrored, with a turn of its own for each muscle.
        const float angle = (isLeft(side) ? 1.0F : -1.0F) *
                            (0.7F + 0.9F * static_cast<float>(static_cast<int>(partOf(side)) % 7));
        m_looks[part] = {streaks * (0.3F + 1.35F * m_muscleFat) + 0.05F * m_muscleFat,
                         plan.soft.toneOf(side), follow, steadyCos(angle), steadySin(angle)};
    }
}

void TissueTexture::setRow(float y, float z) {
    m_y = y;
    m_z = z;
    for (NoiseLine* line : {&m_broad, &m_sheet, &m_web, &m_fine, &m_mottle, &m_layer, &m_fibreA,
                            &m_blood, &m_grain, &m_patch, &m_depth})
        line->setRow(y, z);
}

float TissueTexture::fat(float x, float skin, float between) const {
    const float m = smoothStep(-0.25F, 0.3F, m_mottle.at(x));
    float hu = -130 + 34 * m_broad.at(x);
    hu += 95 * smoothStep(0.84F, 1, ridge(m_sheet.at(x))) * (0.3F + 0.7F * m);
    hu += 58 * smoothStep(0.74F, 1, ridge(m_web.at(x))) * (0.2F + 0.8F * m);
    hu += 34 * m_fine.at(x) * (0.35F + m);
    // Layers parallel to the skin; the outer 5 mm a little denser.
    const float depth = -skin;
    if (depth < 6)
        hu += 16 * smoothStep(6, 2, depth);
    else if (depth < 24) {
        const float wave = 4.5F * m_layer.at(x);
        const float sheet =
            std::min(std::fabs(depth - 9.5F - wave), std::fabs(depth - 16 - 1.5F * wave));
        hu += 75 * smoothStep(0.75F, 0.1F, sheet) * smoothStep(-0.1F, 0.25F, m_broad.at(x)) * m;
    }
    if (between > 0) {
        const float inner = -95 + 24 * m_broad.at(x) + 26 * m_fine.at(x) +
                            75 * smoothStep(0.68F, 1, ridge(m_web.at(x)));
        hu += between * (inner - hu);
    }
    return hu;
}

float TissueTexture::muscle(float x, float depth, PartSide part) const {
    const Look& look = m_looks[part];
    const float f = look.streaks, patch = m_patch.at(x);
    float hu = m_muscle + 2 + look.hu + 7 * m_fibreA.at(x) + 7 * m_fine.at(x) + 9 * patch;
    const float region = smoothStep(-0.35F, 0.35F, patch + 1.1F * f - 0.1F);
    if (region < 0.02F)
        return hu;
    // Along the muscle's surface, or across it in a frame turned for each muscle.
    const float u = x * look.cosine + m_y * look.sine;
    const float v = look.follow * (depth + 6 * m_broad.at(x)) +
                    (1 - look.follow) * (m_y * look.cosine - x * look.sine);
    // Long and thin: square cells would look like dried mud.
    const float wide = m_tile->at(u / 13, v / 2.6F, m_z / 26, 81 + part);
    const float thin = m_tile->at(u / 7, v / 1.6F, m_z / 16, 82 + part);
    const float broken = smoothStep(-0.25F, 0.2F, m_mottle.at(x) + 0.5F * f);
    hu -= (36 + 70 * f) * smoothStep(0.7F, 1, ridge(wide)) * region * broken;
    hu -= (5 + 36 * f) * smoothStep(0.68F, 1, ridge(thin)) * region;
    return hu;
}

float TissueTexture::vein(float x, PartSide part) const {
    const float side = isLeft(part) ? -8.0F : 4.0F;  // one side is a little paler
    return m_vein + side + 10 * m_blood.at(x);
}

float TissueTexture::plaque(float x, float depth, float height, PartSide part) const {
    const Part what = partOf(part);
    const bool carotid = what == Part::CommonCarotid || what == Part::InternalCarotid ||
                         what == Part::ExternalCarotid;
    if (!carotid || m_plaque <= 0.1F || depth > 2.2F)
        return 0;
    const float near = smoothStep(17, 6, std::fabs(height - m_fork - 2));
    if (near <= 0)
        return 0;
    const float patch = m_tile->at(x / 6, m_y / 6, m_z / 8, isLeft(part) ? 97 : 98);
    const float least = 0.52F - 0.5F * m_plaque * near;
    return 720 * smoothStep(least, least + 0.08F, patch) * smoothStep(2.2F, 1.3F, depth) * near;
}

float TissueTexture::gland(float x, PartSide part) const {
    const float grain = m_grain.at(x) + 0.5F * m_fine.at(x);
    const float cleft = smoothStep(0.75F, 1, ridge(m_web.at(x)));
    switch (partOf(part)) {
    case Part::Parotid:
        return 40 - 62 * m_glandFat + 34 * grain - 70 * cleft;
    case Part::Thyroid:
        // Nodules are darker, rounder than lobules.
        return m_glandHu + 46 + 16 * grain -
               70 * smoothStep(0.5F - 0.3F * m_nodules, 0.58F - 0.3F * m_nodules, m_broad.at(x));
    case Part::Sublingual:
        return m_glandHu - 14 + 14 * grain - 40 * cleft;
    default:
        return m_glandHu + 6 - 26 * m_glandFat + 14 * grain - 50 * cleft;
    }
}

float TissueTexture::mucosa(float x, PartSide part) const {
    const float plain = 88 + 14 * m_fine.at(x) + 10 * m_blood.at(x);
    switch (partOf(part)) {
    case Part::Primary:
        return 98 + 22 * m_fibreA.at(x) + 10 * m_fine.at(x) -
               45 * smoothStep(0.22F, 0.5F, m_mottle.at(x));
    case Part::Oesophagus:
        return plain - 20;
    case Part::SoftPalate:  // muscle and glands
        return plain - 18 - 30 * smoothStep(0.78F, 1, ridge(m_web.at(x)));
    case Part::PharyngealWall:
        return plain - 14;
    case Part::Tonsil:
    case Part::LingualTonsil:  // follicles about crypts
        return plain + 10 + 10 * m_grain.at(x) - 40 * smoothStep(0.86F, 1, ridge(m_web.at(x)));
    default:
        return plain;
    }
}

float TissueTexture::lung(float x) const {
    const float vessel =
        smoothStep(0.9F, 1, ridge(m_web.at(x))) * smoothStep(0, 0.3F, m_blood.at(x));
    return -850 + 60 * m_broad.at(x) + 40 * m_fine.at(x) + 700 * vessel;
}

float TissueTexture::bone(float x, float depth, PartSide part) const {
    const Part what = partOf(part);
    if (what == Part::Skull) {
        // Tables about diploe; air cells in the mastoid.
        const float cells = smoothStep(34, 40, std::fabs(x)) * smoothStep(2.2F, 3.2F, depth) *
                            smoothStep(0.1F, -0.05F, std::fabs(m_web.at(x)) - 0.14F) *
                            smoothStep(34, 26, std::fabs(m_y - 8));
        const float diploe =
            1150 + 200 * m_grain.at(x) - smoothStep(1.6F, 2.8F, depth) * (560 - 160 * m_fine.at(x));
        return diploe + cells * (-650 - diploe);
    }
    if (what == Part::Spine && !isLeft(part)) {
        // Arches: thick cortex, dense inside, densest in patches at the joints.
        const float shell = 1010 + 420 * m_grain.at(x);
        const float core = 450 + 320 * m_grain.at(x) + 220 * m_fine.at(x) + 760 * m_broad.at(x);
        return shell + smoothStep(1.7F, 3.0F, depth) * (std::max(core, 380.0F) - shell);
    }
    const float thick = what == Part::Mandible ? 2.8F : (what == Part::Hyoid ? 1.3F : 1.6F);
    const float cortex =
        (what == Part::Mandible
             ? 1650.0F
             : (what == Part::Hyoid ? 620.0F : (what == Part::Spine ? 840.0F : 1170.0F))) +
        320 * m_grain.at(x);
    // Marrow: struts, and fields of denser and of emptier bone; emptier would look destroyed.
    constexpr float kLeastMarrow = 320;
    const float inner = (what == Part::Mandible ? 580.0F : 300.0F) + 220 * m_grain.at(x) +
                        200 * m_fine.at(x) + 580 * m_broad.at(x) + 260 * m_mottle.at(x);
    return cortex +
           smoothStep(thick - 0.5F, thick + 0.6F, depth) * (std::max(inner, kLeastMarrow) - cortex);
}

float TissueTexture::cartilage(float x, float depth, PartSide part) const {
    const float plain = 112 + 14 * m_grain.at(x);
    if (partOf(part) == Part::Trachea)
        return plain;
    // Ossified in patches: a bright shell about marrow.
    const float bony = smoothStep(0.32F - 0.5F * m_calcified, 0.56F - 0.5F * m_calcified,
                                  m_fibreA.at(x) + 0.6F * m_web.at(x));
    const float shell = 520 + 420 * m_grain.at(x) - 380 * smoothStep(0.8F, 1.8F, depth);
    return plain + bony * (shell - plain);
}

float TissueTexture::platysma(float x, float skin, float angle) const {
    const float depth = 5.2F + 2.2F * m_depth.at(x);
    const float sheet = std::fabs(-skin - depth) - 0.6F;
    if (sheet > 1)
        return 0;
    // From the chin to the middle of the sternocleidomastoid.
    const float front = std::fabs(angle + 90);
    const float reach = smoothStep(92, 74, front) * smoothStep(4, 14, front);
    const float whole = smoothStep(-0.45F, 0.0F, m_broad.at(x) + 0.18F);
    return 0.9F * reach * whole * smoothStep(0.6F, -0.2F, sheet);
}

}  // namespace nodewise::synthesis
