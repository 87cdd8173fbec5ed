#include "ui/read/node_list.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QPainter>

namespace nodewise::read {

using models::ReadingModel;
using namespace widgets;

namespace {

constexpr int kRowHeight = 40;

}  // namespace

NodeListModel::NodeListModel(ReadingModel& model, QObject* parent)
    : QAbstractListModel(parent)
    , m_model(model) {
    connect(&model, &ReadingModel::nodesChanged, this, &NodeListModel::take);
    connect(&model, &ReadingModel::caseChanged, this, &NodeListModel::take);
    m_rows = m_model.nodes();
}

void NodeListModel::take() {
    auto rows = m_model.nodes();
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int NodeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NodeListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const models::NodeRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString right = row.called && row.probability ? text::percent(*row.probability)
                          : row.called                  ? tr("called")
                                                        : tr("open");
    switch (role) {
    case Qt::DisplayRole:
        return text::sideLevelShort(row.asked.side, row.asked.level);
    case RightRole:
        return right;
    case CalledRole:
        return row.called;
    case Qt::AccessibleTextRole: {
        const QString level = text::sideLevel(row.asked.side, row.asked.level);
        const int number = index.row() + 1;
        return row.called ? tr("Node %1, %2, called, %3").arg(number).arg(level, right)
                          : tr("Node %1, %2, open").arg(number).arg(level);
    }
    default:
        return {};
    }
}

QSize NodeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {100, kRowHeight};
}

void NodeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const QRectF box(option.rect);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected)
        painter->fillRect(box, theme.raised);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(box, theme.hover);
    if (selected)
        painter->fillRect(QRectF(box.left(), box.top(), 2, box.height()), theme.accent);
    const QRectF square(box.left() + 12.5, box.center().y() - 5.5, 11, 11);
    const bool called = index.data(NodeListModel::CalledRole).toBool();
    painter->setPen(QPen(called ? theme.mark : theme.edge, 1.5));
    painter->setBrush(called ? QBrush(theme.mark) : QBrush(Qt::NoBrush));
    painter->drawRect(square);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter;
    paintText(*painter, box.adjusted(32, 0, 0, 0), flags, text::number(index.row() + 1),
              selected ? TextStyle::Head : TextStyle::Base, selected ? theme.strong : theme.text);
    const QString right = index.data(NodeListModel::RightRole).toString();
    const int rightWidth = textWidth(right, TextStyle::Note);
    paintElided(*painter, box.adjusted(49, 0, -rightWidth - 18, 0), flags, index.data().toString(),
                TextStyle::Base, theme.text);
    paintText(*painter, box.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, right,
              TextStyle::Note, called ? theme.text : theme.dim);
    if (selected && hasKeyboardFocus(option.widget))
        paintFocusRing(*painter, box.adjusted(2, 1, -1, -1), 4, option.widget);
    painter->restore();
}

NodeList::NodeList(ReadingModel& model, QWidget* parent)
    : QListView(parent)
    , m_reading(model)
    , m_rows(model) {
    setObjectName(QStringLiteral("nodeList"));
    setAccessibleName(tr("Nodes"));
    setModel(&m_rows);
    setItemDelegate(&m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(&model, &ReadingModel::currentNodeChanged, this, &NodeList::followModel);
    connect(&model, &ReadingModel::nodesChanged, this, &NodeList::followModel);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (m_following || !now.isValid())
                    return;
                m_reading.selectNode(now.row());
                followModel();
            });
}

void NodeList::followModel() {
    m_following = true;
    const QModelIndex current = m_rows.index(m_reading.currentNode());
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect);
    m_following = false;
}

QSize NodeList::sizeHint() const {
    return {140, std::clamp(m_rows.rowCount(), 1, 8) * kRowHeight};
}

}  // namespace nodewise::read
