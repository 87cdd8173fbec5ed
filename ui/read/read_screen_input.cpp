// What the reader does on the pictures and on the keyboard, taken into the call.
#include "ui/models/reading_draft.h"
#include "ui/read/call_foot.h"
#include "ui/read/call_keys.h"
#include "ui/read/call_panel.h"
#include "ui/read/read_screen.h"
#include "ui/viewer/drawn_json.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextEdit>
#include <cmath>

namespace nodewise::read {

namespace {

bool isTextField(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

/// The ruler's tenth of a millimetre is all a reader sees; more digits would look like precision.
std::optional<double> toTenth(const std::optional<double>& mm) {
    return mm ? std::optional(std::round(*mm * 10.0) / 10.0) : std::nullopt;
}

}  // namespace

void ReadScreen::takeMarks() {
    if (m_restoring || !m_model.canEdit())
        return;
    const int number = m_model.currentNode() + 1;
    NodeCall call = m_model.draft();
    call.mark.reset();
    for (const viewer::NodeMark& mark : m_viewer.marks())
        if (mark.number == number)
            call.mark = mark.place;
    m_model.setDraft(call);
}

void ReadScreen::takePair() {
    if (m_restoring || !m_model.canEdit())
        return;
    const auto* pair = m_viewer.pairOf(m_model.currentNode() + 1);
    // A pair drawn before the node is marked belongs to the node all the same.
    if (!pair)
        pair = m_viewer.pairOf(0);
    const auto values =
        pair ? std::optional(viewer::measurementValues(*pair, nullptr)) : std::nullopt;
    const bool same = values.has_value() == m_lastPair.has_value() &&
                      (!values || (values->longMm == m_lastPair->longMm &&
                                   values->shortMm == m_lastPair->shortMm));
    if (same)
        return;
    m_lastPair = values;
    NodeCall call = m_model.draft();
    call.longAxisMm = values ? toTenth(values->longMm) : std::nullopt;
    call.shortAxisMm = values ? toTenth(values->shortMm) : std::nullopt;
    m_model.setDraft(call);
}

/// Rulers, regions, key images: kept until the case is finished.
void ReadScreen::takeDrawn() {
    if (!m_restoring && m_model.canEdit())
        m_model.setDrawn(serial::toJsonText(viewer::drawnJson(m_viewer)));
}

void ReadScreen::tellView() {
    if (!m_viewer.volume())
        return;
    const auto slice = m_viewer.sliceNumber(viewer::ViewPlane::Axial);
    m_model.noteView(m_viewer.cursor().z, slice.number);
    const auto plane = m_viewer.activePlane();
    const PointLps at = m_viewer.cursor();
    m_model.notePlane(static_cast<session::PathPlane>(plane),
                      plane == viewer::ViewPlane::Axial     ? at.z
                      : plane == viewer::ViewPlane::Coronal ? at.y
                                                            : at.x);
}

void ReadScreen::startMarking() {
    m_viewer.setTool(viewer::Tool::Mark);
    m_layout->view(viewer::ViewPlane::Axial)->setFocus();
}

bool ReadScreen::handleCallKey(const QKeyEvent& event) {
    const auto key = callKeyFor(event);
    if (!key || currentWidget() != m_readingPage)
        return false;
    switch (key->question) {
    case CallQuestion::Sheet:
        m_sheet->toggle();
        return true;
    case CallQuestion::NextNode:
        m_model.selectNextNode();
        return true;
    case CallQuestion::Commit:
        m_panel->foot()->commitButton()->click();
        return true;
    default:
        if (!m_model.canEdit())
            return false;
        m_panel->answer(*key);
        return true;
    }
}

void ReadScreen::keyPressEvent(QKeyEvent* event) {
    const QWidget* focus = QApplication::focusWidget();
    if (isTextField(focus)) {
        // Enter ends the typing; only the next Enter commits.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            m_panel->foot()->commitButton()->setFocus(Qt::TabFocusReason);
        return QStackedWidget::keyPressEvent(event);
    }
    if (handleCallKey(*event) || (currentWidget() == m_readingPage && m_layout->handleKey(*event)))
        return event->accept();
    QStackedWidget::keyPressEvent(event);
}

bool ReadScreen::eventFilter(QObject* object, QEvent* event) {
    // Lists and combo boxes would take letters for a search among their rows.
    if (event->type() == QEvent::KeyPress && handleCallKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QStackedWidget::eventFilter(object, event);
}

}  // namespace nodewise::read
