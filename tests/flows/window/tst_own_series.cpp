// One's own files on the real window: every robustness file, the shared series,
// folders that are huge or vanish.
#include "support/drop_outcome.h"
#include "support/teaching_draft.h"
#include "ui/measure/measure_screen.h"
#include "ui/text/number_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/elide_label.h"
#include <QDirIterator>
#include <QtTest>
#include <algorithm>
#include <filesystem>

using namespace nodewise;
using models::ImportState;
using tests::clickSoon;
using tests::kLongWaitMs;
using tests::kSlower;
using tests::outcomeOf;
using tests::Program;
using tests::Robot;

namespace {

QStringList robustnessFiles() {
    const QString root = QStringLiteral(NODEWISE_SHARED_DIR "/data/dicom-robustness");
    QStringList files;
    QDirIterator all(root, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString file = all.next();
        const QString name = QFileInfo(file).fileName();
        if (!name.startsWith(QLatin1String("LICENSE")) && !name.endsWith(QLatin1String(".md")))
            files << file;
    }
    files.sort();
    return files;
}

}  // namespace

class TestOwnSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRobustnessFileIsShownOrRefusedInASentence();
    void aHugeFolderIsCancelledAtOnce();
    void theFirstSliceIsOnScreenWhileTheRestIsRead();
    void readingIsCancelledAtOnce();
    void aFolderThatVanishesIsToldOfOrShown();
    void twoSeriesAreChosenByPicture();
    void theNodesOfTheQinPetCarryTheirNames();
    void stsOpensBesideEachOtherWithItsStructures();

private:
    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
};

void TestOwnSeries::everyRobustnessFileIsShownOrRefusedInASentence() {
    const QStringList files = robustnessFiles();
    QVERIFY2(files.size() > 60, "../shared/data/dicom-robustness is missing");
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    QStringList faults;
    int shown = 0, refused = 0;
    for (const QString& file : files) {
        program.models().import.cancel();
        program.models().measure.close();
        robot.drop({file});
        const QString outcome = outcomeOf(program);
        const QString name = QFileInfo(file).fileName();
        if (outcome.isEmpty()) {
            faults << name + QStringLiteral(": nothing happened");
        } else if (outcome == QLatin1String("shown")) {
            ++shown;
            if (!robot.sees("sliceViewAxial"))
                faults << name + QStringLiteral(": no picture");
        } else if (outcome.size() < 20) {
            ++refused;
        } else {
            ++refused;
            if (!outcome.endsWith(u'.') || outcome.contains(u'%') ||
                outcome.contains(QLatin1String(NODEWISE_SHARED_DIR)))
                faults << name + QStringLiteral(": ") + outcome;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    qInfo("%d shown, %d refused or asked about", shown, refused);
    QVERIFY(shown > 20);
    // The window is as usable as before.
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(program.waitForPage("today"));
}

void TestOwnSeries::aHugeFolderIsCancelledAtOnce() {
    QVERIFY(QDir().mkpath(at("huge")));
    const QString one = at("one.dcm");
    QVERIFY(QFile::copy(
        QStringLiteral(NODEWISE_SHARED_DIR "/data/dicom-robustness/dcm_qa_ts/1.dcm"), one));
    for (int n = 0; n < 20000; ++n)
        std::filesystem::create_hard_link(one.toStdString(),
                                          (at("huge/") + QString::number(n)).toStdString());
    jobs::ThreadJobRunner jobs;
    models::ImportModel import(jobs);
    import.open({at("huge")});
    QTest::qWait(150);
    QCOMPARE(import.state(), ImportState::Scanning);
    QElapsedTimer timer;
    timer.start();
    import.cancel();
    jobs.stop();
    const auto ms = timer.elapsed();
    qInfo("cancelled in %lld ms", static_cast<long long>(ms));
    QVERIFY2(ms < 200 * kSlower, qPrintable(QString::number(ms)));
    QCOMPARE(import.state(), ImportState::Idle);
}

void TestOwnSeries::theFirstSliceIsOnScreenWhileTheRestIsRead() {
    QVERIFY(QDir().mkpath(at("long")));
    QVERIFY(
        test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), at("long")));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    auto* view = robot.find<viewer::SliceView>("arrivingView");
    QVERIFY(view);
    QElapsedTimer timer;
    qint64 painted = -1, loaded = -1;
    connect(view, &viewer::SliceView::painted, this,
            [&] { painted = painted < 0 ? timer.elapsed() : painted; });
    connect(&program.models().import, &models::ImportModel::loaded, this,
            [&] { loaded = timer.elapsed(); });
    timer.start();
    robot.drop({at("long")});
    QTRY_VERIFY_WITH_TIMEOUT(loaded >= 0, kLongWaitMs);
    qInfo("first slice on screen after %lld ms, the whole series after %lld ms",
          static_cast<long long>(painted), static_cast<long long>(loaded));
    QVERIFY(painted >= 0 && painted <= loaded);
    QVERIFY(program.waitForPage("measure"));
    QTRY_VERIFY(robot.sees("answerPanel"));
    QVERIFY(!robot.sees("arrivingView"));
    QVERIFY(!robot.sees("jobStrip"));
}

