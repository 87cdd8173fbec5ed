#include "feedback/feedback.h"
#include "assessment/call_json.h"
#include "base/require.h"
#include "feedback/error_rules.h"
#include "feedback/node_marks.h"
#include "feedback/node_match.h"
#include "feedback/tnm_marks.h"
#include <algorithm>
#include <cmath>

namespace nodewise::feedback {
namespace {

Result<void> checkTruth(const CaseTruth& truth) {
    if (truth.nodes.empty())
        return fail(ErrorCode::InvalidArgument, "the reference holds no node");
    for (const auto& node : truth.nodes) {
        double sum = 0;
        bool shares = true;
        for (const double share : node.distribution) {
            sum += share;
            shares = shares && share >= 0;
        }
        if (!shares || std::abs(sum - 1.0) > 1e-6)
            return fail(ErrorCode::InvalidArgument,
                        "the grades of node " + node.id.value + " do not sum to 1");
    }
    return {};
}

const MarkResult& find(const std::vector<MarkResult>& marks, Mark mark) {
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const MarkResult& one) { return one.mark == mark; });
    NODEWISE_REQUIRE(found != marks.end());
    return *found;
}

/// The features to show evidence for: of the reference, and the reader's reasons.
std::vector<Feature> shownFeatures(const NodeView& view) {
    const NodeTruth& truth = *view.truth;
    std::vector<Feature> list;
    const auto add = [&](bool present, Feature feature) {
        if (present && std::find(list.begin(), list.end(), feature) == list.end())
            list.push_back(feature);
    };
    add(truth.adjacency == Adjacency::Invaded, Feature::Adjacent);
    add(truth.coalescence, Feature::Coalescence);
    add(truth.fat != PerinodalFat::Clean, Feature::Fat);
    add(truth.margin != Margin::Smooth, Feature::Margin);
    add(truth.necrosis, Feature::Necrosis);
    if (view.call != nullptr)
        for (const Feature reason : view.call->reasons)
            add(true, reason);
    return list;
}

evidence::PatientContext patientOf(const FeedbackContext& context) {
    evidence::PatientContext patient;
    patient.site = context.site;
    patient.p16 = context.p16;
    if (context.biopsy != BiopsyKind::None)
        patient.biopsyDays = context.biopsyDaysBefore;
    return patient;
}

/// Builds the feedback of a case part by part.
class Comparison {
public:
    Comparison(const CaseCall& call, const CaseTruth& truth, const FeedbackContext& context,
               std::span<const measure::Measurements> measurements)
        : m_call(call)
        , m_truth(truth)
        , m_context(context)
        , m_measurements(measurements)
        , m_matching(matchNodes(call, truth, context)) {}

    Result<CaseFeedback> run() {
        for (std::size_t n = 0; n < m_truth.nodes.size(); ++n)
            m_out.nodes.push_back(nodeFeedback(n));
        m_out.unmatched = m_matching.unmatched;
        auto tnm = compareStaging(m_call, m_truth, m_matching, m_context);
        if (!tnm)
            return fail(tnm.error());
        addCaseMarks(tnm->mark);
        m_out.tnm = std::move(tnm->editions);
        collectErrors(tnm->error);
        addCaseItems();
        averageScores();
        return std::move(m_out);
    }

private:
    [[nodiscard]] NodeView viewOf(std::size_t n) const {
        NodeView view;
        view.truth = &m_truth.nodes[n];
        view.context = &m_context;
        if (const auto& match = m_matching.ofNode[n]) {
            view.match = &*match;
            view.call = &m_call.nodes[match->call];
        }
        for (const auto& measured : m_measurements)
            if (measured.node != 0 && measured.node == view.truth->label)
                view.measured = &measured;
        return view;
    }

    NodeFeedback nodeFeedback(std::size_t n) {
        const NodeView view = viewOf(n);
        NodeFeedback node;
        node.id = view.truth->id;
        if (view.match != nullptr)
            node.callIndex = view.match->call;
        node.marks = {detectionMark(view), levelMark(view), sizeMark(view), featuresMark(view),
                      gradeMark(view)};
        const evidence::ReadingConditions conditions{m_truth.quality == ImageQuality::Limited,
                                                     recentBiopsy(m_context)};
        node.rule = evidence::gradeFromFeatures(featuresOf(*view.truth), conditions);
        if (view.measured != nullptr)
            node.core = evidence::assessNode(*view.measured, patientOf(m_context));
        const bool hpv =
            m_context.site == Site::OropharynxP16Pos || m_context.site == Site::UnknownPrimaryHpv;
        node.evidence = evidence::likelihoodsFor(shownFeatures(view), hpv);
        node.measured = measuredItems(view);
        node.errors = nodeErrors(view, m_truth);
        node.scores = scoresOf(view);
        node.place = firstPlace(view);
        return node;
    }

