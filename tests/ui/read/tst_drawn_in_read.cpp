// Everything that is drawn while a case is read is there again when it is taken up, and goes with
// it.
#include "support/read_desk.h"
#include "support/temp_store.h"
#include "ui/models/drawn_memory.h"
#include "ui/viewer/viewer_model.h"
#include <QtTest>

using namespace nodewise;
using viewer::Measurement;
using viewer::MeasurementKind;

namespace {

constexpr std::array kKinds{MeasurementKind::Pair,    MeasurementKind::Ruler,
                            MeasurementKind::Angle,   MeasurementKind::Ellipse,
                            MeasurementKind::Polygon, MeasurementKind::Probe};

/// One of each kind, at places of its own.
std::vector<Measurement> oneOfEach() {
    std::vector<Measurement> all;
    for (std::size_t n = 0; n < kKinds.size(); ++n) {
        Measurement one;
        const double x = static_cast<double>(n);
        if (kKinds[n] == MeasurementKind::Pair) {
            one = viewer::makePair({x, 0, 1}, {x + 6, 0, 1}, {0, 0, 1});
        } else {
            one.kind = kKinds[n];
            one.normal = {0, 0, 1};
            for (int point = 0; point < viewer::pointCount(one.kind); ++point)
                one.points.push_back({x + point * 2.5, point % 2 * 3.25, 1});
        }
        all.push_back(std::move(one));
    }
    return all;
}

progress::UnfinishedCase leftUnfinished(const tests::FakeReadingServices& services) {
    progress::UnfinishedCase left;
    left.opened.session = session::SessionId("earlier");
    left.opened.ref = {PackId("pack"), "1", CaseId("case-27")};
    for (const auto& node : services.record.nodes)
        left.opened.nodes.push_back({node.id, node.side, node.level});
    return left;
}

}  // namespace

class TestDrawnInRead : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsThereAgain();
    void aTypedSizeIsNotOverwritten();
    void undoGoesNoFurtherBack();
    void anotherCaseStartsEmpty();
    void theStoreKeepsTheLatestReadings();
};

void TestDrawnInRead::everyKindIsThereAgain() {
    tests::ReadDesk desk;
    desk.open();
    auto& views = desk.screen.viewerModel();
    desk.mark();
    for (const Measurement& one : oneOfEach())
        views.addMeasurement(one);
    const auto drawn = views.measurements();
    QCOMPARE(drawn.size(), kKinds.size());
    QCOMPARE(drawn.front().markNumber, 1);
    views.toggleKeyImage(viewer::ViewPlane::Sagittal);
    desk.model.close();
    QVERIFY(views.measurements().empty());
    QVERIFY(!desk.services.drawings.empty());
    desk.services.left = leftUnfinished(desk.services);
    desk.open();
    QCOMPARE(desk.model.state(), models::ReadingState::Calling);
    QCOMPARE(views.measurements().size(), drawn.size());
    for (std::size_t n = 0; n < drawn.size(); ++n) {
        QCOMPARE(views.measurements()[n].kind, drawn[n].kind);
        QCOMPARE(views.measurements()[n].points, drawn[n].points);
        QCOMPARE(views.measurements()[n].markNumber, drawn[n].markNumber);
    }
    QCOMPARE(views.keyImages().size(), std::size_t{1});
    QCOMPARE(views.keyImages().front().plane, viewer::ViewPlane::Sagittal);
}

void TestDrawnInRead::aTypedSizeIsNotOverwritten() {
    tests::ReadDesk desk;
    desk.open();
    auto& views = desk.screen.viewerModel();
    views.addMeasurement(oneOfEach().front());
    QVERIFY(desk.model.draft().longAxisMm.has_value());
    NodeCall call = desk.model.draft();
    call.longAxisMm = 33.0;
    desk.model.setDraft(call);
    desk.model.close();
    auto left = leftUnfinished(desk.services);
    progress::Draft draft;
    draft.node = NodeId("node-1");
    draft.call = call;
    left.drafts.push_back(draft);
    desk.services.left = left;
    desk.open();
    QCOMPARE(views.measurements().size(), std::size_t{1});
    QCOMPARE(desk.model.draft().longAxisMm, std::optional(33.0));
}

void TestDrawnInRead::undoGoesNoFurtherBack() {
    tests::ReadDesk desk;
    desk.open();
    desk.screen.viewerModel().addMeasurement(oneOfEach()[1]);
    desk.model.close();
    desk.services.left = leftUnfinished(desk.services);
    desk.open();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.screen.viewerModel().measurements().size(), std::size_t{1});
    // Deleted, it stays away.
    desk.press(Qt::Key_Delete);
    QVERIFY(desk.screen.viewerModel().measurements().empty());
    desk.model.close();
    desk.open();
    QVERIFY(desk.screen.viewerModel().measurements().empty());
}

void TestDrawnInRead::anotherCaseStartsEmpty() {
    tests::ReadDesk desk;
    desk.open();
    desk.screen.viewerModel().addMeasurement(oneOfEach()[1]);
    desk.model.close();
    desk.open();  // Nothing was left unfinished: a new reading.
    QVERIFY(desk.screen.viewerModel().measurements().empty());
}

void TestDrawnInRead::theStoreKeepsTheLatestReadings() {
    tests::TempStore store;
    {
        models::DrawnMemory memory(*store);
        for (int n = 0; n < 24; ++n)
            QVERIFY(memory.keep(session::SessionId(std::to_string(n)), "[{\"n\":1}]").has_value());
        QVERIFY(memory.keep(session::SessionId("20"), {}).has_value());
    }
    store.reopen();
    const models::DrawnMemory memory(*store);
    QCOMPARE(memory.of(session::SessionId("23")), std::string("[{\"n\":1}]"));
    QVERIFY(memory.of(session::SessionId("20")).empty());
    QVERIFY(memory.of(session::SessionId("3")).empty());
    QVERIFY(!memory.of(session::SessionId("4")).empty());
}

QTEST_MAIN(TestDrawnInRead)
#include "tst_drawn_in_read.moc"
