/// result.h: a value or the reason why there is none.
#pragma once
#include "base/error.h"
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace nodewise {

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing branch: `return fail(ErrorCode::EmptyMask, "label 3 has no voxel");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail,
                                                std::string path = {}, std::string place = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(path), std::move(place)});
}

/// Passes an error of another result type on.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace nodewise
