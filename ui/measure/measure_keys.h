/// measure_keys.h: the keys of the Measure place, shown in place.
#pragma once
#include <QFrame>
#include <QPointer>

namespace nodewise::measure_screen {

/// `?` shows and hides it, Escape hides it. objectName: measureKeys.
class MeasureKeys final : public QFrame {
    Q_OBJECT
public:
    explicit MeasureKeys(QWidget* parent);
    void toggle();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPointer<QWidget> m_before;
};

}  // namespace nodewise::measure_screen
