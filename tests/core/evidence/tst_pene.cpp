#include "evidence/assess.h"
#include "evidence/model_card.h"
#include "evidence/pene.h"
#include "evidence/steady_random.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace nodewise;
using namespace nodewise::evidence;

namespace {

Finding found(FindingCode code, double strength, std::optional<double> value = {}) {
    Finding finding;
    finding.code = code;
    finding.strength = strength;
    finding.value = value;
    return finding;
}

/// Margin and fat looked at, both clean.
std::vector<Finding> cleanNode() {
    return {found(FindingCode::MarginIndistinct, 0.0), found(FindingCode::FatStranding, 0.0)};
}

PatientContext patient(Site site) {
    PatientContext context;
    context.site = site;
    return context;
}

PeneEstimate estimate(const std::vector<Finding>& findings, const PatientContext& context,
                      const ImageFacts& image = {}) {
    return estimatePene(findings, gradeFindings(findings), context, image);
}

bool says(const PeneEstimate& pene, const char* note) {
    return std::find(pene.notes.begin(), pene.notes.end(), note) != pene.notes.end();
}

const Contribution& part(const PeneEstimate& pene, const char* sign) {
    for (const auto& one : pene.contributions)
        if (one.sign == sign)
            return one;
    qFatal("no contribution of %s", sign);
}

double logit(double p) {
    return std::log(p / (1 - p));
}

}  // namespace

class TestPene : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choosesThePriorOfThePopulation_data();
    void choosesThePriorOfThePopulation();
    void neverUsesAPatientsPriorSilently();
    void weighsTheStrongestInFullAndTheOthersByHalf();
    void saysNothingAtStrengthOneHalf();
    void keepsWithinTheClip();
    void leavesStrandingOutAfterABiopsy();
    void abstainsOutsideItsRange_data();
    void abstainsOutsideItsRange();
    void givesTheSameIntervalEachTime();
    void widensWithTheSpreadOfTheSources();
    void givesBackSharesOfRatios();
    void knowsWhichP16ContradictsASite();
    void drawsStandardNormals();
    void refusesBadModels_data();
    void refusesBadModels();
    void cardListsEveryRowWithItsSources();
    void cardHoldsNothingUnread();
};

void TestPene::choosesThePriorOfThePopulation_data() {
    QTest::addColumn<int>("site");
    QTest::addColumn<bool>("overt");
    QTest::addColumn<QString>("prior");
    QTest::addColumn<double>("value");
    const auto row = [](const char* name, Site site, bool overt, const char* prior, double value) {
        QTest::newRow(name) << static_cast<int>(site) << overt << QString::fromLatin1(prior)
                            << value;
    };
    row("oral", Site::OralCavity, false, "hpv_negative_node", 0.40);
    row("larynx, overt", Site::Larynx, true, "hpv_negative_node", 0.40);
    row("HPV+, overt", Site::OropharynxP16Pos, true, "hpv_positive", 0.30);
    row("HPV+, nothing overt", Site::OropharynxP16Pos, false, "hpv_positive_without_overt_iene",
        0.23);
    row("unknown primary HPV+", Site::UnknownPrimaryHpv, true, "hpv_positive", 0.30);
}

void TestPene::choosesThePriorOfThePopulation() {
    QFETCH(int, site);
    QFETCH(bool, overt);
    QFETCH(QString, prior);
    QFETCH(double, value);
    auto findings = cleanNode();
    if (overt)
        findings.push_back(found(FindingCode::FatExtension, 0.95));
    const auto pene = estimate(findings, patient(static_cast<Site>(site)));
    QVERIFY(!pene.abstained);
    QCOMPARE(QString::fromStdString(pene.prior), prior);
    QCOMPARE(pene.contributions.front().strength, value);
    QCOMPARE(pene.contributions.front().logOdds, logit(value));
}

