#include "segmentation/surface_search.h"
#include <algorithm>
#include <cstdint>

namespace nodewise::segmentation {

namespace {

constexpr float kNever = 1e9F;
constexpr float kOverrun = 1e3F;  ///< A step beyond the reach costs more than any ray can say.
constexpr std::size_t kPad = kReach;
using Padded = std::array<float, kSteps + 2 * kPad>;

/// The messages to each ray, in the order of its neighbours.
class Messages {
public:
    Messages(const RaySet& rays, const std::vector<RayCost>& cost, float weight)
        : m_rays(&rays)
        , m_cost(&cost)
        , m_weight(weight) {
        m_first.push_back(0);
        for (std::size_t r = 0; r < rays.size(); ++r)
            m_first.push_back(m_first.back() + rays.neighbours(r).size());
        m_in.assign(m_first.back(), RayCost{});
        m_back.resize(m_first.back());
        for (std::size_t r = 0; r < rays.size(); ++r)
            for (std::size_t n = 0; n < rays.neighbours(r).size(); ++n)
                m_back[m_first[r] + n] = slotOf(rays.neighbours(r)[n], r);
    }

    void pass(bool forward) {
        const std::size_t count = m_rays->size();
        for (std::size_t n = 0; n < count; ++n)
            send(forward ? n : count - 1 - n, forward);
    }

    /// Each ray in turn takes the best radius given those taken before.
    [[nodiscard]] std::vector<int> answer() const {
        std::vector<int> out(m_rays->size(), 0);
        for (std::size_t r = 0; r < out.size(); ++r) {
            RayCost sum = (*m_cost)[r];
            const auto& beside = m_rays->neighbours(r);
            for (std::size_t n = 0; n < beside.size(); ++n)
                if (beside[n] < r)
                    addDistance(sum, out[beside[n]]);
                else
                    add(sum, m_in[m_first[r] + n]);
            out[r] = static_cast<int>(std::min_element(sum.begin(), sum.end()) - sum.begin());
        }
        return out;
    }

    /// Ray after ray takes the best radius beside its neighbours', until nothing changes: mends
    /// what the one turn of `answer` left contradictory.
    void polish(std::vector<int>& out) const {
        constexpr int kTurns = 12;
        bool moved = true;
        for (int turn = 0; moved && turn < kTurns; ++turn) {
            moved = false;
            for (std::size_t r = 0; r < out.size(); ++r) {
                RayCost sum = (*m_cost)[r];
                for (const std::uint16_t n : m_rays->neighbours(r))
                    addDistance(sum, out[n]);
                const int best =
                    static_cast<int>(std::min_element(sum.begin(), sum.end()) - sum.begin());
                moved = moved || best != out[r];
                out[r] = best;
            }
        }
    }

private:
    [[nodiscard]] std::size_t slotOf(std::size_t ray, std::size_t from) const {
        const auto& beside = m_rays->neighbours(ray);
        const auto at = std::find(beside.begin(), beside.end(), from) - beside.begin();
        return m_first[ray] + static_cast<std::size_t>(at);
    }

    static void add(RayCost& sum, const RayCost& other) {
        for (std::size_t x = 0; x < kSteps; ++x)
            sum[x] += other[x];
    }

    void addDistance(RayCost& sum, int other) const {
        for (std::size_t x = 0; x < kSteps; ++x) {
            const int d = static_cast<int>(x) - other;
            const int over = std::max(std::abs(d) - kReach, 0);
            sum[x] += m_weight * static_cast<float>(d * d) + kOverrun * static_cast<float>(over);
        }
    }

    void send(std::size_t r, bool forward) {
        const auto& beside = m_rays->neighbours(r);
        RayCost sum = (*m_cost)[r];
        std::size_t after = 0;
        for (std::size_t n = 0; n < beside.size(); ++n) {
            add(sum, m_in[m_first[r] + n]);
            after += beside[n] > r ? 1U : 0U;
        }
        const float share = 1.0F / static_cast<float>(std::max(after, beside.size() - after));
        for (std::size_t n = 0; n < beside.size(); ++n)
            if ((beside[n] > r) == forward)
                message(sum, share, m_in[m_first[r] + n], m_in[m_back[m_first[r] + n]]);
    }

    /// out[y] = min over x near y of share·sum[x] − in[x] + weight·(x − y)², less its minimum.
    void message(const RayCost& sum, float share, const RayCost& in, RayCost& out) const {
        Padded from;
        from.fill(kNever);
        for (std::size_t x = 0; x < kSteps; ++x)
            from[kPad + x] = share * sum[x] - in[x];
        out.fill(kNever);
        for (int d = -kReach; d <= kReach; ++d) {
            const float extra = m_weight * static_cast<float>(d * d);
            const float* shifted = from.data() + static_cast<int>(kPad) + d;
            for (std::size_t y = 0; y < kSteps; ++y)
                out[y] = std::min(out[y], shifted[y] + extra);
        }
        const float least = *std::min_element(out.begin(), out.end());
        for (float& v : out)
            v -= least;
    }

    const RaySet* m_rays;
    const std::vector<RayCost>* m_cost;
    float m_weight;
    std::vector<std::size_t> m_first, m_back;
    std::vector<RayCost> m_in;
};

}  // namespace

std::vector<int> findSurface(const RaySet& rays, const std::vector<RayCost>& cost, float weight,
                             int passes) {
    Messages messages(rays, cost, weight);
    for (int n = 0; n < passes; ++n) {
        messages.pass(true);
        messages.pass(false);
    }
    std::vector<int> out = messages.answer();
    messages.polish(out);
    return out;
}

}  // namespace nodewise::segmentation
