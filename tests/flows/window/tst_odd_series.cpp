// Series of odd shape on the real window, and the shared series that no other test opens.
#include "support/data_archive.h"
#include "support/dicom_writer.h"
#include "support/drop_outcome.h"
#include "ui/viewer/slice_view.h"
#include <QDir>
#include <QtMath>
#include <QtTest>
#include <cmath>

using namespace nodewise;
using models::ImportState;
using tests::clickSoon;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

namespace {

/// A gray wedge, so that something is to be seen.
test::CtSlice slice(int columns, int rows, int k) {
    test::CtSlice made;
    made.columns = columns;
    made.rows = rows;
    made.position = {0, 0, 2.0 * k};
    made.instance = k + 1;
    const auto count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    for (std::size_t n = 0; n < count; ++n)
        made.words.push_back(static_cast<quint16>(n % 400));
    return made;
}

/// Values that grow evenly with the place in the patient: whatever lies between two slices has a
/// known one.
double rampAt(PointLps p) {
    return 300 + 4 * p.x + 6 * p.y + 5 * p.z;
}

/// Slices of a tilted gantry: the table moves along the patient, each slice leans by `degrees`.
void writeTilted(const QString& folder, double degrees) {
    constexpr int columns = 40, rows = 36, slices = 20;
    constexpr double mm = 1.25, step = 2;
    const double c = std::cos(qDegreesToRadians(degrees)), s = std::sin(qDegreesToRadians(degrees));
    for (int k = 0; k < slices; ++k) {
        test::CtSlice made;
        made.columns = columns;
        made.rows = rows;
        made.spacing = {mm, mm};
        made.cosines = {1, 0, 0, 0, c, s};
        made.position = {-25, -22, -20 + step * k};
        made.instance = k + 1;
        for (int j = 0; j < rows; ++j)
            for (int i = 0; i < columns; ++i) {
                const PointLps at{made.position[0] + i * mm, made.position[1] + j * mm * c,
                                  made.position[2] + j * mm * s};
                made.words.push_back(static_cast<quint16>(std::lround(rampAt(at))));
            }
        QVERIFY(made.writer().write(folder + QStringLiteral("/%1.dcm").arg(k)));
    }
}

}  // namespace

class TestOddSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oddShapesAreShown_data();
    void oddShapesAreShown();
    void aTiltedStackShowsEveryPlaceWhereItIs_data();
    void aTiltedStackShowsEveryPlaceWhereItIs();
    void twoFramesOfReferenceAreTwoSeries();
    void aWholeHeadInMrIsShown();
    void outlinesWithoutTheirImagesAreToldOf();

private:
    QTemporaryDir m_dir;
    QString at(const QString& name) const { return m_dir.filePath(name); }
};

void TestOddSeries::oddShapesAreShown_data() {
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("slices");
    QTest::newRow("one slice") << 64 << 48 << 1;
    QTest::newRow("one voxel") << 1 << 1 << 1;
    QTest::newRow("a column of single voxels") << 1 << 1 << 5;
    QTest::newRow("60000 by 2") << 60000 << 2 << 1;
    QTest::newRow("2 by 60000") << 2 << 60000 << 1;
}