/// Every prior that counts patients is either not for nodes, or says so.
void TestPene::neverUsesAPatientsPriorSilently() {
    for (const auto& [site, name] : allWords<Site>())
        for (const bool overt : {false, true}) {
            auto findings = cleanNode();
            if (overt)
                findings.push_back(found(FindingCode::FatExtension, 0.95));
            const auto pene = estimate(findings, patient(site));
            if (pene.abstained)
                continue;
            for (const auto& row : peneModel().priors) {
                if (row.id != pene.prior)
                    continue;
                QVERIFY2(row.usedForNodes, row.id.c_str());
                QCOMPARE(says(pene, "prior_counts_patients"), row.unit == PriorUnit::Patient);
                QCOMPARE(says(pene, "prior_of_mixed_units"), row.unit == PriorUnit::Mixed);
            }
        }
}

void TestPene::weighsTheStrongestInFullAndTheOthersByHalf() {
    const std::vector<Finding> findings{found(FindingCode::StructureInvasion, 1.0),
                                        found(FindingCode::FatStranding, 1.0),
                                        found(FindingCode::MarginIndistinct, 0.0)};
    const auto pene = estimate(findings, patient(Site::Larynx));
    QCOMPARE(part(pene, "structure_invaded").power, 1.0);
    QCOMPARE(part(pene, "fat_stranded").power, 0.5);
    QCOMPARE(part(pene, "margin_indistinct").power, 0.5);
    QVERIFY(std::abs(part(pene, "structure_invaded").ratio - 8.5) < 1e-9);
    QVERIFY(std::abs(part(pene, "margin_indistinct").ratio - 0.4) < 1e-9);
    const double odds = logit(0.40) + std::log(8.5) + 0.5 * std::log(4.0) + 0.5 * std::log(0.4);
    QVERIFY(std::abs(*pene.probability - 1 / (1 + std::exp(-odds))) < 1e-9);
    QVERIFY(pene.low < *pene.probability && *pene.probability < pene.high);
}

void TestPene::saysNothingAtStrengthOneHalf() {
    const auto pene =
        estimate({found(FindingCode::MarginIndistinct, 0.5), found(FindingCode::FatStranding, 0.5),
                  found(FindingCode::StructureInvasion, 0.5)},
                 patient(Site::Larynx));
    for (std::size_t n = 1; n < pene.contributions.size(); ++n)
        QVERIFY(std::abs(pene.contributions[n].logOdds) < 1e-12);
}

void TestPene::keepsWithinTheClip() {
    std::vector<Finding> all;
    for (const auto& [code, name] : allWords<FindingCode>())
        all.push_back(found(code, 1.0, 60.0));
    const auto high = estimate(all, patient(Site::OralCavity));
    QVERIFY(*high.probability <= 0.98 && high.high <= 0.98);
    for (auto& finding : all) {
        finding.strength = 0;
        finding.value = 0;
    }
    const auto low = estimate(all, patient(Site::OropharynxP16Pos));
    QVERIFY(*low.probability >= 0.02 && low.low >= 0.02);
    QVERIFY(*low.probability < *high.probability);
}

/// The number of the other signs stays; only stranding loses its say, and the answer says so.
void TestPene::leavesStrandingOutAfterABiopsy() {
    const std::vector<Finding> findings{found(FindingCode::MarginIndistinct, 0.9),
                                        found(FindingCode::FatStranding, 1.0)};
    auto context = patient(Site::Larynx);
    const auto before = estimate(findings, context);
    context.biopsyDays = 9;
    const auto after = estimate(findings, context);
    QCOMPARE(part(after, "fat_stranded").note, std::string("left_out_after_biopsy"));
    QCOMPARE(part(after, "fat_stranded").logOdds, 0.0);
    QVERIFY(*after.probability < *before.probability && says(after, "biopsy"));
    context.biopsyDays = 90;  // near miss
    QCOMPARE(*estimate(findings, context).probability, *before.probability);
    context.biopsyDays.reset();
    context.infection = true;
    QCOMPARE(part(estimate(findings, context), "fat_stranded").note,
             std::string("left_out_infection"));
}

