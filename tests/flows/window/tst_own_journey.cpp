// One's own series from the drop to the report, in pictures: open, scroll, outline, call, answer,
// report, exports. With NODEWISE_PICTURES=<folder> every picture and the strip of all are kept.
#include "dicom/export.h"
#include "support/gestures.h"
#include "support/neck_phantom.h"
#include "support/program.h"
#include "ui/measure/measure_files.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/segmented_choice.h"
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QPainter>
#include <QProcess>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

namespace {

QString outputOf(const char* program, const QStringList& arguments) {
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QString::fromLatin1(program), arguments);
    if (!tool.waitForFinished())
        return QStringLiteral("Error - %1 did not run").arg(QLatin1String(program));
    return QString::fromUtf8(tool.readAll());
}

/// Pictures in order, and all of them small on one strip.
class Film {
public:
    void take(QWidget& window, const QString& name) {
        const auto views = window.findChildren<viewer::SliceView*>();
        QVERIFY(QTest::qWaitFor([&] {
            return std::none_of(views.begin(), views.end(), [](const viewer::SliceView* view) {
                return view->isVisible() && view->pending();
            });
        }));
        // What has just been shown takes its place.
        QTest::qWait(200);
        add(window.grab().toImage(), name);
    }
    void add(const QImage& picture, const QString& name) {
        QVERIFY2(m_pictures.empty() || m_pictures.back() != picture,
                 qPrintable(name + QStringLiteral(" looks like the picture before")));
        m_pictures.push_back(picture);
        const QString folder = qEnvironmentVariable("NODEWISE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                QDir(folder).filePath(QStringLiteral("journey-%1-%2.png")
                                          .arg(m_pictures.size(), 2, 10, QLatin1Char('0'))
                                          .arg(name))));
    }
    [[nodiscard]] QImage strip() const {
        constexpr int wide = 480, high = 320, abreast = 4, gap = 8;
        const int rows = (static_cast<int>(m_pictures.size()) + abreast - 1) / abreast;
        QImage strip(abreast * (wide + gap) + gap, rows * (high + gap) + gap, QImage::Format_RGB32);
        strip.fill(Qt::black);
        QPainter painter(&strip);
        for (std::size_t n = 0; n < m_pictures.size(); ++n) {
            const QImage small =
                m_pictures[n].scaled(wide, high, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            const int column = static_cast<int>(n) % abreast, row = static_cast<int>(n) / abreast;
            painter.drawImage(gap + column * (wide + gap) + (wide - small.width()) / 2,
                              gap + row * (high + gap), small);
        }
        return strip;
    }

private:
    std::vector<QImage> m_pictures;
};

}  // namespace

class TestOwnJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fromTheDropToTheReport();

private:
    void open(Program& program);
    void scroll(Program& program);
    void outline(Program& program);
    void call(Program& program);
    void report(Program& program);
    void exportDicom(Program& program);

    test::NeckPhantom m_neck = test::makeNeckPhantom();
    QTemporaryDir m_dir;
    Film m_film;
    [[nodiscard]] QString at(const char* name) const {
        return m_dir.filePath(QString::fromLatin1(name));
    }
};

void TestOwnJourney::initTestCase() {
    QVERIFY(QDir().mkpath(at("series")));
    NullJobControl job;
    QVERIFY(dicom::writeCtSeries(*m_neck.volume, at("series").toStdString(), {}, job).has_value());
}

void TestOwnJourney::fromTheDropToTheReport() {
    Program program;
    QVERIFY(program.start());
    program.window().resize(1440, 900);
    m_film.take(program.window(), QStringLiteral("start"));
    using Step = void (TestOwnJourney::*)(Program&);
    for (const Step step :
         {&TestOwnJourney::open, &TestOwnJourney::scroll, &TestOwnJourney::outline,
          &TestOwnJourney::call, &TestOwnJourney::report, &TestOwnJourney::exportDicom}) {
        (this->*step)(program);
        if (QTest::currentTestFailed())
            return;
    }
    if (const QString folder = qEnvironmentVariable("NODEWISE_PICTURES"); !folder.isEmpty())
        QVERIFY(m_film.strip().save(QDir(folder).filePath(QStringLiteral("journey.png"))));
}

void TestOwnJourney::open(Program& program) {
    Robot robot = program.robot();
    robot.drop({at("series")});
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    QVERIFY(program.waitForPage("measure"));
    QTRY_VERIFY(robot.sees("answerPanel"));
    const auto& volume = program.models().measure.series().volume;
    QVERIFY(volume->geometry().sameGridAs(m_neck.volume->geometry(), 1e-3));
    m_film.take(program.window(), QStringLiteral("open"));
}

