/// series_facts.h: what holds for a whole series: blur, noise, mirror plane, contrast, streaks.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "terms/words.h"
#include "volume/ct_volume.h"
#include <array>
#include <optional>
#include <vector>

namespace nodewise::measure {

/// The plane that maps the neck onto itself best.
struct MirrorPlane {
    PointLps point;        ///< On the plane, near the middle of the volume.
    VectorLps normal;      ///< Unit vector, to the patient's left.
    double agreement = 0;  ///< Correlation of the picture with its mirror image, -1..1.

    [[nodiscard]] PointLps mirrored(PointLps place) const {
        return place - normal * (2 * dot(place - point, normal));
    }
};

/// The scanner's own blur as the SD of a Gaussian, mm, found at skin and airway.
struct ScannerBlur {
    double inPlaneSdMm = 0;
    double acrossSdMm = 0;        ///< Along the stack.
    bool acrossMeasured = false;  ///< False: taken from the slice spacing (box, h/sqrt(12)).
    int edges = 0;                ///< Edges behind the numbers.

    /// SD met along a unit direction; `stack` is the unit vector along the stack.
    [[nodiscard]] double alongMm(VectorLps direction, VectorLps stack) const;
};

#define NODEWISE_CONTRAST_PHASES(X)                                                                \
    X(Unknown, "unknown") X(Unenhanced, "unenhanced") X(Enhanced, "enhanced")
enum class ContrastPhase { NODEWISE_CONTRAST_PHASES(NODEWISE_TERM_ENUM) };

/// Facts of one series. A value: computed once, kept by the caller as long as the volume, given to
/// each `measureNode`. A part that could not be found is absent.
struct SeriesFacts {
    bool calibrated = true;   ///< HU by name, and no stored numbers by their look.
    bool plausibleHu = true;  ///< Air, fat and soft tissue lie where HU puts them.
    std::optional<ScannerBlur> blur;
    std::optional<double> noiseHu;  ///< SD in soft tissue (mode of local SDs).
    std::optional<MirrorPlane> mirror;
    std::optional<double> fatHu;         ///< Median of clean fat of the whole series.
    std::optional<double> softTissueHu;  ///< Mode of soft tissue, mostly muscle.
    ContrastPhase phase = ContrastPhase::Unknown;
    std::optional<double> vesselHu;  ///< Median of what reads as opacified vessel.
    std::vector<int> streakSlices;   ///< Slices with streaks, by index along the stack.
    int stackAxis = 2;               ///< Grid axis of the stack.
};

/// Finds the facts. Blur:
/// cumulative Gaussian across skin and airway edges (1000 HU), in-plane and across by the direction
/// of the edge. Noise: mode of the local SD in soft tissue (Christianson et al., AJR 2015;205:W57).
/// Mirror plane: best correlation of the coarse picture with its mirror image. Phase: blobs of 120
/// to 400 HU away from bone. Streaks: slices with metal, or noise well above that of the series.
/// Values that are no numbers are left out. At most a second for 512 x 512 x 150 on two cores;
/// `threads` 0 = all cores. Thread-safe. Errors: Cancelled.
[[nodiscard]] Result<SeriesFacts> findSeriesFacts(const CtVolume& image, JobControl& job,
                                                  unsigned threads = 0);

}  // namespace nodewise::measure

namespace nodewise {
template <>
struct Words<measure::ContrastPhase> {
    using Self = measure::ContrastPhase;
    static constexpr auto pairs = std::to_array({NODEWISE_CONTRAST_PHASES(NODEWISE_TERM_PAIR)});
};
}  // namespace nodewise
