/// reader_study.h: kept calls as a reader study that iMRMC and RJafroc open.
///
/// A reader is a profile, a case is one node of one case of a pack, the modality is one ("1"), the
/// rating is the probability that imaging shows ENE, the truth is the iENE reference (grade 1 or
/// more). Both programs want whole numbers as identifiers; `key` says which number is what.
#pragma once
#include "base/result.h"
#include "session/events.h"
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace nodewise::exchange {

struct StudyRating {
    int reader = 0, item = 0;  ///< From 1: places in `readers` and `items`.
    double probability = 0;
    friend bool operator==(const StudyRating&, const StudyRating&) = default;
};

struct StudyItem {
    std::string pack, packVersion, caseId, node;
    bool positive = false;
    friend bool operator==(const StudyItem&, const StudyItem&) = default;
};

struct ReaderStudy {
    std::vector<std::string> readers;  ///< Profile identifiers.
    std::vector<StudyItem> items;
    std::vector<StudyRating> ratings;  ///< At most one for each reader and item; by reader, item.
};

/// The scored calls that count and have a probability; the first one where a reader called a node
/// more than once (the later ones knew the truth). Readers and items in the order of their
/// identifiers, so that the same calls give the same study in any order. Pure.
[[nodiscard]] ReaderStudy readerStudy(std::span<const session::CallRecord> calls);

/// Only the items that every reader rated: what a crossed analysis needs. Pure.
[[nodiscard]] ReaderStudy crossedPart(const ReaderStudy& study);

/// The text of an `.imrmc` file: a free head with the key, N0, N1, NR, NM, then `BEGIN DATA:` and
/// `reader,case,modality,score`, truth as reader -1, modality 0 (iMRMC 4 user guide; RJafroc reads
/// the same). InvalidArgument when there is no positive or no negative item, or no reader.
[[nodiscard]] Result<std::string> imrmcText(const ReaderStudy& study);

/// Writes the Excel file of RJafroc (`newExcelFileFormat = TRUE`, ROC paradigm, factorial design):
/// sheets TRUTH, FP, TP, and KEY for people. `study` must be crossed: InvalidArgument when a
/// reader did not rate an item, and as imrmcText. FileUnwritable, DiskFull.
[[nodiscard]] Result<void> writeRjafroc(const std::filesystem::path& file,
                                        const ReaderStudy& study);

}  // namespace nodewise::exchange
