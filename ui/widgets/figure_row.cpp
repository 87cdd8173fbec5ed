#include "ui/widgets/figure_row.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QStyle>

namespace nodewise::widgets {

FigureRow::FigureRow(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setFixedHeight(92);
}

FigureRow::Cell FigureRow::addCell() {
    Cell cell{};
    cell.frame = new QFrame(this);
    cell.frame->setProperty("class", QStringLiteral("figureCell"));
    cell.frame->setObjectName(objectName() +
                              QStringLiteral("_%1").arg(static_cast<int>(m_cells.size())));
    cell.label = makeLabel({}, TextStyle::Note, TextTone::Dim, cell.frame);
    cell.value = makeLabel({}, TextStyle::Title, TextTone::Strong, cell.frame);
    cell.interval = makeLabel({}, TextStyle::Note, TextTone::Dim, cell.frame);
    auto* rows = new QVBoxLayout(cell.frame);
    rows->setContentsMargins(24, 16, 16, 16);
    rows->setSpacing(4);
    rows->addWidget(cell.label);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(cell.value, 0, Qt::AlignTop);
    line->addWidget(cell.interval, 1, Qt::AlignTop);
    cell.interval->setContentsMargins(0, 6, 0, 0);  // One line stands level with the value.
    rows->addLayout(line);
    rows->addStretch(1);
    cell.interval->setWordWrap(true);
    m_layout->addWidget(cell.frame, 1);
    return cell;
}

void FigureRow::setFigures(const std::vector<FigureText>& figures) {
    while (m_cells.size() < figures.size())
        m_cells.push_back(addCell());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const Cell& cell = m_cells[i];
        cell.frame->setVisible(i < figures.size());
        if (i >= figures.size())
            continue;
        cell.label->setText(figures[i].label);
        cell.value->setText(figures[i].value);
        cell.value->setVisible(!figures[i].value.isEmpty());
        cell.interval->setText(figures[i].interval);
        cell.frame->setAccessibleName(
            QStringList{figures[i].label, figures[i].value, figures[i].interval}.join(
                QLatin1Char(' ')));
        cell.frame->setProperty("last", i + 1 == figures.size());
        cell.frame->style()->unpolish(cell.frame);
        cell.frame->style()->polish(cell.frame);
    }
}

}  // namespace nodewise::widgets
