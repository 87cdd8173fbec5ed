/// figure_row.h: a row of figures: label, value, interval.
#pragma once
#include <QFrame>
#include <QString>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace nodewise::widgets {

struct FigureText {
    QString label;     ///< "Brier skill"
    QString value;     ///< "+0.28", or "–"
    QString interval;  ///< "0.14 to 0.41", or what is missing; wraps to two lines
};

/// 92 high; cells of equal width with 1 px dividers. Each cell reads as one text.
class FigureRow final : public QFrame {
    Q_OBJECT
public:
    explicit FigureRow(QWidget* parent = nullptr);
    /// Object names of the cells are "<objectName>_<index>".
    void setFigures(const std::vector<FigureText>& figures);

private:
    struct Cell {
        QFrame* frame;
        QLabel *label, *value, *interval;
    };
    Cell addCell();
    QHBoxLayout* m_layout;
    std::vector<Cell> m_cells;
};

}  // namespace nodewise::widgets
