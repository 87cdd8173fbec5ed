/// report.h: one-page reports on A4: the resident's, the certificate, the director's.
#pragma once
#include "analytics/cohort.h"
#include "analytics/resident.h"
#include "base/result.h"
#include "ui/models/progress_model.h"
#include <QString>
#include <filesystem>
#include <functional>
#include <vector>

class QPainter;

namespace nodewise::dashboard {

/// What every page says at its head and foot.
struct ReportHead {
    QString title, name, date;
    QString version;
};

struct ResidentReport {
    ReportHead head;
    QString line;  ///< "64 scored nodes in 41 cases since 2 September"
    std::vector<models::FigureValue> figures;
    analytics::ResidentSummary summary;
    std::vector<models::WeakConcept> weakest;
    std::vector<QString> misses;
};

struct CertificateReport {
    ReportHead head;
    int nodes = 0, cases = 0;
    QString from, to;
    std::vector<models::FigureValue> figures;
};

struct GroupReport {
    ReportHead head;
    analytics::Cohort cohort;
};

/// Each paints one page in points of 1/72 inch, A4 upright: 595 × 842. Light theme.
void paintResident(QPainter& painter, const ResidentReport& report);
void paintCertificate(QPainter& painter, const CertificateReport& report);
void paintGroup(QPainter& painter, const GroupReport& report);

/// One page as PDF. Errors: FileUnwritable.
[[nodiscard]] Result<void> writePdf(const std::filesystem::path& file, const QString& title,
                                    const std::function<void(QPainter&)>& paint);

/// The reports of what the models hold now.
[[nodiscard]] ResidentReport residentReport(const models::ProgressModel& model,
                                            const QString& version);
[[nodiscard]] CertificateReport certificateReport(const models::ProgressModel& model,
                                                  const QString& version);

}  // namespace nodewise::dashboard
