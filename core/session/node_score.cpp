#include "session/node_score.h"

namespace nodewise::session {

std::optional<Verdict> gradeVerdict(const NodeScore& score) {
    for (const MarkSummary& summary : score.marks)
        if (summary.mark == Mark::Grade)
            return summary.verdict;
    return std::nullopt;
}

}  // namespace nodewise::session
