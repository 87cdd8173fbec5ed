#include "ui/measure/answer_panel.h"
#include "ui/measure/answer_rows.h"
#include "ui/measure/odds_chart.h"
#include "ui/measure/own_call.h"
#include "ui/text/evidence_text.h"
#include "ui/text/measure_text.h"
#include "ui/text/number_text.h"
#include "ui/text/pene_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/mark_shape.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

QString traceEnd(const evidence::TraceStep& step) {
    if (step.rule == "not_a_criterion")
        return AnswerPanel::tr("not a criterion");
    if (step.fired)
        return AnswerPanel::tr("decides");
    //: How surely a criterion was found: %1 is a share.
    return AnswerPanel::tr("strength %1").arg(text::percent(step.strength));
}

std::vector<Feature> featuresOf(const evidence::NodeEvidence& answer) {
    using evidence::FindingCode;
    std::vector<Feature> features;
    const auto add = [&](Feature feature) {
        if (std::ranges::find(features, feature) == features.end())
            features.push_back(feature);
    };
    for (const auto& finding : answer.findings) {
        if (finding.strength < 0.5)
            continue;
        if (finding.code == FindingCode::MarginIndistinct ||
            finding.code == FindingCode::MarginIrregular)
            add(Feature::Margin);
        if (finding.code == FindingCode::FatStranding || finding.code == FindingCode::FatExtension)
            add(Feature::Fat);
        if (finding.code == FindingCode::Coalescence)
            add(Feature::Coalescence);
        if (finding.code == FindingCode::StructureInvasion)
            add(Feature::Adjacent);
        if (finding.code == FindingCode::Necrosis)
            add(Feature::Necrosis);
        if (finding.code == FindingCode::Size)
            add(Feature::Size);
    }
    return features;
}

}  // namespace

QVBoxLayout* AnswerPanel::refill(QWidget* section) const {
    for (QWidget* old : section->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->setObjectName({});
        old->deleteLater();
    }
    delete section->layout();
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    return column;
}

bool AnswerPanel::answer(viewer::ViewerCommand command) {
    return m_own->answer(command);
}

void AnswerPanel::refresh() {
    const auto* node = m_model.currentNode();
    m_empty->setVisible(!node);
    m_numbers->setVisible(node != nullptr);
    m_side->setVisible(node != nullptr);
    m_level->setVisible(node != nullptr);
    m_notes->setVisible(node != nullptr);
    m_whole->setVisible(node != nullptr);
    m_problem->setVisible(node && !node->problem.isEmpty());
    const auto* answer = m_model.answer(m_model.current());
    m_answer->setVisible(answer != nullptr);
    if (!node) {
        m_title->setText(tr("No outline yet"));
        return;
    }
    m_problem->setText(node->problem);
    showHead(*node);
    showNumbers(*node);
    if (answer) {
        showGrade(*answer);
        showProbability(*answer);
        showEvidence(*answer);
    }
    showWhole(*node);
    showNotes(*node);
}

void AnswerPanel::showHead(const models::MeasuredNode& node) {
    m_title->setText(node.letter);
    m_title->setAccessibleName(tr("Node %1").arg(node.letter));
    m_side->setCurrentIndex(m_side->findData(static_cast<int>(node.work.side)));
    m_level->setCurrentIndex(node.work.level ? m_level->findData(static_cast<int>(*node.work.level))
                                             : 0);
}

void AnswerPanel::showNumbers(const models::MeasuredNode& node) {
    auto* column = refill(m_numbers);
    if (!node.work.measured) {
        column->addWidget(
            makeLabel(node.slices == 0 ? tr("Draw with the brush.") : tr("Measuring …"),
                      TextStyle::Base, TextTone::Dim, m_numbers));
        return;
    }
    const auto rows = text::nodeRows(*node.work.measured);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    // Sizes at the left, what speaks of extension at the right.
    constexpr int sizes = 6;
    int left = 0, right = 0;
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        QWidget* cell = numberRow(rows[static_cast<std::size_t>(at)], m_numbers);
        if (at < sizes || left < right)
            grid->addWidget(cell, left++, 0);
        else
            grid->addWidget(cell, right++, 1);
    }
    column->addLayout(grid);
}

void AnswerPanel::showGrade(const evidence::NodeEvidence& answer) {
    const auto& opinion = answer.opinion;
    m_grade->setText(text::gradeName(opinion.grade));
    m_gradeMeaning->setText(text::gradeMeaning(opinion.grade));
    m_certainty->setText(tr("ENE on imaging %1").arg(text::certaintyName(opinion.certainty)));
    auto* column = refill(m_trace);
    for (const auto& step : opinion.trace) {
        QString words = text::traceSentence(step);
        if (step.finding && step.rule == "not_a_criterion") {
            words = text::findingName(*step.finding);
            if (!step.subject.empty() && step.subject != "unnamed")
                words += QStringLiteral(": ") + text::structureName(step.subject);
        }
        column->addWidget(pairRow(words, TextStyle::Base,
                                  step.fired ? TextTone::Strong : TextTone::Dim, traceEnd(step),
                                  m_trace));
    }
}

