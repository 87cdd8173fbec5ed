// What stands on the pages of report.h.
#include "ui/dashboard/group_page.h"
#include "ui/dashboard/report.h"
#include "ui/dashboard/resident_charts.h"
#include "ui/text/concept_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/chart_painter.h"
#include <QCoreApplication>
#include <QPainter>

namespace nodewise::dashboard {

namespace {

constexpr double kLeft = 48, kRight = 547, kWidth = kRight - kLeft, kFoot = 800;

QString say(const char* text) {
    return QCoreApplication::translate("Report", text);
}

const widgets::Theme& light() {
    return widgets::Theme::of(widgets::ThemeKind::Light);
}

/// Sizes in points; the family is the program's.
QFont fontOf(double points, int weight = QFont::Normal) {
    QFont font;
    font.setPixelSize(static_cast<int>(points));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

/// Gives the y below the text.
double write(QPainter& painter, double x, double y, double width, const QString& text,
             const QFont& font, const QColor& colour, int flags = Qt::AlignLeft) {
    painter.setFont(font);
    painter.setPen(colour);
    QRectF used;
    painter.drawText(QRectF(x, y, width, 400), flags | Qt::AlignTop | Qt::TextWordWrap, text,
                     &used);
    return used.bottom();
}

void rule(QPainter& painter, double y) {
    painter.setPen(QPen(light().line, 1));
    painter.drawLine(QPointF(kLeft, y), QPointF(kRight, y));
}

double head(QPainter& painter, const ReportHead& head, const QString& line) {
    write(painter, kLeft, 40, kWidth, QStringLiteral("Nodewise"), fontOf(10, QFont::DemiBold),
          light().dim);
    write(painter, kLeft, 40, kWidth, head.date, fontOf(10), light().dim, Qt::AlignRight);
    double y = write(painter, kLeft, 58, kWidth,
                     head.name.isEmpty()
                         ? head.title
                         : say(QT_TRANSLATE_NOOP("Report", "%1, %2")).arg(head.title, head.name),
                     fontOf(20, QFont::DemiBold), light().strong);
    y = write(painter, kLeft, y + 4, kWidth, line, fontOf(11), light().dim);
    rule(painter, y + 10);
    return y + 22;
}

void foot(QPainter& painter, const ReportHead& head) {
    rule(painter, kFoot);
    write(painter, kLeft, kFoot + 8, kWidth,
          say(QT_TRANSLATE_NOOP("Report",
                                "Teaching and research. Not for diagnosis or treatment. Not a "
                                "medical device.")),
          fontOf(9), light().dim);
    write(painter, kLeft, kFoot + 8, kWidth, QStringLiteral("Nodewise ") + head.version, fontOf(9),
          light().dim, Qt::AlignRight);
}

double figureRow(QPainter& painter, double y, const std::vector<models::FigureValue>& figures) {
    const double width = kWidth / std::max<std::size_t>(1, figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double x = kLeft + double(i) * width;
        write(painter, x, y, width - 8, figures[i].label, fontOf(9), light().dim);
        write(painter, x, y + 24, width - 8, figures[i].value, fontOf(17, QFont::DemiBold),
              light().strong);
        write(painter, x, y + 46, width - 8, figures[i].interval, fontOf(9), light().dim);
    }
    return y + 84;
}

void chartTitle(QPainter& painter, double x, double y, const QString& text) {
    write(painter, x, y, 240, text, fontOf(11, QFont::DemiBold), light().strong);
}

/// Charts are laid out in screen pixels: drawn larger and scaled down.
template <class Paint>
void inBox(QPainter& painter, const QRectF& box, const Paint& paint) {
    constexpr double kScale = 0.72;
    painter.save();
    painter.translate(box.topLeft());
    painter.scale(kScale, kScale);
    paint(QRectF(0, 0, box.width() / kScale, box.height() / kScale));
    painter.restore();
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
    double y = write(painter, kLeft, 130, kWidth, report.head.title, fontOf(28, QFont::DemiBold),
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
    y = figureRow(painter, y + 60, report.figures);
    write(painter, kLeft + 50, y + 30, kWidth - 100,
          say(QT_TRANSLATE_NOOP("Report",
                                "It states practice, no qualification. Intervals are 95 %; a "
                                "figure that is missing needs more nodes.")),
          fontOf(10), light().dim, Qt::AlignHCenter);
    write(painter, kLeft, 740, kWidth, report.head.date, fontOf(11), light().text,
          Qt::AlignHCenter);
    write(painter, kLeft, 790, kWidth,
          say(QT_TRANSLATE_NOOP("Report",
                                "Teaching and research. Not for diagnosis or treatment. Not a "
                                "medical device.")),
          fontOf(9), light().dim, Qt::AlignHCenter);
}

namespace {

double readerTable(QPainter& painter, double y, const analytics::Cohort& cohort) {
    const double columns[] = {0, 130, 180, 230, 280, 380};
    const char* heads[] = {QT_TRANSLATE_NOOP("Report", "Reader"),
                           QT_TRANSLATE_NOOP("Report", "Nodes"),
                           QT_TRANSLATE_NOOP("Report", "Cases"),
                           QT_TRANSLATE_NOOP("Report", "Brier"),
                           QT_TRANSLATE_NOOP("Report", "Skill, 95 %"),
                           QT_TRANSLATE_NOOP("Report", "Against the group")};
    for (int i = 0; i < 6; ++i)
        write(painter, kLeft + columns[i], y, 120, say(heads[i]), fontOf(9), light().dim);
    y += 18;
    for (const auto& row : cohort.readers) {
        if (y > 420)
            break;
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
        for (int i = 0; i < 6; ++i)
            write(painter, kLeft + columns[i], y, 130, texts[i], fontOf(10), light().text);
        y += 18;
    }
    return y + 8;
}

widgets::HeatChart heatOf(const analytics::Cohort& cohort) {
    widgets::HeatChart chart;
    for (const ConceptId& id : cohort.concepts)
        chart.columns << text::conceptTitle(id);
    for (const auto& row : cohort.readers) {
        chart.rows << QString::fromStdString(row.pseudonym);
        auto& shares = chart.shares.emplace_back();
        for (const auto& cell : row.concepts)
            shares.push_back(cell.share.value);
    }
    return chart;
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
               say(QT_TRANSLATE_NOOP("Report", "Concepts: grades that agree or are close, %")));
    const widgets::ChartPainter charts(light());
    inBox(painter, QRectF(kLeft, y + 20, kWidth, 240),
          [&](const QRectF& box) { charts.heat(painter, box, heatOf(report.cohort)); });
    y += 272;
    chartTitle(painter, kLeft, y, say(QT_TRANSLATE_NOOP("Report", "Hardest nodes")));
    y += 20;
    for (const auto& item : report.cohort.items) {
        if (y > kFoot - 16)
            break;
        y = write(painter, kLeft, y, kWidth,
                  say(QT_TRANSLATE_NOOP("Report", "%1: %2 of %3 readers agree or are close"))
                      .arg(QString::fromStdString(item.caseTitle),
                           QString::number(qRound(item.agreed * item.readers)))
                      .arg(item.readers),
                  fontOf(10), light().text) +
            4;
    }
    foot(painter, report.head);
}

}  // namespace nodewise::dashboard
