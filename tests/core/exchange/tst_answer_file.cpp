// Answer files: written, read back, tampered with, cut off, merged in any order.
#include "archive/manifest.h"
#include "archive/sha256.h"
#include "archive/zip_reader.h"
#include "archive/zip_writer.h"
#include "exchange/answer_file.h"
#include "session/events_json.h"
#include "support/reading_samples.h"
#include <QTemporaryDir>
#include <QTest>

using namespace nodewise;
using namespace nodewise::exchange;
using namespace nodewise::tests;

class TestAnswerFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsBackWhatWasWritten();
    void theSameAnswersGiveTheSameBytes();
    void carriesNoNameAndNoFeedback();
    void carriesTheSeedOfATest();
    void namesPacksWithTheirHash();
    void refusesUnknownProfileAndBlankPseudonym();
    void refusesEveryChangedEntry_data();
    void refusesEveryChangedEntry();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesALogThatDoesNotFit_data();
    void refusesALogThatDoesNotFit();
    void readsWithoutSignature();
    void refusesALaterVersion();
    void stopsWhenCancelled();

private:
    struct Cancelling final : JobControl {
        void report(double, std::string_view) override {}
        bool cancelled() const override { return true; }
    };

    std::filesystem::path in(const char* name) const {
        return std::filesystem::path(m_dir.filePath(QLatin1String(name)).toStdString());
    }
    std::vector<archive::ZipItem> entriesOf(const std::filesystem::path& file) const;

    QTemporaryDir m_dir;
    NullJobControl m_job;
    archive::KeyPair m_key = archive::generateKey("test");
    std::vector<session::Event> m_log;
    ProfileId m_profile{"p-1"};
};

void TestAnswerFile::init() {
    const Timestamp start(std::chrono::minutes(29'000'000));
    m_log.clear();
    const auto add = [&](session::EventBody body, const ProfileId& profile) {
        const auto at = start + std::chrono::milliseconds(m_log.size());
        m_log.push_back({newUuid(), at, profile, std::move(body)});
    };
    const auto opened = sampleCase();
    const auto call = sampleCommit(opened);
    add(session::ProfileCreated{"Jane Doe"}, m_profile);
    add(session::ProfileCreated{"Somebody Else"}, ProfileId("p-2"));
    add(session::ProfileRenamed{"Jane A. Doe"}, m_profile);
    add(opened, m_profile);
    add(call, m_profile);
    add(session::NodeScored{call.call, sampleScore()}, m_profile);
    add(session::FeedbackSeen{call.call}, m_profile);
    add(session::CallDisputed{call.call, "The margin is motion."}, m_profile);
}

std::vector<archive::ZipItem> TestAnswerFile::entriesOf(const std::filesystem::path& file) const {
    std::vector<archive::ZipItem> items;
    const auto entries = archive::listZip(file).value();
    for (const archive::ZipEntry& entry : entries)
        items.push_back({entry.name, archive::readZipEntry(file, entry.name).value(), false});
    return items;
}

void TestAnswerFile::readsBackWhatWasWritten() {
    const auto answers = answersOf(m_log, {m_profile, "reader-07", "1.2.3", {}});
    QVERIFY(answers);
    QVERIFY(writeAnswers(in("a.nwanswers"), *answers, m_key, m_job));
    const auto back = readAnswers(in("a.nwanswers"), m_job);
    QVERIFY2(back, back ? "" : back.error().detail.c_str());
    QCOMPARE(back->profile, answers->profile);
    QCOMPARE(back->pseudonym, std::string("reader-07"));
    QCOMPARE(back->appVersion, std::string("1.2.3"));
    QVERIFY(back->packs == answers->packs);
    QVERIFY(back->events == answers->events);
    QVERIFY(back->signer == m_key.publicKey);
    QCOMPARE(back->events.size(), std::size_t{6});
}

void TestAnswerFile::theSameAnswersGiveTheSameBytes() {
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(writeAnswers(in("one"), *answers, m_key, m_job));
    QVERIFY(writeAnswers(in("two"), *answers, m_key, m_job));
    QFile one(m_dir.filePath(QStringLiteral("one"))), two(m_dir.filePath(QStringLiteral("two")));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(one.readAll(), two.readAll());
}

