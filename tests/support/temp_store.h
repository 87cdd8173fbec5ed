/// temp_store.h: a progress store in a folder of its own that goes with it.
#pragma once
#include "progress/progress_store.h"
#include "support/fixed_clock.h"
#include <QTemporaryDir>
#include <filesystem>
#include <optional>

namespace nodewise::tests {

class TempStore {
public:
    TempStore() { reopen(); }

    [[nodiscard]] std::filesystem::path folder() const {
        return std::filesystem::path(m_folder.path().toStdString());
    }
    [[nodiscard]] std::filesystem::path file() const { return folder() / "progress.db"; }

    /// Closes and opens again, as a restart of the program does.
    void reopen(progress::StoreOptions options = {}) {
        m_store.reset();
        auto opened = progress::ProgressStore::open(file(), clock, options);
        if (!opened)
            qFatal("cannot open the store: %s", opened.error().detail.c_str());
        m_store.emplace(std::move(*opened));
    }
    void close() { m_store.reset(); }

    progress::ProgressStore* operator->() { return &*m_store; }
    progress::ProgressStore& operator*() { return *m_store; }

    FixedClock clock;

private:
    QTemporaryDir m_folder;
    std::optional<progress::ProgressStore> m_store;
};

}  // namespace nodewise::tests
