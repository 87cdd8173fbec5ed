#include "demo_trainee.h"
#include <algorithm>

namespace nodewise::cli {
namespace {

NodeCall asTheReference(const NodeTruth& truth) {
    NodeCall call;
    call.mark = truth.centre + VectorLps{1.5, 0, 0};
    call.side = truth.side;
    call.level = truth.level;
    call.grade = truth.grade;
    call.probability = truth.grade == Grade::G0 ? 0.10 : 0.85;
    call.margin = truth.margin;
    call.fat = truth.fat;
    call.contact = AdjacencyCall{truth.adjacency, truth.structure};
    call.coalescence = truth.coalescence;
    call.necrosis = truth.necrosis;
    call.cystic = truth.cystic;
    call.hilum = truth.hilum;
    call.shortAxisMm = std::max(1.0, truth.shortAxisMm - 0.4);
    call.longAxisMm = std::max(1.0, truth.longAxisMm - 0.4);
    if (truth.grade != Grade::G0)
        call.reasons = {truth.adjacency == Adjacency::Invaded ? Feature::Adjacent : Feature::Fat};
    return call;
}

void underCall(NodeCall& call) {
    call.grade = gradeFromNumber(std::max(0, gradeNumber(*call.grade) - 1));
    call.probability = 0.40;
    call.margin = Margin::Irregular;
    if (call.contact->kind == Adjacency::Invaded)
        call.contact->kind = Adjacency::Contact;
    call.reasons = {Feature::Margin};
}

void overCall(NodeCall& call) {
    call.grade = gradeFromNumber(std::min(3, gradeNumber(*call.grade) + 1));
    call.probability = 0.90;
    call.necrosis = true;
    call.reasons = {Feature::Necrosis};
}

}  // namespace

Manner mannerOf(std::size_t node) {
    constexpr std::array<Manner, 3> turns{Manner::Careful, Manner::UnderCaller, Manner::OverCaller};
    return turns[node % turns.size()];
}

std::string_view nameOf(Manner manner) {
    switch (manner) {
    case Manner::Careful:
        return "careful";
    case Manner::UnderCaller:
        return "under-calls";
    case Manner::OverCaller:
        return "over-calls";
    }
    return {};
}

NodeCall simulatedCall(const NodeTruth& truth, Manner manner) {
    NodeCall call = asTheReference(truth);
    if (manner == Manner::UnderCaller)
        underCall(call);
    else if (manner == Manner::OverCaller)
        overCall(call);
    return call;
}

}  // namespace nodewise::cli
