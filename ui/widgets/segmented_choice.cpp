#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/reason_toggle.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QKeyEvent>
#include <algorithm>

namespace nodewise::widgets {

SegmentedChoice::SegmentedChoice(QWidget* parent)
    : QWidget(parent)
    , m_label(makeLabel({}, TextStyle::Note, TextTone::Dim, this))
    , m_hint(makeLabel({}, TextStyle::Small, TextTone::Dim, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->hide();
    m_hint->hide();
}

void SegmentedChoice::setLabel(const QString& label) {
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    setAccessibleName(label);
    if (m_reason)
        m_reason->setQuestion(label);
    updateGeometry();
    layOut();
}

void SegmentedChoice::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    layOut();
}

void SegmentedChoice::setSegments(const std::vector<Segment>& segments) {
    qDeleteAll(m_segments);
    m_segments.clear();
    m_chosen.reset();
    m_cursor = 0;
    m_twoLines = false;
    for (const Segment& segment : segments) {
        const int index = count();
        auto* button = new SegmentButton(segment, this);
        button->setObjectName(objectName() + QLatin1Char('_') + segment.id);
        button->setEnds(index == 0, index + 1 == static_cast<int>(segments.size()));
        connect(button, &QRadioButton::clicked, this, [this, index] { press(index); });
        m_segments.push_back(button);
        m_twoLines = m_twoLines || !segment.second.isEmpty();
        button->show();
    }
    showChoice();
    updateGeometry();
    layOut();
}

void SegmentedChoice::setSegmentKey(int index, const QString& key) {
    m_segments.at(static_cast<std::size_t>(index))->setKey(key);
}

void SegmentedChoice::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    layOut();
}

ReasonToggle* SegmentedChoice::addReasonToggle() {
    if (!m_reason) {
        m_reason = new ReasonToggle(this);
        m_reason->setObjectName(objectName() + QStringLiteral("Reason"));
        m_reason->setQuestion(m_label->text());
        m_reason->setEnabled(m_chosen.has_value());
        m_reason->show();
        layOut();
    }
    return m_reason;
}

void SegmentedChoice::setChosen(std::optional<int> index) {
    if (index && (*index < 0 || *index >= count()))
        index.reset();
    m_chosen = index;
    if (index)
        m_cursor = *index;
    showChoice();
}

void SegmentedChoice::press(int index) {
    if (!isEnabled() || index < 0 || index >= count())
        return;
    m_cursor = index;
    if (m_chosen == index)
        m_chosen.reset();
    else
        m_chosen = index;
    showChoice();
    Q_EMIT chosenChanged();
}

void SegmentedChoice::showChoice() {
    for (int i = 0; i < count(); ++i) {
        auto* segment = m_segments[static_cast<std::size_t>(i)];
        segment->setChecked(m_chosen == i);
        segment->setCursorHere(hasKeyboardFocus(this) && m_cursor == i);
        segment->update();
    }
    if (m_reason) {
        m_reason->setEnabled(m_chosen.has_value() && isEnabled());
        if (!m_chosen)
            m_reason->setChecked(false);
    }
    update();
}

void SegmentedChoice::moveCursor(int step) {
    m_cursor = std::clamp(m_cursor + step, 0, std::max(0, count() - 1));
    showChoice();
}

void SegmentedChoice::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(-1);
    case Qt::Key_Right:
        return moveCursor(1);
    case Qt::Key_Space:
        return press(m_cursor);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedChoice::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    showChoice();
}

void SegmentedChoice::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    showChoice();
}

void SegmentedChoice::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        showChoice();
}

void SegmentedChoice::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

int SegmentedChoice::segmentHeight() const {
    return m_twoLines ? (m_compact ? 40 : 44) : (m_compact ? 28 : 32);
}

int SegmentedChoice::labelHeight() const {
    return m_label->text().isEmpty() ? 0 : 20;
}

void SegmentedChoice::layOut() {
    const int right = m_reason ? m_reason->sizeHint().width() : 0;
    m_label->setGeometry(0, 0, std::max(0, width() - right - 8), 16);
    m_hint->setGeometry(width() / 2, 0, width() / 2 - right, 16);
    if (m_reason)
        m_reason->setGeometry(width() - right, -1, right, 18);
    for (int i = 0; i < count(); ++i) {
        const int left = width() * i / count();
        const int next = width() * (i + 1) / count();
        m_segments[static_cast<std::size_t>(i)]->setGeometry(left, labelHeight(), next - left,
                                                             segmentHeight());
    }
}

QSize SegmentedChoice::sizeHint() const {
    int widest = 48;
    for (const auto* segment : m_segments)
        widest = std::max(widest, segment->sizeHint().width());
    return {widest * std::max(1, count()), labelHeight() + segmentHeight()};
}

QSize SegmentedChoice::minimumSizeHint() const {
    return {std::max(1, count()) * 48, labelHeight() + segmentHeight()};
}

}  // namespace nodewise::widgets