void TestPene::abstainsOutsideItsRange_data() {
    QTest::addColumn<int>("site");
    QTest::addColumn<double>("slice");
    QTest::addColumn<double>("shortAxis");
    QTest::addColumn<bool>("calibrated");
    QTest::addColumn<bool>("enhanced");
    QTest::addColumn<int>("signs");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Site site, double slice, double axis, bool calibrated,
                        bool enhanced, int signs, const char* reason) {
        QTest::newRow(name) << static_cast<int>(site) << slice << axis << calibrated << enhanced
                            << signs << QString::fromLatin1(reason);
    };
    row("within", Site::Larynx, 3, 5, true, true, 2, "");
    row("3 mm, rounded", Site::Larynx, 3.001, 12, true, true, 2, "");
    row("nasopharynx", Site::Nasopharynx, 1, 12, true, true, 2, "no_prior_for_site");
    row("salivary", Site::Salivary, 1, 12, true, true, 2, "no_prior_for_site");
    row("EBV", Site::UnknownPrimaryEbv, 1, 12, true, true, 2, "no_prior_for_site");
    row("no HU", Site::Larynx, 1, 12, false, true, 2, "not_calibrated");
    row("no contrast", Site::Larynx, 1, 12, true, false, 2, "unenhanced");
    row("thicker than the lines were set on", Site::Larynx, 3.1, 12, true, true, 2,
        "slices_too_thick");
    row("5 mm", Site::Larynx, 5, 12, true, true, 2, "slices_too_thick");
    row("small", Site::Larynx, 1, 4.9, true, true, 2, "node_too_small");
    row("one sign", Site::Larynx, 1, 12, true, true, 1, "too_few_signs");
}

void TestPene::abstainsOutsideItsRange() {
    QFETCH(int, site);
    QFETCH(double, slice);
    QFETCH(double, shortAxis);
    QFETCH(bool, calibrated);
    QFETCH(bool, enhanced);
    QFETCH(int, signs);
    QFETCH(QString, reason);
    auto findings = cleanNode();
    findings.resize(static_cast<std::size_t>(signs));
    const auto pene = estimate(findings, patient(static_cast<Site>(site)),
                               {slice, shortAxis, calibrated, enhanced});
    QCOMPARE(QString::fromStdString(pene.reason), reason);
    QCOMPARE(pene.abstained, !reason.isEmpty());
    QCOMPARE(pene.probability.has_value(), reason.isEmpty());
    if (pene.abstained) {
        const auto reasons = modelCard().abstains;
        QVERIFY(std::find(reasons.begin(), reasons.end(), pene.reason) != reasons.end());
    }
}

void TestPene::givesTheSameIntervalEachTime() {
    const auto one = estimate(cleanNode(), patient(Site::Larynx));
    const auto two = estimate(cleanNode(), patient(Site::Larynx));
    QCOMPARE(one.low, two.low);
    QCOMPARE(one.high, two.high);
}

void TestPene::widensWithTheSpreadOfTheSources() {
    PeneModel narrow = peneModel();
    for (auto& row : narrow.priors) {
        row.low = row.value - 0.25 * (row.value - row.low);
        row.high = row.value + 0.25 * (row.high - row.value);
    }
    const auto findings = cleanNode();
    const auto grade = gradeFindings(findings);
    const auto context = patient(Site::OropharynxP16Pos);
    const auto wide = estimatePene(findings, grade, context, {});
    const auto tight = estimatePene(findings, grade, context, {}, narrow);
    QCOMPARE(*wide.probability, *tight.probability);
    QVERIFY(tight.high - tight.low < wide.high - wide.low);
}

void TestPene::givesBackSharesOfRatios() {
    const auto shares = sharesOf(0.51 / 0.06, 0.49 / 0.94);  // Park 2020: 51 / 94 %
    QVERIFY(std::abs(shares.sensitivity - 0.51) < 1e-12);
    QVERIFY(std::abs(shares.falsePositive - 0.06) < 1e-12);
}

