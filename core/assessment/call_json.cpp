#include "assessment/call_json.h"
#include <cmath>

namespace nodewise::assessment {
namespace {

Grade readGrade(const serial::Reader& r) {
    if (r.json().isString())
        return r.term(parse<Grade>);
    const std::int64_t number = r.integer();
    if (number < 0 || number > 3) {
        r.refuse(ErrorCode::ValueOutOfRange, "a grade is 0 to 3");
        return Grade::G0;
    }
    return gradeFromNumber(static_cast<int>(number));
}

template <class T>
std::optional<T> termIn(const serial::Reader& r, std::string_view name) {
    const auto member = r.find(name);
    return member ? std::optional<T>(member->term(parse<T>)) : std::nullopt;
}

std::optional<double> numberIn(const serial::Reader& r, std::string_view name) {
    const auto member = r.find(name);
    return member ? std::optional<double>(member->number()) : std::nullopt;
}

std::optional<bool> flagIn(const serial::Reader& r, std::string_view name) {
    const auto member = r.find(name);
    return member ? std::optional<bool>(member->boolean()) : std::nullopt;
}

AdjacencyCall readContact(const serial::Reader& r) {
    r.only({"kind", "structure"});
    return {r.term("kind", parse<Adjacency>), r.stringOr("structure", "")};
}

void readPlace(const serial::Reader& r, NodeCall& call) {
    if (const auto mark = r.find("mark_lps_mm")) {
        const auto xyz = mark->numbers(3);
        if (xyz.size() == 3)
            call.mark = PointLps{xyz[0], xyz[1], xyz[2]};
    }
    call.side = termIn<Side>(r, "side");
    call.level = termIn<Level>(r, "level");
    call.shortAxisMm = numberIn(r, "short_axis_mm");
    call.longAxisMm = numberIn(r, "long_axis_mm");
}

NodeCall readNode(const serial::Reader& r) {
    r.only({"mark_lps_mm", "side", "level", "probability", "grade", "margin", "fat", "contact",
            "coalescence", "necrosis", "cystic", "hilum", "short_axis_mm", "long_axis_mm",
            "reasons", "pene_probability"});
    NodeCall call;
    readPlace(r, call);
    call.probability = numberIn(r, "probability");
    call.peneProbability = numberIn(r, "pene_probability");
    if (const auto grade = r.find("grade"))
        call.grade = readGrade(*grade);
    call.margin = termIn<Margin>(r, "margin");
    call.fat = termIn<PerinodalFat>(r, "fat");
    if (const auto contact = r.find("contact"))
        call.contact = readContact(*contact);
    call.coalescence = flagIn(r, "coalescence");
    call.necrosis = flagIn(r, "necrosis");
    call.cystic = flagIn(r, "cystic");
    call.hilum = flagIn(r, "hilum");
    if (const auto reasons = r.find("reasons"))
        for (const auto& reason : reasons->elements())
            call.reasons.push_back(reason.term(parse<Feature>));
    return call;
}

bool isCategory(const std::string& text) {
    if (text.size() < 2 || text.size() > 3 || text[0] != 'N' || text[1] < '0' || text[1] > '3')
        return false;
    return text.size() == 2 || (text[2] >= 'a' && text[2] <= 'c');
}

std::string withoutPrefix(std::string text) {
    if (text.size() > 1 && (text[0] == 'c' || text[0] == 'p') && text[1] == 'N')
        text.erase(0, 1);
    return text;
}

Result<void> outOfRange(const std::string& pointer, const char* detail) {
    return fail(ErrorCode::ValueOutOfRange, detail, {}, pointer);
}

Result<void> checkNode(const NodeCall& node, const std::string& at) {
    const auto share = [](const std::optional<double>& p) {
        return !p || (std::isfinite(*p) && *p >= 0 && *p <= 1);
    };
    const auto size = [](const std::optional<double>& mm) {
        return !mm || (std::isfinite(*mm) && *mm >= kSmallestMm && *mm <= kLargestMm);
    };
    if (node.mark && !(std::isfinite(node.mark->x) && std::isfinite(node.mark->y) &&
                       std::isfinite(node.mark->z)))
        return outOfRange(at + "/mark_lps_mm", "a mark is three finite numbers");
    if (!share(node.probability))
        return outOfRange(at + "/probability", "a probability is 0 to 1");
    if (!share(node.peneProbability))
        return outOfRange(at + "/pene_probability", "a probability is 0 to 1");
    if (!size(node.shortAxisMm))
        return outOfRange(at + "/short_axis_mm", "a size is 0.5 to 120 mm");
    if (!size(node.longAxisMm))
        return outOfRange(at + "/long_axis_mm", "a size is 0.5 to 120 mm");
    return {};
}

template <class T>
void setTerm(serial::Json& o, const char* name, const std::optional<T>& value) {
    if (value)
        o.set(name, word(*value));
}

template <class T>
void setValue(serial::Json& o, const char* name, const std::optional<T>& value) {
    if (value)
        o.set(name, *value);
}

serial::Json nodeJson(const NodeCall& call) {
    auto o = serial::Json::object();
    if (call.mark)
        o.set("mark_lps_mm", serial::Json::arrayOf(
                                 std::array<double, 3>{call.mark->x, call.mark->y, call.mark->z}));
    setTerm(o, "side", call.side);
    setTerm(o, "level", call.level);
    setValue(o, "probability", call.probability);
    setTerm(o, "grade", call.grade);
    setTerm(o, "margin", call.margin);
    setTerm(o, "fat", call.fat);
    if (call.contact) {
        auto contact = serial::Json::object();
        contact.set("kind", word(call.contact->kind)).set("structure", call.contact->structure);
        o.set("contact", std::move(contact));
    }
    setValue(o, "coalescence", call.coalescence);
    setValue(o, "necrosis", call.necrosis);
    setValue(o, "cystic", call.cystic);
    setValue(o, "hilum", call.hilum);
    setValue(o, "short_axis_mm", call.shortAxisMm);
    setValue(o, "long_axis_mm", call.longAxisMm);
    auto reasons = serial::Json::array();
    for (const auto reason : call.reasons)
        reasons.push(word(reason));
    o.set("reasons", std::move(reasons));
    setValue(o, "pene_probability", call.peneProbability);
    return o;
}

}  // namespace

Result<CaseCall> callFromJson(const serial::Json& json, const std::string& path) {
    const serial::Reader r(json, path);
    r.only({"nodes", "n_category", "edition", "quality", "next_step"});
    CaseCall call;
    for (const auto& node : r.at("nodes").elements())
        call.nodes.push_back(readNode(node));
    call.nCategory = withoutPrefix(r.stringOr("n_category", ""));
    call.edition = r.termOr("edition", parse<Edition>, Edition::Tnm9);
    call.quality = termIn<ImageQuality>(r, "quality");
    call.nextStep = r.stringOr("next_step", "");
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    if (auto ok = checkCall(call); !ok) {
        Error error = ok.error();
        error.path = path;
        return fail(error);
    }
    return call;
}

Result<CaseCall> parseCall(std::string_view text, const std::string& path) {
    const auto json = serial::parseJson(text, path);
    if (!json)
        return fail(json.error());
    return callFromJson(*json, path);
}

serial::Json toJson(const CaseCall& call) {
    auto nodes = serial::Json::array();
    for (const auto& node : call.nodes)
        nodes.push(nodeJson(node));
    auto o = serial::Json::object();
    o.set("nodes", std::move(nodes)).set("n_category", call.nCategory);
    o.set("edition", word(call.edition));
    setTerm(o, "quality", call.quality);
    o.set("next_step", call.nextStep);
    return o;
}

Result<void> checkCall(const CaseCall& call) {
    for (std::size_t at = 0; at < call.nodes.size(); ++at)
        if (auto ok = checkNode(call.nodes[at], "/nodes/" + std::to_string(at)); !ok)
            return ok;
    if (!call.nCategory.empty() && !isCategory(call.nCategory))
        return outOfRange("/n_category", "an N category is N0 to N3b");
    return {};
}

}  // namespace nodewise::assessment
