/// word_table.h: a code and its untranslated sentence, looked up and translated in one place.
#pragma once
#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <array>
#include <string_view>
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

/// A code that is itself a word, as the rules and the data files of the core have it.
struct WordRow {
    const char* code;
    const char* source;
};

template <std::size_t N>
[[nodiscard]] QString lookUp(const char* context, const WordRow (&table)[N],
                             std::string_view code) {
    for (const WordRow& row : table)
        if (code == row.code)
            return QCoreApplication::translate(context, row.source);
    return {};
}

template <std::size_t N>
[[nodiscard]] QStringList codesOf(const WordRow (&table)[N]) {
    QStringList codes;
    for (const WordRow& row : table)
        codes << QString::fromLatin1(row.code);
    return codes;
}

}  // namespace nodewise::text