void TestOwnSeries::readingIsCancelledAtOnce() {
    jobs::ThreadJobRunner jobs;
    models::ImportModel import(jobs);
    qint64 ms = -1;
    bool loaded = false;
    connect(&import, &models::ImportModel::loaded, this, [&] { loaded = true; });
    // The reading of all begins right after the first slice was told of.
    connect(&import, &models::ImportModel::firstSlice, this, [&] {
        QTimer::singleShot(1, &import, [&] {
            QElapsedTimer timer;
            timer.start();
            import.cancel();
            jobs.stop();
            ms = timer.elapsed();
        });
    });
    import.open({at("long")});
    QTRY_VERIFY_WITH_TIMEOUT(ms >= 0, kLongWaitMs);
    qInfo("cancelled in %lld ms", static_cast<long long>(ms));
    QVERIFY2(ms < 200 * kSlower, qPrintable(QString::number(ms)));
    QCOMPARE(import.state(), ImportState::Idle);
    QTest::qWait(50);
    QVERIFY(!loaded);
}

void TestOwnSeries::aFolderThatVanishesIsToldOfOrShown() {
    QVERIFY(QDir().mkpath(at("stick")));
    QVERIFY(
        test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), at("stick")));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({at("stick")});
    QVERIFY(QDir(at("stick")).removeRecursively());
    const QString outcome = outcomeOf(program);
    QVERIFY(!outcome.isEmpty());
    // What was read before it went may have gaps: then the reader is asked.
    const QStringList fair{QStringLiteral("shown"), QStringLiteral("asked")};
    QVERIFY2(fair.contains(outcome) || outcome.endsWith(u'.'), qPrintable(outcome));
}

void TestOwnSeries::twoSeriesAreChosenByPicture() {
    QVERIFY(QDir().mkpath(at("two")));
    QVERIFY(test::unpackShared(QStringLiteral("ibsi-validation-sts/STS_001_CT_MR_RTSTRUCT.tar.xz"),
                               at("two")));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({at("two")});
    QTRY_COMPARE_WITH_TIMEOUT(program.models().import.state(), ImportState::Choosing, kLongWaitMs);
    QVERIFY(program.waitForPage("measure"));
    QTRY_VERIFY(robot.sees("seriesChooser"));
    QVERIFY(clickSoon(robot, "series_0"));
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    QVERIFY(robot.sees("answerPanel"));
    QVERIFY(program.dialogs.asked.isEmpty());
}

