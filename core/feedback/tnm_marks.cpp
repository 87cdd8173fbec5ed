#include "feedback/tnm_marks.h"
#include "feedback/soft_scores.h"
#include "measure/structure_names.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {
namespace {

using staging::NCategory;
using staging::StagedNode;
using staging::StagingInput;

StagedNode stagedReference(const NodeTruth& node, const FeedbackContext& context) {
    StagedNode staged;
    staged.side = staging::relativeSide(node.side, context.primarySide);
    staged.level = node.level;
    staged.greatestMm = node.greatestMm > 0 ? node.greatestMm : node.longAxisMm;
    staged.belowCricoid = node.belowCricoid;
    staged.retropharyngeal = node.retropharyngeal || node.level == Level::VIIa;
    staged.ene.clinical = node.clinicalEne;
    staged.ene.imagingGrade = node.grade;
    staged.ene.imagingCertainty = certaintyOf(eneShare(node.distribution));
    staged.ene.pathological = node.pene;
    if (node.adjacency == Adjacency::Invaded)
        staged.structures.push_back(node.structureKind);
    return staged;
}

/// The node as the reader saw it; what the reader did not say is taken from the reference.
StagedNode stagedCall(const NodeCall& call, const NodeTruth& node, const FeedbackContext& context) {
    StagedNode staged = stagedReference(node, context);
    if (call.side)
        staged.side = staging::relativeSide(*call.side, context.primarySide);
    if (call.level)
        staged.level = call.level;
    if (call.longAxisMm)
        staged.greatestMm = std::max(*call.longAxisMm, call.shortAxisMm.value_or(0));
    staged.ene.imagingGrade = call.grade;
    staged.ene.imagingCertainty.reset();
    if (call.probability)
        staged.ene.imagingCertainty = certaintyOf(*call.probability);
    staged.structures.clear();
    if (call.contact && call.contact->kind == Adjacency::Invaded)
        staged.structures.push_back(
            measure::structureKindOf(call.contact->structure).value_or(StructureKind::Other));
    return staged;
}

StagingInput neckOf(Edition edition, const FeedbackContext& context) {
    StagingInput input;
    input.edition = edition;
    input.site = context.site;
    input.basis = context.basis;
    input.primarySide = context.primarySide;
    // The site itself says "p16-positive"; only a negative site can hide an unknown status.
    const bool negative =
        context.site == Site::OropharynxP16Neg || context.site == Site::UnknownPrimaryNeg;
    if (negative && context.p16 == P16Status::Unknown)
        input.p16 = P16Status::Unknown;
    return input;
}

StagingInput referenceNeck(Edition edition, const CaseTruth& truth,
                           const FeedbackContext& context) {
    StagingInput input = neckOf(edition, context);
    for (const auto& node : truth.nodes)
        if (node.metastatic)
            input.nodes.push_back(stagedReference(node, context));
    return input;
}

StagingInput calledNeck(Edition edition, const CaseCall& call, const CaseTruth& truth,
                        const Matching& matching, const FeedbackContext& context) {
    StagingInput input = neckOf(edition, context);
    for (std::size_t n = 0; n < truth.nodes.size(); ++n)
        if (const auto& match = matching.ofNode[n]; match && truth.nodes[n].metastatic)
            input.nodes.push_back(stagedCall(call.nodes[match->call], truth.nodes[n], context));
    return input;
}

/// Finds which slip in staging explains a category that is not the reference's.
class Explanation {
public:
    Explanation(StagingInput reference, std::string given)
        : m_input(std::move(reference))
        , m_given(std::move(given)) {}

    std::optional<TraineeError> find() const {
        if (clinicalByPathologicalTable())
            return TraineeError::E10;
        if (otherEdition() || imagingCountedInTnm8())
            return TraineeError::E12;
        if (p16NegativeTable())
            return TraineeError::E11;
        return std::nullopt;
    }

private:
    [[nodiscard]] bool gives(const StagingInput& input) const {
        const auto category = staging::stageEdition(input);
        return category && category->accepts(m_given);
    }

