#include "analytics/bland_altman.h"
#include "analytics/dbm.h"
#include "analytics/mrmc.h"
#include "analytics/proportion.h"
#include "analyze_tables.h"
#include "command.h"
#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <optional>

namespace nodewise::cli {
namespace {

using analytics::Estimate;
using serial::Json;

struct Options {
    std::string input, weights = "none", covariance = "jackknife";
    std::optional<double> threshold;
};

Json pair(const std::optional<analytics::Interval>& interval) {
    return interval ? Json::array().push(interval->low).push(interval->high) : Json();
}

// `name se ci[2]`, and the reason where there is no value.
void set(Json& object, const std::string& name, const Estimate& estimate,
         const std::string& prefix = {}) {
    object.set(name, estimate.value).set(prefix + "se", estimate.standardError);
    object.set(prefix + "ci", pair(estimate.interval));
    if (!estimate.value)
        object.set(prefix + "reason", analytics::reasonWord(estimate.reason));
}

// One object when there is one result, else a list of all.
Json oneOrList(Json list) {
    return list.size() == 1 ? list.elements().front()
                            : Json::object().set("results", std::move(list));
}

Json operatingJson(const analytics::OperatingPoint& point) {
    Json sensitivity = Json::object(), specificity = Json::object();
    set(sensitivity, "value", point.sensitivity);
    set(specificity, "value", point.specificity);
    return Json::object()
        .set("threshold", point.threshold)
        .set("sensitivity", std::move(sensitivity))
        .set("specificity", std::move(specificity));
}

Result<Json> roc(const CsvTable& table, const Options& options) {
    const auto curves = ratedCurves(table);
    if (!curves)
        return fail(curves.error());
    Json list = Json::array();
    for (const RatedCurve& curve : *curves) {
        Json one = Json::object();
        if (!curve.reader.empty())
            one.set("reader", curve.reader);
        if (!curve.modality.empty())
            one.set("modality", curve.modality);
        set(one, "auc", analytics::auc(curve.ratings));
        const auto positives = std::count_if(curve.ratings.begin(), curve.ratings.end(),
                                             [](const auto& r) { return r.positive; });
        one.set("positives", positives);
        one.set("negatives", static_cast<std::ptrdiff_t>(curve.ratings.size()) - positives);
        if (options.threshold)
            one.set("operating_point",
                    operatingJson(analytics::operatingPoint(curve.ratings, *options.threshold)));
        list.push(std::move(one));
    }
    return oneOrList(std::move(list));
}

Json compared(const RatedCurve& a, const RatedCurve& b, bool byModality) {
    const bool paired = a.cases == b.cases;
    const auto test = paired ? analytics::comparePaired(a.ratings, b.ratings)
                             : analytics::compareUnpaired(a.ratings, b.ratings);
    Json one = Json::object();
    if (byModality && !a.reader.empty())
        one.set("reader", a.reader);
    if (!byModality && !a.modality.empty())
        one.set("modality", a.modality);
    one.set("first", byModality ? a.modality : a.reader);
    one.set("second", byModality ? b.modality : b.reader);
    one.set(
        "auc",
        Json::array().push(analytics::auc(a.ratings).value).push(analytics::auc(b.ratings).value));
    set(one, "difference", test.difference);
    const bool tested = test.difference.standardError && *test.difference.standardError > 0;
    one.set("paired", paired).set("z", tested ? Json(test.z) : Json());
    one.set("p", tested ? Json(test.pTwoSided) : Json());
    if (paired)
        one.set("covariance", analytics::delongCovariance(a.ratings, b.ratings).value);
    else
        one.set("df", tested ? Json(test.degreesOfFreedom) : Json());
    return one;
}

Result<Json> delong(const CsvTable& table, const Options&) {
    const auto curves = ratedCurves(table);
    if (!curves)
        return fail(curves.error());
    Json list = Json::array();
    for (std::size_t i = 0; i < curves->size(); ++i)
        for (std::size_t j = i + 1; j < curves->size(); ++j) {
            const RatedCurve &a = (*curves)[i], &b = (*curves)[j];
            if (a.reader == b.reader || a.modality == b.modality)
                list.push(compared(a, b, a.reader == b.reader));
        }
    if (list.size() == 0)
        return fail(ErrorCode::InvalidArgument,
                    "two curves are compared: give two modalities, or two readers");
    return oneOrList(std::move(list));
}

Result<Json> kappa(const CsvTable& table, const Options& options) {
    const auto study = categoryStudy(table);
    if (!study)
        return fail(study.error());
    Json object = Json::object();
    object.set("raters", study->raters.size()).set("categories", Json::arrayOf(study->categories));
    object.set("weights", options.weights).set("cases", study->subjects.size());
    if (study->raters.size() == 2) {
        const auto weights = options.weights == "linear"      ? analytics::KappaWeights::Linear
                             : options.weights == "quadratic" ? analytics::KappaWeights::Quadratic
                                                              : analytics::KappaWeights::None;
        set(object, "kappa", analytics::kappa(study->pairs, weights));
        object.set("se_null", analytics::kappaNullError(study->pairs, weights));
        set(object, "ac1", analytics::gwetAc1(study->pairs), "ac1_");
        return object;
    }
    if (options.weights != "none")
        return fail(ErrorCode::InvalidArgument, "weights are for two raters");
    set(object, "kappa", analytics::fleissKappa(study->subjects));
    set(object, "ac1", analytics::gwetAc1OfSubjects(study->subjects), "ac1_");
    return object;
}

Json binsJson(const std::vector<analytics::ReliabilityBin>& bins) {
    Json list = Json::array();
    for (const auto& bin : bins) {
        Json one = Json::object();
        one.set("low", bin.low).set("high", bin.high).set("count", bin.count);
        one.set("positives", bin.positives);
        one.set("mean_probability", bin.count ? Json(bin.meanProbability) : Json());
        one.set("observed", bin.observed.value).set("ci", pair(bin.observed.interval));
        list.push(std::move(one));
    }
    return list;
}

Result<Json> calibration(const CsvTable& table, const Options&) {
    const auto all = forecasts(table);
    if (!all)
        return fail(all.error());
    const auto fit = analytics::calibration(*all);
    Json object = Json::object();
    object.set("n", all->size());
    set(object, "brier", analytics::brierScore(*all), "brier_");
    set(object, "log_loss", analytics::logScore(*all), "log_loss_");
    set(object, "brier_skill", analytics::brierSkill(*all), "brier_skill_");
    set(object, "slope", fit.slope, "slope_");
    set(object, "intercept", fit.intercept, "intercept_");
    set(object, "calibration_in_the_large", fit.inTheLarge, "calibration_in_the_large_");
    object.set("spiegelhalter_z", fit.spiegelhalterZ.value);
    for (const int count : {2, 5, 10}) {
        const auto bins = analytics::reliability(*all, count);
        const auto error = analytics::calibrationError(bins);
        Json one = Json::object();
        one.set("ece", all->empty() ? Json() : Json(error.expected));
        one.set("mce", all->empty() ? Json() : Json(error.maximum));
        object.set("bins_" + std::to_string(count), one.set("bins", binsJson(bins)));
    }
    return object;
}

Json proportionOf(long x, long n) {
    Json one = Json::object();
    const Estimate wilson = analytics::wilson(x, n);
    one.set("x", x).set("n", n).set("proportion", wilson.value);
    one.set("se", wilson.standardError).set("ci", pair(wilson.interval));
    one.set("wilson", pair(wilson.interval));
    one.set("clopper_pearson", pair(analytics::clopperPearson(x, n).interval));
    one.set("agresti_coull", pair(analytics::agrestiCoull(x, n).interval));
    if (!wilson.value)
        one.set("reason", analytics::reasonWord(wilson.reason));
    return one;
}

Result<long> wholeNumber(const CsvTable& table, std::size_t row, std::size_t column) {
    const auto value = table.number(row, column);
    if (!value)
        return fail(value.error());
    if (*value < 0 || *value > 1e9 || *value != std::floor(*value))
        return fail(ErrorCode::ValueOutOfRange, "x and n are whole numbers of 0 or more", {},
                    "row " + std::to_string(row + 1));
    return static_cast<long>(*value);
}

// Columns x and n, one result a line; or one `label` column to count.
Result<Json> proportion(const CsvTable& table, const Options&) {
    if (!table.find("x") || !table.find("n")) {
        const auto label = table.column("label");
        if (!label)
            return fail(ErrorCode::FormatDamaged, "the table has neither x and n nor label");
        long hits = 0;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const auto positive = table.flag(row, *label);
            if (!positive)
                return fail(positive.error());
            hits += *positive ? 1 : 0;
        }
        return proportionOf(hits, static_cast<long>(table.rowCount()));
    }
    Json list = Json::array();
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto x = wholeNumber(table, row, *table.find("x"));
        const auto n = wholeNumber(table, row, *table.find("n"));
        if (!x || !n)
            return fail(x ? n.error() : x.error());
        list.push(proportionOf(*x, *n));
    }
    return oneOrList(std::move(list));
}

