#include "ui/models/case_library.h"
#include <algorithm>
#include <system_error>

namespace nodewise::models {

namespace fs = std::filesystem;

namespace {

/// Copies under another name first: a broken copy never lies under a pack's name.
Result<fs::path> copyIntoFolder(const fs::path& file, const fs::path& folder) {
    std::error_code problem;
    fs::create_directories(folder, problem);
    const fs::path target = folder / file.filename();
    if (fs::equivalent(file, target, problem))
        return target;
    fs::path half = target;
    half += ".part";
    if (!fs::copy_file(file, half, fs::copy_options::overwrite_existing, problem))
        return fail(ErrorCode::FileUnwritable, "the pack could not be copied: " + problem.message(),
                    target.string());
    fs::rename(half, target, problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, "the pack could not be kept: " + problem.message(),
                    target.string());
    return target;
}

}  // namespace

CaseLibrary::CaseLibrary(CaseShelf& shelf, jobs::JobRunner& jobs, fs::path folder, QObject* parent)
    : QObject(parent)
    , m_shelf(shelf)
    , m_jobs(jobs)
    , m_folder(std::move(folder)) {}

void CaseLibrary::load(const std::vector<fs::path>& builtIn) {
    std::vector<fs::path> files = builtIn;
    std::error_code problem;
    std::vector<fs::path> kept;
    for (const auto& entry : fs::directory_iterator(m_folder, problem))
        if (entry.path().extension() == ".nwpack")
            kept.push_back(entry.path());
    std::sort(kept.begin(), kept.end());
    files.insert(files.end(), kept.begin(), kept.end());
    for (const auto& file : files) {
        m_place.try_emplace(file, static_cast<int>(m_place.size()));
        read(file, false);
    }
}

void CaseLibrary::addPack(const fs::path& file) {
    read(file, true);
}

void CaseLibrary::read(const fs::path& file, bool added) {
    ++m_pending;
    Q_EMIT busyChanged();
    auto work = [this, file, folder = m_folder, added](JobControl& job) -> Result<ShelfPack> {
        // First look at it where it lies: what is refused is not copied.
        auto pack = m_shelf.readPack(file, job);
        if (!pack || !added)
            return pack;
        auto kept = copyIntoFolder(file, folder);
        if (!kept)
            return fail(kept.error());
        pack->file = *kept;
        return pack;
    };
    auto job = m_jobs.run(this, std::move(work),
                          [this, added](Result<ShelfPack> pack) { take(std::move(pack), added); });
    connect(job.get(), &jobs::Job::progressed, this, &CaseLibrary::progressed);
    std::erase_if(m_running, [](const auto& running) { return !running->isRunning(); });
    m_running.push_back(std::move(job));
}

void CaseLibrary::takeUpMade(const fs::path& file) {
    read(file, false);
}

void CaseLibrary::cancel() {
    for (const auto& job : m_running)
        job->cancel();
}

void CaseLibrary::take(Result<ShelfPack> pack, bool added) {
    --m_pending;
    if (!pack) {
        Q_EMIT busyChanged();
        if (pack.error().code != ErrorCode::Cancelled)
            Q_EMIT packRefused(pack.error());
        return;
    }
    const QString name = pack->name;
    const int cases = static_cast<int>(pack->cases.size());
    int place = m_place.try_emplace(pack->file, static_cast<int>(m_place.size())).first->second;
    for (const ShelfPack& old : m_packs)
        if (old.id == pack->id)
            place = std::min(place, m_place[old.file]);
    m_place[pack->file] = place;
    std::erase_if(m_packs, [&](const ShelfPack& old) { return old.id == pack->id; });
    m_packs.push_back(std::move(*pack));
    std::stable_sort(m_packs.begin(), m_packs.end(), [this](const auto& a, const auto& b) {
        return m_place[a.file] < m_place[b.file];
    });
    rebuild();
    Q_EMIT busyChanged();
    Q_EMIT changed();
    if (added)
        Q_EMIT packAdded(name, cases);
}

void CaseLibrary::rebuild() {
    m_entries.clear();
    for (const auto& pack : m_packs)
        for (const auto& record : pack.cases) {
            LibraryEntry entry;
            entry.where = {pack.file, record.id};
            entry.pack = pack.id;
            entry.packName = pack.name;
            entry.packVersion = pack.version;
            entry.trust = pack.trust;
            entry.record = record;
            entry.number = static_cast<int>(m_entries.size()) + 1;
            m_entries.push_back(std::move(entry));
        }
}

const LibraryEntry* CaseLibrary::find(const PackId& pack, const CaseId& id) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) {
        return entry.pack == pack && entry.where.id == id;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

const LibraryEntry* CaseLibrary::find(const CaseLocator& where) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const auto& entry) { return entry.where == where; });
    return found == m_entries.end() ? nullptr : &*found;
}

}  // namespace nodewise::models
