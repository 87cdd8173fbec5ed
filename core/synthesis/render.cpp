#include "synthesis/render.h"
#include "base/parallel.h"
#include "synthesis/scanner.h"
#include "synthesis/slice_painter.h"
#include "synthesis/slice_plane.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <vector>

namespace nodewise::synthesis {

namespace {

constexpr double kMiddleY = -14;  ///< Of the body; the throat that swallows lies before it.
constexpr double kThroatY = -40;
constexpr double kShoulderTop = -38, kShoulderFull = -70;

/// Draws single slices; painters are costly to make, so each thread borrows one.
class SliceFactory {
public:
    SliceFactory(std::shared_ptr<const Scene> scene, SliceStack stack, unsigned threads)
        : m_scene(std::move(scene))
        , m_stack(std::move(stack))
        , m_scanner(m_scene->recipe.scanner, noiseSeed(m_scene->recipe), threads) {}

    [[nodiscard]] std::size_t area() const {
        const auto columns = static_cast<std::size_t>(m_scene->recipe.scanner.columns);
        return columns * columns;
    }

    void draw(int slice, std::span<std::int16_t> out) {
        auto desk = borrow();
        const ScannerRecipe& s = m_scene->recipe.scanner;
        paint(*desk, slice);
        const double z = heightAt(slice, kMiddleY);
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

    /// Height of a slice's row at y, mm.
    [[nodiscard]] double heightAt(int slice, double y) const {
        const PointLps corner = m_stack.place({0, 0, slice});
        const VectorLps down = m_stack.grid.axis(1);
        return corner.z + (y - corner.y) * (down.z / down.y);
    }

    /// Paints a slice; while the patient swallows, half of it higher up.
    void paint(Desk& desk, int slice) const {
        const ScannerRecipe& s = m_scene->recipe.scanner;
        const SlicePlane plane = m_stack.planeFrom({0, 0, slice});
        desk.painter.paint(plane, desk.hu);
        const double share = swallow(heightAt(slice, kThroatY));
        if (share <= 0)
            return;
        const PointLps corner = m_stack.place({0, 0, slice});
        SlicePlane moved = plane;
        moved.y0 = plane.y0 - 0.4F * static_cast<float>(s.motionMm);
        moved.z0 = static_cast<float>(corner.z - s.motionMm);
        desk.painter.paint(moved, desk.moved);
        const auto columns = static_cast<std::size_t>(s.columns);
        for (std::size_t j = 0; j < columns; ++j) {
            // Throat and floor of the mouth move, the spine does not.
            const double y = corner.y + s.pixelMm * static_cast<double>(j) * m_stack.grid.axis(1).y;
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
    SliceStack m_stack;
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

Result<VolumePtr> drawStack(const Recipe& recipe, const SliceStack& stack, JobControl& job,
                            unsigned threads, const SliceListener& listener, int first) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    SliceFactory factory(*scene, stack, threads);
    CtVolume::Int16Voxels voxels(stack.grid.voxelCount());
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
    return CtVolume::create(stack.grid, std::move(voxels), VoxelMeaning::Hounsfield);
}

}  // namespace

GridGeometry gridOf(const Recipe& recipe) {
    return regularStack(recipe).grid;
}

std::vector<PointLps> scanPositions(const Recipe& recipe) {
    const SliceStack stack = scannedStack(recipe);
    std::vector<PointLps> places;
    for (int k = 0; k < recipe.scanner.slices; ++k)
        places.push_back(stack.place({0, 0, k}));
    return places;
}

Result<VolumePtr> renderVolume(const Recipe& recipe, JobControl& job, unsigned threads,
                               const SliceListener& listener, int first) {
    return drawStack(recipe, regularStack(recipe), job, threads, listener, first);
}

Result<VolumePtr> renderScan(const Recipe& recipe, JobControl& job, unsigned threads) {
    return drawStack(recipe, scannedStack(recipe), job, threads, {}, -1);
}

Result<std::vector<std::vector<std::int16_t>>>
renderSlices(const Recipe& recipe, std::span<const int> slices, JobControl& job, unsigned threads) {
    const auto scene = makeScene(recipe, job, threads);
    if (!scene)
        return fail(scene.error());
    SliceFactory factory(*scene, regularStack(recipe), threads);
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
