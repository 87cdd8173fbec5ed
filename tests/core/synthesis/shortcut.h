/// shortcut.h: how much one drawn value tells of another beyond chance: conditional mutual
/// information against its permutation band.
#pragma once
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>
#include <vector>

namespace nodewise::synthesis {

/// Three discrete values of one node: what might be a short cut, the grade, and what is known.
struct Draws {
    std::vector<int> sign, grade, given;
};

/// I(sign; grade | given) in nats, from counts.
inline double information(const Draws& d) {
    std::map<std::tuple<int, int, int>, double> joint;
    std::map<std::pair<int, int>, double> signs, grades;
    std::map<int, double> strata;
    for (std::size_t i = 0; i < d.sign.size(); ++i) {
        ++joint[{d.sign[i], d.grade[i], d.given[i]}];
        ++signs[{d.sign[i], d.given[i]}];
        ++grades[{d.grade[i], d.given[i]}];
        ++strata[d.given[i]];
    }
    double sum = 0;
    for (const auto& [key, count] : joint) {
        const auto& [sign, grade, given] = key;
        sum += count *
               std::log(count * strata[given] / (signs[{sign, given}] * grades[{grade, given}]));
    }
    return sum / static_cast<double>(d.sign.size());
}

/// Share of permutations of the sign within the strata that tell at least as much: a p-value.
inline double permutationShare(const Draws& draws, int permutations, unsigned seed) {
    const double observed = information(draws);
    std::mt19937 engine(seed);
    std::map<int, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < draws.given.size(); ++i)
        members[draws.given[i]].push_back(i);
    int reached = 0;
    Draws other = draws;
    for (int n = 0; n < permutations; ++n) {
        for (const auto& [given, places] : members)
            for (std::size_t i = places.size(); i > 1; --i)
                std::swap(other.sign[places[i - 1]], other.sign[places[engine() % i]]);
        reached += information(other) >= observed - 1e-12 ? 1 : 0;
    }
    return (reached + 1.0) / (permutations + 1.0);
}

}  // namespace nodewise::synthesis
