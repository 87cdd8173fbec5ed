// The director's page.
#include "ui/dashboard/group_heat.h"
#include "ui/dashboard/group_page.h"
#include "ui/dashboard/report_paint.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/chart_painter.h"
#include <array>
#include <span>

namespace nodewise::dashboard {

using namespace paint;

namespace {

constexpr std::size_t kReaders = 13, kConcepts = 8;  ///< What the page has room for.

double readerTable(QPainter& painter, double y, const analytics::Cohort& cohort) {
    const double columns[] = {0, 120, 168, 216, 262, 390, kWidth + 6};
    const char* heads[] = {QT_TRANSLATE_NOOP("Report", "Reader"),
                           QT_TRANSLATE_NOOP("Report", "Nodes"),
                           QT_TRANSLATE_NOOP("Report", "Cases"),
                           QT_TRANSLATE_NOOP("Report", "Brier"),
                           QT_TRANSLATE_NOOP("Report", "Skill, 95 %"),
                           QT_TRANSLATE_NOOP("Report", "Against the group")};
    for (int i = 0; i < 6; ++i)
        write(painter, kLeft + columns[i], y, 120, say(heads[i]), fontOf(9), light().dim);
    y += 18;
    const auto shown = std::min(cohort.readers.size(), kReaders);
    for (const auto& row : std::span(cohort.readers).first(shown)) {
        rule(painter, y - 3);
        const QString skill = row.skill.value && row.skill.interval
                                  ? say(QT_TRANSLATE_NOOP("Report", "%1 (%2 to %3)"))
                                        .arg(text::signedNumber(*row.skill.value, 2),
                                             text::number(row.skill.interval->low, 2),
                                             text::number(row.skill.interval->high, 2))
                                  : QStringLiteral("–");
        const QString texts[] = {QString::fromStdString(row.pseudonym),
                                 QString::number(row.nodes),
                                 QString::number(row.cases),
                                 row.brier.value ? text::number(*row.brier.value, 2)
                                                 : QStringLiteral("–"),
                                 skill,
                                 standingText(row)};
        for (int i = 0; i < 6; ++i) {
            // A pseudonym may be long: a row has one line.
            const double width = columns[i + 1] - columns[i] - 6;
            write(painter, kLeft + columns[i], y, width + 1,
                  QFontMetricsF(fontOf(10)).elidedText(texts[i], Qt::ElideRight, width), fontOf(10),
                  light().text);
        }
        y += 18;
    }
    if (const int more = static_cast<int>(cohort.readers.size() - shown); more > 0)
        y = write(painter, kLeft, y, kWidth,
                  QCoreApplication::translate(
                      "Report", "and %n more: in the program and in the export", nullptr, more),
                  fontOf(9), light().dim) +
            4;
    return y + 8;
}

void itemRow(QPainter& painter, double y, const std::array<QString, 4>& texts, const QFont& font,
             const QColor& colour) {
    constexpr std::array<double, 5> kColumns{0, 180, 262, 330, kWidth + 8};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double width = kColumns[i + 1] - kColumns[i] - 8;
        const QString text = QFontMetricsF(font).elidedText(texts[i], Qt::ElideRight, width);
        write(painter, kLeft + kColumns[i], y, width + 1, text, font, colour);
    }
}

void itemTable(QPainter& painter, double y, const analytics::Cohort& cohort) {
    itemRow(painter, y,
            {say(QT_TRANSLATE_NOOP("Report", "Node")),
             say(QT_TRANSLATE_NOOP("Report", "Agree or close")),
             say(QT_TRANSLATE_NOOP("Report", "Mean Brier")),
             say(QT_TRANSLATE_NOOP("Report", "Commonest error"))},
            fontOf(9), light().dim);
    for (const auto& item : cohort.items) {
        y += 18;
        if (y > kFoot - 20)
            return;
        rule(painter, y - 3);
        itemRow(
            painter, y,
            {say(QT_TRANSLATE_NOOP("Report", "%1, %2"))
                 .arg(text::sideLevelTitle(item.node.side, item.node.level),
                      QString::fromStdString(item.caseTitle)),
             say(QT_TRANSLATE_NOOP("Report", "%1 of %2"))
                 .arg(qRound(item.agreed * item.readers))
                 .arg(item.readers),
             text::number(item.meanBrier, 2),
             item.commonError ? text::traineeErrorTitle(*item.commonError) : QStringLiteral("–")},
            fontOf(10), light().text);
    }
}

}  // namespace

void paintGroup(QPainter& painter, const GroupReport& report) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, 595, 842), Qt::white);
    double y = head(painter, report.head,
                    say(QT_TRANSLATE_NOOP("Report", "%1 readers, %2 nodes. No rank: below 20 nodes "
                                                    "a reader has no figure."))
                        .arg(report.cohort.readers.size())
                        .arg(report.cohort.nodes));
    y = readerTable(painter, y, report.cohort);
    chartTitle(painter, kLeft, y,
               say(QT_TRANSLATE_NOOP(
                   "Report", "Concepts, weakest first: grades that agree or are close, %")));
    const widgets::ChartPainter charts(light());
    inBox(painter, QRectF(kLeft, y + 20, kWidth, 240), [&](const QRectF& box) {
        charts.heat(painter, box, groupHeat(report.cohort, kReaders, kConcepts).chart);
    });
    y += 272;
    chartTitle(painter, kLeft, y, say(QT_TRANSLATE_NOOP("Report", "Hardest nodes")));
    itemTable(painter, y + 22, report.cohort);
    foot(painter, report.head);
}

}  // namespace nodewise::dashboard
