/// ibsi_config.h: how an image is prepared before IBSI features are computed.
#pragma once
#include <optional>

namespace nodewise::measure {

enum class IbsiInterpolation {
    None,
    Linear,      ///< Bilinear or trilinear.
    CubicSpline  ///< Bicubic or tricubic, through every voxel.
};

/// Bins of the histogram.
struct IbsiBins {
    bool fixedNumber = false;  ///< `number` bins from the least to the greatest value of the ROI;
    int number = 32;           ///< otherwise bins of `width` from the lower limit of
    double width = 1;          ///< re-segmentation, or from the least value without one.
};

/// Steps in the order of the IBSI reference manual (Zwanenburg et al., Radiology 2020;295:328;
/// arXiv 1612.07003): round, interpolate, round, re-segment, put into bins.
struct IbsiConfig {
    bool roundIntensities = false;  ///< To whole HU, as IBSI asks for CT.
    IbsiInterpolation interpolation = IbsiInterpolation::None;
    double spacingMm = 0;          ///< Of the new grid; meaningless without interpolation.
    bool bySlice = false;          ///< The third axis keeps its spacing.
    std::optional<double> low;     ///< Re-segmentation: values below leave the intensity mask.
    std::optional<double> high;    ///< Values above, likewise.
    std::optional<double> sigmas;  ///< Outliers beyond mean ± this many SDs leave it too.
    IbsiBins bins;
};

/// Configuration 'A' to 'E' of the CT phantom; nothing for another letter.
[[nodiscard]] std::optional<IbsiConfig> ibsiConfig(char letter);

}  // namespace nodewise::measure
