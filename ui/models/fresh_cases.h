/// fresh_cases.h: makes a fresh case when the schedule asks for one and no unseen case is left.
#pragma once
#include "ui/jobs/job_runner.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QObject>
#include <filesystem>
#include <optional>
#include <set>

namespace nodewise::models {

/// Where fresh packs are kept, and what opening a pack needs.
struct FreshFolders {
    std::filesystem::path packs, unpacked, trust;
};

/// Follows learner and library. While it lives the draw over its library may ask for fresh cases
/// (`of`); it makes one at a time on another thread, a second or two, and the library takes it up
/// as any pack: then the draw finds it unseen. A template whose finding fits no neck is left alone
/// from then on. GUI thread only.
class FreshCases final : public QObject {
    Q_OBJECT
public:
    /// All outlive this; it is a child of the library.
    FreshCases(Learner& learner, CaseLibrary& library, jobs::JobRunner& jobs, FreshFolders folders);
    /// The one that serves this library; null when nobody makes fresh cases for it.
    [[nodiscard]] static const FreshCases* of(const CaseLibrary& library);

    /// Looks whether a case is wanted. Comes by itself after every change of learner or library.
    void look();
    [[nodiscard]] bool isMaking() const { return m_making; }
    /// A case that can be made afresh: drawn from a recipe, not fresh itself, nothing failed so
    /// far.
    [[nodiscard]] bool isTemplate(const LibraryEntry& entry) const;
    /// Of the cases that train the concept and can be made afresh, without those of a running test:
    /// the one that was made least often so far, then the easiest, then by pack and id; null when
    /// there is none.
    [[nodiscard]] const LibraryEntry* templateFor(const ConceptId& concept_) const;

Q_SIGNALS:
    void made(const nodewise::CaseId& fresh);

private:
    void lookSoon();
    void make(const LibraryEntry& from);

    Learner& m_learner;
    CaseLibrary& m_library;
    jobs::JobRunner& m_jobs;
    FreshFolders m_folders;
    std::set<std::pair<PackId, CaseId>> m_refused;  ///< Templates that nothing came of.
    bool m_making = false, m_soon = false;
};

/// The first number of a template whose fresh case neither lies in the library nor was ever read.
[[nodiscard]] int nextFreshNumber(const CaseLibrary& library, const LearnerState& state,
                                  const LibraryEntry& from);

}  // namespace nodewise::models
