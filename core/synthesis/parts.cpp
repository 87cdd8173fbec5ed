#include "synthesis/parts.h"
#include <array>

namespace nodewise::synthesis {

namespace {

struct PartInfo {
    std::string_view code;
    StructureKind kind;
    bool paired;
};

constexpr std::array kParts{
#define NODEWISE_PART_INFO(name, code, kind, paired) PartInfo{code, StructureKind::kind, paired},
    NODEWISE_PARTS(NODEWISE_PART_INFO)
#undef NODEWISE_PART_INFO
};

const PartInfo& info(Part part) {
    return kParts[static_cast<std::size_t>(part)];
}

}  // namespace

std::string_view partCode(Part part) {
    return info(part).code;
}

StructureKind partKind(Part part) {
    return info(part).kind;
}

bool isPaired(Part part) {
    return info(part).paired;
}

std::string partName(PartSide both) {
    std::string name(info(partOf(both)).code);
    if (info(partOf(both)).paired)
        name += isLeft(both) ? "_left" : "_right";
    return name;
}

std::optional<Part> partOfCode(std::string_view code) {
    for (std::size_t i = 1; i < kParts.size(); ++i)
        if (kParts[i].code == code)
            return static_cast<Part>(i);
    return std::nullopt;
}

}  // namespace nodewise::synthesis
