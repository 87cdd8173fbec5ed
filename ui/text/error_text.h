/// error_text.h: each error of the core as one sentence that names the file and what to do.
#pragma once
#include "base/error.h"
#include <QString>

namespace nodewise::text {

/// What an error is about; decides icon and title.
enum class ErrorKind { File, Dicom, Measurement, Pack, Session, Program };

[[nodiscard]] ErrorKind errorKindOf(ErrorCode code);
/// Title of a dialog or strip: "This file could not be read".
[[nodiscard]] QString errorTitle(ErrorKind kind);
/// One or two sentences: the file (its name only), the tag or line when known, what to do.
[[nodiscard]] QString errorSentence(const Error& error);

}  // namespace nodewise::text
