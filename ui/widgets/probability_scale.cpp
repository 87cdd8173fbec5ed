#include "ui/widgets/probability_scale.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/paint_text.h"
#include "ui/widgets/theme.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::widgets {

namespace {

// Edges of the four certainty bins (Chin 2022), percent; the same as terms/certaintyOf.
constexpr std::array kEdges = {0.0, 25.0, 62.5, 90.0, 100.0};
constexpr int kMargin = 8;

int binOf(int percent) {
    if (percent > 90)
        return 3;
    if (percent > 62.5)
        return 2;
    return percent >= 25 ? 1 : 0;
}

QString binText(int bin) {
    const QString thin(QChar(0x202f));
    switch (bin) {
    case 0:
        return QStringLiteral("< 25") + thin + QLatin1Char('%');
    case 1:
        return QStringLiteral("~ 50") + thin + QLatin1Char('%');
    case 2:
        return QStringLiteral("~ 75") + thin + QLatin1Char('%');
    default:
        return QStringLiteral("> 90") + thin + QLatin1Char('%');
    }
}

}  // namespace

ProbabilityScale::ProbabilityScale(QWidget* parent)
    : QAbstractSlider(parent)
    , m_keyHint(QStringLiteral("[ ]")) {
    setRange(0, 100);
    setSingleStep(5);
    setPageStep(25);
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ProbabilityScale::setLabel(const QString& label) {
    m_label = label;
    setAccessibleName(label);
    update();
}

void ProbabilityScale::setKeyHint(const QString& hint) {
    m_keyHint = hint;
    update();
}

void ProbabilityScale::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

std::optional<double> ProbabilityScale::probability() const {
    return m_given ? std::optional(value() / 100.0) : std::nullopt;
}

void ProbabilityScale::setProbability(std::optional<double> probability) {
    m_given = probability.has_value();
    m_typed = -1;
    setValue(m_given ? static_cast<int>(std::lround(*probability * 100)) : 0);
    describe();
    update();
}

void ProbabilityScale::step(int percent) {
    m_typed = -1;
    give(m_given ? value() + percent : 50);
}

void ProbabilityScale::give(int percent) {
    m_given = true;
    setValue(std::clamp(percent, 0, 100));
    describe();
    update();
    Q_EMIT probabilityChanged();
}

void ProbabilityScale::giveAt(double x) {
    m_typed = -1;
    const double share = (x - kMargin) / (width() - 2.0 * kMargin);
    give(static_cast<int>(std::lround(100 * std::clamp(share, 0.0, 1.0))));
}

void ProbabilityScale::describe() {
    setAccessibleDescription(m_given ? tr("%1 percent").arg(value()) : tr("not given"));
}

QSize ProbabilityScale::sizeHint() const {
    return {280, m_compact ? 60 : 66};
}

QSize ProbabilityScale::minimumSizeHint() const {
    return {200, m_compact ? 60 : 66};
}

int ProbabilityScale::trackY() const {
    return m_compact ? 32 : 36;
}

double ProbabilityScale::xOf(double percent) const {
    return kMargin + percent / 100 * (width() - 2 * kMargin);
}

void ProbabilityScale::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, theme);
    paintTrack(painter, theme);
    paintBins(painter, theme);
    if (hasKeyboardFocus(this))
        paintFocusRing(painter, QRectF(0, trackY() - 10, width(), 20), 6, this);
}

void ProbabilityScale::paintHead(QPainter& painter, const Theme& theme) const {
    paintText(painter, QRectF(0, 2, width(), 20), Qt::AlignVCenter, m_label, TextStyle::Note,
              theme.dim);
    const double after = textWidth(m_label, TextStyle::Note) + 8;
    paintText(painter, QRectF(after, 2, 60, 20), Qt::AlignVCenter, m_keyHint, TextStyle::Small,
              theme.dim);
    const QRectF right(width() / 2.0, 0, width() / 2.0, 24);
    if (m_given)
        paintText(painter, right, Qt::AlignVCenter | Qt::AlignRight,
                  withUnit(QString::number(value()), QStringLiteral("%")), TextStyle::Section,
                  theme.strong);
    else
        paintText(painter, right, Qt::AlignVCenter | Qt::AlignRight, tr("not given"),
                  TextStyle::Base, theme.dim);
}

