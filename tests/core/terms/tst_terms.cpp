#include "terms/terms.h"
#include <QtTest>
#include <set>

using namespace nodewise;

class TestTerms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWordReadsBackAsItself();
    void unknownWordsAreNothing();
    void certaintyBins_data();
    void certaintyBins();
    void coarseLevelsMatchTheirParts_data();
    void coarseLevelsMatchTheirParts();
};

template <class T>
void checkWords() {
    std::set<std::string_view> seen;
    for (const auto& [value, text] : allWords<T>()) {
        QVERIFY(!text.empty());
        QVERIFY2(seen.insert(text).second, text.data());
        QVERIFY(parse<T>(text) == value);
        QVERIFY(word(value) == text);
    }
}

void TestTerms::everyWordReadsBackAsItself() {
    checkWords<Site>();
    checkWords<P16Status>();
    checkWords<Side>();
    checkWords<PrimarySide>();
    checkWords<RelativeSide>();
    checkWords<Level>();
    checkWords<Grade>();
    checkWords<Certainty>();
    checkWords<Margin>();
    checkWords<PerinodalFat>();
    checkWords<Adjacency>();
    checkWords<StructureKind>();
    checkWords<Feature>();
    checkWords<ImageQuality>();
    checkWords<Edition>();
    checkWords<Basis>();
    checkWords<PathologicalEne>();
    checkWords<TruthKind>();
    checkWords<BiopsyKind>();
    checkWords<Mark>();
    checkWords<Verdict>();
    checkWords<TraineeError>();
}

void TestTerms::unknownWordsAreNothing() {
    QVERIFY(!parse<Site>("Larynx").has_value());
    QVERIFY(!parse<Level>("").has_value());
    QVERIFY(!parse<Grade>("G4").has_value());
}

void TestTerms::certaintyBins_data() {
    QTest::addColumn<double>("probability");
    QTest::addColumn<int>("bin");
    const auto row = [](double p, Certainty c) {
        QTest::addRow("%.3f", p) << p << static_cast<int>(c);
    };
    row(0, Certainty::Doubtful);
    row(0.249, Certainty::Doubtful);
    row(0.25, Certainty::Possible);
    row(0.625, Certainty::Possible);
    row(0.63, Certainty::Probable);
    row(0.90, Certainty::Probable);
    row(0.91, Certainty::Unequivocal);
    row(1, Certainty::Unequivocal);
}

void TestTerms::certaintyBins() {
    QFETCH(double, probability);
    QFETCH(int, bin);
    QCOMPARE(static_cast<int>(certaintyOf(probability)), bin);
}

void TestTerms::coarseLevelsMatchTheirParts_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* given, const char* reference, bool matches) {
        QTest::addRow("%s for %s", given, reference)
            << QString::fromLatin1(given) << QString::fromLatin1(reference) << matches;
    };
    row("IIa", "IIa", true);
    row("II", "IIa", true);
    row("IIb", "IIa", false);
    row("III", "III", true);
    row("V", "Vc", true);
    row("X", "Xb", true);
    row("IIa", "II", false);
    row("VI", "VIIa", false);
}

void TestTerms::coarseLevelsMatchTheirParts() {
    QFETCH(QString, given);
    QFETCH(QString, reference);
    QFETCH(bool, matches);
    const auto levelOf = [](const QString& text) { return *parse<Level>(text.toStdString()); };
    QCOMPARE(levelMatches(levelOf(given), levelOf(reference)), matches);
}

QTEST_APPLESS_MAIN(TestTerms)
#include "tst_terms.moc"
