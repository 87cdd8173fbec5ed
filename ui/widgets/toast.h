/// toast.h: "Node 2 removed · Undo", lower left, never over an image, never modal.
#pragma once
#include <QFrame>
#include <QTimer>

class QLabel;

namespace nodewise::widgets {

class Button;
class ToolButton;

/// 44 high, 360 wide, 16 from the edges of its host's lower left corner. 8 s; stays while hovered
/// or focused. Announced as an alert.
class Toast final : public QFrame {
    Q_OBJECT
public:
    explicit Toast(QWidget* host);
    /// `action` empty: no button. `key` is the hint beside it ("Ctrl Z").
    void showMessage(const QString& text, const QString& action = {}, const QString& key = {});
    /// Distance of the toast's lower edge from the host's; 16 at first.
    void setFootOffset(int px);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void dismiss();
    QLabel* m_text;
    Button* m_action;
    ToolButton* m_close;
    QTimer m_timer;
    int m_footOffset = 16;
};

}  // namespace nodewise::widgets
