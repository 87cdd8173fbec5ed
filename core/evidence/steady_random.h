/// steady_random.h: the same normal draws on every machine and standard library.
#pragma once
#include <cmath>
#include <cstdint>
#include <numbers>

namespace nodewise::evidence {

/// SplitMix64 (Steele, Lea and Flood 2014) and Box-Muller. The standard leaves the algorithm of
/// std::normal_distribution open; this does not. One object a thread.
class SteadyRandom {
public:
    explicit SteadyRandom(std::uint64_t seed)
        : m_state(seed) {}

    /// Above 0, at most 1.
    double uniform() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        z ^= z >> 31U;
        return (static_cast<double>(z >> 11U) + 1.0) * 0x1.0p-53;
    }

    /// Mean 0, standard deviation 1.
    double normal() {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t m_state;
};

}  // namespace nodewise::evidence
