#include "ui/text/error_text.h"
#include "ui/text/word_table.h"
#include <QFileInfo>

namespace nodewise::text {

namespace {

using Code = ErrorCode;

struct Row {
    ErrorCode code;
    ErrorKind kind;
    /// %1 is the file.
    const char* source;
};

constexpr auto kContext = "Errors";

constexpr Row kRows[] = {
    // Any file.
    {Code::FileNotFound, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 is not there. Check the folder, or choose it again.")},
    {Code::FileUnreadable, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 cannot be read. Check its access rights and the drive.")},
    {Code::FileUnwritable, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 cannot be written. Choose a folder you may write to.")},
    {Code::DiskFull, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors",
                       "The drive is full; %1 was not written. Make room and try again.")},
    {Code::Truncated, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 ends too early. Copy it again from its source.")},
    {Code::FormatUnknown, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors",
                       "The format of %1 is not known. Use DICOM, NRRD, NIfTI or a case pack.")},
    {Code::FormatDamaged, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 is damaged. Copy it again from its source.")},
    {Code::VersionUnsupported, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "%1 was made for a newer version. Update Nodewise to open it.")},
    {Code::Cancelled, ErrorKind::File,
     QT_TRANSLATE_NOOP("Errors", "Stopped at your request. Nothing of %1 was changed.")},
    {Code::OutOfMemory, ErrorKind::Program,
     QT_TRANSLATE_NOOP(
         "Errors",
         "There is not enough memory for %1. Close other programs or choose a smaller series.")},
    {Code::InvalidArgument, ErrorKind::Program,
     QT_TRANSLATE_NOOP("Errors", "%1 holds a value that cannot be used. Check the input.")},
    // DICOM.
    {Code::NotDicom, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 is not a DICOM file. Choose the folder that holds the images.")},
    {Code::DictionaryMissing, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors",
         "The DICOM dictionary is missing, so %1 cannot be read. Install Nodewise again.")},
    {Code::NoPixelData, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 holds no pixel data. Choose the image files of the series.")},
    {Code::NotAnImage, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 is a DICOM file without an image. Choose a CT or MR series.")},
    {Code::TransferSyntaxUnsupported, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 uses a compression that is not supported. Export the series uncompressed.")},
    {Code::PixelDataTruncated, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "The image in %1 ends too early. Export the series again.")},
    {Code::PixelDataDamaged, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "The image in %1 is damaged. Export the series again.")},
    {Code::PixelFormatUnsupported, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 stores its pixels in a way that is not supported. Choose a "
                                 "grey-scale CT or MR series.")},
    {Code::TagMissing, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 lacks a value that is needed. Export the series again from the archive.")},
    {Code::TagInvalid, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors",
         "%1 holds a value that makes no sense. Export the series again from the archive.")},
    {Code::GeometryMissing, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 does not say where its images lie. Choose the original "
                                 "series, not a secondary capture.")},
    {Code::GeometryInconsistent, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors",
                       "The images of %1 do not form one volume. Choose a single axial series.")},
    {Code::SpacingUneven, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors",
         "The slices of %1 are unevenly spaced. Resample on opening, or choose another series.")},
    {Code::TooFewSlices, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 has too few slices for a volume. Choose the full series.")},
    {Code::SeriesNotFound, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "No such series was found in %1. Choose one from the list.")},
    {Code::DuplicatePosition, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP(
         "Errors",
         "%1 holds several images at one position. Choose a single phase of the series.")},
    {Code::ReferencedFileMissing, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors", "%1 names files that are not there. Copy the whole medium.")},
    {Code::ImageTooLarge, ErrorKind::Dicom,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 is larger than can be opened. Choose a smaller part of the series.")},
    // Volumes, labels, measurements.
    {Code::GridMismatch, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP(
         "Errors", "The outline in %1 belongs to another series. Choose the one it was drawn on.")},
    {Code::EmptyMask, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors", "The outline in %1 is empty. Draw the node first.")},
    {Code::LabelAbsent, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors", "%1 has no outline with this name. Choose one from its list.")},
    {Code::NodeTooSmall, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors",
                       "The node in %1 is too small for these slices. Use a thinner series.")},
    {Code::NotANumber, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors", "%1 holds voxels that are not numbers. Export the series again.")},
    {Code::NotMeasurable, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors",
                       "This cannot be measured on %1. Use a thinner series or another plane.")},
    {Code::TouchesBorder, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors", "The node in %1 is cut off by the edge of the volume. Choose a "
                                 "series that shows it whole.")},
    {Code::NoNodeHere, ErrorKind::Measurement,
     QT_TRANSLATE_NOOP("Errors",
                       "No node was found at this place in %1. Click into the middle of a node.")},
    // JSON, schemas, packs.
    {Code::JsonInvalid, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "%1 is not valid JSON. Ask its author for a new copy.")},
    {Code::SchemaViolation, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 does not follow the format. Ask its author to build it again.")},
    {Code::UnknownKey, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 holds an entry that is not known. Update Nodewise, or ask its author.")},
    {Code::ValueOutOfRange, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "A value in %1 is out of range. Check it against the unit.")},
    {Code::ArchiveDamaged, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 is damaged and was not opened. Get the pack again from its source.")},
    {Code::ArchiveUnsafePath, ErrorKind::Pack,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 would write outside its own folder and was refused. Do not use this pack.")},
    {Code::ArchiveLink, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 holds links and was refused. Ask its author for one without links.")},
    {Code::ArchiveCaseCollision, ErrorKind::Pack,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 holds two names that differ only in case. Ask its author to rename one.")},
    {Code::ArchiveRatio, ErrorKind::Pack,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 unpacks to far more than it should and was refused. Do not use this pack.")},
    {Code::ArchiveQuota, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "%1 is larger than a pack may be. Ask its author to split it.")},
    {Code::HashMismatch, ErrorKind::Pack,
     QT_TRANSLATE_NOOP(
         "Errors",
         "%1 was changed after it was built and was refused. Get the pack again from its source.")},
    {Code::SignatureInvalid, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "The signature of %1 does not fit and the pack was refused. Get "
                                 "it again from its source.")},
    {Code::SignatureMissing, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "%1 is not signed. Use it only if you know where it comes from.")},
    {Code::KeyUnknown, ErrorKind::Pack,
     QT_TRANSLATE_NOOP(
         "Errors", "%1 is signed with a key not seen before. Compare the key with its author.")},
    {Code::RightsMissing, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 does not say who may use it. Ask its author to add the rights.")},
    {Code::CaseNotFound, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "This case is not in %1. Choose one from Cases.")},
    {Code::NodeNotFound, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors", "This node is not in %1. Choose one from the list of nodes.")},
    {Code::TruthSealed, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors",
                       "The reference of %1 opens after your call. Commit the node first.")},
    {Code::TruthInconsistent, ErrorKind::Pack,
     QT_TRANSLATE_NOOP("Errors",
                       "The reference in %1 contradicts itself. Report the case to its author.")},
    // Staging, session, progress.
    {Code::EditionUnsupported, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors",
                       "%1 asks for a TNM edition that is not covered. Choose TNM8 or TNM9.")},
    {Code::SiteUnsupported, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors",
                       "There is no N rule for the site of %1. The category is left out.")},
    {Code::StepNotAllowed, ErrorKind::Session,
     QT_TRANSLATE_NOOP(
         "Errors", "This step does not come next in %1. Go back to the node and finish its call.")},
    {Code::AlreadyCommitted, ErrorKind::Session,
     QT_TRANSLATE_NOOP(
         "Errors", "The call on %1 is committed and stays as it is. Open its feedback instead.")},
    {Code::DatabaseDamaged, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors",
                       "The progress file %1 is damaged. Put back its last copy, which lies in the "
                       "folder backups beside it.")},
    {Code::DatabaseNewer, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors", "The progress file %1 comes from a newer version and was left "
                                 "untouched. Update Nodewise.")},
    {Code::DatabaseBusy, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors",
                       "The progress file %1 is in use. Close the other window and try again.")},
    {Code::ProfileNotFound, ErrorKind::Session,
     QT_TRANSLATE_NOOP("Errors", "This profile is not in %1. Choose another one in Settings.")},
    {Code::Internal, ErrorKind::Program,
     QT_TRANSLATE_NOOP("Errors", "Something went wrong with %1 that should not happen. Send the "
                                 "log file with what you did.")},
};

