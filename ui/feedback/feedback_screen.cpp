#include "ui/feedback/feedback_screen.h"
#include "ui/feedback/feedback_overlays.h"
#include "ui/feedback/margin_chart.h"
#include "ui/feedback/marks_panel.h"
#include "ui/feedback/measured_list.h"
#include "ui/render/surface_view.h"
#include "ui/text/call_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialog_service.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/toast.h"
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::feedback_screen {

using models::GradedCall;
using models::ReadingModel;
using models::ReadingState;
using viewer::OverlayRole;
using namespace widgets;

namespace {

/// How much of the neck is shown round the node, mm along the shorter side of the view.
double fieldMmOf(const NodeTruth& truth) {
    return std::clamp(2.2 * truth.longAxisMm, 36.0, 90.0);
}

}  // namespace

FeedbackScreen::~FeedbackScreen() = default;

QList<QWidget*> FeedbackScreen::focusRegions() const {
    return {m_marks, m_chipBar, m_axial, m_surface, m_next->parentWidget()};
}

void FeedbackScreen::setPractiseOffered(bool offered) {
    m_practise->setVisible(offered);
}

void FeedbackScreen::setRemedyPictures(remedies::RemedyPictures* pictures) {
    m_marks->setPictures(pictures);
}

void FeedbackScreen::showGraded() {
    const models::GradedCallPtr graded = m_model.graded();
    if (!graded)
        return;
    showHeader(*graded);
    m_marks->setGraded(*graded);
    showPictures(*graded);
    showNumbers(*graded);
    showFoot();
    m_focusPending = true;
    if (isVisible()) {
        m_marks->firstRow()->setFocus(Qt::OtherFocusReason);
        m_focusPending = false;
    }
}

void FeedbackScreen::showHeader(const GradedCall& graded) {
    const int number = static_cast<int>(graded.nodeIndex) + 1;
    const int count = static_cast<int>(graded.record.nodes.size());
    QStringList history{m_model.title()};
    history << text::historyParts(graded.record.history);
    //: Node %1 of %2.
    m_header->setGroups({{tr("Node %1 of %2").arg(number).arg(count),
                          text::sideLevel(graded.node.side, graded.node.level)},
                         history});
}

void FeedbackScreen::showPictures(const GradedCall& graded) {
    const auto& opening = graded.record.opening;
    m_viewer.setVolume(graded.volume, Window{opening.windowWidthHu, opening.windowLevelHu, false});
    m_viewer.setReadOnly(true);
    m_viewer.setTool(viewer::Tool::Window);
    m_viewer.setCrosshairShown(false);
    m_viewer.setOverlays(overlaysOf(graded));
    fillChips();
    m_noPictures->setVisible(!graded.volume);
    m_spot->setEnabled(graded.volume != nullptr);
    goToSpot();
    m_surface->setScene(sceneOf(graded));
    m_surface->lookFrom(azimuthOf(graded), 0);
}

void FeedbackScreen::fillChips() {
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const OverlayRole role : rolesOf(m_viewer.overlays())) {
        auto* chip = new Chip(roleName(role, m_brief), m_chipBar);
        const QString letter = viewer::overlayLetter(role);
        chip->setObjectName(QStringLiteral("chip_") + letter);
        chip->setKey(letter);
        chip->setSample(
            [role](QPainter& painter, const QRectF& box) { paintRoleSample(painter, box, role); });
        chip->setCheckable(true);
        chip->setAccessibleName(roleName(role, false));
        chip->setChecked(m_viewer.roleShown(role));
        connect(chip, &QToolButton::toggled, this,
                [this, role](bool on) { m_viewer.setRoleShown(role, on); });
        m_chips[role] = chip;
    }
    arrangeChips();
}

/// In one row where they fit, else in two.
void FeedbackScreen::arrangeChips() {
    constexpr int kOneRow = 48, kTwoRows = 68;
    const auto count = static_cast<int>(m_chips.size());
    int need = m_chipRow->spacing() * count;
    for (const Chip* chip : m_chips)
        need += chip->sizeHint().width();
    const bool two = need + m_spot->sizeHint().width() + 28 > m_chipBar->width();
    m_chipBar->setFixedHeight(two ? kTwoRows : kOneRow);
    const int first = two ? (count + 1) / 2 : count;
    int at = 0;
    for (Chip* chip : m_chips) {
        m_chipRow->removeWidget(chip);
        m_secondRow->removeWidget(chip);
        if (at < first)
            m_chipRow->insertWidget(at, chip);
        else
            m_secondRow->insertWidget(at - first, chip);
        ++at;
    }
}

void FeedbackScreen::showNumbers(const GradedCall& graded) {
    const bool lines = graded.widestMargin && graded.cleanMargin;
    m_chartBox->setVisible(lines);
    if (lines)
        m_chart->setLines(*graded.widestMargin, *graded.cleanMargin);
    m_measured->setRows(text::measuredRows({graded.answer, graded.truth, graded.feedback,
                                            graded.measured ? &*graded.measured : nullptr}));
}

void FeedbackScreen::showFoot() {
    m_dispute->setEnabled(m_model.graded() != nullptr);
    m_bench->setVisible(m_model.graded() && m_model.graded()->recipe);
    m_next->setText(!m_model.inReading()  ? tr("Back")
                    : m_model.moreNodes() ? tr("Next node")
                                          : tr("Finish the case"));
}

void FeedbackScreen::goToSpot() {
    const auto graded = m_model.graded();
    if (!graded || !graded->volume)
        return;
    // The slice of the spot, with the whole node in the middle of the picture.
    PointLps place = graded->truth.centre;
    place.z = graded->feedback.place.value_or(place).z;
    m_viewer.showSpot(place, fieldMmOf(graded->truth));
}

void FeedbackScreen::goOn() {
    if (m_model.inReading()) {
        m_model.next();
        return;
    }
    m_model.close();
    Q_EMIT closed();
}

void FeedbackScreen::askDispute() {
    const auto objection =
        m_dialogs.askText(this, tr("Dispute the reference"),
                          tr("What do you see differently? It is kept with this call."), {});
    if (objection)
        m_model.dispute(*objection);
}

void FeedbackScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_next->isEnabled())
            m_next->click();
        return event->accept();
    }
    if (event->modifiers() == Qt::NoModifier)
        if (const auto letter = viewer::letterOfKey(*event))
            for (auto chip = m_chips.begin(); chip != m_chips.end(); ++chip)
                if (viewer::overlayLetter(chip.key()) == *letter) {
                    chip.value()->toggle();
                    return event->accept();
                }
    const auto command = viewer::viewerCommandFor(*event);
    if (command && m_axial->execute(*command))
        return event->accept();
    QWidget::keyPressEvent(event);
}

void FeedbackScreen::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Whole names need the width of the large window.
    const bool brief = width() < 1340;
    if (brief == m_brief)
        return arrangeChips();
    m_brief = brief;
    // The list needs its words; the chart can be narrower than the picture above.
    m_numbers->setStretch(0, brief ? 340 : 520);
    m_axes->setText(brief ? tr("HU, mm from the edge")
                          : tr("HU along the normal, mm from the edge"));
    m_spot->setText(brief ? tr("Spot") : tr("Back to the spot"));
    fillChips();
}

void FeedbackScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_focusPending)
        m_marks->firstRow()->setFocus(Qt::OtherFocusReason);
    m_focusPending = false;
}

}  // namespace nodewise::feedback_screen
