#include "ui/widgets/scrolled_column.h"
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::widgets {

QVBoxLayout* addScrolledColumn(QFrame* panel, const QString& objectName, int width,
                               const QMargins& margins) {
    panel->setObjectName(objectName);
    panel->setProperty("surface", QStringLiteral("panel"));
    panel->setFixedWidth(width);
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margins);
    column->setSpacing(0);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    return column;
}

}  // namespace nodewise::widgets
