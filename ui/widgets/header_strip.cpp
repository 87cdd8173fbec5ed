#include "ui/widgets/header_strip.h"
#include "ui/widgets/elide_label.h"
#include "ui/widgets/type_scale.h"
#include <QHBoxLayout>
#include <QLabel>

namespace nodewise::widgets {

QFrame* makeSeparator(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("separator", true);
    line->setFixedSize(1, 20);
    return line;
}

QFrame* makeRule(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("separator", true);
    line->setFixedHeight(1);
    return line;
}

HeaderStrip::HeaderStrip(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(makeLabel({}, TextStyle::Head, TextTone::Strong, this)) {
    setObjectName(QStringLiteral("head"));
    setFixedHeight(44);
    m_layout->setContentsMargins(16, 0, 16, 0);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_title->hide();
}

void HeaderStrip::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

QFrame* HeaderStrip::addSeparator(int at) {
    auto* line = makeSeparator(this);
    m_layout->insertWidget(at, line);
    return line;
}

void HeaderStrip::setGroups(const QList<QStringList>& groups) {
    qDeleteAll(m_groupWidgets);
    m_groupWidgets.clear();
    int at = 1;
    for (const QStringList& group : groups) {
        if (group.isEmpty())
            continue;
        m_groupWidgets << addSeparator(at++);
        const bool first = m_groupWidgets.size() == 1;
        auto* label = new ElideLabel(TextStyle::Base, first ? TextTone::Text : TextTone::Dim, this);
        label->setText(group.join(QStringLiteral("  ·  ")));
        m_layout->insertWidget(at++, label, 100);
        label->setMaximumWidth(label->sizeHint().width());
        m_groupWidgets << label;
    }
}

QLabel* HeaderStrip::addRightText(const QString& text, bool strong) {
    if (m_rightCount++ > 0)
        addSeparator(m_layout->count());
    auto* label = makeLabel(text, TextStyle::Base, strong ? TextTone::Strong : TextTone::Dim, this);
    m_layout->addWidget(label);
    return label;
}

void HeaderStrip::addRight(QWidget* control) {
    ++m_rightCount;
    m_layout->addWidget(control);
}

void HeaderStrip::addLeft(QWidget* control) {
    m_layout->insertWidget(1 + static_cast<int>(m_groupWidgets.size()), control, 100);
}

}  // namespace nodewise::widgets
