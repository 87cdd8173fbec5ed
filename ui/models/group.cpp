#include "ui/models/group.h"
#include "exchange/answer_file.h"
#include <algorithm>

namespace nodewise::models {

Group::Group(std::filesystem::path file, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock) {}

Result<void> Group::openStore() {
    if (m_store)
        return {};
    auto opened = progress::ProgressStore::open(m_file, m_clock);
    if (!opened)
        return fail(opened.error());
    m_store.emplace(std::move(*opened));
    return {};
}

Result<ImportedAnswers> Group::import(const QStringList& files) {
    NullJobControl job;
    std::vector<exchange::AnswerFile> read;
    for (const QString& file : files) {
        auto answers = exchange::readAnswers(std::filesystem::path(file.toStdU16String()), job);
        if (!answers)
            return fail(answers.error());
        read.push_back(std::move(*answers));
    }
    if (auto ok = openStore(); !ok)
        return fail(ok.error());
    ImportedAnswers imported;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const auto count = m_store->merge(read[i].events);
        if (!count)
            return fail(count.error().code, count.error().detail,
                        files[static_cast<int>(i)].toStdString(), count.error().place);
        ++imported.files;
        imported.added += count->added;
        imported.known += count->known;
    }
    if (imported.added > 0)
        Q_EMIT this->imported();
    reload();
    return imported;
}

progress::ProgressStore* Group::store() {
    std::error_code error;
    if (!m_store && !std::filesystem::exists(m_file, error))
        return nullptr;
    return openStore() ? &*m_store : nullptr;
}

void Group::reload() {
    m_read = false;
    Q_EMIT changed();
}

void Group::read() {
    if (m_read)
        return;
    m_read = true;
    m_calls.clear();
    m_readers.clear();
    m_cohort.reset();
    m_problem.reset();
    std::error_code error;
    if (!m_store && !std::filesystem::exists(m_file, error))
        return;
    const auto opened = openStore();
    const auto profiles =
        opened ? m_store->profiles() : Result<std::vector<progress::Profile>>(fail(opened.error()));
    if (!profiles) {
        m_problem = profiles.error();
        return;
    }
    for (const progress::Profile& profile : *profiles) {
        auto calls = m_store->calls(profile.id);
        if (!calls) {
            m_problem = calls.error();
            return;
        }
        m_calls.insert(m_calls.end(), calls->begin(), calls->end());
        m_readers.push_back({profile.id, profile.name, std::move(*calls)});
    }
}

bool Group::isEmpty() {
    read();
    return m_readers.empty();
}

const std::vector<session::CallRecord>& Group::calls() {
    read();
    return m_calls;
}

const std::vector<analytics::CohortReader>& Group::readers() {
    read();
    return m_readers;
}

const analytics::Cohort& Group::cohort() {
    read();
    if (!m_cohort)
        m_cohort = analytics::cohortOf(m_readers);
    return *m_cohort;
}

QString Group::pseudonym(const ProfileId& profile) {
    read();
    for (const auto& reader : m_readers)
        if (reader.profile == profile)
            return QString::fromStdString(reader.pseudonym);
    return {};
}

Result<std::vector<session::Event>> Group::events() {
    if (isEmpty())
        return std::vector<session::Event>{};
    return m_store->events();
}

}  // namespace nodewise::models
