#include "ui/measure/compare_pane.h"
#include "ui/viewer/plane_layout.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/elide_label.h"
#include <QVBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

ComparePane::ComparePane(viewer::ViewerModel& first, QWidget* parent)
    : QFrame(parent)
    , m_first(first)
    , m_link(first, m_viewer)
    , m_layout(new viewer::PlaneLayout(&m_viewer, this))
    , m_title(new ElideLabel(TextStyle::Value, TextTone::Strong, this))
    , m_linked(new CheckRow(QStringLiteral("linkedCheck"), tr("Linked"), this))
    , m_fused(new CheckRow(QStringLiteral("fusedCheck"), tr("Fused"), this)) {
    setObjectName(QStringLiteral("comparePane"));
    setProperty("surface", QStringLiteral("panel"));
    m_layout->setObjectName(QStringLiteral("comparePlanes"));
    m_layout->setViewLayout(viewer::ViewLayout::One);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 6, 6);
    head->setSpacing(12);
    m_title->setElideMode(Qt::ElideRight);
    head->addWidget(m_title, 1);
    head->addWidget(m_linked);
    head->addWidget(m_fused);
    auto* close = new ToolButton(QStringLiteral("closeCompareButton"), QStringLiteral("close"),
                                 tr("Close the comparison"), {}, this);
    head->addWidget(close);
    column->addLayout(head);
    column->addWidget(m_layout, 1);
    connect(m_linked, &QCheckBox::toggled, &m_link, &viewer::ViewerLink::setOn);
    connect(m_fused, &QCheckBox::toggled, this, &ComparePane::fuse);
    connect(&m_viewer, &viewer::ViewerModel::windowChanged, this,
            [this] { fuse(m_fused->isChecked()); });
    // The large plane goes with the first viewer's active one.
    connect(&first, &viewer::ViewerModel::activePlaneChanged, this, [this] {
        if (m_viewer.volume())
            m_layout->setLargePlane(m_first.activePlane());
    });
    connect(close, &QToolButton::clicked, this, [this] {
        m_link.setOn(false);
        m_fused->setChecked(false);
        m_viewer.setVolume({});
        hide();
        Q_EMIT closed();
    });
    hide();
}

ComparePane::~ComparePane() = default;

void ComparePane::showSeries(const VolumePtr& volume, const QString& title, bool sameFrame) {
    m_viewer.setVolume(volume);
    m_title->setText(title);
    const QString why =
        sameFrame ? QString() : tr("The two series have different frames of reference.");
    for (CheckRow* row : {m_linked, m_fused}) {
        row->setEnabled(sameFrame);
        row->setToolTip(why);
        row->setAccessibleDescription(why);
    }
    m_fused->setChecked(false);
    m_linked->setChecked(sameFrame);
    m_link.setOn(sameFrame);
    m_layout->setLargePlane(m_first.activePlane());
    show();
}

void ComparePane::fuse(bool on) {
    viewer::Fusion fusion;
    if (on && m_viewer.volume()) {
        fusion.volume = m_viewer.volume();
        fusion.window = m_viewer.window();
        fusion.window.inverted = false;
    }
    m_first.setFusion(fusion);
}

}  // namespace nodewise::measure_screen
