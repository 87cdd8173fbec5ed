/// ibsi_features.h: features of the Image Biomarker Standardisation Initiative, by their tags.
#pragma once
#include "measure/ibsi_image.h"
#include "serial/json.h"
#include <map>
#include <string>

namespace nodewise::measure {

/// Values by tag ("morph_volume", "loc_peak_glob", "stat_mean", "ih_entropy"; diagnostics such as
/// "int_mask_vox_count_reseg_roi"). Units mm, mm², mm³, HU. A value that is not defined (a
/// coefficient over a mean of nought) is NaN.
using IbsiFeatures = std::map<std::string, double>;

/// Morphology without Moran, Geary and the fitted boxes (oriented box, least ellipsoid); local
/// intensity; intensity statistics; intensity histogram; diagnostics of the image as it came, after
/// interpolation and after re-segmentation. Definitions: IBSI reference manual (arXiv 1612.07003)
/// 3.1 to 3.4. Errors: those of ibsiImage, interpolated and resegment. Thread-safe.
[[nodiscard]] Result<IbsiFeatures> ibsiFeatures(const CtVolume& image, const LabelMap& labels,
                                                LabelValue label, const IbsiConfig& config,
                                                JobControl& job);

/// Families, one by one. @pre the masks of `image` are not empty.
void addMorphology(const IbsiImage& image, IbsiFeatures& features);
void addLocalIntensity(const IbsiImage& image, IbsiFeatures& features);
void addStatistics(const IbsiImage& image, IbsiFeatures& features);
void addHistogram(const IbsiImage& image, const IbsiConfig& config, IbsiFeatures& features);

/// Tag: value; what is NaN is null.
[[nodiscard]] serial::Json toJson(const IbsiFeatures& features);

}  // namespace nodewise::measure
