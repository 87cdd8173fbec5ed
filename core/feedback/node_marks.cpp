#include "feedback/node_marks.h"
#include "feedback/soft_scores.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {
namespace {

/// A Brier above this is poor calibration for a right grade (the schedule's line too).
constexpr double kPoorBrier = 0.16;

std::string text(std::string_view word) {
    return std::string(word);
}

FeedbackItem item(const char* code, Severity severity, Mark mark, const NodeView& view) {
    FeedbackItem made;
    made.code = code;
    made.severity = severity;
    made.mark = mark;
    made.node = view.truth->id;
    return made;
}

MarkResult startMark(Mark mark, const NodeView& view) {
    MarkResult result;
    result.mark = mark;
    if (view.call == nullptr) {
        auto missed = item("missed_node", Severity::Warning, mark, view);
        missed.place = view.truth->centre;
        result.items.push_back(std::move(missed));
    }
    return result;
}

void addUnanswered(MarkResult& result, const char* part, const NodeView& view) {
    auto made = item("unanswered", Severity::Note, result.mark, view);
    made.values["part"] = std::string(part);
    result.items.push_back(std::move(made));
}

Verdict verdictOf(double score) {
    if (score >= 0.999)
        return Verdict::Agrees;
    return score >= 0.5 ? Verdict::Close : Verdict::Differs;
}

/// One length against its reference. Nothing when it was not given.
std::optional<double> compareLength(const std::optional<double>& given, double reference,
                                    const char* name, const NodeView& view, MarkResult& result) {
    result.reference[std::string(name) + "_axis_mm"] = reference;
    if (!given) {
        addUnanswered(result, name, view);
        return std::nullopt;
    }
    const double tolerance = sizeToleranceMm(reference, view.context->pixelMm);
    result.given[std::string(name) + "_axis_mm"] = *given;
    auto made = item("size_difference", Severity::Info, Mark::Size, view);
    const double difference = *given - reference;
    if (std::abs(difference) > tolerance)
        made.severity = Severity::Warning;
    made.values["axis"] = std::string(name);
    made.values["difference_mm"] = difference;
    made.values["tolerance_mm"] = tolerance;
    result.items.push_back(std::move(made));
    return sizeScore(difference, tolerance);
}

}  // namespace

MarkResult detectionMark(const NodeView& view) {
    MarkResult result = startMark(Mark::Detection, view);
    result.reference["found"] = std::string("yes");
    result.given["found"] = std::string(view.call != nullptr ? "yes" : "no");
    if (view.match == nullptr)
        return result;
    result.score = view.match->inside ? 1.0 : 0.5;
    result.verdict = view.match->inside ? Verdict::Agrees : Verdict::Close;
    if (view.match->marked) {
        auto made = item("mark_distance", Severity::Info, Mark::Detection, view);
        made.values["distance_mm"] = view.match->distanceMm;
        made.values["inside"] = std::string(view.match->inside ? "yes" : "no");
        made.place = view.call->mark;
        result.items.push_back(std::move(made));
    }
    return result;
}

MarkResult levelMark(const NodeView& view) {
    MarkResult result = startMark(Mark::Level, view);
    result.reference["side"] = text(word(view.truth->side));
    result.reference["level"] = text(word(view.truth->level));
    if (view.call == nullptr)
        return result;
    const auto& call = *view.call;
    if (call.side)
        result.given["side"] = text(word(*call.side));
    if (call.level)
        result.given["level"] = text(word(*call.level));
    if (!call.side || !call.level) {
        addUnanswered(result, call.side ? "level" : "side", view);
        return result;
    }
    const bool group = coarseLevel(*call.level) == coarseLevel(view.truth->level);
    if (*call.side == view.truth->side && levelMatches(*call.level, view.truth->level))
        result.score = 1.0;
    else if (*call.side == view.truth->side && group)
        result.score = 0.5;
    result.verdict = verdictOf(result.score);
    return result;
}

MarkResult sizeMark(const NodeView& view) {
    MarkResult result = startMark(Mark::Size, view);
    if (view.call == nullptr) {
        result.reference["short_axis_mm"] = view.truth->shortAxisMm;
        result.reference["long_axis_mm"] = view.truth->longAxisMm;
        return result;
    }
    const auto shortScore =
        compareLength(view.call->shortAxisMm, view.truth->shortAxisMm, "short", view, result);
    const auto longScore =
        compareLength(view.call->longAxisMm, view.truth->longAxisMm, "long", view, result);
    result.score = 0.5 * (shortScore.value_or(0) + longScore.value_or(0));
    result.verdict = verdictOf(result.score);
    return result;
}

MarkResult gradeMark(const NodeView& view) {
    MarkResult result = startMark(Mark::Grade, view);
    const auto& truth = *view.truth;
    result.reference["grade"] = text(word(truth.grade));
    result.reference["ene_share"] = eneShare(truth.distribution);
    result.reference["grade_share"] =
        truth.distribution[static_cast<std::size_t>(gradeNumber(truth.grade))];
    if (view.call == nullptr)
        return result;
    const Scores scores = scoresOf(view);
    if (view.call->probability)
        result.given["probability"] = *view.call->probability;
    else
        addUnanswered(result, "probability", view);
    if (!view.call->grade) {
        addUnanswered(result, "grade", view);
        result.score = scores.brier ? (1.0 - *scores.brier) / 3.0 : 0.0;
        return result;
    }
    const Grade grade = *view.call->grade;
    result.given["grade"] = text(word(grade));
    const double own = gradeScore(grade, truth.distribution);
    result.score = scores.brier ? (2.0 * own + 1.0 - *scores.brier) / 3.0 : own;
    const int apart = std::abs(gradeNumber(grade) - gradeNumber(truth.grade));
    const bool bothEne = grade != Grade::G0 && truth.grade != Grade::G0;
    if (apart == 0)
        result.verdict = Verdict::Agrees;
    else if (inBand(grade, truth.distribution) || (apart == 1 && bothEne))
        result.verdict = Verdict::Close;
    if (apart != 0 && inBand(grade, truth.distribution))
        result.items.push_back(item("in_disagreement_band", Severity::Note, Mark::Grade, view));
    if (scores.brier && *scores.brier > kPoorBrier) {
        auto made = item("certainty_off", Severity::Warning, Mark::Grade, view);
        made.values["probability"] = *view.call->probability;
        made.values["ene_share"] = eneShare(truth.distribution);
        made.values["brier"] = *scores.brier;
        result.items.push_back(std::move(made));
        if (result.verdict == Verdict::Agrees)
            result.verdict = Verdict::Close;
    }
    return result;
}

Scores scoresOf(const NodeView& view) {
    Scores scores;
    if (view.call == nullptr)
        return scores;
    const auto& truth = *view.truth;
    const auto square = [](double x) { return x * x; };
    if (view.call->probability)
        scores.brier = square(*view.call->probability - eneShare(truth.distribution));
    if (view.call->grade)
        scores.rps = rankedProbabilityScore(forecastOf(*view.call->grade, view.call->probability),
                                            truth.distribution);
    if (view.call->peneProbability && truth.pene != PathologicalEne::NotExamined)
        scores.peneBrier =
            square(*view.call->peneProbability - (truth.pene == PathologicalEne::None ? 0.0 : 1.0));
    return scores;
}

}  // namespace nodewise::feedback
