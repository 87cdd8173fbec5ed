/// words.h: the field's words as types, each with the one spelling used on disk and in the CLI.
///
/// Every list is written once as NAME(word) pairs; `word(x)` gives the spelling, `parse<T>(text)`
/// reads it back (exact, case-sensitive). All functions are pure and thread-safe. Sentences for
/// people are made in ui/text.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace nodewise {

template <class T>
struct Words;  ///< Specialised for each enum below: `static constexpr std::array pairs`.

/// The spelling of a term on disk, for example word(Site::Larynx) == "larynx".
template <class T>
[[nodiscard]] constexpr std::string_view word(T value) {
    for (const auto& [term, text] : Words<T>::pairs)
        if (term == value)
            return text;
    return {};
}

/// The term of a spelling; nothing when the word is not one of the list.
template <class T>
[[nodiscard]] constexpr std::optional<T> parse(std::string_view text) {
    for (const auto& [term, spelling] : Words<T>::pairs)
        if (spelling == text)
            return term;
    return std::nullopt;
}

/// All values of a term in the order of the list: for loops, combo boxes and tests.
template <class T>
[[nodiscard]] constexpr const auto& allWords() {
    return Words<T>::pairs;
}

#define NODEWISE_TERM_ENUM(name, text) name,
#define NODEWISE_TERM_PAIR(name, text) std::pair{Self::name, std::string_view{text}},
#define NODEWISE_TERM(Type, LIST)                                                                  \
    enum class Type { LIST(NODEWISE_TERM_ENUM) };                                                  \
    template <>                                                                                    \
    struct Words<Type> {                                                                           \
        using Self = Type;                                                                         \
        static constexpr auto pairs = std::to_array({LIST(NODEWISE_TERM_PAIR)});                   \
    };

}  // namespace nodewise
