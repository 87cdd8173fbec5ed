// A full and a read-only disk under the whole program: a clear sentence, and nothing lost.
#include "progress/backups.h"
#include "support/program.h"
#include "support/small_disk.h"
#include "ui/text/error_text.h"
#include "ui/widgets/toast.h"
#include <QFile>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

QString g_noMounts;

NodeCall finished(NodeCall call) {
    call.mark = PointLps{0, 0, 0};
    call.probability = 0.72;
    call.grade = Grade::G1;
    call.margin = Margin::Indistinct;
    return call;
}

QByteArray bytesOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestSmallDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFullDiskKeepsTheDraftAndSaysSo();
    void aFullDiskKeepsTheOldCopies();
    void aReadOnlyFolderIsNamedAndLeftAsItIs();
};

void TestSmallDisk::initTestCase() {
    QVERIFY2(g_noMounts.isEmpty(), qPrintable(g_noMounts));
}

void TestSmallDisk::aFullDiskKeepsTheDraftAndSaysSo() {
    SmallDisk disk(1024);
    QVERIFY2(disk.problem().isEmpty(), qPrintable(disk.problem()));
    Program program({QStringLiteral(NODEWISE_DEMO_PACK)});
    program.paths.database = disk.path() / "progress.sqlite";
    program.paths.backups = disk.path() / "backups";
    QVERIFY(program.start());
    program.workspace().openCase(program.models().library.entries().front().where);
    QVERIFY(program.waitForReading(models::ReadingState::Calling));
    auto& reading = program.models().reading;
    reading.setDraft(finished(reading.draft()));
    const NodeCall draft = reading.draft();
    disk.fill();
    reading.commit();
    QCOMPARE(reading.state(), models::ReadingState::Calling);
    QVERIFY2(reading.problem().contains(QStringLiteral("full")), qPrintable(reading.problem()));
    auto* toast = program.window().findChild<read::ReadScreen*>()->findChild<widgets::Toast*>();
    QVERIFY(toast && toast->text() == reading.problem());
    NodeCall still = reading.draft();
    // Side and level that follow from the case are filled in at a commit.
    still.side = draft.side;
    still.level = draft.level;
    QVERIFY(still == draft);
    disk.makeRoom();
    reading.commit();
    QVERIFY(program.waitForReading(models::ReadingState::Reviewing));
    const int calls = program.models().learner.state().counts.calls;
    program.end();
    QVERIFY(program.start());
    QCOMPARE(program.models().learner.state().counts.calls, calls);
    QCOMPARE(calls, 1);
}

void TestSmallDisk::aFullDiskKeepsTheOldCopies() {
    SmallDisk disk(2048);
    QVERIFY2(disk.problem().isEmpty(), qPrintable(disk.problem()));
    const SystemClock clock;
    auto store = progress::ProgressStore::open(disk.path() / "progress.sqlite", clock);
    QVERIFY(store);
    const auto copies = disk.path() / "backups";
    QVERIFY(store->createProfile("Mara"));
    const auto first = progress::makeBackup(*store, copies, clock);
    QVERIFY2(first, first ? "" : first.error().detail.c_str());
    const QByteArray before = bytesOf(first->file);
    QVERIFY(store->createProfile("Ida"));
    disk.fill();
    const auto second = progress::makeBackup(*store, copies, clock);
    QVERIFY(!second);
    QVERIFY2(second.error().code == ErrorCode::DiskFull ||
                 second.error().code == ErrorCode::FileUnwritable,
             second.error().detail.c_str());
    QCOMPARE(bytesOf(first->file), before);
    QCOMPARE(progress::listBackups(copies)->size(), std::size_t(1));
    QCOMPARE(store->profiles()->size(), std::size_t(2));
}

void TestSmallDisk::aReadOnlyFolderIsNamedAndLeftAsItIs() {
    SmallDisk disk(1024);
    QVERIFY2(disk.problem().isEmpty(), qPrintable(disk.problem()));
    Program program;
    program.paths.database = disk.path() / "progress.sqlite";
    program.paths.backups = disk.path() / "backups";
    QVERIFY(program.start());
    QVERIFY(program.models().learner.setName(QStringLiteral("Mara")));
    program.end();
    const QByteArray before = bytesOf(program.paths.database);
    QVERIFY(disk.setReadOnly(true));
    const SystemClock clock;
    jobs::ImmediateJobRunner jobs;
    const auto made = app::Application::create(*qApp, program.options, program.paths,
                                               {clock, jobs, program.dialogs});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::FileUnwritable);
    const QString sentence = text::errorSentence(made.error());
    QVERIFY2(sentence.contains(QStringLiteral("progress.sqlite cannot be written")),
             qPrintable(sentence));
    QCOMPARE(bytesOf(program.paths.database), before);
    QVERIFY(disk.setReadOnly(false));
    QVERIFY(program.start());
    QCOMPARE(program.models().learner.name(), QStringLiteral("Mara"));
}

int main(int argc, char** argv) {
    // Before Qt has a thread: a namespace is a thread's own.
    g_noMounts = enterOwnMounts();
    QApplication app(argc, argv);
    TestSmallDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_small_disk.moc"
