/// drawn_memory.h: what was drawn on the pictures of readings that are not finished.
#pragma once
#include "progress/progress_store.h"
#include <string>

namespace nodewise::models {

/// Kept in the progress store, one text a reading; the latest few readings. GUI thread.
class DrawnMemory {
public:
    /// The store outlives the memory.
    explicit DrawnMemory(progress::ProgressStore& store)
        : m_store(store) {}

    /// Empty for readings without one.
    [[nodiscard]] std::string of(const session::SessionId& session) const;
    /// An empty text, or that of an empty list, takes it away. Errors: those of the store.
    [[nodiscard]] Result<void> keep(const session::SessionId& session, const std::string& drawn);

private:
    progress::ProgressStore& m_store;
};

}  // namespace nodewise::models
