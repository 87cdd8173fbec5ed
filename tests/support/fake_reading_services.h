/// fake_reading_services.h: a reading without disk: one case with two nodes, all steps written
/// down.
#pragma once
#include "ui/models/reading_services.h"
#include <string>
#include <utility>
#include <vector>

namespace nodewise::tests {

/// 64³ voxels of 1 mm: fat, with a ball of soft tissue of 10 mm radius at the centre.
inline VolumePtr ballVolume() {
    const auto geometry = GridGeometry::axisAligned({64, 64, 64}, {1, 1, 1}, {-32, -32, -32});
    CtVolume::Int16Voxels voxels(geometry.voxelCount(), -100);
    for (std::size_t offset = 0; offset < voxels.size(); ++offset) {
        const PointLps place = geometry.toPatient(geometry.indexOf(offset));
        if (distance(place, PointLps{}) <= 10)
            voxels[offset] = 60;
    }
    return *CtVolume::create(geometry, std::move(voxels));
}

inline std::shared_ptr<const LabelMap> ballLabels(const GridGeometry& geometry) {
    LabelMap labels = LabelMap::empty(geometry);
    for (std::size_t offset = 0; offset < geometry.voxelCount(); ++offset) {
        const VoxelIndex voxel = geometry.indexOf(offset);
        if (distance(geometry.toPatient(voxel), PointLps{}) <= 10)
            labels.set(voxel, 1);
    }
    labels.setName(1, "node-1");
    return std::make_shared<const LabelMap>(std::move(labels));
}

class FakeReadingServices : public models::ReadingServices {
public:
    std::vector<std::string> steps;  ///< What was asked for, in order.
    std::vector<session::NodeCallCommitted> kept;
    std::vector<progress::Draft> drafts;
    std::vector<std::string> objections;
    std::string drawings;
    std::optional<progress::UnfinishedCase> left;
    std::optional<ErrorCode> openFails, keepFails, gradeFails;
    std::vector<models::GradingRequest> requests;
    /// What gradeCall gives back beside the request's own parts.
    models::GradedCall answer;
    casepack::CaseRecord record = twoNodes();
    VolumePtr volume = ballVolume();

    static casepack::CaseRecord twoNodes() {
        casepack::CaseRecord made;
        made.id = CaseId("case-27");
        made.title = "Case 27";
        made.history.ageYears = 58;
        made.history.sex = "m";
        made.history.primaryText = "base of tongue";
        made.history.p16 = P16Status::Positive;
        made.history.primarySide = PrimarySide::Left;
        made.history.contrastDelayS = 70;
        made.history.biopsy = BiopsyKind::Core;
        made.history.biopsyDaysBefore = 21;
        made.nodes = {{NodeId("node-1"), Side::Left, Level::IIa},
                      {NodeId("node-2"), Side::Left, Level::III}};
        return made;
    }

    Result<models::OpenedCase> openCase(const models::CaseLocator& where, JobControl&) override {
        steps.push_back("open");
        if (openFails)
            return fail(*openFails, "as the test asked", where.pack.string());
        models::OpenedCase opened;
        opened.where = where;
        opened.ref = {PackId("pack"), "1", record.id};
        opened.record = record;
        opened.volume = volume;
        return opened;
    }
    Result<std::optional<progress::UnfinishedCase>> unfinished(const session::CaseRef&) override {
        return left;
    }
    Result<void> begin(const session::CaseOpened&) override {
        steps.push_back("begin");
        return {};
    }
    Result<void> keepCall(const session::NodeCallCommitted& call) override {
        steps.push_back("keep");
        if (keepFails)
            return fail(*keepFails, "as the test asked", "/home/learner/progress.sqlite");
        kept.push_back(call);
        return {};
    }
    Result<void> saveDraft(const session::SessionId&, const progress::Draft& draft) override {
        steps.push_back("draft");
        drafts.push_back(draft);
        return {};
    }
    Result<void> keepDrawn(const session::SessionId&, const std::string& text) override {
        drawings = text;
        return {};
    }
    std::string drawn(const session::SessionId&) override { return drawings; }
    Result<models::GradedCall> gradeCall(const models::GradingRequest& request,
                                         JobControl&) override {
        steps.push_back("grade");
        requests.push_back(request);
        if (gradeFails)
            return fail(*gradeFails, "as the test asked", "/packs/demo.nwpack");
        models::GradedCall graded = answer;
        graded.call = request.call;
        graded.record = request.record;
        graded.node = request.node;
        graded.nodeIndex = request.nodeIndex;
        graded.answer = request.kept[request.keptIndex];
        graded.caseAnswer = request.caseAnswer;
        graded.volume = request.volume;
        graded.labels = ballLabels(request.volume->geometry());
        return graded;
    }
    Result<models::GradingRequest> requestFor(const session::CallId& call) override {
        steps.push_back("review");
        models::GradingRequest request;
        request.call = call;
        request.record = record;
        request.node = {record.nodes[0].id, record.nodes[0].side, record.nodes[0].level};
        request.volume = volume;
        request.kept.resize(1);
        return request;
    }
    Result<models::GradedCall> keptFeedback(const session::CallId& call) override {
        return fail(ErrorCode::NodeNotFound, "no feedback was kept", call.value);
    }
    Result<void> keepScore(const session::CallId&, const session::NodeScore&) override {
        steps.push_back("score");
        return {};
    }
    Result<void> feedbackSeen(const session::CallId&) override {
        steps.push_back("seen");
        return {};
    }
    Result<void> finish(const session::SessionId&) override {
        steps.push_back("finish");
        return {};
    }
    Result<void> dispute(const session::CallId&, const std::string& objection) override {
        objections.push_back(objection);
        return {};
    }
};

}  // namespace nodewise::tests
