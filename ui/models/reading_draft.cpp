#include "ui/models/reading_draft.h"
#include "assessment/call_json.h"
#include <algorithm>
#include <cmath>

namespace nodewise::models {

bool isPossibleLength(const std::optional<double>& mm) {
    return !mm ||
           (std::isfinite(*mm) && *mm >= assessment::kSmallestMm && *mm <= assessment::kLargestMm);
}

std::vector<text::CallGap> gapsOf(const NodeCall& call) {
    std::vector<text::CallGap> gaps;
    if (!call.mark)
        gaps.push_back(text::CallGap::Mark);
    if (!call.probability)
        gaps.push_back(text::CallGap::Probability);
    if (!call.grade)
        gaps.push_back(text::CallGap::Grade);
    if (!isPossibleLength(call.shortAxisMm) || !isPossibleLength(call.longAxisMm))
        gaps.push_back(text::CallGap::AxisRange);
    else if (call.shortAxisMm && call.longAxisMm && *call.shortAxisMm > *call.longAxisMm)
        gaps.push_back(text::CallGap::AxisOrder);
    return gaps;
}

bool isAnswered(const NodeCall& call, Feature feature) {
    switch (feature) {
    case Feature::Margin:
        return call.margin.has_value();
    case Feature::Fat:
        return call.fat.has_value();
    case Feature::Adjacent:
        return call.contact.has_value();
    case Feature::Coalescence:
        return call.coalescence.value_or(false);
    case Feature::Necrosis:
        return call.necrosis.value_or(false);
    case Feature::Cystic:
        return call.cystic.value_or(false);
    case Feature::Hilum:
        return call.hilum.value_or(false);
    case Feature::Size:
        return call.shortAxisMm || call.longAxisMm;
    }
    return false;
}

bool isReason(const NodeCall& call, Feature feature) {
    return std::find(call.reasons.begin(), call.reasons.end(), feature) != call.reasons.end();
}

void setReason(NodeCall& call, Feature feature, bool carried) {
    std::erase(call.reasons, feature);
    if (carried && isAnswered(call, feature))
        call.reasons.push_back(feature);
    // One order, whatever the order of the clicks: two equal calls are equal.
    std::sort(call.reasons.begin(), call.reasons.end());
}

void tidy(NodeCall& call) {
    std::erase_if(call.reasons, [&](Feature feature) { return !isAnswered(call, feature); });
    if (call.contact && call.contact->kind == Adjacency::None)
        call.contact->structure.clear();
}

double steppedProbability(const std::optional<double>& present, int percent) {
    if (!present)
        return 0.5;
    const double stepped = std::round(*present * 100.0) + percent;
    return std::clamp(stepped, 0.0, 100.0) / 100.0;
}

}  // namespace nodewise::models
