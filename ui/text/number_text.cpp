#include "ui/text/number_text.h"
#include <QLocale>
#include <cmath>
#include <limits>

namespace nodewise::text {

namespace {

constexpr QChar kThinSpace(0x202F);
constexpr QChar kMinus(0x2212);
constexpr QChar kTimes(0x00D7);
constexpr QChar kEnDash(0x2013);

QLocale plainLocale() {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

}  // namespace

QString number(double value, int decimals) {
    if (!std::isfinite(value))
        return QString(kEnDash);
    QString digits = plainLocale().toString(std::abs(value), 'f', decimals);
    // A value that rounds to zero has no sign.
    const double smallest = 0.5 * std::pow(10.0, -decimals);
    return value < 0 && std::abs(value) >= smallest ? kMinus + digits : digits;
}

QString signedNumber(double value, int decimals) {
    const double smallest = 0.5 * std::pow(10.0, -decimals);
    const QString digits = number(value, decimals);
    return value >= smallest ? QLatin1Char('+') + digits : digits;
}

QString withUnit(const QString& number, const QString& unit) {
    return number + kThinSpace + unit;
}

QString millimetres(double mm, int decimals) {
    return withUnit(number(mm, decimals), QStringLiteral("mm"));
}

QString millilitres(double ml, int decimals) {
    return withUnit(number(ml, decimals), QStringLiteral("mL"));
}

QString hounsfield(double hu) {
    return withUnit(number(hu), QStringLiteral("HU"));
}

QString degrees(double value) {
    return number(value) + QChar(0x00B0);
}

QString percent(double fraction, int decimals) {
    return withUnit(number(100.0 * fraction, decimals), QStringLiteral("%"));
}

QString percentInterval(double low, double high) {
    return number(100.0 * low) + kEnDash + percent(high);
}

QString axes(double shortMm, double longMm) {
    return number(shortMm, 1) + QLatin1Char(' ') + kTimes + QLatin1Char(' ') + number(longMm, 1);
}

QString stretch(std::chrono::seconds time) {
    const auto all = std::max<long long>(0, time.count());
    const QString seconds = QStringLiteral("%1").arg(all % 60, 2, 10, QLatin1Char('0'));
    const QString minutes = QStringLiteral("%1").arg(all / 60 % 60, 2, 10, QLatin1Char('0'));
    const QString tail = minutes + QLatin1Char(':') + seconds;
    return all < 3600 ? tail : QString::number(all / 3600) + QLatin1Char(':') + tail;
}

double parseMillimetres(const QString& typed) {
    QString digits = typed;
    digits.remove(QStringLiteral("mm"), Qt::CaseInsensitive);
    digits.remove(kThinSpace);
    digits = digits.trimmed();
    digits.replace(QLatin1Char(','), QLatin1Char('.'));
    bool ok = false;
    const double value = QLocale::c().toDouble(digits, &ok);
    return ok ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace nodewise::text
