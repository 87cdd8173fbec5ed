#include "ui/render/volume_block.h"
#include "base/parallel.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace nodewise::render {
namespace {

using Steps = std::array<int, 3>;

std::array<int, 3> dimsAfter(const GridGeometry& grid, const Steps& steps) {
    std::array<int, 3> dims{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        dims[axis] = std::max(1, grid.dims()[axis] / steps[axis]);
    return dims;
}

std::size_t countOf(const std::array<int, 3>& dims) {
    return static_cast<std::size_t>(dims[0]) * static_cast<std::size_t>(dims[1]) *
           static_cast<std::size_t>(dims[2]);
}

/// How many voxels become one along each axis.
Steps stepsFor(const GridGeometry& grid, std::size_t most) {
    Steps steps{1, 1, 1};
    while (countOf(dimsAfter(grid, steps)) > most) {
        std::size_t finest = 0;
        double least = std::numeric_limits<double>::max();
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (const double mm = grid.spacing()[axis] * steps[axis];
                mm < least && steps[axis] < grid.dims()[axis]) {
                finest = axis;
                least = mm;
            }
        ++steps[finest];
    }
    return steps;
}

std::int16_t rounded(double value) {
    constexpr double low = std::numeric_limits<std::int16_t>::min();
    constexpr double high = std::numeric_limits<std::int16_t>::max();
    return std::isnan(value) ? std::int16_t{0}
                             : static_cast<std::int16_t>(std::lround(std::clamp(value, low, high)));
}

template <class T>
std::int16_t meanAt(std::span<const T> voxels, const GridGeometry& grid, const VoxelIndex& first,
                    const Steps& steps) {
    double sum = 0;
    for (int k = 0; k < steps[2]; ++k)
        for (int j = 0; j < steps[1]; ++j) {
            const auto at = grid.offset({first.i, first.j + j, first.k + k});
            for (int i = 0; i < steps[0]; ++i)
                sum += static_cast<double>(voxels[at + static_cast<std::size_t>(i)]);
        }
    return rounded(sum / (static_cast<double>(steps[0]) * steps[1] * steps[2]));
}

}  // namespace

PointLps VolumeBlock::centre() const {
    PointLps at = origin;
    for (std::size_t axis = 0; axis < 3; ++axis)
        at = at + axes[axis] * (spacing[axis] * (dims[axis] - 1) / 2);
    return at;
}

double VolumeBlock::radiusMm() const {
    double longest = 1;
    for (std::size_t axis = 0; axis < 3; ++axis)
        longest = std::max(longest, spacing[axis] * dims[axis]);
    return longest / 2;
}

VolumeBlock blockOf(const CtVolume& volume, std::size_t most, JobControl& job) {
    const GridGeometry& grid = volume.geometry();
    const Steps steps = stepsFor(grid, std::max<std::size_t>(most, 1));
    VolumeBlock block;
    block.dims = dimsAfter(grid, steps);
    block.origin = grid.toPatient(
        ContinuousIndex{(steps[0] - 1) / 2.0, (steps[1] - 1) / 2.0, (steps[2] - 1) / 2.0});
    for (std::size_t axis = 0; axis < 3; ++axis) {
        block.spacing[axis] = grid.spacing()[axis] * steps[axis];
        block.axes[axis] = grid.axes()[axis];
    }
    // Light would fall from behind on a left-handed grid: its slices are taken from the other end.
    const bool mirrored = dot(cross(block.axes[0], block.axes[1]), block.axes[2]) < 0;
    const int last = block.dims[2] - 1;
    if (mirrored) {
        block.origin = block.origin + block.axes[2] * (block.spacing[2] * last);
        block.axes[2] = block.axes[2] * -1.0;
    }
    auto values = std::make_shared<std::vector<std::int16_t>>(countOf(block.dims));
    volume.visit([&](auto voxels) {
        parallelFor(
            static_cast<std::size_t>(block.dims[2]), defaultThreadCount(), [&](std::size_t slice) {
                const int k = static_cast<int>(slice);
                auto out =
                    values->begin() +
                    static_cast<std::ptrdiff_t>(slice * countOf({block.dims[0], block.dims[1], 1}));
                for (int j = 0; j < block.dims[1] && !job.cancelled(); ++j)
                    for (int i = 0; i < block.dims[0]; ++i)
                        *out++ = meanAt(
                            voxels, grid,
                            {i * steps[0], j * steps[1], (mirrored ? last - k : k) * steps[2]},
                            steps);
            });
    });
    if (job.cancelled())
        return {};
    block.values = std::move(values);
    return block;
}

}  // namespace nodewise::render
