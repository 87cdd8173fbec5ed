/// reading_desk.h: the real services of a reading: packs, store, measurements, comparison.
#pragma once
#include "progress/progress_store.h"
#include "ui/models/drawn_memory.h"
#include "ui/models/reading_services.h"
#include "ui/models/sealed_reference.h"
#include <functional>
#include <map>
#include <mutex>

namespace nodewise::models {

/// Folders of the program, from app_paths.
struct DeskFolders {
    std::filesystem::path packs;  ///< Where packs are unpacked.
    std::filesystem::path cache;  ///< Rendered volumes; may be empty.
    std::filesystem::path trust;  ///< File of the pinned keys; may be empty.
    std::string language;  ///< Of the case texts, where a pack has it; empty = the pack's own.
};

/// Keeps the packs it has opened and the sealed reference of the case that is read. No view ever
/// sees that reference; only what belongs to a kept call leaves.
class ReadingDesk final : public ReadingServices {
public:
    using ProfileOf = std::function<ProfileId()>;
    /// The file of a pack by its id; empty when the pack is not at hand. GUI thread.
    using PackFileOf = std::function<std::filesystem::path(const PackId&)>;

    /// The store outlives the desk.
    ReadingDesk(progress::ProgressStore& store, DeskFolders folders, ProfileOf profile,
                PackFileOf packFile);

    Result<OpenedCase> openCase(const CaseLocator& where, JobControl& job) override;
    Result<void> prepareFeedback(const CaseLocator& where, const VolumePtr& volume,
                                 JobControl& job) override;
    void caseClosed() override;
    Result<std::optional<progress::UnfinishedCase>>
    unfinished(const session::CaseRef& ref) override;
    Result<void> begin(const session::CaseOpened& opened) override;
    Result<void> keepCall(const session::NodeCallCommitted& call) override;
    Result<void> saveDraft(const session::SessionId& session,
                           const progress::Draft& draft) override;
    Result<void> keepDrawn(const session::SessionId& session, const std::string& drawn) override;
    std::string drawn(const session::SessionId& session) override;
    Result<GradedCall> gradeCall(const GradingRequest& request, JobControl& job) override;
    Result<GradingRequest> requestFor(const session::CallId& call) override;
    Result<GradedCall> keptFeedback(const session::CallId& call) override;
    Result<CaseReference> openReference(const CaseLocator& where, JobControl& job) override;
    Result<void> keepScore(const session::CallId& call, const session::NodeScore& score) override;
    Result<void> feedbackSeen(const session::CallId& call) override;
    Result<void> finish(const session::SessionId& session) override;
    Result<void> dispute(const session::CallId& call, const std::string& objection) override;

private:
    [[nodiscard]] Result<casepack::PackPtr> packAt(const std::filesystem::path& file,
                                                   JobControl& job);
    /// Pack, record and picture of a case.
    struct TakenCase {
        casepack::PackPtr pack;
        casepack::CaseRecord record;
        VolumePtr volume;
    };
    [[nodiscard]] Result<TakenCase> take(const CaseLocator& where, JobControl& job);

    progress::ProgressStore& m_store;
    DeskFolders m_folders;
    ProfileOf m_profile;
    PackFileOf m_packFile;
    DrawnMemory m_drawn;
    SealedReference m_reference;
    std::mutex m_lock;  ///< Over what follows: jobs run on several threads.
    std::map<std::filesystem::path, casepack::PackPtr> m_packs;
};

}  // namespace nodewise::models