/// By the wheel, away and back to the node's slice.
void TestOwnJourney::scroll(Program& program) {
    Robot robot = program.robot();
    auto* axial = robot.find<viewer::SliceView>("sliceViewAxial");
    QVERIFY(axial);
    auto& views = program.measureViewer();
    const int before = views.sliceNumber(viewer::ViewPlane::Axial).number;
    for (int n = 0; n < 12; ++n)
        tests::wheel(*axial, 120);
    QCOMPARE(views.sliceNumber(viewer::ViewPlane::Axial).number, before + 12);
    m_film.take(program.window(), QStringLiteral("scroll"));
    for (int n = 0; n < 40 && views.cursor().z > m_neck.nodeCentre.z + 1; ++n)
        tests::wheel(*axial, -120);
    QVERIFY(std::abs(views.cursor().z - m_neck.nodeCentre.z) <= 1.01);
    robot.press(Qt::Key_3);
    QCOMPARE(views.window().width, 150.0);
    m_film.take(program.window(), QStringLiteral("narrow-window"));
    robot.press(Qt::Key_2);
}

void TestOwnJourney::outline(Program& program) {
    Robot robot = program.robot();
    auto* axial = robot.find<viewer::SliceView>("sliceViewAxial");
    robot.press(Qt::Key_O);
    QTest::mouseClick(axial, Qt::LeftButton, {}, axial->pixelOf(m_neck.nodeCentre).toPoint());
    auto& measure = program.models().measure;
    QTRY_VERIFY_WITH_TIMEOUT(!measure.nodes().empty() && measure.nodes()[0].fresh, kLongWaitMs);
    const auto& size = measure.nodes()[0].work.measured->size;
    QVERIFY(size && std::abs(size->shortAxis->lengthMm - 14) < 2.5);
    auto* site = robot.find<QComboBox>("siteCombo");
    site->setCurrentIndex(site->findData(static_cast<int>(Site::OralCavity)));
    Q_EMIT site->activated(site->currentIndex());
    measure.setLevel(0, Level::IIa);
    // Numbers at once, no grade and no probability of the core.
    QVERIFY(robot.sees("nodeNumbers"));
    QVERIFY(!robot.sees("coreAnswer"));
    m_film.take(program.window(), QStringLiteral("measured"));
}

void TestOwnJourney::call(Program& program) {
    Robot robot = program.robot();
    robot.press(Qt::Key_BracketRight, Qt::NoModifier, 3);
    robot.press(Qt::Key_1, Qt::ShiftModifier);
    QTRY_VERIFY(program.models().measure.canCommit(0));
    QVERIFY(!robot.sees("coreAnswer"));
    m_film.take(program.window(), QStringLiteral("own-call"));
    robot.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(robot.sees("coreAnswer"), kLongWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.answer(0) != nullptr, kLongWaitMs);
    m_film.take(program.window(), QStringLiteral("answer"));
}

void TestOwnJourney::report(Program& program) {
    auto* screen = program.window().findChild<measure_screen::MeasureScreen*>();
    program.dialogs.save = at("report.pdf");
    auto* action = screen->findChild<QAction*>(QStringLiteral("savePdfAction"));
    QVERIFY(action);
    action->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(at("report.pdf")), kLongWaitMs);
    QFile pdf(at("report.pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
    const auto pages =
        measure_screen::pdfPages(program.models().measure.work(), screen->reportPictures());
    QVERIFY(!pages.empty());
    for (std::size_t n = 0; n < pages.size(); ++n)
        m_film.add(pages[n], QStringLiteral("report-%1").arg(n + 1));
}

/// Every DICOM object that a reader can save is judged by programs that share no code with this
/// one.
void TestOwnJourney::exportDicom(Program& program) {
    auto* screen = program.window().findChild<measure_screen::MeasureScreen*>();
    program.dialogs.folder = at("dicom");
    auto* action = screen->findChild<QAction*>(QStringLiteral("saveDicomAction"));
    QVERIFY(action);
    action->trigger();
    QDir folder(at("dicom"));
    const auto written = [&folder] {
        folder.refresh();
        return folder.entryList(QDir::Files).size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(written(), 3, kLongWaitMs);
    // And nothing is left of the writing.
    QTRY_VERIFY(folder.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)
                    .filter(QStringLiteral(".nodewise"))
                    .isEmpty());
    for (const QString& name : folder.entryList(QDir::Files)) {
        const QString said = outputOf("dciodvfy", {QStringLiteral("-new"), folder.filePath(name)});
        QVERIFY2(!said.contains(QLatin1String("Error")),
                 qPrintable(name + QLatin1Char('\n') + said));
    }
    const QString dump = outputOf("dsrdump", {folder.filePath(QStringLiteral("report-sr.dcm"))});
    QVERIFY2(dump.contains(QLatin1String("Short Axis")) && !dump.contains(QLatin1String("Error")),
             qPrintable(dump));
}

QTEST_MAIN(TestOwnJourney)
#include "tst_own_journey.moc"
