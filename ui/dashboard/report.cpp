#include "ui/dashboard/report.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

namespace nodewise::dashboard {

namespace {

QString dayText(Timestamp time) {
    //: Format of a day, as QLocale takes it.
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toLocalTime().date(),
        models::ProgressModel::tr("d MMMM yyyy"));
}

ReportHead headOf(const models::ProgressModel& model, const QString& title,
                  const QString& version) {
    return {title, model.learner().name(), dayText(model.learner().clock().now()), version};
}

}  // namespace

ResidentReport residentReport(const models::ProgressModel& model, const QString& version) {
    ResidentReport report;
    report.head = headOf(model, models::ProgressModel::tr("Progress report"), version);
    report.line = model.headline();
    report.figures = model.figures();
    report.summary = model.summary();
    report.weakest = model.weakest();
    for (const auto& miss : model.misses())
        report.misses.push_back(models::ProgressModel::tr("%1: %2, %3")
                                    .arg(miss.call.title, miss.call.you, miss.call.reference));
    return report;
}

CertificateReport certificateReport(const models::ProgressModel& model, const QString& version) {
    CertificateReport report;
    report.head = headOf(model, models::ProgressModel::tr("Certificate of practice"), version);
    const auto& summary = model.summary();
    report.nodes = summary.scored;
    report.cases = summary.cases;
    if (summary.firstScored && summary.lastScored) {
        report.from = dayText(*summary.firstScored);
        report.to = dayText(*summary.lastScored);
    }
    report.figures = model.figures();
    // Skill, AUC and kappa: what was missed is between reader and teacher.
    report.figures.resize(std::min<std::size_t>(report.figures.size(), 3));
    return report;
}

Result<void> writePdf(const std::filesystem::path& path, const QString& title,
                      const std::function<void(QPainter&)>& paint) {
    QFile file(QString::fromStdU16String(path.u16string()));
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, file.errorString().toStdString(), path.string());
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(300);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Nodewise"));
    {
        QPainter painter(&writer);
        if (!painter.isActive())
            return fail(ErrorCode::FileUnwritable, "the PDF cannot be written", path.string());
        const double scale = 300.0 / 72.0;
        painter.scale(scale, scale);
        paint(painter);
    }
    if (!file.flush() || file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnwritable, file.errorString().toStdString(), path.string());
    return {};
}

}  // namespace nodewise::dashboard
