#include "annotation/agreement.h"
#include "geometry/marching_cubes.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace nodewise {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The box that holds both masks, seen as the cells between its voxels and one beyond each side.
struct CellGrid {
    VoxelIndex low;
    std::array<int, 3> cells{};
    std::array<double, 3> spacing{};
    bool flat = false;  ///< One plane: cells of four voxels.

    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(cells[0]) * static_cast<std::size_t>(cells[1]) *
               static_cast<std::size_t>(cells[2]);
    }
};

/// Code of each cell, i fastest. Cell (0,0,0) has the lowest voxel of the box as its last corner.
std::vector<std::uint8_t> codesOf(const LabelMap& map, LabelValue label, const CellGrid& grid) {
    std::vector<std::uint8_t> codes(grid.count(), 0);
    const auto width = static_cast<std::size_t>(grid.cells[0]);
    const auto plane = width * static_cast<std::size_t>(grid.cells[1]);
    for (int k = 0; k < grid.cells[2] - (grid.flat ? 0 : 1); ++k)
        for (int j = 0; j + 1 < grid.cells[1]; ++j)
            for (int i = 0; i + 1 < grid.cells[0]; ++i) {
                if (map.at(VoxelIndex{grid.low.i + i, grid.low.j + j, grid.low.k + k}) != label)
                    continue;
                // This voxel is corner c of the cell that starts one voxel before, for c at 1.
                for (std::size_t c = 0; c < (grid.flat ? 4U : 8U); ++c) {
                    const auto& corner = kCellCorners[c];
                    const std::size_t at =
                        static_cast<std::size_t>(i + 1 - corner[0]) +
                        width * static_cast<std::size_t>(j + 1 - corner[1]) +
                        plane * static_cast<std::size_t>(grid.flat ? k : k + 1 - corner[2]);
                    codes[at] = static_cast<std::uint8_t>(codes[at] | 1U << c);
                }
            }
    return codes;
}

std::array<double, 256> sizesOf(const CellGrid& grid) {
    std::array<double, 256> sizes{};
    if (!grid.flat) {
        const auto measures = cellMeasures(grid.spacing);
        for (std::size_t code = 0; code < 256; ++code)
            sizes[code] = measures[code].area;
        return sizes;
    }
    const double corner = 0.5 * std::hypot(grid.spacing[0], grid.spacing[1]);
    for (const std::size_t code : {1U, 2U, 4U, 8U, 7U, 11U, 13U, 14U})
        sizes[code] = corner;
    sizes[5] = sizes[10] = 2 * corner;
    sizes[3] = sizes[12] = grid.spacing[0];  // both on one row: the line runs along it
    sizes[6] = sizes[9] = grid.spacing[1];
    return sizes;
}

/// One line of the squared distance transform: the lower envelope of parabolas (Felzenszwalb and
/// Huttenlocher, Theory of Computing 2012;8:415).
void envelope(std::vector<double>& line, double spacing, std::vector<int>& at,
              std::vector<double>& from) {
    const auto count = static_cast<int>(line.size());
    const std::vector<double> height = line;
    int top = -1;
    for (int n = 0; n < count; ++n) {
        const double here = height[static_cast<std::size_t>(n)];
        if (here == kFar)
            continue;
        double start = -kFar;
        while (top >= 0) {
            const int last = at[static_cast<std::size_t>(top)];
            const double there = height[static_cast<std::size_t>(last)];
            start = 0.5 * (n + last) + (here - there) / (2.0 * spacing * spacing * (n - last));
            if (start > from[static_cast<std::size_t>(top)])
                break;
            --top;
        }
        ++top;
        at[static_cast<std::size_t>(top)] = n;
        from[static_cast<std::size_t>(top)] = top == 0 ? -kFar : start;
    }
    for (int n = 0, piece = 0; n < count && top >= 0; ++n) {
        while (piece < top && from[static_cast<std::size_t>(piece) + 1] < n)
            ++piece;
        const int nearest = at[static_cast<std::size_t>(piece)];
        const double away = (n - nearest) * spacing;
        line[static_cast<std::size_t>(n)] = away * away + height[static_cast<std::size_t>(nearest)];
    }
}

/// Squared distance, mm², from each cell to the nearest cell with a surface.
std::vector<double> distancesTo(const std::vector<std::uint8_t>& codes, std::uint8_t full,
                                const CellGrid& grid) {
    std::vector<double> square(codes.size());
    std::transform(codes.begin(), codes.end(), square.begin(),
                   [&](std::uint8_t code) { return code != 0 && code != full ? 0.0 : kFar; });
    std::size_t step = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto length = static_cast<std::size_t>(grid.cells[axis]);
        std::vector<double> line(length), from(length);
        std::vector<int> at(length);
        for (std::size_t n = 0; n < square.size() / length; ++n) {
            double* start = square.data() + (n / step) * step * length + n % step;
            for (std::size_t x = 0; x < length; ++x)
                line[x] = start[x * step];
            envelope(line, grid.spacing[axis], at, from);
            for (std::size_t x = 0; x < length; ++x)
                start[x * step] = line[x];
        }
        step *= length;
    }
    return square;
}

