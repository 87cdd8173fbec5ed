#include "measure/ibsi_features.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr std::array<const char*, 3> kAxes{"x", "y", "z"};

void addImage(const IbsiImage& image, const std::string& phase, IbsiFeatures& features) {
    for (std::size_t a = 0; a < 3; ++a) {
        features[std::string("img_dim_") + kAxes[a] + phase] = image.dims[a];
        features[std::string("vox_dim_") + kAxes[a] + phase] = image.spacingMm[a];
    }
    double sum = 0;
    for (const float value : image.intensity)
        sum += static_cast<double>(value);
    const auto [low, high] = std::minmax_element(image.intensity.begin(), image.intensity.end());
    features["mean_int" + phase] = sum / static_cast<double>(image.intensity.size());
    features["min_int" + phase] = static_cast<double>(*low);
    features["max_int" + phase] = static_cast<double>(*high);
}

/// Count of voxels and sides of the box round a mask.
void addMask(const IbsiImage& image, const std::vector<std::uint8_t>& mask, const std::string& name,
             const std::string& phase, IbsiFeatures& features) {
    std::array<int, 3> low = image.dims, high{-1, -1, -1};
    std::size_t at = 0, count = 0;
    for (int k = 0; k < image.dims[2]; ++k)
        for (int j = 0; j < image.dims[1]; ++j)
            for (int i = 0; i < image.dims[0]; ++i, ++at) {
                if (mask[at] == 0)
                    continue;
                ++count;
                const std::array<int, 3> index{i, j, k};
                for (std::size_t a = 0; a < 3; ++a) {
                    low[a] = std::min(low[a], index[a]);
                    high[a] = std::max(high[a], index[a]);
                }
            }
    for (std::size_t a = 0; a < 3; ++a)
        features[name + "_bb_dim_" + kAxes[a] + phase] = high[a] - low[a] + 1;
    features[name + "_vox_count" + phase] = static_cast<double>(count);
}

void addRoi(const IbsiImage& image, const std::string& phase, IbsiFeatures& features) {
    addMask(image, image.shape, "morph_mask", phase, features);
    addMask(image, image.values, "int_mask", phase, features);
    double sum = 0, low = 0, high = 0, count = 0;
    for (std::size_t at = 0; at < image.values.size(); ++at) {
        if (image.values[at] == 0)
            continue;
        const auto value = static_cast<double>(image.intensity[at]);
        low = count > 0 ? std::min(low, value) : value;
        high = count > 0 ? std::max(high, value) : value;
        sum += value;
        ++count;
    }
    for (std::size_t a = 0; a < 3; ++a)
        features[std::string("int_mask_dim_") + kAxes[a] + phase] = image.dims[a];
    features["int_mask_mean_int" + phase] = sum / count;
    features["int_mask_min_int" + phase] = low;
    features["int_mask_max_int" + phase] = high;
}

}  // namespace

Result<IbsiFeatures> ibsiFeatures(const CtVolume& volume, const LabelMap& labels, LabelValue label,
                                  const IbsiConfig& config, JobControl& job) {
    IbsiFeatures features;
    auto image = ibsiImage(volume, labels, label, config, job);
    if (!image)
        return fail(image.error());
    addImage(*image, "_init_img", features);
    addRoi(*image, "_init_roi", features);
    job.report(0.2, "ibsi");
    auto prepared = interpolated(*image, config, job);
    if (!prepared)
        return fail(prepared.error());
    addImage(*prepared, "_interp_img", features);
    addRoi(*prepared, "_interp_roi", features);
    job.report(0.6, "ibsi");
    if (auto done = resegment(*prepared, config); !done)
        return fail(done.error());
    addRoi(*prepared, "_reseg_roi", features);
    addStatistics(*prepared, features);
    addHistogram(*prepared, config, features);
    addMorphology(*prepared, features);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled");
    addLocalIntensity(*prepared, features);
    job.report(1.0, "ibsi");
    return features;
}

serial::Json toJson(const IbsiFeatures& features) {
    auto o = serial::Json::object();
    for (const auto& [tag, value] : features)
        o.set(tag, std::isfinite(value) ? serial::Json(value) : serial::Json());
    return o;
}

}  // namespace nodewise::measure
