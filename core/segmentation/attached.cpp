#include "segmentation/attached.h"
#include "segmentation/doubt.h"
#include "segmentation/surface_fill.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace nodewise::segmentation {

namespace {

constexpr std::size_t kMostPieces = 3;
constexpr float kBeforeMm = 1.5F, kBehindMm = 4.5F, kStepMm = 0.5F;
constexpr float kPlaneHu = 42;  ///< Darker than the level by this: a plane of fat.
constexpr double kCored = 0.12;
constexpr double kAlikeCores = 3;  ///< Shares of fluid of two nodes of one conglomerate, at most.
constexpr float kSameLevelHu = 9;  ///< Two nodes of one conglomerate look alike.
constexpr float kLeastRadiusMm = 3, kLeastEdge = 0.45F;
constexpr double kMostUneven = 0.162, kMostUnevenClear = 0.2, kMostUnevenCored = 0.34;
/// Two fluid cores say more than a round surface; smaller ones with a clear border.
constexpr double kWellCored = 0.4, kHalfCored = 0.28;
constexpr float kClearEdge = 0.7F;
constexpr float kBridge = 0.8F;       ///< Of the radius: what is smaller may be a bridge to a node.
constexpr float kLeastBehind = 0.7F;  ///< Of the radius: a node, no bridge.
constexpr float kBeyondBridge = 0.9F;
constexpr double kLeastContact = 0.2,
                 kMostContact = 1;  ///< Of the smaller piece's radius: the contact's radius.
constexpr double kLeastVolume = 0.08, kMostVolume = 6;

BoxPoint along(BoxPoint from, const Direction& d, float mm) {
    return {from.x + d[0] * mm, from.y + d[1] * mm, from.z + d[2] * mm};
}

/// No plane before, and solid node tissue or fluid behind the surface.
bool isOpen(const WorkBox& box, const FoundNode& node, const Direction& d, float radius) {
    const float low = node.levels.node - kPlaneHu;
    int solid = 0, count = 0;
    for (float t = -kBeforeMm; t <= kBehindMm; t += kStepMm) {
        const BoxPoint p = along(node.surface.centre, d, radius + t);
        if (!box.inside(p))
            return false;
        const float hu = box.smooth(p);
        const bool fluid = node.levels.hasCore && t > 2 && hu > -5 && hu < kFluidBelow;
        if ((hu < low && !fluid) || hu > vesselFrom(node.levels))
            return false;
        if (t > 0.5F) {
            ++count;
            const float middle = 0.5F * (node.levels.node + node.levels.muscle);
            solid += fluid || hu > middle ? 1 : 0;
        }
    }
    return 10 * solid >= 7 * count;
}

/// The middle of the tissue from the surface on along a direction.
BoxPoint middleBehind(const WorkBox& box, const FoundNode& node, const Direction& d, float radius) {
    const float most = radius + 2.5F * node.surface.meanRadius();
    float end = radius + kBehindMm, wall = 0;
    for (float r = end; r < most && wall < 1.5F; r += kStepMm) {
        const BoxPoint p = along(node.surface.centre, d, r);
        if (!box.inside(p))
            break;
        const float hu = box.smooth(p);
        const bool fluid = node.levels.hasCore && hu > -12 && hu < kFluidBelow;
        wall = outsideEvidence(hu, node.levels, fluid, 0) > 0.15F ? wall + kStepMm : 0;
        end = r;
    }
    return along(node.surface.centre, d, 0.5F * (radius + std::max(end - wall, radius + 3)));
}

/// The largest open patch: its middle, as a direction and a distance.
struct Patch {
    Direction middle{};
    float radius = 0;
};

std::optional<Patch> openPatch(const WorkBox& box, const RaySet& rays, const FoundNode& node) {
    std::vector<std::uint8_t> open(rays.size());
    for (std::size_t r = 0; r < rays.size(); ++r)
        open[r] = isOpen(box, node, rays[r], node.surface.radius[r]) ? 1 : 0;
    std::vector<std::size_t> best;
    for (std::size_t seed = 0; seed < rays.size(); ++seed) {
        if (open[seed] == 0)
            continue;
        std::vector<std::size_t> patch{seed};
        open[seed] = 0;
        for (std::size_t n = 0; n < patch.size(); ++n)
            for (const std::uint16_t next : rays.neighbours(patch[n]))
                if (open[next] != 0) {
                    open[next] = 0;
                    patch.push_back(next);
                }
        if (patch.size() > best.size())
            best = std::move(patch);
    }
    if (best.size() * 230 < rays.size())
        return std::nullopt;
    Direction mean{};
    float radius = 0;
    for (const std::size_t r : best) {
        for (std::size_t a = 0; a < 3; ++a)
            mean[a] += rays[r][a];
        radius += node.surface.radius[r];
    }
    const float size = std::sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
    if (size < 1e-3F)
        return std::nullopt;
    for (float& m : mean)
        m /= size;
    return Patch{mean, radius / static_cast<float>(best.size())};
}

/// Area of the faces between voxels of the two, mm².
double contactArea(const WorkBox& box, const NodeMask& a, const NodeMask& b) {
    const auto& d = box.dims();
    const auto mm = [&](std::size_t axis) { return static_cast<double>(box.spacing()[axis]); };
    const std::array<double, 3> face{mm(1) * mm(2), mm(0) * mm(2), mm(0) * mm(1)};
    const std::array<std::size_t, 3> stride{1, box.offset(0, 1, 0), box.offset(0, 0, 1)};
    double area = 0;
    for (int k = 0; k + 1 < std::max(2, d[2]); ++k)
        for (int j = 0; j + 1 < d[1]; ++j)
            for (int i = 0; i + 1 < d[0]; ++i) {
                const std::size_t at = box.offset(i, j, k);
                for (std::size_t axis = 0; axis < (d[2] > 1 ? 3U : 2U); ++axis) {
                    const std::size_t next = at + stride[axis];
                    if ((a.bits[at] & b.bits[next]) != 0 || (b.bits[at] & a.bits[next]) != 0)
                        area += face[axis];
                }
            }
    // A slanted plane shows more face than it has area.
    return area / 1.5;
}

void takeAway(NodeMask& from, const NodeMask& other) {
    for (std::size_t n = 0; n < from.bits.size(); ++n)
        from.bits[n] = from.bits[n] != 0 && other.bits[n] == 0 ? 1 : 0;
}

/// Voxels of the mask and one voxel about it, for touching.
NodeMask grown(const WorkBox& box, const NodeMask& mask) {
    NodeMask out = mask;
    const auto& d = box.dims();
    for (int k = 0; k < d[2]; ++k)
        for (int j = 1; j + 1 < d[1]; ++j)
            for (int i = 1; i + 1 < d[0]; ++i) {
                const std::size_t at = box.offset(i, j, k);
                if (mask.bits[at] == 0)
                    continue;
                out.bits[at - 1] = out.bits[at + 1] = 1;
                out.bits[box.offset(i, j - 1, k)] = out.bits[box.offset(i, j + 1, k)] = 1;
            }
    return out;
}

/// What a piece is made of.
struct Content {
    float solidHu = 0;      ///< Median of what is no fluid.
    double fluidShare = 0;  ///< 0..1.
};

Content contentOf(const WorkBox& box, const NodeMask& mask) {
    std::vector<float> solid;
    std::size_t fluid = 0;
    const auto& hu = box.smoothVoxels();
    for (std::size_t n = 0; n < mask.bits.size(); ++n) {
        if (mask.bits[n] == 0)
            continue;
        if (hu[n] >= kFluidBelow)
            solid.push_back(hu[n]);
        else if (hu[n] > -12)
            ++fluid;
    }
    if (solid.empty())
        return {0, 1};
    const auto middle = solid.begin() + static_cast<std::ptrdiff_t>(solid.size() / 2);
    std::nth_element(solid.begin(), middle, solid.end());
    return {*middle, static_cast<double>(fluid) / static_cast<double>(fluid + solid.size())};
}

/// Spread of the radii, of their mean: a gland or a stretch of muscle is far from round.
double unevenness(const StarSurface& surface) {
    const double mean = surface.meanRadius();
    double sum = 0;
    for (const float r : surface.radius)
        sum += (r - mean) * (r - mean);
    return std::sqrt(sum / static_cast<double>(surface.radius.size())) / mean;
}

/// Whether the new piece is a node of the same kind that leans broadly on the old one.
bool belongs(const WorkBox& box, const PlacedPiece& old, const PlacedPiece& piece) {
    const auto count = static_cast<double>(piece.mask.count());
    const auto before = static_cast<double>(old.mask.count());
    const float radius = piece.node.surface.meanRadius();
    const Content here = contentOf(box, piece.mask), there = contentOf(box, old.mask);
    const double smaller = std::min(radius, old.node.surface.meanRadius());
    const double contact =
        std::sqrt(contactArea(box, grown(box, old.mask), piece.mask) / std::numbers::pi);
    if (radius < kLeastRadiusMm || count < kLeastVolume * before || count > kMostVolume * before)
        return false;
    const float edges = shareOfClearEdges(piece.node.surface);
    if (edges < kLeastEdge)
        return false;
    const bool cored = here.fluidShare > kCored && there.fluidShare > kCored;
    if (std::fabs(here.solidHu - there.solidHu) > kSameLevelHu && !cored)
        return false;
    if (there.fluidShare > 2 * kCored &&
        here.fluidShare < std::max(kCored, there.fluidShare / kAlikeCores))
        return false;
    const double core = std::min(here.fluidShare, there.fluidShare);
    const bool wellCored = core > kWellCored || (core > kHalfCored && edges > kClearEdge);
    const double clear = edges > kClearEdge ? kMostUnevenClear : kMostUneven;
    if (unevenness(piece.node.surface) > (wellCored ? kMostUnevenCored : clear))
        return false;
    return contact > kLeastContact * smaller && contact < kMostContact * smaller;
}

/// Looks for pieces that lean on those found before.
class Attacher {
public:
    Attacher(const WorkBox& box, const RayTables& rays, float reachMm, unsigned threads,
             JobControl& job, const std::vector<PlacedPiece>& pieces)
        : m_box(box)
        , m_rays(rays)
        , m_reach(reachMm)
        , m_threads(threads)
        , m_job(job)
        , m_pieces(pieces)
        , m_walled(box) {
        for (const PlacedPiece& piece : pieces)
            m_walled.wallOff(piece.mask.bits);
    }

