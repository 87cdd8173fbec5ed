/// bench_text.h: what stands under a picture of the bench.
#pragma once
#include "synthesis/node_piece.h"
#include "ui/models/bench_model.h"
#include <QString>

namespace nodewise::bench {

/// "1.25 mm, noise 8 HU".
[[nodiscard]] QString scannerSentence(const models::BenchSetting& setting);
/// "Imaging G0 58 %, G1 42 %. Pathology micro, 1.4 mm." Both truths, apart.
[[nodiscard]] QString truthsSentence(const NodeTruth& truth);
/// "You begin to call extension at 3.4 mm (95 % 2.8 to 4.1 mm)."
[[nodiscard]] QString thresholdSentence(const schedule::DepthResult& result);
/// "Before: 3.9, 3.6, 3.4 mm." The last five, oldest first; empty when there are none.
[[nodiscard]] QString earlierSentence(const std::vector<double>& thresholdsMm);
/// "Extension was called in 1 of 8 nodes without." and, where needed, that the threshold says
/// little.
[[nodiscard]] QString falseAlarmSentence(const schedule::DepthResult& result);

}  // namespace nodewise::bench
