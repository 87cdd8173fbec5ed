#include "ui/models/compare_model.h"
#include "analytics/peers.h"
#include "analytics/resident.h"
#include "casepack/benchmark.h"
#include "casepack/fresh_case.h"
#include "serial/json.h"
#include "ui/models/today_model.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QDateTime>
#include <QLocale>
#include <set>
#include <tuple>

namespace nodewise::models {

namespace {

using analytics::Estimate;
using Reader = casepack::BenchmarkReader;

struct Figure {
    const char* name;
    std::optional<double> Reader::*of;
    Estimate analytics::ResidentSummary::*own;
    bool lowerIsBetter;
};

constexpr std::array<Figure, 3> kFigures{{
    {QT_TRANSLATE_NOOP("nodewise::models::CompareModel", "Brier score"), &Reader::brier,
     &analytics::ResidentSummary::brier, true},
    {QT_TRANSLATE_NOOP("nodewise::models::CompareModel", "AUC"), &Reader::auc,
     &analytics::ResidentSummary::auc, false},
    {QT_TRANSLATE_NOOP("nodewise::models::CompareModel", "Grade, weighted κ"), &Reader::gradeKappa,
     &analytics::ResidentSummary::gradeKappa, false},
}};

/// Counted calls, oldest first; of each node the first one.
std::vector<session::CallRecord> firstCalls(const std::vector<session::CallRecord>& newestFirst) {
    std::set<std::tuple<PackId, CaseId, NodeId>> seen;
    std::vector<session::CallRecord> result;
    for (auto call = newestFirst.rbegin(); call != newestFirst.rend(); ++call)
        if (call->score && call->score->counts && call->answer.probability &&
            seen.emplace(call->ref.pack, call->ref.caseId, call->node.id).second)
            result.push_back(*call);
    return result;
}

analytics::ResidentSummary summaryOn(const std::vector<session::CallRecord>& calls,
                                     const PackId& pack) {
    std::vector<session::CallRecord> own;
    for (const auto& call : calls)
        if (call.ref.pack == pack)
            own.push_back(call);
    return analytics::summarise(own);
}

/// A place among others from 20 nodes on, whatever the figure.
Estimate countedFrom20(const analytics::ResidentSummary& summary, const Figure& figure) {
    if (summary.scored >= analytics::kMinimumScored)
        return summary.*figure.own;
    Estimate none;
    none.reason = analytics::Reason::TooFewScored;
    return none;
}

QString placeText(const analytics::PeerStanding& standing, int scored) {
    using analytics::Reason;
    if (standing.reason == Reason::TooFewScored)
        return CompareModel::tr("after %1 scored nodes of this pack: %2 so far")
            .arg(analytics::kMinimumScored)
            .arg(scored);
    if (standing.reason == Reason::TooFewPerClass)
        return CompareModel::tr("after %1 positive and %1 negative nodes of this pack")
            .arg(analytics::kMinimumPerClass);
    if (standing.reason != Reason::None)
        return CompareModel::tr("cannot be told from these nodes");
    const int all = standing.better + standing.same + standing.worse;
    const QString place =
        CompareModel::tr("better than %1 of %n reader(s)", nullptr, all).arg(standing.worse);
    return standing.reachesMedian
               ? CompareModel::tr("%1; your interval reaches over their middle").arg(place)
               : place;
}

PeerRow rowOf(const casepack::ReaderBenchmark& benchmark, const Figure& figure,
              const analytics::ResidentSummary& summary) {
    std::vector<double> values;
    for (const Reader& reader : benchmark.readers)
        if (const auto& value = reader.*figure.of)
            values.push_back(*value);
    if (values.size() < analytics::kMinimumPeers)
        return {};
    const Estimate own = countedFrom20(summary, figure);
    const auto standing = analytics::standingAmong(values, own, figure.lowerIsBetter);
    PeerRow row;
    row.readers = QString::fromStdString(
        benchmark.titleIn(QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString()));
    row.figure = CompareModel::tr(figure.name);
    row.own = own.value ? text::number(*own.value, 2) : QStringLiteral("–");
    row.spread =
        CompareModel::tr("%1 to %2, half of them %3 to %4")
            .arg(text::number(standing.lowest, 2), text::number(standing.highest, 2),
                 text::number(standing.lowerQuartile, 2), text::number(standing.upperQuartile, 2));
    row.place = placeText(standing, summary.scored);
    row.source = QString::fromStdString(benchmark.source);
    return row;
}

bool isAmong(const session::CallRecord& call, ComparedCases cases) {
    return (call.score->truthKind == TruthKind::Synthetic) == (cases == ComparedCases::Constructed);
}

ForecastSide sideOf(const std::vector<analytics::Forecast>& forecasts) {
    ForecastSide side;
    side.nodes = static_cast<int>(forecasts.size());
    side.bins = analytics::reliability(forecasts, 5);
    side.brier = analytics::brierScore(forecasts);
    return side;
}

}  // namespace

std::optional<CoreReading> coreReadingOf(const std::string& feedbackJson, const NodeId& node) {
    const auto json = serial::parseJson(feedbackJson);
    const serial::Json* nodes = json ? json->find("nodes") : nullptr;
    if (!nodes)
        return std::nullopt;
    for (const serial::Json& one : nodes->elements()) {
        const serial::Reader reader(one);
        if (reader.stringOr("id", {}) != node.value)
            continue;
        const auto core = reader.find("core");
        if (!core)
            return std::nullopt;
        CoreReading reading;
        reading.strength = core->at("opinion").number("strength");
        reading.noPathology = core->at("pene").boolean("abstained");
        return reader.ok() ? std::optional(reading) : std::nullopt;
    }
    return std::nullopt;
}

CompareModel::CompareModel(Learner& learner, CaseLibrary& library, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library) {
    connect(&learner, &Learner::changed, this, &CompareModel::changed);
    connect(&library, &CaseLibrary::changed, this, &CompareModel::changed);
}

std::vector<PeerRow> CompareModel::peers() const {
    std::vector<PeerRow> rows;
    const auto calls = firstCalls(m_learner.state().calls);
    for (const ShelfPack& pack : m_library.packs()) {
        if (pack.cases.empty() || casepack::isFresh(pack.cases.front()))
            continue;
        const auto benchmarks = casepack::benchmarksIn(pack.file);
        if (!benchmarks || benchmarks->empty())
            continue;
        const auto summary = summaryOn(calls, pack.id);
        for (const auto& benchmark : *benchmarks)
            for (const Figure& figure : kFigures)
                if (PeerRow row = rowOf(benchmark, figure, summary); !row.figure.isEmpty())
                    rows.push_back(std::move(row));
    }
    return rows;
}

CoreComparison CompareModel::comparison(ComparedCases cases) const {
    progress::CallFilter filter;
    filter.limit = kComparedCalls;
    filter.countedOnly = filter.withFeedback = true;
    const auto calls = m_learner.store().calls(m_learner.profile(), filter);
    CoreComparison result;
    if (!calls)
        return result;
    std::vector<analytics::Forecast> own, core;
    for (const auto& call : firstCalls(*calls)) {
        if (!isAmong(call, cases))
            continue;
        const auto reading = coreReadingOf(call.score->feedbackJson, call.node.id);
        if (!reading) {
            ++result.notMeasured;
            continue;
        }
        const bool positive = session::referencePositive(*call.score);
        own.push_back({*call.answer.probability, positive});
        core.push_back({reading->strength, positive});
        result.noPathology += reading->noPathology ? 1 : 0;
    }
    result.own = sideOf(own);
    result.core = sideOf(core);
    return result;
}

std::vector<DisputeRow> CompareModel::disputes() const {
    return disputesAmong(m_learner.state().calls, m_library);
}

std::vector<DisputeRow> disputesAmong(const std::vector<session::CallRecord>& calls,
                                      const CaseLibrary& library) {
    std::vector<DisputeRow> rows;
    for (const auto& call : calls) {
        if (call.objection.empty())
            continue;
        const CallRow row = callRow(call, library.find(call.ref.pack, call.ref.caseId));
        // Under heads that say whose they are.
        const QString you = call.answer.grade && call.answer.probability
                                ? QStringLiteral("%1, %2").arg(
                                      text::gradeName(*call.answer.grade),
                                      text::percent(*call.answer.probability))
                                : QString(),
                      reference =
                          call.score ? text::gradeName(call.score->gradeReference) : QString();
        const QDate day = QDateTime::fromMSecsSinceEpoch(call.committed.time_since_epoch().count())
                              .toLocalTime()
                              .date();
        rows.push_back({call.id, call.profile, QLocale().toString(day, QLocale::ShortFormat),
                        row.title, you, reference, QString::fromStdString(call.objection)});
    }
    return rows;
}

}  // namespace nodewise::models
