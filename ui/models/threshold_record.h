/// threshold_record.h: the thresholds a learner has found on the bench, kept with the progress.
#pragma once
#include "base/clock.h"
#include "schedule/depth_trials.h"
#include "ui/models/bench_model.h"
#include "ui/models/learner.h"
#include <QObject>
#include <string>
#include <vector>

namespace nodewise::models {

/// What one session came to.
struct KeptThreshold {
    std::string at;  ///< ISO 8601, UTC.
    schedule::DepthResult result;
};

/// Writes each finished session into the profile's settings; the bench shows the earlier ones.
/// GUI thread only.
class ThresholdRecord final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kKept = 50;  ///< The latest.

    /// Bench and learner outlive the record.
    ThresholdRecord(BenchModel& bench, Learner& learner, QObject* parent = nullptr);

    /// Of the present profile, oldest first.
    [[nodiscard]] std::vector<KeptThreshold> all() const;

private:
    void keepResult();
    void showEarlier();

    BenchModel& m_bench;
    Learner& m_learner;
    bool m_kept = false;  ///< The session that lies finished on the bench.
};

}  // namespace nodewise::models