    /// Behind the patch; and where only a bridge was found there, once more as far behind it as a
    /// node of the same size would lie.
    [[nodiscard]] std::optional<PlacedPiece> lookBehind(const PlacedPiece& from) const {
        const auto patch = openPatch(m_box, m_rays.fine, from.node);
        if (!patch)
            return std::nullopt;
        auto piece = pieceAt(middleBehind(m_box, from.node, patch->middle, patch->radius), 0, from);
        const float size = from.node.surface.meanRadius();
        const bool bridge = !piece || piece->node.surface.meanRadius() < kBridge * size;
        if (bridge && m_pieces.size() == 1)
            if (auto second = pieceAt(along(from.node.surface.centre, patch->middle,
                                            patch->radius + kBeyondBridge * size),
                                      kLeastBehind * size, from);
                second && second->node.surface.meanRadius() > kLeastBehind * size)
                piece = std::move(second);
        if (!piece || !belongs(m_box, from, *piece))
            return std::nullopt;
        return piece;
    }

private:
    [[nodiscard]] std::optional<PlacedPiece> pieceAt(BoxPoint place, float leastMm,
                                                     const PlacedPiece& from) const {
        if (!m_box.inside(place))
            return std::nullopt;
        auto found = findNode(m_walled, m_rays, place, from.node.levels,
                              {m_reach, leastMm, leastMm > 0}, m_threads, m_job);
        if (!found)
            return std::nullopt;
        sharpen(m_walled, m_rays.fine, found->levels, found->surface);
        PlacedPiece piece{std::move(*found), {}};
        piece.mask = fill(m_box, m_rays.fine, piece.node.surface);
        for (const PlacedPiece& other : m_pieces)
            takeAway(piece.mask, other.mask);
        return piece;
    }

    const WorkBox& m_box;
    const RayTables& m_rays;
    float m_reach;
    unsigned m_threads;
    JobControl& m_job;
    const std::vector<PlacedPiece>& m_pieces;
    WorkBox m_walled;
};

}  // namespace

Result<void> findAttached(const WorkBox& box, const RayTables& rays, float reachMm,
                          unsigned threads, JobControl& job, std::vector<PlacedPiece>& pieces) {
    for (std::size_t n = 0; n < pieces.size() && pieces.size() < kMostPieces; ++n) {
        const PlacedPiece from = pieces[n];
        auto piece = Attacher(box, rays, reachMm, threads, job, pieces).lookBehind(from);
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled while neighbours were looked for");
        if (piece)
            pieces.push_back(std::move(*piece));
    }
    return {};
}

}  // namespace nodewise::segmentation
