#include "ui/viewer/drawn_json.h"
#include "ui/viewer/viewer_model.h"
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nodewise::viewer {

namespace {

using serial::Json;

constexpr std::array kKinds{std::pair{MeasurementKind::Pair, std::string_view("pair")},
                            std::pair{MeasurementKind::Ruler, std::string_view("ruler")},
                            std::pair{MeasurementKind::Angle, std::string_view("angle")},
                            std::pair{MeasurementKind::Ellipse, std::string_view("ellipse")},
                            std::pair{MeasurementKind::Probe, std::string_view("probe")},
                            std::pair{MeasurementKind::Polygon, std::string_view("polygon")}};

constexpr std::string_view kKeyImage = "key_image";
constexpr std::array kPlanes{std::pair{ViewPlane::Axial, std::string_view("axial")},
                             std::pair{ViewPlane::Coronal, std::string_view("coronal")},
                             std::pair{ViewPlane::Sagittal, std::string_view("sagittal")}};
constexpr std::array kSlabs{std::pair{SlabMode::None, std::string_view("none")},
                            std::pair{SlabMode::Mean, std::string_view("mean")},
                            std::pair{SlabMode::Mip, std::string_view("maximum")},
                            std::pair{SlabMode::MinIp, std::string_view("minimum")}};

template <class Table, class T>
std::string_view wordOf(const Table& table, T value) {
    for (const auto& [known, word] : table)
        if (known == value)
            return word;
    return table.front().second;
}

template <class Table>
auto valueOf(const Table& table, std::string_view wanted) {
    using T = decltype(table.front().first);
    for (const auto& [value, word] : table)
        if (word == wanted)
            return std::optional<T>(value);
    return std::optional<T>();
}

Json pointJson(const PointLps& p) {
    return Json::arrayOf(std::array{p.x, p.y, p.z});
}

Json keyImageJson(const KeyImage& key) {
    Json points = Json::array();
    points.push(pointJson(key.place));
    Json json = Json::object();
    json.set("kind", kKeyImage)
        .set("points", std::move(points))
        .set("normal", Json::arrayOf(std::array{0.0, 0.0, 0.0}))
        .set("mark", 0)
        .set("plane", wordOf(kPlanes, key.plane))
        .set("window", Json::arrayOf(std::array{key.window.width, key.window.level}))
        .set("inverted", key.window.inverted)
        .set("slab", wordOf(kSlabs, key.slab.mode))
        .set("slabMm", key.slab.thicknessMm);
    return json;
}

std::optional<KeyImage> keyImageOf(const Json& json) {
    const serial::Reader reader(json);
    if (reader.string("kind") != kKeyImage)
        return std::nullopt;
    const auto points = reader.at("points").elements();
    const auto place = points.empty() ? std::vector<double>{} : points.front().numbers(3);
    const auto window = reader.numbers("window", 2);
    const auto plane = valueOf(kPlanes, reader.string("plane"));
    const auto slab = valueOf(kSlabs, reader.string("slab"));
    const double thickness = reader.number("slabMm");
    const bool inverted = reader.boolean("inverted");
    if (!reader.ok() || place.size() != 3 || window.size() != 2 || !plane || !slab)
        return std::nullopt;
    return KeyImage{0,
                    *plane,
                    {place[0], place[1], place[2]},
                    {std::max(window[0], 1.0), window[1], inverted},
                    {*slab, thickness}};
}

std::optional<Measurement> measurementOf(const Json& json) {
    const serial::Reader reader(json);
    Measurement out;
    const std::string kind = reader.string("kind");
    bool known = false;
    for (const auto& [value, name] : kKinds)
        if (name == kind) {
            out.kind = value;
            known = true;
        }
    for (const auto& point : reader.at("points").elements()) {
        const auto xyz = point.numbers(3);
        if (xyz.size() == 3)
            out.points.push_back({xyz[0], xyz[1], xyz[2]});
    }
    const auto normal = reader.numbers("normal", 3);
    if (normal.size() == 3)
        out.normal = {normal[0], normal[1], normal[2]};
    out.markNumber = static_cast<int>(reader.integerOr("mark", 0));
    if (!known || !reader.ok() || !isComplete(out))
        return std::nullopt;
    return out;
}

}  // namespace

Json toJson(const std::vector<Measurement>& measurements) {
    Json list = Json::array();
    for (const Measurement& m : measurements) {
        Json points = Json::array();
        for (const PointLps& p : m.points)
            points.push(pointJson(p));
        Json json = Json::object();
        for (const auto& [value, name] : kKinds)
            if (value == m.kind)
                json.set("kind", name);
        json.set("points", std::move(points))
            .set("normal", Json::arrayOf(std::array{m.normal.x, m.normal.y, m.normal.z}))
            .set("mark", m.markNumber);
        list.push(std::move(json));
    }
    return list;
}

Json drawnJson(const ViewerModel& model) {
    Json list = toJson(model.measurements());
    for (const KeyImage& key : model.keyImages())
        list.push(keyImageJson(key));
    return list;
}

void restoreDrawn(ViewerModel& model, const Json& json) {
    model.setMeasurements(measurementsFromJson(json));
    std::vector<KeyImage> keys;
    for (const Json& one : json.elements())
        if (auto read = keyImageOf(one))
            keys.push_back(*read);
    model.setKeyImages(std::move(keys));
}

std::vector<Measurement> measurementsFromJson(const Json& json) {
    std::vector<Measurement> out;
    for (const Json& one : json.elements())
        if (auto read = measurementOf(one))
            out.push_back(std::move(*read));
    return out;
}

}  // namespace nodewise::viewer
