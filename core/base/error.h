/// error.h: what can go wrong with a user's file, disk or choice, as a value.
#pragma once
#include <string>
#include <string_view>

namespace nodewise {

/// The kinds of error. The word of each (`errorWord`) is part of the CLI contract; the sentence a
/// person reads comes from ui/text. Broken promises inside the code are assertions, never one of
/// these.
#define NODEWISE_ERROR_CODES(X)                                                                    \
    /* any file */                                                                                 \
    X(FileNotFound)                                                                                \
    X(FileUnreadable)                                                                              \
    X(FileUnwritable)                                                                              \
    X(DiskFull)                                                                                    \
    X(Truncated)                                                                                   \
    X(FormatUnknown)                                                                               \
    X(FormatDamaged)                                                                               \
    X(VersionUnsupported)                                                                          \
    X(Cancelled)                                                                                   \
    X(OutOfMemory)                                                                                 \
    X(InvalidArgument) /* DICOM */                                                                 \
    X(NotDicom)                                                                                    \
    X(DictionaryMissing)                                                                           \
    X(NoPixelData)                                                                                 \
    X(NotAnImage)                                                                                  \
    X(TransferSyntaxUnsupported)                                                                   \
    X(PixelDataTruncated)                                                                          \
    X(PixelDataDamaged)                                                                            \
    X(PixelFormatUnsupported)                                                                      \
    X(TagMissing)                                                                                  \
    X(TagInvalid)                                                                                  \
    X(GeometryMissing)                                                                             \
    X(GeometryInconsistent)                                                                        \
    X(SpacingUneven)                                                                               \
    X(TooFewSlices)                                                                                \
    X(SeriesNotFound)                                                                              \
    X(DuplicatePosition)                                                                           \
    X(ReferencedFileMissing)                                                                       \
    X(ImageTooLarge) /* volumes, labels, measurements */                                           \
    X(GridMismatch)                                                                                \
    X(EmptyMask)                                                                                   \
    X(LabelAbsent)                                                                                 \
    X(NodeTooSmall)                                                                                \
    X(NotANumber)                                                                                  \
    X(NotMeasurable)                                                                               \
    X(TouchesBorder)                                                                               \
    X(NoNodeHere) /* JSON, schemas, packs */                                                       \
    X(JsonInvalid)                                                                                 \
    X(SchemaViolation)                                                                             \
    X(UnknownKey)                                                                                  \
    X(ValueOutOfRange)                                                                             \
    X(ArchiveDamaged)                                                                              \
    X(ArchiveUnsafePath)                                                                           \
    X(ArchiveLink)                                                                                 \
    X(ArchiveCaseCollision)                                                                        \
    X(ArchiveRatio)                                                                                \
    X(ArchiveQuota)                                                                                \
    X(HashMismatch)                                                                                \
    X(SignatureInvalid)                                                                            \
    X(SignatureMissing)                                                                            \
    X(KeyUnknown)                                                                                  \
    X(RightsMissing)                                                                               \
    X(CaseNotFound)                                                                                \
    X(NodeNotFound)                                                                                \
    X(TruthSealed)                                                                                 \
    X(TruthInconsistent) /* staging, session, progress */                                          \
    X(EditionUnsupported)                                                                          \
    X(SiteUnsupported)                                                                             \
    X(StepNotAllowed)                                                                              \
    X(AlreadyCommitted)                                                                            \
    X(DatabaseDamaged)                                                                             \
    X(DatabaseNewer)                                                                               \
    X(DatabaseBusy)                                                                                \
    X(ProfileNotFound) /* ours */                                                                  \
    X(Internal)

enum class ErrorCode {
#define NODEWISE_ENUM(name) name,
    NODEWISE_ERROR_CODES(NODEWISE_ENUM)
#undef NODEWISE_ENUM
};

/// The stable word of a code, for example "PixelDataTruncated". Thread-safe.
[[nodiscard]] std::string_view errorWord(ErrorCode code);

/// One error. `detail` is English, for the log and the CLI: what is wrong and what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::string path;   ///< The file it is about, UTF-8; empty when none.
    std::string place;  ///< Where inside it: a DICOM tag "(0028,0010)", a JSON pointer, a line; may
                        ///< be empty.

    friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace nodewise
