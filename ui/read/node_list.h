/// node_list.h: the nodes of the case: a square, number, level, and your percent or "open".
#pragma once
#include "ui/models/reading_model.h"
#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace nodewise::read {

/// Rows of the reading model. DisplayRole "1  L IIa", right text under `RightRole`.
class NodeListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RightRole = Qt::UserRole, CalledRole };
    explicit NodeListModel(models::ReadingModel& model, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void take();
    models::ReadingModel& m_model;
    std::vector<models::NodeRow> m_rows;
};

/// 40 px high; the square is filled when the node is called.
class NodeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

/// objectName: nodeList. As high as its rows.
class NodeList final : public QListView {
    Q_OBJECT
public:
    explicit NodeList(models::ReadingModel& model, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

private:
    void followModel();
    models::ReadingModel& m_reading;
    NodeListModel m_rows;
    NodeDelegate m_delegate;
    bool m_following = false;
};

}  // namespace nodewise::read
