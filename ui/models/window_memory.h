/// window_memory.h: the window a series was last looked at with.
#pragma once
#include "base/result.h"
#include "progress/progress_store.h"
#include "volume/window_level.h"
#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace nodewise::models {

/// The latest 200 series, in the settings of the program. Names of cases and identifiers of series
/// are kept only as a hash. GUI thread only.
class WindowMemory {
public:
    explicit WindowMemory(progress::ProgressStore& store);
    [[nodiscard]] std::optional<Window> windowOf(const QString& series) const;
    /// Errors: those of the store.
    [[nodiscard]] Result<void> keep(const QString& series, const Window& window);
    /// Nothing is remembered of it any more.
    [[nodiscard]] Result<void> forget(const QString& series);

private:
    [[nodiscard]] Result<void> write() const;

    progress::ProgressStore& m_store;
    std::vector<std::pair<QString, Window>> m_windows;  ///< By hash, the latest last.
};

}  // namespace nodewise::models
