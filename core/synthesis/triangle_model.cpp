#include "synthesis/triangle_model.h"
#include "synthesis/noise_field.h"
#include "synthesis/rods.h"
#include <algorithm>
#include <array>

namespace nodewise::synthesis {

namespace {

constexpr std::uint32_t kStream = 51;

/// A line in the slice at some heights, from the head down.
struct Slip {
    float z;
    std::array<StrokePoint, 3> points;
};
// From the posterior tubercles; ends within the muscle's belly.
constexpr std::array kMiddle{Slip{2, {{{27, -7, 1.6F}, {28.5F, -7.5F, 2.2F}, {29.5F, -6, 2.6F}}}},
                             Slip{-24, {{{27, -7.5F, 2.4F}, {29, -8, 3.2F}, {31, -7, 3.6F}}}},
                             Slip{-33, {{{27.5F, -8.5F, 2.6F}, {31.5F, -11, 3.6F}, {36, -14, 4}}}},
                             Slip{-42, {{{28, -9, 2.6F}, {32.5F, -11.5F, 3.6F}, {38, -13, 4.2F}}}},
                             Slip{-60, {{{30, -9.5F, 2.2F}, {35, -13, 3.4F}, {41, -17, 4}}}},
                             Slip{-70, {{{36, -14, 1.2F}, {42, -18, 2.6F}, {48, -22, 3.6F}}}}};
// From the anterior tubercles.
constexpr std::array kAnterior{
    Slip{-8, {{{21.5F, -18, 1.4F}, {22.5F, -19.5F, 1.8F}, {24, -20.5F, 2}}}},
    Slip{-33, {{{22.5F, -18.5F, 1.8F}, {23.2F, -21, 2.4F}, {23.8F, -24, 2.8F}}}},
    Slip{-44, {{{23, -18.5F, 1.7F}, {24.5F, -21, 2.4F}, {28, -23.5F, 3}}}},
    Slip{-58, {{{24, -20, 1.4F}, {26.5F, -24, 2.2F}, {30, -28, 3.2F}}}},
    Slip{-66, {{{27, -25, 0.8F}, {29.5F, -28, 2}, {33, -30, 3}}}}};
// Behind the middle one, down to the second rib.
constexpr std::array kPosterior{
    Slip{-26, {{{30, -2.5F, 1.8F}, {33, -1.5F, 2.4F}, {36, -0.5F, 2}}}},
    Slip{-33, {{{30.5F, -4, 3}, {35, -4, 3.6F}, {38.5F, -4, 2.8F}}}},
    Slip{-44, {{{31, -5.5F, 3.2F}, {36.5F, -5.5F, 4.2F}, {41.5F, -6, 3.4F}}}},
    Slip{-60, {{{33, -7.5F, 3}, {39.5F, -9.5F, 4.4F}, {45.5F, -11.5F, 3.8F}}}},
    Slip{-76, {{{42, -10, 2.6F}, {47, -13, 4}, {52, -15.5F, 3.6F}}}},
    Slip{-94, {{{52, -6, 2.4F}, {56.5F, -9, 3.4F}, {60, -11, 2.6F}}}}};

template <std::size_t N>
void addSlip(SliceAnatomy& out, Part part, const std::array<Slip, N>& slips, float z) {
    constexpr float kRound = 3;
    if (z > slips.front().z + kRound || z < slips.back().z - kRound)
        return;
    std::size_t i = 0;
    while (i + 2 < N && slips[i + 1].z > z)
        ++i;
    const float t = std::clamp((slips[i].z - z) / (slips[i].z - slips[i + 1].z), 0.0F, 1.0F);
    const float end = std::max({0.0F, z - slips.front().z, slips.back().z - z});
    std::array<StrokePoint, 3> line;
    for (std::size_t n = 0; n < line.size(); ++n) {
        const StrokePoint &a = slips[i].points[n], &b = slips[i + 1].points[n];
        line[n] = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.r + t * (b.r - a.r) - end};
    }
    for (const bool left : {true, false})
        addLine(out, partSide(part, left), Field::Muscle, line, left ? 1.0F : -1.0F);
}

/// A vessel of the left side, from the head down.
struct Course {
    std::array<Knot, 4> knots;
    bool artery;
    double chance;
};
constexpr std::array kCourses{
    // Transverse cervical, suprascapular, posterior external jugular vein and one beneath the skin.
    Course{{{{82, 10, -60, 1.2F}, {75, -5, -64, 1.5F}, {67, -18, -68, 1.7F}, {61, -30, -73, 1.9F}}},
           false,
           0.9},
    Course{{{{92, 22, -77, 1.2F}, {79, 4, -81, 1.4F}, {67, -15, -83, 1.6F}, {57, -32, -86, 1.8F}}},
           false,
           0.8},
    Course{{{{60, 31, 15, 1.0F}, {63, 22, 2, 1.2F}, {65, 9, -10, 1.3F}, {64.5F, -4, -22, 1.5F}}},
           false,
           0.7},
    Course{
        {{{67, 12, -26, 0.9F}, {69, 3, -34, 1.1F}, {68.5F, -8, -42, 1.2F}, {67, -18, -50, 1.3F}}},
        false,
        0.6},
    // Submental and occipital vein.
    Course{{{{11, -88, 15, 0.9F}, {21, -80, 14, 1.1F}, {31, -67, 13, 1.3F}, {38, -54, 11, 1.5F}}},
           false,
           0.8},
    Course{{{{43, 46, 32, 0.9F}, {49, 40, 14, 1.0F}, {55, 33, -2, 1.1F}, {59, 26, -14, 1.1F}}},
           false,
           0.6},
    // Superior thyroid, ascending cervical and facial artery.
    Course{{{{24, -37, -7, 1.2F},
             {21, -45, -16, 1.1F},
             {18.5F, -49, -28, 1.0F},
             {17, -51, -42, 0.9F}}},
           true,
           0.9},
    Course{
        {{{21, -27, -22, 0.8F}, {22, -29, -38, 0.9F}, {26, -32, -54, 1.0F}, {30, -36, -72, 1.2F}}},
        true,
        0.8},
    Course{{{{29, -43, 33, 1.2F}, {34, -55, 30, 1.2F}, {39, -63, 27, 1.2F}, {42, -66, 22, 1.1F}}},
           true,
           0.85}};

}  // namespace