void TestAnswerFile::carriesNoNameAndNoFeedback() {
    const auto answers = answersOf(m_log, {m_profile, "reader-07", "1", {}});
    std::string text;
    for (const session::Event& event : answers->events)
        text += serial::toJsonText(session::toJson(event));
    QVERIFY(text.find("Doe") == std::string::npos);
    QVERIFY(text.find("Somebody") == std::string::npos);
    QVERIFY(text.find("reader-07") != std::string::npos);
    for (const session::Event& event : answers->events)
        if (const auto* scored = std::get_if<session::NodeScored>(&event.body))
            QVERIFY(scored->score.feedbackJson.empty());
}

/// All 64 bits, with the cases the seed drew and the timings of what was read.
void TestAnswerFile::carriesTheSeedOfATest() {
    const session::ActivityStarted test{session::ActivityId("a-1"), session::ActivityKind::Test,
                                        0xFEDC'BA98'7654'3211U,     "Test",
                                        {sampleCase().ref},         90};
    const Timestamp later = m_log.back().at + std::chrono::minutes(1);
    m_log.push_back({newUuid(), later, m_profile, test});
    m_log.push_back({newUuid(), later, m_profile, session::ActivityEnded{test.activity}});
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(answers && writeAnswers(in("a.nwanswers"), *answers, m_key, m_job));
    const auto back = readAnswers(in("a.nwanswers"), m_job);
    QVERIFY2(back, back ? "" : back.error().detail.c_str());
    int tests = 0, calls = 0;
    for (const session::Event& event : back->events) {
        if (const auto* found = std::get_if<session::ActivityStarted>(&event.body)) {
            ++tests;
            QVERIFY(*found == test);
        }
        if (const auto* call = std::get_if<session::NodeCallCommitted>(&event.body)) {
            ++calls;
            QVERIFY(call->trace == sampleTrace());
        }
    }
    QVERIFY(tests == 1 && calls == 1);
}

void TestAnswerFile::namesPacksWithTheirHash() {
    const auto ref = sampleCase().ref;
    const std::string hash(64, 'a');
    const auto known = answersOf(m_log, {m_profile, "r", "1", {{ref.pack, ref.packVersion, hash}}});
    QCOMPARE(known->packs.size(), std::size_t{1});
    QCOMPARE(known->packs.front().manifestHash, hash);
    const auto other = answersOf(m_log, {m_profile, "r", "1", {{ref.pack, "9.9.9", hash}}});
    QCOMPARE(other->packs.front().manifestHash, std::string());
}

void TestAnswerFile::refusesUnknownProfileAndBlankPseudonym() {
    QCOMPARE(answersOf(m_log, {ProfileId("p-3"), "r", "1", {}}).error().code,
             ErrorCode::InvalidArgument);
    for (const std::string& name : {std::string(), std::string("  "), std::string(81, 'x')})
        QCOMPARE(answersOf(m_log, {m_profile, name, "1", {}}).error().code,
                 ErrorCode::InvalidArgument);
}

void TestAnswerFile::refusesEveryChangedEntry_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("code");
    QTest::newRow("mimetype") << "mimetype"
                              << "FormatUnknown";
    QTest::newRow("head") << "answers.json"
                          << "HashMismatch";
    QTest::newRow("events") << "events.jsonl"
                            << "HashMismatch";
    QTest::newRow("manifest") << "manifest-sha256.txt"
                              << "HashMismatch";
    QTest::newRow("signature") << "signatures"
                               << "SignatureInvalid";
}

void TestAnswerFile::refusesEveryChangedEntry() {
    QFETCH(QString, entry);
    QFETCH(QString, code);
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(writeAnswers(in("good"), *answers, m_key, m_job));
    auto items = entriesOf(in("good"));
    for (archive::ZipItem& item : items)
        if (item.name.starts_with(entry.toStdString())) {
            auto& text = std::get<std::string>(item.content);
            // A digit or letter becomes its neighbour: the form stays, the content does not.
            const std::size_t at = text.find_first_of("0123456789abcd", text.size() / 2);
            text[at] = text[at] == '0' ? '1' : text[at] == 'a' ? 'b' : text[at] == '9' ? '8' : 'a';
        }
    QVERIFY(archive::writeZip(in("changed"), items, m_job));
    const auto back = readAnswers(in("changed"), m_job);
    QVERIFY(!back);
    QVERIFY(!back.error().path.empty());
    if (entry == QLatin1String("manifest-sha256.txt"))
        QVERIFY(back.error().code == ErrorCode::HashMismatch ||
                back.error().code == ErrorCode::FormatDamaged ||
                back.error().code == ErrorCode::SignatureInvalid);
    else
        QCOMPARE(QString::fromUtf8(errorWord(back.error().code).data()), code);
}

