#include "synthesis/anatomy_model.h"
#include "synthesis/inlet_model.h"
#include "synthesis/jaw_model.h"
#include "synthesis/larynx_model.h"
#include "synthesis/noise_field.h"
#include "synthesis/skull_model.h"
#include "synthesis/throat_model.h"
#include "synthesis/triangle_model.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kSkinMm = 1.8F;

/// Taken by a neck dissection of that side.
bool taken(const CasePlan& plan, Part part, bool left) {
    return plan.dissected[left ? 1 : 0] &&
           (part == Part::Submandibular || part == Part::ExternalJugular ||
            part == Part::FacialVein || part == Part::Omohyoid);
}

/// Own factor of groups of muscles and of the thyroid gland.
float bulkOf(const CasePlan& plan, Part part) {
    switch (part) {
    case Part::Trapezius:
    case Part::SpleniusCapitis:
    case Part::SemispinalisCapitis:
    case Part::Multifidus:
        return plan.soft.napeBulk;
    case Part::Masseter:
    case Part::MedialPterygoid:
    case Part::LateralPterygoid:
    case Part::Temporalis:
        return plan.soft.jawBulk;
    case Part::Thyroid:
        return plan.soft.thyroidScale;
    default:
        return 1;
    }
}

/// How much higher in the table this patient's shoulder is looked up.
float hangs(const CasePlan& plan, Part part, float z) {
    switch (part) {
    case Part::Trapezius:
    case Part::Supraspinatus:
    case Part::Subscapularis:
    case Part::Deltoid:
        return plan.shoulderDropMm * smoothStep(-20, -50, z);
    default:
        return 0;
    }
}

void addStroke(SliceAnatomy& out, const CasePlan& plan, const StrokeTable& table, float z,
               bool left) {
    const auto cut = cutStroke(table.keys, z + hangs(plan, table.part, z), table.cap, table.taper);
    if (!cut || taken(plan, table.part, left))
        return;
    const PartSide part = partSide(table.part, left);
    const Jitter& jitter = plan.of(part);
    float grow = table.thickness * jitter.size;
    if (table.field == Field::Muscle)
        grow = table.thickness * plan.muscleScale * (0.5F + 0.5F * jitter.size);
    if (table.field == Field::Gland)
        grow *= plan.glandScale;
    grow *= bulkOf(plan, table.part);
    if (table.part == Part::Sternocleidomastoid)
        grow *= plan.sternomastoid * (plan.dissected[left ? 1 : 0] ? 0.75F : 1.0F);
    const float mirror = left ? 1.0F : -1.0F;
    Chain chain;
    chain.part = part;
    chain.field = table.field;
    chain.floor = cut->floor;
    chain.pack = table.pack;
    for (const Segment& s : cut->segments)
        chain.add({mirror * s.x + jitter.dx, s.y + jitter.dy, s.r * grow},
                  {mirror * (s.x + s.dx) + jitter.dx, s.y + s.dy + jitter.dy, (s.r + s.dr) * grow});
    out.chains.push_back(std::move(chain));
}

void addTube(SliceAnatomy& out, const CasePlan& plan, const EllipseTable& table, float z, bool left,
             std::uint32_t stream) {
    const bool carotid = table.part == Part::CommonCarotid || table.part == Part::InternalCarotid ||
                         table.part == Part::ExternalCarotid;
    // The bifurcation lies higher or lower; far from it the vessels run where they run.
    const float off = (z + 9) / 34;
    const float at = carotid ? z - plan.bifurcationMm / (1 + off * off * off * off) : z;
    auto cut = cutEllipse(table.keys, at, table.field == Field::Lumen ? 1.0F : 2.0F);
    if (!cut || taken(plan, table.part, left))
        return;
    const float bow = (z - 8) / 26;
    if (carotid || table.part == Part::InternalJugular)
        cut->x -=
            (carotid ? 1.0F : 0.4F) * plan.carotidMedialMm / (1 + bow * bow * (1 + bow * bow));
    if (table.part == Part::InternalCarotid) {
        // Longer than its way: it bends out or in between bifurcation and skull base.
        const auto& bend = plan.soft.carotidBend[left ? 1 : 0];
        const float way = smoothStep(4, 26, z) * smoothStep(58, 36, z);
        cut->x += way * bend[0];
        cut->y += way * bend[1];
    }
    const PartSide part = partSide(table.part, left);
    const Jitter& jitter = plan.of(part);
    float grow = 0.5F + 0.5F * jitter.size;
    if (table.part == Part::InternalJugular) {
        const auto& scale = plan.jugularScale;
        const bool weaker = scale[left ? 1 : 0] < scale[left ? 0 : 1];
        grow = scale[left ? 1 : 0] * (weaker ? plan.soft.jugularWeak : 1.0F);
    }
    const float calm = table.field == Field::Artery || table.field == Field::Lumen ? 0.5F : 1.0F;
    cut->x = (left ? cut->x : -cut->x) + calm * jitter.dx;
    cut->y += calm * jitter.dy;
    if (table.field == Field::Lumen)
        cut->x += plan.visceraShiftX;
    if (table.part == Part::Airway) {
        // Between palate and vallecula throats are wider or narrower.
        const float throat = smoothStep(2, 14, z) * smoothStep(74, 62, z);
        cut->a *= 1 + throat * (plan.soft.throatWide - 1);
        // The back wall stays where it is.
        cut->y += throat * (1 - plan.soft.throatDeep) * cut->b;
        cut->b *= 1 + throat * (plan.soft.throatDeep - 1);
    }
    if (!left)
        cut->sine = -cut->sine;
    cut->a *= grow;
    cut->b *= grow;
    cut->box = {};
    cut->box.hold(cut->x, cut->y, std::max(cut->a, cut->b));
    out.tubes.push_back({*cut, part, table.field, table.uneven, stream});
}

