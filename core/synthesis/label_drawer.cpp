#include "synthesis/label_drawer.h"
#include "base/parallel.h"
#include "synthesis/slice_painter.h"
#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>

namespace nodewise::synthesis {

namespace {

constexpr float kBeyondNodeMm = 12;
constexpr double kWindowBeyondMm = 34;

constexpr int kRoom = 4;  ///< Pixels for rounding to even ones.

/// A square of pixels of one slice; sides and corners are even, so that a painter of the square
/// samples the fields where one of the whole slice does.
struct Window {
    int x = 0, y = 0, side = 0;

    [[nodiscard]] long area() const { return static_cast<long>(side) * side; }
};

Window squareOf(double x0, double y0, double x1, double y1, int columns) {
    const auto even = [](double v) { return 2 * static_cast<int>(std::floor(v / 2)); };
    Window out;
    out.side = std::min(even(std::max(x1 - x0, y1 - y0)) + kRoom, columns);
    out.x = std::clamp(even(x0), 0, columns - out.side);
    out.y = std::clamp(even(y0), 0, columns - out.side);
    return out;
}

/// A node's middle against a slice: mm from its first pixel along columns, rows and normal.
VectorLps middleIn(const PlacedNode& node, const SliceStack& stack, int k) {
    const auto& c = node.body.centre;
    const VectorLps v =
        PointLps{static_cast<double>(c[0]), static_cast<double>(c[1]), static_cast<double>(c[2])} -
        stack.place({0, 0, k});
    return {dot(v, stack.grid.axis(0)), dot(v, stack.grid.axis(1)), dot(v, stack.grid.axis(2))};
}

/// Squares about the nodes that reach this slice; those that are drawn sooner together become
/// one.
std::vector<Window> windowsAt(const Scene& scene, const SliceStack& stack, int k) {
    std::vector<Window> windows;
    const GridGeometry& grid = stack.grid;
    const int columns = grid.dims()[0];
    for (const PlacedNode& node : scene.nodes) {
        const double reach = static_cast<double>(node.reach()) + kWindowBeyondMm;
        const auto [x, y, height] = middleIn(node, stack, k);
        if (std::fabs(height) > reach)
            continue;
        const double pixel = grid.spacing()[0];
        Window next = squareOf((x - reach) / pixel, (y - reach) / pixel, (x + reach) / pixel,
                               (y + reach) / pixel, columns);
        for (std::size_t i = 0; i < windows.size();) {
            const Window& one = windows[i];
            const Window both =
                squareOf(std::min(next.x, one.x), std::min(next.y, one.y),
                         std::max(next.x + next.side, one.x + one.side) - kRoom,
                         std::max(next.y + next.side, one.y + one.side) - kRoom, columns);
            if (both.area() > next.area() + one.area()) {
                ++i;
                continue;
            }
            next = both;
            windows.erase(windows.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0;
        }
        windows.push_back(next);
    }
    return windows;
}

bool wanted(const Scene& scene, LabelExtent extent, const SliceStack& stack, int k) {
    if (extent != LabelExtent::NearNodes)
        return true;
    for (const PlacedNode& node : scene.nodes) {
        const auto reach = static_cast<double>(
            node.body.radii[2] + kBeyondNodeMm +
            (node.recipe.extension ? static_cast<float>(node.recipe.extension->depthMm) : 0.0F));
        if (std::fabs(middleIn(node, stack, k).z) < reach)
            return true;
    }
    return false;
}

/// Single structures carry one label whatever the side bit says.
std::array<std::uint16_t, 512> sidesFolded() {
    std::array<std::uint16_t, 512> table{};
    for (std::size_t label = 0; label < table.size(); ++label) {
        table[label] = static_cast<std::uint16_t>(label);
        if (label < SlicePainter::kFirstPartLabel)
            continue;
        const auto both = label - SlicePainter::kFirstPartLabel;
        if (both >= 2 * static_cast<std::size_t>(Part::Count))
            continue;
        const auto part = partOf(static_cast<PartSide>(both));
        if (!isPaired(part))
            table[label] =
                static_cast<std::uint16_t>(SlicePainter::kFirstPartLabel + partSide(part, true));
    }
    return table;
}

class LabelWork {
public:
    LabelWork(const Scene& scene, const SliceStack& stack, LabelGrid& out)
        : m_scene(scene)
        , m_stack(stack)
        , m_out(out) {}

    void slice(int k, LabelExtent extent) {
        if (extent != LabelExtent::Windows)
            return square(k, {0, 0, m_stack.grid.dims()[0]});
        for (const Window& window : windowsAt(m_scene, m_stack, k))
            square(k, window);
    }

    void square(int k, const Window& window) {
        auto painter = borrow(window.side);
        const GridGeometry& grid = m_out.geometry;
        std::vector<std::uint16_t> labels;
        painter->label(m_stack.planeFrom({window.x, window.y, k}), labels);
        std::array<bool, 512> used{};
        for (std::uint16_t& label : labels) {
            label = m_folded[label];
            used[label] = true;
        }
        for (int row = 0; row < window.side; ++row)
            std::copy_n(labels.begin() + static_cast<std::ptrdiff_t>(row) * window.side,
                        window.side,
                        m_out.labels.begin() + static_cast<std::ptrdiff_t>(
                                                   grid.offset({window.x, window.y + row, k})));
        const std::lock_guard lock(m_guard);
        for (std::size_t i = 0; i < used.size(); ++i)
            m_used[i] = m_used[i] || used[i];
        m_free.push_back(std::move(painter));
    }

    void nameAll() {
        for (std::uint16_t label = 1; label < m_used.size(); ++label)
            if (m_used[label])
                m_out.names[label] =
                    label < SlicePainter::kFirstPartLabel
                        ? m_scene.nodes[label - 1U].recipe.id
                        : partName(static_cast<PartSide>(label - SlicePainter::kFirstPartLabel));
    }

private:
    std::unique_ptr<SlicePainter> borrow(int side) {
        {
            const std::lock_guard lock(m_guard);
            for (auto& free : m_free)
                if (free->columns() == side) {
                    std::swap(free, m_free.back());
                    auto painter = std::move(m_free.back());
                    m_free.pop_back();
                    return painter;
                }
        }
        return std::make_unique<SlicePainter>(m_scene, side);
    }

    const Scene& m_scene;
    const SliceStack& m_stack;
    LabelGrid& m_out;
    std::mutex m_guard;
    std::vector<std::unique_ptr<SlicePainter>> m_free;
    std::array<bool, 512> m_used{};
    std::array<std::uint16_t, 512> m_folded = sidesFolded();
};

}  // namespace

Result<LabelMap> drawLabels(const Scene& scene, const SliceStack& stack, LabelExtent extent,
                            JobControl& job, unsigned threads) {
    LabelGrid out{stack.grid, std::vector<std::uint16_t>(stack.grid.voxelCount()), {}};
    std::vector<int> slices;
    for (int k = 0; k < stack.grid.dims()[2]; ++k)
        if (wanted(scene, extent, stack, k))
            slices.push_back(k);
    LabelWork work(scene, stack, out);
    std::atomic<std::size_t> done{0};
    parallelFor(slices.size(), threads, [&](std::size_t n) {
        if (job.cancelled())
            return;
        work.slice(slices[n], extent);
        job.report(static_cast<double>(++done) / static_cast<double>(slices.size()), "labels");
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while labels were drawn");
    work.nameAll();
    return LabelMap::create(std::move(out));
}

NodeMask maskOf(const Scene& scene, std::size_t index, const GridGeometry& grid,
                bool withExtension) {
    const PlacedNode& node = scene.nodes[index];
    const VectorLps middle = middleIn(node, SliceStack{grid, 0}, 0);
    const double reach = static_cast<double>(node.reach());
    std::array<int, 3> low{}, high{};
    for (std::size_t a = 0; a < 3; ++a) {
        const double centre = std::array{middle.x, middle.y, middle.z}[a];
        low[a] = std::max(0, static_cast<int>((centre - reach) / grid.spacing()[a]));
        high[a] = std::min(grid.dims()[a] - 1,
                           static_cast<int>((centre + reach) / grid.spacing()[a]) + 1);
        if (low[a] > high[a])
            return {};
    }
    NodeMask out{{{low[0], low[1], low[2]}, {high[0], high[1], high[2]}}, {}};
    bool any = false;
    for (int k = low[2]; k <= high[2]; ++k)
        for (int j = low[1]; j <= high[1]; ++j)
            for (int i = low[0]; i <= high[0]; ++i) {
                const PointLps p = grid.toPatient(VoxelIndex{i, j, k});
                const auto x = static_cast<float>(p.x), y = static_cast<float>(p.y),
                           z = static_cast<float>(p.z);
                const float d = withExtension ? nodeAt(node, scene.tile, x, y, z)
                                              : capsuleAt(node, scene.tile, x, y, z);
                out.inside.push_back(d < 0 ? 1 : 0);
                any = any || d < 0;
            }
    if (!any)
        out.inside.clear();
    return out;
}

}  // namespace nodewise::synthesis
