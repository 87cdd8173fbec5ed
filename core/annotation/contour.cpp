#include "annotation/contour.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>

namespace nodewise {
namespace {

/// A regular sheet of shares on the plane; one sample of margin round the label.
struct Sheet {
    SlicePlane plane;  ///< Pixel = sample.
    int width = 0, height = 0;
    std::vector<float> values;

    [[nodiscard]] float at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

/// Trilinear share of the label at a patient point; nothing beyond the grid.
float shareAt(const LabelMap& map, LabelValue label, PointLps point) {
    const ContinuousIndex at = map.geometry().toIndex(point);
    const std::array<double, 3> base{std::floor(at.i), std::floor(at.j), std::floor(at.k)};
    const std::array<double, 3> weight{at.i - base[0], at.j - base[1], at.k - base[2]};
    double share = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const int di = corner & 1, dj = (corner >> 1) & 1, dk = corner >> 2;
        const VoxelIndex voxel{static_cast<int>(base[0]) + di, static_cast<int>(base[1]) + dj,
                               static_cast<int>(base[2]) + dk};
        const double w = (di != 0 ? weight[0] : 1 - weight[0]) *
                         (dj != 0 ? weight[1] : 1 - weight[1]) *
                         (dk != 0 ? weight[2] : 1 - weight[2]);
        if (w > 0 && map.geometry().contains(voxel) && map.at(voxel) == label)
            share += w;
    }
    return static_cast<float>(share);
}

/// The rectangle of the plane that holds the label's box with two voxels to spare, sampled at voxel
/// steps from a voxel centre's foot, so that a plane along the grid samples voxel centres.
Sheet emptySheet(const LabelMap& map, const VoxelBox& box, const SlicePlane& plane) {
    const GridGeometry& grid = map.geometry();
    const VectorLps right = normalized(plane.right), down = normalized(plane.down);
    Sheet sheet;
    sheet.plane = {grid.toPatient(box.low), right * spacingAlongMm(grid, right),
                   down * spacingAlongMm(grid, down)};
    sheet.plane.origin =
        sheet.plane.origin - plane.normal() * plane.signedDistanceMm(sheet.plane.origin);
    double lowX = 0, lowY = 0, highX = 0, highY = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const PixelPoint at = sheet.plane.toPixel(grid.toPatient(VoxelIndex{
            (corner & 1) != 0 ? box.high.i : box.low.i, (corner & 2) != 0 ? box.high.j : box.low.j,
            (corner & 4) != 0 ? box.high.k : box.low.k}));
        lowX = std::min(lowX, at.x);
        lowY = std::min(lowY, at.y);
        highX = std::max(highX, at.x);
        highY = std::max(highY, at.y);
    }
    const double startX = std::floor(lowX + 1e-6) - 3, startY = std::floor(lowY + 1e-6) - 3;
    sheet.width = static_cast<int>(std::ceil(highX - 1e-6) - startX) + 4;
    sheet.height = static_cast<int>(std::ceil(highY - 1e-6) - startY) + 4;
    sheet.plane.origin = sheet.plane.toPatient({startX, startY});
    return sheet;
}

bool missesBox(const LabelMap& map, const VoxelBox& box, const SlicePlane& plane) {
    double low = std::numeric_limits<double>::max(), high = -low;
    for (int corner = 0; corner < 8; ++corner) {
        const double mm = plane.signedDistanceMm(map.geometry().toPatient(VoxelIndex{
            (corner & 1) != 0 ? box.high.i : box.low.i, (corner & 2) != 0 ? box.high.j : box.low.j,
            (corner & 4) != 0 ? box.high.k : box.low.k}));
        low = std::min(low, mm);
        high = std::max(high, mm);
    }
    const double reach = spacingAlongMm(map.geometry(), plane.normal());
    return low > reach || high < -reach;
}

Sheet sampledSheet(const LabelMap& map, LabelValue label, const VoxelBox& box,
                   const SlicePlane& plane) {
    Sheet sheet = emptySheet(map, box, plane);
    sheet.values.reserve(static_cast<std::size_t>(sheet.width) *
                         static_cast<std::size_t>(sheet.height));
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x)
            sheet.values.push_back(
                shareAt(map, label,
                        sheet.plane.toPatient({static_cast<double>(x), static_cast<double>(y)})));
    return sheet;
}

/// 1-2-1 along one direction; the outermost samples are zero and stay.
void binomial(std::vector<float>& values, std::size_t step, std::size_t from, std::size_t to) {
    const std::vector<float> before = values;
    for (std::size_t n = from; n < to; ++n)
        values[n] = (before[n - step] + 2 * before[n] + before[n + step]) / 4;
}

