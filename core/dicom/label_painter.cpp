#include "dicom/label_painter.h"
#include <algorithm>
#include <map>
#include <tuple>

namespace nodewise::dicom {
namespace {

void warnOfOverlaps(const std::vector<Region>& regions,
                    const std::map<std::pair<LabelValue, LabelValue>, std::size_t>& shared,
                    Warnings& warnings) {
    const auto nameOf = [&](LabelValue label) {
        const auto region = std::ranges::find(regions, label, &Region::label);
        return "\"" + region->name + "\"";
    };
    for (const auto& [pair, voxels] : shared)
        warnings.push_back({ErrorCode::ValueOutOfRange,
                            nameOf(pair.second) + " and " + nameOf(pair.first) + " share " +
                                std::to_string(voxels) + " voxels; " + nameOf(pair.second) +
                                ", the smaller one, keeps them"});
}

}  // namespace

LabelImport paintRegions(const GridGeometry& grid, std::vector<Region> regions) {
    LabelImport result{LabelMap::empty(grid), {}};
    std::ranges::sort(regions, [](const Region& a, const Region& b) {
        return std::tuple(b.voxels.size(), a.label) < std::tuple(a.voxels.size(), b.label);
    });
    LabelGrid labels = result.labels.grid();
    std::map<std::pair<LabelValue, LabelValue>, std::size_t> shared;
    for (const Region& region : regions) {
        labels.names[region.label] = region.name;
        for (const std::uint32_t voxel : region.voxels) {
            LabelValue& label = labels.labels[voxel];
            if (label != 0)
                ++shared[{label, region.label}];
            label = region.label;
        }
    }
    warnOfOverlaps(regions, shared, result.warnings);
    if (auto map = LabelMap::create(std::move(labels)))
        result.labels = std::move(*map);
    return result;
}

}  // namespace nodewise::dicom
