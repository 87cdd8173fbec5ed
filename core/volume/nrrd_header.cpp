#include "volume/nrrd_header.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace nodewise::detail {
namespace {

using Fields = std::map<std::string, std::string>;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    });
    return text;
}

/// "key: value" are fields, "key:=value" are free pairs; both end up here, free ones with "=" in
/// front.
Fields fieldsOf(const std::string& text) {
    Fields fields;
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
        if (line.empty() || line[0] == '#')
            continue;
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        const bool pair = colon + 1 < line.size() && line[colon + 1] == '=';
        const std::string key = trimmed(line.substr(0, colon));
        const std::string value = trimmed(line.substr(colon + (pair ? 2 : 1)));
        fields[pair ? "=" + key : lower(key)] = value;
    }
    return fields;
}

std::string valueOf(const Fields& fields, const std::string& key) {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string{} : found->second;
}

std::optional<NumberType> typeOf(const std::string& text) {
    static const std::map<std::string, NumberType> kTypes{
        {"signed char", NumberType::Int8},
        {"int8", NumberType::Int8},
        {"int8_t", NumberType::Int8},
        {"uchar", NumberType::UInt8},
        {"unsigned char", NumberType::UInt8},
        {"uint8", NumberType::UInt8},
        {"uint8_t", NumberType::UInt8},
        {"short", NumberType::Int16},
        {"short int", NumberType::Int16},
        {"signed short", NumberType::Int16},
        {"signed short int", NumberType::Int16},
        {"int16", NumberType::Int16},
        {"int16_t", NumberType::Int16},
        {"ushort", NumberType::UInt16},
        {"unsigned short", NumberType::UInt16},
        {"unsigned short int", NumberType::UInt16},
        {"uint16", NumberType::UInt16},
        {"uint16_t", NumberType::UInt16},
        {"int", NumberType::Int32},
        {"signed int", NumberType::Int32},
        {"int32", NumberType::Int32},
        {"int32_t", NumberType::Int32},
        {"uint", NumberType::UInt32},
        {"unsigned int", NumberType::UInt32},
        {"uint32", NumberType::UInt32},
        {"uint32_t", NumberType::UInt32},
        {"longlong", NumberType::Int64},
        {"long long", NumberType::Int64},
        {"int64", NumberType::Int64},
        {"int64_t", NumberType::Int64},
        {"ulonglong", NumberType::UInt64},
        {"unsigned long long", NumberType::UInt64},
        {"uint64", NumberType::UInt64},
        {"uint64_t", NumberType::UInt64},
        {"float", NumberType::Float32},
        {"double", NumberType::Float64}};
    const auto found = kTypes.find(lower(text));
    return found == kTypes.end() ? std::nullopt : std::optional(found->second);
}

/// All numbers of a line, whatever brackets and commas stand between; nothing when one is no
/// number.
std::optional<std::vector<double>> numbersOf(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '(' || c == ')' || c == ','; }, ' ');
    std::istringstream words(text);
    std::vector<double> numbers;
    for (std::string one; words >> one;) {
        char* end = nullptr;
        const double number = std::strtod(one.c_str(), &end);
        if (*end != '\0' || !std::isfinite(number))
            return std::nullopt;
        numbers.push_back(number);
    }
    return numbers;
}

tl::unexpected<Error> damaged(const std::string& field, const std::string& why) {
    return fail(ErrorCode::FormatDamaged, "NRRD field '" + field + "' " + why, {}, field);
}

/// How patient x and y of the file's space turn into LPS; nothing for spaces that name no patient
/// axis.
std::optional<std::array<double, 3>> signsOf(const std::string& space) {
    const std::string s = lower(space);
    if (s.empty() || s == "left-posterior-superior" || s == "lps")
        return std::array<double, 3>{1, 1, 1};
    if (s == "right-anterior-superior" || s == "ras")
        return std::array<double, 3>{-1, -1, 1};
    if (s == "left-anterior-superior" || s == "las")
        return std::array<double, 3>{1, -1, 1};
    return std::nullopt;
}

