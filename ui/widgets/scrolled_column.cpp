#include "ui/widgets/scrolled_column.h"
#include <QScrollArea>
#include <QVBoxLayout>

namespace nodewise::widgets {

QWidget* addScrolledContent(QWidget* page) {
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    return content;
}

QVBoxLayout* addScrolledColumn(QFrame* panel, const QString& objectName, int width,
                               const QMargins& margins) {
    panel->setObjectName(objectName);
    panel->setProperty("surface", QStringLiteral("panel"));
    panel->setFixedWidth(width);
    auto* column = new QVBoxLayout(addScrolledContent(panel));
    column->setContentsMargins(margins);
    column->setSpacing(0);
    return column;
}

}  // namespace nodewise::widgets
