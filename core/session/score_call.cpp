#include "session/score_call.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace nodewise::session {
namespace {

constexpr double kSmallestProbability = 1e-3;

std::string textOf(const feedback::ItemValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%.4g", std::get<double>(value));
    return number.data();
}

std::string lineOf(const std::map<std::string, feedback::ItemValue>& values) {
    std::string line;
    for (const auto& [name, value] : values) {
        if (!line.empty())
            line += ' ';
        line += textOf(value);
    }
    return line;
}

MarkSummary summaryOf(const feedback::MarkResult& mark) {
    return {mark.mark, mark.verdict, mark.score, lineOf(mark.given), lineOf(mark.reference)};
}

bool isCriterion(Feature feature) {
    return feature == Feature::Margin || feature == Feature::Fat || feature == Feature::Adjacent ||
           feature == Feature::Coalescence;
}

bool namedWrongReason(const ScoredNode& node) {
    const auto& reasons = node.call.reasons;
    return node.feedback.mark(Mark::Grade).verdict == Verdict::Agrees && node.call.grade &&
           *node.call.grade != Grade::G0 && !reasons.empty() &&
           std::none_of(reasons.begin(), reasons.end(), isCriterion);
}

std::optional<double> logScoreOf(const ScoredNode& node) {
    if (!node.call.probability)
        return std::nullopt;
    const bool positive = 1 - node.truth.distribution[0] >= 0.5;
    const double given = positive ? *node.call.probability : 1 - *node.call.probability;
    return -std::log(std::max(given, kSmallestProbability));
}

std::string mainItemOf(const feedback::NodeFeedback& feedback) {
    const auto gravest =
        std::max_element(feedback.measured.begin(), feedback.measured.end(),
                         [](const auto& a, const auto& b) { return a.severity < b.severity; });
    return gravest == feedback.measured.end() ? std::string{} : gravest->code;
}

}  // namespace

NodeScore scoreOf(const ScoredNode& node) {
    NodeScore score;
    score.truthKind = node.truth.kind;
    score.counts = node.truth.kind != TruthKind::TeachingDraft;
    for (const auto& mark : node.feedback.marks)
        score.marks.push_back(summaryOf(mark));
    if (node.nCategory != nullptr)
        score.marks.push_back(summaryOf(*node.nCategory));
    score.gradeReference = node.truth.grade;
    score.gradeDistribution = node.truth.distribution;
    score.brier = node.feedback.scores.brier;
    score.rps = node.feedback.scores.rps;
    score.peneBrier = node.feedback.scores.peneBrier;
    score.logScore = logScoreOf(node);
    for (const auto& error : node.feedback.errors)
        score.errors.push_back(error.code);
    score.wrongReason = namedWrongReason(node);
    if (node.call.shortAxisMm && node.truth.shortAxisMm > 0)
        score.shortAxisErrorMm = *node.call.shortAxisMm - node.truth.shortAxisMm;
    if (node.call.longAxisMm && node.truth.longAxisMm > 0)
        score.longAxisErrorMm = *node.call.longAxisMm - node.truth.longAxisMm;
    score.concepts = node.concepts;
    score.mainItem = mainItemOf(node.feedback);
    score.feedbackJson = node.feedbackJson;
    return score;
}

}  // namespace nodewise::session
