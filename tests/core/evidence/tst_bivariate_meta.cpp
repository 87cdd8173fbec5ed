#include "evidence/bivariate_meta.h"
#include "support/evidence_csv.h"
#include "support/oracle_json.h"
#include <QtTest>
#include <algorithm>

using namespace nodewise;
using namespace nodewise::evidence;
using namespace nodewise::tests;

namespace {

// As oracles/roc/bivariate_meta.json states: estimates 1e-3, sensitivity and specificity 5e-4.
constexpr double kEstimate = 1e-3, kShare = 5e-4;

QJsonObject oracle(const char* set) {
    return oracleJson("roc/bivariate_meta.json")[QLatin1String(set)].toObject();
}

std::vector<StudyCounts> auditC() {
    std::vector<StudyCounts> studies;
    for (const QJsonValue& row : oracle("auditc")[QLatin1String("rows")].toArray()) {
        const auto n = numbersOf(row);
        studies.push_back({"", n[0], n[2], n[1], n[3]});
    }
    return studies;
}

/// The first or consensus reader of a study's CT reading in evidence.csv.
StudyCounts listedStudy(const QByteArray& name) {
    for (const EvidenceRow& row : evidenceRows()) {
        const bool first =
            row["reader"] == "1" || row["reader"] == "consensus" || row["reader"] == "report";
        const bool reading =
            row["feature"].startsWith("overall") || row["feature"] == "adjacent invasion, strict";
        if (row["study"] == name && first && reading && row["modality"].startsWith("CT"))
            if (const auto counts = countsOf(row))
                return *counts;
    }
    qFatal("evidence.csv has no counts of %s", name.constData());
}

std::vector<StudyCounts> eneStudies() {
    std::vector<StudyCounts> studies;
    for (const QJsonValue& row : oracle("ene_ct")[QLatin1String("studies")].toArray())
        studies.push_back(listedStudy(row.toObject()[QLatin1String("study")].toString().toUtf8()));
    return studies;
}

void compare(const BivariateMeta& meta, const QJsonObject& expected) {
    const auto near = [&](const char* name, double value, double tolerance) {
        const double wanted = expected[QLatin1String(name)].toDouble();
        QVERIFY2(std::abs(value - wanted) <= tolerance,
                 qPrintable(QStringLiteral("%1: %2, expected %3")
                                .arg(QLatin1String(name))
                                .arg(value, 0, 'g', 10)
                                .arg(wanted, 0, 'g', 10)));
    };
    near("tsens", meta.logitSensitivity, kEstimate);
    near("tsens_se", meta.logitSensitivitySe, kEstimate);
    near("tfpr", meta.logitFalsePositive, kEstimate);
    near("tfpr_se", meta.logitFalsePositiveSe, kEstimate);
    near("sd_tsens", meta.sdSensitivity, kEstimate);
    near("sd_tfpr", meta.sdFalsePositive, kEstimate);
    near("rho", meta.rho, kEstimate);
    near("cov_tsens_tfpr", meta.covariance, kEstimate);
    near("sens", meta.sensitivity.value, kShare);
    near("spec", meta.specificity.value, kShare);
    near("LRpos", meta.lrPositive, 5e-3);
    near("LRneg", meta.lrNegative, kEstimate);
    const auto sens = numbersOf(expected[QLatin1String("sens_ci")]);
    const auto spec = numbersOf(expected[QLatin1String("spec_ci")]);
    QVERIFY(nearAbsolute(meta.sensitivity.low, sens[0], kShare));
    QVERIFY(nearAbsolute(meta.sensitivity.high, sens[1], kShare));
    QVERIFY(nearAbsolute(meta.specificity.low, spec[0], kShare));
    QVERIFY(nearAbsolute(meta.specificity.high, spec[1], kShare));
}

}  // namespace

class TestBivariateMeta : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void poolsAuditC();
    void poolsTheListedEneStudies();
    void doesNotDependOnTheOrder();
    void givesTheRatiosOfEveryListedStudy();
    void refusesWhatCannotBePooled();
};

void TestBivariateMeta::poolsAuditC() {
    const auto meta = poolStudies(auditC());
    QVERIFY(meta.has_value());
    compare(*meta, oracle("auditc")[QLatin1String("computed")].toObject());
}

/// The counts come from evidence.csv, the result from bivariate_meta.json.
void TestBivariateMeta::poolsTheListedEneStudies() {
    const auto studies = eneStudies();
    QCOMPARE(studies.size(), std::size_t(9));
    const auto meta = poolStudies(studies);
    QVERIFY(meta.has_value());
    compare(*meta, oracle("ene_ct")[QLatin1String("computed")].toObject());
}

void TestBivariateMeta::doesNotDependOnTheOrder() {
    auto studies = eneStudies();
    const auto one = poolStudies(studies);
    std::reverse(studies.begin(), studies.end());
    const auto two = poolStudies(studies);
    QVERIFY(nearAbsolute(one->logitSensitivity, two->logitSensitivity, 1e-5));
    QVERIFY(nearAbsolute(one->sdFalsePositive, two->sdFalsePositive, 1e-4));
}

/// Every row with counts gives the printed sensitivity and specificity (half a unit of the last
/// digit), so its ratios are those of the print.
void TestBivariateMeta::givesTheRatiosOfEveryListedStudy() {
    int checked = 0;
    for (const EvidenceRow& row : evidenceRows()) {
        const auto counts = countsOf(row);
        if (!counts)
            continue;
        const double sens = row["sens"].toDouble() / 100, spec = row["spec"].toDouble() / 100;
        QVERIFY2(std::abs(counts->tp / (counts->tp + counts->fn) - sens) < 0.0051,
                 row["study"].constData());
        QVERIFY2(std::abs(counts->tn / (counts->tn + counts->fp) - spec) < 0.0051,
                 row["study"].constData());
        const RatioInterval plus = positiveRatio(*counts), minus = negativeRatio(*counts);
        QVERIFY(plus.low < plus.value && plus.value < plus.high);
        QVERIFY(minus.low < minus.value && minus.value < minus.high);
        if (counts->fp > 0)
            QVERIFY(nearRelative(plus.value,
                                 counts->tp / (counts->tp + counts->fn) /
                                     (counts->fp / (counts->fp + counts->tn)),
                                 1e-12));
        ++checked;
    }
    QVERIFY(checked >= 20);
}

void TestBivariateMeta::refusesWhatCannotBePooled() {
    QVERIFY(!poolStudies({}));
    auto studies = eneStudies();
    studies[2].fn = -1;
    QVERIFY(poolStudies(studies).error().code == ErrorCode::InvalidArgument);
    studies[2] = {"no positives", 0, 3, 0, 9};
    QVERIFY(poolStudies(studies).error().detail.find("no positives") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestBivariateMeta)
#include "tst_bivariate_meta.moc"
