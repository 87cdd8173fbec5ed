#include "casepack/case_image.h"
#include "casepack/pack_writer.h"
#include "casepack/truth.h"
#include "dicom/dictionary.h"
#include "dicom/series.h"
#include "support/dicom_writer.h"
#include "support/pack_source.h"
#include "support/rt_struct.h"
#include <QTest>
#include <numbers>

using namespace nodewise;
using namespace nodewise::casepack;
using serial::Json;
using test::BallPhantom;
using test::PackSource;
namespace fs = std::filesystem;

class TestPackWriter : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<PackSource> m_source;
    NullJobControl m_job;

    [[nodiscard]] Result<BuildReport> build() {
        return buildPack(m_source->folder(), m_source->beside("out.nwpack"), m_job);
    }
    /// The word of the error; a refusal must leave no pack behind.
    [[nodiscard]] QString refusal() {
        const auto built = build();
        if (built)
            return QStringLiteral("built");
        if (fs::exists(m_source->beside("out.nwpack")))
            return QStringLiteral("left a pack behind");
        const auto code = errorWord(built.error().code);
        return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
    }
    template <class Change>
    void change(const std::string& file, Change&& edit) {
        Json json = m_source->json(file);
        edit(json);
        m_source->writeJson(file, json);
    }
    Json& nodeOf(Json& truth) { return *firstOf(truth, "nodes"); }
    /// The first element of a member, to be changed in place.
    Json* firstOf(Json& json, const char* member) {
        m_element = std::make_unique<Json>(json.find(member)->elements()[0]);
        return m_element.get();
    }
    void putFirst(Json& json, const char* member) {
        json.set(member, Json::array().push(*m_element));
    }
    /// Changes one member of the first element of a list in a file.
    void changeElement(const std::string& file, const char* list, const char* member, Json value) {
        change(file, [&](Json& json) {
            firstOf(json, list)->set(member, std::move(value));
            putFirst(json, list);
        });
    }
    void setBuild(Json order) {
        change("cases/ball-1/case.json", [&](Json& json) { json.set("build", std::move(order)); });
    }

    std::unique_ptr<Json> m_element;