void TestOwnSeries::theNodesOfTheQinPetCarryTheirNames() {
    QVERIFY(QDir().mkpath(at("qin")));
    QVERIFY(test::unpackShared(
        QStringLiteral("hn-pet-seg-qin-0139/QIN-HEADNECK-01-0139_PET_SEG.tar.xz"), at("qin")));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({at("qin")});
    QVERIFY(!outcomeOf(program).isEmpty());
    if (program.models().import.state() == ImportState::Choosing)
        QVERIFY(clickSoon(robot, "series_0"));
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    auto& measure = program.models().measure;
    // Eleven regions are coded: the primary, shown as a structure, and ten nodes.
    QTRY_COMPARE_WITH_TIMEOUT(measure.nodes().size(), std::size_t{10}, kLongWaitMs);
    for (const auto& node : measure.nodes())
        QVERIFY2(node.work.name == "Neoplasm, Secondary" && node.slices > 0,
                 node.work.name.c_str());
    QVERIFY(measure.structures());
    QCOMPARE(measure.structures()->names().size(), std::size_t{1});
    QCOMPARE(measure.structures()->names().begin()->second, std::string("Neoplasm, Primary"));
    // Its headers allow an SUV: what it is worked out from stands in the head.
    const auto& series = measure.series();
    const auto scale = dicom::suvScaleOf(*series.info);
    QVERIFY(scale);
    auto* screen = program.window().findChild<measure_screen::MeasureScreen*>();
    QCOMPARE(screen->viewerModel().suvFactor(), scale->factor);
    const auto labels = screen->findChildren<widgets::ElideLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const widgets::ElideLabel* label) {
        return label->text().contains(QLatin1String("SUV")) &&
               label->text().contains(text::number(scale->weightKg, 1)) &&
               label->text().contains(text::number(scale->doseBq / 1e6, 1)) && label->isVisible() &&
               !label->isElided();
    }));
}

void TestOwnSeries::stsOpensBesideEachOtherWithItsStructures() {
    QVERIFY(QDir().mkpath(at("sts")));
    QVERIFY(test::unpackShared(QStringLiteral("ibsi-validation-sts/STS_001_CT_MR_RTSTRUCT.tar.xz"),
                               at("sts")));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({at("sts")});
    auto models = program.models();
    QTRY_COMPARE_WITH_TIMEOUT(models.import.state(), ImportState::Choosing, kLongWaitMs);
    QVERIFY(program.waitForPage("measure"));
    QTRY_VERIFY(robot.sees("series_0"));
    int ct = -1, mr = -1;
    for (int n = 0; n < static_cast<int>(models.import.found().size()); ++n) {
        const auto& series = models.import.found()[static_cast<std::size_t>(n)];
        if (series.modality == "CT" && ct < 0)
            ct = n;
        if (series.modality == "MR" && mr < 0)
            mr = n;
    }
    QVERIFY(ct >= 0 && mr >= 0);
    QVERIFY(clickSoon(robot, QByteArray("series_") + QByteArray::number(ct)));
    QTRY_VERIFY_WITH_TIMEOUT(models.measure.isOpen(), kLongWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        models.measure.structures() != nullptr || !models.measure.nodes().empty(), kLongWaitMs);
    QVERIFY(robot.click("compareButton"));
    QTRY_VERIFY(robot.sees("seriesChooser"));
    QVERIFY(clickSoon(robot, QByteArray("series_") + QByteArray::number(mr)));
    QTRY_VERIFY_WITH_TIMEOUT(robot.sees("comparePane"), kLongWaitMs);
    QVERIFY(robot.sees("answerPanel"));
    const bool sameFrame = models.import.found()[static_cast<std::size_t>(ct)].frameOfReference ==
                           models.import.found()[static_cast<std::size_t>(mr)].frameOfReference;
    QCOMPARE(robot.find("linkedCheck")->isEnabled(), sameFrame);
    QVERIFY(robot.click("closeCompareButton"));
    QTRY_VERIFY(!robot.sees("comparePane"));
}

QTEST_MAIN(TestOwnSeries)
#include "tst_own_series.moc"
