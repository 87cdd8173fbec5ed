/// combo_box.h: a choice from a list, with the family's chevron.
#pragma once
#include <QComboBox>

namespace nodewise::widgets {

/// 32 high, 28 compact. `name` is the accessible name. The wheel changes it only with focus.
class ComboBox final : public QComboBox {
    Q_OBJECT
public:
    ComboBox(const QString& objectName, const QString& name, QWidget* parent = nullptr);
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace nodewise::widgets
