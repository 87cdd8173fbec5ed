#include "synthesis/eikonal.h"
#include <algorithm>
#include <cmath>
#include <queue>

namespace nodewise::synthesis {

namespace {

/// Solves (T - a)² + (T - b)² + (T - c)² = s² over the axes that lie upwind.
float upwind(std::array<float, 3> t, float s) {
    std::sort(t.begin(), t.end());
    float value = t[0] + s;
    if (value <= t[1])
        return value;
    const float sum = t[0] + t[1], square = 2 * s * s - (t[1] - t[0]) * (t[1] - t[0]);
    value = 0.5F * (sum + std::sqrt(std::max(square, 0.0F)));
    if (value <= t[2])
        return value;
    const float all = sum + t[2];
    const float inner = all * all - 3 * (t[0] * t[0] + t[1] * t[1] + t[2] * t[2] - s * s);
    return (all + std::sqrt(std::max(inner, 0.0F))) / 3;
}

}  // namespace

std::vector<float> arrivalTimes(const Block& block, const std::vector<float>& speed,
                                const std::vector<std::size_t>& seeds,
                                const std::function<bool(std::size_t, float)>& enough) {
    std::vector<float> time(block.count(), kNever);
    std::vector<std::uint8_t> done(block.count(), 0);
    using Entry = std::pair<float, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> front;
    for (const std::size_t seed : seeds) {
        time[seed] = 0;
        front.emplace(0.0F, seed);
    }
    const auto nx = static_cast<std::size_t>(block.size[0]),
               nxy = nx * static_cast<std::size_t>(block.size[1]);
    const std::array<std::size_t, 3> stride{1, nx, nxy};
    const auto coordinate = [&](std::size_t cell, std::size_t axis) {
        const std::size_t v = axis == 0 ? cell % nx : (axis == 1 ? cell % nxy / nx : cell / nxy);
        return static_cast<int>(v);
    };
    const auto neighbour = [&](std::size_t cell, std::size_t axis, int step) {
        const int v = coordinate(cell, axis) + step;
        if (v < 0 || v >= block.size[axis])
            return block.count();
        return step > 0 ? cell + stride[axis] : cell - stride[axis];
    };
    while (!front.empty()) {
        const auto [arrival, cell] = front.top();
        front.pop();
        if (done[cell] != 0)
            continue;
        done[cell] = 1;
        if (enough(cell, arrival))
            break;
        for (std::size_t axis = 0; axis < 3; ++axis)
            for (const int step : {-1, 1}) {
                const std::size_t next = neighbour(cell, axis, step);
                if (next == block.count() || done[next] != 0 || speed[next] <= 1e-4F)
                    continue;
                std::array<float, 3> best{kNever, kNever, kNever};
                for (std::size_t a = 0; a < 3; ++a)
                    for (const int s : {-1, 1})
                        if (const std::size_t n = neighbour(next, a, s);
                            n != block.count() && done[n] != 0)
                            best[a] = std::min(best[a], time[n]);
                const float value = upwind(best, block.step / speed[next]);
                if (value < time[next]) {
                    time[next] = value;
                    front.emplace(value, next);
                }
            }
    }
    for (std::size_t i = 0; i < time.size(); ++i)
        if (done[i] == 0)
            time[i] = kNever;
    return time;
}

}  // namespace nodewise::synthesis
