// What the Read place shows of its case: volume, header, marks and drawings, the clock.
#include "ui/read/node_column.h"
#include "ui/read/read_screen.h"
#include "ui/read/series_card.h"
#include "ui/text/call_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/drawn_json.h"
#include "ui/widgets/header_strip.h"
#include <QLabel>
#include <algorithm>

namespace nodewise::read {

using models::ReadingState;

void ReadScreen::showCase() {
    const auto& opened = m_model.openedCase();
    std::optional<Window> window;
    if (opened)
        window = Window{opened->record.opening.windowWidthHu, opened->record.opening.windowLevelHu,
                        false};
    m_restoring = true;
    m_viewer.setVolume(m_model.volume(), window);
    m_restoring = false;
    showHeader();
    const QString name = opened ? tr("Neck, soft tissue") : m_model.title();
    m_column->series()->setSeries(m_model.volume(), name, m_viewer.window());
    if (opened && opened->record.opening.positionZMm) {
        PointLps place = m_viewer.cursor();
        place.z = *opened->record.opening.positionZMm;
        m_viewer.setCursor(place);
    }
    restoreMarks();
    tellView();
}

void ReadScreen::showHeader() {
    const auto& opened = m_model.openedCase();
    m_header->setTitle(m_model.title());
    m_header->setGroups(opened ? QList<QStringList>{text::historyParts(opened->record.history)}
                               : QList<QStringList>{});
    const auto mode = m_model.mode();
    m_mode->setText(!mode                           ? QString()
                    : *mode == session::Mode::Learn ? tr("Learn")
                    : *mode == session::Mode::Drill ? tr("Drill")
                                                    : tr("Test"));
    m_edition->setText(opened ? text::editionName(opened->record.edition) : QString());
}

void ReadScreen::showNode() {
    const int number = m_model.currentNode() + 1;
    m_viewer.setNextMark(number);
    const auto& marks = m_viewer.marks();
    const bool marked = std::any_of(marks.begin(), marks.end(), [=](const viewer::NodeMark& mark) {
        return mark.number == number;
    });
    m_viewer.setActiveMark(marked ? number : 0);
    m_lastPair.reset();
    if (const auto* pair = m_viewer.pairOf(number))
        m_lastPair = viewer::measurementValues(*pair, nullptr);
    if (!marked && m_model.canEdit())
        m_viewer.setTool(viewer::Tool::Mark);
    tellTime();
}

void ReadScreen::restoreMarks() {
    m_restoring = true;
    const auto rows = m_model.nodes();
    const int current = m_model.currentNode();
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const auto& mark = rows[static_cast<std::size_t>(i)].mark;
        if (!mark)
            continue;
        m_viewer.setNextMark(i + 1);
        m_viewer.addMark(*mark);
    }
    if (const auto drawn = serial::parseJson(m_model.drawn()))
        viewer::restoreDrawn(m_viewer, *drawn);
    m_viewer.undoStack()->clear();
    m_restoring = false;
    if (current >= 0)
        showNode();
}

/// A mark that did not come from the pictures (a call taken up again) is shown on them.
void ReadScreen::followDraft() {
    const auto mark = m_model.draft().mark;
    const int number = m_model.currentNode() + 1;
    if (!mark || !m_viewer.volume() || m_restoring)
        return;
    const auto& marks = m_viewer.marks();
    const auto shown = std::find_if(marks.begin(), marks.end(), [=](const viewer::NodeMark& drawn) {
        return drawn.number == number;
    });
    if (shown != marks.end() && shown->place == *mark)
        return;
    m_restoring = true;
    m_viewer.setNextMark(number);
    m_viewer.addMark(*mark);
    m_restoring = false;
}

void ReadScreen::tellTime() {
    if (m_model.state() == ReadingState::Viewing)
        return m_time->setText({});
    const auto spent = m_model.elapsed(), limit = m_model.timeLimit();
    if (limit.count() == 0 || m_model.mode() != session::Mode::Drill)
        return m_time->setText(text::stretch(spent));
    m_time->setText(spent <= limit ? tr("%1 left").arg(text::stretch(limit - spent))
                                   : tr("%1 over").arg(text::stretch(spent - limit)));
}

}  // namespace nodewise::read
