// The parts of the bench and where they stand.
#include "ui/bench/bench_picture.h"
#include "ui/bench/bench_screen.h"
#include "ui/bench/depth_slider.h"
#include "ui/bench/threshold_panel.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace nodewise::bench {

using models::BenchModel;
using namespace widgets;

namespace {

QHBoxLayout* rowOf(QWidget* box) {
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    return row;
}

SegmentedChoice* choiceOf(const QString& name, const QString& label,
                          const std::vector<Segment>& segments, QWidget* parent) {
    auto* choice = new SegmentedChoice(parent);
    choice->setObjectName(name);
    choice->setLabel(label);
    choice->setSegments(segments);
    choice->setCompact(true);
    return choice;
}

}  // namespace

BenchScreen::BenchScreen(BenchModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("benchScreen"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    buildPictures();
    row->addWidget(m_pictures, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(344);
    scroll->setWidget(buildPanel());
    row->addWidget(scroll);
    column->addLayout(row, 1);
    connect(&m_model, &BenchModel::pictureReady, this, &BenchScreen::refresh);
    connect(&m_model, &BenchModel::trialChanged, this, [this] {
        if (m_page == BenchPage::Threshold)
            refresh();
    });
    connect(&m_model, &BenchModel::nodesChanged, this, [this] {
        fillNodes();
        startAnew();
    });
    connect(&m_model, &BenchModel::settingChanged, this, [this] {
        showControls();
        refresh();
    });
    showPage(BenchPage::Dial);
}

void BenchScreen::buildHead() {
    m_head = new HeaderStrip(this);
    m_head->setTitle(tr("Bench"));
    m_nodes = new ComboBox(QStringLiteral("benchNodeBox"), tr("Node on the bench"), m_head);
    m_nodes->setCompact(true);
    m_nodes->setFixedWidth(280);
    m_head->addLeft(m_nodes);
    m_head->addRightText(tr("Teaching and research. Not for diagnosis or treatment."), false);
    auto* back =
        new Button(QStringLiteral("leaveBenchButton"), tr("Back"), ButtonKind::Compact, m_head);
    m_head->addRight(back);
    connect(back, &QPushButton::clicked, this, &BenchScreen::closed);
    connect(m_nodes, &QComboBox::activated, this, [this](int index) {
        startAnew();
        m_model.selectNode(index);
    });
}

void BenchScreen::fillNodes() {
    m_nodes->clear();
    for (int n = 0; n < m_model.nodeCount(); ++n)
        m_nodes->addItem(m_model.nodeName(n).isEmpty() ? tr("Node of the bench %1").arg(n + 1)
                                                       : m_model.nodeName(n));
    m_nodes->setCurrentIndex(m_model.currentNode());
}

void BenchScreen::buildPictures() {
    m_pictures = new QStackedWidget(this);
    m_pictures->setObjectName(QStringLiteral("benchPictures"));
    m_pictures->setAccessibleName(tr("Pictures"));
    auto* dial = new QWidget(m_pictures);
    auto* row = rowOf(dial);
    m_without = new BenchPicture(QStringLiteral("pictureWithout"), dial);
    m_turned = new BenchPicture(QStringLiteral("pictureTurned"), dial);
    row->addWidget(m_without, 1);
    row->addWidget(m_turned, 1);
    linkPictures({m_turned, m_without});
    auto* physics = new QWidget(m_pictures);
    auto* grid = new QGridLayout(physics);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(1);
    for (int n = 0; n < static_cast<int>(BenchModel::kSlicesMm.size()); ++n) {
        auto* picture = new BenchPicture(QStringLiteral("pictureSlice%1").arg(n), physics);
        grid->addWidget(picture, n / 2, n % 2);
        m_slices.push_back(picture);
    }
    linkPictures(m_slices);
    auto* trial = new QWidget(m_pictures);
    m_trial = new BenchPicture(QStringLiteral("pictureTrial"), trial);
    rowOf(trial)->addWidget(m_trial);
    for (QWidget* page : {dial, physics, trial})
        m_pictures->addWidget(page);
}

QWidget* BenchScreen::buildPanel() {
    m_panel = new QFrame(this);
    m_panel->setObjectName(QStringLiteral("benchPanel"));
    m_panel->setProperty("surface", QStringLiteral("panel"));
    m_panel->setAccessibleName(tr("What is turned"));
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    m_pages = choiceOf(QStringLiteral("benchPage"), tr("Show"),
                       {{QStringLiteral("dial"), tr("Dial"), {}, {}},
                        {QStringLiteral("physics"), tr("Physics"), {}, {}},
                        {QStringLiteral("threshold"), tr("Threshold"), {}, {}}},
                       m_panel);
    column->addWidget(m_pages);
    connect(m_pages, &SegmentedChoice::chosenChanged, this, [this] {
        const int page = m_pages->chosen().value_or(static_cast<int>(m_page));
        showPage(static_cast<BenchPage>(page));
    });
    m_depthBox = new QWidget(m_panel);
    auto* depth = new QVBoxLayout(m_depthBox);
    depth->setContentsMargins(0, 0, 0, 0);
    depth->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->addWidget(
        makeLabel(tr("Depth of the extension"), TextStyle::Note, TextTone::Dim, m_depthBox));
    head->addWidget(makeLabel(QStringLiteral("[ ]"), TextStyle::Small, TextTone::Dim, m_depthBox));
    head->addStretch(1);
    m_depthValue = makeLabel({}, TextStyle::Section, TextTone::Strong, m_depthBox);
    m_depthValue->setObjectName(QStringLiteral("depthValue"));
    head->addWidget(m_depthValue);
    depth->addLayout(head);
    m_depth = new DepthSlider(m_depthBox);
    depth->addWidget(m_depth);
    column->addWidget(m_depthBox);
    connect(m_depth, &QAbstractSlider::valueChanged, this,
            [this] { turnDepth(m_depth->depthMm()); });
    column->addWidget(buildScanner(m_panel));
    m_outline =
        new Button(QStringLiteral("outlineButton"), tr("Outlines"), ButtonKind::Plain, m_panel);
    m_outline->setKeyHint(QStringLiteral("C"));
    m_outline->setCheckable(true);
    column->addWidget(m_outline, 0, Qt::AlignLeft);
    connect(m_outline, &QPushButton::toggled, this, [this](bool on) {
        m_outlines = on;
        refresh();
    });
    m_threshold = new ThresholdPanel(m_model, m_panel);
    column->addWidget(m_threshold);
    m_note = makeWrapped({}, TextStyle::Note, TextTone::Dim, m_panel);
    column->addWidget(m_note);
    column->addStretch(1);
    return m_panel;
}

QWidget* BenchScreen::buildScanner(QWidget* parent) {
    m_scannerBox = new QWidget(parent);
    auto* column = new QVBoxLayout(m_scannerBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_thickness = choiceOf(QStringLiteral("benchSlice"), tr("Slice thickness, mm"),
                           {{QStringLiteral("0"), locale().toString(0.6), {}, {}},
                            {QStringLiteral("1"), locale().toString(1.25), {}, {}},
                            {QStringLiteral("2"), QStringLiteral("3"), {}, {}},
                            {QStringLiteral("3"), QStringLiteral("5"), {}, {}}},
                           m_scannerBox);
    m_kernel = choiceOf(QStringLiteral("benchKernel"), tr("Kernel"),
                        {{QStringLiteral("soft"), tr("Soft"), {}, {}},
                         {QStringLiteral("standard"), tr("Standard"), {}, {}},
                         {QStringLiteral("sharp"), tr("Sharp"), {}, {}}},
                        m_scannerBox);
    m_noise = choiceOf(QStringLiteral("benchNoise"), tr("Noise at 1.25\u202Fmm, HU"),
                       {{QStringLiteral("4"), QStringLiteral("4"), {}, {}},
                        {QStringLiteral("8"), QStringLiteral("8"), {}, {}},
                        {QStringLiteral("16"), QStringLiteral("16"), {}, {}},
                        {QStringLiteral("24"), QStringLiteral("24"), {}, {}}},
                       m_scannerBox);
    for (SegmentedChoice* choice : {m_thickness, m_kernel, m_noise}) {
        column->addWidget(choice);
        connect(choice, &SegmentedChoice::chosenChanged, this, &BenchScreen::takeScanner);
    }
    return m_scannerBox;
}

}  // namespace nodewise::bench
