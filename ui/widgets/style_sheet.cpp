#include "ui/widgets/style_sheet.h"

namespace nodewise::widgets {

namespace {

const char* const kFrames = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @edge; padding: 5px 8px; }
QFrame#head, QFrame#tools, QFrame#callPanel, QFrame[surface="panel"] { background: @panel; }
QFrame[surface="bg"] { background: @bg; }
QFrame[surface="raised"], QFrame#rule { background: @raised; }
QFrame[surface="view"] { background: @view; }
QFrame#head { border-bottom: 1px solid @line; }
QFrame#rail { background: @bg; border-right: 1px solid @line; }
QFrame[separator="true"] { background: @line; border: 0; }
QFrame.toast { background: @raised; border: 1px solid @line; border-radius: 6px; }
QFrame.box { background: @panel; border: 1px solid @line; border-radius: 6px; }
QFrame.empty { background: @panel; border-radius: 6px; }
QFrame.figureCell { border: 0; border-right: 1px solid @line; }
QFrame.figureCell[last="true"] { border-right: 0; }
QFrame.strip { background: @panel; }
QLabel[tone="text"] { color: @text; } QLabel[tone="strong"] { color: @strong; }
QLabel[tone="dim"] { color: @dim; } QLabel[tone="accent"] { color: @accent; }
)";

const char* const kControls = R"(
QToolButton.tool { min-width: 32px; min-height: 32px; max-width: 32px; max-height: 32px;
    border: 0; border-radius: 6px; background: transparent; padding: 0; }
QToolButton.tool:hover { background: @hover; } QToolButton.tool:pressed { background: @press; }
QToolButton.tool:checked { background: @accentSoft; }
QToolButton.tool[keyfocus="true"] { border: 2px solid @accent; }
QToolButton.tool:disabled { background: transparent; }
QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox { min-height: 30px; padding: 0 12px;
    border: 1px solid @line; border-radius: 6px; background: @well; color: @text;
    selection-background-color: @accent; selection-color: @onAccent; }
QComboBox { background: @raised; }
QComboBox[narrow="true"] { padding: 0 0 0 8px; }
QToolButton[onPicture="true"] { background: @raised; }
QComboBox[compact="true"], QLineEdit[compact="true"], QDoubleSpinBox[compact="true"] { min-height: 26px; }
QComboBox:hover, QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover { border-color: @edge; }
QComboBox[keyfocus="true"], QLineEdit[keyfocus="true"], QSpinBox[keyfocus="true"],
QDoubleSpinBox[keyfocus="true"] { border: 2px solid @accent; padding: 0 11px; min-height: 28px; }
QComboBox[narrow="true"][keyfocus="true"] { padding: 0 0 0 7px; }
QLineEdit[invalid="true"], QDoubleSpinBox[invalid="true"] { border: 2px solid @differs;
    padding: 0 11px; min-height: 28px; }
QComboBox:disabled, QLineEdit:disabled { color: @edge; }
QComboBox::drop-down { width: 28px; border: 0; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @edge;
    selection-background-color: @accentSoft; selection-color: @strong; outline: 0; }
QProgressBar { min-height: 4px; max-height: 4px; border: 0; border-radius: 2px; background: @line; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QRadioButton, QCheckBox { color: @text; spacing: 8px; }
)";

const char* const kLists = R"(
QAbstractScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QListView, QTableView, QTreeView { background: transparent; border: 0; outline: 0; color: @text;
    selection-background-color: @raised; selection-color: @strong; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: @dim; border: 0;
    border-bottom: 1px solid @line; padding: 0 8px; }
QTableView::item { border-bottom: 1px solid @line; padding: 0 8px; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: @press; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: @press; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @raised; color: @text; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @strong; }
QMenu::item:disabled { color: @edge; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
)";

}  // namespace

QString styleSheet() {
    return QLatin1String(kFrames) + QLatin1String(kControls) + QLatin1String(kLists);
}

}  // namespace nodewise::widgets
