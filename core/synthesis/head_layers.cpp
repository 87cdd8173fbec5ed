#include "synthesis/head_layers.h"
#include "synthesis/skull_model.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace nodewise::synthesis {

namespace {

constexpr float kHoleMm = 0.4F;  ///< Room of a vessel in the bone it passes.

std::size_t planeOf(Field f) {
    return static_cast<std::size_t>(f);
}

void keep(FieldSlice& out, Field f, std::size_t p, float d, PartSide part) {
    if (d < out.plane[planeOf(f)][p]) {
        out.plane[planeOf(f)][p] = d;
        out.nearest[planeOf(f)][p] = part;
    }
}

void skullPoint(FieldSlice& out, std::size_t p, const SkullDistances& d) {
    const float vessels = std::min(out.of(Field::Artery)[p], out.of(Field::Vein)[p]);
    keep(out, Field::Bone, p, larger(d.bone, kHoleMm - vessels), partSide(Part::Skull, true));
    keep(out, Field::Lumen, p, d.sinus, partSide(Part::Sinus, true));
    auto& canal = out.plane[planeOf(Field::Canal)];
    auto& cord = out.plane[planeOf(Field::Cord)];
    const bool below = out.height < 63;
    canal[p] = below ? smaller(canal[p], d.cavity) : d.cavity;
    if (!below || d.brain < cord[p]) {
        cord[p] = d.brain;
        out.nearest[planeOf(Field::Cord)][p] = partSide(Part::Brain, true);
    }
    out.plane[planeOf(Field::Disc)][p] = below ? out.plane[planeOf(Field::Disc)][p] : kFar;
}

struct PrimarySite {
    std::string_view name;
    float x, y, z;
};
constexpr std::array kPrimarySites{
    PrimarySite{"tongue", 19, -68, 46},       PrimarySite{"tongue_base", 11, -50, 13},
    PrimarySite{"tonsil", 17, -42, 35},       PrimarySite{"larynx", 7, -51, -29},
    PrimarySite{"hypopharynx", 15, -38, -15}, PrimarySite{"nasopharynx", 12, -34, 76}};

}  // namespace

void drawSkull(FieldSlice& out) {
    if (out.height < kSkullFloor)
        return;
    const SliceGrid& g = out.grid;
    for (int j = 0; j < g.rows; ++j)
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            const float x = out.straightX[p], y = out.straightY[p];
            if (x > SkullBox::x0 && x < SkullBox::x1 && y > SkullBox::y0 && y < SkullBox::y1)
                skullPoint(out, p, skullAt(x, y, out.height));
        }
}

void drawPrimary(const Scene& scene, FieldSlice& out) {
    if (!scene.recipe.primary)
        return;
    const PrimaryRecipe& primary = *scene.recipe.primary;
    const auto* site = std::find_if(kPrimarySites.begin(), kPrimarySites.end(),
                                    [&](const PrimarySite& s) { return s.name == primary.site; });
    if (site == kPrimarySites.end())
        return;
    const auto r = static_cast<float>(primary.radiusMm);
    const float side = primary.side == Side::Right ? -1.0F : 1.0F;
    const float w = (out.height - site->z) / (1.15F * r);
    if (w * w > 1.6F)
        return;
    const SliceGrid& g = out.grid;
    for (int j = 0; j < g.rows; ++j)
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            const float x = out.straightX[p], y = out.straightY[p];
            const float u = (x - side * site->x) / r, v = (y - site->y) / r;
            const float k = std::sqrt(u * u + v * v + w * w);
            if (k > 1.8F)
                continue;
            // An uneven front, deeper where the tissue gives way.
            const float bumps = 3.4F * scene.tile.at(x / 11, y / 11, out.height / 11, 301) +
                                1.4F * scene.tile.at(x / 5, y / 5, out.height / 5, 302);
            const float d = (k - 1) * r + bumps;
            keep(out, Field::Mucosa, p, d, partSide(Part::Primary, true));
            float& lumen = out.plane[planeOf(Field::Lumen)][p];
            lumen = larger(lumen, 0.6F - d);
        }
}

}  // namespace nodewise::synthesis