private Q_SLOTS:
    void init() { m_source = std::make_unique<PackSource>(); }

    void refusesWithoutRights() {
        fs::remove(m_source->folder() / "rights.json");
        QCOMPARE(refusal(), QStringLiteral("RightsMissing"));
    }

    void refusesACaseThatRightsDoNotName() {
        changeElement("rights.json", "cases", "case", "other");
        QCOMPARE(refusal(), QStringLiteral("CaseNotFound"));
    }

    void refusesWhatBreaksASchema_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* file, const char* member, const char* value) {
            QTest::addRow("%s %s", file, member)
                << QString::fromLatin1(file) << QString::fromLatin1(member)
                << QString::fromLatin1(value);
        };
        row("pack.json", "id", "\"not-a-uuid\"");
        row("pack.json", "version", "\"1.0\"");
        row("pack.json", "authors", "[]");
        row("pack.json", "script", "\"x\"");
        row("rights.json", "cases", "[]");
        row("cases/ball-1/case.json", "difficulty", "6");
        row("cases/ball-1/case.json", "edition", "\"TNM7\"");
        row("cases/ball-1/case.json", "nodes", "[]");
        row("cases/ball-1/case.json", "answer", "\"G3\"");
        row("cases/ball-1/case.json", "history", "{\"site\": \"ear\"}");
        row("truth/ball-1/truth.json", "source", "\"\"");
        row("truth/ball-1/truth.json", "nodes", "[{\"id\": \"n1\"}]");
        row("i18n/de.json", "cases", "{\"ball-1\": {\"html\": \"x\"}}");
    }
    void refusesWhatBreaksASchema() {
        QFETCH(QString, file);
        QFETCH(QString, member);
        QFETCH(QString, value);
        change(file.toStdString(), [&](Json& json) {
            json.set(member.toStdString(), *serial::parseJson(value.toStdString()));
        });
        QCOMPARE(refusal(), QStringLiteral("SchemaViolation"));
    }

    void refusesACaseWithoutTruth() {
        fs::remove_all(m_source->folder() / "truth");
        QCOMPARE(refusal(), QStringLiteral("TruthSealed"));
    }

    void refusesATruthWithoutCase() {
        m_source->write("truth/other/truth.json", std::string("{}"));
        QCOMPARE(refusal(), QStringLiteral("CaseNotFound"));
    }

    void refusesANodeTheTruthDoesNotKnow() {
        changeElement("cases/ball-1/case.json", "nodes", "id", "n2");
        QCOMPARE(refusal(), QStringLiteral("NodeNotFound"));
    }

    void refusesSidesThatDisagree() {
        changeElement("cases/ball-1/case.json", "nodes", "side", "right");
        QCOMPARE(refusal(), QStringLiteral("TruthInconsistent"));
    }

    void refusesALabelWithoutVoxels() {
        changeElement("truth/ball-1/truth.json", "nodes", "label", 5);
        QCOMPARE(refusal(), QStringLiteral("LabelAbsent"));
    }

    void refusesACentreOutsideTheOutline() {
        changeElement("truth/ball-1/truth.json", "nodes", "centreLpsMm",
                      Json::arrayOf(std::array{0.0, 0.0, 0.0}));
        QCOMPARE(refusal(), QStringLiteral("TruthInconsistent"));
    }

    void refusesADistributionThatDoesNotSumToOne() {
        changeElement("truth/ball-1/truth.json", "nodes", "distribution",
                      Json::arrayOf(std::array{0.5, 0.2, 0.0, 0.0}));
        QCOMPARE(refusal(), QStringLiteral("ValueOutOfRange"));
    }

    void refusesOutlinesOnAnotherGrid() {
        BallPhantom moved;
        moved.grid = GridGeometry::axisAligned({40, 36, 18}, {1, 1, 2}, {-20, -18, 101});
        m_source->put("truth/ball-1/labels.nrrd", moved.labels());
        QCOMPARE(refusal(), QStringLiteral("GridMismatch"));
    }

    void refusesALanguageWithoutTexts() {
        fs::remove(m_source->folder() / "i18n/de.json");
        QCOMPARE(refusal(), QStringLiteral("FileNotFound"));
    }

    void refusesAFolderThatIsNoPack() {
        fs::remove_all(m_source->folder());
        QCOMPARE(refusal(), QStringLiteral("FileNotFound"));
    }

    void keepsSizesTheAuthorGave() {
        changeElement("truth/ball-1/truth.json", "nodes", "shortAxisMm", 12.5);
        QVERIFY(build().has_value());
        const auto pack =
            openPack(m_source->beside("out.nwpack"), m_source->beside("work"), {}, m_job);
        const auto truth = openCaseTruth(**pack, CaseId("ball-1"), m_job);
        QCOMPARE(truth->truth.nodes.front().shortAxisMm, 12.5);
        QVERIFY(truth->truth.nodes.front().longAxisMm > 15);
    }

    void leavesTheAuthorsPathsOut() {
        setBuild(Json::object().set("labels", "../../truth/ball-1/labels.nrrd"));
        QVERIFY(build().has_value());
        const auto pack =
            openPack(m_source->beside("out.nwpack"), m_source->beside("work"), {}, m_job);
        const auto text = serial::readFile((*pack)->folder() / "cases/ball-1/case.json");
        QVERIFY(text->find("build") == std::string::npos);
    }

    /// Outlines under other numbers, chosen by name and by number.
    void renumbersRegions() {
        LabelGrid labels = BallPhantom().labels();
        for (std::uint16_t& label : labels.labels)
            label = label == 4 ? 17 : (label == 9 ? 3 : 5);
        labels.names = {{17, "GTVn"}, {3, "SCM"}};
        m_source->put("outlines.nrrd", labels);
        fs::remove(m_source->folder() / "truth/ball-1/labels.nrrd");
        const Json regions = Json::object().set("n1", "GTVn").set("sternocleidomastoid_left", 3);
        setBuild(Json::object().set("labels", "../../outlines.nrrd").set("regions", regions));
        const auto built = build();
        QVERIFY2(built.has_value(), built ? "" : built.error().detail.c_str());
        const auto pack =
            openPack(m_source->beside("out.nwpack"), m_source->beside("work"), {}, m_job);
        const auto truth = openCaseTruth(**pack, CaseId("ball-1"), m_job);
        QVERIFY(std::ranges::equal(truth->labels.labels(), BallPhantom().labels().labels));
    }

    void refusesARegionThatIsNotThere() {
        setBuild(Json::object()
                     .set("labels", "../../truth/ball-1/labels.nrrd")
                     .set("regions", Json::object().set("n1", "GTVn")));
        QCOMPARE(refusal(), QStringLiteral("LabelAbsent"));
    }

    void buildsFromDicomAndRtStruct();
    void packsDicomFilesOnlyWhenTheyAreDeidentified();

private:
    /// The phantom as a series of DICOM files that name a patient, in the folder "dicom".
    void writeSeries();
};

