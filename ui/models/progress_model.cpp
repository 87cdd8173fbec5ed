#include "ui/models/progress_model.h"
#include "ui/text/concept_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace nodewise::models {

namespace {

using analytics::Estimate;
using analytics::kMinimumPerClass;
using analytics::kMinimumScored;

const QString kNone = QStringLiteral("–");

QString intervalText(const Estimate& estimate, int decimals) {
    if (!estimate.interval)
        return {};
    return ProgressModel::tr("%1 to %2")
        .arg(text::number(estimate.interval->low, decimals),
             text::number(estimate.interval->high, decimals));
}

FigureValue skillFigure(const analytics::ResidentSummary& s) {
    const QString label = ProgressModel::tr("Brier skill");
    if (s.skill.value)
        return {label, text::signedNumber(*s.skill.value, 2), intervalText(s.skill, 2)};
    if (s.scored >= kMinimumScored)
        return {label, kNone, ProgressModel::tr("needs positive and negative nodes")};
    return {
        label, kNone,
        ProgressModel::tr("after %1 scored nodes: %2 so far").arg(kMinimumScored).arg(s.scored)};
}

FigureValue aucFigure(const analytics::ResidentSummary& s) {
    //: Area under the ROC curve.
    const QString label = ProgressModel::tr("AUC");
    if (s.auc.value)
        return {label, text::number(*s.auc.value, 2), intervalText(s.auc, 2)};
    return {label, kNone,
            //: Positive: a node with extranodal extension by the reference.
            ProgressModel::tr("after %1 positive and %1 negative nodes: %2 and %3 so far")
                .arg(kMinimumPerClass)
                .arg(s.positives)
                .arg(s.negatives)};
}

FigureValue kappaFigure(const analytics::ResidentSummary& s) {
    //: Quadratic-weighted kappa of the grade.
    const QString label = ProgressModel::tr("Grade, weighted κ");
    if (s.gradeKappa.value)
        return {label, text::number(*s.gradeKappa.value, 2), intervalText(s.gradeKappa, 2)};
    if (s.scored >= kMinimumScored)
        return {label, kNone, ProgressModel::tr("needs more than one grade")};
    return {
        label, kNone,
        ProgressModel::tr("after %1 scored nodes: %2 so far").arg(kMinimumScored).arg(s.scored)};
}

FigureValue reasonFigure(const analytics::ResidentSummary& s) {
    const QString label = ProgressModel::tr("Grade agrees, reason differs");
    if (s.gradesRight == 0)
        return {label, kNone, ProgressModel::tr("no grade agrees yet")};
    const QString value = ProgressModel::tr("%1 of %2").arg(s.wrongReasons).arg(s.gradesRight);
    return {label, value,
            s.commonWrongReason ? text::traineeErrorTitle(*s.commonWrongReason) : QString()};
}

FigureValue sizeFigure(const analytics::ResidentSummary& s) {
    const QString label = ProgressModel::tr("Size error, short axis");
    if (!s.shortAxis.bias.value)
        return {label, kNone, ProgressModel::tr("no node measured yet")};
    const QString value =
        text::withUnit(text::signedNumber(*s.shortAxis.bias.value, 1), QStringLiteral("mm"));
    if (!s.shortAxis.limits)
        return {label, value, ProgressModel::tr("%n node(s)", nullptr, s.shortAxis.count)};
    const double half = (s.shortAxis.limits->high - s.shortAxis.limits->low) / 2;
    //: Bland-Altman limits of agreement.
    return {label, value, ProgressModel::tr("±%1 limits").arg(text::millimetres(half))};
}

}  // namespace

ProgressModel::ProgressModel(Learner& learner, CaseLibrary& library, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library) {
    connect(&learner, &Learner::changed, this, &ProgressModel::changed);
    connect(&library, &CaseLibrary::changed, this, &ProgressModel::changed);
}

const analytics::ResidentSummary& ProgressModel::summary() const {
    return m_learner.state().summary;
}

const std::vector<session::CallRecord>& ProgressModel::calls() const {
    return m_learner.state().calls;
}

