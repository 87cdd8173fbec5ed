#include "ui/read/viewing_note.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QVBoxLayout>

namespace nodewise::read {

using namespace widgets;

ViewingNote::ViewingNote(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("viewingNote"));
    setProperty("surface", QStringLiteral("panel"));
    setAccessibleName(tr("Viewing only"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Viewing only"), TextStyle::Section, TextTone::Strong, this));
    auto* detail = makeLabel(
        tr("This series belongs to no case. It can be looked at and measured; there is no "
           "reference to compare a call with."),
        TextStyle::Base, TextTone::Text, this);
    detail->setWordWrap(true);
    column->addWidget(detail);
    auto* guard = makeLabel(tr("Teaching and research. Not for diagnosis or treatment."),
                            TextStyle::Note, TextTone::Dim, this);
    guard->setWordWrap(true);
    column->addWidget(guard);
    column->addSpacing(8);
    auto* cases = new Button(QStringLiteral("viewingCasesButton"), tr("Choose a case"),
                             ButtonKind::Plain, this);
    column->addWidget(cases, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(cases, &QPushButton::clicked, this, &ViewingNote::casesRequested);
}

}  // namespace nodewise::read