Result<Json> blandAltman(const CsvTable& table, const Options&) {
    const auto pairs = measuredPairs(table);
    if (!pairs)
        return fail(pairs.error());
    std::vector<double> differences;
    for (const auto& [first, second] : *pairs)
        differences.push_back(first - second);
    const auto result = analytics::limitsOfAgreement(differences);
    Json object = Json::object();
    object.set("n", result.count);
    set(object, "bias", result.bias);
    object.set("sd", result.deviation).set("limits", pair(result.limits));
    object.set("limit_se", result.limitError);
    return object;
}

// Curves as a crossed study; an empty one (NoData, InvalidInput) when they are not crossed.
analytics::CrossedStudy crossed(const std::vector<RatedCurve>& curves) {
    analytics::CrossedStudy study;
    for (const RatedCurve& curve : curves) {
        if (curve.cases != curves.front().cases)
            return {};
        if (&curve == &curves.front() || curve.modality != (&curve - 1)->modality)
            study.ratings.emplace_back();
        study.ratings.back().push_back(curve.ratings);
    }
    return study;
}

Json testJson(const char* statistic, const analytics::ModalityTest& test,
              const Estimate& difference) {
    Json one = Json::object();
    one.set(statistic, test.statistic).set("ndf", test.numeratorDf);
    if (test.denominatorDf > 0)
        one.set("ddf", test.denominatorDf);
    one.set("p", test.p);
    if (difference.value)
        set(one, "difference", difference);
    return one;
}

