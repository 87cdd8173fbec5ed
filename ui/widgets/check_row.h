/// check_row.h: a check box with a key or a count at the right end of its row.
#pragma once
#include <QCheckBox>

namespace nodewise::widgets {

/// Box 16, gap 8, row 24 to 28 high; `trailing` is dim at the right ("P", "38").
class CheckRow final : public QCheckBox {
    Q_OBJECT
public:
    CheckRow(const QString& objectName, const QString& text, QWidget* parent = nullptr);
    void setTrailing(const QString& trailing);
    [[nodiscard]] QString trailing() const { return m_trailing; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }

private:
    QString m_trailing;
};

}  // namespace nodewise::widgets
