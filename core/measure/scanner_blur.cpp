#include "measure/scanner_blur.h"
#include "base/parallel.h"
#include "measure/edge_fit.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr float kMiddleHu = -500.0F;
constexpr double kAirHu = -850.0, kTissueHu = -250.0, kLeastStepHu = 500.0;
constexpr double kStepMm = 0.25, kInsideMm = 1.5, kOutsideMm = 3.5;
constexpr double kUpright = 0.2, kSlanted = 0.6;  // |cosine| to the stack
constexpr std::size_t kMostEdges = 2400, kLeastEdges = 60, kLeastSlanted = 30;
constexpr double kShare = 0.35;  // quantile of the squared SDs

struct Edge {
    double square = 0;  ///< Squared SD, mm².
    double cosine = 0;  ///< Of the normal to the stack.
};

class BlurFinder {
public:
    BlurFinder(const CtVolume& image, int stackAxis, JobControl& job)
        : m_image(image)
        , m_job(job)
        , m_grid(image.geometry())
        , m_stack(m_grid.axis(stackAxis))
        , m_stackMm(m_grid.spacing()[static_cast<std::size_t>(stackAxis)]) {}

    std::optional<ScannerBlur> run(unsigned threads) {
        auto starts = crossings(threads);
        const std::size_t step = 1 + starts.size() / kMostEdges;
        std::vector<VoxelIndex> chosen;
        for (std::size_t n = 0; n < starts.size(); n += step)
            chosen.push_back(starts[n]);
        std::vector<std::optional<Edge>> edges(chosen.size());
        constexpr std::size_t kChunk = 32;
        parallelFor((chosen.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
            const std::size_t end = std::min(chosen.size(), (chunk + 1) * kChunk);
            for (std::size_t n = chunk * kChunk; n < end && !m_job.cancelled(); ++n)
                edges[n] = edgeAt(chosen[n]);
        });
        return blurOf(edges);
    }

private:
    /// Voxels of tissue with air next to them along a row, column or the stack, on a sparse raster.
    [[nodiscard]] std::vector<VoxelIndex> crossings(unsigned threads) const {
        const auto& dims = m_grid.dims();
        constexpr int kRim = 3;
        std::vector<std::vector<VoxelIndex>> planes(static_cast<std::size_t>(dims[2]));
        parallelFor(planes.size(), threads, [&](std::size_t plane) {
            const int k = static_cast<int>(plane);
            if (k < 1 || k + 1 >= dims[2] || m_job.cancelled())
                return;
            m_image.visit([&](auto voxels) {
                for (int j = kRim + static_cast<int>(plane % 3); j < dims[1] - kRim; j += 3)
                    for (int i = kRim; i < dims[0] - kRim; ++i) {
                        const std::size_t at = m_grid.offset({i, j, k});
                        if (!tissue(voxels, at))
                            continue;
                        const auto row = static_cast<std::size_t>(dims[0]);
                        const std::size_t layer = row * static_cast<std::size_t>(dims[1]);
                        if (!tissue(voxels, at - 1) || !tissue(voxels, at + 1) ||
                            !tissue(voxels, at - row) || !tissue(voxels, at + row) ||
                            !tissue(voxels, at - layer) || !tissue(voxels, at + layer))
                            planes[plane].push_back({i, j, k});
                    }
            });
        });
        std::vector<VoxelIndex> all;
        for (const auto& plane : planes)
            all.insert(all.end(), plane.begin(), plane.end());
        return all;
    }

    template <class Span>
    static bool tissue(const Span& voxels, std::size_t at) {
        return static_cast<float>(voxels[at]) > kMiddleHu;
    }

    /// Toward the air, from differences over two millimetres.
    [[nodiscard]] VectorLps outward(PointLps at) const {
        VectorLps sum;
        for (int a = 0; a < 3; ++a) {
            const double reach = std::max(1.0, m_grid.spacing()[static_cast<std::size_t>(a)]);
            const VectorLps step = m_grid.axis(a) * reach;
            const double fall = static_cast<double>(m_image.sample(at - step)) -
                                static_cast<double>(m_image.sample(at + step));
            sum = sum + m_grid.axis(a) * (fall / reach);
        }
        return normalized(sum);
    }

    [[nodiscard]] std::optional<Edge> edgeAt(VoxelIndex voxel) const {
        const PointLps at = m_grid.toPatient(voxel);
        const VectorLps normal = outward(at);
        std::vector<double> mm, hu;
        for (double t = -kInsideMm; t <= kOutsideMm + 1e-9; t += kStepMm) {
            mm.push_back(t);
            hu.push_back(static_cast<double>(m_image.sample(at + normal * t)));
        }
        if (hu.front() < kTissueHu || hu.back() > kAirHu || std::isnan(hu.front() + hu.back()))
            return std::nullopt;
        const auto fit = fitEdge(mm, hu);
        if (!fit || fit->inside - fit->outside < kLeastStepHu || fit->at > 2.5 || fit->at < -1)
            return std::nullopt;
        double h2 = 0;
        for (int a = 0; a < 3; ++a) {
            const double part =
                dot(normal, m_grid.axis(a)) * m_grid.spacing()[static_cast<std::size_t>(a)];
            h2 += part * part;
        }
        // Reading between voxels blurs by a triangle of the spacing.
        return Edge{std::max(0.0, fit->sigma * fit->sigma - h2 / 6),
                    std::abs(dot(normal, m_stack))};
    }

    static double lowerThird(std::vector<double>& values) {
        const auto at =
            static_cast<std::ptrdiff_t>(kShare * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + at, values.end());
        return values[static_cast<std::size_t>(at)];
    }

    [[nodiscard]] std::optional<ScannerBlur>
    blurOf(const std::vector<std::optional<Edge>>& edges) const {
        std::vector<double> upright;
        for (const auto& edge : edges)
            if (edge && edge->cosine < kUpright)
                upright.push_back(edge->square);
        if (upright.size() < kLeastEdges)
            return std::nullopt;
        ScannerBlur blur;
        const double inPlane = lowerThird(upright);
        blur.inPlaneSdMm = std::sqrt(inPlane);
        blur.edges = static_cast<int>(upright.size());
        std::vector<double> slanted;
        for (const auto& edge : edges)
            if (edge && edge->cosine > kSlanted) {
                const double c2 = edge->cosine * edge->cosine;
                slanted.push_back(std::max(0.0, (edge->square - inPlane * (1 - c2)) / c2));
            }
        blur.acrossMeasured = slanted.size() >= kLeastSlanted;
        blur.acrossSdMm =
            blur.acrossMeasured ? std::sqrt(lowerThird(slanted)) : m_stackMm / std::sqrt(12.0);
        if (blur.acrossMeasured)
            blur.edges += static_cast<int>(slanted.size());
        return blur;
    }

    const CtVolume& m_image;
    JobControl& m_job;
    const GridGeometry& m_grid;
    VectorLps m_stack;
    double m_stackMm;
};

}  // namespace

std::optional<ScannerBlur> findScannerBlur(const CtVolume& image, int stackAxis, unsigned threads,
                                           JobControl& job) {
    return BlurFinder(image, stackAxis, job).run(threads);
}

}  // namespace nodewise::measure
