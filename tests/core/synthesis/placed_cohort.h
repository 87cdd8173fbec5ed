/// placed_cohort.h: patients of a cohort in their place, and what had to be drawn again.
#pragma once
#include "synthesis/cohort.h"
#include <QtGlobal>
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace nodewise::synthesis {

/// A node in its place, as the recipe has it and with what the fields say of it.
struct PlacedNodeFacts {
    CohortPatient patient;
    NodeRecipe node;
    NodeTruth truth;
    bool touches = false;
};

/// Wherever its nodes came to lie, the patient is the one that was drawn.
inline bool keepsItsDraw(const CohortPatient& patient, const Placement& placed) {
    const NodeRecipe &drawn = patient.recipe.nodes.front(), &node = placed.recipe.nodes.front();
    const NodeTruth& truth = placed.truth.truth.nodes.front();
    const double low = 10.0 * static_cast<double>(patient.sizeClass), longMm = 2 * node.radiiMm[0];
    double sum = 0, grades = 0;
    for (const double share : truth.distribution) {
        sum += share;
        grades += share > 0 ? 1 : 0;
    }
    for (const NodeRecipe& other : placed.recipe.nodes)
        if (!other.isMetastatic() && other.extension)
            return false;
    return node.level == patient.level && longMm > low && longMm <= 2 * drawn.radiiMm[0] + 1e-9 &&
           node.reaction.fibres == drawn.reaction.fibres &&
           node.reaction.hazeHu == drawn.reaction.hazeHu &&
           node.necrosis.has_value() == drawn.necrosis.has_value() &&
           placed.recipe.scanner.noiseHu == patient.recipe.scanner.noiseHu &&
           (truth.pene != PathologicalEne::None) == patient.extends &&
           (patient.extends || truth.grade == Grade::G0) &&
           (truth.grade != Grade::G3 || patient.built == Grade::G3) &&
           (truth.grade != Grade::G2 || patient.built == Grade::G2) && std::fabs(sum - 1) < 1e-9 &&
           grades <= 2;
}

/// What a cohort of placed patients came to.
struct PlacedCohort {
    std::vector<PlacedNodeFacts> facts;
    int extending = 0, unseen = 0, border = 0, first = 0, otherBody = 0, smaller = 0, wider = 0,
        leftOut = 0;
    std::array<int, kRefusals> refusals{};

    void add(const CohortPatient& patient, const Placement& placed) {
        const NodeTruth& n = placed.truth.truth.nodes.front();
        facts.push_back({patient, placed.recipe.nodes.front(), n,
                         !placed.truth.fields.front().contacts.empty()});
        first += placed.tries == 1 ? 1 : 0;
        otherBody += placed.otherBody ? 1 : 0;
        smaller += placed.smaller ? 1 : 0;
        wider += placed.wider ? 1 : 0;
        leftOut += placed.leftOut;
        for (std::size_t i = 0; i < kRefusals; ++i)
            refusals[i] += placed.refusals[i];
        if (!patient.extends)
            return;
        ++extending;
        unseen += n.grade == Grade::G0 ? 1 : 0;
        border += std::ranges::count_if(n.distribution, [](double d) { return d > 0; }) > 1 ? 1 : 0;
    }
    void tell() const {
        qInfo("%d patients, %d with pENE: %d not visible, %d border",
              static_cast<int>(facts.size()), extending, unseen, border);
        qInfo("%d placed at the first try, %d in another neck, %d smaller within the class, %d "
              "wider in the level; %d innocent nodes left out",
              first, otherBody, smaller, wider, leftOut);
        for (std::size_t i = 0; i < kRefusals; ++i)
            qInfo("  %s: %d", std::string(word(static_cast<Refusal>(i))).c_str(), refusals[i]);
    }
};

}  // namespace nodewise::synthesis
