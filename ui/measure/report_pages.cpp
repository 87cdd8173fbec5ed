// The report on paper: text lines that flow over A4 pages, pictures two in a row, the label of use
// at the foot of each page. Drawn with the light palette.
#include "evidence/likelihoods.h"
#include "evidence/support.h"
#include "ui/measure/measure_files.h"
#include "ui/text/evidence_text.h"
#include "ui/text/measure_text.h"
#include "ui/text/number_text.h"
#include "ui/text/pene_text.h"
#include "ui/text/term_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/type_scale.h"
#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextLayout>
#include <functional>

namespace nodewise::measure_screen {

namespace {

class Report {
    Q_DECLARE_TR_FUNCTIONS(MeasureReport)
};

using widgets::TextStyle;

constexpr int kDpi = 96;
constexpr double kWidth = 794, kHeight = 1123, kMargin = 56, kFoot = 64;

/// Puts lines and pictures under each other; a full page calls for the next one.
class Flow {
public:
    Flow(QPainter& painter, std::function<void()> nextPage)
        : m_painter(painter)
        , m_nextPage(std::move(nextPage))
        , m_theme(widgets::Theme::of(widgets::ThemeKind::Light)) {
        foot();
    }

    void space(double px) { m_y += px; }

    void line(const QString& words, TextStyle style, bool strong = false, double indent = 0) {
        if (words.isEmpty())
            return;
        QTextLayout layout(words, widgets::textFont(style));
        layout.beginLayout();
        for (QTextLine part = layout.createLine(); part.isValid(); part = layout.createLine()) {
            part.setLineWidth(kWidth - 2 * kMargin - indent);
            need(widgets::lineHeight(style));
            m_painter.setPen(strong ? m_theme.strong : m_theme.text);
            part.draw(&m_painter, {kMargin + indent, m_y});
            m_y += widgets::lineHeight(style);
        }
        layout.endLayout();
    }

    void pair(const QString& left, const QString& right) {
        need(18);
        m_painter.setFont(widgets::textFont(TextStyle::Note));
        m_painter.setPen(m_theme.dim);
        m_painter.drawText(QRectF(kMargin + 12, m_y, 240, 18), Qt::AlignVCenter, left);
        m_painter.setPen(m_theme.strong);
        m_painter.drawText(QRectF(kMargin + 252, m_y, kWidth - 2 * kMargin - 252, 18),
                           Qt::AlignVCenter, right);
        m_y += 18;
    }

    /// One at a time, so that no more than one is held.
    void pictures(const std::vector<ReportPicture>& pictures, JobControl& job) {
        const double wide = (kWidth - 2 * kMargin - 16) / 2;
        double row = 0;
        for (std::size_t n = 0; n < pictures.size() && !job.cancelled(); ++n) {
            const QImage image = viewer::pictureOf(pictures[n].scene);
            const double high = wide * image.height() / image.width();
            if (n % 2 == 0) {
                m_y += row;
                need(high + 20);
                row = high + 24;
            }
            const double x = kMargin + (n % 2) * (wide + 16);
            m_painter.drawImage(QRectF(x, m_y, wide, high), image);
            m_painter.setFont(widgets::textFont(TextStyle::Small));
            m_painter.setPen(m_theme.dim);
            m_painter.drawText(QRectF(x, m_y + high + 2, wide, 16), Qt::AlignVCenter,
                               pictures[n].caption);
            job.report(0.8 * static_cast<double>(n + 1) / static_cast<double>(pictures.size()),
                       "write");
        }
        m_y += row;
    }

    void rule() {
        need(13);
        m_painter.fillRect(QRectF(kMargin, m_y + 6, kWidth - 2 * kMargin, 1), m_theme.line);
        m_y += 13;
    }

private:
    void need(double px) {
        if (m_y + px <= kHeight - kFoot)
            return;
        m_nextPage();
        m_y = kMargin;
        foot();
    }

    void foot() {
        m_painter.setFont(widgets::textFont(TextStyle::Small));
        m_painter.setPen(m_theme.text);
        const QRectF box(kMargin, kHeight - kFoot + 16, kWidth - 2 * kMargin, 16);
        m_painter.drawText(box, Qt::AlignLeft, text::useLabel());
        m_painter.drawText(box, Qt::AlignRight, QString::number(++m_page));
    }

