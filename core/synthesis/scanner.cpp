#include "synthesis/scanner.h"
#include "base/parallel.h"
#include "synthesis/noise_field.h"
#include "synthesis/shapes.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>

namespace nodewise::synthesis {

namespace {

constexpr int kSide = 512;
constexpr std::size_t kTilePairs = 4;

using Complex = std::complex<float>;

// Soft to sharp: the narrow Gaussian narrows and a wider one is taken away.
double sharpGain(const ScannerRecipe& recipe) {
    return 0.9 * recipe.sharpen;
}
double narrowSigma(const ScannerRecipe& recipe) {
    return recipe.kernelSigmaMm * (1 - 0.3 * recipe.sharpen);
}
double wideSigma(const ScannerRecipe& recipe) {
    return 2.2 * recipe.kernelSigmaMm;
}

/// In-place inverse FFT of one line of kSide numbers, stride apart (radix 2).
void inverseLine(Complex* data, std::size_t stride, const std::vector<Complex>& turn,
                 std::vector<Complex>& line) {
    for (std::size_t i = 0; i < kSide; ++i) {
        std::size_t r = 0;
        for (std::size_t bit = 1, from = kSide / 2; from > 0; bit <<= 1U, from >>= 1U)
            if ((i & bit) != 0)
                r |= from;
        line[r] = data[i * stride];
    }
    for (std::size_t half = 1; half < kSide; half *= 2)
        for (std::size_t start = 0; start < kSide; start += 2 * half)
            for (std::size_t k = 0; k < half; ++k) {
                const Complex w = turn[k * (kSide / 2 / half)];
                Complex &a = line[start + k], &b = line[start + k + half];
                const Complex v{b.real() * w.real() - b.imag() * w.imag(),
                                b.real() * w.imag() + b.imag() * w.real()};
                b = a - v;
                a += v;
            }
    for (std::size_t i = 0; i < kSide; ++i)
        data[i * stride] = line[i];
}

void inverseFft(std::vector<Complex>& plane) {
    std::vector<Complex> turn(kSide / 2), line(kSide);
    for (std::size_t k = 0; k < turn.size(); ++k) {
        const double a = 2 * std::numbers::pi * static_cast<double>(k) / kSide;
        turn[k] = {static_cast<float>(std::cos(a)), static_cast<float>(std::sin(a))};
    }
    for (std::size_t r = 0; r < kSide; ++r)
        inverseLine(&plane[r * kSide], 1, turn, line);
    for (std::size_t c = 0; c < kSide; ++c)
        inverseLine(&plane[c], kSide, turn, line);
}

/// Frequency of a line of the spectrum, cycles a mm.
double frequency(int i, double pixel) {
    return (i <= kSide / 2 ? i : i - kSide) / (kSide * pixel);
}

/// What the kernel lets through at a frequency: a Gaussian, sharpened by the part of a wider one.
double throughput(double f, const ScannerRecipe& recipe) {
    const double narrow = 0.225 / narrowSigma(recipe), wide = 0.225 / wideSigma(recipe);
    const double gain = sharpGain(recipe);
    return (1 + gain) * std::exp(-(f / narrow) * (f / narrow)) -
           gain * std::exp(-(f / wide) * (f / wide));
}

/// Square root of the noise power of filtered back-projection: the ramp, seen through the kernel.
double noiseAmplitude(double fx, double fy, const ScannerRecipe& recipe) {
    const double f = std::hypot(fx, fy);
    return std::sqrt(f) * throughput(f, recipe) + 0.25 * std::exp(-f * f * 2500);
}

double streakAmplitude(double fx, double fy, double cutoff) {
    // Long along x (20 to 60 mm), fine across.
    const double across = std::fabs(fy);
    return std::exp(-(fx * fx) * 900) * std::sqrt(across) *
           std::exp(-(across / cutoff) * (across / cutoff));
}

/// Real and imaginary part are two independent tiles of SD 1.
template <class Amplitude>
void makePair(std::uint32_t seed, double pixel, Amplitude&& amplitude, std::vector<float>& first,
              std::vector<float>& second) {
    Draw draw(seed, 5);
    std::vector<Complex> plane(static_cast<std::size_t>(kSide) * kSide);
    double power = 0;
    for (int j = 0; j < kSide; ++j)
        for (int i = 0; i < kSide; ++i) {
            const double a = amplitude(frequency(i, pixel), frequency(j, pixel));
            power += a * a;
            // Uniform parts: the sum over 2^18 waves is normal all the same.
            const auto part = [&] { return static_cast<float>(a * draw.uniform(-1, 1)); };
            const float re = part(), im = part();
            plane[static_cast<std::size_t>(j) * kSide + static_cast<std::size_t>(i)] = {re, im};
        }
    inverseFft(plane);
    const auto scale = static_cast<float>(1 / std::sqrt(2 * power / 3));
    first.resize(plane.size());
    second.resize(plane.size());
    const float fit = scale * std::sqrt(2.0F);
    for (std::size_t p = 0; p < plane.size(); ++p) {
        first[p] = plane[p].real() * fit;
        second[p] = plane[p].imag() * fit;
    }
}

std::vector<float> gaussian(double sigmaPixels) {
    const int radius = std::max(1, static_cast<int>(std::ceil(3 * sigmaPixels)));
    std::vector<float> kernel;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += std::exp(-0.5 * i * i / (sigmaPixels * sigmaPixels));
    for (int i = -radius; i <= radius; ++i)
        kernel.push_back(
            static_cast<float>(std::exp(-0.5 * i * i / (sigmaPixels * sigmaPixels)) / sum));
    return kernel;
}

/// One white slice: a tile, shifted and sign-flipped by a hash.
struct Layer {
    const float* tile;
    std::uint32_t dx, dy;
    float weight;
    [[nodiscard]] const float* row(std::uint32_t j) const {
        return tile + static_cast<std::size_t>((j + dy) % kSide) * kSide;
    }
};

Layer layerOf(const std::vector<std::vector<float>>& tiles, std::uint32_t seed, int slice,
              float weight) {
    const std::uint32_t h = mix(seed, static_cast<std::uint32_t>(slice + 4096));
    const auto& tile = tiles[h % tiles.size()];
    return {tile.data(), (h >> 8U) % kSide, (h >> 17U) % kSide,
            (h & 0x80000000U) != 0 ? -weight : weight};
}

}  // namespace

Scanner::Scanner(const ScannerRecipe& recipe, std::uint32_t seed, unsigned threads)
    : m_recipe(recipe)
    , m_seed(seed)
    , m_artefacts({recipe.columns, recipe.pixelMm, recipe.dentalHu, recipe.hardening, seed})
    , m_kernel(gaussian(narrowSigma(recipe) / recipe.pixelMm))
    , m_wide(gaussian(wideSigma(recipe) / recipe.pixelMm))
    , m_tiles(2 * kTilePairs)
    , m_streaks(2) {
    const double cutoff = 0.225 / narrowSigma(recipe);
    parallelFor(kTilePairs + 1, threads, [&](std::size_t pair) {
        const std::uint32_t own = mix(seed, static_cast<std::uint32_t>(pair), 9);
        if (pair < kTilePairs)
            makePair(
                own, recipe.pixelMm,
                [&](double fx, double fy) { return noiseAmplitude(fx, fy, recipe); },
                m_tiles[2 * pair], m_tiles[2 * pair + 1]);
        else
            makePair(
                own, recipe.pixelMm,
                [&](double fx, double fy) { return streakAmplitude(fx, fy, cutoff); }, m_streaks[0],
                m_streaks[1]);
    });
}

void Scanner::blur(const std::vector<float>& kernel, std::vector<float>& hu,
                   std::vector<float>& scratch) const {
    const int n = m_recipe.columns, radius = static_cast<int>(kernel.size() / 2);
    const auto columns = static_cast<std::size_t>(n);
    scratch.resize(hu.size());
    std::vector<float> padded(columns + 2 * static_cast<std::size_t>(radius));
    for (int j = 0; j < n; ++j) {
        const float* in = &hu[static_cast<std::size_t>(j) * columns];
        float* out = &scratch[static_cast<std::size_t>(j) * columns];
        std::fill(padded.begin(), padded.begin() + radius, in[0]);
        std::copy(in, in + columns, padded.begin() + radius);
        std::fill(padded.end() - radius, padded.end(), in[columns - 1]);
        std::fill(out, out + columns, 0.0F);
        for (std::size_t k = 0; k < kernel.size(); ++k)
            for (std::size_t i = 0; i < columns; ++i)
                out[i] += kernel[k] * padded[i + k];
    }
    for (int j = 0; j < n; ++j) {
        float* out = &hu[static_cast<std::size_t>(j) * columns];
        std::fill(out, out + columns, 0.0F);
        for (std::size_t k = 0; k < kernel.size(); ++k) {
            const int from = std::clamp(j + static_cast<int>(k) - radius, 0, n - 1);
            const float* in = &scratch[static_cast<std::size_t>(from) * columns];
            for (std::size_t i = 0; i < columns; ++i)
                out[i] += kernel[k] * in[i];
        }
    }
}

void Scanner::applyKernel(std::vector<float>& hu, ScannerDesk& desk) const {
    if (m_recipe.sharpen <= 0) {
        blur(m_kernel, hu, desk.scratch);
        return;
    }
    desk.second = hu;
    blur(m_kernel, hu, desk.scratch);
    blur(m_wide, desk.second, desk.scratch);
    const auto gain = static_cast<float>(sharpGain(m_recipe));
    for (std::size_t p = 0; p < hu.size(); ++p)
        hu[p] += gain * (hu[p] - desk.second[p]);
}

/// Attenuation along each row: rays across the shoulders arrive starved.
void Scanner::weighRows(float shoulder, const std::vector<float>& hu,
                        std::vector<float>& rows) const {
    constexpr float kWaterPerMm = 0.02F, kOutsideMm = 60;
    const auto n = static_cast<std::size_t>(m_recipe.columns);
    const auto mm = static_cast<float>(m_recipe.pixelMm);
    std::vector<float> path(n);
    for (std::size_t j = 0; j < n; ++j) {
        const float* row = &hu[j * n];
        float sum = 0;
        for (std::size_t i = 0; i < n; i += 2)
            sum += std::max(0.0F, 1 + 0.001F * std::min(row[i], 3000.0F));
        const float cut = (row[0] > -500 ? 1.0F : 0.0F) + (row[n - 1] > -500 ? 1.0F : 0.0F);
        path[j] = kWaterPerMm * (2 * mm * sum + cut * kOutsideMm * shoulder);
    }
    rows.assign(n, 0.0F);
    const int reach = std::max(1, static_cast<int>(6 / mm));
    for (int j = 0; j < m_recipe.columns; ++j) {
        const int from = std::max(0, j - reach), to = std::min(m_recipe.columns - 1, j + reach);
        float mean = 0;
        for (int k = from; k <= to; ++k)
            mean += path[static_cast<std::size_t>(k)];
        rows[static_cast<std::size_t>(j)] = mean / static_cast<float>(to - from + 1);
    }
}

void Scanner::scan(int slice, float centreRow, float shoulder, std::vector<float>& hu,
                   ScannerDesk& desk, std::span<std::int16_t> out) const {
    weighRows(shoulder, hu, desk.rows);
    m_artefacts.add(hu, slice, desk.streaks);
    applyKernel(hu, desk);
    const int n = m_recipe.columns;
    // Neighbouring slices share noise.
    const std::array layers{layerOf(m_tiles, m_seed, slice - 1, 0.302F),
                            layerOf(m_tiles, m_seed, slice, 0.904F),
                            layerOf(m_tiles, m_seed, slice + 1, 0.302F)};
    const Layer streak = layerOf(m_streaks, mix(m_seed, 3), slice, 1);
    const auto dose = static_cast<float>(m_recipe.noiseHu);
    const auto pixel = static_cast<float>(m_recipe.pixelMm);
    for (int j = 0; j < n; ++j) {
        const auto row = static_cast<std::uint32_t>(j);
        const float dy = (static_cast<float>(j) - centreRow) * pixel;
        const float path = desk.rows[static_cast<std::size_t>(j)];
        const float starved = steadyExp(std::min(0.5F * (path - 4), 2.0F));
        const float streaks = static_cast<float>(m_recipe.streakHu) * 0.35F * starved;
        const float across = dose * (1 + 0.1F * std::max(0.0F, path - 3.5F));
        for (int i = 0; i < n; ++i) {
            const float dx = (static_cast<float>(i) - 0.5F * static_cast<float>(n)) * pixel;
            const float r = (dx * dx + dy * dy) / 4900.0F;
            const float size = across * (0.55F + 0.45F / (1 + 0.8F * r + 0.3F * r * r));
            float noise = 0;
            for (const Layer& layer : layers)
                noise += layer.weight *
                         layer.row(row)[(static_cast<std::uint32_t>(i) + layer.dx) % kSide];
            const std::size_t p = static_cast<std::size_t>(j) * static_cast<std::size_t>(n) +
                                  static_cast<std::size_t>(i);
            const float value =
                hu[p] + size * noise +
                streaks * streak.row(row)[(static_cast<std::uint32_t>(i) + streak.dx) % kSide];
            out[p] = static_cast<std::int16_t>(std::lround(std::clamp(value, -1024.0F, 3071.0F)));
        }
    }
}

}  // namespace nodewise::synthesis