    /// Detection over all nodes and stray marks; the other marks over the nodes that were found.
    void addCaseMarks(MarkResult nMark) {
        for (const Mark mark :
             {Mark::Detection, Mark::Level, Mark::Size, Mark::Features, Mark::Grade})
            m_out.marks.push_back(caseMark(mark));
        m_out.marks.push_back(std::move(nMark));
    }

    MarkResult caseMark(Mark mark) const {
        MarkResult result;
        result.mark = mark;
        double sum = 0;
        std::size_t count = 0;
        Verdict worst = Verdict::Agrees;
        for (const auto& node : m_out.nodes) {
            if (mark != Mark::Detection && !node.callIndex)
                continue;
            const MarkResult& own = node.mark(mark);
            sum += own.score;
            ++count;
            worst = std::max(worst, own.verdict);
            addValues(node.id, own, result);
        }
        if (mark == Mark::Detection) {
            count += m_out.unmatched.size();
            setDetection(result);
            if (!m_out.unmatched.empty())
                worst = std::max(worst, Verdict::Close);
        }
        result.score = count > 0 ? sum / static_cast<double>(count) : 0.0;
        result.verdict = count > 0 ? worst : Verdict::Differs;
        return result;
    }

    void addValues(const NodeId& id, const MarkResult& own, MarkResult& result) const {
        const std::string prefix = m_out.nodes.size() > 1 ? id.value + "." : std::string();
        for (const auto& [name, value] : own.given)
            result.given[prefix + name] = value;
        for (const auto& [name, value] : own.reference)
            result.reference[prefix + name] = value;
        result.items.insert(result.items.end(), own.items.begin(), own.items.end());
    }

    void setDetection(MarkResult& result) const {
        const auto found = std::count_if(m_out.nodes.begin(), m_out.nodes.end(),
                                         [](const auto& node) { return node.callIndex; });
        result.given = {{"found", static_cast<double>(found)},
                        {"stray_marks", static_cast<double>(m_out.unmatched.size())}};
        result.reference = {{"nodes", static_cast<double>(m_out.nodes.size())}};
    }

    void collectErrors(const std::optional<DetectedError>& staging) {
        for (const auto& node : m_out.nodes)
            m_out.errors.insert(m_out.errors.end(), node.errors.begin(), node.errors.end());
        const auto own = caseErrors(m_call, m_truth, m_matching, m_context);
        m_out.errors.insert(m_out.errors.end(), own.begin(), own.end());
        if (staging)
            m_out.errors.push_back(*staging);
        std::stable_sort(m_out.errors.begin(), m_out.errors.end(),
                         [](const auto& a, const auto& b) { return a.code < b.code; });
    }

    void addCaseItems() {
        for (const std::size_t stray : m_out.unmatched) {
            FeedbackItem item;
            item.code = "stray_mark";
            item.severity = Severity::Warning;
            item.mark = Mark::Detection;
            item.place = m_call.nodes[stray].mark;
            m_out.items.push_back(std::move(item));
        }
        if (m_call.quality) {
            FeedbackItem item;
            item.code = "image_quality";
            item.values = {{"given", std::string(word(*m_call.quality))},
                           {"reference", std::string(word(m_truth.quality))}};
            m_out.items.push_back(std::move(item));
        }
        for (const auto& error : m_out.errors) {
            FeedbackItem item{std::string(word(error.code)),
                              Severity::Error,
                              error.values,
                              error.place,
                              std::nullopt,
                              error.node};
            m_out.items.push_back(std::move(item));
        }
    }

    template <class Get>
    [[nodiscard]] std::optional<double> mean(Get get) const {
        double sum = 0;
        int count = 0;
        for (const auto& node : m_out.nodes)
            if (const std::optional<double> value = get(node.scores)) {
                sum += *value;
                ++count;
            }
        return count > 0 ? std::optional<double>(sum / count) : std::nullopt;
    }

    void averageScores() {
        m_out.scores.brier = mean([](const Scores& s) { return s.brier; });
        m_out.scores.rps = mean([](const Scores& s) { return s.rps; });
        m_out.scores.peneBrier = mean([](const Scores& s) { return s.peneBrier; });
    }

    const CaseCall& m_call;
    const CaseTruth& m_truth;
    const FeedbackContext& m_context;
    std::span<const measure::Measurements> m_measurements;
    Matching m_matching;
    CaseFeedback m_out;
};

}  // namespace

const MarkResult& NodeFeedback::mark(Mark wanted) const {
    return find(marks, wanted);
}

const MarkResult& CaseFeedback::mark(Mark wanted) const {
    return find(marks, wanted);
}

Result<CaseFeedback> compareCall(const CaseCall& call, const CaseTruth& truth,
                                 const FeedbackContext& context,
                                 std::span<const measure::Measurements> measurements) {
    if (auto ok = assessment::checkCall(call); !ok)
        return fail(ok.error());
    if (auto ok = checkTruth(truth); !ok)
        return fail(ok.error());
    return Comparison(call, truth, context, measurements).run();
}

}  // namespace nodewise::feedback
