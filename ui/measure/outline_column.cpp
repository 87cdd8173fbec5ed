#include "ui/measure/outline_column.h"
#include "ui/measure/patient_form.h"
#include "ui/text/measure_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/paint_measurements.h"
#include "ui/widgets/action_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/type_scale.h"
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

constexpr int kRowHeight = 48;
/// A quarter at first: a touch of colour, and the picture below stays readable.
constexpr double kFills[] = {0.1, 0.25, 0.5, 0.75, 1};

QString titleOf(const models::MeasuredNode& node) {
    const auto& work = node.work;
    const QString place =
        work.level ? text::sideLevel(work.side, *work.level) : text::sideName(work.side);
    //: %1 is the letter of a node, %2 "left IIa".
    return OutlineColumn::tr("%1, %2").arg(node.letter, place);
}

/// Slices between the first and the last of the present outline that it does not cross.
bool hasGaps(const models::MeasureModel& model) {
    const auto* node = model.currentNode();
    const auto box =
        node && model.labels() ? model.labels()->boxOf(node->work.label) : std::nullopt;
    return box && node->slices < box->high.k - box->low.k + 1;
}

QString detailOf(const models::MeasuredNode& node) {
    const QString slices = OutlineColumn::tr("%n slice(s)", nullptr, node.slices);
    if (node.work.origin == exchange::OutlineOrigin::File)
        return QString::fromStdString(node.work.name);
    return text::outlineOriginName(node.work.origin) + QStringLiteral(", ") + slices;
}

}  // namespace

OutlineColumn::OutlineColumn(models::MeasureModel& model, viewer::ViewerModel& viewerModel,
                             QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_viewer(viewerModel) {
    auto* column = addScrolledColumn(this, QStringLiteral("outlineColumn"), 180, {0, 0, 0, 12});
    auto* content = column->parentWidget();
    column->addWidget(buildNodes());
    column->addWidget(makeRule(content));
    column->addWidget(buildStructures());
    column->addWidget(buildDrawn());
    column->addWidget(new PatientForm(model, content));
    column->addStretch(1);
    auto* series = new Button(QStringLiteral("otherSeriesButton"), tr("Another series"),
                              ButtonKind::Link, content);
    column->addWidget(series, 0, Qt::AlignLeft);
    auto* compare = new Button(QStringLiteral("compareButton"), tr("Compare with …"),
                               ButtonKind::Link, content);
    column->addWidget(compare, 0, Qt::AlignLeft);
    connect(compare, &QPushButton::clicked, this, &OutlineColumn::compareRequested);
    connect(&viewerModel, &viewer::ViewerModel::keyImagesChanged, this, &OutlineColumn::showDrawn);
    connect(series, &QPushButton::clicked, this, &OutlineColumn::seriesRequested);
    connect(&model, &models::MeasureModel::nodesChanged, this, &OutlineColumn::showNodes);
    connect(&model, &models::MeasureModel::currentChanged, this, &OutlineColumn::showNodes);
    connect(&model, &models::MeasureModel::labelsChanged, this, &OutlineColumn::showStructures);
    connect(&viewerModel, &viewer::ViewerModel::measurementsChanged, this,
            &OutlineColumn::showDrawn);
    showNodes();
    showStructures();
    showDrawn();
}

QWidget* OutlineColumn::buildNodes() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 8);
    head->addWidget(makeLabel(tr("Outlines"), TextStyle::Head, TextTone::Strong, part));
    column->addLayout(head);
    m_nodes = new QWidget(part);
    new QVBoxLayout(m_nodes);
    column->addWidget(m_nodes);
    m_outline = new Button(QStringLiteral("outlineNodeButton"), tr("Outline a node"),
                           ButtonKind::Link, part);
    m_outline->setIcon(icon(QStringLiteral("brush"), IconTone::Accent));
    m_remove = new Button(QStringLiteral("removeOutlineButton"), tr("Remove this outline"),
                          ButtonKind::Link, part);
    m_fill = new Button(QStringLiteral("fillBetweenButton"), tr("Fill between slices"),
                        ButtonKind::Link, part);
    m_fill->setToolTip(tr("Draws the slices that were left out between those outlined by hand."));
    column->addWidget(m_outline, 0, Qt::AlignLeft);
    column->addWidget(m_fill, 0, Qt::AlignLeft);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(m_fill, &QPushButton::clicked, &m_model, &models::MeasureModel::fillBetween);
    connect(m_outline, &QPushButton::clicked, this, &OutlineColumn::outlineRequested);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { m_model.removeNode(m_model.current()); });
    return part;
}

QWidget* OutlineColumn::buildStructures() {
    m_structurePart = new QWidget(this);
    auto* column = new QVBoxLayout(m_structurePart);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(0);
    column->addWidget(
        makeLabel(tr("Structures"), TextStyle::Head, TextTone::Strong, m_structurePart));
    m_structures = new QWidget(m_structurePart);
    new QVBoxLayout(m_structures);
    column->addWidget(m_structures);
    m_filled = new CheckRow(QStringLiteral("fillStructuresCheck"), tr("Filled"), m_structurePart);
    column->addWidget(m_filled);
    m_opacity = new ComboBox(QStringLiteral("fillOpacityBox"), tr("Opacity of the filling"),
                             m_structurePart);
    for (const double share : kFills)
        m_opacity->addItem(text::percent(share), share);
    m_opacity->setCompact(true);
    m_opacity->setCurrentIndex(1);
    m_opacity->hide();
    column->addWidget(m_opacity);
    connect(m_filled, &QCheckBox::toggled, this, [this](bool on) {
        m_opacity->setVisible(on);
        Q_EMIT structuresChanged();
    });
    connect(m_opacity, &QComboBox::activated, this, &OutlineColumn::structuresChanged);
    return m_structurePart;
}

