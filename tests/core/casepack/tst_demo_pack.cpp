#include "casepack/case_image.h"
#include "casepack/pack_writer.h"
#include "casepack/truth.h"
#include "serial/file_io.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace nodewise;
using namespace nodewise::casepack;
namespace fs = std::filesystem;

/// The demo pack from its recipes: three cases whose truths come to what they were made for.
class TestDemoPack : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    PackPtr m_pack;
    [[nodiscard]] fs::path at(const char* name) const {
        return fs::path(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void initTestCase() {
        const auto built =
            buildPack(fs::path(NODEWISE_SOURCE_DIR) / "cases/demo", at("demo.nwpack"), m_job);
        QVERIFY2(built.has_value(),
                 built ? "" : (built.error().detail + built.error().place).c_str());
        for (const std::string& remark : built->remarks)
            qInfo("%s", remark.c_str());
        const auto opened = openPack(at("demo.nwpack"), at("work"), {}, m_job);
        QVERIFY(opened.has_value());
        m_pack = *opened;
    }

    void fitsIntoAFewKilobytes() { QVERIFY(fs::file_size(at("demo.nwpack")) < 64 * 1024); }

    void coversNoExtensionFatAndStructure() {
        std::set<Grade> grades;
        QCOMPARE(m_pack->cases().size(), std::size_t{3});
        for (const CaseRecord& record : m_pack->cases()) {
            const auto truth = openCaseTruth(*m_pack, record.id, m_job);
            QVERIFY2(truth.has_value(), truth ? "" : truth.error().detail.c_str());
            for (const NodeQuestion& asked : record.nodes)
                for (const NodeTruth& node : truth->truth.nodes)
                    if (node.id == asked.id)
                        grades.insert(node.grade);
        }
        QVERIFY(grades.contains(Grade::G0) && grades.contains(Grade::G1) &&
                grades.contains(Grade::G3));
    }

    /// What a reader may know must not give the answer away.
    void tellsNothingOfTheAnswer() {
        for (const CaseRecord& record : m_pack->cases()) {
            const auto text =
                serial::readFile(m_pack->folder() / "cases" / record.id.value / "case.json");
            for (const char* word : {"G0", "G1", "G2", "G3", "expect", "invasion", "recipe.json"})
                QVERIFY2(text->find(word) == std::string::npos, word);
        }
    }

    void rendersOnceAndKeepsTheVolumeWithoutLabels() {
        const CaseId id = m_pack->cases().front().id;
        QElapsedTimer timer;
        timer.start();
        const auto first = openCaseImage(*m_pack, id, at("cache"), m_job);
        QVERIFY2(first.has_value(), first ? "" : first.error().detail.c_str());
        const qint64 rendered = timer.restart();
        const auto second = openCaseImage(*m_pack, id, at("cache"), m_job);
        qInfo("rendered in %lld ms, from the cache in %lld ms", static_cast<long long>(rendered),
              static_cast<long long>(timer.elapsed()));
        QVERIFY(std::ranges::equal((*first)->int16Voxels(), (*second)->int16Voxels()));
        QVERIFY((*first)->geometry().sameGridAs((*second)->geometry()));
        QCOMPARE(std::distance(fs::directory_iterator(at("cache")), fs::directory_iterator()),
                 std::ptrdiff_t{1});
    }

    void labelsLieOnTheGridOfTheImage() {
        const CaseId id = m_pack->cases().front().id;
        const auto image = openCaseImage(*m_pack, id, at("cache"), m_job);
        const auto truth = openCaseTruth(*m_pack, id, m_job);
        QVERIFY(truth->labels.geometry().sameGridAs((*image)->geometry()));
        for (const NodeTruth& node : truth->truth.nodes)
            QVERIFY(truth->labels.count(node.label) > 0);
    }

    void stopsWhenCancelled() {
        class Cancelled final : public JobControl {
            void report(double, std::string_view) override {}
            [[nodiscard]] bool cancelled() const override { return true; }
        } cancelled;
        const CaseId id = m_pack->cases().back().id;
        QCOMPARE(openCaseImage(*m_pack, id, {}, cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(openCaseTruth(*m_pack, id, cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(openPack(at("demo.nwpack"), at("other"), {}, cancelled).error().code,
                 ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestDemoPack)
#include "tst_demo_pack.moc"