    [[nodiscard]] bool clinicalByPathologicalTable() const {
        StagingInput input = m_input;
        bool clinical = false;
        for (auto& node : input.nodes) {
            node.ene.pathological =
                node.ene.clinical ? PathologicalEne::Macro : PathologicalEne::None;
            clinical |= node.ene.clinical;
        }
        input.basis = Basis::Pathological;
        return m_input.edition == Edition::Tnm8 && m_input.basis == Basis::Clinical && clinical &&
               gives(input);
    }

    [[nodiscard]] bool otherEdition() const {
        StagingInput input = m_input;
        input.edition = m_input.edition == Edition::Tnm8 ? Edition::Tnm9 : Edition::Tnm8;
        return gives(input);
    }

    [[nodiscard]] bool imagingCountedInTnm8() const {
        StagingInput input = m_input;
        bool imaging = false;
        for (auto& node : input.nodes) {
            const bool seen = node.ene.imagingGrade.value_or(Grade::G0) != Grade::G0;
            imaging |= seen && !node.ene.clinical;
            node.ene.clinical |= seen;
        }
        return m_input.edition == Edition::Tnm8 && imaging && gives(input);
    }

    [[nodiscard]] bool p16NegativeTable() const {
        StagingInput input = m_input;
        if (input.site != Site::OropharynxP16Pos && input.site != Site::UnknownPrimaryHpv)
            return false;
        input.site =
            input.site == Site::OropharynxP16Pos ? Site::OropharynxP16Neg : Site::UnknownPrimaryNeg;
        return gives(input);
    }

    StagingInput m_input;
    std::string m_given;
};

FeedbackItem item(const char* code, Severity severity) {
    FeedbackItem made;
    made.code = code;
    made.severity = severity;
    made.mark = Mark::NCategory;
    return made;
}

MarkResult markOf(const CaseCall& call, const TnmComparison& own) {
    MarkResult mark;
    mark.mark = Mark::NCategory;
    mark.reference["category"] = own.reference.category;
    mark.reference["rule"] = own.reference.rule;
    mark.reference["edition"] = std::string(word(call.edition));
    if (own.reference.ambiguous) {
        mark.reference["ambiguous"] = std::string("yes");
        mark.items.push_back(item("n_ambiguous", Severity::Note));
    }
    if (call.nCategory.empty()) {
        auto made = item("unanswered", Severity::Note);
        made.values["part"] = std::string("n_category");
        mark.items.push_back(std::move(made));
        return mark;
    }
    mark.given["category"] = call.nCategory;
    const bool follows = own.call && own.call->accepts(call.nCategory);
    const bool sameStep =
        call.nCategory.substr(0, 2) == staging::bareCategory(own.reference.category).substr(0, 2);
    if (own.reference.accepts(call.nCategory)) {
        mark.score = 1.0;
        mark.verdict = Verdict::Agrees;
    } else if (follows || sameStep) {
        mark.score = 0.5;
        mark.verdict = Verdict::Close;
    }
    if (follows && mark.verdict != Verdict::Agrees)
        mark.items.push_back(item("n_follows_from_call", Severity::Note));
    return mark;
}

}  // namespace

Result<TnmOutcome> compareStaging(const CaseCall& call, const CaseTruth& truth,
                                  const Matching& matching, const FeedbackContext& context) {
    TnmOutcome outcome;
    std::size_t at = 0;
    for (const Edition edition : {Edition::Tnm8, Edition::Tnm9}) {
        TnmComparison& comparison = outcome.editions[at++];
        comparison.edition = edition;
        auto reference = staging::stageEdition(referenceNeck(edition, truth, context));
        if (!reference)
            return fail(reference.error());
        comparison.reference = std::move(*reference);
        auto called = staging::stageEdition(calledNeck(edition, call, truth, matching, context));
        if (!called)
            return fail(called.error());
        comparison.call = std::move(*called);
    }
    const TnmComparison& own = outcome.editions[call.edition == Edition::Tnm8 ? 0 : 1];
    outcome.mark = markOf(call, own);
    const bool follows = own.call && own.call->accepts(call.nCategory);
    if (call.nCategory.empty() || follows || own.reference.accepts(call.nCategory))
        return outcome;
    const Explanation explanation(referenceNeck(call.edition, truth, context), call.nCategory);
    if (const auto code = explanation.find())
        outcome.error = DetectedError{*code, {}, {{"given", call.nCategory}}, std::nullopt};
    return outcome;
}

}  // namespace nodewise::feedback
