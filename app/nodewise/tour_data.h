/// tour_data.h: a made-up learner for the pictures of the tour.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "progress/progress_store.h"
#include "ui/models/case_library.h"
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace nodewise::app {

/// A clock that stands where the tour puts it.
class TourClock final : public Clock {
public:
    Timestamp time{};
    [[nodiscard]] Timestamp now() const override { return time; }
};

/// Monday 23 November 2026, 18:41 local time.
[[nodiscard]] Timestamp tourNow();

/// Where a reader would set the mark of a node.
using MarkOf = std::function<std::optional<PointLps>(const models::LibraryEntry&, std::size_t)>;

/// Writes at least `calls` scored calls on the nodes of `entries`, spread over twelve weeks, by a
/// reader who slowly gets better and disputes a reference now and then. Always the same. Moves the
/// clock; it ends at `tourNow()`.
[[nodiscard]] Result<void> writeTourHistory(progress::ProgressStore& store, TourClock& clock,
                                            const std::vector<models::LibraryEntry>& entries,
                                            const MarkOf& markOf, int calls, unsigned seed = 1);

/// The answer files of five made-up readers with at least `calls` calls each on thirty made-up
/// cases, in `folder`, which is made. Always the same but for the keys.
[[nodiscard]] Result<std::vector<std::filesystem::path>>
writeTourGroup(const std::filesystem::path& folder, TourClock& clock,
               const std::vector<models::LibraryEntry>& entries, const MarkOf& markOf, int calls);

}  // namespace nodewise::app
