#include "ui/atlas/atlas_screen.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <algorithm>

namespace nodewise::atlas {

using models::AtlasState;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

AtlasScreen::~AtlasScreen() = default;

AtlasScreen::AtlasScreen(models::AtlasModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewer(std::make_unique<viewer::ViewerModel>())
    , m_head(new widgets::HeaderStrip(this))
    , m_search(new QLineEdit(this))
    , m_rows(new widgets::DataTable(QStringLiteral("atlasCases"), tr("Cases"), this))
    , m_view(new viewer::SliceView(m_viewer.get(), viewer::ViewPlane::Axial, this)) {
    setObjectName(QStringLiteral("atlasScreen"));
    m_head->setTitle(tr("Atlas"));
    m_search->setObjectName(QStringLiteral("atlasSearch"));
    m_search->setAccessibleName(tr("Search the atlas"));
    m_search->setPlaceholderText(tr("Level, site, concept; a grade for cases you know"));
    m_search->setFixedWidth(400);
    m_head->addLeft(m_search);
    m_viewer->setReadOnly(true);
    m_viewer->setCrosshairShown(false);
    m_view->setObjectName(QStringLiteral("atlasView"));
    m_view->setAccessibleName(tr("The case with its reference"));
    m_rows->setActive(true);
    m_rows->setFixedWidth(360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* row = new QHBoxLayout;
    row->setSpacing(1);
    row->addWidget(m_rows);
    row->addWidget(m_view, 1);
    m_aside = buildAside();
    row->addWidget(m_aside);
    column->addLayout(row, 1);
    connect(m_search, &QLineEdit::textChanged, &model, &models::AtlasModel::setSearch);
    connect(m_rows, &widgets::DataTable::rowActivated, this, [this](int at) {
        if (at >= 0 && at < static_cast<int>(m_shownRows.size()))
            m_model.choose(m_shownRows[static_cast<std::size_t>(at)].where);
    });
    connect(&model, &models::AtlasModel::rowsChanged, this, &AtlasScreen::showRows);
    connect(&model, &models::AtlasModel::changed, this, &AtlasScreen::refresh);
    showRows();
    refresh();
}

QWidget* AtlasScreen::buildAside() {
    auto* aside = new QFrame(this);
    aside->setProperty("surface", QStringLiteral("panel"));
    aside->setFixedWidth(360);
    auto* column = new QVBoxLayout(aside);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_title = makeLabel({}, TextStyle::Section, TextTone::Strong, aside);
    m_detail = widgets::makeWrapped({}, TextStyle::Base, TextTone::Dim, aside);
    m_warning = widgets::makeWrapped({}, TextStyle::Base, TextTone::Text, aside);
    m_warning->setObjectName(QStringLiteral("atlasWarning"));
    m_spend = new widgets::Button(QStringLiteral("spendButton"), tr("Open with the reference"),
                                  widgets::ButtonKind::Primary, aside);
    m_nodes = new widgets::DataTable(QStringLiteral("atlasNodes"), tr("Nodes of the case"), aside);
    m_nodes->setActive(true);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_warning);
    column->addWidget(m_spend, 0, Qt::AlignLeft);
    column->addWidget(m_nodes, 1);
    column->addStretch(0);
    connect(m_spend, &QPushButton::clicked, &m_model, &models::AtlasModel::spend);
    connect(m_nodes, &widgets::DataTable::rowActivated, this, &AtlasScreen::goToNode);
    return aside;
}

void AtlasScreen::showRows() {
    m_shownRows = m_model.rows();
    std::vector<QStringList> rows;
    for (const auto& row : m_shownRows)
        rows.push_back({row.title, row.known ? tr("known") : tr("not read"), row.detail});
    m_rows->setTable({tr("Case"), tr("Reference"), tr("History")}, rows);
}

void AtlasScreen::refresh() {
    const auto& chosen = m_model.chosen();
    const AtlasState state = m_model.state();
    m_title->setText(chosen ? chosen->title : tr("Choose a case"));
    m_detail->setText(chosen ? chosen->detail : QString());
    m_warning->setText(state == AtlasState::Asking
                           ? tr("You have not read this case to its end. Opened here, it is asked "
                                "no more and its later calls do not count.")
                       : state == AtlasState::Opening ? tr("Opening the case")
                       : chosen                       ? QString()
                                : tr("Cases you know open with their reference at once."));
    m_spend->setVisible(state == AtlasState::Asking);
    m_nodes->setVisible(state == AtlasState::Open);
    showReference();
}

void AtlasScreen::showReference() {
    const auto& reference = m_model.reference();
    const VolumePtr volume = reference ? reference->volume : nullptr;
    if (volume == m_shown)
        return;
    m_shown = volume;
    const auto window = reference
                            ? std::optional(Window{reference->record.opening.windowWidthHu,
                                                   reference->record.opening.windowLevelHu, false})
                            : std::nullopt;
    m_viewer->setVolume(volume, window);
    std::vector<QStringList> rows;
    for (const QString& line : m_model.nodeLines())
        rows.push_back(
            {line.section(QStringLiteral(": "), 0, 0), line.section(QStringLiteral(": "), 1)});
    m_nodes->setTable({tr("Node"), tr("Reference")}, rows);
    if (!reference)
        return;
    viewer::OverlaySet overlays;
    for (const NodeTruth& node : reference->truth.nodes) {
        viewer::LabelOverlay outline;
        outline.role = viewer::OverlayRole::Capsule;
        outline.map = reference->labels;
        outline.label = node.label;
        overlays.labels.push_back(outline);
    }
    m_viewer->setOverlays(overlays);
    goToNode(0);
}

void AtlasScreen::goToNode(int index) {
    const auto& reference = m_model.reference();
    if (!reference || index < 0 || index >= static_cast<int>(reference->truth.nodes.size()))
        return;
    const NodeTruth& node = reference->truth.nodes[static_cast<std::size_t>(index)];
    m_viewer->showSpot(node.centre, std::clamp(2.2 * node.longAxisMm, 48.0, 110.0));
}

QList<QWidget*> AtlasScreen::focusRegions() const {
    return {m_head, m_rows, m_view, m_aside};
}

QWidget* AtlasScreen::openingFocus() const {
    return m_search;
}

}  // namespace nodewise::atlas