QWidget* OutlineColumn::buildDrawn() {
    m_drawnPart = new QWidget(this);
    auto* column = new QVBoxLayout(m_drawnPart);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 4);
    head->addWidget(makeLabel(tr("Drawn"), TextStyle::Head, TextTone::Strong, m_drawnPart));
    column->addLayout(head);
    m_drawn = new QWidget(m_drawnPart);
    new QVBoxLayout(m_drawn);
    column->addWidget(m_drawn);
    return m_drawnPart;
}

double OutlineColumn::fill() const {
    return m_filled->isChecked() ? m_opacity->currentData().toDouble() : 0;
}

QVBoxLayout* OutlineColumn::refill(QWidget* list) const {
    auto* column = static_cast<QVBoxLayout*>(list->layout());
    // A row may be the one that was clicked just now: it goes when its click is
    // over.
    for (QWidget* row : list->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        column->removeWidget(row);
        row->hide();
        row->setObjectName({});
        row->deleteLater();
    }
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

void OutlineColumn::showNodes() {
    auto* column = refill(m_nodes);
    column->setContentsMargins(12, 0, 12, 0);
    for (int at = 0; at < static_cast<int>(m_model.nodes().size()); ++at) {
        const auto& node = m_model.nodes()[static_cast<std::size_t>(at)];
        auto* row = new ActionRow(QStringLiteral("node_") + node.letter, kRowHeight, m_nodes);
        row->setTexts(titleOf(node), detailOf(node));
        row->setToolTip(detailOf(node));
        row->setCheckable(true);
        row->setChecked(at == m_model.current());
        if (node.work.committed)
            row->setKey(QStringLiteral("✓"));
        connect(row, &QAbstractButton::clicked, this, [this, at] {
            m_model.setCurrent(at);
            m_viewer.setCursor(m_model.nodes()[static_cast<std::size_t>(at)].centre);
        });
        column->addWidget(row);
    }
    m_remove->setVisible(m_model.currentNode() != nullptr);
    m_fill->setVisible(hasGaps(m_model));
}

void OutlineColumn::showStructures() {
    auto* column = refill(m_structures);
    const auto& structures = m_model.structures();
    m_structurePart->setVisible(structures && !structures->names().empty());
    if (!structures)
        return;
    int index = 0;
    for (const auto& [label, name] : structures->names()) {
        auto* row = new CheckRow(QStringLiteral("structure_%1").arg(label),
                                 text::structureName(name), m_structures);
        row->setTrailing(QString::number(++index));
        row->setChecked(!m_hidden.contains(label));
        row->setToolTip(QString::fromStdString(name));
        connect(row, &QCheckBox::toggled, this, [this, label = int{label}](bool shown) {
            if (shown)
                m_hidden.remove(label);
            else
                m_hidden.insert(label);
            Q_EMIT structuresChanged();
        });
        column->addWidget(row);
    }
}

void OutlineColumn::showDrawn() {
    auto* column = refill(m_drawn);
    m_drawnPart->setVisible(!m_viewer.measurements().empty() || !m_viewer.keyImages().empty());
    for (const auto& drawn : m_viewer.measurements()) {
        auto* line = new QWidget(m_drawn);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(12, 0, 4, 0);
        row->setSpacing(4);
        const QStringList words =
            viewer::measurementWords(drawn, m_viewer.volume().get(), m_viewer.suvFactor());
        auto* go = new Button(QStringLiteral("drawn_%1").arg(drawn.id), words.value(0),
                              ButtonKind::Quiet, line);
        go->setToolTip(words.join(QLatin1Char('\n')));
        row->addWidget(go, 1, Qt::AlignLeft);
        auto* remove = new ToolButton(QStringLiteral("removeDrawn_%1").arg(drawn.id),
                                      QStringLiteral("close"), tr("Remove"), {}, line);
        row->addWidget(remove);
        connect(go, &QPushButton::clicked, this,
                [this, place = drawn.points.front()] { m_viewer.setCursor(place); });
        // The row goes with the measurement: only after this click is over.
        connect(
            remove, &QToolButton::clicked, this,
            [this, id = drawn.id] { m_viewer.removeMeasurement(id); }, Qt::QueuedConnection);
        column->addWidget(line);
    }
    addKeyImages(column);
}

void OutlineColumn::addKeyImages(QVBoxLayout* column) {
    for (const auto& key : m_viewer.keyImages()) {
        auto* line = new QWidget(m_drawn);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(12, 0, 4, 0);
        row->setSpacing(4);
        //: %1 is a number.
        auto* go = new Button(QStringLiteral("keyImage_%1").arg(key.id),
                              tr("Key image %1").arg(key.id), ButtonKind::Quiet, line);
        row->addWidget(go, 1, Qt::AlignLeft);
        auto* remove = new ToolButton(QStringLiteral("removeKeyImage_%1").arg(key.id),
                                      QStringLiteral("close"), tr("Remove"), {}, line);
        row->addWidget(remove);
        connect(go, &QPushButton::clicked, this,
                [this, id = key.id] { m_viewer.showKeyImage(id); });
        connect(
            remove, &QToolButton::clicked, this,
            [this, id = key.id] { m_viewer.removeKeyImage(id); }, Qt::QueuedConnection);
        column->addWidget(line);
    }
}

}  // namespace nodewise::measure_screen
