/// ids.h: identifiers that nobody can mix up.
#pragma once
#include <compare>
#include <string>
#include <utility>

namespace nodewise {

/// A text identifier of one kind; two kinds do not convert into each other.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text)
        : value(std::move(text)) {}
    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using PackId = Id<struct PackIdTag>;        ///< UUID of a case pack.
using CaseId = Id<struct CaseIdTag>;        ///< Case within a pack, [a-z0-9-]+.
using NodeId = Id<struct NodeIdTag>;        ///< Node within a case, [a-z0-9-]+.
using ProfileId = Id<struct ProfileIdTag>;  ///< UUID of a learner's profile.
using ConceptId = Id<struct ConceptIdTag>;  ///< feature/site/look-alike.

/// A fresh random UUID (version 4), lower case. Thread-safe.
[[nodiscard]] std::string newUuid();

}  // namespace nodewise
