/// rail.h: the places of the program, one above the other.
#pragma once
#include <QFrame>
#include <QToolButton>
#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace nodewise::shell {

/// 64 × 56, icon 20, label 11; the current place has a 2 × 32 bar at the left edge.
class RailButton final : public QToolButton {
    Q_OBJECT
public:
    RailButton(const QString& objectName, const QString& iconName, const QString& title,
               QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override { return {63, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
};

class Rail final : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    /// Places at the foot stand apart (Settings). Object name: "<id>Place".
    void addPlace(const QString& id, const QString& iconName, const QString& title, bool atFoot);
    void setCurrent(const QString& id);

Q_SIGNALS:
    void placeChosen(const QString& id);

private:
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
    int m_atHead = 0;
};

}  // namespace nodewise::shell
