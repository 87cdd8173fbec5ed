#include "ui/widgets/gallery.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/mark_row.h"
#include "ui/widgets/probability_scale.h"
#include "ui/widgets/range_slider.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/strips.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QLineEdit>

namespace nodewise::widgets {

namespace {

void head(QVBoxLayout* column, const QString& text, QWidget* parent) {
    column->addSpacing(16);
    column->addWidget(makeLabel(text, TextStyle::Head, TextTone::Strong, parent));
    column->addSpacing(4);
}

/// As if focus had come by Tab: the sheet shows the state without having the focus.
QHBoxLayout* rowOf(QVBoxLayout* column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    return row;
}

std::vector<Segment> marginSegments() {
    return {{QStringLiteral("smooth"), Gallery::tr("Smooth"), QStringLiteral("Z"), {}},
            {QStringLiteral("irregular"), Gallery::tr("Irregular"), QStringLiteral("X"), {}},
            {QStringLiteral("indistinct"), Gallery::tr("Indistinct"), QStringLiteral("C"), {}}};
}

}  // namespace

Gallery::Gallery(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("gallery"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(32, 16, 32, 32);
    row->setSpacing(48);
    QVBoxLayout* columns[3];
    for (auto*& column : columns) {
        column = new QVBoxLayout;
        column->setSpacing(8);
        row->addLayout(column, 1);
    }
    addButtons(columns[0]);
    addChoices(columns[0]);
    addMarks(columns[1]);
    addFields(columns[1]);
    addStrips(columns[2]);
    for (auto* column : columns)
        column->addStretch(1);
}

void Gallery::addButtons(QVBoxLayout* column) {
    head(column, tr("Buttons"), this);
    auto* plain = rowOf(column);
    auto* primary = rowOf(column);
    auto* tools = rowOf(column);
    for (const bool enabled : {true, false}) {
        const QString tail = enabled ? QStringLiteral("On") : QStringLiteral("Off");
        auto* one =
            new Button(QStringLiteral("plain") + tail, tr("Practise"), ButtonKind::Plain, this);
        auto* two =
            new Button(QStringLiteral("primary") + tail, tr("Commit"), ButtonKind::Primary, this);
        two->setKeyHint(enabled ? tr("Enter") : QString());
        auto* three = new ToolButton(QStringLiteral("pair") + tail, QStringLiteral("pair"),
                                     tr("Short and long axis"), QStringLiteral("M"), this);
        for (QWidget* widget :
             {static_cast<QWidget*>(one), static_cast<QWidget*>(two), static_cast<QWidget*>(three)})
            widget->setEnabled(enabled);
        plain->addWidget(one);
        primary->addWidget(two);
        tools->addWidget(three);
    }
    plain->addWidget(new Button(QStringLiteral("linkButton"), tr("All"), ButtonKind::Link, this));
    auto* chosen =
        new ToolButton(QStringLiteral("zoomChosen"), QStringLiteral("zoom"), tr("Zoom"), {}, this);
    chosen->setCheckable(true);
    chosen->setChecked(true);
    tools->addWidget(chosen);
    for (auto* row : {plain, primary, tools})
        row->addStretch(1);
}

void Gallery::addChoices(QVBoxLayout* column) {
    head(column, tr("Segmented choice"), this);
    for (const int chosen : {2, -1}) {
        auto* choice = new SegmentedChoice(this);
        choice->setObjectName(chosen < 0 ? QStringLiteral("openChoice")
                                         : QStringLiteral("chosenChoice"));
        choice->setLabel(tr("Margin"));
        choice->setSegments(marginSegments());
        choice->addReasonToggle();
        if (chosen >= 0) {
            choice->setChosen(chosen);
            choice->reasonToggle()->setChecked(true);
        }
        column->addWidget(choice);
    }
    auto* grade = new SegmentedChoice(this);
    grade->setObjectName(QStringLiteral("gradeSample"));
    //: iENE: extranodal extension seen on imaging.
    grade->setLabel(tr("iENE grade"));
    grade->setHint(tr("Shift + 0 … 3"));
    grade->setSegments({{QStringLiteral("g0"), QStringLiteral("G0"), {}, tr("none")},
                        {QStringLiteral("g1"), QStringLiteral("G1"), {}, tr("fat")},
                        {QStringLiteral("g2"), QStringLiteral("G2"), {}, tr("coalescent")},
                        {QStringLiteral("g3"), QStringLiteral("G3"), {}, tr("structure")}});
    grade->setChosen(1);
    column->addWidget(grade);
    head(column, tr("Probability"), this);
    for (const bool given : {true, false}) {
        auto* scale = new ProbabilityScale(this);
        scale->setObjectName(given ? QStringLiteral("givenScale") : QStringLiteral("openScale"));
        scale->setLabel(tr("ENE probability"));
        if (given)
            scale->setProbability(0.72);
        column->addWidget(scale);
    }
}

void Gallery::addMarks(QVBoxLayout* column) {
    head(column, tr("Mark row"), this);
    const MarkContents rows[] = {
        {MarkKind::Agrees,
         tr("Size"),
         QStringLiteral("14.0 × 21.5"),
         QStringLiteral("14.2 × 21.0"),
         {},
         tr("Short −0.2 mm, long +0.5 mm; reader spread is ±1.6 mm.")},
        {MarkKind::Close,
         tr("Features"),
         tr("contact"),
         tr("invaded"),
         {},
         tr("4 of 5 agree. The fat line is gone, the muscle edge ragged.")},
        {MarkKind::Differs,
         tr("Grade, certainty"),
         QStringLiteral("G1, 72 %"),
         QStringLiteral("G3"),
         {},
         tr("4 of 5 panel readers saw G3.")}};
    int index = 0;
    for (const MarkContents& contents : rows) {
        auto* row = new MarkRow(this);
        row->setObjectName(QStringLiteral("markRow_%1").arg(index++));
        row->setContents(contents);
        column->addWidget(row);
        column->addSpacing(-8);
    }
    column->addSpacing(8);
    head(column, tr("Chips"), this);
    auto* chips = rowOf(column);
    auto* filter = new Chip(tr("New"), this);
    filter->setObjectName(QStringLiteral("filterChip"));
    filter->setRemovable(true);
    auto* overlay = new Chip(tr("Necrosis"), this);
    overlay->setObjectName(QStringLiteral("overlayChip"));
    overlay->setKey(QStringLiteral("N"));
    auto* box = new ComboBox(QStringLiteral("levelBox"), tr("Level"), this);
    box->addItems({tr("Left IIa"), tr("Left III")});
    box->setCompact(true);
    for (QWidget* widget : {static_cast<QWidget*>(filter), static_cast<QWidget*>(overlay),
                            static_cast<QWidget*>(box)})
        chips->addWidget(widget);
    chips->addStretch(1);
}

void Gallery::addFields(QVBoxLayout* column) {
    head(column, tr("Fields"), this);
    auto* fields = rowOf(column);
    for (const bool valid : {true, false}) {
        auto* field =
            new QLineEdit(valid ? QStringLiteral("14.0 mm") : QStringLiteral("140 mm"), this);
        field->setObjectName(valid ? QStringLiteral("validField") : QStringLiteral("invalidField"));
        field->setAccessibleName(tr("Short axis"));
        field->setProperty("invalid", !valid);
        fields->addWidget(field);
    }
    head(column, tr("Check boxes"), this);
    auto* checks = rowOf(column);
    for (int i = 0; i < 3; ++i) {
        auto* check = new CheckRow(QStringLiteral("check_%1").arg(i), tr("Necrosis"), this);
        check->setChecked(i == 0);
        check->setEnabled(i < 2);
        check->setTrailing(QStringLiteral("P"));
        checks->addWidget(check);
    }
    head(column, tr("Difficulty"), this);
    auto* range = new RangeSlider(this);
    range->setObjectName(QStringLiteral("rangeSample"));
    range->setAccessibleName(tr("Difficulty"));
    range->setRange(1, 5);
    range->setChosen(1, 4);
    range->setEndTexts(tr("1 easy"), tr("4 hard"));
    column->addWidget(range);
}

void Gallery::addStrips(QVBoxLayout* column) {
    head(column, tr("Import, in the background"), this);
    auto* progress = new ProgressStrip(this);
    progress->setObjectName(QStringLiteral("progressSample"));
    progress->start(tr("Reading 412 of 1,180 files"));
    progress->setProgress(0.35);
    progress->setDetail(tr("2 series found. 3 files skipped: no pixel data."));
    column->addWidget(progress);
    head(column, tr("Toast with undo"), this);
    auto* place = new QWidget(this);
    place->setFixedHeight(64);
    auto* toast = new Toast(place);
    toast->setFootOffset(10);
    toast->showMessage(tr("Node 2 removed"), tr("Undo"), tr("Ctrl Z"));
    column->addWidget(place);
    head(column, tr("Empty state"), this);
    column->addWidget(new EmptyState(tr("AUC needs 10 positive and 10 negative nodes"),
                                     tr("7 and 12 so far. Three more positives will do."),
                                     tr("Read a node"), this));
    head(column, tr("Strip: abstains"), this);
    column->addWidget(
        new AbstainsStrip(tr("No probability: slices are 5 mm, the margin needs 3 mm."), this));
}

}  // namespace nodewise::widgets
