#include "ui/widgets/type_scale.h"
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QStyle>

namespace nodewise::widgets {

namespace {

struct Size {
    int px, line;
    QFont::Weight weight;
};

Size sizeOf(TextStyle style) {
    switch (style) {
    case TextStyle::Small:
        return {11, 16, QFont::Normal};
    case TextStyle::Note:
        return {12, 16, QFont::Normal};
    case TextStyle::Base:
        return {13, 20, QFont::Normal};
    case TextStyle::Value:
        return {13, 20, QFont::Medium};
    case TextStyle::Head:
        return {13, 20, QFont::DemiBold};
    case TextStyle::Section:
        return {16, 24, QFont::DemiBold};
    case TextStyle::Title:
        return {22, 28, QFont::DemiBold};
    case TextStyle::Figure:
        return {28, 32, QFont::DemiBold};
    }
    return {13, 20, QFont::Normal};
}

QString toneWord(TextTone tone) {
    switch (tone) {
    case TextTone::Strong:
        return QStringLiteral("strong");
    case TextTone::Dim:
        return QStringLiteral("dim");
    case TextTone::Accent:
        return QStringLiteral("accent");
    case TextTone::Text:
        break;
    }
    return QStringLiteral("text");
}

}  // namespace

QFont textFont(TextStyle style) {
    const Size size = sizeOf(style);
    // Asked for once, by the first widget: reports are drawn on other threads.
    static const QString general = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), general});
    font.setPixelSize(size.px);
    font.setWeight(size.weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

int lineHeight(TextStyle style) {
    return sizeOf(style).line;
}

QLabel* makeLabel(const QString& text, TextStyle style, TextTone tone, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(style));
    label->setMinimumHeight(lineHeight(style));
    setTone(label, tone);
    return label;
}

void setTone(QWidget* label, TextTone tone) {
    label->setProperty("tone", toneWord(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QString plainNumber(double value, int decimals) {
    // "−0.0" helps nobody: round first.
    QString text = QLocale().toString(value, 'f', decimals);
    text.replace(QLatin1Char('-'), QChar(0x2212));
    bool zero = true;
    for (const QChar c : text)
        zero = zero && (!c.isDigit() || c.digitValue() == 0);
    if (zero && text.startsWith(QChar(0x2212)))
        text.remove(0, 1);
    return text;
}

QString signedNumber(double value, int decimals) {
    const QString text = plainNumber(value, decimals);
    bool zero = true;
    for (const QChar c : text)
        zero = zero && (!c.isDigit() || c.digitValue() == 0);
    return zero || text.startsWith(QChar(0x2212)) ? text : QLatin1Char('+') + text;
}

QString withUnit(const QString& number, const QString& unit) {
    return number + QChar(0x202f) + unit;
}

}  // namespace nodewise::widgets
