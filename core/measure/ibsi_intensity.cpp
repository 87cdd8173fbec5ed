#include "measure/ibsi_features.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace nodewise::measure {
namespace {

std::vector<double> valuesOf(const IbsiImage& image) {
    std::vector<double> values;
    for (std::size_t at = 0; at < image.values.size(); ++at)
        if (image.values[at] != 0)
            values.push_back(static_cast<double>(image.intensity[at]));
    return values;
}

/// Linear between the sorted values. @pre not empty.
double percentile(const std::vector<double>& sorted, double percent) {
    const double at = percent / 100 * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double meanDistance(const std::vector<double>& values, double from) {
    double sum = 0;
    for (const double value : values)
        sum += std::abs(value - from);
    return sum / static_cast<double>(values.size());
}

double ratio(double above, double below) {
    return below != 0 ? above / below : std::numeric_limits<double>::quiet_NaN();
}

/// What statistics and histogram share. `prefix` is "stat_" or "ih_".
void addMoments(std::vector<double>& values, const std::string& prefix, IbsiFeatures& f) {
    std::sort(values.begin(), values.end());
    const double mean = meanOf(values);
    double second = 0, third = 0, fourth = 0;
    for (const double value : values) {
        const double off = value - mean;
        second += off * off;
        third += off * off * off;
        fourth += off * off * off * off;
    }
    const auto count = static_cast<double>(values.size());
    const double variance = second / count;
    f[prefix + "mean"] = mean;
    f[prefix + "var"] = variance;
    f[prefix + "skew"] = variance > 0 ? third / count / std::pow(variance, 1.5) : 0;
    f[prefix + "kurt"] = variance > 0 ? fourth / count / (variance * variance) - 3 : 0;
    f[prefix + "cov"] = ratio(std::sqrt(variance), mean);
}

/// @pre sorted.
void addRanks(const std::vector<double>& values, const std::string& prefix, IbsiFeatures& f) {
    const double median = percentile(values, 50), p10 = percentile(values, 10),
                 p90 = percentile(values, 90), p25 = percentile(values, 25),
                 p75 = percentile(values, 75);
    f[prefix + "median"] = median;
    f[prefix + "min"] = values.front();
    f[prefix + "p10"] = p10;
    f[prefix + "p90"] = p90;
    f[prefix + "max"] = values.back();
    f[prefix + "iqr"] = p75 - p25;
    f[prefix + "range"] = values.back() - values.front();
    f[prefix + "mad"] = meanDistance(values, f[prefix + "mean"]);
    const std::vector<double> robust(std::lower_bound(values.begin(), values.end(), p10),
                                     std::upper_bound(values.begin(), values.end(), p90));
    f[prefix + "rmad"] = meanDistance(robust, meanOf(robust));
    f[prefix + "medad"] = meanDistance(values, median);
    f[prefix + "qcod"] = ratio(p75 - p25, p75 + p25);
}

/// Bin 1..count for each value. @pre sorted.
struct Binned {
    std::vector<double> bins;
    int count = 1;
};

Binned binned(const std::vector<double>& sorted, const IbsiConfig& config) {
    Binned result;
    const double low = sorted.front(), high = sorted.back();
    const double start = config.bins.fixedNumber ? low : config.low.value_or(low);
    const double width = config.bins.fixedNumber
                             ? (high > low ? (high - low) / config.bins.number : 1)
                             : config.bins.width;
    for (const double value : sorted) {
        int bin = static_cast<int>(std::floor((value - start) / width)) + 1;
        if (config.bins.fixedNumber)
            bin = std::clamp(bin, 1, config.bins.number);
        result.bins.push_back(bin);
    }
    result.count =
        config.bins.fixedNumber ? config.bins.number : static_cast<int>(result.bins.back());
    return result;
}

/// The most frequent bin; of several the one nearest to the mean, then the lower.
int modeOf(const std::vector<double>& counts, double mean) {
    const double most = *std::max_element(counts.begin(), counts.end());
    int mode = 0;
    for (std::size_t n = 0; n < counts.size(); ++n) {
        const int bin = static_cast<int>(n) + 1;
        if (counts[n] == most && (mode == 0 || std::abs(bin - mean) < std::abs(mode - mean)))
            mode = bin;
    }
    return mode;
}

void addGradients(const std::vector<double>& counts, IbsiFeatures& f) {
    std::vector<double> gradient(counts.size(), 0.0);
    const std::size_t last = counts.size() - 1;
    for (std::size_t n = 0; n <= last && last > 0; ++n) {
        const std::size_t low = n > 0 ? n - 1 : 0, high = std::min(n + 1, last);
        gradient[n] = (counts[high] - counts[low]) / static_cast<double>(high - low);
    }
    const auto [low, high] = std::minmax_element(gradient.begin(), gradient.end());
    const auto first = [&](double value) {
        return static_cast<double>(std::find(gradient.begin(), gradient.end(), value) -
                                   gradient.begin()) +
               1;
    };
    f["ih_max_grad"] = *high;
    f["ih_max_grad_g"] = first(*high);
    f["ih_min_grad"] = *low;
    f["ih_min_grad_g"] = first(*low);
}

/// The rows of voxels of a ball of 1 cm³: for each (j, k) how far it reaches along i.
struct Row {
    int j = 0, k = 0, reach = 0;
};

std::vector<Row> rowsOfBall(const std::array<double, 3>& spacing) {
    const double radius = 10 * std::cbrt(0.75 / std::numbers::pi);  // mm
    const int jMost = static_cast<int>(radius / spacing[1]),
              kMost = static_cast<int>(radius / spacing[2]);
    std::vector<Row> rows;
    for (int k = -kMost; k <= kMost; ++k)
        for (int j = -jMost; j <= jMost; ++j) {
            const double y = j * spacing[1], z = k * spacing[2];
            const double rest = radius * radius - y * y - z * z;
            if (rest >= 0)
                rows.push_back({j, k, static_cast<int>(std::sqrt(rest) / spacing[0])});
        }
    return rows;
}

/// Means over the ball round a voxel, by running sums along the rows.
class BallMeans {
public:
    explicit BallMeans(const IbsiImage& image)
        : m_image(image)
        , m_rows(rowsOfBall(image.spacingMm))
        , m_width(static_cast<std::size_t>(image.dims[0]) + 1) {
        const std::size_t lines = image.intensity.size() / static_cast<std::size_t>(image.dims[0]);
        m_sums.assign(lines * m_width, 0.0);
        for (std::size_t line = 0; line < lines; ++line)
            for (std::size_t i = 0; i + 1 < m_width; ++i)
                m_sums[line * m_width + i + 1] =
                    m_sums[line * m_width + i] +
                    static_cast<double>(image.intensity[line * (m_width - 1) + i]);
    }

    [[nodiscard]] double at(int i, int j, int k) const {
        double sum = 0, count = 0;
        for (const Row& row : m_rows) {
            const int y = j + row.j, z = k + row.k;
            if (y < 0 || z < 0 || y >= m_image.dims[1] || z >= m_image.dims[2])
                continue;
            const int from = std::max(0, i - row.reach),
                      to = std::min(m_image.dims[0], i + row.reach + 1);
            const double* line = m_sums.data() + (static_cast<std::size_t>(z) *
                                                      static_cast<std::size_t>(m_image.dims[1]) +
                                                  static_cast<std::size_t>(y)) *
                                                     m_width;
            sum += line[to] - line[from];
            count += to - from;
        }
        return sum / count;
    }

private:
    const IbsiImage& m_image;
    std::vector<Row> m_rows;
    std::size_t m_width;
    std::vector<double> m_sums;
};

}  // namespace

void addStatistics(const IbsiImage& image, IbsiFeatures& f) {
    auto values = valuesOf(image);
    addMoments(values, "stat_", f);
    addRanks(values, "stat_", f);
    double squares = 0;
    for (const double value : values)
        squares += value * value;
    f["stat_energy"] = squares;
    f["stat_rms"] = std::sqrt(squares / static_cast<double>(values.size()));
}

void addHistogram(const IbsiImage& image, const IbsiConfig& config, IbsiFeatures& f) {
    auto values = valuesOf(image);
    std::sort(values.begin(), values.end());
    Binned result = binned(values, config);
    addMoments(result.bins, "ih_", f);
    addRanks(result.bins, "ih_", f);
    std::vector<double> counts(static_cast<std::size_t>(result.count), 0.0);
    for (const double bin : result.bins)
        ++counts[static_cast<std::size_t>(bin) - 1];
    double entropy = 0, uniformity = 0;
    for (const double count : counts) {
        const double share = count / static_cast<double>(result.bins.size());
        uniformity += share * share;
        if (share > 0)
            entropy -= share * std::log2(share);
    }
    f["ih_mode"] = modeOf(counts, f["ih_mean"]);
    f["ih_entropy"] = entropy;
    f["ih_uniformity"] = uniformity;
    addGradients(counts, f);
}

void addLocalIntensity(const IbsiImage& image, IbsiFeatures& f) {
    const BallMeans means(image);
    float highest = -std::numeric_limits<float>::infinity();
    double local = 0, global = -std::numeric_limits<double>::infinity();
    std::size_t at = 0;
    for (int k = 0; k < image.dims[2]; ++k)
        for (int j = 0; j < image.dims[1]; ++j)
            for (int i = 0; i < image.dims[0]; ++i, ++at) {
                if (image.values[at] == 0)
                    continue;
                const double mean = means.at(i, j, k);
                global = std::max(global, mean);
                if (const float value = image.intensity[at]; value >= highest) {
                    local = value > highest ? mean : std::max(local, mean);
                    highest = value;
                }
            }
    f["loc_peak_loc"] = local;
    f["loc_peak_glob"] = global;
}

}  // namespace nodewise::measure