/// Marching squares. A crossing lies on an edge of the sample grid; edges are numbered so that each
/// has one number: 2·sample for the edge to the right, 2·sample + 1 for the one down.
class Tracer {
public:
    explicit Tracer(const Sheet& sheet)
        : m_sheet(sheet) {}
    std::vector<Contour> trace();

private:
    using Edge = std::uint64_t;
    void cell(int x, int y);
    [[nodiscard]] Edge edge(int x, int y, bool down) const {
        return 2 * (static_cast<Edge>(y) * static_cast<Edge>(m_sheet.width) +
                    static_cast<Edge>(x)) +
               (down ? 1 : 0);
    }
    [[nodiscard]] PointLps place(Edge edge) const;
    void follow(Edge first, std::vector<Contour>& out);

    const Sheet& m_sheet;
    std::unordered_map<Edge, Edge> m_next;
    std::vector<Edge> m_order;  ///< Starts in reading order: the same lines on every machine.
};

/// Adds the lines of one cell; the label lies to the right of the way from first to second.
void Tracer::cell(int x, int y) {
    const float a = m_sheet.at(x, y), b = m_sheet.at(x + 1, y);
    const float c = m_sheet.at(x + 1, y + 1), d = m_sheet.at(x, y + 1);
    const int inside =
        (a >= 0.5F ? 1 : 0) | (b >= 0.5F ? 2 : 0) | (c >= 0.5F ? 4 : 0) | (d >= 0.5F ? 8 : 0);
    const Edge top = edge(x, y, false), right = edge(x + 1, y, true);
    const Edge bottom = edge(x, y + 1, false), left = edge(x, y, true);
    const auto add = [&](Edge to, Edge from) {
        m_next[from] = to;
        m_order.push_back(from);
    };
    const bool joined = (a + b + c + d) / 4 >= 0.5F;  // Saddles: what the middle says.
    switch (inside) {
    case 1:
        return add(left, top);
    case 2:
        return add(top, right);
    case 3:
        return add(left, right);
    case 4:
        return add(right, bottom);
    case 6:
        return add(top, bottom);
    case 7:
        return add(left, bottom);
    case 8:
        return add(bottom, left);
    case 9:
        return add(bottom, top);
    case 11:
        return add(bottom, right);
    case 12:
        return add(right, left);
    case 13:
        return add(right, top);
    case 14:
        return add(top, left);
    case 5:
        add(left, joined ? bottom : top);
        return add(right, joined ? top : bottom);
    case 10:
        add(top, joined ? left : right);
        return add(bottom, joined ? right : left);
    default:
        return;
    }
}

PointLps Tracer::place(Edge edge) const {
    const auto sample = edge / 2;
    const int x = static_cast<int>(sample % static_cast<Edge>(m_sheet.width));
    const int y = static_cast<int>(sample / static_cast<Edge>(m_sheet.width));
    const bool down = (edge & 1) != 0;
    const double a = m_sheet.at(x, y);
    const double b = down ? m_sheet.at(x, y + 1) : m_sheet.at(x + 1, y);
    const double part = (0.5 - a) / (b - a);
    return m_sheet.plane.toPatient({x + (down ? 0 : part), y + (down ? part : 0)});
}

void Tracer::follow(Edge first, std::vector<Contour>& out) {
    Contour line;
    Edge at = first;
    for (auto next = m_next.find(at); next != m_next.end(); next = m_next.find(at)) {
        const PointLps point = place(at);
        if (line.points.empty() || distance(line.points.back(), point) > 1e-9)
            line.points.push_back(point);
        at = next->second;
        m_next.erase(next);
    }
    line.closed = at == first;
    if (!line.closed)
        line.points.push_back(place(at));
    if (line.points.size() > 2)
        out.push_back(std::move(line));
}

std::vector<Contour> Tracer::trace() {
    for (int y = 0; y + 1 < m_sheet.height; ++y)
        for (int x = 0; x + 1 < m_sheet.width; ++x)
            cell(x, y);
    std::vector<Contour> out;
    for (const Edge first : m_order)
        if (m_next.contains(first))
            follow(first, out);
    return out;
}

}  // namespace

std::vector<Contour> contoursOfLabel(const LabelMap& map, LabelValue label, const SlicePlane& plane,
                                     ContourSmoothing smoothing) {
    const auto box = map.boxOf(label);
    if (!box || missesBox(map, *box, plane))
        return {};
    Sheet sheet = sampledSheet(map, label, *box, plane);
    if (smoothing == ContourSmoothing::Binomial) {
        const auto width = static_cast<std::size_t>(sheet.width);
        const std::size_t count = sheet.values.size();
        binomial(sheet.values, 1, 1, count - 1);
        binomial(sheet.values, width, width, count - width);
    }
    return Tracer(sheet).trace();
}

double enclosedAreaMm2(const std::vector<Contour>& contours, const SlicePlane& plane) {
    const VectorLps right = normalized(plane.right), down = normalized(plane.down);
    double twice = 0;
    for (const Contour& contour : contours)
        for (std::size_t n = 0; contour.closed && n < contour.points.size(); ++n) {
            const VectorLps a = contour.points[n] - plane.origin;
            const VectorLps b = contour.points[(n + 1) % contour.points.size()] - plane.origin;
            twice += dot(a, right) * dot(b, down) - dot(b, right) * dot(a, down);
        }
    return twice / 2;
}

}  // namespace nodewise