void TestPackWriter::writeSeries() {
    fs::remove_all(m_source->folder() / "cases/ball-1/images");
    fs::create_directories(m_source->folder() / "dicom");
    const BallPhantom phantom;
    const VolumePtr volume = phantom.volume();
    const auto [columns, rows, slices] = phantom.grid.dims();
    for (int k = 0; k < slices; ++k) {
        test::CtSlice slice;
        slice.columns = columns;
        slice.rows = rows;
        slice.spacing = {1, 1};
        slice.position = {-20, -18, 100.0 + 2 * k};
        slice.instance = k + 1;
        for (int j = 0; j < rows; ++j)
            for (int i = 0; i < columns; ++i)
                slice.words.push_back(
                    static_cast<quint16>(static_cast<int>(volume->value({i, j, k})) + 1024));
        slice.intercept = -1024;
        test::DicomWriter writer = slice.writer();
        writer.text(0x00100010, "PN", "Secret^Patient");
        const fs::path file = m_source->folder() / "dicom" / std::to_string(k);
        QVERIFY(writer.write(QString::fromStdString(file.string())));
    }
}

void TestPackWriter::buildsFromDicomAndRtStruct() {
    writeSeries();
    const BallPhantom phantom;
    // The ball's circles as contours, 72 corners each.
    QList<QByteArray> contours;
    for (int k = 0; k < 18; ++k) {
        const double z = 100.0 + 2 * k, dz = z - phantom.centre.z;
        if (std::abs(dz) >= phantom.radiusMm)
            continue;
        const double radius = std::sqrt(phantom.radiusMm * phantom.radiusMm - dz * dz);
        QByteArray points;
        for (int corner = 0; corner < 72; ++corner) {
            const double angle = corner * std::numbers::pi / 36;
            points += (points.isEmpty() ? "" : "\\") +
                      QByteArray::number(phantom.centre.x + radius * std::cos(angle), 'f', 3) +
                      "\\" +
                      QByteArray::number(phantom.centre.y + radius * std::sin(angle), 'f', 3) +
                      "\\" + QByteArray::number(z);
        }
        contours.push_back(points);
    }
    const fs::path outline = m_source->folder() / "outline.dcm";
    QVERIFY(test::rtStruct({{5, "GTVn1", contours}}).write(QString::fromStdString(outline)));
    change("truth/ball-1/truth.json", [](Json& json) { json.remove("structures"); });
    setBuild(Json::object()
                 .set("images", "../../dicom")
                 .set("labels", "../../outline.dcm")
                 .set("regions", Json::object().set("n1", "GTVn1")));
    const auto built = build();
    QVERIFY2(built.has_value(), built ? "" : built.error().detail.c_str());
    const auto pack = openPack(m_source->beside("out.nwpack"), m_source->beside("work"), {}, m_job);
    const auto image = openCaseImage(**pack, CaseId("ball-1"), {}, m_job);
    QVERIFY(std::ranges::equal((*image)->int16Voxels(), phantom.volume()->int16Voxels()));
    const auto truth = openCaseTruth(**pack, CaseId("ball-1"), m_job);
    const double exact = 4.0 / 3 * std::numbers::pi * 512 / 2;  // Voxels of 2 mm³.
    QVERIFY(std::abs(static_cast<double>(truth->labels.count(4)) / exact - 1) < 0.05);
    // No header of the patient went into the pack.
    for (const auto& file : fs::recursive_directory_iterator((*pack)->folder()))
        if (file.is_regular_file())
            QVERIFY(serial::readFile(file.path())->find("Secret") == std::string::npos);
}

void TestPackWriter::packsDicomFilesOnlyWhenTheyAreDeidentified() {
    writeSeries();
    change("cases/ball-1/case.json", [](Json& json) {
        json.set("image", Json::object().set("kind", "dicom"));
        json.set("build", Json::object().set("images", "../../dicom").set("keepDicom", true));
    });
    QCOMPARE(refusal(), QStringLiteral("RightsMissing"));
    changeElement("rights.json", "cases", "deidentification", "header cleaned by hand");
    const auto built = build();
    QVERIFY2(built.has_value(), built ? "" : built.error().detail.c_str());
    const auto pack = openPack(m_source->beside("out.nwpack"), m_source->beside("work"), {}, m_job);
    QVERIFY(fs::exists((*pack)->folder() / "cases/ball-1/images/000018.dcm"));
    const auto image = openCaseImage(**pack, CaseId("ball-1"), {}, m_job);
    QVERIFY(std::ranges::equal((*image)->int16Voxels(), BallPhantom().volume()->int16Voxels()));
}

QTEST_APPLESS_MAIN(TestPackWriter)
#include "tst_pack_writer.moc"
