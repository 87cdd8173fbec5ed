/// case_library.h: the packs of this computer and the cases in them.
#pragma once
#include "ui/jobs/job_runner.h"
#include "ui/models/case_shelf.h"
#include "ui/models/reading_services.h"
#include <QObject>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace nodewise::models {

struct LibraryEntry {
    CaseLocator where;
    PackId pack;
    QString packName, packVersion;
    casepack::Trust trust = casepack::Trust::Unsigned;
    casepack::CaseRecord record;
    int number = 0;  ///< "Case 27": 1-based over the whole library, in the order asked for.
};

/// GUI thread only. Packs are copied into one folder, so that a stick can be pulled out.
class CaseLibrary final : public QObject {
    Q_OBJECT
public:
    /// `folder` is where packs are kept (made when absent). Shelf and jobs outlive the library.
    CaseLibrary(CaseShelf& shelf, jobs::JobRunner& jobs, std::filesystem::path folder,
                QObject* parent = nullptr);

    /// Reads every pack of the folder, and `builtIn` where they lie (not copied).
    void load(const std::vector<std::filesystem::path>& builtIn);
    /// Copies a pack into the folder and reads it; a pack with the same id takes the old one's
    /// place.
    void addPack(const std::filesystem::path& file);
    /// Reads a pack that the program itself made in the folder: nobody is told `packAdded`.
    void takeUpMade(const std::filesystem::path& file);
    void cancel();

    [[nodiscard]] const std::vector<LibraryEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<ShelfPack>& packs() const { return m_packs; }
    /// The case of a pack with that id, whatever its version; null when it is gone.
    [[nodiscard]] const LibraryEntry* find(const PackId& pack, const CaseId& id) const;
    [[nodiscard]] const LibraryEntry* find(const CaseLocator& where) const;
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void changed();
    void busyChanged();
    void progressed(double fraction, const QString& stage);
    /// A pack came in by `addPack`.
    void packAdded(const QString& name, int cases);
    void packRefused(const nodewise::Error& error);

private:
    void read(const std::filesystem::path& file, bool added);
    void take(Result<ShelfPack> pack, bool added);
    void rebuild();

    CaseShelf& m_shelf;
    jobs::JobRunner& m_jobs;
    std::filesystem::path m_folder;
    std::vector<ShelfPack> m_packs;
    std::map<std::filesystem::path, int> m_place;  ///< Of packs: workers end in any order.
    std::vector<LibraryEntry> m_entries;
    std::vector<jobs::JobPtr> m_running;
    int m_pending = 0;
};

}  // namespace nodewise::models
