/// key_text.h: keys as people read them, and as files keep them.
#pragma once
#include "ui/viewer/viewer_keys.h"
#include <QString>

namespace nodewise::viewer {

/// The letter printed on the key at a place of the QWERTY keyboard, as far as the input language
/// tells: Z and Y change places on QWERTZ.
[[nodiscard]] QString printedLetter(QChar place);
/// As printed on the keyboard: "G", "Shift + G", "Page up"; "–" for no key.
[[nodiscard]] QString keyText(KeyPlace key);

/// "G", "+G", "^Z", "PgUp", "none".
[[nodiscard]] QString keyCode(KeyPlace key);
/// Nothing for codes that are none.
[[nodiscard]] std::optional<KeyPlace> keyOfCode(const QString& code);

}  // namespace nodewise::viewer