struct Directions {
    std::array<double, 3> spacing{1, 1, 1};
    GridGeometry::Axes axes{VectorLps{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    PointLps origin;
};

Result<Directions> directionsOf(const Fields& fields) {
    Directions result;
    const auto signs = signsOf(valueOf(fields, "space"));
    if (!signs)
        return fail(ErrorCode::GeometryInconsistent,
                    "NRRD space '" + valueOf(fields, "space") +
                        "' names no patient axes; use LPS or RAS",
                    {}, "space");
    const auto turned = [&](double x, double y, double z) {
        return VectorLps{x * (*signs)[0], y * (*signs)[1], z * (*signs)[2]};
    };
    if (const std::string text = valueOf(fields, "space directions"); !text.empty()) {
        const auto n = numbersOf(text);
        if (!n || n->size() != 9)
            return damaged("space directions", "must hold three vectors of three numbers");
        for (std::size_t a = 0; a < 3; ++a) {
            const VectorLps step = turned((*n)[3 * a], (*n)[3 * a + 1], (*n)[3 * a + 2]);
            result.spacing[a] = length(step);
            result.axes[a] = normalized(step);
        }
    } else if (const std::string plain = valueOf(fields, "spacings"); !plain.empty()) {
        const auto n = numbersOf(plain);
        if (!n || n->size() != 3)
            return damaged("spacings", "must hold three numbers");
        std::copy(n->begin(), n->end(), result.spacing.begin());
    }
    if (const std::string text = valueOf(fields, "space origin"); !text.empty()) {
        const auto n = numbersOf(text);
        if (!n || n->size() != 3)
            return damaged("space origin", "must hold three numbers");
        result.origin = PointLps{} + turned((*n)[0], (*n)[1], (*n)[2]);
    }
    return result;
}

Result<GridGeometry> geometryOf(const Fields& fields) {
    if (valueOf(fields, "dimension") != "3")
        return fail(ErrorCode::PixelFormatUnsupported, "only scalar 3-D NRRD files are read", {},
                    "dimension");
    const auto sizes = numbersOf(valueOf(fields, "sizes"));
    if (!sizes || sizes->size() != 3)
        return damaged("sizes", "must hold three whole numbers");
    std::array<int, 3> dims{};
    for (std::size_t a = 0; a < 3; ++a) {
        const double size = (*sizes)[a];
        if (size < 1 || size > 65535 || std::floor(size) != size)
            return damaged("sizes", "must hold whole numbers from 1 to 65535");
        dims[a] = static_cast<int>(size);
    }
    const auto directions = directionsOf(fields);
    if (!directions)
        return fail(directions.error());
    auto grid =
        GridGeometry::create(dims, directions->spacing, directions->origin, directions->axes);
    if (!grid)
        return fail(ErrorCode::GeometryInconsistent, grid.error().detail, {}, "space directions");
    return grid;
}

/// 3-D Slicer's segment names: Segment0_LabelValue:=1, Segment0_Name:=node-1.
std::map<std::uint16_t, std::string> namesOf(const Fields& fields) {
    std::map<std::uint16_t, std::string> names;
    for (const auto& [key, value] : fields) {
        if (!key.starts_with("=Segment") || !key.ends_with("_LabelValue"))
            continue;
        unsigned label = 0;
        const auto end = value.data() + value.size();
        if (std::from_chars(value.data(), end, label).ptr != end || label == 0 || label > 65535)
            continue;
        const std::string prefix = key.substr(0, key.size() - std::string("_LabelValue").size());
        if (const std::string name = valueOf(fields, prefix + "_Name"); !name.empty())
            names[static_cast<std::uint16_t>(label)] = name;
    }
    return names;
}

Result<void> readSkips(const Fields& fields, NrrdHeader& header) {
    for (const auto& [field, target, low] : {std::tuple{"line skip", &header.lineSkip, 0L},
                                             std::tuple{"byte skip", &header.byteSkip, -1L}}) {
        const std::string text = valueOf(fields, field);
        if (text.empty())
            continue;
        const auto end = text.data() + text.size();
        if (std::from_chars(text.data(), end, *target).ptr != end || *target < low)
            return damaged(field, "must be a whole number");
    }
    return {};
}

}  // namespace

Result<NrrdHeader> parseNrrdHeader(const std::string& text) {
    const Fields fields = fieldsOf(text);
    NrrdHeader header;
    const auto type = typeOf(valueOf(fields, "type"));
    if (!type)
        return fail(ErrorCode::PixelFormatUnsupported,
                    "NRRD type '" + valueOf(fields, "type") + "' is not read", {}, "type");
    header.type = *type;
    const std::string encoding = lower(valueOf(fields, "encoding"));
    if (encoding != "raw" && encoding != "gzip" && encoding != "gz")
        return fail(ErrorCode::PixelFormatUnsupported,
                    "NRRD encoding '" + encoding + "' is not read; save as raw or gzip", {},
                    "encoding");
    header.gzip = encoding != "raw";
    header.bigEndian = lower(valueOf(fields, "endian")) == "big";
    header.dataFile = valueOf(fields, "data file");
    if (header.dataFile.empty())
        header.dataFile = valueOf(fields, "datafile");
    const auto geometry = geometryOf(fields);
    if (!geometry)
        return fail(geometry.error());
    header.geometry = *geometry;
    header.names = namesOf(fields);
    if (const auto skips = readSkips(fields, header); !skips)
        return fail(skips.error());
    return header;
}

}  // namespace nodewise::detail
