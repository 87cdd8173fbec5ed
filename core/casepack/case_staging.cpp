#include "casepack/case_staging.h"

namespace nodewise::casepack {

staging::StagingInput stagingOf(const CaseRecord& record, const CaseTruth& truth, Edition edition) {
    staging::StagingInput input;
    input.edition = edition;
    input.site = record.history.site;
    input.primarySide = record.history.primarySide;
    for (const NodeTruth& node : truth.nodes) {
        if (!node.metastatic)
            continue;
        staging::StagedNode staged;
        staged.side = staging::relativeSide(node.side, record.history.primarySide);
        staged.level = node.level;
        staged.greatestMm = node.greatestMm;
        staged.belowCricoid = node.belowCricoid;
        staged.retropharyngeal = node.retropharyngeal;
        staged.ene.clinical = node.clinicalEne;
        staged.ene.imagingGrade = node.grade;
        if (node.adjacency == Adjacency::Invaded)
            staged.structures.push_back(node.structureKind);
        input.nodes.push_back(std::move(staged));
    }
    return input;
}

}  // namespace nodewise::casepack
