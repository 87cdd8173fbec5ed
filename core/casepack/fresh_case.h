/// fresh_case.h: a case that nobody has seen, from the recipe of one that was: another seed, hence
/// another neck with the same finding, as a pack of its own.
///
/// The recipe is truth: it is read here and goes sealed into the new pack; nothing of it leaves.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include <cstdint>
#include <filesystem>

namespace nodewise::casepack {

/// Seeds that are tried before a template is given up: in a few necks a finding does not fit.
inline constexpr int kFreshTries = 8;

/// What the `number`-th fresh case of a template is called and drawn from. The same template and
/// number give the same plan on every computer; two numbers, or two templates, never share an id,
/// and two fresh cases of a template never share a seed.
struct FreshPlan {
    PackId pack;
    CaseId caseId;  ///< "fresh-…": does not tell the template.
    std::uint32_t seed(int attempt) const {
        return firstSeed + static_cast<std::uint32_t>(attempt);
    }
    std::uint32_t firstSeed = 0;
};
[[nodiscard]] FreshPlan freshPlan(const PackId& pack, const CaseId& templateCase, int number);

/// Whether a case was made by makeFreshCase: no template itself.
[[nodiscard]] bool isFresh(const CaseRecord& record);
/// Whether the case can be made afresh: drawn by the generator, not fresh itself.
[[nodiscard]] bool isTemplate(const CaseRecord& record);

/// Builds the pack of `freshPlan` into `outFile`: history, questions and teaching of the template,
/// its recipe with a seed of the plan, a title that does not name the template. Everything that
/// buildPack checks is checked, so that the new neck has the finding that its teaching speaks of;
/// up to kFreshTries seeds are tried. About a second each. Thread-safe. Errors: CaseNotFound;
/// FormatUnknown when the case is no template; RightsMissing when the pack's licence allows no
/// adaptations; those of buildPack.
[[nodiscard]] Result<PackInfo> makeFreshCase(const Pack& pack, const CaseId& templateCase,
                                             int number, const std::filesystem::path& outFile,
                                             JobControl& job, unsigned threads = 0);

}  // namespace nodewise::casepack
