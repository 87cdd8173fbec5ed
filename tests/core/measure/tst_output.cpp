// What `measure` gives, in every state of a node, against cases/schema/measurements.schema.json.
#include "measure/measurements_json.h"
#include "neck_scene.h"
#include "serial/file_io.h"
#include "serial/schema.h"
#include <QtTest>

using namespace nodewise;
using namespace nodewise::measure;

namespace {

std::string schema() {
    return serial::readFile(NODEWISE_SOURCE_DIR "/cases/schema/measurements.schema.json")
        .value_or("");
}

/// A node of 8 mm in fat beside a muscle and another node; some of it changed by a row.
struct State {
    double slice = 0.8, fatHu = -100, coreHu = 20;
    PointLps at;
    Inside mask = ball(8);
    bool structures = true, neighbour = true;
    VoxelMeaning meaning = VoxelMeaning::Hounsfield;

    [[nodiscard]] Result<Measurements> measure() const {
        const auto grid = centredGrid({92, 92, static_cast<int>(48 / slice)}, {0.5, 0.5, slice});
        const auto own = [&](PointLps p) { return PointLps{p.x - at.x, p.y - at.y, p.z - at.z}; };
        const Inside muscle = [](PointLps p) { return p.y > 6.5 && p.y < 18 && !ball(8)(p); };
        const Inside other = ball(5, {-13.3, 0, 0});
        CtVolume::FloatVoxels voxels(grid.voxelCount());
        for (std::size_t n = 0; n < voxels.size(); ++n) {
            const PointLps p = own(grid.toPatient(grid.indexOf(n)));
            const bool node = ball(8)(p) || (neighbour && other(p));
            const double hu = ball(3)(p) ? coreHu : node ? 95.0 : muscle(p) ? 60.0 : fatHu;
            voxels[n] = static_cast<float>(hu);
        }
        LabelMap labels = paintLabels(grid, [&](PointLps p) { return mask(own(p)); });
        if (neighbour)
            addLabels(
                labels, [&](PointLps p) { return other(own(p)) && !ball(8)(own(p)); }, 2);
        LabelMap map = paintLabels(
            grid, [&](PointLps p) { return muscle(own(p)); }, 3);
        map.setName(3, "sternocleidomastoid_left");
        const auto image = CtVolume::create(grid, std::move(voxels), meaning);
        NullJobControl job;
        return measureNode(**image, labels, 1, structures ? &map : nullptr, job);
    }
};

}  // namespace

class TestOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fitsTheSchema_data();
    void fitsTheSchema();
    void missesNothingThatTheSchemaNames();
    void isRefusedWithAWrongValue();
};

void TestOutput::fitsTheSchema_data() {
    QTest::addColumn<int>("state");
    const std::array<const char*, 10> names{
        "whole",       "alone",           "no structures", "one voxel",      "at the border",
        "5 mm slices", "no fat anywhere", "not HU",        "two components", "one slice"};
    for (std::size_t n = 0; n < names.size(); ++n)
        QTest::newRow(names[n]) << static_cast<int>(n);
}

/// Valid, no number that is none, and each part that is null has its reason.
void TestOutput::fitsTheSchema() {
    QFETCH(int, state);
    State s;
    switch (state) {
    case 1:
        s.neighbour = false;
        break;
    case 2:
        s.structures = false;
        break;
    case 3:
        s.mask = [](PointLps p) {
            return std::abs(p.x - 0.25) < 0.1 && std::abs(p.y - 0.25) < 0.1 &&
                   std::abs(p.z - 0.4) < 0.2;
        };
        break;
    case 4:
        s.at = {18, 0, 0};
        break;
    case 5:
        s.slice = 5;
        break;
    case 6:
        s.fatHu = 60;
        break;
    case 7:
        s.meaning = VoxelMeaning::Arbitrary;
        break;
    case 8:
        s.mask = [](PointLps p) { return ball(3, {-4, 0, 0})(p) || ball(3, {4, 0, 0})(p); };
        break;
    case 9:
        s.mask = [](PointLps p) { return ball(8)(p) && std::abs(p.z - 0.4) < 0.3; };
        break;
    default:
        break;
    }
    const auto m = s.measure();
    QVERIFY2(m.has_value(), m ? "" : m.error().detail.c_str());
    const auto json = toJson(*m);
    const auto fits = serial::checkSchema(json, schema());
    QVERIFY2(fits.has_value(),
             fits ? "" : (fits.error().place + ": " + fits.error().detail).c_str());
    const auto* reasons = json.find("quality")->find("reasons");
    for (const auto& member : json.members()) {
        if (member.value.isNull())
            QVERIFY2(reasons->find(member.name) != nullptr, member.name.c_str());
        if (!member.value.isObject() || member.name == "quality")
            continue;
        for (const char* part :
             {"long_axis_mm", "short_axis_mm", "greatest_3d_mm", "sphericity_corrected",
              "roughness_mm", "concave_fraction", "reference_hu"}) {
            const auto* value = member.value.find(part);
            if (value != nullptr && value->isNull())
                QVERIFY2(reasons->find(member.name + "." + part) != nullptr, part);
        }
    }
}

/// The schema asks for every key and allows no other: so the contract and the program agree.
void TestOutput::missesNothingThatTheSchemaNames() {
    const auto whole = toJson(*State{}.measure());
    const auto text = schema();
    const auto wanted = serial::parseJson(text);
    QVERIFY(wanted.has_value());
    for (const auto& part : wanted->find("properties")->members())
        if (part.name != "ibsi")
            QVERIFY2(whole.find(part.name) != nullptr, part.name.c_str());
    QVERIFY(!whole.find("contact")->elements().empty());
    QVERIFY(!whole.find("coalescence")->elements().empty());
    QVERIFY(whole.find("extension")->isObject() && whole.find("margin")->isObject());
}

void TestOutput::isRefusedWithAWrongValue() {
    auto json = toJson(*State{}.measure());
    json.set("volume", 3.0);
    QVERIFY(!serial::checkSchema(json, schema()));
    QVERIFY(!serial::checkSchema(serial::Json::object(), schema()));
}

QTEST_APPLESS_MAIN(TestOutput)
#include "tst_output.moc"
