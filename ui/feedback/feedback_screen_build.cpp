// The parts of the feedback screen and where they stand.
#include "ui/feedback/feedback_screen.h"
#include "ui/feedback/margin_chart.h"
#include "ui/feedback/marks_panel.h"
#include "ui/feedback/measured_list.h"
#include "ui/render/surface_view.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_service.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::feedback_screen {

using models::ReadingModel;
using namespace widgets;

namespace {

/// A rule that stands upright over the whole height.
QFrame* makeUpright(QWidget* parent) {
    QFrame* line = makeSeparator(parent);
    line->setMinimumHeight(0);
    line->setMaximumHeight(QWIDGETSIZE_MAX);
    return line;
}

QVBoxLayout* plainColumn(QWidget* box) {
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

}  // namespace

FeedbackScreen::FeedbackScreen(ReadingModel& model, DialogService& dialogs,
                               const render::GlSupport& gl, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_dialogs(dialogs) {
    setObjectName(QStringLiteral("feedbackScreen"));
    auto* column = plainColumn(this);
    m_header = new HeaderStrip(this);
    m_header->setTitle(tr("Feedback"));
    m_header->addRightText(tr("Saved"), false);
    m_axial = new viewer::SliceView(&m_viewer, viewer::ViewPlane::Axial, this);
    m_axial->setLarge(true);
    m_surface = new render::SurfaceView(gl, this);
    connect(m_surface, &render::SurfaceView::placePicked, &m_viewer,
            &viewer::ViewerModel::setCursor);
    m_marks = new MarksPanel(this);
    column->addWidget(m_header);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildPictures(), 500);
    left->addWidget(buildChips());
    left->addWidget(makeRule(this));
    left->addWidget(buildNumbers(), 240);
    row->addLayout(left, 1);
    row->addWidget(makeUpright(this));
    row->addWidget(m_marks);
    column->addLayout(row, 1);
    column->addWidget(makeRule(this));
    column->addWidget(buildFoot());
    m_toast = new Toast(this);
    m_toast->setFootOffset(72);
    connect(&m_model, &ReadingModel::feedbackReady, this, &FeedbackScreen::showGraded);
    connect(&m_model, &ReadingModel::disputed, this,
            [this] { m_toast->showMessage(tr("Your objection is kept with this call.")); });
    connect(&m_model, &ReadingModel::refused, this, [this] {
        if (isVisible() && !m_model.problem().isEmpty())
            m_toast->showMessage(m_model.problem());
    });
    setTabOrder(m_marks, m_chipBar);
    showGraded();
}

QWidget* FeedbackScreen::buildPictures() {
    auto* box = new QFrame(this);
    box->setProperty("surface", QStringLiteral("view"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(m_axial, 520);
    row->addWidget(m_surface, 399);
    return box;
}

QWidget* FeedbackScreen::buildChips() {
    m_chipBar = new QFrame(this);
    m_chipBar->setObjectName(QStringLiteral("chipBar"));
    m_chipBar->setProperty("surface", QStringLiteral("panel"));
    m_chipBar->setAccessibleName(tr("Overlays"));
    auto* bar = new QHBoxLayout(m_chipBar);
    bar->setContentsMargins(12, 0, 8, 0);
    bar->setSpacing(8);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(6);
    rows->addStretch(1);
    for (QHBoxLayout** row : {&m_chipRow, &m_secondRow}) {
        *row = new QHBoxLayout;
        (*row)->setSpacing(8);
        rows->addLayout(*row);
    }
    rows->addStretch(1);
    bar->addLayout(rows, 1);
    m_noPictures = makeLabel(
        tr("The pack of this case is not at hand: the marks are here, the pictures are not."),
        TextStyle::Base, TextTone::Dim, m_chipBar);
    m_noPictures->setObjectName(QStringLiteral("noPictures"));
    m_noPictures->hide();
    m_chipRow->addWidget(m_noPictures);
    m_chipRow->addStretch(1);
    m_secondRow->addStretch(1);
    m_spot = new Button(QStringLiteral("spotButton"), tr("Back to the spot"), ButtonKind::Quiet,
                        m_chipBar);
    m_spot->setIcon(icon(QStringLiteral("reset")));
    m_spot->setAccessibleName(tr("Back to the spot"));
    bar->addWidget(m_spot);
    connect(m_spot, &QPushButton::clicked, this, &FeedbackScreen::goToSpot);
    return m_chipBar;
}

QWidget* FeedbackScreen::buildNumbers() {
    auto* box = new QFrame(this);
    box->setProperty("surface", QStringLiteral("panel"));
    m_numbers = new QHBoxLayout(box);
    m_numbers->setContentsMargins(0, 0, 0, 0);
    m_numbers->setSpacing(0);
    m_chartBox = new QWidget(box);
    auto* chartColumn = new QVBoxLayout(m_chartBox);
    chartColumn->setContentsMargins(16, 12, 16, 8);
    auto* head = new QHBoxLayout;
    head->addWidget(
        makeLabel(tr("Through the margin"), TextStyle::Head, TextTone::Strong, m_chartBox));
    head->addStretch(1);
    m_axes = makeLabel(tr("HU along the normal, mm from the edge"), TextStyle::Note, TextTone::Dim,
                       m_chartBox);
    head->addWidget(m_axes);
    chartColumn->addLayout(head);
    m_chart = new MarginChart(m_chartBox);
    chartColumn->addWidget(m_chart, 1);
    m_numbers->addWidget(m_chartBox, 520);
    m_numbers->addWidget(makeUpright(box));
    auto* listBox = new QWidget(box);
    auto* listColumn = new QVBoxLayout(listBox);
    listColumn->setContentsMargins(16, 12, 16, 8);
    listColumn->setSpacing(4);
    listColumn->addWidget(makeLabel(tr("Measured"), TextStyle::Head, TextTone::Strong, listBox));
    auto* scroll = new QScrollArea(listBox);
    scroll->setObjectName(QStringLiteral("measuredScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_measured = new MeasuredList(scroll);
    scroll->setWidget(m_measured);
    connect(m_measured, &MeasuredList::cardAsked, this,
            [this](const QString& name, const QString& card) { m_dialogs.tell(this, name, card); });
    listColumn->addWidget(scroll, 1);
    m_numbers->addWidget(listBox, 399);
    return box;
}

QWidget* FeedbackScreen::buildFoot() {
    auto* foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("feedbackFoot"));
    foot->setProperty("surface", QStringLiteral("bg"));
    foot->setFixedHeight(56);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_dispute = new Button(QStringLiteral("disputeButton"), tr("Dispute"), ButtonKind::Quiet, foot);
    m_dispute->setIcon(icon(QStringLiteral("dispute")));
    m_practise =
        new Button(QStringLiteral("practiseButton"), tr("Practise this"), ButtonKind::Plain, foot);
    m_practise->hide();
    m_bench =
        new Button(QStringLiteral("benchButton"), tr("On the bench"), ButtonKind::Plain, foot);
    m_bench->setIcon(icon(QStringLiteral("slab")));
    m_bench->setToolTip(tr("This node under other depths and scanners"));
    m_bench->hide();
    m_next =
        new Button(QStringLiteral("nextNodeButton"), tr("Next node"), ButtonKind::Primary, foot);
    m_next->setKeyHint(tr("Enter", "name of the key"));
    m_next->setMinimumWidth(160);
    row->addWidget(m_dispute);
    row->addStretch(1);
    row->addWidget(m_bench);
    row->addWidget(m_practise);
    row->addWidget(m_next);
    connect(m_dispute, &QPushButton::clicked, this, &FeedbackScreen::askDispute);
    connect(m_next, &QPushButton::clicked, this, &FeedbackScreen::goOn);
    connect(m_bench, &QPushButton::clicked, this, &FeedbackScreen::benchRequested);
    connect(m_practise, &QPushButton::clicked, this, [this] {
        QStringList concepts;
        if (const auto graded = m_model.graded())
            for (const ConceptId& trained : graded->record.concepts)
                concepts << QString::fromStdString(trained.value);
        Q_EMIT practiseRequested(concepts);
    });
    return foot;
}

}  // namespace nodewise::feedback_screen
