#include "ui/models/learner.h"
#include "archive/pin.h"
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace nodewise::models {

namespace {

// The store asks for a name; this one stands for "none given" and is never shown.
constexpr const char* kNoName = "-";
constexpr const char* kDailyCapSetting = "daily_cap";
constexpr const char* kPinSetting = "pin";
constexpr int kDailyCap = 20, kHighestCap = 200;
constexpr int kShortestPin = 4, kLongestPin = 12;

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
            m_mark.reset();
            refresh();
            return {};
        }
    auto made = m_store.createProfile(wanted.empty() ? kNoName : wanted);
    if (!made)
        return fail(made.error());
    m_profile = *made;
    m_mark.reset();
    refresh();
    return {};
}

Result<LearnerState> Learner::read() const {
    LearnerState state;
    progress::CallFilter newest;
    newest.limit = kShownCalls;
    auto calls = m_store.calls(m_profile.id, newest);
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
    auto spent = m_store.spentCases(m_profile.id);
    if (!spent)
        return fail(spent.error());
    auto activities = m_store.activities(m_profile.id);
    if (!activities)
        return fail(activities.error());
    // The bootstrap behind the summary is the costly part; places are entered more often than
    // calls are made.
    state.summary = *calls == m_state.calls ? m_state.summary : analytics::summarise(*calls);
    state.calls = std::move(*calls);
    state.counts = *counts;
    state.unfinished = std::move(*unfinished);
    state.cases = std::move(*cases);
    state.spent = std::move(*spent);
    state.activities = std::move(*activities);
    if (auto ok = readConcepts(state); !ok)
        return fail(ok.error());
    return state;
}

/// What is due follows from the clock too: this part is read at every refresh.
Result<void> Learner::readConcepts(LearnerState& state) const {
    auto concepts = m_store.concepts(m_profile.id);
    if (!concepts)
        return fail(concepts.error());
    state.due.clear();
    for (const auto& known : *concepts)
        if (known.due <= m_clock.now())
            state.due.push_back(known);
    state.concepts = std::move(*concepts);
    return {};
}

void Learner::refresh() {
    const auto mark = m_store.changeMark();
    const Timestamp week = startOfWeek(m_clock.now());
    m_problem.reset();
    if (mark && m_mark == *mark && m_week == week) {
        if (auto ok = readConcepts(m_state); !ok)
            m_problem = ok.error();
    } else if (auto state = read()) {
        m_state = std::move(*state);
        // A mark from before the reading: what came between is read the next time.
        m_mark = mark ? std::optional(*mark) : std::nullopt;
        m_week = week;
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

int Learner::dailyCap() const {
    const auto value = m_store.setting(kDailyCapSetting, m_profile.id);
    const int cap = value && *value ? QString::fromStdString(**value).toInt() : 0;
    return cap >= 1 && cap <= kHighestCap ? cap : kDailyCap;
}

Result<void> Learner::setDailyCap(int calls) {
    if (calls < 1 || calls > kHighestCap)
        return fail(ErrorCode::ValueOutOfRange, "the daily cap is 1 to 200 calls");
    if (calls == dailyCap())
        return {};
    auto kept = m_store.setSetting(kDailyCapSetting, std::to_string(calls), m_profile.id);
    if (kept)
        refresh();
    return kept;
}

bool Learner::hasPin() const {
    const auto value = m_store.setting(kPinSetting, m_profile.id);
    return value && *value && !(*value)->empty();
}

Result<void> Learner::setPin(const QString& pin) {
    const auto length = pin.size();
    if (length != 0 && (length < kShortestPin || length > kLongestPin))
        return fail(ErrorCode::InvalidArgument, "a PIN has 4 to 12 characters");
    const std::string hash = length == 0 ? std::string() : archive::pinHash(pin.toStdString());
    if (length != 0 && hash.empty())
        return fail(ErrorCode::OutOfMemory, "there is not enough memory to keep a PIN");
    auto kept = m_store.setSetting(kPinSetting, hash, m_profile.id);
    if (kept)
        Q_EMIT changed();
    return kept;
}

bool Learner::pinFits(const QString& pin) const {
    const auto value = m_store.setting(kPinSetting, m_profile.id);
    return value && *value && archive::pinFits(**value, pin.toStdString());
}

std::vector<session::CallRecord> Learner::allCalls() const {
    if (static_cast<std::size_t>(m_state.counts.calls) <= m_state.calls.size())
        return m_state.calls;
    auto all = m_store.calls(profile());
    return all ? std::move(*all) : m_state.calls;
}

}  // namespace nodewise::models
