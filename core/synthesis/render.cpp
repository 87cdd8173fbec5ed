#include "synthesis/render.h"
#include "base/parallel.h"
#include "synthesis/scanner.h"
#include "synthesis/slice_painter.h"
#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace nodewise::synthesis {

namespace {

/// Middle of the picture, mm behind the canal at the hyoid: chin and nape both fit.
constexpr double kMiddleY = -14;
constexpr double kShoulderTop = -38, kShoulderFull = -70;

/// Painters are costly to make; each thread borrows one.
class PainterPool {
public:
    explicit PainterPool(const Scene& scene)
        : m_scene(scene) {}
    [[nodiscard]] std::unique_ptr<SlicePainter> borrow() {
        const std::lock_guard lock(m_guard);
        if (m_free.empty())
            return std::make_unique<SlicePainter>(m_scene);
        auto painter = std::move(m_free.back());
        m_free.pop_back();
        return painter;
    }
    void give(std::unique_ptr<SlicePainter> painter) {
        const std::lock_guard lock(m_guard);
        m_free.push_back(std::move(painter));
    }

private:
    const Scene& m_scene;
    std::mutex m_guard;
    std::vector<std::unique_ptr<SlicePainter>> m_free;
};

}  // namespace

GridGeometry gridOf(const Recipe& recipe) {
    const ScannerRecipe& s = recipe.scanner;
    const double half = 0.5 * s.pixelMm * (s.columns - 1);
    return GridGeometry::axisAligned(
        {s.columns, s.columns, s.slices}, {s.pixelMm, s.pixelMm, s.sliceMm},
        {-half, kMiddleY - half, s.topMm - s.sliceMm * (s.slices - 1)});
}

Result<VolumePtr> renderVolume(const Recipe& recipe, JobControl& job, unsigned threads) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    const GridGeometry grid = gridOf(recipe);
    const ScannerRecipe& s = recipe.scanner;
    const Scanner scanner(s, s.noiseSeed != 0 ? s.noiseSeed : mix(recipe.seed, 404), threads);
    const auto area = static_cast<std::size_t>(s.columns) * static_cast<std::size_t>(s.columns);
    CtVolume::Int16Voxels voxels(grid.voxelCount());
    PainterPool pool(**scene);
    std::atomic<int> done{0};
    parallelFor(static_cast<std::size_t>(s.slices), threads, [&](std::size_t k) {
        if (job.cancelled())
            return;
        auto painter = pool.borrow();
        std::vector<float> hu, scratch;
        const double z = grid.origin().z + s.sliceMm * static_cast<double>(k);
        painter->paint(static_cast<float>(z), static_cast<float>(grid.origin().x),
                       static_cast<float>(grid.origin().y), hu);
        const double shoulder =
            std::clamp((kShoulderTop - z) / (kShoulderTop - kShoulderFull), 0.0, 1.0);
        const auto middle = static_cast<float>(0.5 * s.columns);
        scanner.scan(static_cast<int>(k), middle, static_cast<float>(shoulder), hu, scratch,
                     std::span(voxels).subspan(k * area, area));
        pool.give(std::move(painter));
        job.report(static_cast<double>(++done) / s.slices, "slices");
    });
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "cancelled while slices were drawn");
    return CtVolume::create(grid, std::move(voxels), VoxelMeaning::Hounsfield);
}

}  // namespace nodewise::synthesis
