/// header_strip.h: the 44 px line at the head of a screen.
#pragma once
#include <QFrame>
#include <QList>
#include <QStringList>

class QHBoxLayout;
class QLabel;

namespace nodewise::widgets {

class ElideLabel;

/// Name 600 | parts joined by a middle dot | more parts … right: texts and controls.
class HeaderStrip final : public QFrame {
    Q_OBJECT
public:
    explicit HeaderStrip(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Each list is a group; groups are parted by a 1 × 20 line. The second group on is dim.
    void setGroups(const QList<QStringList>& groups);
    /// A text at the right end, after a separator when it is not the first. The caller may change
    /// its text.
    QLabel* addRightText(const QString& text, bool strong);
    void addRight(QWidget* control);
    /// A control in the middle of the strip (search field), straight after the groups.
    void addLeft(QWidget* control);

private:
    QFrame* addSeparator(int at);
    QHBoxLayout* m_layout;
    QLabel* m_title;
    QList<QWidget*> m_groupWidgets;
    int m_rightCount = 0;
};

/// A 1 × 20 line in `line`.
[[nodiscard]] QFrame* makeSeparator(QWidget* parent);
/// A 1 px horizontal line.
[[nodiscard]] QFrame* makeRule(QWidget* parent);

}  // namespace nodewise::widgets
