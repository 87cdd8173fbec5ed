#include "casepack/case_source.h"
#include "casepack/outline_size.h"
#include "casepack/pack_layout.h"
#include "casepack/schemas.h"
#include "casepack/truth_json.h"
#include "dicom/label_import.h"
#include "serial/file_io.h"
#include "volume/volume_io.h"

namespace nodewise::casepack {
namespace fs = std::filesystem;
namespace {

using serial::Json;

/// Names of the nodes and structures of truth.json with their numbers.
using LabelNumbers = std::map<std::string, LabelValue>;

LabelNumbers numbersOf(const CaseTruth& truth, const Json& json) {
    LabelNumbers numbers;
    for (const NodeTruth& node : truth.nodes)
        numbers[node.id.value] = node.label;
    if (const Json* structures = json.find("structures"))
        for (const Json::Member& member : structures->members())
            numbers[member.name] = static_cast<LabelValue>(member.value.integer());
    return numbers;
}

Result<LabelMap> readDicomOutlines(const fs::path& file, const GridGeometry& grid,
                                   const BuildPlace& place) {
    const auto kind = dicom::labelFileKind(file);
    if (!kind)
        return fail(kind.error());
    auto import = *kind == dicom::LabelFileKind::Segmentation
                      ? dicom::readSegmentation(file, grid, place.job)
                      : dicom::readRtStruct(file, grid, place.job);
    if (!import)
        return fail(import.error());
    for (const dicom::Warning& warning : import->warnings)
        place.remarks.push_back(serial::pathText(file.filename()) + ": " + warning.detail);
    return std::move(import->labels);
}

Result<LabelMap> readOutlines(const fs::path& file, const GridGeometry& grid,
                              const BuildPlace& place) {
    if (!isVolumeFile(file))
        return readDicomOutlines(file, grid, place);
    auto labels = readLabelGrid(file, place.job);
    if (!labels)
        return fail(labels.error());
    if (!labels->geometry.sameGridAs(grid))
        return fail(ErrorCode::GridMismatch,
                    "the outlines do not lie on the grid of the case's image; draw them on that "
                    "image, or give them as RTSTRUCT or SEG",
                    serial::pathText(file));
    // Rounding in the file must not make two grids of one.
    labels->geometry = grid;
    return LabelMap::create(*std::move(labels));
}

Result<LabelValue> regionOf(const std::variant<std::string, LabelValue>& region,
                            const LabelMap& outlines, const fs::path& file) {
    if (const auto* number = std::get_if<LabelValue>(&region))
        return *number;
    const std::string& name = std::get<std::string>(region);
    if (const auto label = outlines.labelNamed(name))
        return *label;
    return fail(ErrorCode::LabelAbsent, "the outlines hold no region \"" + name + "\"",
                serial::pathText(file), name);
}

/// Gives the regions that are wanted the numbers of truth.json; all others become background.
Result<LabelMap> renumbered(const LabelMap& outlines, const BuildOrder& order,
                            const LabelNumbers& numbers) {
    std::map<LabelValue, LabelValue> target;
    for (const auto& [name, region] : order.regions) {
        const auto from = regionOf(region, outlines, order.labels);
        if (!from)
            return fail(from.error());
        const auto to = numbers.find(name);
        if (to == numbers.end())
            return fail(ErrorCode::NodeNotFound,
                        "truth.json has no node or structure \"" + name + "\"",
                        serial::pathText(order.labels), name);
        target[*from] = to->second;
    }
    LabelGrid grid{outlines.geometry(), {outlines.labels().begin(), outlines.labels().end()}, {}};
    for (LabelValue& label : grid.labels) {
        const auto to = target.find(label);
        label = to == target.end() ? LabelValue{0} : to->second;
    }
    return LabelMap::create(std::move(grid));
}

Result<LabelMap> labelsOf(const CaseRecord& record, const std::optional<BuildOrder>& order,
                          const GridGeometry& grid, const LabelNumbers& numbers,
                          const BuildPlace& place) {
    const bool elsewhere = order && !order->labels.empty();
    const fs::path file = elsewhere ? order->labels : place.source / labelFile(record.id);
    auto outlines = readOutlines(file, grid, place);
    if (!outlines)
        return outlines;
    auto labels =
        order && !order->regions.empty() ? renumbered(*outlines, *order, numbers) : outlines;
    if (!labels)
        return labels;
    for (const auto& [name, number] : numbers) {
        if (!labels->boxOf(number))
            return fail(ErrorCode::LabelAbsent,
                        "\"" + name + "\" (label " + std::to_string(number) +
                            ") has no voxel in the outlines",
                        serial::pathText(file), name);
        labels->setName(number, name);
    }
    return labels;
}

/// Fills in what an author may leave out: kind, centre and sizes.
void complete(NodeTruth& node, const Json& json, const CaseRecord& record, const LabelMap& labels) {
    const auto absent = [&](std::string_view name) {
        const Json* member = json.find(name);
        return !member || member->isNull();
    };
    if (absent("kind"))
        node.kind = record.truthKind;
    if (absent("centreLpsMm"))
        node.centre = centreOfOutline(labels, node.label);
    const OutlineSize size = sizeOfOutline(labels, node.label);
    if (absent("shortAxisMm"))
        node.shortAxisMm = size.shortAxisMm;
    if (absent("longAxisMm"))
        node.longAxisMm = size.longAxisMm;
    if (absent("greatestMm"))
        node.greatestMm = size.greatestMm;
}

Result<void> checkCentre(const NodeTruth& node, const LabelMap& labels, const std::string& path) {
    if (labels.at(node.centre) == node.label)
        return {};
    return fail(ErrorCode::TruthInconsistent,
                "the centre of the node \"" + node.id.value + "\" lies outside its outline", path);
}

}  // namespace

Result<CaseTruth> stageTruth(const CaseRecord& record, const std::optional<BuildOrder>& order,
                             const GridGeometry& grid, const BuildPlace& place) {
    const std::string path = truthFile(record.id);
    std::error_code problem;
    if (!fs::exists(place.source / path, problem))
        return fail(ErrorCode::TruthSealed, "the case has no truth", path);
    const auto json = readCheckedJson(place.source, path, "truth");
    if (!json)
        return fail(json.error());
    auto truth = readTruth(*json, path);
    if (!truth)
        return truth;
    const auto labels = labelsOf(record, order, grid, numbersOf(*truth, *json), place);
    if (!labels)
        return fail(labels.error());
    const auto sources = json->find("nodes")->elements();
    for (std::size_t index = 0; index < truth->nodes.size(); ++index) {
        complete(truth->nodes[index], sources[index], record, *labels);
        if (auto fine = checkCentre(truth->nodes[index], *labels, path); !fine)
            return fail(fine.error());
    }
    Json complete = toJson(*truth);
    if (const Json* structures = json->find("structures"))
        complete.set("structures", *structures);
    if (auto written =
            serial::writeFileAtomically(place.target / path, serial::toJsonText(complete, true));
        !written)
        return fail(written.error());
    if (auto written = writeLabelGrid(labels->grid(), place.target / labelFile(record.id));
        !written)
        return fail(written.error());
    return truth;
}

}  // namespace nodewise::casepack
