#include "ui/viewer/mesh_cut.h"
#include "base/require.h"
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace nodewise::viewer {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

struct Crossing {
    PointLps point;
    double value = 0;
};

/// Edges a cut goes through, each with its one or two neighbours on the line.
class EdgeChain {
public:
    EdgeChain(const TriangleMesh& mesh, std::span<const double> values, const SlicePlane& plane)
        : m_mesh(mesh)
        , m_values(values) {
        const VectorLps normal = plane.normal();
        m_side.reserve(mesh.vertices.size());
        for (const PointLps vertex : mesh.vertices)
            m_side.push_back(dot(vertex - plane.origin, normal));
        for (const auto& triangle : mesh.triangles)
            addTriangle(triangle);
    }
    std::vector<CutLine> lines();

private:
    void addTriangle(const std::array<std::uint32_t, 3>& triangle);
    [[nodiscard]] Crossing crossing(const Edge& edge) const;
    void append(CutLine& line, const Edge& edge) const;
    void follow(Edge from, CutLine& line);

    const TriangleMesh& m_mesh;
    std::span<const double> m_values;
    std::vector<double> m_side;
    std::map<Edge, std::vector<Edge>> m_links;
};

void EdgeChain::addTriangle(const std::array<std::uint32_t, 3>& triangle) {
    std::vector<Edge> cut;
    for (std::size_t n = 0; n < 3; ++n) {
        const std::uint32_t a = triangle[n], b = triangle[(n + 1) % 3];
        // A vertex on the plane counts as above, so every triangle has none or two cut edges.
        if ((m_side[a] >= 0) != (m_side[b] >= 0))
            cut.push_back(std::minmax(a, b));
    }
    if (cut.size() != 2)
        return;
    m_links[cut[0]].push_back(cut[1]);
    m_links[cut[1]].push_back(cut[0]);
}

Crossing EdgeChain::crossing(const Edge& edge) const {
    const auto [a, b] = edge;
    const double share = m_side[a] / (m_side[a] - m_side[b]);
    Crossing out{m_mesh.vertices[a] + (m_mesh.vertices[b] - m_mesh.vertices[a]) * share, 0};
    if (!m_values.empty())
        out.value = m_values[a] + (m_values[b] - m_values[a]) * share;
    return out;
}

void EdgeChain::append(CutLine& line, const Edge& edge) const {
    const Crossing at = crossing(edge);
    line.points.push_back(at.point);
    if (!m_values.empty())
        line.values.push_back(at.value);
}

void EdgeChain::follow(Edge from, CutLine& line) {
    const Edge first = from;
    append(line, from);
    for (;;) {
        auto& links = m_links[from];
        if (links.empty())
            return;
        const Edge next = links.back();
        links.pop_back();
        auto& back = m_links[next];
        if (const auto it = std::find(back.begin(), back.end(), from); it != back.end())
            back.erase(it);
        if (next == first) {
            line.closed = true;
            return;
        }
        append(line, next);
        from = next;
    }
}

std::vector<CutLine> EdgeChain::lines() {
    std::vector<CutLine> out;
    const auto start = [&](const Edge& edge) {
        CutLine line;
        follow(edge, line);
        if (line.points.size() > 1)
            out.push_back(std::move(line));
    };
    // Open ends first, so that an open line is not cut in two.
    std::vector<Edge> edges;
    for (const auto& [edge, links] : m_links)
        edges.push_back(edge);
    for (const Edge& edge : edges)
        if (m_links[edge].size() == 1)
            start(edge);
    for (const Edge& edge : edges)
        while (!m_links[edge].empty())
            start(edge);
    return out;
}

}  // namespace

std::vector<CutLine> cutMesh(const TriangleMesh& mesh, std::span<const double> values,
                             const SlicePlane& plane) {
    NODEWISE_REQUIRE(values.empty() || values.size() == mesh.vertices.size());
    return EdgeChain(mesh, values, plane).lines();
}

std::vector<CutLine> partsAbove(const CutLine& line, double threshold) {
    if (line.values.empty())
        return {line};
    std::vector<CutLine> out;
    const std::size_t count = line.points.size();
    // A closed line starts at a point below, so that no part is split at the seam.
    std::size_t begin = 0;
    if (line.closed)
        while (begin < count && line.values[begin] >= threshold)
            ++begin;
    if (begin == count)
        return {line};
    CutLine part;
    const auto finish = [&] {
        if (part.points.size() > 1)
            out.push_back(part);
        part = {};
    };
    for (std::size_t n = 0; n < count; ++n) {
        const std::size_t at = (begin + n) % count;
        if (line.values[at] < threshold) {
            finish();
            continue;
        }
        part.points.push_back(line.points[at]);
        part.values.push_back(line.values[at]);
    }
    finish();
    return out;
}

}  // namespace nodewise::viewer
