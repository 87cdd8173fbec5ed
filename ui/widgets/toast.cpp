#include "ui/widgets/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/type_scale.h"
#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>

namespace nodewise::widgets {

namespace {
constexpr int kShownMs = 8000;
}

Toast::Toast(QWidget* host)
    : QFrame(host)
    , m_text(makeLabel({}, TextStyle::Base, TextTone::Text, this))
    , m_action(new Button(QStringLiteral("toastAction"), {}, ButtonKind::Link, this))
    , m_close(new ToolButton(QStringLiteral("toastClose"), QStringLiteral("close"),
                             tr("Close this message"), {}, this)) {
    setObjectName(QStringLiteral("toast"));
    setProperty("class", QStringLiteral("toast"));
    setFixedSize(360, 44);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 6, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShownMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Somebody is reading or about to press: wait another turn.
        if (underMouse() || isAncestorOf(window()->focusWidget()))
            m_timer.start();
        else
            dismiss();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    connect(m_close, &QToolButton::clicked, this, &Toast::dismiss);
    host->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString& text, const QString& action, const QString& key) {
    m_text->setText(text);
    m_action->setText(action);
    m_action->setKeyHint(key);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::setFootOffset(int px) {
    m_footOffset = px;
    place();
}

QString Toast::text() const {
    return m_text->text();
}

void Toast::place() {
    move(16, parentWidget()->height() - height() - m_footOffset);
}

void Toast::dismiss() {
    m_timer.stop();
    hide();
    Q_EMIT dismissed();
}

bool Toast::eventFilter(QObject* object, QEvent* event) {
    if (object == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(object, event);
}

void Toast::enterEvent(QEnterEvent* event) {
    QFrame::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent* event) {
    QFrame::leaveEvent(event);
    m_timer.start();
}

}  // namespace nodewise::widgets
