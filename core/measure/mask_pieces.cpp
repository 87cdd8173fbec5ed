#include "measure/mask_pieces.h"
#include <algorithm>
#include <vector>

namespace nodewise::measure {
namespace {

/// Joins runs of voxels along the rows to those of the rows beside and below.
class RunJoiner {
public:
    RunJoiner(const std::array<int, 3>& dims, std::span<const std::uint8_t> mask)
        : m_width(static_cast<std::size_t>(dims[0]))
        , m_height(static_cast<std::size_t>(dims[1]))
        , m_rows(m_height * static_cast<std::size_t>(dims[2]))
        , m_mask(mask) {}

    MaskPieces run() {
        for (std::size_t row = 0; row < m_rows; ++row)
            addRow(row);
        std::vector<std::size_t> sizes(m_runs.size(), 0);
        std::size_t all = 0;
        for (std::size_t n = 0; n < m_runs.size(); ++n) {
            sizes[rootOf(n)] += m_runs[n].to - m_runs[n].from;
            all += m_runs[n].to - m_runs[n].from;
        }
        MaskPieces pieces;
        pieces.count = static_cast<std::size_t>(
            std::count_if(sizes.begin(), sizes.end(), [](std::size_t size) { return size > 0; }));
        if (all > 0)
            pieces.strayShare =
                1 - static_cast<double>(*std::max_element(sizes.begin(), sizes.end())) /
                        static_cast<double>(all);
        return pieces;
    }

private:
    struct Run {
        std::size_t from, to;  ///< Voxels of its row, `to` not in it.
    };

    std::size_t rootOf(std::size_t n) {
        while (m_parent[n] != n)
            n = m_parent[n] = m_parent[m_parent[n]];
        return n;
    }

    void addRow(std::size_t row) {
        m_rowStart.push_back(m_runs.size());
        const auto line = m_mask.subspan(row * m_width, m_width);
        for (std::size_t i = 0; i < m_width; ++i) {
            if (line[i] == 0)
                continue;
            const std::size_t from = i;
            while (i < m_width && line[i] != 0)
                ++i;
            m_parent.push_back(m_runs.size());
            m_runs.push_back({from, i});
            if (row % m_height > 0)
                joinTo(row - 1);
            if (row >= m_height)
                joinTo(row - m_height);
        }
    }

    /// Joins the last run to those of a finished row that lie beside it.
    void joinTo(std::size_t row) {
        const std::size_t own = m_runs.size() - 1;
        for (std::size_t n = m_rowStart[row]; n < m_rowStart[row + 1]; ++n)
            if (m_runs[n].from < m_runs[own].to && m_runs[n].to > m_runs[own].from) {
                const std::size_t a = rootOf(n), b = rootOf(own);
                m_parent[std::max(a, b)] = std::min(a, b);
            }
    }

    std::size_t m_width, m_height, m_rows;
    std::span<const std::uint8_t> m_mask;
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_rowStart, m_parent;
};

}  // namespace

MaskPieces piecesOfMask(const std::array<int, 3>& dims, std::span<const std::uint8_t> mask) {
    return RunJoiner(dims, mask).run();
}

}  // namespace nodewise::measure
