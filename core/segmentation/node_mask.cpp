#include "segmentation/node_mask.h"
#include <algorithm>

namespace nodewise::segmentation {

namespace {

template <class F>
void forEachVoxel(VoxelIndex low, VoxelIndex high, F&& use) {
    for (int k = low.k; k <= high.k; ++k)
        for (int j = low.j; j <= high.j; ++j)
            for (int i = low.i; i <= high.i; ++i)
                use(VoxelIndex{i, j, k});
}

VoxelIndex lastOf(const NodeMask& mask) {
    return {mask.start.i + mask.size[0] - 1, mask.start.j + mask.size[1] - 1,
            mask.start.k + mask.size[2] - 1};
}

}  // namespace

NodeMask NodeMask::box(VoxelIndex start, std::array<int, 3> size) {
    NodeMask mask{start, size, {}};
    mask.bits.resize(static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
                     static_cast<std::size_t>(size[2]));
    return mask;
}

bool NodeMask::inBox(VoxelIndex index) const {
    const int i = index.i - start.i, j = index.j - start.j, k = index.k - start.k;
    return i >= 0 && j >= 0 && k >= 0 && i < size[0] && j < size[1] && k < size[2];
}

std::size_t NodeMask::offset(VoxelIndex index) const {
    const auto i = static_cast<std::size_t>(index.i - start.i);
    const auto j = static_cast<std::size_t>(index.j - start.j);
    const auto k = static_cast<std::size_t>(index.k - start.k);
    return i + static_cast<std::size_t>(size[0]) * (j + static_cast<std::size_t>(size[1]) * k);
}

bool NodeMask::at(VoxelIndex index) const {
    return inBox(index) && bits[offset(index)] != 0;
}

std::size_t NodeMask::count() const {
    return static_cast<std::size_t>(std::count(bits.begin(), bits.end(), std::uint8_t{1}));
}

void paint(const NodeMask& mask, LabelValue label, LabelMap& map) {
    forEachVoxel(mask.start, lastOf(mask), [&](VoxelIndex v) {
        if (mask.bits[mask.offset(v)] != 0)
            map.set(v, label);
    });
}

NodeMask maskOf(const LabelMap& map, LabelValue label) {
    const auto box = map.boxOf(label);
    if (!box)
        return {};
    NodeMask mask =
        NodeMask::box(box->low, {box->high.i - box->low.i + 1, box->high.j - box->low.j + 1,
                                 box->high.k - box->low.k + 1});
    forEachVoxel(box->low, box->high,
                 [&](VoxelIndex v) { mask.bits[mask.offset(v)] = map.at(v) == label ? 1 : 0; });
    return mask;
}

double dice(const NodeMask& a, const NodeMask& b) {
    const std::size_t sum = a.count() + b.count();
    if (sum == 0)
        return 1;
    std::size_t both = 0;
    if (!a.bits.empty())
        forEachVoxel(a.start, lastOf(a),
                     [&](VoxelIndex v) { both += a.bits[a.offset(v)] != 0 && b.at(v) ? 1U : 0U; });
    return 2.0 * static_cast<double>(both) / static_cast<double>(sum);
}

}  // namespace nodewise::segmentation
