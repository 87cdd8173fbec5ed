#include "feedback/feedback_json.h"
#include "feedback/soft_scores.h"
#include "sample_case.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::feedback;

class TestMarks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesFullMarksToAnAgreeingCall();
    void weighsGradesByDistance();
    void isSoftInsideTheBand();
    void scoresBrierAgainstTheImagingReferenceOnly();
    void computesRankedScores_data();
    void computesRankedScores();
    void findsMarksByLabelAndBeside();
    void countsStrayMarksAndMissedNodes();
    void matchesCallsWithoutMarkByPlace();
    void scoresSizesWithinTolerance();
    void namesReasonsThatAreNoCriterion();
    void acceptsEitherReadingOfAnAmbiguousNeck();
    void showsBothEditionsForReferenceAndCall();
    void saysWhatWasMeasured();
    void refusesBadInput();
    void writesTheContractsKeys();
};

namespace {
const FeedbackItem* itemOf(const std::vector<FeedbackItem>& items, const std::string& code) {
    for (const auto& item : items)
        if (item.code == code)
            return &item;
    return nullptr;
}
double number(const FeedbackItem& item, const char* name) {
    return std::get<double>(item.values.at(name));
}
}  // namespace

void TestMarks::givesFullMarksToAnAgreeingCall() {
    Sample sample;
    sample.add(invadingNode(leftIIa()));
    sample.call.nCategory = "N2";
    const auto feedback = sample.compare();
    QCOMPARE(feedback.marks.size(), std::size_t(6));
    for (const auto& mark : feedback.marks) {
        QCOMPARE(mark.score, 1.0);
        QVERIFY(mark.verdict == Verdict::Agrees);
    }
    QCOMPARE(feedback.scores.brier.value(), 0.0);
    QCOMPARE(feedback.scores.rps.value(), 0.0);
    QCOMPARE(feedback.nodes[0].rule.decisive().rule, std::string("G3.invasion"));
}

void TestMarks::weighsGradesByDistance() {
    Sample sample;
    sample.add(invadingNode(leftIIa()));
    sample.call.nodes[0].probability.reset();
    double before = -1;
    for (const Grade grade : {Grade::G0, Grade::G1, Grade::G2, Grade::G3}) {
        sample.call.nodes[0].grade = grade;
        const double score = sample.compare().mark(Mark::Grade).score;
        QVERIFY(score > before);
        before = score;
    }
    QCOMPARE(gradeScore(Grade::G0, onlyGrade(Grade::G3)), 0.0);
    QVERIFY(std::abs(gradeScore(Grade::G0, onlyGrade(Grade::G1)) - 2.0 / 3) < 1e-12);
}

void TestMarks::isSoftInsideTheBand() {
    NodeTruth node = fatNode(leftIIa());
    node.distribution = {0.4, 0.6, 0, 0};
    Sample sample;
    sample.add(node);
    auto& call = sample.call.nodes[0];
    call.grade = Grade::G0;
    call.probability = 0.5;
    const auto soft = sample.compare();
    QVERIFY(soft.mark(Mark::Grade).verdict == Verdict::Close);
    QVERIFY(soft.mark(Mark::Grade).score > 0.75);
    QVERIFY(itemOf(soft.mark(Mark::Grade).items, "in_disagreement_band") != nullptr);
    sample.truth.nodes[0].distribution = {0.1, 0.9, 0, 0};
    const auto hard = sample.compare();
    QVERIFY(hard.mark(Mark::Grade).verdict == Verdict::Differs);
    QVERIFY(hard.mark(Mark::Grade).score < soft.mark(Mark::Grade).score);
}

