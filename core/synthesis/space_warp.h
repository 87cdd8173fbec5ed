/// space_warp.h: the bend of this neck: from a place in the patient to a place in the straight
/// neck.
#pragma once
#include "synthesis/noise_field.h"
#include "synthesis/plan.h"
#include <array>
#include <vector>

namespace nodewise::synthesis {

/// A node as the warp sees it: tissue gives way to it.
struct PushBody {
    std::array<float, 3> centre{}, radii{};
    float cosine = 1, sine = 0, strength = 0;
};

/// Smooth displacement on a 4 mm grid (about 2 mm SD), the turn of the head, the curve of the neck
/// and the push of nodes. Immutable, thread-safe.
class SpaceWarp {
public:
    SpaceWarp(const CasePlan& plan, const NoiseTile& tile);

    /// Where the anatomy of a place is looked up, without nodes; heights are the patient's. `share`
    /// scales the displacement (the skin takes 0.3).
    [[nodiscard]] std::array<float, 2> straight(float x, float y, float z, float share = 1) const;
    /// The inverse, to 0.05 mm.
    [[nodiscard]] std::array<float, 2> patient(float x, float y, float z) const;

    /// Height in the straight neck of a height in the patient, and back.
    [[nodiscard]] float straightHeight(float z) const {
        return z < kJawHeight * m_length ? z / m_length : z - kJawHeight * (m_length - 1);
    }
    [[nodiscard]] float patientHeight(float z) const {
        return z < kJawHeight ? z * m_length : z + kJawHeight * (m_length - 1);
    }

    /// Turn, curve and size of the neck at one height: what remains without the displacement.
    struct Frame {
        float cosine, sine, lean, shift, inverse;
        [[nodiscard]] std::array<float, 2> plain(float x, float y) const {
            const float u = x - lean, v = y - shift;
            return {(u * cosine + v * sine) * inverse, (v * cosine - u * sine) * inverse};
        }
    };
    [[nodiscard]] Frame frame(float z) const;

    /// Fills rows of straight coordinates for the points (x0 + i·step, y, z).
    void row(const Frame& frame, float x0, float step, float y, float z, std::size_t count,
             float* outX, float* outY) const;

private:
    [[nodiscard]] std::array<float, 2> displacement(float x, float y, float z) const;

    static constexpr float kJawHeight = 30;  ///< The head above keeps its height.
    float m_yawDeg, m_scale, m_length, m_lordosis, m_tilt;
    std::vector<std::array<float, 2>> m_grid;
};

/// The displacement by which a body pushes what lies at (x, y, z): the look-up place moves towards
/// its centre, so that area in the slice is kept (strength 1) or replaced (0).
[[nodiscard]] std::array<float, 2> pushAt(const PushBody& body, float x, float y, float z);

}  // namespace nodewise::synthesis