void TestOddSeries::oddShapesAreShown() {
    QFETCH(const int, columns);
    QFETCH(const int, rows);
    QFETCH(const int, slices);
    const QString folder = at(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(QDir().mkpath(folder));
    for (int k = 0; k < slices; ++k)
        QVERIFY(slice(columns, rows, k).writer().write(folder + QStringLiteral("/%1.dcm").arg(k)));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({folder});
    QCOMPARE(tests::outcomeOf(program), QStringLiteral("shown"));
    const auto& volume = program.models().measure.series().volume;
    QCOMPARE(volume->geometry().dims(), (std::array{columns, rows, slices}));
    QTRY_VERIFY(robot.sees("sliceViewAxial"));
    // Everything that a hand does at once: scroll, window, zoom, another plane, a click, all
    // layouts.
    for (const int key : {Qt::Key_Up, Qt::Key_PageDown, Qt::Key_End, Qt::Key_2, Qt::Key_Plus,
                          Qt::Key_Minus, Qt::Key_S, Qt::Key_D, Qt::Key_A, Qt::Key_E, Qt::Key_E,
                          Qt::Key_F, Qt::Key_R, Qt::Key_Space, Qt::Key_Space, Qt::Key_T})
        robot.press(key);
    for (int n = 0; n < 4; ++n)
        robot.press(Qt::Key_S, Qt::ShiftModifier);
    auto* axial = robot.find<viewer::SliceView>("sliceViewAxial");
    robot.press(Qt::Key_O);
    QTest::mouseClick(axial, Qt::LeftButton, {}, axial->rect().center());
    QTRY_VERIFY_WITH_TIMEOUT(!program.models().measure.isBusy(), kLongWaitMs);
    QVERIFY(!axial->grab().isNull());
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(program.waitForPage("today"));
}

void TestOddSeries::aTiltedStackShowsEveryPlaceWhereItIs_data() {
    QTest::addColumn<double>("degrees");
    QTest::newRow("forward") << 18.0;
    QTest::newRow("backward") << -18.0;
}

void TestOddSeries::aTiltedStackShowsEveryPlaceWhereItIs() {
    QFETCH(const double, degrees);
    const QString folder = at(QStringLiteral("tilt %1").arg(degrees));
    QVERIFY(QDir().mkpath(folder));
    writeTilted(folder, degrees);
    Program program;
    program.dialogs.answer = widgets::Answer::Primary;  // Resample.
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({folder});
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    QCOMPARE(program.dialogs.asked.size(), 1);
    auto& model = program.measureViewer();
    model.setTool(viewer::Tool::Crosshair);
    auto* screen = program.window().findChild<QWidget*>(QStringLiteral("measureScreen"));
    const PointLps middle = model.volume()->geometry().centre();
    const double fine = model.volume()->geometry().spacing()[0];
    for (const char* name : {"sliceViewAxial", "sliceViewCoronal", "sliceViewSagittal"}) {
        auto* clicked = screen->findChild<viewer::SliceView*>(QLatin1String(name));
        if (!clicked->isVisible())
            continue;
        for (const VectorLps from : {VectorLps{7, 5, 4}, VectorLps{-6, -4, -5}}) {
            model.setCursor(middle + from);
            const QPoint pixel = clicked->pixelOf(model.cursor()).toPoint() + QPoint(9, 6);
            const PointLps there = clicked->patientPointAt(QPointF(pixel) + QPointF(0.5, 0.5));
            QTest::mouseClick(clicked, Qt::LeftButton, {}, pixel);
            // Click to patient: the cursor is there, and so is every other view.
            QVERIFY(distance(model.cursor(), there) < 1e-6);
            for (auto* other : screen->findChildren<viewer::SliceView*>())
                if (other->isVisible())
                    QVERIFY(distance(other->patientPointAt(other->pixelOf(there)), there) < 1e-6);
            // Patient to value: that of the ramp, half a voxel to either side.
            const auto value = model.valueAt(there);
            QVERIFY(value.has_value());
            const double off = std::abs(*value - rampAt(there));
            QVERIFY2(off <= (4 + 6 + 5 * 2) * fine / 2 + 1, qPrintable(QString::number(off)));
        }
    }
    // Exactly at the voxels' own places, where no half voxel excuses anything.
    const GridGeometry& grid = model.volume()->geometry();
    for (int k = 3; k < grid.dims()[2] - 3; ++k) {
        const VoxelIndex index{20, 18, k};
        const double off = std::abs(model.volume()->value(index) - rampAt(grid.toPatient(index)));
        QVERIFY2(off <= 1.01, qPrintable(QString::number(off)));
    }
}

void TestOddSeries::twoFramesOfReferenceAreTwoSeries() {
    const QString folder = at(QStringLiteral("two frames"));
    QVERIFY(QDir().mkpath(folder));
    for (int k = 0; k < 8; ++k) {
        auto made = slice(32, 32, k % 4);
        made.instance = k + 1;
        auto writer = made.writer();
        writer.uid(0x00200052, k < 4 ? "1.2.3.99" : "1.2.3.100");
        QVERIFY(writer.write(folder + QStringLiteral("/%1.dcm").arg(k)));
    }
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({folder});
    QCOMPARE(tests::outcomeOf(program), QStringLiteral("chosen"));
    const auto& found = program.models().import.found();
    QCOMPARE(found.size(), std::size_t{2});
    QVERIFY(found[0].frameOfReference != found[1].frameOfReference);
    QVERIFY(clickSoon(robot, "series_0"));
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    // Beside each other they are not linked, and the reason is given.
    QVERIFY(robot.click("compareButton"));
    QVERIFY(clickSoon(robot, "series_1"));
    QTRY_VERIFY_WITH_TIMEOUT(robot.sees("comparePane"), kLongWaitMs);
    auto* linked = robot.find("linkedCheck");
    QVERIFY(!linked->isEnabled() && !linked->toolTip().isEmpty());
}

void TestOddSeries::aWholeHeadInMrIsShown() {
    QVERIFY(QDir().mkpath(at(QStringLiteral("mr"))));
    QVERIFY(
        test::unpackShared(QStringLiteral("mr-head-contrast-vs/VS-SEG-001_t1_gd_120_slices.tar.xz"),
                           at(QStringLiteral("mr"))));
    Program program;
    QVERIFY(program.start());
    Robot robot = program.robot();
    robot.drop({at(QStringLiteral("mr"))});
    QVERIFY(!tests::outcomeOf(program).isEmpty());
    if (program.models().import.state() == ImportState::Choosing)
        QVERIFY(clickSoon(robot, "series_0"));
    QTRY_VERIFY_WITH_TIMEOUT(program.models().measure.isOpen(), kLongWaitMs);
    const auto& volume = program.models().measure.series().volume;
    QCOMPARE(volume->geometry().dims()[2], 120);
    QVERIFY(volume->meaning() != VoxelMeaning::Hounsfield);
    // The values of MR have no unit: no window of Hounsfield units is offered.
    const Window before = program.measureViewer().window();
    robot.press(Qt::Key_4);
    QCOMPARE(program.measureViewer().window(), before);
}

void TestOddSeries::outlinesWithoutTheirImagesAreToldOf() {
    Program program;
    QVERIFY(program.start());
    for (const char* name : {"seg.dcm", "sr.dcm", "rwvm.dcm"}) {
        program.robot().drop({QStringLiteral(NODEWISE_SHARED_DIR "/data/hn-seg-sr-qin-0003/") +
                              QLatin1String(name)});
        const QString said = tests::outcomeOf(program);
        QVERIFY2(said.size() > 20 && said.endsWith(u'.') && !said.contains(u'%'),
                 qPrintable(QLatin1String(name) + QStringLiteral(": ") + said));
        QVERIFY(!program.models().measure.isOpen());
    }
}

QTEST_MAIN(TestOddSeries)
#include "tst_odd_series.moc"
