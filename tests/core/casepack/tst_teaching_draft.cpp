#include "casepack/case_image.h"
#include "casepack/pack_writer.h"
#include "casepack/truth.h"
#include "dicom/series.h"
#include "support/rt_struct.h"
#include "support/teaching_draft.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <numbers>

using namespace nodewise;
using namespace nodewise::casepack;
namespace fs = std::filesystem;

namespace {

/// The author's outline as contours: the circles of an ellipsoid, 48 corners each.
QList<QByteArray> contoursOf(const GridGeometry& grid) {
    const PointLps centre = grid.toPatient(test::kDraftCentre);
    QList<QByteArray> contours;
    for (int k = 0; k < grid.dims()[2]; ++k) {
        const double z = grid.toPatient(VoxelIndex{0, 0, k}).z, dz = (z - centre.z) / 10;
        if (std::abs(dz) >= 1)
            continue;
        const double scale = std::sqrt(1 - dz * dz);
        QByteArray points;
        for (int corner = 0; corner < 48; ++corner) {
            const double angle = corner * std::numbers::pi / 24;
            points += (points.isEmpty() ? "" : "\\") +
                      QByteArray::number(centre.x + 7 * scale * std::cos(angle), 'f', 3) + "\\" +
                      QByteArray::number(centre.y + 8 * scale * std::sin(angle), 'f', 3) + "\\" +
                      QByteArray::number(z, 'f', 3);
        }
        contours.push_back(points);
    }
    return contours;
}

}  // namespace

/// A real head and neck CT becomes a teaching draft, with an author's outline as NRRD labels and as
/// RTSTRUCT. Fails when the shared data are missing.
class TestTeachingDraft : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    NullJobControl m_job;
    VolumePtr m_volume;
    [[nodiscard]] QString at(const char* name) const {
        return m_dir.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] Result<PackPtr> built() {
        const fs::path out = at("draft.nwpack").toStdString();
        const auto report = buildPack(m_dir.path().toStdString(), out, m_job);
        if (!report)
            return fail(report.error());
        return openPack(out, at("work").toStdString(), {}, m_job);
    }
    void checkDraft(const Pack& pack) {
        const CaseId id = pack.cases().front().id;
        const auto image = openCaseImage(pack, id, {}, m_job);
        QVERIFY((*image)->geometry().sameGridAs(m_volume->geometry()));
        QVERIFY(std::ranges::equal((*image)->int16Voxels(), m_volume->int16Voxels()));
        const auto truth = openCaseTruth(pack, id, m_job);
        QVERIFY(truth.has_value());
        const NodeTruth& node = truth->truth.nodes.front();
        const PointLps drawn = m_volume->geometry().toPatient(test::kDraftCentre);
        QVERIFY(distance(node.centre, drawn) < 0.5);
        QCOMPARE(node.kind, TruthKind::TeachingDraft);
        // Axes of 14 × 16 × 20 mm on voxels of 1 × 1 × 3 mm: within a voxel.
        QVERIFY(std::abs(node.shortAxisMm - 14) <= 1.01);
        QVERIFY(std::abs(node.longAxisMm - 16) <= 1.01);
        QVERIFY(std::abs(node.greatestMm - 20) <= 3.01);
        const double exact = 4.0 / 3 * std::numbers::pi * 7 * 8 * 10 / 3;
        QVERIFY(std::abs(static_cast<double>(truth->labels.count(1)) / exact - 1) < 0.05);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(QDir().mkpath(at("images")));
        QVERIFY2(test::unpackShared(QStringLiteral("hn-ct-pycerr/head_and_neck_pt_1.tar.xz"),
                                    at("images")),
                 "../shared/data/hn-ct-pycerr is missing");
        const std::vector<fs::path> paths{at("images").toStdString()};
        const auto scan = dicom::scanSeries(paths, m_job);
        QVERIFY(scan.has_value());
        const auto volume = dicom::loadSeries(scan->series.front(), m_job);
        QVERIFY(volume.has_value());
        m_volume = *volume;
        test::writeDraftTexts(m_dir.path());
    }

    void becomesACaseFromNrrdLabels() {
        QVERIFY(test::writeDraftOutline(*m_volume, at("outline.nrrd")));
        QElapsedTimer timer;
        timer.start();
        const auto pack = built();
        QVERIFY2(pack.has_value(), pack ? "" : pack.error().detail.c_str());
        qInfo("built and opened in %lld ms", static_cast<long long>(timer.elapsed()));
        checkDraft(**pack);
    }

    void becomesACaseFromAnRtStruct() {
        QVERIFY(test::rtStruct({{3, "GTVn left", contoursOf(m_volume->geometry())},
                                {4, "elsewhere", {test::square(-20, -10, -20, -10, -90)}}})
                    .write(at("outline.dcm")));
        const QString file = at("cases/draft-1/case.json");
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QByteArray text = in.readAll();
        in.close();
        text.replace("outline.nrrd", "outline.dcm").replace(R"("n1":1)", R"("n1":"GTVn left")");
        test::writeFile(file, text);
        const auto pack = built();
        QVERIFY2(pack.has_value(), pack ? "" : pack.error().detail.c_str());
        checkDraft(**pack);
    }
};

QTEST_APPLESS_MAIN(TestTeachingDraft)
#include "tst_teaching_draft.moc"
