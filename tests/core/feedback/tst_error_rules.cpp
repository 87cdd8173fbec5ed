#include "sample_case.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::feedback;

/// Each error code with a hit and a near miss.
class TestErrorRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsNothingInAnAgreeingCall();
    void e01NecrosisCarriedTheCall();
    void e02InvasionFromContact();
    void e03StrandingAfterBiopsy();
    void e04ClusteringCalledCoalescent();
    void e05MissedSubtleMargin();
    void e06StoppedAfterTheLargest();
    void e07MissedRetropharyngealOrContralateral();
    void e08WrongAxis();
    void e09WrongLevel();
    void e10PathologicalTableForClinicalEne();
    void e11NegativeTableForPositiveDisease();
    void e12IgnoresTheEdition();
    void e15IgnoresImageQuality();
    void e16InvasionCalledContact();
    void blamesNoStagingThatFollowsFromTheCall();
};

void TestErrorRules::findsNothingInAnAgreeingCall() {
    for (const auto& node : {leftIIa(), fatNode(leftIIa()), invadingNode(leftIIa())}) {
        Sample sample;
        sample.add(node);
        QVERIFY(sample.compare().errors.empty());
    }
}

void TestErrorRules::e01NecrosisCarriedTheCall() {
    NodeTruth node = leftIIa();
    node.necrosis = true;
    Sample sample;
    sample.add(node);
    auto& call = sample.call.nodes[0];
    call.grade = Grade::G1;
    call.reasons = {Feature::Necrosis};
    QVERIFY(sample.finds(TraineeError::E01));
    call.reasons.clear();  // nothing but the necrosis was ticked
    QVERIFY(sample.finds(TraineeError::E01));
    call.reasons = {Feature::Margin};
    call.margin = Margin::Irregular;
    QVERIFY(!sample.finds(TraineeError::E01));
    call.reasons = {Feature::Necrosis};  // near miss: the reference does see ENE
    sample.truth.nodes[0] = fatNode(node);
    QVERIFY(!sample.finds(TraineeError::E01));
    sample.truth.nodes[0] = node;  // near miss: a fifth of the panel sees it
    sample.truth.nodes[0].distribution = {0.8, 0.2, 0, 0};
    QVERIFY(!sample.finds(TraineeError::E01));
}

void TestErrorRules::e02InvasionFromContact() {
    NodeTruth node = fatNode(leftIIa());
    node.adjacency = Adjacency::Contact;
    Sample sample;
    sample.add(node);
    sample.call.nodes[0].contact = AdjacencyCall{Adjacency::Invaded, "sternocleidomastoid_left"};
    QVERIFY(sample.finds(TraineeError::E02));
    sample.call.nodes[0].contact->kind = Adjacency::Contact;
    QVERIFY(!sample.finds(TraineeError::E02));
    Sample invaded;
    invaded.add(invadingNode(leftIIa()));
    QVERIFY(!invaded.finds(TraineeError::E02));
}

void TestErrorRules::e03StrandingAfterBiopsy() {
    Sample sample;
    sample.add(leftIIa());
    auto& call = sample.call.nodes[0];
    call.grade = Grade::G1;
    call.fat = PerinodalFat::Stranded;
    QVERIFY(!sample.finds(TraineeError::E03));
    sample.context.biopsy = BiopsyKind::Core;
    sample.context.biopsyDaysBefore = 28;
    QVERIFY(sample.finds(TraineeError::E03));
    sample.context.biopsyDaysBefore = 29;
    QVERIFY(!sample.finds(TraineeError::E03));
    sample.truth.pitfalls = {"P2"};
    QVERIFY(sample.finds(TraineeError::E03));
    call.grade = Grade::G0;  // near miss: the stranding was seen and not taken for ENE
    QVERIFY(!sample.finds(TraineeError::E03));
}