void cutScaleneOrigins(SliceAnatomy& out, float z) {
    addSlip(out, Part::ScaleneMedius, kMiddle, z);
    addSlip(out, Part::ScaleneAnterior, kAnterior, z);
    addSlip(out, Part::ScaleneMedius, kPosterior, z);
}

std::vector<SmallVessel> drawNamedVessels(std::uint32_t seed) {
    Draw draw(seed, kStream);
    std::vector<SmallVessel> vessels;
    for (const Course& course : kCourses)
        for (const float side : {1.0F, -1.0F}) {
            const bool there = draw.uniform() < course.chance;
            const auto wide = static_cast<float>(draw.uniform(0.8, 1.25));
            SmallVessel vessel;
            vessel.artery = course.artery;
            std::array<Knot, 4> bent = course.knots;
            for (Knot& knot : bent) {
                knot.x = side * (knot.x + 1.6F * static_cast<float>(draw.normal()));
                knot.y += 1.6F * static_cast<float>(draw.normal());
                knot.r *= wide;
            }
            // Curves, not corners.
            for (std::size_t n = 0; n + 1 < bent.size(); ++n)
                for (int i = 0; i < 3; ++i) {
                    const float t = static_cast<float>(i) / 3;
                    const Knot &a = bent[n > 0 ? n - 1 : 0], &b = bent[n], &c = bent[n + 1],
                               &d = bent[std::min(n + 2, bent.size() - 1)];
                    vessel.knots.push_back({spline(a.x, b.x, c.x, d.x, t),
                                            spline(a.y, b.y, c.y, d.y, t), b.z + t * (c.z - b.z),
                                            b.r + t * (c.r - b.r)});
                }
            vessel.knots.push_back(bent.back());
            if (there)
                vessels.push_back(std::move(vessel));
        }
    return vessels;
}

}  // namespace nodewise::synthesis