void TestAnswerFile::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("these are no answers");
    QTest::newRow("zip head alone") << QByteArray("PK\x03\x04", 4);
}

void TestAnswerFile::refusesOtherFiles() {
    QFETCH(QByteArray, bytes);
    QFile file(m_dir.filePath(QStringLiteral("other")));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    const auto back = readAnswers(in("other"), m_job);
    QVERIFY(!back);
    QVERIFY(back.error().code == ErrorCode::FormatUnknown ||
            back.error().code == ErrorCode::ArchiveDamaged);
}

void TestAnswerFile::refusesALogThatDoesNotFit_data() {
    QTest::addColumn<int>("erase");
    QTest::addColumn<int>("repeat");
    // Places in the answers: 0 profile, 1 opened, 2 call, 3 score, 4 seen, 5 objection.
    QTest::newRow("no profile") << 0 << -1;
    QTest::newRow("no reading") << 1 << -1;
    QTest::newRow("no call") << 2 << -1;
    QTest::newRow("profile twice") << -1 << 0;
    QTest::newRow("reading twice") << -1 << 1;
    QTest::newRow("call twice") << -1 << 2;
    QTest::newRow("score twice") << -1 << 3;
}

void TestAnswerFile::refusesALogThatDoesNotFit() {
    QFETCH(int, erase);
    QFETCH(int, repeat);
    auto answers = answersOf(m_log, {m_profile, "r", "1", {}}).value();
    if (erase >= 0)
        answers.events.erase(answers.events.begin() + erase);
    if (repeat >= 0) {
        auto again = answers.events[static_cast<std::size_t>(repeat)];
        again.id = newUuid();
        answers.events.push_back(again);
    }
    const auto written = writeAnswers(in("bad"), answers, m_key, m_job);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    QVERIFY(written.error().place.starts_with("events.jsonl line "));
}

void TestAnswerFile::readsWithoutSignature() {
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(writeAnswers(in("signed"), *answers, m_key, m_job));
    auto items = entriesOf(in("signed"));
    std::erase_if(items, [](const auto& item) { return item.name.starts_with("signatures/"); });
    QVERIFY(archive::writeZip(in("unsigned"), items, m_job));
    const auto back = readAnswers(in("unsigned"), m_job);
    QVERIFY(back);
    QVERIFY(!back->signer);
}

void TestAnswerFile::refusesALaterVersion() {
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(writeAnswers(in("now"), *answers, m_key, m_job));
    auto items = entriesOf(in("now"));
    std::erase_if(items, [](const auto& item) { return item.name.starts_with("signatures/"); });
    archive::Manifest manifest;
    for (archive::ZipItem& item : items) {
        auto& text = std::get<std::string>(item.content);
        if (item.name == "answers.json")
            text.replace(text.find("\"formatVersion\": 1"), 18, "\"formatVersion\": 2");
        if (item.name != "manifest-sha256.txt")
            manifest[item.name] = archive::sha256Hex(text);
    }
    for (archive::ZipItem& item : items)
        if (item.name == "manifest-sha256.txt")
            item.content = archive::manifestText(manifest);
    QVERIFY(archive::writeZip(in("later"), items, m_job));
    QCOMPARE(readAnswers(in("later"), m_job).error().code, ErrorCode::VersionUnsupported);
}

void TestAnswerFile::stopsWhenCancelled() {
    const auto answers = answersOf(m_log, {m_profile, "r", "1", {}});
    QVERIFY(writeAnswers(in("whole"), *answers, m_key, m_job));
    Cancelling job;
    QCOMPARE(readAnswers(in("whole"), job).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestAnswerFile)
#include "tst_answer_file.moc"