/// The same study by pseudovalues; its own covariances, whatever was asked for above.
Json dbmJson(const analytics::DbmResult& result) {
    Json object = Json::object();
    object.set("ms_t", result.msT).set("ms_r", result.msR).set("ms_c", result.msC);
    object.set("ms_tr", result.msTR).set("ms_tc", result.msTC).set("ms_rc", result.msRC);
    object.set("ms_trc", result.msTRC);
    object.set("random_readers_random_cases", testJson("f", result.randomBoth, {}));
    object.set("fixed_readers_random_cases", testJson("f", result.fixedReaders, {}));
    return object.set("random_readers_fixed_cases", testJson("f", result.fixedCases, {}));
}

Result<Json> mrmc(const CsvTable& table, const Options& options) {
    const auto curves = ratedCurves(table);
    if (!curves)
        return fail(curves.error());
    const auto study = crossed(*curves);
    const auto result = analytics::obuchowskiRockette(
        study, options.covariance == "delong" ? analytics::CovarianceMethod::DeLong
                                              : analytics::CovarianceMethod::Jackknife);
    Json object = Json::object();
    object.set("covariance", options.covariance);
    if (result.reason != analytics::Reason::None)
        return object.set("p", nullptr).set("reason", analytics::reasonWord(result.reason));
    Json areas = Json::array();
    for (const auto& row : result.areas)
        areas.push(Json::arrayOf(row));
    object.set("auc", std::move(areas)).set("mean_auc", Json::arrayOf(result.meanAreas));
    object.set("ms_t", result.msModality).set("ms_r", result.msReader);
    object.set("ms_tr", result.msInteraction).set("var_error", result.varianceError);
    object.set("cov1", result.cov1).set("cov2", result.cov2).set("cov3", result.cov3);
    object.set("random_readers_random_cases",
               testJson("f", result.randomBoth, result.differenceBoth));
    object.set("fixed_readers_random_cases",
               testJson("chi2", result.fixedReaders, result.differenceFixedReaders));
    object.set("random_readers_fixed_cases",
               testJson("f", result.fixedCases, result.differenceFixedCases));
    return object.set("dbm", dbmJson(analytics::dorfmanBerbaumMetz(study)));
}

using Analysis = Result<Json> (*)(const CsvTable&, const Options&);

Result<Answer> run(Analysis analysis, const Options& options) {
    const auto table = CsvTable::read(options.input);
    if (!table)
        return fail(table.error());
    auto object = analysis(*table, options);
    if (!object) {
        Error error = object.error();
        if (error.path.empty())
            error.path = options.input;
        return fail(error);
    }
    return Answer{std::move(*object), {}};
}

}  // namespace

void addAnalyze(Program& program) {
    CLI::App& parent =
        program.add("analyze", "Statistics of tidy tables, each with its interval", {});
    parent.require_subcommand(1);
    const auto options = std::make_shared<Options>();
    const auto add = [&](const char* name, const char* help, Analysis analysis) -> CLI::App& {
        CLI::App& command = program.add(parent, name, help, [=](const Common&, JobControl&) {
            return run(analysis, *options);
        });
        command
            .add_option("--input", options->input,
                        "CSV file with a header line; - = standard input")
            ->required();
        return command;
    };
    add("roc", "AUC by reader and modality: case,label,score[,reader,modality]", roc)
        .add_option("--threshold", options->threshold,
                    "Also sensitivity and specificity of scores at or above it");
    add("delong", "Differences of AUCs between modalities or readers: the same columns", delong);
    add("kappa", "Agreement on categories: case,rater,category", kappa)
        .add_option("--weights", options->weights, "Weights of disagreement between two raters")
        ->check(CLI::IsMember({"none", "linear", "quadratic"}));
    add("calibration", "Brier, reliability, slope: label,score (a probability)", calibration);
    add("proportion", "Shares with intervals: x,n a line, or one column label", proportion);
    add("blandaltman", "Bias and limits: first,second; or case,reader,score", blandAltman);
    add("mrmc", "Several readers and modalities: case,reader,modality,label,score", mrmc)
        .add_option("--covariance", options->covariance, "How covariances of areas are estimated")
        ->check(CLI::IsMember({"jackknife", "delong"}));
}

}  // namespace nodewise::cli
