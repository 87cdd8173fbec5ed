/// reason_toggle.h: "this answer carried the call", a pin at the right end of a question.
#pragma once
#include <QToolButton>

namespace nodewise::widgets {

/// Pin 16 px and "reason" (dim), or "carried the call" (text) when on. Disabled until its question
/// is answered. `question` goes into the accessible name.
class ReasonToggle final : public QToolButton {
    Q_OBJECT
public:
    explicit ReasonToggle(QWidget* parent = nullptr);
    void setQuestion(const QString& question);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString caption(bool on) const;
};

}  // namespace nodewise::widgets
