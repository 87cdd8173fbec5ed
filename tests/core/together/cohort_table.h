/// cohort_table.h: what came out of a cohort: confusion, kappa, size error, failures.
#pragma once
#include "analytics/agreement.h"
#include "annotation/reference_truth.h"
#include "cohort.h"
#include <QDir>
#include <QFile>
#include <QTextStream>
#include <QtDebug>
#include <algorithm>
#include <array>

namespace nodewise::tests {

/// A grade between two thresholds of visibility: no grade holds nearly all of the distribution.
inline bool isBorder(const NodeTruth& truth) {
    return *std::max_element(truth.distribution.begin(), truth.distribution.end()) < 0.95;
}

inline double criterion(const evidence::NodeEvidence& e, evidence::FindingCode code) {
    double best = -1;
    for (const auto& finding : e.findings)
        if (finding.code == code)
            best = std::max(best, finding.strength);
    return best;
}

class CohortTable {
public:
    explicit CohortTable(const QString& folder)
        : m_folder(folder) {
        QDir().mkpath(folder);
        m_rows << QStringLiteral(
            "seed,slice_mm,noise_hu,truth,border,grade,strength,rule,short_axis_truth_mm,"
            "short_axis_mm,indistinct,irregular,stranding,extension,coalescence,invasion,"
            "contact,indistinct_share,width_mm,roughness_mm,stranding_index,excess_index,extension_"
            "area_mm2,"
            "extension_ml,extension_depth_mm,capsule_residual_mm,fitted_share,sector_deg,concave,"
            "shape,beyond_p95,beyond_max,beyond_"
            "share,lost_septum,structure,lost_plane_"
            "mm,"
            "interface_roughness_mm,ragged_mm,penetration_mm,inside_hu_change,penetrated_mm3,"
            "contact_area_mm2,"
            "true_structure,flags,aim");
    }

    void add(const DrawnNeck& neck, const AssessedNode& node) {
        const NodeTruth& truth = neck.truth.truth.nodes.front();
        auto& table = isBorder(truth) ? m_border : m_table;
        const auto t = static_cast<std::size_t>(gradeNumber(truth.grade));
        const auto g = static_cast<std::size_t>(gradeNumber(node.evidence.opinion.grade));
        table[t][g] += 1;
        if (node.measured.size && node.measured.size->shortAxis)
            m_sizeErrors.push_back(node.measured.size->shortAxis->lengthMm - truth.shortAxisMm);
        m_rows << rowOf(neck, truth, node);
        if (t != g && !isBorder(truth)) {
            m_failures << m_rows.back();
            keepPicture(*neck.image, truth);
        }
        write("nodes.csv", m_rows);  // after each node: a long run may be cut short
    }

    [[nodiscard]] analytics::Estimate kappa() const {
        return analytics::kappa(m_table, analytics::KappaWeights::Quadratic);
    }

    /// Writes nodes.csv and failures.csv and prints the summary.
    void finish() const {
        write("nodes.csv", m_rows);
        write("failures.csv", QStringList{m_rows.front()} + m_failures);
        print("truth (rows) against grade, clear nodes", m_table);
        print("border nodes", m_border);
        const auto k = kappa();
        if (k.value && k.interval)
            qInfo("quadratic-weighted kappa %.3f (%.3f to %.3f)", *k.value, k.interval->low,
                  k.interval->high);
        printSize();
        qInfo("failures and their pictures: %s", qPrintable(m_folder));
    }

    [[nodiscard]] double clearCount() const {
        double sum = 0;
        for (const auto& row : m_table)
            for (const double n : row)
                sum += n;
        return sum;
    }
    [[nodiscard]] double medianSizeError() const {
        auto errors = m_sizeErrors;
        for (double& e : errors)
            e = std::abs(e);
        std::sort(errors.begin(), errors.end());
        return errors.empty() ? 0 : errors[errors.size() / 2];
    }

private:
    static QString rowOf(const DrawnNeck& neck, const NodeTruth& truth, const AssessedNode& node) {
        using F = evidence::FindingCode;
        const auto& e = node.evidence;
        QString row;
        QTextStream out(&row);
        out.setRealNumberPrecision(3);
        out << neck.recipe.seed << ',' << neck.recipe.scanner.sliceMm << ','
            << neck.recipe.scanner.noiseHu << ',' << gradeNumber(truth.grade) << ','
            << (isBorder(truth) ? 1 : 0) << ',' << gradeNumber(e.opinion.grade) << ','
            << e.opinion.strength << ',' << QString::fromStdString(e.opinion.decisive().rule) << ','
            << truth.shortAxisMm << ',';
        if (node.measured.size && node.measured.size->shortAxis)
            out << node.measured.size->shortAxis->lengthMm;
        for (const F code :
             {F::MarginIndistinct, F::MarginIrregular, F::FatStranding, F::FatExtension,
              F::Coalescence, F::StructureInvasion, F::StructureContact})
            out << ',' << criterion(e, code);
        addNumbers(node.measured, static_cast<int>(neck.recipe.nodes.front().form()), out);
        out << QString::fromStdString(truth.structure) << ',';
        for (const auto flag : node.measured.flags)
            out << QString::fromUtf8(word(flag).data(), static_cast<qsizetype>(word(flag).size()))
                << ' ';
        out << ',' << neck.recipe.nodes.size()
            << QString::fromStdString(neck.truth.fields.front().why).remove(QLatin1Char(','));
        return row;
    }

