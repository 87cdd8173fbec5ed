/// buttons.h: push, primary, link and tool buttons, each with name, key and object name.
#pragma once
#include <QPushButton>
#include <QToolButton>

namespace nodewise::widgets {

/// 32 × 32, icon 20. The tooltip is "name  key", the accessible name is `name`.
class ToolButton final : public QToolButton {
    Q_OBJECT
public:
    ToolButton(const QString& objectName, const QString& iconName, const QString& name,
               const QString& key, QWidget* parent = nullptr);
    void setKey(const QString& key);

private:
    QString m_name;
};

enum class ButtonKind {
    Plain,    ///< 32 high
    Compact,  ///< 28 high
    Primary,  ///< 32 high, accent; one a screen
    Foot,     ///< 36 high, accent, at a panel's foot
    Start,    ///< 40 high, accent, first start only
    Link,     ///< no frame, accent text
    Quiet     ///< no frame, text
};

/// A push button that may carry a key hint ("Continue  Enter"), painted small after the text.
class Button final : public QPushButton {
    Q_OBJECT
public:
    Button(const QString& objectName, const QString& text, ButtonKind kind,
           QWidget* parent = nullptr);
    void setKeyHint(const QString& hint);
    [[nodiscard]] QString keyHint() const { return m_keyHint; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isAccent() const;
    void paintFrame(class QPainter& painter, const struct Theme& theme) const;
    void paintText(class QPainter& painter, const struct Theme& theme) const;
    ButtonKind m_kind;
    QString m_keyHint;
};

}  // namespace nodewise::widgets