void ProbabilityScale::paintTrack(QPainter& painter, const Theme& theme) const {
    const double y = trackY();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(QRectF(kMargin, y - 2, width() - 2 * kMargin, 4), 2, 2);
    if (!m_given)
        return;
    const double x = xOf(value());
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(kMargin, y - 2, x - kMargin, 4), 2, 2);
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(theme.panel);
    painter.drawEllipse(QPointF(x, y), 7, 7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(QPointF(x, y), 3, 3);
}

void ProbabilityScale::paintBins(QPainter& painter, const Theme& theme) const {
    const double top = trackY() + 12;
    const int inForce = m_given ? binOf(value()) : -1;
    for (std::size_t bin = 0; bin + 1 < kEdges.size(); ++bin) {
        const double left = xOf(kEdges[bin]) + (bin > 0 ? 1.5 : 0);
        const double right = xOf(kEdges[bin + 1]) - (bin < 3 ? 1.5 : 0);
        const bool on = static_cast<int>(bin) == inForce;
        painter.fillRect(QRectF(left, top, right - left, 3), on ? theme.strong : theme.edge);
        painter.setFont(textFont(TextStyle::Small));
        QRectF box(left, top + 3, right - left, 16);
        // The last bin is narrower than its label.
        const double need = textWidth(binText(static_cast<int>(bin)), TextStyle::Small) + 6;
        if (box.width() < need)
            box.setLeft(box.right() + kMargin - need);
        box.setRight(std::max(box.right(), box.left() + need));
        QFont font = textFont(TextStyle::Small);
        font.setWeight(on ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(on ? theme.strong : theme.dim);
        painter.drawText(box, Qt::AlignCenter, binText(static_cast<int>(bin)));
    }
}

void ProbabilityScale::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->position().y() > 20)
        giveAt(event->position().x());
}

void ProbabilityScale::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        giveAt(event->position().x());
}

void ProbabilityScale::typeDigit(int digit) {
    const int typed = m_typed < 0 ? digit : m_typed * 10 + digit;
    if (typed > 100)
        return;
    give(typed);
    m_typed = typed >= 11 || typed == 0 ? -1 : typed;
}

void ProbabilityScale::keyPressEvent(QKeyEvent* event) {
    const int size = event->modifiers() & Qt::ShiftModifier ? 1 : 5;
    switch (event->key()) {
    case Qt::Key_BracketLeft:
    case Qt::Key_BraceLeft:
    case Qt::Key_Left:
    case Qt::Key_Down:
        return step(-size);
    case Qt::Key_BracketRight:
    case Qt::Key_BraceRight:
    case Qt::Key_Right:
    case Qt::Key_Up:
        return step(size);
    case Qt::Key_Home:
        return give(0);
    case Qt::Key_End:
        return give(100);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        setProbability(std::nullopt);
        Q_EMIT probabilityChanged();
        return;
    default:
        break;
    }
    const QString text = event->text();
    if (text.size() == 1 && text[0].isDigit() && !(event->modifiers() & Qt::ShiftModifier))
        return typeDigit(text[0].digitValue());
    QWidget::keyPressEvent(event);
}

void ProbabilityScale::focusInEvent(QFocusEvent* event) {
    QAbstractSlider::focusInEvent(event);
    m_typed = -1;
    update();
}

void ProbabilityScale::focusOutEvent(QFocusEvent* event) {
    QAbstractSlider::focusOutEvent(event);
    m_typed = -1;
    update();
}

bool ProbabilityScale::event(QEvent* event) {
    // The digits are window presets elsewhere; with focus here they are the probability.
    if (event->type() == QEvent::ShortcutOverride) {
        const QString text = static_cast<QKeyEvent*>(event)->text();
        if (text.size() == 1 && text[0].isDigit()) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Wheel)
        return QWidget::event(event);
    return QAbstractSlider::event(event);
}

}  // namespace nodewise::widgets
