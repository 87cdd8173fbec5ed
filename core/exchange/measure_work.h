/// measure_work.h: nodes outlined in a series of one's own: what is kept, saved and reported.
#pragma once
#include "annotation/label_map.h"
#include "base/job_control.h"
#include "base/result.h"
#include "evidence/assess.h"
#include "measure/measurements.h"
#include "serial/json.h"
#include "staging/n_category.h"
#include "terms/terms.h"
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::exchange {

/// How an outline came to be.
#define NODEWISE_OUTLINE_ORIGINS(X)                                                                \
    X(Click, "click")         /* found from one click */                                           \
    X(Corrected, "corrected") /* found, then corrected by hand */                                  \
    X(Drawn, "drawn")         /* by hand alone */                                                  \
    X(File, "file")           /* from an RTSTRUCT or a SEG */
enum class OutlineOrigin { NODEWISE_OUTLINE_ORIGINS(NODEWISE_TERM_ENUM) };

/// One outlined node. The core's answer is there only after the reader's own call.
struct WorkNode {
    LabelValue label = 0;
    std::string name;  ///< "node A"; a name read from a file stays.
    Side side = Side::Left;
    std::optional<Level> level;
    OutlineOrigin origin = OutlineOrigin::Click;
    std::optional<Grade> ownGrade;
    std::optional<double> ownProbability;  ///< 0..1, that imaging shows ENE.
    bool committed = false;                ///< The reader's own call stands.
    std::shared_ptr<const measure::Measurements> measured;
    std::shared_ptr<const evidence::NodeEvidence> answer;
};

/// What the reader knows of the patient; no name, no number.
struct WorkPatient {
    std::optional<Site> site;
    P16Status p16 = P16Status::Unknown;
    PrimarySide primarySide = PrimarySide::Unknown;
    std::optional<int> biopsyDays;
    bool infection = false, radiotherapy = false;
    friend bool operator==(const WorkPatient&, const WorkPatient&) = default;
};

struct MeasureWork {
    std::vector<std::filesystem::path> source;  ///< What was opened.
    std::string seriesId;                       ///< Which series of it; empty for a volume file.
    WorkPatient patient;
    std::vector<WorkNode> nodes;
    LabelMap labels;
    /// Measurements drawn on the pictures; the viewer's own words, kept as they are.
    serial::Json drawn;
};

/// Lengths, outlines and calls as one file: a zip with work.json and labels.nrrd. What follows from
/// the outlines (measurements, answers) is not kept but made again. Errors: FileUnwritable,
/// DiskFull, Cancelled.
[[nodiscard]] Result<void> writeWork(const MeasureWork& work, const std::filesystem::path& file,
                                     JobControl& job);
/// Errors: FileNotFound, FormatUnknown, VersionUnsupported, JsonInvalid, those of archives and
/// label grids, LabelAbsent (a node without its label), Cancelled.
[[nodiscard]] Result<MeasureWork> readWork(const std::filesystem::path& file, JobControl& job);

/// The nodes as the staging tables want them. The imaging grade is the core's, and only where the
/// reader's own call stands. Nodes without a measured size are left out. Nothing without a site.
[[nodiscard]] std::optional<staging::StagingInput> stagingInputOf(const MeasureWork& work,
                                                                  Edition edition);

}  // namespace nodewise::exchange

namespace nodewise {
template <>
struct Words<exchange::OutlineOrigin> {
    using Self = exchange::OutlineOrigin;
    static constexpr auto pairs = std::to_array({NODEWISE_OUTLINE_ORIGINS(NODEWISE_TERM_PAIR)});
};
}  // namespace nodewise
