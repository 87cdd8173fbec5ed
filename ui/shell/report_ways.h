/// report_ways.h: the pages beside the overview of Progress; exports and reports as files.
#pragma once
#include "ui/models/exports.h"
#include "ui/shell/workspace.h"
#include <QObject>

namespace nodewise::dashboard {
class ProgressScreen;
class ResearchPage;
}  // namespace nodewise::dashboard

namespace nodewise::shell {

class ReportWays final : public QObject {
    Q_OBJECT
public:
    /// Adds its pages to the screen. All outlive it.
    ReportWays(MainWindow& window, const Models& models, widgets::DialogService& dialogs,
               const AboutFacts& facts, dashboard::ProgressScreen& progress,
               QObject* parent = nullptr);

Q_SIGNALS:
    void importRequested();
    void problem(const nodewise::Error& error);

private:
    void writeResident();
    void writeCertificate();
    void writeGroup();
    void exportTo(models::ExportKind kind);
    [[nodiscard]] Result<models::ExportSource> sourceOf(models::ExportKind kind) const;
    /// The file the user chose; nothing when cancelled.
    [[nodiscard]] std::optional<std::filesystem::path>
    askFile(const QString& title, const QString& name, const QString& filter);
    void tellWritten(const Result<void>& written, const std::filesystem::path& file);

    MainWindow& m_window;
    Models m_models;
    widgets::DialogService& m_dialogs;
    AboutFacts m_facts;
    dashboard::ResearchPage* m_research = nullptr;
};

}  // namespace nodewise::shell