void TestMarks::scoresBrierAgainstTheImagingReferenceOnly() {
    NodeTruth node = leftIIa();  // clean on imaging, microscopic ENE in pathology
    node.pene = PathologicalEne::Micro;
    Sample sample;
    sample.add(node);
    sample.call.nodes[0].probability = 0.3;
    sample.call.nodes[0].peneProbability = 0.6;
    const auto feedback = sample.compare();
    QCOMPARE(feedback.scores.brier.value(), 0.3 * 0.3);
    QVERIFY(std::abs(feedback.scores.peneBrier.value() - 0.16) < 1e-12);
    sample.truth.nodes[0].pene = PathologicalEne::NotExamined;
    QVERIFY(!sample.compare().scores.peneBrier);
    sample.call.nodes[0].probability.reset();
    QVERIFY(!sample.compare().scores.brier);
}

void TestMarks::computesRankedScores_data() {
    QTest::addColumn<QList<double>>("forecast");
    QTest::addColumn<QList<double>>("reference");
    QTest::addColumn<double>("expected");
    // By hand: sum of squared differences of the cumulated shares, divided by 3.
    QTest::newRow("same") << QList<double>{0, 1, 0, 0} << QList<double>{0, 1, 0, 0} << 0.0;
    QTest::newRow("ends") << QList<double>{1, 0, 0, 0} << QList<double>{0, 0, 0, 1} << 1.0;
    QTest::newRow("one step") << QList<double>{0, 1, 0, 0} << QList<double>{0, 0, 1, 0} << 1.0 / 3;
    QTest::newRow("spread") << QList<double>{0.5, 0.5, 0, 0} << QList<double>{0, 0, 1, 0}
                            << (0.25 + 1.0) / 3;
    QTest::newRow("even") << QList<double>{0.25, 0.25, 0.25, 0.25} << QList<double>{1, 0, 0, 0}
                          << (0.5625 + 0.25 + 0.0625) / 3;
}

void TestMarks::computesRankedScores() {
    QFETCH(QList<double>, forecast);
    QFETCH(QList<double>, reference);
    QFETCH(double, expected);
    GradeDistribution a{}, b{};
    std::copy(forecast.begin(), forecast.end(), a.begin());
    std::copy(reference.begin(), reference.end(), b.begin());
    QVERIFY(std::abs(rankedProbabilityScore(a, b) - expected) < 1e-12);
    QVERIFY(std::abs(rankedProbabilityScore(b, a) - expected) < 1e-12);
}

void TestMarks::findsMarksByLabelAndBeside() {
    const auto grid = GridGeometry::axisAligned({40, 40, 20}, {1, 1, 2}, {0, 0, 0});
    LabelMap labels = LabelMap::empty(grid);
    for (int k = 8; k < 12; ++k)
        for (int j = 15; j < 25; ++j)
            for (int i = 15; i < 25; ++i)
                labels.set({i, j, k}, 7);
    NodeTruth node = leftIIa();
    node.centre = {19.5, 19.5, 19};
    node.label = 7;
    Sample sample;
    sample.add(node);
    sample.context.truthLabels = &labels;
    const auto verdictAt = [&](PointLps mark) {
        sample.call.nodes[0].mark = mark;
        return sample.compare().mark(Mark::Detection).verdict;
    };
    QVERIFY(verdictAt({15, 15, 16}) == Verdict::Agrees);  // a corner of the node
    QVERIFY(verdictAt({12.2, 20, 18}) == Verdict::Close);
    QVERIFY(verdictAt({11.4, 20, 18}) == Verdict::Differs);
    QVERIFY(verdictAt({500, 0, 0}) == Verdict::Differs);
}

void TestMarks::countsStrayMarksAndMissedNodes() {
    Sample sample;
    sample.add(leftIIa()).add(cleanNode("n2", Side::Left, Level::III, {30, 0, -40}));
    sample.call.nodes[1].mark = PointLps{-80, 0, 0};
    const auto feedback = sample.compare();
    QCOMPARE(feedback.unmatched, std::vector<std::size_t>{1});
    QVERIFY(feedback.nodes[0].callIndex == std::size_t(0) && !feedback.nodes[1].callIndex);
    QVERIFY(std::abs(feedback.mark(Mark::Detection).score - 1.0 / 3) < 1e-12);
    QVERIFY(itemOf(feedback.items, "stray_mark") != nullptr);
    QVERIFY(itemOf(feedback.mark(Mark::Detection).items, "missed_node") != nullptr);
    QCOMPARE(feedback.mark(Mark::Size).score, 1.0);  // over the nodes that were found
    QCOMPARE(feedback.nodes[1].marks.size(), std::size_t(5));
}