constexpr std::array<std::pair<ErrorKind, const char*>, 6> kTitles{{
    {ErrorKind::File, QT_TRANSLATE_NOOP("Errors", "This file could not be used")},
    {ErrorKind::Dicom, QT_TRANSLATE_NOOP("Errors", "This series could not be opened")},
    {ErrorKind::Measurement, QT_TRANSLATE_NOOP("Errors", "This could not be measured")},
    {ErrorKind::Pack, QT_TRANSLATE_NOOP("Errors", "This case pack could not be used")},
    {ErrorKind::Session, QT_TRANSLATE_NOOP("Errors", "This step was not taken")},
    {ErrorKind::Program, QT_TRANSLATE_NOOP("Errors", "Nodewise could not go on here")},
}};

const Row* rowOf(ErrorCode code) {
    for (const Row& row : kRows)
        if (row.code == code)
            return &row;
    return nullptr;
}

}  // namespace

ErrorKind errorKindOf(ErrorCode code) {
    const Row* row = rowOf(code);
    return row ? row->kind : ErrorKind::Program;
}

QString errorTitle(ErrorKind kind) {
    return lookUp(kContext, kTitles, kind);
}

QString errorSentence(const Error& error) {
    const Row* row = rowOf(error.code);
    if (!row)
        return {};
    const QString path = QString::fromStdString(error.path);
    QString file = path.endsWith(QLatin1Char('/')) ? QFileInfo(path.chopped(1)).fileName()
                                                   : QFileInfo(path).fileName();
    if (file.isEmpty())
        file = QCoreApplication::translate("Errors", "this file");
    QString sentence = QCoreApplication::translate(kContext, row->source).arg(file);
    if (!sentence.isEmpty())
        sentence[0] = path.isEmpty() ? sentence[0].toUpper() : sentence[0];
    if (error.place.empty())
        return sentence;
    //: %1 is a sentence, %2 a DICOM tag, a JSON pointer or a line.
    return QCoreApplication::translate("Errors", "%1 Place: %2.")
        .arg(sentence, QString::fromStdString(error.place));
}

}  // namespace nodewise::text
