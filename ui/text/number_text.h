/// number_text.h: numbers for people: the locale's decimal sign, a true minus, a thin no-break
/// space.
#pragma once
#include <QString>
#include <chrono>

namespace nodewise::text {

/// "14.0" (or "14,0"), with U+2212 for a minus. Digits are not grouped.
[[nodiscard]] QString number(double value, int decimals = 0);
/// As `number`, with a plus sign before positive values: "+0.5", "−0.2", "0.0".
[[nodiscard]] QString signedNumber(double value, int decimals = 0);
/// Number and unit with U+202F between them.
[[nodiscard]] QString withUnit(const QString& number, const QString& unit);

[[nodiscard]] QString millimetres(double mm, int decimals = 1);    ///< "14.0 mm"
[[nodiscard]] QString millilitres(double ml, int decimals = 1);    ///< "3.2 mL"
[[nodiscard]] QString hounsfield(double hu);                       ///< "−35 HU"
[[nodiscard]] QString degrees(double value);                       ///< "135°"
[[nodiscard]] QString percent(double fraction, int decimals = 0);  ///< 0.72 -> "72 %"
/// Two ends of an interval of shares: "61–91 %".
[[nodiscard]] QString percentInterval(double low, double high);
/// Short × long, mm: "14.0 × 21.5".
[[nodiscard]] QString axes(double shortMm, double longMm);
/// Minutes and seconds of a stretch of time: "03:12"; from one hour on "1:03:12".
[[nodiscard]] QString stretch(std::chrono::seconds time);
/// What a person typed as a length, in the locale or with a point: "14,5 mm" -> 14.5; NaN when it
/// is no number.
[[nodiscard]] double parseMillimetres(const QString& typed);

}  // namespace nodewise::text
