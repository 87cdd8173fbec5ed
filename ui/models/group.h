/// group.h: the answers of several readers, in a progress file of their own.
#pragma once
#include "analytics/cohort.h"
#include "base/clock.h"
#include "progress/progress_store.h"
#include <QObject>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>

namespace nodewise::models {

/// What came in with one import.
struct ImportedAnswers {
    int files = 0;
    std::size_t added = 0, known = 0;
};

/// Own progress and the group's never mix: a copy of one says nothing of the other. GUI thread.
class Group final : public QObject {
    Q_OBJECT
public:
    /// The clock outlives the group; the file is made at the first import.
    Group(std::filesystem::path file, const Clock& clock, QObject* parent = nullptr);

    /// All files are read and checked before the first is taken up: a bad one changes nothing. The
    /// same file twice changes nothing. Errors of exchange::readAnswers and ProgressStore::merge.
    [[nodiscard]] Result<ImportedAnswers> import(const QStringList& files);
    [[nodiscard]] bool isEmpty();
    /// All calls of all readers; empty when nobody's answers are here.
    [[nodiscard]] const std::vector<session::CallRecord>& calls();
    [[nodiscard]] const std::vector<analytics::CohortReader>& readers();
    [[nodiscard]] const analytics::Cohort& cohort();
    [[nodiscard]] QString pseudonym(const ProfileId& profile);
    /// Every line of the group's log, for exports.
    [[nodiscard]] Result<std::vector<session::Event>> events();
    /// The last error; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    /// The group's file, for who adds results to it; null while nobody's answers are
    /// here or when it cannot be opened.
    [[nodiscard]] progress::ProgressStore* store();
    /// Results were added: all is read again when next asked for.
    void reload();

Q_SIGNALS:
    void changed();
    /// Answers came in that were not known. Before changed().
    void imported();

private:
    [[nodiscard]] Result<void> openStore();
    void read();

    std::filesystem::path m_file;
    const Clock& m_clock;
    std::optional<progress::ProgressStore> m_store;
    std::vector<session::CallRecord> m_calls;
    std::vector<analytics::CohortReader> m_readers;
    std::optional<analytics::Cohort> m_cohort;
    std::optional<Error> m_problem;
    bool m_read = false;
};

}  // namespace nodewise::models
