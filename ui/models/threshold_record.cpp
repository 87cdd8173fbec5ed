#include "ui/models/threshold_record.h"
#include "base/log.h"
#include "serial/json.h"

namespace nodewise::models {

namespace {

constexpr const char* kSetting = "bench/thresholds";

serial::Json jsonOf(const KeptThreshold& kept) {
    const schedule::DepthResult& r = kept.result;
    return serial::Json::object()
        .set("at", kept.at)
        .set("thresholdMm", r.thresholdMm)
        .set("lowMm", r.lowMm)
        .set("highMm", r.highMm)
        .set("falseAlarms", r.falseAlarms)
        .set("without", r.without)
        .set("trusted", r.trusted);
}

KeptThreshold keptFrom(const serial::Reader& r) {
    KeptThreshold kept;
    kept.at = r.string("at");
    kept.result.thresholdMm = r.number("thresholdMm");
    kept.result.lowMm = r.number("lowMm");
    kept.result.highMm = r.number("highMm");
    kept.result.falseAlarms = static_cast<int>(r.integer("falseAlarms"));
    kept.result.without = static_cast<int>(r.integer("without"));
    kept.result.trusted = r.boolean("trusted");
    return kept;
}

}  // namespace

ThresholdRecord::ThresholdRecord(BenchModel& bench, Learner& learner, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_learner(learner) {
    connect(&bench, &BenchModel::trialChanged, this, &ThresholdRecord::keepResult);
    connect(&learner, &Learner::changed, this, &ThresholdRecord::showEarlier);
    showEarlier();
}

std::vector<KeptThreshold> ThresholdRecord::all() const {
    std::vector<KeptThreshold> found;
    const auto text = m_learner.store().setting(kSetting, m_learner.profile());
    if (!text || !*text)
        return found;
    const auto json = serial::parseJson(**text, kSetting);
    if (!json)
        return found;
    const serial::Reader root(*json, kSetting);
    for (const serial::Reader& element : root.elements())
        found.push_back(keptFrom(element));
    // What cannot be read whole is not shown half.
    return root.result() ? found : std::vector<KeptThreshold>{};
}

void ThresholdRecord::keepResult() {
    const auto& trials = m_bench.trials();
    const bool over = trials && trials->finished();
    if (over == m_kept)
        return;
    m_kept = over;
    if (!over) {
        showEarlier();
        return;
    }
    std::vector<KeptThreshold> kept = all();
    kept.push_back({toIso8601(m_learner.clock().now()), trials->result()});
    if (kept.size() > kKept)
        kept.erase(kept.begin());
    serial::Json array = serial::Json::array();
    for (const KeptThreshold& one : kept)
        array.push(jsonOf(one));
    if (const auto done =
            m_learner.store().setSetting(kSetting, serial::toJsonText(array), m_learner.profile());
        !done)
        log::warning(done.error().detail);
    showEarlier();
}

/// The one that lies on the bench is shown there, not among the earlier ones.
void ThresholdRecord::showEarlier() {
    std::vector<double> earlier;
    for (const KeptThreshold& kept : all())
        if (kept.result.trusted)
            earlier.push_back(kept.result.thresholdMm);
    if (m_kept && !earlier.empty() && m_bench.trials() && m_bench.trials()->result().trusted)
        earlier.pop_back();
    m_bench.setEarlierThresholds(std::move(earlier));
}

}  // namespace nodewise::models