void AnswerPanel::showProbability(const evidence::NodeEvidence& answer) {
    const auto& pene = answer.pene;
    const bool given = pene.probability && !pene.abstained;
    m_pene->setText(given ? text::percent(*pene.probability) : QStringLiteral("–"));
    m_interval->setText(given ? text::percentInterval(pene.low, pene.high) : QString());
    m_abstains->setSentence(
        given ? QString()
        : m_model.patient().site
            ? tr("No probability: %1.").arg(text::abstentionSentence(pene.reason))
            : tr("No probability: give the site of the primary."));
    m_abstains->setVisible(!given);
    m_bar->setVisible(given);
    m_odds->setVisible(given);
    m_bar->setEstimate(pene);
    m_odds->setContributions(given ? pene.contributions : std::vector<evidence::Contribution>{});
    QStringList notes{tr("From the literature; not calibrated on patients.")};
    for (const auto& note : pene.notes)
        notes << text::peneNoteSentence(note);
    m_peneNote->setText(notes.join(QLatin1Char(' ')));
}

void AnswerPanel::showEvidence(const evidence::NodeEvidence& answer) {
    auto* column = refill(m_evidence);
    const bool hpv = m_model.patient().p16 == P16Status::Positive ||
                     m_model.patient().site == Site::OropharynxP16Pos;
    const auto rows = evidence::likelihoodsFor(featuresOf(answer), hpv);
    if (rows.empty())
        return;
    column->addWidget(pairRow(tr("Evidence"), TextStyle::Head, TextTone::Strong,
                              tr("sensitivity · specificity · LR+"), m_evidence));
    for (const auto& row : rows) {
        const auto share = [](const std::optional<evidence::Estimate>& value) {
            return value ? text::percent(value->value) : QStringLiteral("–");
        };
        QString end = share(row.sensitivity) + QStringLiteral(" · ") + share(row.specificity) +
                      QStringLiteral(" · ") + text::number(row.lrPositive.value, 1);
        if (row.lrPositive.low && row.lrPositive.high)
            //: Ends of an interval.
            end += QLatin1Char(' ') + tr("(%1 to %2)")
                                          .arg(text::number(*row.lrPositive.low, 1),
                                               text::number(*row.lrPositive.high, 1));
        auto* line = pairRow(text::signName(row) + QStringLiteral(" · ") + text::sourceName(row),
                             TextStyle::Base, TextTone::Text, end, m_evidence);
        line->setToolTip(text::sourceSentence(row));
        line->setAccessibleName(text::signName(row) + QLatin1Char(' ') + end);
        line->setAccessibleDescription(text::sourceSentence(row));
        column->addWidget(line);
    }
}

void AnswerPanel::showWhole(const models::MeasuredNode& node) {
    auto* column = refill(m_whole);
    column->addWidget(makeRule(m_whole));
    if (const int highest = m_model.highest(); highest >= 0 && m_model.nodes().size() > 1) {
        const auto& top = m_model.nodes()[static_cast<std::size_t>(highest)];
        //: %1 is the letter of a node, %2 a grade.
        column->addWidget(
            makeLabel(tr("Highest grade: node %1, %2")
                          .arg(top.letter, text::gradeName(m_model.answer(highest)->opinion.grade)),
                      TextStyle::Value, TextTone::Strong, m_whole));
    }
    const auto staged = m_model.staging();
    if (!staged) {
        column->addWidget(makeWrapped(m_model.patient().site
                                          ? tr("The N category needs a measured node.")
                                          : tr("The N category needs the site of the primary."),
                                      TextStyle::Note, TextTone::Dim, m_whole));
        return;
    }
    for (const auto& line : text::stagingLines(*staged))
        column->addWidget(pairRow(line.edition + QStringLiteral("  ") + line.category +
                                      QStringLiteral("  · ") + line.rule,
                                  TextStyle::Base, TextTone::Text, {}, m_whole));
    for (const auto* category : {&staged->result, &staged->other})
        for (const auto& note : category->notes)
            if (const QString words = text::stagingNoteSentence(note); !words.isEmpty())
                column->addWidget(makeWrapped(words, TextStyle::Note, TextTone::Dim, m_whole));
    if (!node.work.committed)
        column->addWidget(
            makeWrapped(tr("Grades of nodes without your call do not count here yet."),
                        TextStyle::Note, TextTone::Dim, m_whole));
}

void AnswerPanel::showNotes(const models::MeasuredNode& node) {
    auto* column = refill(m_notes);
    column->addWidget(makeRule(m_notes));
    column->addWidget(
        makeLabel(tr("To exclude first"), TextStyle::Head, TextTone::Strong, m_notes));
    for (const QString& sentence :
         text::pitfallSentences(m_model.patient(), node.work.measured.get()))
        column->addWidget(makeWrapped(sentence, TextStyle::Note, TextTone::Text, m_notes));
    QStringList quality;
    for (const auto flag : node.flags)
        quality << text::segmentationFlagSentence(flag);
    if (node.work.measured)
        for (const auto flag : node.work.measured->flags)
            quality << text::qualityFlagSentence(flag);
    if (quality.isEmpty())
        return;
    column->addSpacing(6);
    column->addWidget(makeLabel(tr("Quality"), TextStyle::Head, TextTone::Strong, m_notes));
    for (const QString& sentence : quality)
        column->addWidget(makeWrapped(sentence, TextStyle::Note, TextTone::Text, m_notes));
}

}  // namespace nodewise::measure_screen
