#include "volume/window_level.h"
#include <algorithm>

namespace nodewise {

WindowMap::WindowMap(const Window& window) {
    const double scale = 255.0 / std::max(window.width, 1e-6);
    const double offset = 127.5 - window.level * scale;
    m_scale = static_cast<float>(window.inverted ? -scale : scale);
    m_offset = static_cast<float>(window.inverted ? 255.0 - offset : offset);
}

std::unique_ptr<const WindowTable> makeWindowTable(const Window& window) {
    auto table = std::make_unique<WindowTable>();
    const WindowMap map(window);
    for (int value = -32768; value <= 32767; ++value)
        (*table)[static_cast<std::uint16_t>(value)] = map(static_cast<float>(value));
    return table;
}

}  // namespace nodewise
