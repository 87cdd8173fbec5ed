/// artefacts.h: streaks that a scanner draws because of what lies in the slice: metal teeth and
/// beam hardening, by projection, ramp filter and back-projection of the error of the rays.
#pragma once
#include <cstdint>
#include <vector>

namespace nodewise::synthesis {

/// A parallel-beam bench of one size. Immutable, thread-safe.
class StreakBench {
public:
    /// `side` samples of `stepMm` a side, `angles` projections over half a turn.
    StreakBench(int side, double stepMm, int angles);

    /// What is needed for one slice; one a thread.
    struct Desk {
        std::vector<float> image, rays, filtered;
    };

    [[nodiscard]] int side() const { return m_side; }

    /// Fills desk.rays with line integrals of desk.image (value · mm), angle by angle.
    void project(Desk& desk) const;
    /// Replaces desk.image by the filtered back-projection of desk.rays: a ray error of e becomes
    /// streaks in units of e a mm.
    void reconstruct(Desk& desk) const;

private:
    int m_side, m_angles;
    float m_step;
    std::vector<float> m_cosine, m_sine, m_ramp;
};

/// The parts of a slice and of a recipe they need.
struct ArtefactInput {
    int columns = 0;
    double pixelMm = 1;
    double dentalHu = 0;   ///< Size of streaks 20 mm from a crown, HU; their RMS is 0.4 of it.
    double hardening = 0;  ///< 0..1; 1 = bands of about 25 HU between the petrous bones.
    std::uint32_t seed = 0;
};

/// Adds streaks to a slice (HU, rows). Does nothing where neither metal nor bone calls for them.
class Artefacts {
public:
    explicit Artefacts(const ArtefactInput& input);
    void add(std::vector<float>& hu, int slice, StreakBench::Desk& desk) const;

private:
    void addMetal(std::vector<float>& hu, int slice, StreakBench::Desk& desk) const;
    void addHardening(std::vector<float>& hu, StreakBench::Desk& desk) const;
    void spread(const StreakBench& bench, const StreakBench::Desk& desk, float gain,
                std::vector<float>& hu) const;

    ArtefactInput m_input;
    StreakBench m_fine, m_coarse;
};

/// Metal crowns are painted with at least this HU.
inline constexpr float kMetalHu = 6000;

}  // namespace nodewise::synthesis
