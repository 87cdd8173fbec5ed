/// sample_case.h: a neck with one clear node of each grade, and a call that agrees with it.
#pragma once
#include "feedback/feedback.h"
#include <algorithm>

namespace nodewise::feedback {

inline NodeTruth cleanNode(const char* id, Side side, Level level, PointLps centre) {
    NodeTruth node;
    node.id = NodeId(id);
    node.side = side;
    node.level = level;
    node.centre = centre;
    node.shortAxisMm = 12;
    node.longAxisMm = 18;
    node.greatestMm = 24;
    return node;
}

inline NodeTruth fatNode(NodeTruth node) {
    node.grade = Grade::G1;
    node.distribution = {0, 1, 0, 0};
    node.margin = Margin::Indistinct;
    node.fat = PerinodalFat::Extended;
    return node;
}

inline NodeTruth invadingNode(NodeTruth node) {
    node = fatNode(node);
    node.grade = Grade::G3;
    node.distribution = {0, 0, 0, 1};
    node.adjacency = Adjacency::Invaded;
    node.structure = "sternocleidomastoid_left";
    node.structureKind = StructureKind::Muscle;
    return node;
}

/// A call that says just what the reference says.
inline NodeCall agreeingCall(const NodeTruth& node) {
    NodeCall call;
    call.mark = node.centre;
    call.side = node.side;
    call.level = node.level;
    call.grade = node.grade;
    call.probability = node.grade == Grade::G0 ? 0.0 : 1.0;
    call.margin = node.margin;
    call.fat = node.fat;
    call.contact = AdjacencyCall{node.adjacency, node.structure};
    call.coalescence = node.coalescence;
    call.necrosis = node.necrosis;
    call.cystic = node.cystic;
    call.hilum = node.hilum;
    call.shortAxisMm = node.shortAxisMm;
    call.longAxisMm = node.longAxisMm;
    return call;
}

struct Sample {
    CaseTruth truth;
    CaseCall call;
    FeedbackContext context;

    Sample() {
        context.primarySide = PrimarySide::Left;
        context.p16 = P16Status::Positive;
    }
    Sample& add(const NodeTruth& node) {
        truth.nodes.push_back(node);
        call.nodes.push_back(agreeingCall(node));
        return *this;
    }
    [[nodiscard]] CaseFeedback compare() const {
        const auto result = compareCall(call, truth, context, {});
        return result ? *result : CaseFeedback{};
    }
    [[nodiscard]] bool finds(TraineeError code) const {
        const auto feedback = compare();
        return std::any_of(feedback.errors.begin(), feedback.errors.end(),
                           [&](const DetectedError& error) { return error.code == code; });
    }
};

inline NodeTruth leftIIa() {
    return cleanNode("n1", Side::Left, Level::IIa, {30, 0, 0});
}

}  // namespace nodewise::feedback
