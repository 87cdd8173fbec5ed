// neck_sheet: a picture of some heights of a recipe, for the eye.
//   neck_sheet recipe.json out.png z1,z2,… [window level [columns [cropMm]]]
#include "base/job_control.h"
#include "serial/file_io.h"
#include "synthesis/render.h"
#include <QImage>
#include <QStringList>
#include <cmath>
#include <iostream>

using namespace nodewise;

namespace {

struct Window {
    double width = 350, level = 60;
    [[nodiscard]] int grey(double hu) const {
        return static_cast<int>(std::clamp(255 * ((hu - level) / width + 0.5), 0.0, 255.0));
    }
};

struct Look {
    Window window;
    int columns = 3;
    double cropMm = 0;
};

QImage tileOf(std::span<const std::int16_t> pixels, int side, double pixelMm, const Look& look) {
    const int keep =
        look.cropMm > 0 ? std::min(side, static_cast<int>(look.cropMm / pixelMm)) : side;
    const int from = (side - keep) / 2;
    QImage tile(keep, keep, QImage::Format_Grayscale8);
    for (int j = 0; j < keep; ++j)
        for (int i = 0; i < keep; ++i)
            tile.scanLine(j)[i] = static_cast<uchar>(
                look.window.grey(pixels[static_cast<std::size_t>((j + from) * side + i + from)]));
    return tile;
}

QImage sheetOf(const std::vector<QImage>& tiles, int columns) {
    int wide = 1, high = 1;
    for (const QImage& tile : tiles) {
        wide = std::max(wide, tile.width());
        high = std::max(high, tile.height());
    }
    const int rows = (static_cast<int>(tiles.size()) + columns - 1) / columns;
    QImage sheet(wide * columns, high * rows, QImage::Format_Grayscale8);
    sheet.fill(Qt::black);
    for (std::size_t n = 0; n < tiles.size(); ++n) {
        const int i = static_cast<int>(n) % columns, j = static_cast<int>(n) / columns;
        for (int y = 0; y < tiles[n].height(); ++y)
            std::copy_n(tiles[n].constScanLine(y), tiles[n].width(),
                        sheet.scanLine(j * high + y) + i * wide);
    }
    return sheet;
}

int draw(const QStringList& arguments) {
    const auto text = serial::readFile(serial::pathOf(arguments[1].toStdString()));
    auto recipe =
        text ? synthesis::parseRecipe(*text) : Result<synthesis::Recipe>(fail(text.error()));
    if (!recipe) {
        std::cerr << recipe.error().detail << " " << recipe.error().place << "\n";
        return 1;
    }
    Look look;
    if (arguments.size() > 5)
        look.window = {arguments[4].toDouble(), arguments[5].toDouble()};
    look.columns = arguments.size() > 6 ? arguments[6].toInt() : 3;
    look.cropMm = arguments.size() > 7 ? arguments[7].toDouble() : 0;
    const auto grid = synthesis::gridOf(*recipe);
    std::vector<int> slices;
    for (const QString& z : arguments[3].split(QLatin1Char(',')))
        slices.push_back(std::clamp(static_cast<int>(std::lround((z.toDouble() - grid.origin().z) /
                                                                 recipe->scanner.sliceMm)),
                                    0, recipe->scanner.slices - 1));
    NullJobControl job;
    const auto drawn = synthesis::renderSlices(*recipe, slices, job);
    if (!drawn) {
        std::cerr << drawn.error().detail << "\n";
        return 1;
    }
    std::vector<QImage> tiles;
    for (const auto& pixels : *drawn)
        tiles.push_back(tileOf(pixels, recipe->scanner.columns, recipe->scanner.pixelMm, look));
    return sheetOf(tiles, look.columns).save(arguments[2]) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (arguments.size() < 4) {
        std::cerr << "neck_sheet recipe.json out.png z1,z2,... [width level [columns [cropMm]]]\n";
        return 2;
    }
    return draw(arguments);
}