    QPainter& m_painter;
    std::function<void()> m_nextPage;
    const widgets::Theme& m_theme;
    double m_y = kMargin;
    int m_page = 0;
};

void addAnswer(Flow& flow, const exchange::WorkNode& node) {
    if (!node.committed) {
        flow.line(Report::tr("No call of the reader yet; the core's answer follows it."),
                  TextStyle::Note, false, 12);
        return;
    }
    if (node.ownGrade && node.ownProbability)
        flow.pair(Report::tr("Reader"),
                  Report::tr("%1, ENE on imaging %2")
                      .arg(text::gradeName(*node.ownGrade), text::percent(*node.ownProbability)));
    if (!node.answer)
        return;
    const auto& opinion = node.answer->opinion;
    flow.pair(Report::tr("HNCIG grade, measured"),
              Report::tr("%1, %2; ENE on imaging %3")
                  .arg(text::gradeName(opinion.grade), text::gradeMeaning(opinion.grade),
                       text::certaintyName(opinion.certainty)));
    for (const auto& step : opinion.trace)
        if (step.fired)
            flow.line(text::traceSentence(step), TextStyle::Note, false, 24);
    const auto& pene = node.answer->pene;
    const bool given = pene.probability && !pene.abstained;
    flow.pair(Report::tr("P(pENE), from the literature"),
              given ? Report::tr("%1, interval %2")
                          .arg(text::percent(*pene.probability),
                               text::percentInterval(pene.low, pene.high))
                    : Report::tr("not given: %1").arg(text::abstentionSentence(pene.reason)));
    if (given)
        for (const auto& part : pene.contributions)
            flow.line(text::contributionSentence(part), TextStyle::Note, false, 24);
}

void addNode(Flow& flow, const exchange::WorkNode& node) {
    flow.rule();
    QString title = QString::fromStdString(node.name) + QStringLiteral(", ");
    title.replace(0, 1, title.left(1).toUpper());
    title += node.level ? text::sideLevel(node.side, *node.level) : text::sideName(node.side);
    flow.line(title, TextStyle::Section, true);
    flow.line(Report::tr("Outline %1").arg(text::outlineOriginName(node.origin)), TextStyle::Note);
    if (node.measured) {
        for (const auto& row : text::nodeRows(*node.measured))
            flow.pair(row.name, row.context.isEmpty()
                                    ? row.value
                                    : row.value + QStringLiteral(" · ") + row.context);
        for (const auto flag : node.measured->flags)
            flow.line(text::qualityFlagSentence(flag), TextStyle::Note, false, 12);
    }
    flow.space(6);
    addAnswer(flow, node);
}

void addWhole(Flow& flow, const exchange::MeasureWork& work) {
    flow.rule();
    if (const auto input = exchange::stagingInputOf(work, Edition::Tnm9))
        if (const auto staged = staging::stageNeck(*input))
            for (const auto& line : text::stagingLines(*staged))
                flow.pair(line.edition + QLatin1Char(' ') + line.category, line.rule);
    flow.space(8);
    flow.line(Report::tr("To exclude first"), TextStyle::Head, true);
    for (const QString& sentence : text::pitfallSentences(work.patient, nullptr))
        flow.line(sentence, TextStyle::Note, false, 12);
    flow.space(8);
    flow.line(Report::tr("Evidence"), TextStyle::Head, true);
    // Figures of one source that differ in their target are one line here.
    QStringList lines;
    for (const auto& row : evidence::likelihoods())
        lines << text::signName(row) + QStringLiteral(": ") + text::sourceSentence(row);
    lines.removeDuplicates();
    for (const QString& line : lines)
        flow.line(line, TextStyle::Note, false, 12);
    for (const auto& row : evidence::supportRows())
        flow.line(Report::tr("%1 (supports only): %2")
                      .arg(text::signName(row), text::sourceSentence(row)),
                  TextStyle::Note, false, 12);
    flow.space(8);
    const QStringList card = text::modelCardLines();
    flow.line(card.value(0) + QStringLiteral(". ") + card.value(1), TextStyle::Note);
}

void drawPages(QPainter& painter, const exchange::MeasureWork& work,
               const std::vector<ReportPicture>& pictures, const std::function<void()>& nextPage,
               JobControl& job) {
    Flow flow(painter, nextPage);
    flow.line(Report::tr("Nodes measured on CT"), TextStyle::Title, true);
    QStringList head{QLocale().toString(QDate::currentDate(), QLocale::LongFormat)};
    if (work.patient.site)
        head << text::siteName(*work.patient.site);
    if (work.patient.p16 != P16Status::Unknown)
        head << text::p16Name(work.patient.p16);
    flow.line(head.join(QStringLiteral(" · ")), TextStyle::Base);
    flow.space(8);
    flow.pictures(pictures, job);
    for (const auto& node : work.nodes) {
        if (job.cancelled())
            return;
        addNode(flow, node);
    }
    addWhole(flow, work);
}

}  // namespace

Result<void> writePdf(const exchange::MeasureWork& work, const std::vector<ReportPicture>& pictures,
                      const QString& file, JobControl& job) {
    const auto unwritable = [&file] {
        return fail(ErrorCode::FileUnwritable, "the report cannot be written", file.toStdString());
    };
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return unwritable();
    {
        QPdfWriter writer(&out);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(Report::tr("Nodes measured on CT"));
        writer.setCreator(QStringLiteral("Nodewise"));
        QPainter painter;
        if (!painter.begin(&writer))
            return unwritable();
        painter.scale(writer.width() / kWidth, writer.width() / kWidth);
        // Fonts are given in px of 96 dots an inch; the scale above takes them along.
        drawPages(
            painter, work, pictures, [&writer] { writer.newPage(); }, job);
        if (!painter.end())
            return unwritable();
    }
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "the report was not written");
    return out.commit() ? Result<void>() : unwritable();
}

std::vector<QImage> pdfPages(const exchange::MeasureWork& work,
                             const std::vector<ReportPicture>& pictures) {
    std::vector<QImage> pages;
    const auto fresh = [] {
        QImage page(static_cast<int>(kWidth), static_cast<int>(kHeight), QImage::Format_RGB32);
        page.setDotsPerMeterX(static_cast<int>(kDpi / 0.0254));
        page.setDotsPerMeterY(static_cast<int>(kDpi / 0.0254));
        page.fill(Qt::white);
        return page;
    };
    QImage page = fresh();
    QPainter painter(&page);
    NullJobControl job;
    drawPages(
        painter, work, pictures,
        [&] {
            painter.end();
            pages.push_back(page);
            page = fresh();
            painter.begin(&page);
        },
        job);
    painter.end();
    pages.push_back(page);
    return pages;
}

}  // namespace nodewise::measure_screen
