/// word_table.h: a code and its untranslated sentence, looked up and translated in one place.
#pragma once
#include <QCoreApplication>
#include <QString>
#include <array>
#include <utility>

namespace nodewise::text {

/// Rows are {code, QT_TRANSLATE_NOOP(context, "…")}. A missing code gives an empty text, which the
/// tests of this folder refuse for every code of every list.
template <class T, std::size_t N>
[[nodiscard]] QString lookUp(const char* context,
                             const std::array<std::pair<T, const char*>, N>& table, T code) {
    for (const auto& [key, source] : table)
        if (key == code)
            return QCoreApplication::translate(context, source);
    return {};
}

}  // namespace nodewise::text
