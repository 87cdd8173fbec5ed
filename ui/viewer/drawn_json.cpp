#include "ui/viewer/drawn_json.h"
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
            points.push(Json::arrayOf(std::array{p.x, p.y, p.z}));
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

std::vector<Measurement> measurementsFromJson(const Json& json) {
    std::vector<Measurement> out;
    for (const Json& one : json.elements())
        if (auto read = measurementOf(one))
            out.push_back(std::move(*read));
    return out;
}

}  // namespace nodewise::viewer
