#include "staging/neck_facts.h"
#include <algorithm>

namespace nodewise::staging {
namespace {

bool gradedPositive(const StagedNode& node, Grade least) {
    return node.ene.imagingGrade && gradeNumber(*node.ene.imagingGrade) >= gradeNumber(least);
}

/// HNCIG grades are given for unequivocal signs, so a grade without a certainty stands as it is.
bool unequivocal(const StagedNode& node) {
    return node.ene.imagingCertainty.value_or(Certainty::Unequivocal) == Certainty::Unequivocal;
}

/// TNM9 nasopharynx: muscle, skin, neurovascular bundle. Structures not named: taken as such.
bool advancedStructure(const StagedNode& node) {
    if (node.structures.empty())
        return true;
    return std::any_of(node.structures.begin(), node.structures.end(), [](StructureKind kind) {
        return kind != StructureKind::Gland && kind != StructureKind::Other;
    });
}

void countImaging(const StagedNode& node, bool advancedOnly, EneCount& count) {
    const bool positive = gradedPositive(node, advancedOnly ? Grade::G3 : Grade::G1);
    count.certaintyMissing |= positive && !node.ene.imagingCertainty;
    if (positive && !unequivocal(node))
        count.ifDoubtful = true;
    else if (positive && advancedOnly && !advancedStructure(node)) {
        count.ifUnclear = true;
        count.unclearNote = "structures_unclear";
    } else if (positive)
        count.sure = true;
    if (node.ene.clinical && !positive) {
        count.ifUnclear = true;
        count.unclearNote = "clinical_ene_without_imaging";
    }
}

Laterality lateralityOf(int ipsilateral, int contralateral) {
    if (ipsilateral > 0 && contralateral > 0)
        return Laterality::Bilateral;
    if (contralateral > 0)
        return Laterality::Contralateral;
    return ipsilateral > 0 ? Laterality::Ipsilateral : Laterality::None;
}

bool unknownPrimary(Site site) {
    return site == Site::UnknownPrimaryNeg || site == Site::UnknownPrimaryHpv ||
           site == Site::UnknownPrimaryEbv;
}

}  // namespace

EneCount countEne(const std::vector<StagedNode>& nodes, EneSource source) {
    EneCount count;
    for (const auto& node : nodes) {
        switch (source) {
        case EneSource::None:
            break;
        case EneSource::Clinical:
            count.sure |= node.ene.clinical;
            count.ifClinical |= gradedPositive(node, Grade::G1);
            break;
        case EneSource::ClinicalOrImaging:
            if (node.ene.clinical)
                count.sure = true;
            else
                countImaging(node, false, count);
            break;
        case EneSource::Imaging:
            countImaging(node, false, count);
            break;
        case EneSource::ImagingAdvanced:
            countImaging(node, true, count);
            break;
        case EneSource::Pathological:
            count.sure |= node.ene.pathological == PathologicalEne::Micro ||
                          node.ene.pathological == PathologicalEne::Macro;
            break;
        }
    }
    return count;
}

NeckFacts neckFacts(const StagingInput& input, bool swapped) {
    NeckFacts facts;
    int sides[2] = {0, 0}, cervical[2] = {0, 0};
    for (const auto& node : input.nodes) {
        ++facts.count;
        facts.greatestMm = std::max(facts.greatestMm, node.greatestMm);
        facts.belowCricoid |= node.belowCricoid;
        bool contralateral = node.side == RelativeSide::Contralateral;
        if (swapped && node.side != RelativeSide::Midline)
            contralateral = !contralateral;
        ++sides[contralateral ? 1 : 0];
        if (!node.retropharyngeal)
            ++cervical[contralateral ? 1 : 0];
    }
    facts.laterality = lateralityOf(sides[0], sides[1]);
    facts.cervicalLaterality = lateralityOf(cervical[0], cervical[1]);
    if (unknownPrimary(input.site) && facts.laterality == Laterality::Contralateral)
        facts.laterality = Laterality::Ipsilateral;
    return facts;
}

}  // namespace nodewise::staging