void TestErrorRules::e04ClusteringCalledCoalescent() {
    Sample sample;
    sample.add(leftIIa());
    sample.call.nodes[0].coalescence = true;
    QVERIFY(sample.finds(TraineeError::E04));
    sample.call.nodes[0].coalescence.reset();
    sample.call.nodes[0].grade = Grade::G2;
    QVERIFY(sample.finds(TraineeError::E04));
    sample.call.nodes[0].coalescence = false;
    QVERIFY(!sample.finds(TraineeError::E04));
    sample.call.nodes[0].coalescence = true;
    sample.truth.nodes[0].coalescence = true;
    QVERIFY(!sample.finds(TraineeError::E04));
}

void TestErrorRules::e05MissedSubtleMargin() {
    Sample sample;
    sample.add(fatNode(leftIIa()));
    sample.call.nodes[0].grade = Grade::G0;
    QVERIFY(sample.finds(TraineeError::E05));
    sample.truth.nodes[0].distribution = {0.25, 0.75, 0, 0};  // near miss: in the band
    QVERIFY(!sample.finds(TraineeError::E05));
    sample.truth.nodes[0] = invadingNode(leftIIa());  // near miss: nothing subtle about it
    QVERIFY(!sample.finds(TraineeError::E05));
}

void TestErrorRules::e06StoppedAfterTheLargest() {
    NodeTruth large = leftIIa(),
              small = fatNode(cleanNode("n2", Side::Left, Level::III, {30, 0, -40}));
    large.greatestMm = 30;
    small.greatestMm = 12;
    Sample sample;
    sample.add(large).add(small);
    sample.call.nodes.pop_back();
    QVERIFY(sample.finds(TraineeError::E06));
    sample.truth.nodes[1] = cleanNode("n2", Side::Left, Level::III, {30, 0, -40});
    sample.truth.nodes[1].greatestMm = 12;  // near miss: the missed one has no higher grade
    QVERIFY(!sample.finds(TraineeError::E06));
    sample.truth.nodes[1] = small;
    sample.call.nodes.clear();  // near miss: the largest was missed as well
    QVERIFY(!sample.finds(TraineeError::E06));
}

void TestErrorRules::e07MissedRetropharyngealOrContralateral() {
    Sample sample;
    sample.add(leftIIa()).add(cleanNode("n2", Side::Right, Level::IIa, {-30, 0, 0}));
    sample.call.nodes.pop_back();
    QVERIFY(sample.finds(TraineeError::E07));
    sample.truth.nodes[1].metastatic = false;  // near miss: a benign node need not be called
    QVERIFY(!sample.finds(TraineeError::E07));
    sample.truth.nodes[1].metastatic = true;
    sample.context.primarySide = PrimarySide::Unknown;  // near miss: no side is "contralateral"
    QVERIFY(!sample.finds(TraineeError::E07));
    sample.truth.nodes[1] = cleanNode("n2", Side::Left, Level::VIIa, {8, 10, 10});
    QVERIFY(sample.finds(TraineeError::E07));
    sample.truth.nodes[1] = cleanNode("n2", Side::Left, Level::III, {30, 0, -40});
    QVERIFY(!sample.finds(TraineeError::E07));
}

void TestErrorRules::e08WrongAxis() {
    Sample sample;
    sample.add(leftIIa());
    auto& call = sample.call.nodes[0];
    call.shortAxisMm = 18;
    call.longAxisMm = 12;
    QVERIFY(sample.finds(TraineeError::E08));
    call.shortAxisMm = 17.5;  // the long axis taken for the short one
    call.longAxisMm = 18;
    QVERIFY(sample.finds(TraineeError::E08));
    call.shortAxisMm = 12;  // an oblique line: as long as the greatest length in 3-D
    call.longAxisMm = 23.5;
    QVERIFY(sample.finds(TraineeError::E08));
    call.longAxisMm = 20.5;  // near miss: too long, but not another axis
    QVERIFY(!sample.finds(TraineeError::E08));
    call.longAxisMm = 18;
    call.shortAxisMm = 7;  // near miss: far off, but not towards the long axis
    QVERIFY(!sample.finds(TraineeError::E08));
}

void TestErrorRules::e09WrongLevel() {
    Sample sample;
    sample.add(leftIIa());
    auto& call = sample.call.nodes[0];
    call.level = Level::III;
    QVERIFY(sample.finds(TraineeError::E09));
    call.level = Level::II;  // near miss: the coarse form names the same place
    QVERIFY(!sample.finds(TraineeError::E09));
    call.side = Side::Right;
    QVERIFY(sample.finds(TraineeError::E09));
    call.side.reset();
    QVERIFY(!sample.finds(TraineeError::E09));
}

