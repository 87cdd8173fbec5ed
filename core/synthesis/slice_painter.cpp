#include "synthesis/slice_painter.h"
#include "synthesis/artefacts.h"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nodewise::synthesis {

namespace {

constexpr float kAirHu = -1000, kGasHu = -985, kCsfHu = 14, kCordHu = 46, kSkinHu = 40;
constexpr float kSkinMm = 1.8F, kStrandHu = 75;
constexpr float kRestY = 96, kRestRadius = 190, kRestThick = 2.2F;  ///< Head rest under the nape.
constexpr int kFiner = 2;  ///< Pixels between two samples of the fields.

std::size_t planeOf(Field f) {
    return static_cast<std::size_t>(f);
}

/// Share of a pixel of width `h` inside an edge at distance d.
float cover(float d, float h) {
    const float c = 0.5F - d / (1.15F * h);
    return c < 0 ? 0 : (c > 1 ? 1 : c);
}

/// What is left of a pixel while structures take their shares in order.
struct Mixer {
    float left = 1, sum = 0;
    void take(float share, float hu) {
        const float part = left * share;
        sum += part * hu;
        left -= part;
    }
};

/// A shell of carbon on foam.
float restHu(float x, float y) {
    if (std::fabs(x) > 92)
        return kAirHu;
    const float r = std::hypot(x, y - (kRestY - kRestRadius));
    const float shell = std::fabs(r - kRestRadius) - 0.5F * kRestThick;
    const float foam = r < kRestRadius && r > kRestRadius - 9 ? 60.0F : 0.0F;
    return kAirHu + foam + 820 * std::clamp(0.5F - shell, 0.0F, 1.0F);
}

/// Small artery, vein, benign node or nerve of the fat.
float smallHu(std::uint8_t kind) {
    if (kind > 3)
        return partOf(kind) == Part::InnocentNode ? 86.0F : 46.0F;  // else nerve
    return kind == 3 ? 84.0F : (kind == 2 ? 180.0F : 150.0F);
}

/// Lining of a gas space, mm.
float gasWall(Part part, float height) {
    if (part == Part::Lung)
        return 1.1F;  // pleura
    if (part == Part::Sinus)
        return 0.7F;
    if (height < -58 || height > 71)
        return 1.3F;
    return height < 66 && height > -26 ? 1.4F : 2.0F;
}

}  // namespace

SlicePainter::SlicePainter(const Scene& scene, int columns)
    : m_scene(&scene)
    , m_texture(scene.tile, scene.recipe.phase, scene.plan)
    , m_pixel(static_cast<float>(scene.recipe.scanner.pixelMm))
    , m_columns(columns > 0 ? columns : scene.recipe.scanner.columns)
    , m_metal(scene.recipe.scanner.dentalHu > 0)
    , m_vessels(scene.recipe)
    , m_skinMm(kSkinMm * (1 + 0.9F * static_cast<float>(scene.recipe.history.radiotherapy))) {
    for (auto& row : m_row)
        row.resize(static_cast<std::size_t>(m_columns));
    m_between.resize(static_cast<std::size_t>(m_columns));
    m_tone.resize(static_cast<std::size_t>(m_columns));
}

SliceGrid SlicePainter::coarseGrid(const SlicePlane& plane) const {
    // Samples lie between the pixels 2c-1 and 2c, one row and column more on each side.
    const int count = m_columns / kFiner + 2;
    const float half = 0.5F * m_pixel;
    return {plane.zAt(-half), plane.x0 - half, plane.yAt(-half), kFiner * m_pixel, count, count,
            plane.cosine,     plane.sine};
}

void SlicePainter::paint(const SlicePlane& plane, std::vector<float>& hu) {
    hu.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_columns), 0.0F);
    const ScannerRecipe& scanner = m_scene->recipe.scanner;
    const float thick = static_cast<float>(scanner.sliceMm) * plane.cosine;
    const int subs = scanner.sliceMm > 2 ? 4 : 2;
    fillFibres(plane);
    for (int s = 0; s < subs; ++s) {
        const float at = (static_cast<float>(s) + 0.5F) / static_cast<float>(subs) - 0.5F;
        const SlicePlane sub = plane.raised(1.1F * thick * at);
        evaluateSlice(*m_scene, coarseGrid(sub), true, m_fields);
        paintSubSlice(1.0F / static_cast<float>(subs), sub, hu);
    }
}

/// Fields and textures of a row; where it lies, y.
float SlicePainter::startRow(const SlicePlane& plane, int row) {
    spreadRow(row);
    const float down = m_pixel * static_cast<float>(row);
    m_z = plane.zAt(down);
    m_height = plane.sine == 0 ? m_fields.height : m_scene->warp.straightHeight(m_z);
    m_texture.setRow(plane.yAt(down), m_z);
    return plane.yAt(down);
}

