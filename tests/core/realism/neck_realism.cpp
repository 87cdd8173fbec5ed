// neck_realism: figures of the real neck CT beside drawn ones, and a picture of both.
//   neck_realism [side-by-side.png]
#include "realism_pair.h"
#include <QImage>
#include <iomanip>
#include <iostream>

using namespace nodewise;
using namespace nodewise::test;

namespace {

void line(const char* name, const std::vector<Realism>& all, double (*value)(const Realism&)) {
    std::cout << std::left << std::setw(34) << name;
    for (const Realism& r : all)
        std::cout << std::right << std::setw(10) << std::fixed << std::setprecision(2) << value(r);
    std::cout << "\n";
}

void table(const std::vector<Realism>& all) {
    std::cout << "first column real, then drawn\n";
    line("fat, mean HU", all, [](const Realism& r) { return r.fat.mean; });
    line("fat, median HU", all, [](const Realism& r) { return r.fat.median; });
    line("fat, robust SD", all, [](const Realism& r) { return r.fat.robustSd; });
    line("muscle, mean HU", all, [](const Realism& r) { return r.muscle.mean; });
    line("muscle, median HU", all, [](const Realism& r) { return r.muscle.median; });
    line("muscle, robust SD", all, [](const Realism& r) { return r.muscle.robustSd; });
    line("bone, median HU", all, [](const Realism& r) { return r.bone.median; });
    line("bone, robust SD", all, [](const Realism& r) { return r.bone.robustSd; });
    line("edge 10-90, median mm", all, [](const Realism& r) { return r.edges.median; });
    line("edge 10-90, robust SD", all, [](const Realism& r) { return r.edges.robustSd; });
    line("gradient, median HU/mm", all, [](const Realism& r) { return r.gradient.median; });
    line("gradient, robust SD", all, [](const Realism& r) { return r.gradient.robustSd; });
    line("noise in brain, SD HU", all, [](const Realism& r) { return r.noiseSd; });
    line("noise, centroid 1/mm", all, [](const Realism& r) { return r.noiseCentroid; });
    line("noise, share above 0.25/mm", all, [](const Realism& r) { return r.noiseHigh; });
    std::cout << "distance of gradient histograms: ";
    for (const Realism& r : all)
        std::cout << histogramDistance(all.front(), r) << " ";
    std::cout << "\n";
}

QImage tile(const CtVolume& volume, const RealismBox& box, double height) {
    const auto& grid = volume.geometry();
    const int k = std::clamp(
        static_cast<int>(std::lround((box.hyoidZ + height - grid.toPatient(VoxelIndex{0, 0, 0}).z) /
                                     (grid.spacing()[2] * grid.axis(2).z))),
        0, grid.dims()[2] - 1);
    QImage image(220, 230, QImage::Format_Grayscale8);
    const int i0 = (box.i0 + box.i1) / 2 - 110, j0 = (box.j0 + box.j1) / 2 - 110;
    for (int j = 0; j < 230; ++j)
        for (int i = 0; i < 220; ++i) {
            const VoxelIndex at{i0 + i, j0 + j, k};
            const bool inside =
                at.i >= 0 && at.i < grid.dims()[0] && at.j >= 0 && at.j < grid.dims()[1];
            const double hu = inside ? volume.value(at) : -1000;
            image.scanLine(j)[i] =
                static_cast<uchar>(std::clamp(255 * ((hu - 40) / 350 + 0.5), 0.0, 255.0));
        }
    return image;
}

bool sideBySide(const CtVolume& real, const CtVolume& drawn, const QString& path) {
    constexpr std::array kHeights{62.0, 36.0, 12.0, -9.0, -30.0, -57.0};
    QImage sheet(6 * 220, 2 * 230, QImage::Format_Grayscale8);
    for (int n = 0; n < 6; ++n) {
        const QImage above = tile(real, realBox(), kHeights[static_cast<std::size_t>(n)]),
                     below = tile(drawn, drawnBox(), kHeights[static_cast<std::size_t>(n)]);
        for (int y = 0; y < 230; ++y) {
            std::copy_n(above.constScanLine(y), 220, sheet.scanLine(y) + 220 * n);
            std::copy_n(below.constScanLine(y), 220, sheet.scanLine(230 + y) + 220 * n);
        }
    }
    return sheet.save(path);
}

}  // namespace

int main(int argc, char** argv) {
    const auto real = realNeck();
    if (!real) {
        std::cerr << "the shared neck CT does not load\n";
        return 1;
    }
    std::vector<Realism> all{RealismMeter(**real, realBox()).measure()};
    std::optional<VolumePtr> first;
    for (const std::uint32_t seed : {3U, 11U, 29U}) {
        const auto drawn = drawnNeck(seed);
        if (!drawn)
            return 1;
        all.push_back(RealismMeter(**drawn, drawnBox()).measure());
        if (!first)
            first = drawn;
    }
    table(all);
    return argc < 2 || sideBySide(**real, **first, QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}
