/// graded_ball.h: a call on a ball-shaped node beside a muscle, graded by the real core.
#pragma once
#include "support/fake_reading_services.h"
#include "ui/models/grading.h"
#include <stdexcept>

namespace nodewise::tests {

/// Fat, a ball of 10 mm radius round the origin, and a slab of muscle that touches it at the left.
/// The front half of the fat close to the ball is stranded.
inline VolumePtr neckLikeVolume() {
    const auto geometry = GridGeometry::axisAligned({96, 96, 96}, {1, 1, 1}, {-48, -48, -48});
    CtVolume::Int16Voxels voxels(geometry.voxelCount(), -100);
    for (std::size_t offset = 0; offset < voxels.size(); ++offset) {
        const PointLps place = geometry.toPatient(geometry.indexOf(offset));
        const double away = distance(place, PointLps{});
        if (away <= 10)
            voxels[offset] = 90;
        else if (place.x >= 10 && place.x <= 22)
            voxels[offset] = 60;
        else if (away <= 14 && place.y < -2)
            voxels[offset] = -20;
    }
    return *CtVolume::create(geometry, std::move(voxels));
}

inline casepack::OpenedTruth neckLikeTruth(const GridGeometry& geometry) {
    casepack::OpenedTruth opened;
    opened.labels = LabelMap::empty(geometry);
    for (std::size_t offset = 0; offset < geometry.voxelCount(); ++offset) {
        const VoxelIndex voxel = geometry.indexOf(offset);
        const PointLps place = geometry.toPatient(voxel);
        if (distance(place, PointLps{}) <= 10)
            opened.labels.set(voxel, 1);
        else if (place.x >= 10 && place.x <= 22)
            opened.labels.set(voxel, 2);
    }
    opened.labels.setName(1, "node-1");
    opened.labels.setName(2, "sternocleidomastoid_left");
    NodeTruth node;
    node.id = NodeId("node-1");
    node.side = Side::Left;
    node.level = Level::IIa;
    node.label = 1;
    node.grade = Grade::G3;
    node.distribution = {0, 0, 0, 1};
    node.margin = Margin::Indistinct;
    node.fat = PerinodalFat::Stranded;
    node.adjacency = Adjacency::Invaded;
    node.structure = "sternocleidomastoid_left";
    node.structureKind = StructureKind::Muscle;
    node.shortAxisMm = 20;
    node.longAxisMm = 20.4;
    node.greatestMm = 20.6;
    opened.truth.nodes = {node};
    opened.truth.source = "made for a test";
    return opened;
}

/// A reader who sees the ENE but calls the invasion contact.
inline NodeCall underCall() {
    NodeCall call;
    call.mark = PointLps{2, 1, 0};
    call.side = Side::Left;
    call.level = Level::IIa;
    call.probability = 0.72;
    call.grade = Grade::G1;
    call.margin = Margin::Indistinct;
    call.fat = PerinodalFat::Stranded;
    call.contact = AdjacencyCall{Adjacency::Contact, "sternocleidomastoid_left"};
    call.necrosis = true;
    call.shortAxisMm = 19.8;
    call.longAxisMm = 21.5;
    call.reasons = {Feature::Margin, Feature::Fat, Feature::Necrosis};
    return call;
}

inline models::GradingRequest ballRequest(bool lastNode) {
    models::GradingRequest request;
    request.record = FakeReadingServices::twoNodes();
    request.volume = neckLikeVolume();
    request.call = session::CallId("call-1");
    request.node = {NodeId("node-1"), Side::Left, Level::IIa};
    request.kept = {underCall()};
    if (lastNode) {
        request.caseAnswer = session::CaseAnswer{};
        request.caseAnswer->nCategory = "N2";
        request.caseAnswer->quality = ImageQuality::Adequate;
    }
    return request;
}

inline models::GradedCall gradedBall(bool lastNode) {
    const auto request = ballRequest(lastNode);
    NullJobControl job;
    auto graded =
        models::gradeNode(request, request.volume, neckLikeTruth(request.volume->geometry()), job);
    if (!graded)
        throw std::runtime_error(graded.error().detail);
    return std::move(*graded);
}

}  // namespace nodewise::tests