void TestMarks::matchesCallsWithoutMarkByPlace() {
    Sample sample;
    sample.add(leftIIa()).add(cleanNode("n2", Side::Left, Level::III, {30, 0, -40}));
    for (auto& call : sample.call.nodes)
        call.mark.reset();
    std::swap(sample.call.nodes[0], sample.call.nodes[1]);
    const auto feedback = sample.compare();
    QVERIFY(feedback.nodes[0].callIndex == std::size_t(1));
    QVERIFY(feedback.nodes[1].callIndex == std::size_t(0));
}

void TestMarks::scoresSizesWithinTolerance() {
    QCOMPARE(sizeToleranceMm(12, 0.5), 2.0);
    QCOMPARE(sizeToleranceMm(45, 0.5), 4.5);
    QCOMPARE(sizeToleranceMm(8, 1.5), 3.0);
    QCOMPARE(sizeScore(-2.0, 2.0), 1.0);
    QCOMPARE(sizeScore(4.0, 2.0), 0.5);
    QCOMPARE(sizeScore(6.0, 2.0), 0.0);
    Sample sample;
    sample.add(leftIIa());
    sample.call.nodes[0].shortAxisMm = 14;
    sample.call.nodes[0].longAxisMm.reset();
    const auto feedback = sample.compare();
    const auto& mark = feedback.mark(Mark::Size);
    QCOMPARE(mark.score, 0.5);
    QCOMPARE(number(*itemOf(mark.items, "size_difference"), "difference_mm"), 2.0);
    QVERIFY(itemOf(mark.items, "unanswered") != nullptr);
}

void TestMarks::namesReasonsThatAreNoCriterion() {
    NodeTruth node = fatNode(leftIIa());
    node.necrosis = true;
    Sample sample;
    sample.add(node);
    sample.call.nodes[0].reasons = {Feature::Fat, Feature::Necrosis, Feature::Size};
    const auto feedback = sample.compare();
    const auto& mark = feedback.mark(Mark::Features);
    QCOMPARE(mark.score, 1.0);  // named, but it costs nothing
    std::vector<std::string> named;
    for (const auto& item : mark.items)
        if (item.code == "reason_not_a_criterion")
            named.push_back(std::get<std::string>(item.values.at("feature")));
    QCOMPARE(named, (std::vector<std::string>{"necrosis", "size"}));
}

void TestMarks::acceptsEitherReadingOfAnAmbiguousNeck() {
    Sample sample;
    sample.add(fatNode(leftIIa()));
    sample.context.site = Site::OralCavity;
    sample.context.p16 = P16Status::Unknown;
    for (const char* category : {"N1", "N3b"}) {
        sample.call.nCategory = category;
        const auto feedback = sample.compare();
        QVERIFY(feedback.mark(Mark::NCategory).verdict == Verdict::Agrees);
        QVERIFY(itemOf(feedback.mark(Mark::NCategory).items, "n_ambiguous") != nullptr);
        QVERIFY(feedback.errors.empty());
    }
    sample.call.nCategory = "N2b";
    QVERIFY(sample.compare().mark(Mark::NCategory).verdict == Verdict::Differs);
}

void TestMarks::showsBothEditionsForReferenceAndCall() {
    Sample sample;
    sample.add(fatNode(leftIIa()));
    sample.call.nodes[0].grade = Grade::G0;
    sample.call.nodes[0].probability = 0.05;
    const auto feedback = sample.compare();
    QVERIFY(feedback.tnm[0].edition == Edition::Tnm8 && feedback.tnm[1].edition == Edition::Tnm9);
    QCOMPARE(feedback.tnm[0].reference.category, std::string("cN1"));
    QCOMPARE(feedback.tnm[1].reference.category, std::string("cN2"));
    QCOMPARE(feedback.tnm[1].call->category, std::string("cN1"));
    QVERIFY(!feedback.tnm[1].reference.rule.empty());
}

