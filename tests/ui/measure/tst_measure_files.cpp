// Files that leave the Measure place: written beside the work, with Cancel, whole or not at all.
#include "measure_desk.h"
#include "ui/measure/measure_files.h"
#include "ui/viewer/drawn_json.h"
#include <QDir>
#include <QTemporaryDir>
#include <thread>

using namespace nodewise;

namespace {

/// Work that begins when the test says so.
class HeldJob final : public jobs::Job, public JobControl {
public:
    HeldJob(std::function<void(JobControl&)> task, std::function<void()> finish)
        : m_task(std::move(task))
        , m_finish(std::move(finish)) {}
    void cancel() override { m_cancelled = true; }
    [[nodiscard]] bool isRunning() const override { return m_running; }
    void report(double fraction, std::string_view) override { Q_EMIT progressed(fraction, {}); }
    [[nodiscard]] bool cancelled() const override { return m_cancelled; }
    void letGo() {
        m_task(*this);
        m_running = false;
        m_finish();
    }

private:
    std::function<void(JobControl&)> m_task;
    std::function<void()> m_finish;
    bool m_running = true, m_cancelled = false;
};

class HeldJobs final : public jobs::JobRunner {
public:
    bool hold = false;
    void letGo() {
        const auto all = std::exchange(m_held, {});
        for (const auto& job : all)
            job->letGo();
    }

protected:
    jobs::JobPtr start(std::function<void(JobControl&)> task,
                       std::function<void()> finish) override {
        auto job = std::make_shared<HeldJob>(std::move(task), std::move(finish));
        if (hold)
            m_held.push_back(job);
        else
            job->letGo();
        return job;
    }

private:
    std::vector<std::shared_ptr<HeldJob>> m_held;
};

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestMeasureFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theReportIsWrittenBesideTheWork();
    void filesWaitForEachOther();
    void aCancelledReportLeavesTheOldOne();
    void cancelledObjectsLeaveNothing();
    void newObjectsTakeThePlaceOfOldOnes();
    void workThatWasNotSavedStaysChanged();
    void theReportIsTheSameOnEveryThread();
    void aPlaceThatCannotBeWrittenToIsTold();
    void keyImagesAreSavedAndTakenUp();

private:
    QString at(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    bool trigger(const char* action) {
        auto* found = m_screen->findChild<QAction*>(QString::fromLatin1(action));
        if (found)
            found->trigger();
        return found != nullptr;
    }
    QWidget* strip() { return m_screen->findChild<QWidget*>(QStringLiteral("measureStrip")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<HeldJobs> m_jobs;
    std::unique_ptr<models::MeasureModel> m_model;
    std::unique_ptr<models::ImportModel> m_import;
    std::unique_ptr<tests::FakeDialogs> m_dialogs;
    std::unique_ptr<measure_screen::MeasureScreen> m_screen;
    test::NeckPhantom m_neck = test::makeNeckPhantom();
};

/// A node that is outlined, and from then on work that waits.
void TestMeasureFiles::init() {
    m_screen.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_jobs = std::make_unique<HeldJobs>();
    m_model = std::make_unique<models::MeasureModel>(*m_jobs);
    m_import = std::make_unique<models::ImportModel>(*m_jobs);
    m_dialogs = std::make_unique<tests::FakeDialogs>();
    m_screen = std::make_unique<measure_screen::MeasureScreen>(*m_model, *m_import, *m_dialogs,
                                                               tests::no3d());
    m_screen->resize(1376, 900);
    m_screen->show();
    m_model->openSeries({m_neck.volume, QStringLiteral("Series A"), {}, {}});
    m_model->outlineAt(m_neck.nodeCentre);
    QCOMPARE(m_model->nodes().size(), std::size_t{1});
    m_jobs->hold = true;
}

void TestMeasureFiles::theReportIsWrittenBesideTheWork() {
    m_dialogs->save = at("report.pdf");
    QVERIFY(trigger("savePdfAction"));
    QVERIFY(!QFile::exists(at("report.pdf")));
    QTRY_VERIFY(strip()->isVisible());
    // The reader goes on meanwhile.
    QTest::keyClick(m_screen.get(), Qt::Key_B);
    QCOMPARE(m_screen->viewerModel().tool(), viewer::Tool::Brush);
    m_jobs->letGo();
    QVERIFY(bytesOf(at("report.pdf")).startsWith("%PDF"));
    QVERIFY(!strip()->isVisible());
}

void TestMeasureFiles::filesWaitForEachOther() {
    m_dialogs->save = at("first.pdf");
    QVERIFY(trigger("savePdfAction"));
    m_dialogs->save = at("second.pdf");
    QVERIFY(trigger("savePdfAction"));
    m_dialogs->folder = at("dicom");
    QVERIFY(trigger("saveDicomAction"));
    QVERIFY(!QFile::exists(at("first.pdf")));
    m_jobs->letGo();
    QVERIFY(QFile::exists(at("first.pdf")));
    QVERIFY(!QFile::exists(at("second.pdf")));
    m_jobs->letGo();
    QVERIFY(QFile::exists(at("second.pdf")));
    m_jobs->letGo();
    QVERIFY(QFile::exists(at("dicom/nodes-seg.dcm")));
}

void TestMeasureFiles::aCancelledReportLeavesTheOldOne() {
    QFile old(at("report.pdf"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("of yesterday");
    old.close();
    m_dialogs->save = at("report.pdf");
    QVERIFY(trigger("savePdfAction"));
    QTRY_VERIFY(strip()->isVisible());
    auto* cancel = strip()->findChild<QAbstractButton*>(QStringLiteral("cancelJobButton"));
    QTRY_VERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    m_jobs->letGo();
    QCOMPARE(bytesOf(at("report.pdf")), QByteArray("of yesterday"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestMeasureFiles::cancelledObjectsLeaveNothing() {
    m_dialogs->folder = at("dicom");
    QVERIFY(trigger("saveDicomAction"));
    QTRY_VERIFY(strip()->isVisible());
    auto* cancel = strip()->findChild<QAbstractButton*>(QStringLiteral("cancelJobButton"));
    QTRY_VERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    m_jobs->letGo();
    QVERIFY(!QDir(at("dicom")).exists());
}

void TestMeasureFiles::newObjectsTakeThePlaceOfOldOnes() {
    m_jobs->hold = false;
    m_dialogs->folder = at("dicom");
    QVERIFY(trigger("saveDicomAction"));
    const auto entries = [&] {
        return QDir(at("dicom")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    const QStringList first = entries();
    QVERIFY(first.contains(QStringLiteral("nodes-seg.dcm")));
    QVERIFY(trigger("saveDicomAction"));
    QCOMPARE(entries(), first);
}

void TestMeasureFiles::workThatWasNotSavedStaysChanged() {
    // A file where a folder should be.
    QVERIFY(QFile(at("file")).open(QIODevice::WriteOnly));
    m_dialogs->save = at("file/nodes.nwwork");
    QVERIFY(m_model->isChanged());
    QVERIFY(trigger("saveWorkAction"));
    m_jobs->letGo();
    QVERIFY(m_model->isChanged());
    m_dialogs->save = at("nodes.nwwork");
    QVERIFY(trigger("saveWorkAction"));
    m_jobs->letGo();
    QVERIFY(!m_model->isChanged());
    QVERIFY(QFile::exists(at("nodes.nwwork")));
}

void TestMeasureFiles::theReportIsTheSameOnEveryThread() {
    const auto work = m_model->work();
    const auto pictures = m_screen->reportPictures();
    QVERIFY(!pictures.empty());
    const auto here = measure_screen::pdfPages(work, pictures);
    std::vector<QImage> there;
    std::thread([&] { there = measure_screen::pdfPages(work, pictures); }).join();
    QCOMPARE(there.size(), here.size());
    for (std::size_t n = 0; n < here.size(); ++n)
        QCOMPARE(there[n], here[n]);
}

void TestMeasureFiles::aPlaceThatCannotBeWrittenToIsTold() {
    NullJobControl job;
    const auto refused = measure_screen::writePdf(m_model->work(), {}, at("no/where.pdf"), job);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
    QVERIFY(QFile(at("file")).open(QIODevice::WriteOnly));
    const auto objects =
        measure_screen::writeDicom(m_model->work(), m_model->series().volume, {},
                                   std::filesystem::path(at("file/dicom").toStdU16String()), job);
    QVERIFY(!objects);
    QCOMPARE(objects.error().code, ErrorCode::FileUnwritable);
}

void TestMeasureFiles::keyImagesAreSavedAndTakenUp() {
    m_jobs->hold = false;
    auto& views = m_screen->viewerModel();
    views.setWindow({900, 120, true});
    views.setSlab({SlabMode::Mip, 5});
    views.setCursor(m_neck.nodeCentre);
    views.toggleKeyImage(viewer::ViewPlane::Coronal);
    const PointLps place = views.cursor();
    m_dialogs->save = at("nodes.nwwork");
    QVERIFY(trigger("saveWorkAction"));
    m_model->openSeries({m_neck.volume, QStringLiteral("Series A"), {}, {}});
    QVERIFY(views.keyImages().empty());
    m_dialogs->file = m_dialogs->save;
    QVERIFY(trigger("openWorkAction"));
    QCOMPARE(views.keyImages().size(), std::size_t{1});
    const auto& key = views.keyImages().front();
    QCOMPARE(key.plane, viewer::ViewPlane::Coronal);
    QCOMPARE(key.place, place);
    QCOMPARE(key.window, (Window{900, 120, true}));
    QCOMPARE(key.slab, (Slab{SlabMode::Mip, 5}));
}

QTEST_MAIN(TestMeasureFiles)
#include "tst_measure_files.moc"