bool ProgressModel::isEmpty() const {
    return summary().scored == 0;
}

QString ProgressModel::headline() const {
    const auto& s = summary();
    const QString nodes = tr("%n scored node(s)", nullptr, s.scored);
    const QString cases = tr("%n case(s)", nullptr, s.cases);
    if (!s.firstScored)
        return nodes;
    const auto first =
        QDateTime::fromMSecsSinceEpoch(s.firstScored->time_since_epoch().count()).toLocalTime();
    //: %1 "64 scored nodes", %2 "41 cases", %3 a day.
    return tr("%1 in %2 since %3")
        .arg(nodes, cases, QLocale().toString(first.date(), tr("d MMMM")));
}

std::vector<FigureValue> ProgressModel::figures() const {
    const auto& s = summary();
    return {skillFigure(s), aucFigure(s), kappaFigure(s), reasonFigure(s), sizeFigure(s)};
}

QString ProgressModel::reliabilityNote() const {
    QString note = binsNote();
    for (const TraineeError error : summary().calibrationErrors) {
        //: What happened over the last 20 scored nodes, a few words.
        const QString late = tr("Last 20 nodes: %1.").arg(text::traineeErrorTitle(error));
        note += note.isEmpty() ? late : QLatin1Char(' ') + late;
    }
    return note;
}

QString ProgressModel::binsNote() const {
    const auto& bins = summary().reliability;
    if (summary().scored < kMinimumScored)
        return tr("Read it together with the counts: %n node(s) so far.", nullptr,
                  summary().scored);
    // The upper two bins are where being too sure costs most.
    int nodes = 0, positives = 0;
    double said = 0;
    for (const auto& bin : bins)
        if (bin.low >= 0.6 - 1e-9) {
            nodes += bin.count;
            positives += bin.positives;
            said += bin.meanProbability * bin.count;
        }
    if (nodes < 5)
        return {};
    const double gap = (said - positives) / nodes;
    if (gap > 0.1)
        return tr("Above 60 % you are surer than you are right: %n node(s), %1 positive.", nullptr,
                  nodes)
            .arg(positives);
    if (gap < -0.1)
        return tr("Above 60 % you are righter than you are sure: %n node(s), %1 positive.", nullptr,
                  nodes)
            .arg(positives);
    return tr("Above 60 % you are about as sure as you are right: %n node(s), %1 positive.",
              nullptr, nodes)
        .arg(positives);
}

QString ProgressModel::confusionNote() const {
    int most = 0, reference = 0, called = 0;
    const auto& table = summary().grades;
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 4; ++c) {
            const int count = table[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
            if (r != c && count > most) {
                most = count;
                reference = r;
                called = c;
            }
        }
    if (most < 3)
        return {};
    return tr("%1 called %2 %n time(s).", nullptr, most)
        .arg(text::gradeName(gradeFromNumber(reference)), text::gradeName(gradeFromNumber(called)));
}

std::vector<MissRow> ProgressModel::misses(std::size_t count) const {
    std::vector<MissRow> rows;
    for (const auto& miss : summary().confidentMisses) {
        if (rows.size() == count)
            break;
        const auto& calls = m_learner.state().calls;
        const auto call = std::find_if(calls.begin(), calls.end(),
                                       [&](const auto& c) { return c.id == miss.call; });
        if (call == calls.end())
            continue;
        MissRow row;
        row.call = callRow(*call, m_library.find(call->ref.pack, call->ref.caseId));
        if (call->score && !call->score->errors.empty())
            row.why = text::traineeErrorTitle(call->score->errors.front());
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<WeakConcept> ProgressModel::weakest(std::size_t count) const {
    std::vector<WeakConcept> rows;
    for (const auto& skill : summary().concepts) {
        if (rows.size() == count)
            break;
        WeakConcept row;
        row.id = skill.id;
        row.title = text::conceptTitle(skill.id);
        row.detail = skill.commonError ? text::traineeErrorTitle(*skill.commonError)
                                       : text::conceptDetail(skill.id);
        row.skill = skill.skill;
        row.nodes = skill.nodes;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace nodewise::models