void SlicePainter::paintSubSlice(float weight, const SlicePlane& plane, std::vector<float>& hu) {
    const auto columns = static_cast<std::size_t>(m_columns);
    for (int row = 0; row < m_columns; ++row) {
        const float y = startRow(plane, row);
        m_fineRow = static_cast<std::size_t>(row) * columns;
        float* line = &hu[m_fineRow];
        if (m_active[planeOf(Field::Skin)]) {
            paintRow(weight, plane.x0, y, line);
            continue;
        }
        for (std::size_t i = 0; i < columns; ++i)
            line[i] +=
                weight *
                (y > kRestY - 50 ? restHu(plane.x0 + m_pixel * static_cast<float>(i), y) : kAirHu);
    }
}

/// Brings one row of every plane that matters there to the pixels.
void SlicePainter::spreadRow(int row) {
    const int lower = row / kFiner;
    const float t = row % kFiner == 0 ? 0.25F : 0.75F;
    m_coarseRow = t < 0.5F ? lower : lower + 1;
    const auto stride = static_cast<std::size_t>(m_fields.grid.columns);
    for (std::size_t f = 0; f < kFieldCount; ++f) {
        const auto j = static_cast<std::size_t>(lower);
        m_active[f] = std::min(m_fields.rowLow[f][j], m_fields.rowLow[f][j + 1]) < 3.0F;
        if (!m_active[f])
            continue;
        spread(&m_fields.plane[f][j * stride], t, m_row[f].data());
    }
    m_planes = m_active[planeOf(Field::Muscle)];
    if (m_planes)
        spread(&m_fields.second[static_cast<std::size_t>(lower) * stride], t, m_between.data());
    m_toned = m_planes && m_fields.toned;
    if (m_toned)
        spread(&m_fields.tone[static_cast<std::size_t>(lower) * stride], t, m_tone.data());
}

/// A row of a plane and the next, t between them, at the pixels.
void SlicePainter::spread(const float* a, float t, float* out) const {
    const float* b = a + m_fields.grid.columns;
    for (int c = 0; c < m_columns / kFiner; ++c) {
        const float left = a[c] + t * (b[c] - a[c]);
        const float right = a[c + 1] + t * (b[c + 1] - a[c + 1]);
        out[2 * c] = left + 0.25F * (right - left);
        out[2 * c + 1] = left + 0.75F * (right - left);
    }
}

std::uint8_t SlicePainter::idAt(Field f, std::size_t i) const {
    const auto c = (i + 1) / kFiner;
    const auto at =
        static_cast<std::size_t>(m_coarseRow) * static_cast<std::size_t>(m_fields.grid.columns) + c;
    return m_fields.nearest[planeOf(f)][at];
}

void SlicePainter::paintRow(float weight, float x0, float y, float* hu) {
    const auto& skin = m_row[planeOf(Field::Skin)];
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_columns); ++i) {
        const float body = cover(skin[i], m_pixel);
        float value = y > kRestY - 50 ? restHu(x0 + m_pixel * static_cast<float>(i), y) : kAirHu;
        if (body > 0)
            value += body * (pixel(i, x0 + m_pixel * static_cast<float>(i), y) - value);
        hu[i] += weight * value;
    }
}

