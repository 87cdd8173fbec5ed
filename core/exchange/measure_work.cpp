#include "exchange/measure_work.h"
#include "archive/zip_reader.h"
#include "archive/zip_writer.h"
#include "base/ids.h"
#include "measure/structure_names.h"
#include "volume/volume_io.h"
#include <algorithm>
#include <array>
#include <system_error>

namespace nodewise::exchange {
namespace {

using serial::Json;
using serial::Reader;

constexpr const char* kFormat = "nodewise-measure-work";
constexpr const char* kJsonEntry = "work.json";
constexpr const char* kLabelsEntry = "labels.nrrd";

/// A folder that goes with its owner.
class ScratchFolder {
public:
    ScratchFolder()
        : m_path(std::filesystem::temp_directory_path() / ("nodewise-work-" + newUuid())) {
        std::error_code problem;
        std::filesystem::create_directories(m_path, problem);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] std::filesystem::path file(const char* name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::string utf8(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path fromUtf8(const std::string& text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

template <class T>
Json optionalWord(const std::optional<T>& value) {
    return value ? Json(word(*value)) : Json();
}

Json nodeJson(const WorkNode& node) {
    return Json::object()
        .set("label", node.label)
        .set("name", node.name)
        .set("side", word(node.side))
        .set("level", optionalWord(node.level))
        .set("origin", word(node.origin))
        .set("own_grade", optionalWord(node.ownGrade))
        .set("own_probability", node.ownProbability)
        .set("committed", node.committed);
}

Json patientJson(const WorkPatient& patient) {
    return Json::object()
        .set("site", optionalWord(patient.site))
        .set("p16", word(patient.p16))
        .set("primary_side", word(patient.primarySide))
        .set("biopsy_days", patient.biopsyDays)
        .set("infection", patient.infection)
        .set("radiotherapy", patient.radiotherapy);
}

Json workJson(const MeasureWork& work) {
    Json source = Json::array(), nodes = Json::array();
    for (const auto& path : work.source)
        source.push(utf8(path));
    for (const WorkNode& node : work.nodes)
        nodes.push(nodeJson(node));
    return Json::object()
        .set("format", kFormat)
        .set("version", 1)
        .set("source", std::move(source))
        .set("series", work.seriesId)
        .set("patient", patientJson(work.patient))
        .set("nodes", std::move(nodes))
        .set("drawn", work.drawn);
}

template <class T>
std::optional<T> optionalTerm(const Reader& reader, std::string_view name) {
    const auto member = reader.find(name);
    return member ? std::optional(member->term(parse<T>)) : std::nullopt;
}

WorkNode nodeOf(const Reader& reader) {
    WorkNode node;
    node.label = static_cast<LabelValue>(reader.integer("label"));
    node.name = reader.string("name");
    node.side = reader.term("side", parse<Side>);
    node.level = optionalTerm<Level>(reader, "level");
    node.origin = reader.term("origin", parse<OutlineOrigin>);
    node.ownGrade = optionalTerm<Grade>(reader, "own_grade");
    if (const auto given = reader.find("own_probability"))
        node.ownProbability = std::clamp(given->number(), 0.0, 1.0);
    node.committed = reader.boolean("committed");
    return node;
}

WorkPatient patientOf(const Reader& reader) {
    WorkPatient patient;
    patient.site = optionalTerm<Site>(reader, "site");
    patient.p16 = reader.term("p16", parse<P16Status>);
    patient.primarySide = reader.term("primary_side", parse<PrimarySide>);
    if (const auto days = reader.find("biopsy_days"))
        patient.biopsyDays = static_cast<int>(days->integer());
    patient.infection = reader.boolean("infection");
    patient.radiotherapy = reader.boolean("radiotherapy");
    return patient;
}

Result<MeasureWork> workOf(const Json& json, const std::string& path) {
    const Reader reader(json, path);
    if (reader.string("format") != kFormat)
        return fail(ErrorCode::FormatUnknown, "this file holds no work of Measure", path);
    if (reader.integer("version") != 1)
        return fail(ErrorCode::VersionUnsupported, "the work was saved by a newer program", path);
    MeasureWork work;
    for (const Reader& source : reader.at("source").elements())
        work.source.push_back(fromUtf8(source.string()));
    work.seriesId = reader.string("series");
    work.patient = patientOf(reader.at("patient"));
    for (const Reader& node : reader.at("nodes").elements())
        work.nodes.push_back(nodeOf(node));
    if (const auto drawn = reader.find("drawn"))
        work.drawn = drawn->json();
    if (const auto ok = reader.result(); !ok)
        return fail(ok.error());
    return work;
}

/// Levels below the caudal border of the cricoid (domain 5.2).
bool isBelowCricoid(const std::optional<Level>& level) {
    static constexpr std::array below{Level::IVa, Level::IVb, Level::IV, Level::Vb, Level::Vc};
    return level && std::ranges::find(below, *level) != below.end();
}

std::vector<StructureKind> invadedKinds(const evidence::NodeEvidence& answer) {
    std::vector<StructureKind> kinds;
    for (const evidence::Finding& finding : answer.findings)
        if (finding.code == evidence::FindingCode::StructureInvasion && finding.strength >= 0.5)
            kinds.push_back(
                measure::structureKindOf(finding.subject).value_or(StructureKind::Other));
    return kinds;
}

}  // namespace

Result<void> writeWork(const MeasureWork& work, const std::filesystem::path& file,
                       JobControl& job) {
    const ScratchFolder scratch;
    if (const auto ok = writeLabelGrid(work.labels.grid(), scratch.file(kLabelsEntry)); !ok)
        return ok;
    const std::array items{
        archive::ZipItem{kJsonEntry, serial::toJsonText(workJson(work), true), false},
        archive::ZipItem{kLabelsEntry, scratch.file(kLabelsEntry), true}};
    return archive::writeZip(file, items, job);
}

Result<MeasureWork> readWork(const std::filesystem::path& file, JobControl& job) {
    const auto text = archive::readZipEntry(file, kJsonEntry);
    if (!text)
        return fail(text.error());
    const auto json = serial::parseJson(*text, utf8(file));
    if (!json)
        return fail(json.error());
    auto work = workOf(*json, utf8(file));
    if (!work)
        return work;
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "out";
    if (const auto ok = archive::extractZip(file, folder, {}, job); !ok)
        return fail(ok.error());
    auto grid = readLabelGrid(folder / kLabelsEntry, job);
    if (!grid)
        return fail(grid.error());
    auto labels = LabelMap::create(std::move(*grid));
    if (!labels)
        return fail(labels.error());
    work->labels = std::move(*labels);
    for (const WorkNode& node : work->nodes) {
        if (work->labels.count(node.label) == 0)
            return fail(ErrorCode::LabelAbsent, node.name + " has no outline", utf8(file));
        work->labels.setName(node.label, node.name);
    }
    return work;
}

std::optional<staging::StagingInput> stagingInputOf(const MeasureWork& work, Edition edition) {
    if (!work.patient.site)
        return std::nullopt;
    staging::StagingInput input;
    input.edition = edition;
    input.site = *work.patient.site;
    input.p16 = work.patient.p16;
    if (evidence::contradicts(input.site, work.patient.p16))
        input.p16.reset();
    input.primarySide = work.patient.primarySide;
    for (const WorkNode& node : work.nodes) {
        if (!node.measured || !node.measured->size)
            continue;
        const measure::SizeMeasurement& size = *node.measured->size;
        const auto& line = size.greatest ? size.greatest : size.longAxis;
        if (!line)
            continue;
        staging::StagedNode staged;
        staged.side = staging::relativeSide(node.side, work.patient.primarySide);
        staged.level = node.level;
        staged.greatestMm = line->lengthMm;
        staged.belowCricoid = isBelowCricoid(node.level);
        staged.retropharyngeal = node.level == Level::VIIa;
        if (node.committed && node.answer) {
            staged.ene.imagingGrade = node.answer->opinion.grade;
            staged.ene.imagingCertainty = node.answer->opinion.certainty;
            staged.structures = invadedKinds(*node.answer);
        }
        input.nodes.push_back(std::move(staged));
    }
    return input.nodes.empty() ? std::nullopt : std::optional(std::move(input));
}

}  // namespace nodewise::exchange
