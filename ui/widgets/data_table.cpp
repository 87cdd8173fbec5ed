#include "ui/widgets/data_table.h"
#include "ui/widgets/type_scale.h"
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace nodewise::widgets {

namespace {

constexpr int kHead = 36, kRow = 34;

}  // namespace

DataTable::DataTable(const QString& objectName, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(this)) {
    setObjectName(objectName);
    setAccessibleName(name);
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
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
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (m_active)
            Q_EMIT rowActivated(index.row());
    });
}

void DataTable::setTable(const QStringList& heads, const std::vector<QStringList>& rows,
                         const QList<int>& numbers) {
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
    resizeColumnsToContents();
    for (int column = 0; column + 1 < heads.size(); ++column)
        setColumnWidth(column, std::min(columnWidth(column) + 16, 320));
    if (!rows.empty())
        setCurrentIndex(m_model->index(0, 0));
    clearSelection();
    updateGeometry();
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
    return {480, kHead + kRow * std::clamp(rows(), 2, 12) + 2};
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
