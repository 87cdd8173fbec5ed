/// store_services.h: a reading over a real store and a pack without a disk: what is kept stays
/// kept.
#pragma once
#include "support/screen_models.h"
#include "ui/models/reading_model.h"

namespace nodewise::tests {

/// Cases of `FakeShelf`; the reference of a case is G2 when its number is even, else G0.
class StoreServices final : public FakeReadingServices {
public:
    /// Without another store: the one of the models.
    explicit StoreServices(ScreenModels& models, progress::ProgressStore* other = nullptr)
        : m_models(models)
        , m_other(other) {}

    static Grade referenceOf(const CaseId& id) {
        return (id.value.back() - '0') % 2 == 0 ? Grade::G2 : Grade::G0;
    }
    [[nodiscard]] const casepack::CaseRecord& recordOf(const CaseId& id) const {
        for (const auto& found : m_models.shelf.pack.cases)
            if (found.id == id)
                return found;
        qFatal("no such case");
    }

    Result<models::OpenedCase> openCase(const models::CaseLocator& where, JobControl&) override {
        steps.push_back("open " + where.id.value);
        models::OpenedCase opened;
        opened.where = where;
        opened.ref = {m_models.shelf.pack.id, m_models.shelf.pack.version.toStdString(), where.id};
        opened.record = recordOf(where.id);
        opened.volume = volume;
        return opened;
    }
    Result<std::optional<progress::UnfinishedCase>>
    unfinished(const session::CaseRef& ref) override {
        auto all = store().unfinishedCases(m_models.learner.profile());
        if (!all)
            return fail(all.error());
        for (auto& one : *all)
            if (one.opened.ref == ref)
                return std::optional(one);
        return std::nullopt;
    }
    Result<void> begin(const session::CaseOpened& opened) override {
        return store().openCase(m_models.learner.profile(), opened);
    }
    Result<void> keepCall(const session::NodeCallCommitted& call) override {
        if (keepFails)
            return fail(*keepFails, "as the test asked", "progress.sqlite");
        return store().commitNodeCall(m_models.learner.profile(), call);
    }
    Result<void> saveDraft(const session::SessionId& session,
                           const progress::Draft& draft) override {
        return store().saveDraft(session, draft);
    }
    Result<models::GradingRequest> requestFor(const session::CallId& id) override {
        if (*store().truthSealed(id))
            return fail(ErrorCode::TruthSealed, "the test of this call is running");
        const auto found = store().call(id);
        if (!found)
            return fail(found.error());
        models::GradingRequest request;
        request.where = {"/packs/six.nwpack", found->ref.caseId};
        request.record = recordOf(found->ref.caseId);
        request.volume = volume;
        request.call = id;
        request.node = found->node;
        request.kept = {found->answer};
        return request;
    }
    Result<models::GradedCall> gradeCall(const models::GradingRequest& request,
                                         JobControl& job) override {
        steps.push_back("grade " + request.where.id.value);
        if (*store().truthSealed(request.call))
            return fail(ErrorCode::TruthSealed, "the test of this call is running");
        auto graded = FakeReadingServices::gradeCall(request, job);
        if (graded) {
            const auto& call = request.kept[request.keptIndex];
            graded->score = ScreenModels::scoreOf(referenceOf(request.where.id), *call.grade,
                                                  *call.probability, {});
            graded->score.concepts = request.record.concepts;
        }
        return graded;
    }
    Result<models::CaseReference> openReference(const models::CaseLocator& where,
                                                JobControl&) override {
        steps.push_back("reference " + where.id.value);
        models::CaseReference reference;
        reference.record = recordOf(where.id);
        reference.volume = volume;
        reference.labels = ballLabels(volume->geometry());
        for (const auto& node : reference.record.nodes) {
            NodeTruth truth;
            truth.id = node.id;
            truth.side = node.side;
            truth.level = node.level;
            truth.label = 1;
            truth.grade = referenceOf(where.id);
            truth.shortAxisMm = 12;
            truth.longAxisMm = 18;
            reference.truth.nodes.push_back(truth);
        }
        return reference;
    }
    Result<void> keepScore(const session::CallId& call, const session::NodeScore& score) override {
        return store().recordScore(call, score);
    }
    Result<void> feedbackSeen(const session::CallId& call) override {
        return store().recordFeedbackSeen(call);
    }
    Result<void> finish(const session::SessionId& session) override {
        return store().finishCase(session);
    }

private:
    [[nodiscard]] progress::ProgressStore& store() { return m_other ? *m_other : *m_models.store; }

    ScreenModels& m_models;
    progress::ProgressStore* m_other;
};

/// A finished draft.
inline NodeCall finishedDraft(NodeCall call, double probability = 0.8, Grade grade = Grade::G2) {
    call.mark = PointLps{0, 0, 0};
    call.probability = probability;
    call.grade = grade;
    call.margin = Margin::Indistinct;
    call.fat = PerinodalFat::Stranded;
    return call;
}

}  // namespace nodewise::tests
