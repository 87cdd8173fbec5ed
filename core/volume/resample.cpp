#include "volume/resample.h"
#include "base/parallel.h"
#include "base/require.h"
#include "volume/slice_render.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <type_traits>

namespace nodewise {
namespace {

template <class T>
void storeRounded(std::span<const float> from, std::span<T> into) {
    if constexpr (std::is_same_v<T, float>) {
        std::copy(from.begin(), from.end(), into.begin());
    } else {
        std::transform(from.begin(), from.end(), into.begin(), [](float v) {
            return static_cast<T>(std::lround(std::clamp(v, -32768.0F, 32767.0F)));
        });
    }
}

template <class T>
Result<std::vector<T>> resampled(const CtVolume& volume, const GridGeometry& grid, float outside,
                                 JobControl& job, unsigned threads) {
    const ImageSize size{grid.dims()[0], grid.dims()[1]};
    const auto slices = static_cast<std::size_t>(grid.dims()[2]);
    const std::size_t inSlice = grid.voxelCount() / slices;
    std::vector<T> voxels(grid.voxelCount());
    std::atomic<std::size_t> done{0};
    parallelFor(slices, threads, [&](std::size_t k) {
        if (job.cancelled())
            return;
        const SlicePlane plane{grid.toPatient(VoxelIndex{0, 0, static_cast<int>(k)}),
                               grid.axis(0) * grid.spacing()[0], grid.axis(1) * grid.spacing()[1]};
        std::vector<float> values(inSlice);
        sampleSlice(volume, plane, size, Slab{}, values, outside, 1);
        storeRounded<T>(values, std::span(voxels).subspan(k * inSlice, inSlice));
        job.report(static_cast<double>(++done) / static_cast<double>(slices), "resample");
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "resampling was cancelled");
    return voxels;
}

template <class T>
std::vector<T> copied(std::span<const T> from, const GridGeometry& grid, const GridGeometry& target,
                      VoxelIndex start) {
    std::vector<T> out;
    out.reserve(target.voxelCount());
    for (int k = 0; k < target.dims()[2]; ++k)
        for (int j = 0; j < target.dims()[1]; ++j) {
            const auto row = from.subspan(grid.offset({start.i, start.j + j, start.k + k}),
                                          static_cast<std::size_t>(target.dims()[0]));
            out.insert(out.end(), row.begin(), row.end());
        }
    return out;
}

}  // namespace

Result<VolumePtr> resampleToGrid(const CtVolume& volume, const GridGeometry& grid, double outside,
                                 JobControl& job, unsigned threads) {
    const auto make = [&]<class T>() -> Result<VolumePtr> {
        auto voxels = resampled<T>(volume, grid, static_cast<float>(outside), job, threads);
        if (!voxels)
            return fail(voxels.error());
        return CtVolume::create(grid, std::move(*voxels), volume.meaning());
    };
    return volume.isInt16() ? make.template operator()<std::int16_t>()
                            : make.template operator()<float>();
}

Result<VolumePtr> resampleToSpacing(const CtVolume& volume, std::array<double, 3> spacingMm,
                                    JobControl& job, unsigned threads) {
    const GridGeometry& from = volume.geometry();
    std::array<int, 3> dims{};
    PointLps origin = from.origin();
    double voxels = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double wanted = spacingMm[axis];
        if (!std::isfinite(wanted) || wanted <= 0)
            return fail(ErrorCode::InvalidArgument, "a spacing must be a number above zero");
        const double extent = from.dims()[axis] * from.spacing()[axis];
        const double count = std::max(1.0, std::round(extent / wanted));
        voxels *= count;
        if (voxels > 2147483648.0)
            return fail(ErrorCode::InvalidArgument, "the new spacing makes more than 2^31 voxels");
        dims[axis] = static_cast<int>(count);
        origin = origin + from.axes()[axis] * ((wanted - from.spacing()[axis]) / 2);
    }
    const auto grid = GridGeometry::create(dims, spacingMm, origin, from.axes());
    if (!grid)
        return fail(grid.error());
    return resampleToGrid(volume, *grid, volume.range().low, job, threads);
}

Result<VolumePtr> cropVolume(const CtVolume& volume, VoxelIndex start, std::array<int, 3> size) {
    const GridGeometry& grid = volume.geometry();
    const std::array<int, 3> from{start.i, start.j, start.k};
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (size[axis] < 1 || from[axis] < 0 || from[axis] > grid.dims()[axis] - size[axis])
            return fail(ErrorCode::InvalidArgument,
                        "the part to keep is empty or reaches beyond the volume");
    const GridGeometry target = grid.part(start, size);
    return volume.visit([&](auto voxels) -> Result<VolumePtr> {
        return CtVolume::create(target, copied(voxels, grid, target, start), volume.meaning());
    });
}

VolumePtr reverseAxis(const CtVolume& volume, int axis) {
    NODEWISE_REQUIRE(axis >= 0 && axis < 3);
    const GridGeometry& grid = volume.geometry();
    const auto at = static_cast<std::size_t>(axis);
    VoxelIndex corner;
    (axis == 0 ? corner.i : axis == 1 ? corner.j : corner.k) = grid.dims()[at] - 1;
    auto axes = grid.axes();
    axes[at] = axes[at] * -1.0;
    const auto turned =
        GridGeometry::create(grid.dims(), grid.spacing(), grid.toPatient(corner), axes);
    NODEWISE_REQUIRE(turned.has_value());
    return volume.visit([&](auto voxels) -> VolumePtr {
        using T = std::remove_const_t<typename decltype(voxels)::value_type>;
        std::vector<T> out(voxels.size());
        for (std::size_t n = 0; n < out.size(); ++n) {
            VoxelIndex from = turned->indexOf(n);
            int& reversed = axis == 0 ? from.i : axis == 1 ? from.j : from.k;
            reversed = grid.dims()[at] - 1 - reversed;
            out[n] = voxels[grid.offset(from)];
        }
        auto made = CtVolume::create(*turned, std::move(out), volume.meaning());
        NODEWISE_REQUIRE(made.has_value());
        return *made;
    });
}

}  // namespace nodewise
