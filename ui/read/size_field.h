/// size_field.h: a length in mm, typed or drawn: the name inside at the left, the value at the
/// right.
#pragma once
#include <QLineEdit>
#include <optional>

namespace nodewise::read {

/// 32 high (28 compact). Takes "14", "14.5", "14,5 mm"; anything else is shown as invalid and is no
/// answer. `name` is the accessible name, `label` what stands inside.
class SizeField final : public QLineEdit {
    Q_OBJECT
public:
    SizeField(const QString& objectName, const QString& name, const QString& label,
              QWidget* parent = nullptr);
    /// Sets without a signal; does not disturb typing of the same value.
    void setMillimetres(const std::optional<double>& mm);
    [[nodiscard]] std::optional<double> millimetres() const { return m_value; }
    void setCompact(bool compact);
    /// 2 px in `differs` round the field.
    void setInvalid(bool invalid);

Q_SIGNALS:
    /// By the user only.
    void millimetresChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void read();
    QString m_label;
    std::optional<double> m_value;
};

}  // namespace nodewise::read
