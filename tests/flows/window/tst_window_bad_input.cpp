// What cannot be opened is told in a sentence; nothing breaks and nothing is left behind.
#include "progress/progress_store.h"
#include "support/program.h"
#include "support/teaching_draft.h"
#include "ui/widgets/toast.h"
#include <QCryptographicHash>
#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace nodewise;
using tests::kLongWaitMs;
using tests::Program;
using tests::Robot;

namespace {

QByteArray readAll(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

}  // namespace

class TestWindowBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isToldInASentence_data();
    void isToldInASentence();
    void aCaseOpensAfterAllOfThem();
    void aNewerDatabaseIsLeftAsItIs();
    void aDamagedDatabaseIsLeftAsItIs();

private:
    QTemporaryDir m_dir;
    QString at(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    std::optional<Error> refusalOf(Program& program, const QByteArray& database);
};

void TestWindowBadInput::initTestCase() {
    QByteArray pack = readAll(QStringLiteral(NODEWISE_DEMO_PACK));
    QVERIFY(pack.size() > 1000);
    test::writeFile(at("short.nwpack"), pack.left(pack.size() / 2));
    pack[pack.size() / 3] = static_cast<char>(pack[pack.size() / 3] ^ 0x10);
    test::writeFile(at("changed.nwpack"), pack);
    test::writeFile(at("letter.nwpack"), "Dear colleague, attached you find no pack.\n");
    test::writeFile(at("letter.txt"), "Dear colleague, attached you find no images.\n");
    test::writeFile(at("letter.nii.gz"), "Dear colleague, this is no volume.\n");
    QVERIFY(QDir().mkpath(at("empty")));
    QVERIFY(QDir().mkpath(at("series")));
    QVERIFY2(
        test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"), at("series")),
        "../shared/data/hn-ct-pycerr is missing");
    QDirIterator images(at("series"), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(images.hasNext());
    const QByteArray image = readAll(images.next());
    QVERIFY(image.size() > 200000);
    test::writeFile(at("cut/one.dcm"), image.left(image.size() / 2));
    test::writeFile(at("header/one.dcm"), image.left(300));
}

void TestWindowBadInput::isToldInASentence_data() {
    QTest::addColumn<QString>("path");
    for (const char* name : {"short.nwpack", "changed.nwpack", "letter.nwpack", "absent.nwpack",
                             "letter.txt", "letter.nii.gz", "empty", "cut", "header", "absent"})
        QTest::newRow(name) << at(name);
}

void TestWindowBadInput::isToldInASentence() {
    QFETCH(const QString, path);
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    QVERIFY(program.start());
    Robot robot = program.robot();
    const QStringList before = filesIn(program.home() + QStringLiteral("/packs"));
    robot.drop({path});
    QTRY_VERIFY_WITH_TIMEOUT(!program.dialogs.told.isEmpty() || robot.sees("toast"), kLongWaitMs);
    QVERIFY(program.dialogs.told.size() <= 1);
    const QString sentence = program.dialogs.told.isEmpty() ? program.window().toast()->text()
                                                            : program.dialogs.told.front();
    QVERIFY2(sentence.size() > 20 && sentence.endsWith(u'.'), qPrintable(sentence));
    // The words are for people: no code, no placeholder, no path of the machine.
    QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'_'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(m_dir.path()), qPrintable(sentence));
    QVERIFY2(!sentence.startsWith(u' '), qPrintable(sentence));
    QTRY_VERIFY(!robot.sees("jobStrip"));
    QCOMPARE(filesIn(program.home() + QStringLiteral("/packs")), before);

    // The window is as usable as before.
    QCOMPARE(program.models().cases.totalCount(), 3);
    robot.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(program.waitForPage("cases"));
    robot.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(program.waitForPage("today"));
    QVERIFY(robot.find("startButton")->isEnabled());
}

// One after the other in one window; then a case is read as if nothing had been.
void TestWindowBadInput::aCaseOpensAfterAllOfThem() {
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    QVERIFY(program.start());
    Robot robot = program.robot();
    int refused = 0;
    for (const char* name : {"changed.nwpack", "letter.txt", "empty", "cut"}) {
        robot.drop({at(name)});
        ++refused;
        QTRY_COMPARE_WITH_TIMEOUT(program.dialogs.told.size(), refused, kLongWaitMs);
    }
    QVERIFY(robot.click("startButton"));
    QVERIFY(program.waitForReading(models::ReadingState::Calling));
}

/// Puts the bytes in the place of the database; gives why the program does not start.
std::optional<Error> TestWindowBadInput::refusalOf(Program& program, const QByteArray& database) {
    test::writeFile(QString::fromStdString(program.paths.database.string()), database);
    const SystemClock clock;
    jobs::ThreadJobRunner jobs;
    auto made = app::Application::create(*qApp, program.options, program.paths,
                                         {clock, jobs, program.dialogs});
    if (made)
        return std::nullopt;
    return made.error();
}

void TestWindowBadInput::aNewerDatabaseIsLeftAsItIs() {
    const std::string file = at("newer.sqlite").toStdString();
    {
        const SystemClock clock;
        auto store = progress::ProgressStore::open(file, clock);
        QVERIFY(store.has_value());
        QVERIFY(store->createProfile("Mara").has_value());
    }
    {
        SQLite::Database later(file, SQLite::OPEN_READWRITE);
        later.exec("PRAGMA journal_mode = DELETE");
        later.exec("PRAGMA user_version = 9999");
    }
    const QByteArray bytes = readAll(at("newer.sqlite"));
    Program program;
    const auto error = refusalOf(program, bytes);
    QVERIFY(error.has_value());
    QVERIFY(error->code == ErrorCode::DatabaseNewer);
    QCOMPARE(readAll(QString::fromStdString(program.paths.database.string())), bytes);
    QCOMPARE(filesIn(program.home()).filter(QStringLiteral("progress")),
             QStringList{QStringLiteral("progress.sqlite")});
}

void TestWindowBadInput::aDamagedDatabaseIsLeftAsItIs() {
    const QByteArray bytes("This was a database once. ", 26);
    Program program;
    const auto error = refusalOf(program, bytes);
    QVERIFY(error.has_value());
    QVERIFY(error->code == ErrorCode::DatabaseDamaged);
    QCOMPARE(readAll(QString::fromStdString(program.paths.database.string())), bytes);
}

QTEST_MAIN(TestWindowBadInput)
#include "tst_window_bad_input.moc"