float SlicePainter::pixel(std::size_t i, float x, float y) const {
    const float h = m_pixel;
    Mixer mix;
    const auto at = [&](Field f) { return m_active[planeOf(f)] ? m_row[planeOf(f)][i] : kFar; };
    const auto fill = [&](Field f, auto&& hu) {
        const float d = at(f);
        if (d < h && mix.left > 0.004F)
            mix.take(cover(d, h), hu(d));
    };
    fill(Field::Lumen, [&](float) {
        return partOf(idAt(Field::Lumen, i)) == Part::Lung ? m_texture.lung(x) : kGasHu;
    });
    fill(Field::Tooth, [&](float d) {
        const bool metal = m_metal && partOf(idAt(Field::Tooth, i)) == Part::Crown;
        return metal ? kMetalHu : m_texture.tooth(-d);
    });
    fill(Field::Cartilage,
         [&](float d) { return m_texture.cartilage(x, -d, idAt(Field::Cartilage, i)); });
    fill(Field::Bone, [&](float d) { return m_texture.bone(x, -d, idAt(Field::Bone, i)); });
    if (at(Field::Canal) < h) {
        fill(Field::Cord, [&](float) {
            return partOf(idAt(Field::Cord, i)) == Part::Brain ? m_texture.brain(x) : kCordHu;
        });
        fill(Field::Canal, [](float) { return kCsfHu; });
    }
    fill(Field::Disc, [&](float) { return m_texture.disc(x); });
    fill(Field::Artery, [&](float d) {
        const std::uint8_t id = idAt(Field::Artery, i);
        return m_vessels.hu(id, d, m_texture.artery(x)) + m_texture.plaque(x, -d, m_height, id);
    });
    if (const float d = at(Field::Node); d < 4 && mix.left > 0.004F) {
        const PlacedNode& node = m_scene->nodes[idAt(Field::Node, i)];
        const float share = nodeCover(i, x, y, d);
        if (share > 0)
            mix.take(share, nodeHu(node, m_scene->tile, x, y, m_z,
                                   capsuleAt(node, m_scene->tile, x, y, m_z)));
    }
    fill(Field::Vein, [&](float d) {
        const std::uint8_t id = idAt(Field::Vein, i);
        return m_vessels.hu(id, d, m_texture.vein(x, id));
    });
    fill(Field::Gland, [&](float) { return m_texture.gland(x, idAt(Field::Gland, i)); });
    if (const float wall = std::min(
            at(Field::Mucosa), at(Field::Lumen) - gasWall(partOf(idAt(Field::Lumen, i)), m_height));
        wall < h)
        mix.take(cover(wall, h), m_texture.mucosa(x, idAt(Field::Mucosa, i)));
    fill(Field::Muscle, [&](float d) {
        return m_texture.muscle(x, -d, idAt(Field::Muscle, i)) + (m_toned ? m_tone[i] : 0.0F);
    });
    const float skin = at(Field::Skin);
    if (skin > -m_skinMm - h)
        mix.take(1 - cover(skin + m_skinMm, h), kSkinHu);
    if (skin > -10 && mix.left > 0.004F)
        mix.take(m_texture.platysma(x, skin, angleDeg(std::fabs(x), y)), 52);
    fill(Field::Small, [&](float) { return smallHu(idAt(Field::Small, i)); });
    if (mix.left > 0.004F)
        mix.take(1, fatAt(i, x, y));
    return mix.sum;
}

/// Fat with the haze and the strands of the reaction.
float SlicePainter::fatAt(std::size_t i, float x, float y) const {
    float hu = m_texture.fat(x, m_row[planeOf(Field::Skin)][i], m_planes ? m_between[i] : 0.0F);
    const float z = m_z;
    for (const PlacedNode& node : m_scene->nodes) {
        if (!node.growth || node.growth->haze.empty())
            continue;
        const float h = sample(node.growth->block, node.growth->haze, x, y, z, 0);
        if (h > 0.01F)
            hu += static_cast<float>(node.recipe.reaction.hazeHu) * h *
                  (0.65F + 0.9F * m_scene->tile.at(x / 3.5F, y / 3.5F, z / 3.5F, 91));
    }
    if (const auto treated = static_cast<float>(m_scene->recipe.history.radiotherapy); treated > 0)
        hu +=
            treated * (30 + 55 * m_scene->tile.at(x / 7, y / 7, z / 7, 93) +
                       70 * smoothStep(0.72F, 1, ridge(m_scene->tile.at(x / 8, y / 8, z / 6, 94))));
    hu += scarAt(x, y);
    if (m_hasFibres) {
        const float w = m_fibre[m_fineRow + i];
        hu = std::max(hu, hu + w * (kStrandHu - hu));
    }
    return hu;
}

/// What a neck dissection leaves in the fat of its side.
float SlicePainter::scarAt(float x, float y) const {
    const float z = m_z;
    if (!m_scene->plan.dissected[x > 0 ? 1 : 0] || z > 42)
        return 0;
    const float w = smoothStep(12, 24, std::fabs(x)) * smoothStep(28, 8, y) * smoothStep(42, 28, z);
    const NoiseTile& tile = m_scene->tile;
    return w * (34 + 60 * tile.at(x / 8, y / 8, z / 8, 95) +
                85 * smoothStep(0.7F, 1, ridge(tile.at(x / 9, y / 9, z / 7, 96))));
}

/// Extension has a broad, uneven margin; a capsule a sharp one.
float SlicePainter::nodeCover(std::size_t i, float x, float y, float d) const {
    const PlacedNode& node = m_scene->nodes[idAt(Field::Node, i)];
    if (!node.extends())
        return cover(d, m_pixel);
    const float z = m_z;
    const float beyond = smoothStep(0, 1.2F, capsuleAt(node, m_scene->tile, x, y, z) - d);
    const float uneven =
        0.4F + 0.8F * smoothStep(-0.4F, 0.3F, m_scene->tile.at(x / 5, y / 5, z / 5, 92));
    const auto blur = static_cast<float>(node.recipe.extension->blurMm);
    return cover(d, m_pixel + beyond * blur * uneven);
}

