#include "evidence/likelihoods.h"
#include "evidence/support.h"
#include <QtTest>
#include <cmath>

using namespace nodewise;
using namespace nodewise::evidence;

class TestLikelihoods : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void derivesRatiosFromPublishedShares();
    void namesASourceInEveryRow();
    void choosesRowsByFeatureAndHpv();
    void ultrasoundAndPetOnlySupport();
    void refusesBadTables_data();
    void refusesBadTables();
};

/// Ratios are printed to two digits; they must follow from sensitivity and specificity.
void TestLikelihoods::derivesRatiosFromPublishedShares() {
    int checked = 0;
    for (const auto& row : likelihoods()) {
        if (row.kind != LikelihoodKind::Published)
            continue;
        QVERIFY2(row.sensitivity && row.specificity, row.id.c_str());
        const double sens = row.sensitivity->value, spec = row.specificity->value;
        const double positive = sens / (1 - spec), negative = (1 - sens) / spec;
        QVERIFY2(std::abs(row.lrPositive.value / positive - 1) < 0.02, row.id.c_str());
        QVERIFY2(std::abs(row.lrNegative.value - negative) < 0.011, row.id.c_str());
        ++checked;
    }
    QVERIFY(checked >= 8);
}

void TestLikelihoods::namesASourceInEveryRow() {
    for (const auto& row : likelihoods()) {
        QVERIFY(!row.citation.empty() && !row.source.empty() && !row.sign.empty());
        QCOMPARE(row.kind == LikelihoodKind::Estimated, row.citation == "our estimate");
        QVERIFY(row.source.find("memory") == std::string::npos);
    }
}

void TestLikelihoods::choosesRowsByFeatureAndHpv() {
    const std::vector<Feature> features{Feature::Necrosis, Feature::Adjacent};
    const auto positive = likelihoodsFor(features, true);
    QCOMPARE(positive.size(), std::size_t(2));
    QCOMPARE(positive[0].id, std::string("park2020-infiltration"));
    QCOMPARE(positive[1].id, std::string("our-necrosis-hpv"));
    QCOMPARE(likelihoodsFor(features, false)[1].id, std::string("park2020-necrosis"));
    QVERIFY(likelihoodsFor({}, true).empty());
}

/// Neither ultrasound nor an SUV is evidence of ENE: no row of theirs belongs to a feature or can
/// be chosen beside one.
void TestLikelihoods::ultrasoundAndPetOnlySupport() {
    QSet<QString> modalities;
    for (const auto& row : supportRows()) {
        QVERIFY2(!row.feature, row.id.c_str());
        QVERIFY2(row.sensitivity && row.specificity, row.id.c_str());
        QCOMPARE(row.kind, LikelihoodKind::Published);
        const double positive = row.sensitivity->value / (1 - row.specificity->value);
        QVERIFY2(std::abs(row.lrPositive.value / positive - 1) < 0.02, row.id.c_str());
        modalities << QString::fromStdString(row.modality);
        for (const auto& other : likelihoods())
            QVERIFY(other.id != row.id);
    }
    QCOMPARE(modalities, (QSet<QString>{QStringLiteral("US"), QStringLiteral("PET")}));
    std::vector<Feature> all;
    for (const auto& [feature, spelling] : allWords<Feature>())
        all.push_back(feature);
    for (const bool hpv : {true, false})
        for (const auto& row : likelihoodsFor(all, hpv))
            QVERIFY2(row.modality != "US" && row.modality.find("PET") == std::string::npos,
                     row.id.c_str());
}

void TestLikelihoods::refusesBadTables_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("share above 1") << QByteArray(
        R"("sensitivity":{"value":81},"lr_positive":{"value":2},"lr_negative":{"value":1})");
    QTest::newRow("interval the wrong way") << QByteArray(
        R"("sensitivity":{"value":0.5,"low":0.6,"high":0.7},"lr_positive":{"value":2},"lr_negative":{"value":1})");
    QTest::newRow("no ratio") << QByteArray(R"("lr_negative":{"value":1})");
    QTest::newRow("unknown key") << QByteArray(
        R"("lr":1,"lr_positive":{"value":2},"lr_negative":{"value":1})");
}

void TestLikelihoods::refusesBadTables() {
    QFETCH(QByteArray, row);
    const std::string head = R"({"schema":"nodewise.likelihoods/1","target":"t","rows":[{"id":"a",
        "sign":"s","hpv":"any","modality":"CT","citation":"c","source":"s","kind":"published",)";
    const std::string good = R"("lr_positive":{"value":2},"lr_negative":{"value":1})";
    QVERIFY(parseLikelihoods(head + good + "}]}").has_value());
    const auto bad = parseLikelihoods(head + row.toStdString() + "}]}");
    QVERIFY(!bad);
    QVERIFY(bad.error().place.starts_with("/rows/0"));
}

QTEST_APPLESS_MAIN(TestLikelihoods)
#include "tst_likelihoods.moc"