/// Veins beneath the skin keep beneath it, however thin the patient.
void keepBeneathSkin(SliceAnatomy& out, const std::vector<float>& outline) {
    constexpr float kBeneath = 4.5F;
    for (Tube& tube : out.tubes) {
        const Part part = partOf(tube.part);
        if (part != Part::ExternalJugular && part != Part::FacialVein &&
            part != Part::AnteriorJugular)
            continue;
        EllipseSection& e = tube.section;
        const auto degree = static_cast<std::size_t>(angleDeg(e.x, e.y) + 180);
        const float most = outline[degree] - kBeneath - e.a, r = std::hypot(e.x, e.y);
        if (r > most) {
            e.x *= most / r;
            e.y *= most / r;
            e.box = {};
            e.box.hold(e.x, e.y, std::max(e.a, e.b));
        }
    }
}

/// Share of each angle of the outline, -90 (front) to 90, in the shoulders.
constexpr std::array kShoulder{0.0F, 0.0F, 0.0F, 0.1F, 0.35F, 0.7F, 1.0F,
                               1.0F, 0.9F, 0.5F, 0.2F, 0.0F,  0.0F};

/// Radius at angle `k` of the table.
float outlineKnot(const CasePlan& plan, float height, std::size_t k) {
    const auto table = skinTable();
    const float z = height + plan.shoulderDropMm * kShoulder[k] * smoothStep(-16, -50, height);
    std::size_t i = 0;
    while (i + 2 < table.size() && table[i + 1].z > z)
        ++i;
    const float t = std::clamp((table[i].z - z) / (table[i].z - table[i + 1].z), 0.0F, 1.0F);
    const std::size_t before = i > 0 ? i - 1 : 0, after = std::min(i + 2, table.size() - 1);
    const float front = smoothStep(6, 1, static_cast<float>(k)),
                back = smoothStep(7, 11, static_cast<float>(k));
    const float share = 1 + front * (plan.fatFront - 1) + back * (plan.fatBack - 1);
    const auto of = [&](const SkinKey& key) {
        return key.radius[k] + kSkinMm + plan.fatScale * share * key.fat[k];
    };
    return spline(of(table[before]), of(table[i]), of(table[i + 1]), of(table[after]), t);
}

bool single(const StrokeTable& table) {
    return !isPaired(table.part);
}

}  // namespace

void Chain::add(const StrokePoint& a, const StrokePoint& b) {
    if (a.r < -reach && b.r < -reach)
        return;
    segments.push_back(segmentOf(a, b));
    box.hold(a.x, a.y, std::max(a.r, 0.0F));
    box.hold(b.x, b.y, std::max(b.r, 0.0F));
}

SliceAnatomy cutAnatomy(const CasePlan& plan, float z) {
    SliceAnatomy out;
    for (const auto tables : {muscleTables(), visceralTables(), mouthTables()})
        for (const auto& table : tables) {
            addStroke(out, plan, table, z, true);
            if (!single(table))
                addStroke(out, plan, table, z, false);
        }
    std::uint32_t stream = 100;
    for (const auto tables : {vesselTables(), gasTables()})
        for (const auto& table : tables) {
            addTube(out, plan, table, z, true, ++stream);
            const bool midline = table.field == Field::Lumen && table.keys.front().x == 0.0F;
            if (!midline)
                addTube(out, plan, table, z, false, ++stream);
        }
    keepBeneathSkin(out, bodyOutline(plan, z));
    cutJaw(out, plan, z);
    cutLarynx(out, plan, z);
    cutThroat(out, plan, z);
    cutScaleneOrigins(out, z);
    cutSkull(out, plan, z);
    cutInlet(out, plan, z);
    return out;
}

std::vector<float> bodyOutline(const CasePlan& plan, float z) {
    const auto knot = [&](int n) {
        const int folded = n < 0 ? -n : (n > 12 ? 24 - n : n);
        return outlineKnot(plan, z, static_cast<std::size_t>(folded));
    };
    std::vector<float> outline(361);
    for (int degree = -180; degree <= 180; ++degree) {
        // The table holds the left half, -90 (front) to 90 (back); the right is its mirror.
        const float a = std::abs(degree) <= 90
                            ? static_cast<float>(degree)
                            : (degree > 0 ? 180.0F : -180.0F) - static_cast<float>(degree);
        const float u = (a + 90) / 15;
        const int n = std::min(11, static_cast<int>(u));
        outline[static_cast<std::size_t>(degree + 180)] =
            spline(knot(n - 1), knot(n), knot(n + 1), knot(n + 2), u - static_cast<float>(n));
    }
    return outline;
}

}  // namespace nodewise::synthesis
