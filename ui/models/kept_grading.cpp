#include "ui/models/kept_grading.h"
#include "feedback/kept_feedback.h"
#include <algorithm>
#include <variant>

namespace nodewise::models {

namespace {

using Values = std::map<std::string, feedback::ItemValue>;

double numberIn(const Values& values, const char* name) {
    const auto found = values.find(name);
    const double* number = found == values.end() ? nullptr : std::get_if<double>(&found->second);
    return number ? *number : 0.0;
}

template <class T>
void take(const Values& values, const char* name, T& into) {
    const auto found = values.find(name);
    if (found == values.end())
        return;
    if (const auto* text = std::get_if<std::string>(&found->second))
        into = parse<T>(*text).value_or(into);
}

/// As much of the reference as its marks tell.
NodeTruth truthOf(const session::CallRecord& record, const feedback::NodeFeedback& feedback) {
    NodeTruth truth;
    truth.id = record.node.id;
    truth.kind = record.score->truthKind;
    truth.side = record.node.side;
    truth.level = record.node.level;
    const Values& place = feedback.mark(Mark::Level).reference;
    take(place, "side", truth.side);
    take(place, "level", truth.level);
    truth.grade = record.score->gradeReference;
    truth.distribution = record.score->gradeDistribution;
    const Values& size = feedback.mark(Mark::Size).reference;
    truth.shortAxisMm = numberIn(size, "short_axis_mm");
    truth.longAxisMm = numberIn(size, "long_axis_mm");
    const Values& features = feedback.mark(Mark::Features).reference;
    take(features, "margin", truth.margin);
    take(features, "fat", truth.fat);
    take(features, "adjacent_structure", truth.adjacency);
    for (const auto& step : feedback.rule.trace)
        if (step.fired && !step.subject.empty())
            truth.structure = step.subject;
    return truth;
}

}  // namespace

Result<GradedCall> gradedFromKept(const session::CallRecord& record, std::size_t nodeIndex,
                                  std::size_t nodeCount) {
    if (!record.score || record.score->feedbackJson.empty())
        return fail(ErrorCode::NodeNotFound, "no feedback was kept with this call",
                    record.caseTitle);
    auto read = feedback::readKeptFeedback(record.score->feedbackJson, record.node.id);
    if (!read)
        return fail(read.error());
    GradedCall graded;
    graded.call = record.id;
    graded.record.title = record.caseTitle;
    graded.record.nodes.resize(nodeCount);
    graded.node = record.node;
    graded.nodeIndex = nodeIndex;
    graded.answer = record.answer;
    graded.score = *record.score;
    graded.feedback = std::move(read->node);
    graded.truth = truthOf(record, graded.feedback);
    graded.errors = graded.feedback.errors;
    // The category was compared with the last node only; then it stands among the kept marks.
    graded.caseAnswer = record.caseAnswer;
    const auto& marks = record.score->marks;
    if (std::any_of(marks.begin(), marks.end(),
                    [](const auto& mark) { return mark.mark == Mark::NCategory; })) {
        take(read->nCategory.reference, "edition", graded.record.edition);
        graded.nMark = std::move(read->nCategory);
        graded.tnm.assign(read->tnm.begin(), read->tnm.end());
    }
    return graded;
}

}  // namespace nodewise::models
