#include "synthesis/render.h"
#include "base/parallel.h"
#include "synthesis/scanner.h"
#include "synthesis/slice_painter.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <vector>

namespace nodewise::synthesis {

namespace {

/// Middle of the picture, mm behind the canal at the hyoid: chin and nape both fit.
constexpr double kMiddleY = -14;
constexpr double kShoulderTop = -38, kShoulderFull = -70;

/// Draws single slices; painters are costly to make, so each thread borrows one.
class SliceFactory {
public:
    SliceFactory(std::shared_ptr<const Scene> scene, unsigned threads)
        : m_scene(std::move(scene))
        , m_grid(gridOf(m_scene->recipe))
        , m_scanner(m_scene->recipe.scanner, noiseSeed(m_scene->recipe), threads) {}

    [[nodiscard]] std::size_t area() const {
        const auto columns = static_cast<std::size_t>(m_scene->recipe.scanner.columns);
        return columns * columns;
    }

    void draw(int slice, std::span<std::int16_t> out) {
        auto desk = borrow();
        const ScannerRecipe& s = m_scene->recipe.scanner;
        const double z = m_grid.origin().z + s.sliceMm * static_cast<double>(slice);
        paint(*desk, z);
        const double shoulder =
            std::clamp((kShoulderTop - z) / (kShoulderTop - kShoulderFull), 0.0, 1.0);
        m_scanner.scan(slice, static_cast<float>(0.5 * s.columns), static_cast<float>(shoulder),
                       desk->hu, desk->scanner, out);
        const std::lock_guard lock(m_guard);
        m_free.push_back(std::move(desk));
    }

private:
    struct Desk {
        explicit Desk(const Scene& scene)
            : painter(scene) {}
        SlicePainter painter;
        std::vector<float> hu, moved;
        ScannerDesk scanner;
    };

    /// Paints a slice; while the patient swallows, half of it higher up.
    void paint(Desk& desk, double z) const {
        const ScannerRecipe& s = m_scene->recipe.scanner;
        const auto x0 = static_cast<float>(m_grid.origin().x),
                   y0 = static_cast<float>(m_grid.origin().y);
        desk.painter.paint(static_cast<float>(z), x0, y0, desk.hu);
        const double share = swallow(z);
        if (share <= 0)
            return;
        desk.painter.paint(static_cast<float>(z - s.motionMm), x0,
                           y0 - 0.4F * static_cast<float>(s.motionMm), desk.moved);
        const auto columns = static_cast<std::size_t>(s.columns);
        for (std::size_t j = 0; j < columns; ++j) {
            // Throat and floor of the mouth move, the spine does not.
            const double y = m_grid.origin().y + s.pixelMm * static_cast<double>(j);
            const auto w = static_cast<float>(0.5 * share * std::clamp((-18 - y) / 14, 0.0, 1.0));
            for (std::size_t p = j * columns; w > 0 && p < (j + 1) * columns; ++p)
                desk.hu[p] += w * (desk.moved[p] - desk.hu[p]);
        }
    }

    /// One swallow in the larynx of this seed, about 7 mm of slices long.
    [[nodiscard]] double swallow(double z) const {
        if (m_scene->recipe.scanner.motionMm <= 0)
            return 0;
        const double at = -45 + 60.0 * (mix(m_scene->recipe.seed, 515) & 0xFFFFU) / 65536.0;
        return std::clamp(2 - std::fabs(z - at) / 2.5, 0.0, 1.0);
    }

    static std::uint32_t noiseSeed(const Recipe& recipe) {
        return recipe.scanner.noiseSeed != 0 ? recipe.scanner.noiseSeed : mix(recipe.seed, 404);
    }

    [[nodiscard]] std::unique_ptr<Desk> borrow() {
        {
            const std::lock_guard lock(m_guard);
            if (!m_free.empty()) {
                auto desk = std::move(m_free.back());
                m_free.pop_back();
                return desk;
            }
        }
        return std::make_unique<Desk>(*m_scene);
    }

    std::shared_ptr<const Scene> m_scene;
    GridGeometry m_grid;
    Scanner m_scanner;
    std::mutex m_guard;
    std::vector<std::unique_ptr<Desk>> m_free;
};

/// Outwards from the first, or from the feet.
std::vector<int> drawingOrder(int slices, int first) {
    std::vector<int> order(static_cast<std::size_t>(slices));
    std::iota(order.begin(), order.end(), 0);
    if (first >= 0)
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return std::abs(a - first) < std::abs(b - first); });
    return order;
}

}  // namespace

GridGeometry gridOf(const Recipe& recipe) {
    const ScannerRecipe& s = recipe.scanner;
    const double half = 0.5 * s.pixelMm * (s.columns - 1);
    return GridGeometry::axisAligned(
        {s.columns, s.columns, s.slices}, {s.pixelMm, s.pixelMm, s.sliceMm},
        {-half, kMiddleY - half, s.topMm - s.sliceMm * (s.slices - 1)});
}

Result<VolumePtr> renderVolume(const Recipe& recipe, JobControl& job, unsigned threads,
                               const SliceListener& listener, int first) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    const GridGeometry grid = gridOf(recipe);
    SliceFactory factory(*scene, threads);
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    const auto order = drawingOrder(recipe.scanner.slices, first);
    std::atomic<int> done{0};
    std::mutex guard;
    parallelFor(order.size(), threads, [&](std::size_t n) {
        if (job.cancelled())
            return;
        const int slice = order[n];
        const auto pixels = std::span(voxels).subspan(
            static_cast<std::size_t>(slice) * factory.area(), factory.area());
        factory.draw(slice, pixels);
        job.report(static_cast<double>(++done) / recipe.scanner.slices, "slices");
        if (listener) {
            const std::lock_guard lock(guard);
            listener(slice, pixels);
        }
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while slices were drawn");
    return CtVolume::create(grid, std::move(voxels), VoxelMeaning::Hounsfield);
}

Result<std::vector<std::vector<std::int16_t>>>
renderSlices(const Recipe& recipe, std::span<const int> slices, JobControl& job, unsigned threads) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    SliceFactory factory(*scene, threads);
    std::vector<std::vector<std::int16_t>> out(slices.size());
    parallelFor(slices.size(), threads, [&](std::size_t n) {
        if (job.cancelled())
            return;
        out[n].resize(factory.area());
        factory.draw(slices[n], out[n]);
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while slices were drawn");
    return out;
}

}  // namespace nodewise::synthesis
