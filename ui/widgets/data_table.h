/// data_table.h: a table of texts: read, walked by keyboard, spoken and copied.
#pragma once
#include <QList>
#include <QStringList>
#include <QTableView>
#include <vector>

class QStandardItemModel;

namespace nodewise::widgets {

/// Head 36 (dim), rows 34, 1 px lines, numbers at the right. Where the columns want more room than
/// there is, the widest ones of text are made narrower and their rows wrap. Ctrl C copies the
/// selected rows, or all when none is, as lines of tab-separated texts with the head.
class DataTable final : public QTableView {
    Q_OBJECT
public:
    DataTable(const QString& objectName, const QString& name, QWidget* parent = nullptr);
    /// Columns in `numbers` stand at the right.
    void setTable(const QStringList& heads, const std::vector<QStringList>& rows,
                  const QList<int>& numbers = {});
    /// Rows can be pressed: Enter, Space or a click emits `rowActivated`.
    void setActive(bool active);
    [[nodiscard]] QString copyText() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 104}; }

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    /// Takes the room that is left: the last column; where that holds numbers, which belong
    /// beside each other, the first of text.
    [[nodiscard]] int columnOfTheRest() const;

    QStandardItemModel* m_model;
    QList<int> m_numbers;
    std::vector<int> m_wanted;  ///< Width of each column with every text on one line.
    bool m_narrow = false, m_active = false;
};

}  // namespace nodewise::widgets
