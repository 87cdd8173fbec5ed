#include "ui/widgets/empty_state.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QVBoxLayout>

namespace nodewise::widgets {

EmptyState::EmptyState(const QString& title, const QString& detail, const QString& action,
                       QWidget* parent)
    : QFrame(parent)
    , m_title(makeWrapped({}, TextStyle::Value, TextTone::Strong, this))
    , m_detail(makeWrapped({}, TextStyle::Base, TextTone::Dim, this))
    , m_button(new Button(QStringLiteral("emptyStateButton"), {}, ButtonKind::Plain, this)) {
    setProperty("class", QStringLiteral("empty"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addSpacing(12);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setTexts(title, detail, action);
}

void EmptyState::setTexts(const QString& title, const QString& detail, const QString& action) {
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(detail);
}

}  // namespace nodewise::widgets