void TestPene::knowsWhichP16ContradictsASite() {
    QVERIFY(contradicts(Site::OropharynxP16Pos, P16Status::Negative));
    QVERIFY(contradicts(Site::OropharynxP16Neg, P16Status::Positive));
    QVERIFY(contradicts(Site::UnknownPrimaryHpv, P16Status::Negative));
    QVERIFY(contradicts(Site::UnknownPrimaryNeg, P16Status::Positive));
    for (const auto& [site, name] : allWords<Site>())
        QVERIFY(!contradicts(site, P16Status::Unknown));
    QVERIFY(!contradicts(Site::OralCavity, P16Status::Positive));
    auto context = patient(Site::OralCavity);
    context.p16 = P16Status::Positive;
    QVERIFY(says(estimate(cleanNode(), context), "p16_outside_oropharynx"));
}

void TestPene::drawsStandardNormals() {
    SteadyRandom random(1);
    double sum = 0, squares = 0;
    constexpr int kDraws = 100000;
    for (int n = 0; n < kDraws; ++n) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
    }
    QVERIFY(std::abs(sum / kDraws) < 0.015);
    QVERIFY(std::abs(squares / kDraws - 1) < 0.02);
}

void TestPene::refusesBadModels_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("version") << QByteArray("pene_model/1") << QByteArray("pene_model/9");
    QTest::newRow("prior outside its interval")
        << QByteArray(R"("value":0.4)") << QByteArray(R"("value":0.9)");
    QTest::newRow("LR+ below 1") << QByteArray(R"("value":2.5)") << QByteArray(R"("value":0.9)");
    QTest::newRow("unknown finding") << QByteArray("margin_indistinct") << QByteArray("halo");
    QTest::newRow("unknown key") << QByteArray(R"("hpv":)") << QByteArray(R"("ebv":)");
}

void TestPene::refusesBadModels() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray good = R"({"schema":"nodewise.pene_model/1","version":"t",
        "combining":{"other_power":0.5,"lowest":0.02,"highest":0.98,"draws":400},
        "range":{"thickest_slice_mm":5,"smallest_node_mm":5,"fewest_signs":2,"biopsy_days":28},
        "priors":[{"id":"p","sites":["larynx"],"unit":"node","value":0.4,"low":0.2,"high":0.6,
            "ground":"published","sources":[{"citation":"c","finding":"f"}]}],
        "ratios":[{"id":"m","findings":["margin_indistinct"],"hpv":"any",
            "lr_positive":{"value":2.5,"low":0.8,"high":9},
            "lr_negative":{"value":0.4,"low":0.2,"high":0.7},
            "ground":"published","sources":[{"citation":"c","finding":"f"}]}]})";
    QVERIFY(parsePeneModel(good.toStdString()).has_value());
    QByteArray bad = good;
    bad.replace(from, to);
    QVERIFY(bad != good);
    QVERIFY(!parsePeneModel(bad.toStdString()));
}

void TestPene::cardListsEveryRowWithItsSources() {
    const std::string text = modelCardText(modelCard());
    const auto has = [&](const std::string& words) { return text.find(words) != text.npos; };
    for (const auto& row : peneModel().priors) {
        QVERIFY2(has(row.id), row.id.c_str());
        for (const auto& source : row.sources)
            QVERIFY(has(source.citation) && has(source.finding));
    }
    for (const auto& row : peneModel().ratios) {
        QVERIFY2(has(row.id), row.id.c_str());
        QVERIFY(!row.sources.empty());
    }
    for (const auto& row : thresholds())
        QVERIFY2(has(row.id) && has(row.source), row.id.c_str());
}

void TestPene::cardHoldsNothingUnread() {
    QVERIFY(modelCardText(modelCard()).find("[memory]") == std::string::npos);
    QVERIFY(modelCardText(modelCard()).find("not calibrated") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestPene)
#include "tst_pene.moc"
