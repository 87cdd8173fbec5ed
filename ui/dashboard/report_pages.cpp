// The resident's page and the certificate.
#include "ui/dashboard/report_paint.h"
#include "ui/dashboard/resident_charts.h"
#include "ui/text/concept_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/chart_painter.h"

namespace nodewise::dashboard {

using namespace paint;

namespace {

double figureRow(QPainter& painter, double y, const std::vector<models::FigureValue>& figures,
                 int align = Qt::AlignLeft) {
    const double width = kWidth / std::max<std::size_t>(1, figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double x = kLeft + double(i) * width;
        write(painter, x, y, width - 8, figures[i].label, fontOf(9), light().dim, align);
        write(painter, x, y + 24, width - 8, figures[i].value, fontOf(17, QFont::DemiBold),
              light().strong, align);
        write(painter, x, y + 46, width - 8, figures[i].interval, fontOf(9), light().dim, align);
    }
    return y + 84;
}

double residentCharts(QPainter& painter, double y, const analytics::ResidentSummary& summary) {
    const widgets::ChartPainter charts(light());
    const double half = kWidth / 2 - 12;
    chartTitle(painter, kLeft, y, say(QT_TRANSLATE_NOOP("Report", "Brier skill by scored node")));
    chartTitle(painter, kLeft + half + 24, y, say(QT_TRANSLATE_NOOP("Report", "Reliability")));
    if (summary.trend.empty())
        write(painter, kLeft, y + 24, half,
              say(QT_TRANSLATE_NOOP("Report", "The line is drawn from 8 scored nodes on, positive "
                                              "and negative ones among them.")),
              fontOf(10), light().dim);
    else
        inBox(painter, QRectF(kLeft, y + 20, half, 190),
              [&](const QRectF& box) { charts.trend(painter, box, trendChart(summary)); });
    const auto curve =
        reliabilityChart(summary.reliability, say(QT_TRANSLATE_NOOP("Report", "you said, %")),
                         say(QT_TRANSLATE_NOOP("Report", "turned out positive, %")));
    inBox(painter, QRectF(kLeft + half + 24, y + 20, half, 190),
          [&](const QRectF& box) { charts.reliability(painter, box, curve); });
    return y + 226;
}

}  // namespace

void paintResident(QPainter& painter, const ResidentReport& report) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, 595, 842), Qt::white);
    double y = head(painter, report.head, report.line);
    y = figureRow(painter, y, report.figures);
    rule(painter, y);
    y = residentCharts(painter, y + 14, report.summary);
    rule(painter, y);
    y += 14;
    const double half = kWidth / 2 - 12, right = kLeft + half + 24;
    chartTitle(painter, kLeft, y,
               say(QT_TRANSLATE_NOOP("Report", "Grade: rows reference, columns your call")));
    const widgets::ChartPainter charts(light());
    inBox(painter, QRectF(kLeft, y + 20, half, 180),
          [&](const QRectF& box) { charts.confusion(painter, box, gradeChart(report.summary)); });
    chartTitle(painter, right, y, say(QT_TRANSLATE_NOOP("Report", "Weakest concepts")));
    double at = y + 22;
    for (const auto& weak : report.weakest)
        at = write(painter, right, at, half,
                   say(QT_TRANSLATE_NOOP("Report", "%1: skill %2, %3 nodes"))
                       .arg(weak.title, text::signedNumber(weak.skill, 2))
                       .arg(weak.nodes),
                   fontOf(10), light().text) +
             6;
    if (report.weakest.empty())
        at = write(painter, right, at, half,
                   say(QT_TRANSLATE_NOOP("Report", "A concept is listed after 6 nodes.")),
                   fontOf(10), light().dim) +
             6;
    chartTitle(painter, right, at + 10, say(QT_TRANSLATE_NOOP("Report", "Certain, but differs")));
    at += 30;
    for (const QString& miss : report.misses)
        at = write(painter, right, at, half, miss, fontOf(10), light().text) + 4;
    if (report.misses.empty())
        write(painter, right, at, half,
              say(QT_TRANSLATE_NOOP("Report", "None: no call lay 80 % or more from its "
                                              "reference.")),
              fontOf(10), light().dim);
    foot(painter, report.head);
}

void paintCertificate(QPainter& painter, const CertificateReport& report) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, 595, 842), Qt::white);
    painter.setPen(QPen(light().accent, 2));
    painter.drawRect(QRectF(28, 28, 539, 786));
    double y = write(painter, kLeft, 170, kWidth, report.head.title, fontOf(28, QFont::DemiBold),
                     light().strong, Qt::AlignHCenter);
    y = write(painter, kLeft, y + 40, kWidth,
              report.head.name.isEmpty()
                  ? say(QT_TRANSLATE_NOOP("Report", "A reader without a name"))
                  : report.head.name,
              fontOf(22), light().strong, Qt::AlignHCenter);
    const QString what =
        report.nodes == 0
            ? say(QT_TRANSLATE_NOOP("Report", "has no scored node yet."))
            : say(QT_TRANSLATE_NOOP("Report",
                                    "called %1 nodes in %2 cases for extranodal extension on CT, "
                                    "each before its reference, between %3 and %4."))
                  .arg(report.nodes)
                  .arg(report.cases)
                  .arg(report.from, report.to);
    y = write(painter, kLeft + 50, y + 24, kWidth - 100, what, fontOf(13), light().text,
              Qt::AlignHCenter);
    y = figureRow(painter, y + 70, report.figures, Qt::AlignHCenter);
    write(painter, kLeft + 50, y + 40, kWidth - 100,
          say(QT_TRANSLATE_NOOP("Report",
                                "It states practice, no qualification. Intervals are 95 %; a "
                                "figure that is missing needs more nodes.")),
          fontOf(10), light().dim, Qt::AlignHCenter);
    write(painter, kLeft, 720, kWidth, report.head.date, fontOf(11), light().text,
          Qt::AlignHCenter);
    write(painter, kLeft, 790, kWidth,
          say(QT_TRANSLATE_NOOP("Report",
                                "Teaching and research. Not for diagnosis or treatment. Not a "
                                "medical device.")),
          fontOf(9), light().dim, Qt::AlignHCenter);
}

}  // namespace nodewise::dashboard
