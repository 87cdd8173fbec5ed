#include "ui/measure/answer_rows.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>

namespace nodewise::measure_screen {

using namespace widgets;

namespace {

constexpr int kGap = 8;

/// Words that wrap beside words that do not; at least `high` px.
QWidget* row(QLabel* left, QLabel* right, int high, QWidget* cell) {
    auto* line = new QHBoxLayout(cell);
    const int pad = (high - lineHeight(TextStyle::Base)) / 2;
    line->setContentsMargins(0, pad, 0, pad);
    line->setSpacing(kGap);
    line->addWidget(left, 1, Qt::AlignTop);
    if (right)
        line->addWidget(right, 0, Qt::AlignTop);
    return cell;
}

}  // namespace

QWidget* numberRow(const text::MeasuredRow& number, QWidget* parent) {
    auto* cell = new QWidget(parent);
    // "1–5 mm" stays on one line.
    QString name = number.name;
    name.replace(QChar(0x2013), QStringLiteral("\u2013\u2060"));
    row(makeWrapped(name, TextStyle::Base, TextTone::Dim, cell),
        makeLabel(number.value, TextStyle::Value, TextTone::Strong, cell), 26, cell);
    QStringList more;
    for (const QString& part : {number.context, number.how})
        if (!part.isEmpty())
            more << part;
    cell->setToolTip(more.join(QLatin1Char('\n')));
    cell->setAccessibleName(number.name + QLatin1Char(' ') + number.value);
    cell->setAccessibleDescription(more.join(QStringLiteral(". ")));
    return cell;
}

QWidget* pairRow(const QString& left, TextStyle style, TextTone tone, const QString& right,
                 QWidget* parent) {
    auto* cell = new QWidget(parent);
    QLabel* end =
        right.isEmpty() ? nullptr : makeLabel(right, TextStyle::Note, TextTone::Dim, cell);
    // The smaller words stand on the line of the larger ones.
    if (end)
        end->setMinimumHeight(lineHeight(style));
    return row(makeWrapped(left, style, tone, cell), end, 22, cell);
}

}  // namespace nodewise::measure_screen
