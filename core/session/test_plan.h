/// test_plan.h: which cases a test asks: by blueprint and seed, the same for everybody.
#pragma once
#include "base/result.h"
#include <cstdint>
#include <string>
#include <vector>

namespace nodewise::session {

/// A case that a test may ask.
struct TestOffer {
    std::string id;       ///< Pack and case; unique.
    int difficulty = 1;   ///< 1 easy … 5 hard.
    std::string stratum;  ///< What is to be spread evenly: the site of the primary.
    bool usable = true;   ///< Not read, not spent.
};

/// How many cases of each band. Easy: difficulty 1 and 2; middle: 3; hard: 4 and 5.
struct Blueprint {
    int easy = 3, middle = 3, hard = 2;
    [[nodiscard]] int cases() const { return easy + middle + hard; }
};

/// The cases in the order in which they are asked. Within a band the strata take turns; what a band
/// lacks comes from the nearest one. The order of `offers` does not matter; the same seed and the
/// same usable cases give the same test on every machine (SplitMix64 over the seed and an FNV-1a
/// hash of the id). InvalidArgument for a blueprint without cases or with a negative count;
/// ValueOutOfRange when fewer are usable. Pure.
[[nodiscard]] Result<std::vector<std::string>>
drawTest(const Blueprint& blueprint, const std::vector<TestOffer>& offers, std::uint64_t seed);

}  // namespace nodewise::session
