/// demo_trainee.h: a simulated trainee for `nodewise-cli demo`: the reference with stated errors.
#pragma once
#include "annotation/reference_truth.h"
#include "assessment/call.h"
#include <cstddef>
#include <string_view>

namespace nodewise::cli {

/// How the simulated trainee errs.
enum class Manner {
    Careful,      ///< Agrees; sizes 0.4 mm short.
    UnderCaller,  ///< One grade less, invasion called contact, margin called irregular, 40 %.
    OverCaller    ///< Names necrosis as the reason and is sure: one grade more, 90 %.
};

/// Manners take turns: node 0 careful, node 1 under-calls, node 2 over-calls, and so on.
[[nodiscard]] Manner mannerOf(std::size_t node);
[[nodiscard]] std::string_view nameOf(Manner manner);

/// The call of that manner on one node. The mark lies 1.5 mm off the centre.
[[nodiscard]] NodeCall simulatedCall(const NodeTruth& truth, Manner manner);

}  // namespace nodewise::cli
