/// pack_survey.h: counts what a pack of constructed cases covers, and what a course asks for.
#pragma once
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace nodewise::casepack {

/// From the truths of all cases, not from what the authors say of them.
struct PackSurvey {
    int cases = 0;
    int nodes = 0;                        ///< Of all truths, benign ones too.
    int asked = 0;                        ///< Nodes a reader is asked about.
    std::array<int, 4> grades{};          ///< G0..G3 of all nodes.
    std::array<int, 4> askedGrades{};     ///< G0..G3 of those asked about.
    std::map<std::string, int> pitfalls;  ///< Cases made for each pitfall.
    std::map<Level, int> levels;          ///< Nodes asked about in each level.
    std::map<Site, int> sites;
    std::map<int, int> difficulties;
    double thinnestMm = 0, thickestMm = 0;  ///< Slices.
    int clinical = 0;                       ///< Cases with signs of ENE on examination.
    int imagingOnly = 0;                    ///< Cases with iENE but no signs.
    int pathologyOnly = 0;  ///< Cases with a node of pENE that imaging does not show.
    /// What is wrong with single cases: "starter-04: …".
    std::vector<std::string> problems;
    bool easyFirst = true;  ///< Difficulty never falls from one case to the next.
};

/// What a course must cover; the starter pack's by default.
struct CourseGoals {
    int cases = 48, nodes = 110;
    std::array<double, 4> shares{0.40, 0.12, 0.12, 0.12};
    int pitfall = 2, clinical = 6, imagingOnly = 6, pathologyOnly = 6;
    int fewestWords = 60, mostWords = 150;
    double thinnestMm = 1, thickestMm = 3;
    std::set<Level> levels{Level::Ia,  Level::Ib,  Level::IIa,  Level::IIb, Level::III,
                           Level::IVa, Level::IVb, Level::Va,   Level::Vb,  Level::Vc,
                           Level::VIa, Level::VIb, Level::VIIa, Level::VIIb};
    std::set<Site> sites{Site::OralCavity, Site::OropharynxP16Pos, Site::OropharynxP16Neg,
                         Site::Larynx,     Site::Hypopharynx,      Site::Nasopharynx};
};

/// Opens every truth and teaching, compares the two, and looks at texts, seeds and remedies. Takes
/// about as long as building the pack. Errors: those of openCaseTruth and openTeaching.
/// Thread-safe.
[[nodiscard]] Result<PackSurvey> surveyPack(const Pack& pack, const CourseGoals& goals,
                                            JobControl& job, unsigned threads = 0);

/// What the pack lacks, one sentence each; empty when it has all. English, for authors.
[[nodiscard]] std::vector<std::string> shortcomings(const PackSurvey& survey,
                                                    const CourseGoals& goals);

}  // namespace nodewise::casepack