    static void put(QTextStream& out, const std::optional<double>& value) {
        if (value)
            out << *value;
        out << ',';
    }

    /// The numbers behind the findings: what thresholds are judged by.
    static void addNumbers(const measure::Measurements& m, int shape, QTextStream& out) {
        using D = std::optional<double>;
        out << ',';
        put(out, m.margin ? D(m.margin->indistinctFraction) : D());
        put(out, m.margin ? D(m.margin->widthMedianMm) : D());
        put(out, m.shape ? m.shape->roughnessMm : D());
        put(out, m.fat ? D(m.fat->strandingIndex) : D());
        put(out, m.fat ? m.fat->excessIndex : D());
        D area;
        for (const auto& finding : evidence::findingsOf(m))
            if (finding.code == evidence::FindingCode::FatExtension)
                area = finding.value;
        put(out, area);
        put(out, m.extension ? D(m.extension->volumeMl) : D());
        put(out, m.extension ? D(m.extension->depthMm) : D());
        put(out, m.extension ? D(m.extension->capsule.residualMm) : D());
        put(out, m.extension ? D(m.extension->capsule.fittedShare) : D());
        put(out, m.extension ? D(m.extension->sectorDeg) : D());
        put(out, m.shape ? m.shape->concaveFraction : D());
        out << shape << ',';
        addBeyond(m, out);
        D septum;
        for (const auto& neighbour : m.coalescence)
            septum = std::max(septum.value_or(0), neighbour.lostSeptumFraction);
        put(out, septum);
        addContact(m, out);
    }

    /// How the surface lies about the fitted capsule, mm.
    static void addBeyond(const measure::Measurements& m, QTextStream& out) {
        if (!m.extension || m.extension->beyondMm.empty()) {
            out << ",,,";
            return;
        }
        auto beyond = m.extension->beyondMm;
        std::sort(beyond.begin(), beyond.end());
        const auto over =
            std::count_if(beyond.begin(), beyond.end(), [](float b) { return b > 1; });
        out << beyond[beyond.size() * 95 / 100] << ',' << beyond.back() << ','
            << static_cast<double>(over) / static_cast<double>(beyond.size()) << ',';
    }

    /// The contact that weighs most for invasion: the deepest growth, else the longest lost plane.
    static void addContact(const measure::Measurements& m, QTextStream& out) {
        const measure::StructureContact* worst = nullptr;
        const auto weight = [](const measure::StructureContact& c) {
            return 10 * c.penetrationMm.value_or(0) + c.lostPlaneMm;
        };
        for (const auto& contact : m.contacts)
            if (worst == nullptr || weight(contact) > weight(*worst))
                worst = &contact;
        if (worst == nullptr) {
            out << ",,,,,,,,";
            return;
        }
        out << QString::fromStdString(worst->structure) << ',' << worst->lostPlaneMm << ',';
        put(out, worst->roughnessMm);
        out << worst->raggedMm << ',';
        put(out, worst->penetrationMm);
        put(out, worst->insideHuChange);
        out << static_cast<double>(worst->penetrated.size()) * m.spacingMm[0] * m.spacingMm[1] *
                   m.spacingMm[2]
            << ',' << worst->areaMm2 << ',';
    }

    /// The axial slice through the node's middle, window 350 / 50, as a PGM.
    void keepPicture(const CtVolume& image, const NodeTruth& truth) const {
        const auto& grid = image.geometry();
        const VoxelIndex at = grid.nearestVoxel(truth.centre);
        QFile file(m_folder + QStringLiteral("/failure-%1.pgm").arg(m_failures.size()));
        if (!file.open(QIODevice::WriteOnly))
            return;
        constexpr int kHalf = 60;
        file.write(QByteArray("P5\n120 120\n255\n"));
        for (int j = at.j - kHalf; j < at.j + kHalf; ++j)
            for (int i = at.i - kHalf; i < at.i + kHalf; ++i) {
                const VoxelIndex v{i, j, at.k};
                const double hu = grid.contains(v) ? image.value(v) : -1000;
                const double gray = std::clamp((hu + 125) / 350 * 255, 0.0, 255.0);
                file.putChar(static_cast<char>(static_cast<unsigned char>(gray)));
            }
    }

    void write(const char* name, const QStringList& lines) const {
        QFile file(m_folder + QLatin1Char('/') + QLatin1String(name));
        if (file.open(QIODevice::WriteOnly))
            file.write((lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
    }

    static void print(const char* title, const analytics::CountTable& table) {
        qInfo("%s", title);
        for (std::size_t t = 0; t < 4; ++t)
            qInfo("  G%zu  %4.0f %4.0f %4.0f %4.0f", t, table[t][0], table[t][1], table[t][2],
                  table[t][3]);
    }

    void printSize() const {
        double sum = 0;
        for (const double e : m_sizeErrors)
            sum += e;
        const double n = static_cast<double>(std::max<std::size_t>(m_sizeErrors.size(), 1));
        qInfo("short axis: mean error %.2f mm, median absolute error %.2f mm, %zu nodes", sum / n,
              medianSizeError(), m_sizeErrors.size());
    }

    static analytics::CountTable zero() {
        return analytics::CountTable(4, std::vector<double>(4, 0.0));
    }

    QString m_folder;
    QStringList m_rows, m_failures;
    analytics::CountTable m_table = zero(), m_border = zero();
    std::vector<double> m_sizeErrors;
};

}  // namespace nodewise::tests