void SlicePainter::fillFibres(const SlicePlane& plane) {
    m_hasFibres = false;
    const auto columns = static_cast<std::size_t>(m_columns);
    const float lean = std::fabs(plane.sine) * m_pixel * static_cast<float>(m_columns);
    for (const PlacedNode& node : m_scene->nodes) {
        if (!node.growth || node.growth->fibres.empty() ||
            std::fabs(plane.z0 - node.body.centre[2]) > node.reach() + 20 + lean)
            continue;
        if (!m_hasFibres)
            m_fibre.assign(columns * columns, 0.0F);
        m_hasFibres = true;
        for (const Fibre& fibre : node.growth->fibres)
            drawFibre(fibre, plane);
    }
}

void SlicePainter::drawFibre(const Fibre& fibre, const SlicePlane& plane) {
    const float half = 0.5F * static_cast<float>(m_scene->recipe.scanner.sliceMm);
    for (std::size_t k = 1; k < fibre.knots.size(); ++k) {
        const Knot &a = fibre.knots[k - 1], &b = fibre.knots[k];
        const float low = std::min(a.z, b.z) - a.r - half, high = std::max(a.z, b.z) + a.r + half;
        const float reach = a.r + m_pixel;
        const auto first = [&](float mm, float step) {
            return std::max(0, static_cast<int>((mm - reach) / step));
        };
        const auto last = [&](float mm, float step) {
            return std::min(m_columns - 1, static_cast<int>((mm + reach) / step) + 1);
        };
        const std::span<const Knot> piece(&a, 2);
        const float across = m_pixel, along = m_pixel * plane.cosine;
        const int i0 = first(std::min(a.x, b.x) - plane.x0, across),
                  i1 = last(std::max(a.x, b.x) - plane.x0, across);
        const int j0 = first(std::min(a.y, b.y) - plane.y0, along),
                  j1 = last(std::max(a.y, b.y) - plane.y0, along);
        for (int j = j0; j <= j1; ++j) {
            const float down = m_pixel * static_cast<float>(j);
            const float y = plane.yAt(down), z = plane.zAt(down);
            if (high < z || low > z)
                continue;
            // Within the slice's thickness the nearest height counts.
            const float near = std::clamp(0.5F * (a.z + b.z), z - half, z + half);
            for (int i = i0; i <= i1; ++i) {
                const float x = plane.x0 + m_pixel * static_cast<float>(i);
                float& w =
                    m_fibre[static_cast<std::size_t>(j) * static_cast<std::size_t>(m_columns) +
                            static_cast<std::size_t>(i)];
                w = std::max(w, fibre.weight * cover(distanceTo(piece, x, y, near), m_pixel));
            }
        }
    }
}

/// Skin and platysma, which lie in no field of their own; 0 in fat.
std::uint16_t SlicePainter::coverOf(std::size_t i, float x, float y) const {
    const float skin = m_row[planeOf(Field::Skin)][i];
    if (skin > -m_skinMm)
        return kFirstPartLabel + partSide(Part::Skin, true);
    if (skin > -10 && m_texture.platysma(x, skin, angleDeg(std::fabs(x), y)) > 0.45F)
        return kFirstPartLabel + partSide(Part::Platysma, x > 0);
    return 0;
}

void SlicePainter::label(const SlicePlane& plane, std::vector<std::uint16_t>& labels) {
    const auto columns = static_cast<std::size_t>(m_columns);
    labels.assign(columns * columns, 0);
    evaluateSlice(*m_scene, coarseGrid(plane), true, m_fields);
    constexpr std::array kOrder{Field::Lumen, Field::Tooth,  Field::Cartilage, Field::Bone,
                                Field::Cord,  Field::Artery, Field::Node,      Field::Vein,
                                Field::Gland, Field::Mucosa, Field::Muscle,    Field::Small};
    for (int row = 0; row < m_columns; ++row) {
        const float y = startRow(plane, row);
        if (!m_active[planeOf(Field::Skin)])
            continue;
        for (std::size_t i = 0; i < columns; ++i) {
            if (m_row[planeOf(Field::Skin)][i] > 0)
                continue;
            auto& label = labels[static_cast<std::size_t>(row) * columns + i];
            for (const Field f : kOrder) {
                if (!m_active[planeOf(f)] || m_row[planeOf(f)][i] >= 0)
                    continue;
                std::uint8_t id = idAt(f, i);
                if (f == Field::Small && id <= 3)
                    break;  // vessels and nodes of the fat have no name
                if (f == Field::Cord && id == 0)
                    id = partSide(Part::SpinalCord, true);
                label =
                    static_cast<std::uint16_t>(f == Field::Node ? 1 + id : kFirstPartLabel + id);
                break;
            }
            if (label == 0)
                label = coverOf(i, plane.x0 + m_pixel * static_cast<float>(i), y);
        }
    }
}

}  // namespace nodewise::synthesis
