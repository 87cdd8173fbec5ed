#include "ui/shell/report_ways.h"
#include "ui/dashboard/compare_page.h"
#include "ui/dashboard/details_page.h"
#include "ui/dashboard/group_page.h"
#include "ui/dashboard/progress_screen.h"
#include "ui/dashboard/report.h"
#include "ui/dashboard/research_page.h"
#include "ui/shell/main_window.h"
#include "ui/text/error_text.h"
#include "ui/widgets/toast.h"
#include <QDateTime>
#include <QLocale>

namespace nodewise::shell {

ReportWays::ReportWays(MainWindow& window, const Models& models, widgets::DialogService& dialogs,
                       const AboutFacts& facts, dashboard::ProgressScreen& progress,
                       QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_models(models)
    , m_dialogs(dialogs)
    , m_facts(facts) {
    auto* group = new dashboard::GroupPage(m_models.group, m_models.library);
    m_research = new dashboard::ResearchPage(m_models.learner, m_models.group, m_models.library);
    auto* details = new dashboard::DetailsPage(m_models.progress);
    details->setRemedyPictures(&m_models.cards);
    progress.addPage(QStringLiteral("scores"), tr("All scores"), details);
    auto* compare = new dashboard::ComparePage(m_models.learner, m_models.library);
    progress.addPage(QStringLiteral("compare"), tr("Compared"), compare);
    progress.addPage(QStringLiteral("group"), tr("Group"), group);
    progress.addPage(QStringLiteral("research"), tr("Research"), m_research);
    connect(&progress, &dashboard::ProgressScreen::reportRequested, this,
            &ReportWays::writeResident);
    connect(compare, &dashboard::ComparePage::reviewCallRequested, &progress,
            &dashboard::ProgressScreen::reviewCallRequested);
    connect(group, &dashboard::GroupPage::importRequested, this, &ReportWays::importRequested);
    connect(group, &dashboard::GroupPage::reportRequested, this, &ReportWays::writeGroup);
    connect(m_research, &dashboard::ResearchPage::exportRequested, this, &ReportWays::exportTo);
    connect(m_research, &dashboard::ResearchPage::certificateRequested, this,
            &ReportWays::writeCertificate);
}

std::optional<std::filesystem::path> ReportWays::askFile(const QString& title, const QString& name,
                                                         const QString& filter) {
    const auto file = m_dialogs.saveFile(&m_window, title, name, filter);
    return file ? std::optional(std::filesystem::path(file->toStdU16String())) : std::nullopt;
}

void ReportWays::tellWritten(const Result<void>& written, const std::filesystem::path& file) {
    if (!written)
        return Q_EMIT problem(written.error());
    m_window.toast()->showMessage(
        tr("%1 is written.").arg(QString::fromStdU16String(file.filename().u16string())));
}

void ReportWays::writeResident() {
    const auto file =
        askFile(tr("Report as PDF"), QStringLiteral("nodewise-report.pdf"), tr("PDF (*.pdf)"));
    if (!file)
        return;
    const auto report = dashboard::residentReport(m_models.progress, m_facts.version);
    tellWritten(
        dashboard::writePdf(*file, report.head.title,
                            [&](QPainter& painter) { dashboard::paintResident(painter, report); }),
        *file);
}

void ReportWays::writeCertificate() {
    const auto file = askFile(tr("Certificate as PDF"), QStringLiteral("nodewise-certificate.pdf"),
                              tr("PDF (*.pdf)"));
    if (!file)
        return;
    const auto report = dashboard::certificateReport(m_models.progress, m_facts.version);
    tellWritten(dashboard::writePdf(
                    *file, report.head.title,
                    [&](QPainter& painter) { dashboard::paintCertificate(painter, report); }),
                *file);
}

void ReportWays::writeGroup() {
    const auto file =
        askFile(tr("Page as PDF"), QStringLiteral("nodewise-group.pdf"), tr("PDF (*.pdf)"));
    if (!file)
        return;
    const auto now = m_models.learner.clock().now().time_since_epoch().count();
    dashboard::GroupReport report;
    report.head = {tr("Group report"),
                   {},
                   QLocale().toString(QDateTime::fromMSecsSinceEpoch(now).toLocalTime().date(),
                                      models::ProgressModel::tr("d MMMM yyyy")),
                   m_facts.version};
    report.cohort = m_models.group.cohort();
    tellWritten(
        dashboard::writePdf(*file, report.head.title,
                            [&](QPainter& painter) { dashboard::paintGroup(painter, report); }),
        *file);
}

Result<models::ExportSource> ReportWays::sourceOf(models::ExportKind kind) const {
    models::ExportSource source;
    source.profile = m_models.learner.profile();
    source.appVersion = m_facts.version.toStdString();
    source.key = std::filesystem::path(m_facts.dataFolder.toStdU16String()) / "signing-key.json";
    const bool ofGroup = m_research->ofGroup() && kind != models::ExportKind::Answers;
    const auto& learner = m_models.learner;
    const auto calls = ofGroup ? Result<std::vector<session::CallRecord>>(m_models.group.calls())
                               : learner.store().calls(learner.profile());
    if (!calls)
        return fail(calls.error());
    source.calls.assign(calls->rbegin(), calls->rend());
    auto events = ofGroup ? m_models.group.events() : m_models.learner.store().events();
    if (!events)
        return fail(events.error());
    source.events = std::move(*events);
    return source;
}

void ReportWays::exportTo(models::ExportKind kind) {
    auto source = sourceOf(kind);
    if (!source)
        return Q_EMIT problem(source.error());
    if (kind == models::ExportKind::Answers) {
        const auto name = m_dialogs.askText(&m_window, tr("Your pseudonym"),
                                            tr("It stands in the file in place of your name"), {});
        if (!name || name->trimmed().isEmpty())
            return;
        source->pseudonym = name->trimmed().toStdString();
    }
    const auto file =
        askFile(models::exportName(kind), models::exportFile(kind), models::exportFilter(kind));
    if (!file)
        return;
    const auto written = models::writeExport(kind, *source, *file);
    if (!written && written.error().code == ErrorCode::InvalidArgument)
        return m_dialogs.tell(&m_window, tr("There is nothing to write yet"),
                              tr("A reader study needs scored calls on positive and on negative "
                                 "nodes."));
    if (!written)
        return Q_EMIT problem(written.error());
    m_window.toast()->showMessage(
        tr("%1: %n row(s)", nullptr, static_cast<int>(written->rows))
            .arg(QString::fromStdU16String(file->filename().u16string())));
}

}  // namespace nodewise::shell
