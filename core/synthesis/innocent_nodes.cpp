#include "synthesis/innocent_nodes.h"
#include "synthesis/anatomy_model.h"
#include "synthesis/noise_field.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

constexpr std::uint32_t kStream = 41;
constexpr float kGapMm = 0.5F;       ///< Fat between a node and what lies beside it.
constexpr float kBeneathSkinMm = 7;  ///< Skin, platysma and the layer above the fascia.
constexpr float kLeastRadiusMm = 1.5F;

/// Where the nodes of a level lie, left side of the straight neck: a line, its spread, how many.
struct Station {
    Knot from, to;
    float spread;
    int least, most;
};
constexpr std::array kStations{Station{{6, -80, 15, 0}, {5, -70, 7, 0}, 3.0F, 0, 1},       // Ia
                               Station{{31, -66, 20, 0}, {34, -58, 8, 0}, 4.0F, 1, 2},     // Ib
                               Station{{43, -33, 24, 0}, {42, -30, 4, 0}, 4.0F, 1, 2},     // IIa
                               Station{{49, -6, 30, 0}, {48, -5, 6, 0}, 4.5F, 1, 2},       // IIb
                               Station{{45, -13, -10, 0}, {46, -24, -44, 0}, 4.5F, 1, 3},  // III
                               Station{{47, -36, -56, 0}, {48, -44, -72, 0}, 5.0F, 1, 2},  // IV
                               Station{{58, 10, 16, 0}, {63, 18, -34, 0}, 6.0F, 1, 3},     // Va
                               Station{{64, -4, -48, 0}, {70, -20, -76, 0}, 7.0F, 1, 2}};  // Vb

/// Room about a place in the fat of a slice; at most 12 mm.
float roomAt(const SliceAnatomy& slice, const std::vector<float>& outline, float x, float y) {
    const auto degree = static_cast<std::size_t>(std::clamp(angleDeg(x, y) + 180, 0.0F, 360.0F));
    float room = std::min(12.0F, outline[degree] - kBeneathSkinMm - std::hypot(x, y));
    for (const Chain& chain : slice.chains) {
        if (chain.floor > 6)
            continue;
        for (const Segment& s : chain.segments)
            room = std::min(room, distanceTo(s, x, y) - 0.5F * chain.pack);
    }
    for (const Tube& tube : slice.tubes)
        room = std::min(room, distanceTo(tube.section, x, y));
    return room;
}

class Placer {
public:
    Placer(const CasePlan& plan, double share)
        : m_plan(plan)
        , m_share(share)
        , m_draw(plan.seed, kStream) {}

    std::vector<InnocentNode> run() {
        for (const Station& station : kStations)
            for (const bool left : {true, false}) {
                const double wanted =
                    m_draw.uniform(station.least - 0.2, station.most + 0.8) * m_share;
                const int count = static_cast<int>(std::max(0.0, wanted));
                for (int i = 0; i < count; ++i)
                    place(station, left);
            }
        return std::move(m_nodes);
    }

private:
    [[nodiscard]] float between(double low, double high) {
        return static_cast<float>(m_draw.uniform(low, high));
    }

    /// The roomiest of a few places of one slice.
    void place(const Station& station, bool left) {
        const float t = between(0, 1), mirror = left ? 1.0F : -1.0F;
        const auto along = [&](float a, float b) { return a + t * (b - a); };
        const float z = along(station.from.z, station.to.z);
        const float wanted = between(0, 1);
        const SliceAnatomy slice = cutAnatomy(m_plan, z);
        const auto outline = bodyOutline(m_plan, z);
        InnocentNode node;
        float best = 0;
        for (int i = 0; i < 10; ++i) {
            const float spread = station.spread;
            const float x = mirror * (along(station.from.x, station.to.x) +
                                      spread * static_cast<float>(m_draw.normal()));
            const float y =
                along(station.from.y, station.to.y) + spread * static_cast<float>(m_draw.normal());
            const float room = std::min(roomAt(slice, outline, x, y), clearance(x, y, z));
            if (room > best) {
                best = room;
                node.centre = {x, y, z};
            }
        }
        // Most are small: 3 to 8 mm across.
        const float r = std::min(kLeastRadiusMm + 2.5F * wanted * wanted, best - kGapMm);
        shape(node, r, best);
        if (r >= kLeastRadiusMm)
            m_nodes.push_back(node);
    }

    void shape(InnocentNode& node, float r, float room) {
        const float longer = between(1.1, 1.7), tall = between(1.4, 2.2), turn = between(20, 80);
        const float lean = between(0.1, 0.5), fatty = between(0, 1), wide = between(0.34, 0.5);
        const float mirror = node.centre[0] > 0 ? 1.0F : -1.0F;
        node.radii = {std::max(r, std::min(r * longer, room + 0.4F)), r, std::min(9.0F, r * tall)};
        const float angle = mirror * turn * 0.01745329F;
        node.cosine = steadyCos(angle);
        node.sine = steadySin(angle);
        node.leanX = -0.12F * mirror;
        node.leanY = lean;
        // Fat enters from the side of the vessels.
        node.hilum = fatty < 0.85F && r > 1.8F ? wide : 0;
        const float inward = -mirror * node.sine > 0 ? 1.0F : -1.0F;
        node.hilumU = 0.1F * node.radii[0];
        node.hilumV = inward * 0.5F * r;
    }

    /// To the nodes placed before.
    [[nodiscard]] float clearance(float x, float y, float z) const {
        float room = 12;
        for (const InnocentNode& other : m_nodes) {
            const float dx = x - other.centre[0], dy = y - other.centre[1],
                        dz = 0.7F * (z - other.centre[2]);
            room = std::min(room, std::sqrt(dx * dx + dy * dy + dz * dz) - other.radii[0] - 2);
        }
        for (const SmallNode& other : m_plan.smallNodes) {
            const float dx = x - other.centre[0], dy = y - other.centre[1],
                        dz = 0.7F * (z - other.centre[2]);
            room = std::min(room, std::sqrt(dx * dx + dy * dy + dz * dz) - other.radii[0] - 1);
        }
        return room;
    }

    const CasePlan& m_plan;
    double m_share;
    Draw m_draw;
    std::vector<InnocentNode> m_nodes;
};

}  // namespace

std::vector<InnocentNode> placeInnocentNodes(const CasePlan& plan, double share) {
    return Placer(plan, share).run();
}

float distanceTo(const InnocentNode& node, float x, float y, float z) {
    const float dz = z - node.centre[2], w = dz / node.radii[2];
    if (w * w >= 1)
        return kFar;
    const float shrink = std::sqrt(1 - w * w);
    const float dx = x - node.centre[0] - node.leanX * dz,
                dy = y - node.centre[1] - node.leanY * dz;
    const float u = dx * node.cosine + dy * node.sine, v = dy * node.cosine - dx * node.sine;
    const float d = ellipseDistance(u, v, node.radii[0] * shrink, node.radii[1] * shrink);
    if (node.hilum <= 0)
        return d;
    const float deep = node.hilum * std::max(0.2F, 1 - 1.6F * w * w);
    return larger(d, -ellipseDistance(u - node.hilumU, v - node.hilumV, deep * node.radii[0],
                                      0.85F * deep * node.radii[1]));
}

}  // namespace nodewise::synthesis
