/// pack_writer.h: makes a pack from an author's folder, and signs it.
#pragma once
#include "archive/signature.h"
#include "base/job_control.h"
#include "base/result.h"
#include "casepack/pack.h"
#include <filesystem>
#include <string>
#include <vector>

namespace nodewise::casepack {

struct BuildReport {
    PackInfo info;
    std::vector<CaseId> cases;
    std::vector<std::string> remarks;  ///< Worth a look, no error; English, for the CLI.
};

/// Builds `outFile` from a source folder as cases/README.md describes it: pack.json, rights.json,
/// cases/<id>/case.json, truth/<id>/recipe.json or truth.json; real cases name their images (DICOM
/// folder, zip or volume file) and their outlines (NRRD or NIfTI labels, SEG or RTSTRUCT) under
/// "build" in case.json. Images from DICOM are stored as a volume without any header of the
/// patient. Everything is checked: schemas, rights, that the truth of each case can be made, that
/// it comes to what the recipe expects, and that it knows every node the case asks about. The same
/// folder gives the same bytes. Thread-safe. Errors: RightsMissing, SchemaViolation, JsonInvalid,
/// UnknownKey, CaseNotFound, NodeNotFound, TruthSealed (a case without truth), TruthInconsistent,
/// LabelAbsent, GridMismatch, SeriesNotFound, those of dicom, volume, synthesis and
/// archive::writeZip, Cancelled.
[[nodiscard]] Result<BuildReport> buildPack(const std::filesystem::path& sourceFolder,
                                            const std::filesystem::path& outFile, JobControl& job,
                                            unsigned threads = 0);

/// Adds the key's signature to a pack, in place or as `outFile`; other signatures stay. The pack is
/// opened and checked first. Errors: those of openPack and archive::writeZip.
[[nodiscard]] Result<Signer> signPack(const std::filesystem::path& file,
                                      const archive::KeyPair& key,
                                      const std::filesystem::path& outFile,
                                      const std::filesystem::path& workFolder, JobControl& job);

}  // namespace nodewise::casepack
