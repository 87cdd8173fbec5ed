#include "feedback/node_marks.h"
#include <algorithm>

namespace nodewise::feedback {
namespace {

/// Compares the features one by one and collects scores, words and items.
class FeatureComparison {
public:
    explicit FeatureComparison(const NodeView& view)
        : m_view(view) {
        m_result.mark = Mark::Features;
    }

    /// A feature in steps: neighbours in the list of words score half.
    template <class T>
    void steps(Feature feature, const std::optional<T>& given, T reference) {
        const std::string name(word(feature));
        m_result.reference[name] = std::string(word(reference));
        if (!given) {
            unanswered(name);
            score(0.0);
            return;
        }
        m_result.given[name] = std::string(word(*given));
        const int apart = std::abs(static_cast<int>(*given) - static_cast<int>(reference));
        score(apart == 0 ? 1.0 : (apart == 1 ? 0.5 : 0.0));
        if (apart != 0)
            differs(feature, std::string(word(*given)), std::string(word(reference)));
    }

    /// A tick: not ticked means not seen.
    void tick(Feature feature, const std::optional<bool>& given, bool reference) {
        const std::string name(word(feature));
        const auto text = [](bool value) { return std::string(value ? "yes" : "no"); };
        m_result.reference[name] = text(reference);
        m_result.given[name] = text(given.value_or(false));
        score(given.value_or(false) == reference ? 1.0 : 0.0);
        if (given.value_or(false) != reference)
            differs(feature, text(given.value_or(false)), text(reference));
    }

    /// Reasons that are no HNCIG criterion are named and cost nothing.
    void reasons(const std::vector<Feature>& list) {
        for (const Feature feature : list) {
            if (evidence::isCriterion(feature))
                continue;
            FeedbackItem item = make("reason_not_a_criterion", Severity::Note);
            item.values["feature"] = std::string(word(feature));
            m_result.items.push_back(std::move(item));
        }
    }

    MarkResult finish() {
        m_result.score = m_count > 0 ? m_sum / m_count : 0.0;
        FeedbackItem item = make("features_agree", Severity::Info);
        item.values["agree"] = static_cast<double>(m_agree);
        item.values["of"] = static_cast<double>(m_count);
        m_result.items.insert(m_result.items.begin(), std::move(item));
        m_result.verdict = Verdict::Close;
        if (m_agree == m_count)
            m_result.verdict = Verdict::Agrees;
        else if (m_result.score < 0.6)
            m_result.verdict = Verdict::Differs;
        return std::move(m_result);
    }

private:
    FeedbackItem make(const char* code, Severity severity) const {
        FeedbackItem item;
        item.code = code;
        item.severity = severity;
        item.mark = Mark::Features;
        item.node = m_view.truth->id;
        return item;
    }

    void score(double value) {
        m_sum += value;
        ++m_count;
        m_agree += value >= 1.0 ? 1 : 0;
    }

    void unanswered(const std::string& part) {
        FeedbackItem item = make("unanswered", Severity::Note);
        item.values["part"] = part;
        m_result.items.push_back(std::move(item));
    }

    void differs(Feature feature, std::string given, std::string reference) {
        FeedbackItem item = make("feature_differs", Severity::Warning);
        item.values["feature"] = std::string(word(feature));
        item.values["given"] = std::move(given);
        item.values["reference"] = std::move(reference);
        item.place = placeOf(feature, m_view);
        m_result.items.push_back(std::move(item));
    }

    const NodeView& m_view;
    MarkResult m_result;
    double m_sum = 0;
    int m_count = 0, m_agree = 0;
};

void setReference(MarkResult& result, const NodeTruth& truth) {
    result.reference["margin"] = std::string(word(truth.margin));
    result.reference["fat"] = std::string(word(truth.fat));
    result.reference["adjacent_structure"] = std::string(word(truth.adjacency));
}

}  // namespace

MarkResult featuresMark(const NodeView& view) {
    const NodeTruth& truth = *view.truth;
    if (view.call == nullptr) {
        MarkResult missed;
        missed.mark = Mark::Features;
        setReference(missed, truth);
        return missed;
    }
    const NodeCall& call = *view.call;
    FeatureComparison comparison(view);
    comparison.steps(Feature::Margin, call.margin, truth.margin);
    comparison.steps(Feature::Fat, call.fat, truth.fat);
    comparison.steps(Feature::Adjacent,
                     call.contact ? std::optional<Adjacency>(call.contact->kind) : std::nullopt,
                     truth.adjacency);
    comparison.tick(Feature::Coalescence, call.coalescence, truth.coalescence);
    comparison.tick(Feature::Necrosis, call.necrosis, truth.necrosis);
    comparison.tick(Feature::Cystic, call.cystic, truth.cystic);
    comparison.tick(Feature::Hilum, call.hilum, truth.hilum);
    comparison.reasons(call.reasons);
    return comparison.finish();
}

evidence::FeatureSet featuresOf(const NodeTruth& truth) {
    evidence::FeatureSet set;
    set.margin = truth.margin;
    set.fat = truth.fat;
    set.adjacency = truth.adjacency;
    set.structure = truth.structure;
    set.coalescence = truth.coalescence;
    set.necrosis = truth.necrosis;
    set.cystic = truth.cystic;
    set.hilum = truth.hilum;
    return set;
}

evidence::FeatureSet featuresOf(const NodeCall& call) {
    evidence::FeatureSet set;
    set.margin = call.margin;
    set.fat = call.fat;
    if (call.contact) {
        set.adjacency = call.contact->kind;
        set.structure = call.contact->structure;
    }
    set.coalescence = call.coalescence;
    set.necrosis = call.necrosis;
    set.cystic = call.cystic;
    set.hilum = call.hilum;
    return set;
}

}  // namespace nodewise::feedback