void TestErrorRules::e10PathologicalTableForClinicalEne() {
    NodeTruth node = fatNode(leftIIa());
    node.clinicalEne = true;
    node.greatestMm = 20;
    Sample sample;
    sample.add(node);
    sample.context.site = Site::OralCavity;
    sample.call.edition = Edition::Tnm8;
    sample.call.nCategory = "N2a";
    QVERIFY(sample.finds(TraineeError::E10));
    sample.call.nCategory = "N3b";
    QVERIFY(sample.compare().errors.empty());
    sample.call.nCategory = "N2b";  // near miss: wrong, but not the pathological table
    QVERIFY(!sample.finds(TraineeError::E10));
}

void TestErrorRules::e11NegativeTableForPositiveDisease() {
    Sample sample;
    sample.add(leftIIa()).add(cleanNode("n2", Side::Left, Level::III, {30, 0, -40}));
    sample.call.edition = Edition::Tnm8;
    sample.call.nCategory = "N2b";
    QVERIFY(sample.finds(TraineeError::E11));
    sample.context.site = Site::Larynx;  // near miss: there N2b is right
    sample.context.p16 = P16Status::Unknown;
    QVERIFY(!sample.finds(TraineeError::E11));
}

void TestErrorRules::e12IgnoresTheEdition() {
    Sample sample;
    sample.add(fatNode(leftIIa()));
    sample.context.site = Site::OralCavity;
    sample.call.edition = Edition::Tnm8;
    sample.call.nCategory = "N3b";  // imaging ENE counted in TNM8
    QVERIFY(sample.finds(TraineeError::E12));
    sample.call.nCategory = "N1";
    QVERIFY(!sample.finds(TraineeError::E12));
    sample.context.site = Site::OropharynxP16Pos;  // TNM9 asked, TNM8 answered
    sample.call.edition = Edition::Tnm9;
    QVERIFY(sample.finds(TraineeError::E12));
    sample.call.nCategory = "N2";
    QVERIFY(!sample.finds(TraineeError::E12));
}

void TestErrorRules::e15IgnoresImageQuality() {
    Sample sample;
    sample.add(leftIIa());
    sample.truth.quality = ImageQuality::Limited;
    sample.call.quality = ImageQuality::Adequate;
    QVERIFY(sample.finds(TraineeError::E15));
    sample.call.quality.reset();
    QVERIFY(!sample.finds(TraineeError::E15));
    sample.call.quality = ImageQuality::Limited;
    QVERIFY(!sample.finds(TraineeError::E15));
}

void TestErrorRules::e16InvasionCalledContact() {
    Sample sample;
    sample.add(invadingNode(leftIIa()));
    sample.call.nodes[0].contact->kind = Adjacency::Contact;
    QVERIFY(sample.finds(TraineeError::E16));
    sample.call.nodes[0].contact->kind = Adjacency::None;
    QVERIFY(!sample.finds(TraineeError::E16));
    sample.call.nodes[0].contact->kind = Adjacency::Contact;
    sample.truth.nodes[0].adjacency = Adjacency::Contact;
    QVERIFY(!sample.finds(TraineeError::E16));
}

void TestErrorRules::blamesNoStagingThatFollowsFromTheCall() {
    Sample sample;
    sample.add(fatNode(leftIIa()));
    sample.call.nodes[0].grade = Grade::G0;
    sample.call.nodes[0].probability = 0.1;
    sample.call.nCategory = "N1";  // right for the node as it was seen
    QVERIFY(!sample.finds(TraineeError::E12));
    const auto feedback = sample.compare();
    QVERIFY(feedback.mark(Mark::NCategory).verdict == Verdict::Close);
    QCOMPARE(feedback.mark(Mark::NCategory).items.front().code, std::string("n_follows_from_call"));
}

QTEST_APPLESS_MAIN(TestErrorRules)
#include "tst_error_rules.moc"
