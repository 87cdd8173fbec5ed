#include "ui/widgets/data_table.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <algorithm>
#include <numeric>

namespace nodewise::widgets {

namespace {

constexpr int kHead = 36, kRow = 34, kGap = 16, kNarrowest = 56;

/// The width that the widest may have when all together have `room`; none narrower than
/// kNarrowest for it. `widths` from narrow to wide.
int widestIn(const std::vector<int>& widths, int room) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int share = room / static_cast<int>(widths.size() - i);
        if (widths[i] > share)
            return std::max(share, kNarrowest);
        room -= widths[i];
    }
    return widths.empty() ? kNarrowest : widths.back();
}

}  // namespace

DataTable::DataTable(const QString& objectName, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(this)) {
    setObjectName(objectName);
    setAccessibleName(name);
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setFont(textFont(TextStyle::Base));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setFixedHeight(kHead);
    horizontalHeader()->setFont(textFont(TextStyle::Small));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(0);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (m_active)
            Q_EMIT rowActivated(index.row());
    });
}

void DataTable::setTable(const QStringList& heads, const std::vector<QStringList>& rows,
                         const QList<int>& numbers) {
    m_wanted.clear();
    m_model->clear();
    m_model->setHorizontalHeaderLabels(heads);
    for (int column = 0; column < heads.size(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(
            (numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    for (const QStringList& row : rows) {
        QList<QStandardItem*> items;
        for (int column = 0; column < heads.size(); ++column) {
            auto* item = new QStandardItem(column < row.size() ? row[column] : QString());
            item->setTextAlignment((numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
            item->setData(QStringLiteral("%1: %2").arg(heads[column], item->text()),
                          Qt::AccessibleTextRole);
            items << item;
        }
        m_model->appendRow(items);
    }
    m_numbers = numbers;
    // Without wrapping: the width that a text would like to have.
    setWordWrap(false);
    for (int column = 0; column < heads.size(); ++column)
        m_wanted.push_back(
            std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
    setWordWrap(true);
    fitColumns();
    if (!rows.empty())
        setCurrentIndex(m_model->index(0, 0));
    clearSelection();
    updateGeometry();
}

int DataTable::columnOfTheRest() const {
    const int last = m_model->columnCount() - 1;
    if (!m_numbers.contains(last))
        return last;
    for (int column = 0; column < last; ++column)
        if (!m_numbers.contains(column))
            return column;
    return last;
}

void DataTable::fitColumns() {
    const int columns = m_model->columnCount();
    // While it is being filled nothing is known of it yet.
    if (columns == 0 || m_wanted.size() != static_cast<std::size_t>(columns))
        return;
    const int room = viewport()->width(),
              spare = room - std::accumulate(m_wanted.begin(), m_wanted.end(), 0);
    // Apart as far as there is room for it; without any the texts give way, never the numbers.
    const int gap = columns > 1 ? std::clamp(spare / (columns - 1), 0, kGap) : 0;
    std::vector<int> texts;
    int forTexts = room;
    for (int column = 0; column < columns; ++column) {
        const int wanted = m_wanted[static_cast<std::size_t>(column)];
        if (m_numbers.contains(column))
            forTexts -= wanted;
        else
            texts.push_back(wanted);
    }
    std::sort(texts.begin(), texts.end());
    const int widest = spare >= 0 || texts.empty() ? room : widestIn(texts, forTexts);
    int left = room;
    std::vector<int> widths;
    for (int column = 0; column < columns; ++column) {
        const int wanted = m_wanted[static_cast<std::size_t>(column)];
        widths.push_back((column + 1 < columns ? gap : 0) +
                         (m_numbers.contains(column) ? wanted : std::min(wanted, widest)));
        left -= widths.back();
    }
    widths[static_cast<std::size_t>(columnOfTheRest())] += std::max(left, 0);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    const bool narrow = !texts.empty() && texts.back() > widest;
    if (!narrow && !m_narrow)
        return;
    m_narrow = narrow;
    for (int row = 0; row < rows(); ++row)
        setRowHeight(row, narrow ? std::max(kRow, sizeHintForRow(row)) : kRow);
    updateGeometry();
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::setActive(bool active) {
    m_active = active;
    setSelectionMode(active ? QAbstractItemView::SingleSelection
                            : QAbstractItemView::ExtendedSelection);
}

int DataTable::rows() const {
    return m_model->rowCount();
}

QString DataTable::text(int row, int column) const {
    return m_model->index(row, column).data().toString();
}

QString DataTable::copyText() const {
    QStringList lines, heads;
    for (int column = 0; column < m_model->columnCount(); ++column)
        heads << m_model->headerData(column, Qt::Horizontal).toString();
    lines << heads.join(QLatin1Char('\t'));
    const auto chosen = selectionModel()->selectedRows();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!chosen.isEmpty() && !selectionModel()->isRowSelected(row, {}))
            continue;
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << text(row, column);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QSize DataTable::sizeHint() const {
    int height = kHead + 2;
    for (int row = 0; row < std::clamp(rows(), 2, 12); ++row)
        height += row < rows() ? rowHeight(row) : kRow;
    return {480, height};
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copyText());
        return event->accept();
    }
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       event->key() == Qt::Key_Space;
    if (m_active && press && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
        return event->accept();
    }
    QTableView::keyPressEvent(event);
}

}  // namespace nodewise::widgets
