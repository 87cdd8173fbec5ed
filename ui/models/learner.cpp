#include "ui/models/learner.h"
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace nodewise::models {

namespace {

// The store asks for a name; this one stands for "none given" and is never shown.
constexpr const char* kNoName = "-";

Timestamp startOfWeek(Timestamp now) {
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toLocalTime().date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    return Timestamp(std::chrono::milliseconds(monday.startOfDay().toMSecsSinceEpoch()));
}

}  // namespace

Learner::Learner(progress::ProgressStore& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock) {}

Result<void> Learner::open(const QString& name) {
    const std::string wanted = name.trimmed().toStdString();
    const auto all = m_store.profiles();
    if (!all)
        return fail(all.error());
    for (const auto& profile : *all)
        if (wanted.empty() || profile.name == wanted) {
            m_profile = profile;
            refresh();
            return {};
        }
    auto made = m_store.createProfile(wanted.empty() ? kNoName : wanted);
    if (!made)
        return fail(made.error());
    m_profile = *made;
    refresh();
    return {};
}

Result<LearnerState> Learner::read() const {
    LearnerState state;
    auto calls = m_store.calls(m_profile.id);
    if (!calls)
        return fail(calls.error());
    auto counts = m_store.counts(m_profile.id, startOfWeek(m_clock.now()));
    if (!counts)
        return fail(counts.error());
    auto unfinished = m_store.unfinishedCase(m_profile.id);
    if (!unfinished)
        return fail(unfinished.error());
    auto cases = m_store.caseStatuses(m_profile.id);
    if (!cases)
        return fail(cases.error());
    auto due = m_store.dueConcepts(m_profile.id);
    if (!due)
        return fail(due.error());
    // The bootstrap behind the summary is the costly part; places are entered more often than
    // calls are made.
    state.summary = *calls == m_state.calls ? m_state.summary : analytics::summarise(*calls);
    state.calls = std::move(*calls);
    state.counts = *counts;
    state.unfinished = std::move(*unfinished);
    state.cases = std::move(*cases);
    state.due = std::move(*due);
    return state;
}

void Learner::refresh() {
    auto state = read();
    if (state) {
        m_state = std::move(*state);
        m_problem.reset();
    } else {
        m_problem = state.error();
    }
    Q_EMIT changed();
}

QString Learner::name() const {
    return m_profile.name == kNoName ? QString() : QString::fromStdString(m_profile.name);
}

Result<void> Learner::setName(const QString& name) {
    const QString trimmed = name.trimmed();
    const std::string stored = trimmed.isEmpty() ? kNoName : trimmed.toStdString();
    if (stored == m_profile.name)
        return {};
    if (auto renamed = m_store.renameProfile(m_profile.id, stored); !renamed)
        return renamed;
    m_profile.name = stored;
    Q_EMIT changed();
    return {};
}

bool Learner::hasStarted() const {
    return m_state.counts.calls > 0 || m_state.unfinished.has_value() || !m_state.cases.empty();
}

QString Learner::examDate() const {
    const auto value = m_store.setting(progress::kExamDateSetting, m_profile.id);
    return value && *value ? QString::fromStdString(**value) : QString();
}

Result<void> Learner::setExamDate(const QString& isoDate) {
    const QString text = isoDate.trimmed();
    if (!text.isEmpty() && !QDate::fromString(text, Qt::ISODate).isValid())
        return fail(ErrorCode::InvalidArgument,
                    "the exam date is no date; write year-month-day, as in 2027-02-17");
    auto kept = m_store.setSetting(progress::kExamDateSetting, text.toStdString(), m_profile.id);
    if (kept)
        refresh();
    return kept;
}

}  // namespace nodewise::models
