#include "synthesis/throat_model.h"
#include "synthesis/rods.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::synthesis {

namespace {

constexpr float kThroatLow = 4, kThroatHigh = 82;

float within(float z, float low, float high, float r, float round = 2.0F) {
    return withinHeights(z, low, high, r, round);
}

/// Lines of the viscera, which lie a little to one side as a whole.
struct Lines {
    SliceAnatomy& out;
    float shift;

    template <std::size_t N>
    void add(Part part, bool left, Field field, std::array<StrokePoint, N> points) const {
        const float mirror = left ? 1.0F : -1.0F;
        for (StrokePoint& p : points)
            p.x = mirror * p.x + shift;
        addLine(out, partSide(part, left), field, points);
    }
    template <std::size_t N>
    void both(Part part, Field field, const std::array<StrokePoint, N>& points) const {
        add(part, true, field, points);
        add(part, false, field, points);
    }
};

/// A value between heights; the table runs upwards.
template <std::size_t N>
float along(const std::array<std::array<float, 2>, N>& table, float z) {
    if (z <= table.front()[0])
        return table.front()[1];
    for (std::size_t i = 1; i < N; ++i)
        if (z <= table[i][0]) {
            const float t = (z - table[i - 1][0]) / (table[i][0] - table[i - 1][0]);
            return table[i - 1][1] + t * (table[i][1] - table[i - 1][1]);
        }
    return table.back()[1];
}

void softPalate(const Lines& lines, const SoftForm& form, float z) {
    // Middle of the sheet: from the back edge of the bone down and back, then straight down.
    constexpr std::array<std::array<float, 2>, 5> kMiddle{
        {{44, -39.0F}, {54, -39.0F}, {60, -40.0F}, {66, -41.5F}, {72, -45.0F}}};
    const float y = along(kMiddle, z), thick = form.palateThick;
    const float tip = 46 - form.uvulaMm;
    const float uvula = within(z, tip, 64, 2.9F * thick, 5);
    lines.add(Part::SoftPalate, true, Field::Mucosa,
              std::array{StrokePoint{-0.8F, y, uvula}, StrokePoint{0.8F, y, uvula}});
    // The veil itself: broad above, its edge an arch that rises from the sides to the uvula.
    const float veil = within(z, 56, 72.5F, 2.9F * thick, 4),
                side = within(z, 52, 72.5F, 2.4F * thick, 4);
    lines.both(Part::SoftPalate, Field::Mucosa,
               std::array{StrokePoint{0, y, veil}, StrokePoint{6, y - 0.8F, veil},
                          StrokePoint{11.5F, y - 2.4F, side}, StrokePoint{16.5F, y - 4.5F, side}});
}

void tonsils(const Lines& lines, const SoftForm& form, float z) {
    for (const bool left : {true, false}) {
        const float size = form.tonsil[left ? 1 : 0];
        const float half = 11.5F * std::sqrt(size), low = 39 - half, high = 39 + half;
        const float r = within(z, low, high, 4.4F * size, 9);
        // The larger, the further it bulges to the midline from its bed.
        const float x = 18.0F - 0.9F * 4.4F * size;
        lines.add(Part::Tonsil, left, Field::Mucosa,
                  std::array{StrokePoint{x, -44.5F, 0.82F * r}, StrokePoint{x - 0.4F, -41, r},
                             StrokePoint{x + 0.4F, -37.5F, 0.85F * r}});
    }
    // Pillars before and behind.
    lines.both(Part::SoftPalate, Field::Mucosa,
               std::array{StrokePoint{16.8F, -48.5F, within(z, 26, 58, 1.7F, 4)},
                          StrokePoint{17.5F, -46.5F, within(z, 26, 58, 1.5F, 4)}});
    lines.both(Part::PharyngealWall, Field::Mucosa,
               std::array{StrokePoint{15.6F, -35, within(z, 12, 60, 2.0F, 5)},
                          StrokePoint{17, -37, within(z, 10, 60, 1.7F, 5)}});
}

/// The lingual tonsil lies on the back of the tongue, down to the valleculae.
void tongueBase(const Lines& lines, const SoftForm& form, float z) {
    constexpr std::array<std::array<float, 2>, 6> kBack{
        {{5, -49.5F}, {12, -47.3F}, {20, -45.6F}, {30, -44.9F}, {42, -44.3F}, {50, -45.5F}}};
    const float y = along(kBack, z);
    const float r = within(z, 5, 47, 2.3F * form.lingualTonsil, 7);
    lines.both(Part::LingualTonsil, Field::Mucosa,
               std::array{StrokePoint{1.2F, y + 0.9F, 0.8F * r}, StrokePoint{4, y + 0.6F, r},
                          StrokePoint{8, y - 0.8F, r}, StrokePoint{12.5F, y - 3.4F, 0.8F * r}});
}

void walls(const Lines& lines, float z) {
    // Superior and middle constrictor: from the raphe behind the last molar round to the midline.
    const float r = within(z, 4, 68, 1.5F);
    lines.both(Part::PharyngealWall, Field::Mucosa,
               std::array{StrokePoint{20.5F, -49, within(z, 20, 64, 1.1F)},
                          StrokePoint{20, -43, within(z, 8, 66, 1.6F)},
                          StrokePoint{18.6F, -36.5F, r}, StrokePoint{13.5F, -31.4F, r},
                          StrokePoint{6, -29.3F, 1.15F * r}, StrokePoint{0, -28.9F, 1.3F * r}});
    // Above and below the tonsils the muscles of the side wall lie closer to the gas.
    const float low = within(z, 2, 29, 2.8F, 6), high = within(z, 51, 70, 2.5F, 6);
    for (const float side : {low, high})
        lines.both(Part::PharyngealWall, Field::Mucosa,
                   std::array{StrokePoint{17, -46, side}, StrokePoint{14.6F, -40.5F, 1.1F * side},
                              StrokePoint{15, -35, side}});
    // Torus of the tube before the recess of the nasopharynx; its back wall with the adenoid.
    lines.both(Part::PharyngealWall, Field::Mucosa,
               std::array{StrokePoint{13.5F, -39.5F, within(z, 66, 80, 3.0F, 4)},
                          StrokePoint{16.5F, -41.5F, within(z, 66, 82, 3.4F, 4)}});
    lines.both(Part::PharyngealWall, Field::Mucosa,
               std::array{StrokePoint{18.5F, -45, within(z, 64, 84, 2.6F, 4)},
                          StrokePoint{18.5F, -36, within(z, 66, 84, 1.8F, 4)},
                          StrokePoint{14, -30, within(z, 64, 86, 2.0F, 4)},
                          StrokePoint{5, -29.5F, within(z, 64, 90, 2.6F, 4)},
                          StrokePoint{0, -29.5F, within(z, 64, 90, 2.8F, 4)}});
}

/// Gum on the inner face of both jaws, and the floor beside the tongue.
void gums(const Lines& lines, float z) {
    struct Place {
        float x, y;
    };
    constexpr std::array kInner{Place{2, -84.8F},     Place{9, -83.2F},     Place{15.5F, -78.5F},
                                Place{21.5F, -69.5F}, Place{27.5F, -58.5F}, Place{31, -50}};
    const float lower = within(z, 35, 47, 1.9F, 3), upper = within(z, 56, 69, 1.9F, 3);
    for (const float r : {lower, upper}) {
        std::array<StrokePoint, kInner.size()> line;
        for (std::size_t i = 0; i < line.size(); ++i)
            line[i] = {kInner[i].x, kInner[i].y, r};
        lines.both(Part::SoftPalate, Field::Mucosa, line);
    }
    // Behind the last molars cheek, jaw and palate meet.
    lines.both(Part::SoftPalate, Field::Mucosa,
               std::array{StrokePoint{22, -50.5F, within(z, 40, 66, 1.8F, 3)},
                          StrokePoint{30, -51, within(z, 42, 64, 2.2F, 3)}});
}

constexpr std::array kStyloglossus{Knot{35, -19, 60, 1.3F}, Knot{32, -31.5F, 53, 1.9F},
                                   Knot{26, -43, 48, 2.0F}, Knot{21, -55, 46, 1.8F},
                                   Knot{18.5F, -66, 47, 1.2F}};

bool carves(Part part) {
    return part == Part::SoftPalate || part == Part::Tonsil || part == Part::LingualTonsil ||
           part == Part::PharyngealWall;
}

}  // namespace

