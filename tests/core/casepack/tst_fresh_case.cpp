#include "casepack/fresh_case.h"
#include "casepack/truth.h"
#include "serial/file_io.h"
#include "serial/json.h"
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace nodewise;
using namespace nodewise::casepack;
namespace fs = std::filesystem;

namespace {

struct Place {
    QTemporaryDir home;
    NullJobControl job;

    [[nodiscard]] fs::path path(const char* name) const {
        return fs::path(home.path().toStdString()) / name;
    }
    PackPtr open(const fs::path& file) {
        auto pack = openPack(file, path("unpacked"), {}, job);
        if (!pack)
            qFatal("%s", pack.error().detail.c_str());
        return *pack;
    }
    PackPtr demo() { return open(NODEWISE_DEMO_PACK); }
};

/// The case whose truth takes no growth: the quickest.
const CaseId kTemplate("demo-1");

std::int64_t seedOf(const Pack& pack, const CaseId& id) {
    const auto text = serial::readFile(pack.folder() / "truth" / id.value / "recipe.json");
    return serial::parseJson(*text)->find("seed")->integer();
}

}  // namespace

class TestFreshCase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plansNeverShareANameOrASeed();
    void theSameQuestionInAnotherNeck();
    void theSameNumberGivesTheSameCase();
    void refusesWhatIsNoTemplate();
    void stopsWhenAsked();
};

void TestFreshCase::plansNeverShareANameOrASeed() {
    std::set<std::string> packs, cases;
    const PackId one("0b6f5a1e-5c0e-4d7b-9a44-2f6d1f0c7e48"),
        two("5d0c9a52-3f1b-4c1e-9a5e-6f6b0a7f7d10");
    for (const auto& [pack, name] : {std::pair{one, "case-1"}, {one, "case-2"}, {two, "case-1"}}) {
        std::set<std::uint32_t> seeds;
        for (int number = 0; number < 1000; ++number) {
            const FreshPlan plan = freshPlan(pack, CaseId(name), number);
            QVERIFY(packs.insert(plan.pack.value).second);
            QVERIFY(cases.insert(plan.caseId.value).second);
            QVERIFY(plan.caseId.value.find("case-") == std::string::npos);
            for (int attempt = 0; attempt < kFreshTries; ++attempt)
                QVERIFY(seeds.insert(plan.seed(attempt)).second);
        }
    }
}

void TestFreshCase::theSameQuestionInAnotherNeck() {
    Place place;
    const PackPtr demo = place.demo();
    const auto info = makeFreshCase(*demo, kTemplate, 0, place.path("fresh.nwpack"), place.job);
    QVERIFY2(info.has_value(), info ? "" : info.error().detail.c_str());
    const PackPtr fresh = place.open(place.path("fresh.nwpack"));
    QCOMPARE(fresh->cases().size(), std::size_t(1));
    const CaseRecord& made = fresh->cases().front();
    const CaseRecord from = *demo->find(kTemplate);
    QVERIFY(isFresh(made) && !isTemplate(made) && isTemplate(from));
    QVERIFY(made.id == freshPlan(demo->info().id, kTemplate, 0).caseId);
    QVERIFY(made.title != from.title);
    QCOMPARE(made.concepts, from.concepts);
    QCOMPARE(made.history.primaryText, from.history.primaryText);
    QVERIFY(fresh->find(made.id, "de")->title.starts_with("Neu"));
    QVERIFY(seedOf(*fresh, made.id) != seedOf(*demo, kTemplate));
    // The finding stayed, the neck did not.
    const auto before = openCaseTruth(*demo, kTemplate, place.job, 0, TruthExtent::NearNodes);
    const auto after = openCaseTruth(*fresh, made.id, place.job, 0, TruthExtent::NearNodes);
    QVERIFY(before && after);
    for (const NodeQuestion& node : made.nodes) {
        const auto find = [&](const CaseTruth& truth) {
            return *std::ranges::find(truth.nodes, node.id, &NodeTruth::id);
        };
        QCOMPARE(find(after->truth).grade, find(before->truth).grade);
        QVERIFY(distance(find(after->truth).centre, find(before->truth).centre) > 0.1);
    }
}

void TestFreshCase::theSameNumberGivesTheSameCase() {
    Place place;
    const PackPtr demo = place.demo();
    const auto first = makeFreshCase(*demo, kTemplate, 3, place.path("a.nwpack"), place.job);
    const auto again = makeFreshCase(*demo, kTemplate, 3, place.path("b.nwpack"), place.job);
    const auto other = makeFreshCase(*demo, kTemplate, 4, place.path("c.nwpack"), place.job);
    QVERIFY(first && again && other);
    QCOMPARE(first->manifestHash, again->manifestHash);
    QVERIFY(first->id == again->id && first->id != other->id);
    QVERIFY(first->manifestHash != other->manifestHash);
}

void TestFreshCase::refusesWhatIsNoTemplate() {
    Place place;
    const PackPtr demo = place.demo();
    const fs::path out = place.path("fresh.nwpack");
    QCOMPARE(makeFreshCase(*demo, CaseId("absent"), 0, out, place.job).error().code,
             ErrorCode::CaseNotFound);
    QVERIFY(makeFreshCase(*demo, kTemplate, 0, out, place.job).has_value());
    const PackPtr fresh = place.open(out);
    QCOMPARE(makeFreshCase(*fresh, fresh->cases().front().id, 0, place.path("x.nwpack"), place.job)
                 .error()
                 .code,
             ErrorCode::FormatUnknown);
    QVERIFY(!fs::exists(place.path("x.nwpack")));
}

void TestFreshCase::stopsWhenAsked() {
    struct Stopped final : JobControl {
        [[nodiscard]] bool cancelled() const override { return true; }
        void report(double, std::string_view) override {}
    } stopped;
    Place place;
    const PackPtr demo = place.demo();
    const auto made = makeFreshCase(*demo, kTemplate, 0, place.path("fresh.nwpack"), stopped);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestFreshCase)
#include "tst_fresh_case.moc"