void TestMarks::saysWhatWasMeasured() {
    NodeTruth node = fatNode(leftIIa());
    node.label = 3;
    Sample sample;
    sample.add(node);
    sample.call.nodes[0].fat = PerinodalFat::Clean;
    std::vector<measure::Measurements> measured(1);
    measured[0].node = 3;
    measured[0].fat = measure::FatShell{};
    measured[0].fat->shellHu = -35;
    measured[0].fat->referenceHu = -98;
    measured[0].fat->worstPlace = PointLps{35, 5, 1};
    measured[0].gaps["margin"] = measure::Gap::TooSmall;
    const auto feedback = *compareCall(sample.call, sample.truth, sample.context, measured);
    const auto* fat = itemOf(feedback.nodes[0].measured, "measured_fat_shell");
    QVERIFY(fat != nullptr);
    QCOMPARE(number(*fat, "shell_hu"), -35.0);
    QCOMPARE(number(*fat, "reference_hu"), -98.0);
    QVERIFY(itemOf(feedback.nodes[0].measured, "not_measurable") != nullptr);
    const auto* differs = itemOf(feedback.mark(Mark::Features).items, "feature_differs");
    QVERIFY(differs->place == (PointLps{35, 5, 1}));
    QVERIFY(feedback.nodes[0].place == (PointLps{35, 5, 1}));
    measured[0].node = 4;  // another node's numbers are not this one's
    QVERIFY(compareCall(sample.call, sample.truth, sample.context, measured)
                ->nodes[0]
                .measured.empty());
}

void TestMarks::refusesBadInput() {
    Sample sample;
    QVERIFY(compareCall(sample.call, sample.truth, sample.context, {}).error().code ==
            ErrorCode::InvalidArgument);
    sample.add(leftIIa());
    sample.truth.nodes[0].distribution = {0.5, 0.4, 0, 0};
    QVERIFY(!compareCall(sample.call, sample.truth, sample.context, {}));
    sample.truth.nodes[0].distribution = {1.5, -0.5, 0, 0};
    QVERIFY(!compareCall(sample.call, sample.truth, sample.context, {}));
    sample.truth.nodes[0].distribution = {1, 0, 0, 0};
    QVERIFY(compareCall(sample.call, sample.truth, sample.context, {}).has_value());
    sample.call.nodes[0].probability = 1.5;
    QVERIFY(compareCall(sample.call, sample.truth, sample.context, {}).error().code ==
            ErrorCode::ValueOutOfRange);
}

void TestMarks::writesTheContractsKeys() {
    Sample sample;
    sample.add(invadingNode(leftIIa()));
    sample.call.nodes[0].contact->kind = Adjacency::Contact;
    const auto json = toJson(sample.compare());
    for (const char* mark : {"detection", "level", "size", "features", "grade", "n_category"}) {
        const auto* own = json.find("marks")->find(mark);
        QVERIFY2(own != nullptr, mark);
        QVERIFY(own->find("score")->isNumber());
        QVERIFY(own->find("reference")->isObject() && own->find("given")->isObject());
    }
    QCOMPARE(json.find("errors")->elements().size(), std::size_t(1));
    QCOMPARE(json.find("errors")->elements()[0].string(), std::string("E16"));
    QVERIFY(json.find("scores")->find("brier")->isNumber());
    for (const auto& item : json.find("items")->elements())
        for (const char* key : {"code", "severity", "values", "place"})
            QVERIFY(item.find(key) != nullptr);
    QCOMPARE(json.find("tnm")->find("TNM9")->find("reference")->find("category")->string(),
             std::string("cN2"));
}

QTEST_APPLESS_MAIN(TestMarks)
#include "tst_marks.moc"