void cutThroat(SliceAnatomy& out, const CasePlan& plan, float z) {
    if (z < 0 || z > 94)
        return;
    const Lines lines{out, plan.visceraShiftX};
    softPalate(lines, plan.soft, z);
    tonsils(lines, plan.soft, z);
    tongueBase(lines, plan.soft, z);
    walls(lines, z);
    gums(lines, z);
    addRodPair(out, Part::Styloglossus, Field::Muscle, kStyloglossus, z);
}

void shapeThroat(const Scene& scene, FieldSlice& out) {
    if (out.height < kThroatLow || out.height > kThroatHigh)
        return;
    const SliceGrid& g = out.grid;
    auto& lumen = out.of(Field::Lumen);
    auto& mucosa = out.of(Field::Mucosa);
    const auto& wall = out.idOf(Field::Mucosa);
    const auto& muscle = out.of(Field::Muscle);
    const auto& fleshy = out.idOf(Field::Muscle);
    NoiseLine bumps(scene.tile, 43, {4.5F, 4.5F, 5}), crypts(scene.tile, 44, {2.6F, 2.6F, 4}),
        folds(scene.tile, 45, {10, 10, 14});
    const float loose = 4.0F * smoothStep(4, 16, out.height) * smoothStep(82, 68, out.height);
    for (int j = 0; j < g.rows; ++j) {
        const float y = g.y0 + g.step * static_cast<float>(j);
        bumps.setRow(y, g.z);
        crypts.setRow(y, g.z);
        folds.setRow(y, g.z);
        for (int i = 0; i < g.columns; ++i) {
            const std::size_t p =
                static_cast<std::size_t>(j) * static_cast<std::size_t>(g.columns) +
                static_cast<std::size_t>(i);
            if (mucosa[p] > 3 && lumen[p] > 3)
                continue;
            const float x = g.x0 + g.step * static_cast<float>(i);
            const Part part = partOf(wall[p]);
            if (part == Part::PharyngealWall)
                mucosa[p] += 1.6F * bumps.at(x);
            else if (part == Part::Tonsil || part == Part::LingualTonsil)
                mucosa[p] += 1.5F * bumps.at(x) + 0.9F * crypts.at(x);
            lumen[p] += loose * folds.at(x);
            if (carves(part))
                lumen[p] = larger(lumen[p], 0.2F - mucosa[p]);
            const Part flesh = partOf(fleshy[p]);
            if (flesh == Part::Tongue || flesh == Part::Hyoglossus || flesh == Part::Genioglossus)
                lumen[p] = larger(lumen[p], 1.2F - muscle[p]);
        }
    }
}

}  // namespace nodewise::synthesis
