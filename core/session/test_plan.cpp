#include "session/test_plan.h"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace nodewise::session {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014) over the seed and FNV-1a of the id.
std::uint64_t lotOf(std::uint64_t seed, const std::string& id) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    std::uint64_t z = seed + hash + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

int bandOf(int difficulty) {
    return difficulty <= 2 ? 0 : difficulty == 3 ? 1 : 2;
}

using Lots = std::vector<std::pair<std::uint64_t, std::string>>;

/// One band in the order in which it is drawn: the strata take turns.
std::vector<std::string> turnsOf(const std::map<std::string, Lots>& strata) {
    std::vector<std::pair<std::uint64_t, Lots>> order;
    for (const auto& [name, lots] : strata) {
        Lots sorted = lots;
        std::sort(sorted.begin(), sorted.end());
        // Which stratum begins is drawn too.
        order.emplace_back(sorted.front().first, std::move(sorted));
    }
    std::sort(order.begin(), order.end());
    std::vector<std::string> result;
    for (std::size_t turn = 0, taken = 1; taken > 0; ++turn) {
        taken = 0;
        for (const auto& [first, lots] : order)
            if (turn < lots.size()) {
                result.push_back(lots[turn].second);
                ++taken;
            }
    }
    return result;
}

/// Takes `count` from the band, then from the nearest others.
void take(std::array<std::vector<std::string>, 3>& bands, int band, int count,
          std::vector<std::string>& into) {
    std::array<int, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [band](int a, int b) { return std::abs(a - band) < std::abs(b - band); });
    for (const int from : order) {
        auto& rest = bands[static_cast<std::size_t>(from)];
        while (count > 0 && !rest.empty()) {
            into.push_back(rest.front());
            rest.erase(rest.begin());
            --count;
        }
    }
}

}  // namespace

Result<std::vector<std::string>>
drawTest(const Blueprint& blueprint, const std::vector<TestOffer>& offers, std::uint64_t seed) {
    if (blueprint.easy < 0 || blueprint.middle < 0 || blueprint.hard < 0 || blueprint.cases() == 0)
        return fail(ErrorCode::InvalidArgument, "a test asks at least one case");
    std::array<std::map<std::string, Lots>, 3> strata;
    int usable = 0;
    for (const TestOffer& offer : offers) {
        if (!offer.usable)
            continue;
        ++usable;
        strata[static_cast<std::size_t>(bandOf(offer.difficulty))][offer.stratum].emplace_back(
            lotOf(seed, offer.id), offer.id);
    }
    if (usable < blueprint.cases())
        return fail(ErrorCode::ValueOutOfRange,
                    "the test asks " + std::to_string(blueprint.cases()) + " cases and " +
                        std::to_string(usable) + " are left that were not read");
    std::array<std::vector<std::string>, 3> bands;
    for (std::size_t i = 0; i < bands.size(); ++i)
        bands[i] = turnsOf(strata[i]);
    const std::array<int, 3> wanted{blueprint.easy, blueprint.middle, blueprint.hard};
    std::vector<std::string> result;
    // What each band has of its own first, so that no band lends what it needs itself.
    std::array<int, 3> missing{};
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const int own = std::min(wanted[i], static_cast<int>(bands[i].size()));
        missing[i] = wanted[i] - own;
        for (int k = 0; k < own; ++k)
            result.push_back(bands[i][static_cast<std::size_t>(k)]);
        bands[i].erase(bands[i].begin(), bands[i].begin() + own);
    }
    for (int i = 0; i < 3; ++i)
        take(bands, i, missing[static_cast<std::size_t>(i)], result);
    std::sort(result.begin(), result.end(), [seed](const auto& a, const auto& b) {
        return std::pair(lotOf(~seed, a), a) < std::pair(lotOf(~seed, b), b);
    });
    return result;
}

}  // namespace nodewise::session
