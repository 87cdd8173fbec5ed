/// reading_services.h: what reading a case needs from packs, the store and the core, as one
/// interface, so that the view-model can be tested without a disk.
#pragma once
#include "annotation/label_map.h"
#include "annotation/reference_truth.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/case.h"
#include "casepack/teaching.h"
#include "feedback/feedback.h"
#include "measure/measurements.h"
#include "progress/progress_types.h"
#include "session/events.h"
#include "synthesis/recipe.h"
#include "volume/ct_volume.h"
#include "volume/window_level.h"
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace nodewise::models {

/// Where a case lies.
struct CaseLocator {
    std::filesystem::path pack;
    CaseId id;
    friend bool operator==(const CaseLocator&, const CaseLocator&) = default;
};

/// What a reader may know and see before the call. Nothing here follows from the truth.
struct OpenedCase {
    CaseLocator where;
    session::CaseRef ref;
    casepack::CaseRecord record;
    VolumePtr volume;
};

/// A kept call with what is needed to compare it.
struct GradingRequest {
    CaseLocator where;
    casepack::CaseRecord record;
    VolumePtr volume;  ///< May be null: then it is opened again.
    session::CallId call;
    session::NodeAsked node;
    std::size_t nodeIndex = 0;
    std::vector<NodeCall> kept;  ///< All kept calls of the reading; `keptIndex` is this one.
    std::size_t keptIndex = 0;
    /// With the last node of the case: only then are N category and missed nodes compared.
    std::optional<session::CaseAnswer> caseAnswer;
};

/// A line through the margin, for the plot; mm outward from the fitted edge, HU.
struct MarginLine {
    std::vector<double> mm, hu, fitted;
    double widthMm = 0;
};

/// Everything the feedback screen shows. Without volume and labels (the pack is gone) the marks
/// remain.
struct GradedCall {
    session::CallId call;
    casepack::CaseRecord record;
    session::NodeAsked node;
    std::size_t nodeIndex = 0;
    NodeCall answer;
    std::optional<session::CaseAnswer> caseAnswer;  ///< With the last node only.
    session::NodeScore score;

    NodeTruth truth;
    feedback::NodeFeedback feedback;
    std::optional<feedback::MarkResult> nMark;
    std::vector<feedback::TnmComparison> tnm;     ///< With the last node: TNM8, TNM9.
    std::vector<feedback::DetectedError> errors;  ///< Of this node, and with the last of the case.
    /// With the last node only: it speaks of all of them. Nothing when the pack teaches nothing.
    std::optional<casepack::Teaching> teaching;
    /// With the last node of a synthetic case: for the bench.
    std::shared_ptr<const synthesis::Recipe> recipe;
    std::optional<measure::Measurements> measured;
    std::optional<MarginLine> widestMargin, cleanMargin;
    VolumePtr volume;
    /// Reference labels round the node, on a part of the volume's grid; names say what each is.
    std::shared_ptr<const LabelMap> labels;
    /// Measured places on the same grid: stranded fat, necrosis, beyond the capsule.
    std::shared_ptr<const LabelMap> findings;
};
inline constexpr LabelValue kStrandedLabel = 1, kNecrosisLabel = 2, kBeyondLabel = 3;
using GradedCallPtr = std::shared_ptr<const GradedCall>;

/// The reference of a whole case, for an atlas or a meeting.
struct CaseReference {
    casepack::CaseRecord record;
    VolumePtr volume;
    CaseTruth truth;
    std::shared_ptr<const LabelMap> labels;
};

/// Called by ReadingModel. `openCase` and `gradeCall` run on a worker thread and must be safe
/// there; the others run on the GUI thread and are short. All may return the errors of the modules
/// behind them.
class ReadingServices {
public:
    virtual ~ReadingServices() = default;

    [[nodiscard]] virtual Result<OpenedCase> openCase(const CaseLocator& where,
                                                      JobControl& job) = 0;
    /// Makes what the feedback needs while the case is read, and keeps it closed: nothing of it
    /// leaves but by `gradeCall`. Worker thread; without it the first feedback takes longer.
    [[nodiscard]] virtual Result<void> prepareFeedback(const CaseLocator&, const VolumePtr&,
                                                       JobControl&) {
        return {};
    }
    /// No case is read now: what was prepared is forgotten. GUI thread.
    virtual void caseClosed() {}
    /// The reading of this case that was left unfinished; nothing when there is none.
    [[nodiscard]] virtual Result<std::optional<progress::UnfinishedCase>>
    unfinished(const session::CaseRef& ref) = 0;
    [[nodiscard]] virtual Result<void> begin(const session::CaseOpened& opened) = 0;
    /// One transaction; on disk when it returns.
    [[nodiscard]] virtual Result<void> keepCall(const session::NodeCallCommitted& call) = 0;
    [[nodiscard]] virtual Result<void> saveDraft(const session::SessionId& session,
                                                 const progress::Draft& draft) = 0;
    /// What was drawn on the pictures of a reading that is not finished, in the viewer's own words;
    /// it goes with `finish`. Empty = nothing.
    [[nodiscard]] virtual Result<void> keepDrawn(const session::SessionId&, const std::string&) {
        return {};
    }
    [[nodiscard]] virtual std::string drawn(const session::SessionId&) { return {}; }
    /// Opens the truth, measures the node, compares. Only ever called for a kept call.
    [[nodiscard]] virtual Result<GradedCall> gradeCall(const GradingRequest& request,
                                                       JobControl& job) = 0;
    /// What `gradeCall` needs for a call kept earlier, from the store and the packs at hand.
    [[nodiscard]] virtual Result<GradingRequest> requestFor(const session::CallId& call) = 0;
    /// The feedback kept with a call whose pack is gone: without pictures.
    [[nodiscard]] virtual Result<GradedCall> keptFeedback(const session::CallId& call) = 0;
    /// Opens the truth of a case whose state machine allows it (session::AtlasVisit,
    /// session::ReviewMeeting): the caller has asked it. On a worker thread.
    [[nodiscard]] virtual Result<CaseReference> openReference(const CaseLocator& where,
                                                              JobControl& job) {
        static_cast<void>(where);
        static_cast<void>(job);
        return fail(ErrorCode::TruthSealed, "this desk opens no reference");
    }
    [[nodiscard]] virtual Result<void> keepScore(const session::CallId& call,
                                                 const session::NodeScore& score) = 0;
    [[nodiscard]] virtual Result<void> feedbackSeen(const session::CallId& call) = 0;
    [[nodiscard]] virtual Result<void> finish(const session::SessionId& session) = 0;
    /// The learner's objection, kept with the call.
    [[nodiscard]] virtual Result<void> dispute(const session::CallId& call,
                                               const std::string& objection) = 0;
};

}  // namespace nodewise::models
