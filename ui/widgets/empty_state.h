/// empty_state.h: what is missing, how many so far, and one way on.
#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace nodewise::widgets {

class EmptyState final : public QFrame {
    Q_OBJECT
public:
    /// An empty `action` leaves the button out.
    EmptyState(const QString& title, const QString& detail, const QString& action,
               QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& detail, const QString& action);
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel* m_title;
    QLabel* m_detail;
    QPushButton* m_button;
};

}  // namespace nodewise::widgets
