#include "ui/models/grading.h"
#include "feedback/feedback_json.h"
#include "measure/measurements.h"
#include "session/score_call.h"
#include "volume/resample.h"
#include <algorithm>
#include <cmath>

namespace nodewise::models {

namespace {

/// Round the node: the fat that is compared lies up to 20 mm away, neighbours in 3-D a little more.
constexpr double kAroundMm = 32.0;

/// The part of image and labels round one node. Every voxel keeps its place in the patient.
struct Neighbourhood {
    VoxelIndex low;  ///< Its first voxel in the volume.
    VolumePtr image;
    std::shared_ptr<const LabelMap> labels;
};

Result<Neighbourhood> cutRound(const CtVolume& volume, const LabelMap& labels, LabelValue node) {
    const auto box = labels.boxOf(node);
    if (!box)
        return fail(ErrorCode::LabelAbsent, "no voxel carries the label of the node");
    const GridGeometry& grid = labels.geometry();
    const auto wide = [&](int axis) {
        return static_cast<int>(
            std::ceil(kAroundMm / grid.spacing()[static_cast<std::size_t>(axis)]));
    };
    const VoxelIndex low{std::max(0, box->low.i - wide(0)), std::max(0, box->low.j - wide(1)),
                         std::max(0, box->low.k - wide(2))};
    const VoxelIndex high{std::min(grid.dims()[0] - 1, box->high.i + wide(0)),
                          std::min(grid.dims()[1] - 1, box->high.j + wide(1)),
                          std::min(grid.dims()[2] - 1, box->high.k + wide(2))};
    const std::array<int, 3> size{high.i - low.i + 1, high.j - low.j + 1, high.k - low.k + 1};
    auto image = cropVolume(volume, low, size);
    if (!image)
        return fail(image.error());
    LabelGrid part;
    part.geometry = grid.part(low, size);
    part.names = labels.names();
    part.labels.reserve(part.geometry.voxelCount());
    for (int k = low.k; k <= high.k; ++k)
        for (int j = low.j; j <= high.j; ++j) {
            const auto row = labels.labels().subspan(grid.offset({low.i, j, k}),
                                                     static_cast<std::size_t>(size[0]));
            part.labels.insert(part.labels.end(), row.begin(), row.end());
        }
    auto map = LabelMap::create(std::move(part));
    if (!map)
        return fail(map.error());
    return Neighbourhood{low, *image, std::make_shared<const LabelMap>(std::move(*map))};
}

feedback::FeedbackContext contextOf(const GradingRequest& request, const CtVolume& volume,
                                    const casepack::OpenedTruth& truth) {
    const casepack::History& history = request.record.history;
    const GridGeometry& grid = volume.geometry();
    const int along = grid.axisAlong(2);
    feedback::FeedbackContext context;
    context.site = history.site;
    context.primarySide = history.primarySide;
    context.p16 = history.p16;
    context.biopsy = history.biopsy;
    context.biopsyDaysBefore = history.biopsyDaysBefore;
    context.sliceThicknessMm = grid.spacing()[static_cast<std::size_t>(along)];
    context.pixelMm = grid.spacing()[along == 0 ? 1 : 0];
    context.truthLabels = &truth.labels;
    return context;
}

CaseCall caseCallOf(const GradingRequest& request) {
    CaseCall call;
    call.nodes = request.kept;
    call.edition = request.record.edition;
    if (request.caseAnswer) {
        call.nCategory = request.caseAnswer->nCategory;
        call.quality = request.caseAnswer->quality;
        call.nextStep = request.caseAnswer->nextStep;
    }
    return call;
}

/// The measured places, which are voxels of the volume, on the grid of the neighbourhood.
std::shared_ptr<const LabelMap> findingsMap(const Neighbourhood& near,
                                            const measure::Measurements& measured) {
    const GridGeometry& grid = near.labels->geometry();
    LabelMap map = LabelMap::empty(grid);
    const auto mark = [&](const std::vector<VoxelIndex>& voxels, LabelValue label) {
        for (const VoxelIndex& of : voxels) {
            const VoxelIndex voxel{of.i - near.low.i, of.j - near.low.j, of.k - near.low.k};
            if (grid.contains(voxel))
                map.set(voxel, label);
        }
    };
    if (measured.fat)
        mark(measured.fat->stranded, kStrandedLabel);
    if (measured.necrosis)
        mark(measured.necrosis->voxels, kNecrosisLabel);
    if (measured.extension)
        mark(measured.extension->voxels, kBeyondLabel);
    return std::make_shared<const LabelMap>(std::move(map));
}

MarginLine lineOf(const measure::NodeRegion& region, const measure::MarginProfile& profile) {
    const measure::ProfileCurve curve = measure::curveOf(region, profile);
    return {curve.mm, curve.hu, curve.fitted, profile.widthMm};
}

/// The line through the widest part of the margin, and one through its sharpest tenth.
Result<void> addMarginLines(const Neighbourhood& near, LabelValue node, JobControl& job,
                            MeasuredReference& made) {
    if (!made.measured.margin)
        return {};
    const auto region =
        measure::cutNodeRegion(*near.image, *near.labels, node, near.labels.get(), job);
    if (!region)
        return fail(region.error());
    std::vector<const measure::MarginProfile*> fitted;
    for (const auto& profile : made.measured.margin->profiles)
        if (profile.fitted)
            fitted.push_back(&profile);
    if (fitted.size() < 20)
        return {};
    std::sort(fitted.begin(), fitted.end(),
              [](const auto* a, const auto* b) { return a->widthMm < b->widthMm; });
    made.cleanMargin = lineOf(*region, *fitted[fitted.size() / 10]);
    made.widestMargin = lineOf(*region, *fitted[fitted.size() - 1 - fitted.size() / 20]);
    return {};
}

/// Errors of the node; with the last node also those of the case (a node that was not found).
std::vector<feedback::DetectedError> errorsOf(const GradingRequest& request,
                                              const feedback::CaseFeedback& whole,
                                              const feedback::NodeFeedback& node) {
    std::vector<feedback::DetectedError> errors = node.errors;
    if (!request.caseAnswer)
        return errors;
    for (const auto& error : whole.errors)
        if (error.node.empty() || error.code == TraineeError::E06 ||
            error.code == TraineeError::E07)
            errors.push_back(error);
    return errors;
}

Result<void> addComparison(const GradingRequest& request, const feedback::CaseFeedback& whole,
                           GradedCall& graded) {
    const auto node =
        std::find_if(whole.nodes.begin(), whole.nodes.end(),
                     [&](const auto& candidate) { return candidate.id == request.node.id; });
    if (node == whole.nodes.end())
        return fail(ErrorCode::NodeNotFound, "the comparison lacks node " + request.node.id.value);
    graded.feedback = *node;
    graded.errors = errorsOf(request, whole, *node);
    if (request.caseAnswer) {
        graded.tnm.assign(whole.tnm.begin(), whole.tnm.end());
        if (!request.caseAnswer->nCategory.empty())
            graded.nMark = whole.mark(Mark::NCategory);
    }
    graded.score = session::scoreOf(
        {graded.answer, graded.truth, graded.feedback, graded.nMark ? &*graded.nMark : nullptr,
         request.record.concepts, serial::toJsonText(feedback::toJson(whole))});
    return {};
}

}  // namespace

Result<MeasuredReference> measureReference(const CtVolume& volume,
                                           const casepack::OpenedTruth& truth, const NodeId& node,
                                           const measure::MeasureOptions& how, JobControl& job) {
    const auto reference = std::find_if(truth.truth.nodes.begin(), truth.truth.nodes.end(),
                                        [&](const NodeTruth& one) { return one.id == node; });
    if (reference == truth.truth.nodes.end())
        return fail(ErrorCode::NodeNotFound, "the reference lacks node " + node.value);
    job.report(0, "measure");
    const auto near = cutRound(volume, truth.labels, reference->label);
    if (!near)
        return fail(near.error());
    // On the whole volume: the opposite side is the reference of the fat.
    auto measured =
        measure::measureNode(volume, truth.labels, reference->label, &truth.labels, how, job);
    if (!measured)
        return fail(measured.error());
    MeasuredReference made;
    made.truth = *reference;
    made.measured = std::move(*measured);
    made.labels = near->labels;
    made.findings = findingsMap(*near, made.measured);
    if (auto lines = addMarginLines(*near, reference->label, job, made); !lines)
        return fail(lines.error());
    return made;
}

Result<GradedCall> gradeNode(const GradingRequest& request, const VolumePtr& volume,
                             const casepack::OpenedTruth& truth, const MeasuredReference& node) {
    GradedCall graded;
    graded.call = request.call;
    graded.record = request.record;
    graded.node = request.node;
    graded.nodeIndex = request.nodeIndex;
    graded.answer = request.kept.at(request.keptIndex);
    graded.caseAnswer = request.caseAnswer;
    graded.truth = node.truth;
    graded.volume = volume;
    graded.measured = node.measured;
    graded.widestMargin = node.widestMargin;
    graded.cleanMargin = node.cleanMargin;
    graded.labels = node.labels;
    graded.findings = node.findings;
    const auto whole =
        feedback::compareCall(caseCallOf(request), truth.truth, contextOf(request, *volume, truth),
                              std::span(&node.measured, 1));
    if (!whole)
        return fail(whole.error());
    if (auto compared = addComparison(request, *whole, graded); !compared)
        return fail(compared.error());
    return graded;
}

Result<GradedCall> gradeNode(const GradingRequest& request, const VolumePtr& volume,
                             const casepack::OpenedTruth& truth, JobControl& job,
                             const measure::SeriesFacts* facts) {
    measure::MeasureOptions how;
    how.facts = facts;
    const auto node = measureReference(*volume, truth, request.node.id, how, job);
    if (!node)
        return fail(node.error());
    job.report(1, "compare");
    return gradeNode(request, volume, truth, *node);
}

}  // namespace nodewise::models