std::vector<SurfaceDistance> directed(const std::vector<std::uint8_t>& codes, std::uint8_t full,
                                      const std::vector<double>& squares,
                                      const std::array<double, 256>& sizes) {
    std::vector<SurfaceDistance> list;
    for (std::size_t at = 0; at < codes.size(); ++at)
        if (codes[at] != 0 && codes[at] != full)
            list.push_back({std::sqrt(squares[at]), sizes[codes[at]]});
    std::sort(list.begin(), list.end(), [](const SurfaceDistance& a, const SurfaceDistance& b) {
        return a.distanceMm < b.distanceMm;
    });
    return list;
}

/// The box round both labels; nothing when both are absent.
std::optional<CellGrid> cellGridOf(const std::optional<VoxelBox>& a,
                                   const std::optional<VoxelBox>& b, const GridGeometry& geometry) {
    if (!a && !b)
        return std::nullopt;
    const VoxelBox one = a ? *a : *b, two = b ? *b : *a;
    const VoxelIndex high{std::max(one.high.i, two.high.i), std::max(one.high.j, two.high.j),
                          std::max(one.high.k, two.high.k)};
    CellGrid grid;
    grid.flat = geometry.dims()[2] == 1;
    grid.low = {std::min(one.low.i, two.low.i), std::min(one.low.j, two.low.j),
                std::min(one.low.k, two.low.k)};
    grid.cells = {high.i - grid.low.i + 2, high.j - grid.low.j + 2,
                  grid.flat ? 1 : high.k - grid.low.k + 2};
    grid.spacing = geometry.spacing();
    return grid;
}

double sizeWithin(const std::vector<SurfaceDistance>& list, double toleranceMm) {
    double sum = 0;
    for (const auto& piece : list)
        sum += piece.distanceMm <= toleranceMm ? piece.size : 0;
    return sum;
}

/// The distance below which `percent` of the surface lies.
double atPercent(const std::vector<SurfaceDistance>& list, double percent) {
    const double wanted = percent / 100 * sizeWithin(list, kFar);
    double sum = 0;
    for (const auto& piece : list) {
        sum += piece.size;
        if (sum >= wanted * (1 - 1e-12))
            return piece.distanceMm;
    }
    return list.empty() ? kFar : list.back().distanceMm;
}

}  // namespace

Agreement::Agreement(std::array<std::size_t, 3> voxels, std::vector<SurfaceDistance> fromFirst,
                     std::vector<SurfaceDistance> fromSecond)
    : m_voxels(voxels)
    , m_from{std::move(fromFirst), std::move(fromSecond)} {}

double Agreement::dice() const {
    const auto sum = static_cast<double>(m_voxels[0] + m_voxels[1]);
    return sum > 0 ? 2.0 * static_cast<double>(m_voxels[2]) / sum : kNone;
}

double Agreement::jaccard() const {
    const auto either = static_cast<double>(m_voxels[0] + m_voxels[1] - m_voxels[2]);
    return either > 0 ? static_cast<double>(m_voxels[2]) / either : kNone;
}

double Agreement::averageMm(std::size_t from) const {
    double sum = 0, size = 0;
    for (const auto& piece : m_from.at(from)) {
        sum += piece.distanceMm * piece.size;
        size += piece.size;
    }
    return size > 0 ? sum / size : kNone;
}

double Agreement::hausdorffMm(double percent) const {
    return std::max(atPercent(m_from[0], percent), atPercent(m_from[1], percent));
}

double Agreement::overlap(std::size_t from, double toleranceMm) const {
    const double all = sizeWithin(m_from.at(from), kFar);
    return all > 0 ? sizeWithin(m_from.at(from), toleranceMm) / all : kNone;
}

double Agreement::surfaceDice(double toleranceMm) const {
    const double all = sizeWithin(m_from[0], kFar) + sizeWithin(m_from[1], kFar);
    if (all <= 0)
        return kNone;
    return (sizeWithin(m_from[0], toleranceMm) + sizeWithin(m_from[1], toleranceMm)) / all;
}

Result<Agreement> agreementOf(const LabelMap& first, LabelValue firstLabel, const LabelMap& second,
                              LabelValue secondLabel, JobControl& job) {
    if (!first.geometry().sameGridAs(second.geometry()))
        return fail(ErrorCode::GridMismatch, "the two masks do not lie on the same grid");
    std::array<std::size_t, 3> voxels{};
    const auto one = first.labels(), two = second.labels();
    for (std::size_t at = 0; at < one.size(); ++at) {
        const bool a = one[at] == firstLabel, b = two[at] == secondLabel;
        voxels[0] += a ? 1 : 0;
        voxels[1] += b ? 1 : 0;
        voxels[2] += a && b ? 1 : 0;
    }
    const auto grid =
        cellGridOf(first.boxOf(firstLabel), second.boxOf(secondLabel), first.geometry());
    if (!grid)
        return Agreement(voxels, {}, {});
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    const std::uint8_t full = grid->flat ? 15 : 255;
    const auto sizes = sizesOf(*grid);
    const auto codesA = codesOf(first, firstLabel, *grid),
               codesB = codesOf(second, secondLabel, *grid);
    auto fromA = directed(codesA, full, distancesTo(codesB, full, *grid), sizes);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    auto fromB = directed(codesB, full, distancesTo(codesA, full, *grid), sizes);
    return Agreement(voxels, std::move(fromA), std::move(fromB));
}

}  // namespace nodewise
