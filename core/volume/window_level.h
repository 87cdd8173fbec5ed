/// window_level.h: from voxel values to gray levels.
#pragma once
#include <array>
#include <cstdint>
#include <memory>

namespace nodewise {

/// A display window: `width` values around `level` spread over the gray levels.
struct Window {
    double width = 350, level = 60;
    bool inverted = false;
    friend bool operator==(const Window&, const Window&) = default;
};

/// gray = round(255 · clamp((value − level) / width + ½, 0, 1)): the form DICOM PS3.3 C.11.2.1.3.2
/// calls LINEAR_EXACT. Computed in float with the same two operations everywhere, so the table, the
/// slices and this class agree bit for bit. A width below 1e-6 acts as 1e-6; NaN gives 0.
class WindowMap {
public:
    explicit WindowMap(const Window& window);

    [[nodiscard]] std::uint8_t operator()(float value) const {
        const float gray = value * m_scale + m_offset;
        const float inside = gray > 0.0F ? (gray < 255.0F ? gray : 255.0F) : 0.0F;
        return static_cast<std::uint8_t>(static_cast<int>(inside + 0.5F));
    }
    [[nodiscard]] float scale() const { return m_scale; }
    [[nodiscard]] float offset() const { return m_offset; }

private:
    float m_scale, m_offset;
};

/// The gray level of every int16 value, made in one go; index with static_cast<uint16_t>(value).
using WindowTable = std::array<std::uint8_t, 65536>;
[[nodiscard]] std::unique_ptr<const WindowTable> makeWindowTable(const Window& window);

}  // namespace nodewise
