#include "ui/models/today_model.h"
#include "casepack/fresh_case.h"
#include "ui/models/next_draw.h"
#include "ui/text/call_text.h"
#include "ui/text/concept_text.h"
#include "ui/text/error_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace nodewise::models {

namespace {

QDateTime localTime(Timestamp time) {
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toLocalTime();
}

/// While the case is being drawn; then the library has it and the card is that of any new case.
NextCard freshCard(const ConceptId& concept_) {
    NextCard card;
    card.kicker = TodayModel::tr("Next case");
    card.title = TodayModel::tr("A fresh case is being drawn");
    card.standing << TodayModel::tr("You have read every case that trains this: %1")
                         .arg(text::conceptTitle(concept_));
    return card;
}

}  // namespace

CallRow callRow(const session::CallRecord& call, const LibraryEntry* entry) {
    CallRow row;
    row.id = call.id;
    row.record = call;
    const QString node = text::sideLevelTitle(call.node.side, call.node.level);
    if (entry) {
        row.entry = *entry;
        row.title = TodayModel::tr("%1, case %2").arg(node).arg(entry->number);
    } else {
        row.title = TodayModel::tr("%1, %2").arg(node, QString::fromStdString(call.caseTitle));
    }
    if (call.answer.grade && call.answer.probability)
        row.you =
            TodayModel::tr("you %1, %2")
                .arg(text::gradeName(*call.answer.grade), text::percent(*call.answer.probability));
    if (call.score) {
        row.reference =
            TodayModel::tr("reference %1").arg(text::gradeName(call.score->gradeReference));
        row.verdict = session::gradeVerdict(*call.score);
    }
    return row;
}

QString missingFiguresText(const analytics::ResidentSummary& summary) {
    QStringList sentences;
    if (summary.scored < analytics::kMinimumScored)
        sentences << TodayModel::tr("Skill appears after %1 scored nodes: %2 so far.")
                         .arg(analytics::kMinimumScored)
                         .arg(summary.scored);
    if (summary.positives < analytics::kMinimumPerClass ||
        summary.negatives < analytics::kMinimumPerClass)
        //: AUC: area under the ROC curve. Positive: a node with extranodal extension.
        sentences << TodayModel::tr(
                         "AUC after %1 positive and %1 negative nodes: %2 and %3 so far.")
                         .arg(analytics::kMinimumPerClass)
                         .arg(summary.positives)
                         .arg(summary.negatives);
    return sentences.join(QLatin1Char(' '));
}

TodayModel::TodayModel(Learner& learner, CaseLibrary& library, CasesModel& cases, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_cases(cases) {
    connect(&learner, &Learner::changed, this, &TodayModel::changed);
    connect(&library, &CaseLibrary::changed, this, &TodayModel::changed);
}

TodayState TodayModel::state() const {
    return m_learner.hasStarted() ? TodayState::Ready : TodayState::FirstStart;
}

const analytics::ResidentSummary& TodayModel::summary() const {
    return m_learner.state().summary;
}

QString TodayModel::problem() const {
    return m_learner.problem() ? text::errorSentence(*m_learner.problem()) : QString();
}

QString TodayModel::greeting() const {
    const int hour = localTime(m_learner.clock().now()).time().hour();
    const QString name = m_learner.name();
    if (hour >= 5 && hour < 12)
        return name.isEmpty() ? tr("Good morning") : tr("Good morning, %1").arg(name);
    if (hour >= 12 && hour < 18)
        return name.isEmpty() ? tr("Good afternoon") : tr("Good afternoon, %1").arg(name);
    return name.isEmpty() ? tr("Good evening") : tr("Good evening, %1").arg(name);
}

QString TodayModel::dateLine() const {
    const QDate today = localTime(m_learner.clock().now()).date();
    //: Format of the day at the head of the first screen, as QLocale takes it.
    QStringList parts{QLocale().toString(today, tr("dddd d MMMM"))};
    const QDate exam = QDate::fromString(m_learner.examDate(), Qt::ISODate);
    if (exam.isValid() && exam >= today)
        parts << tr("exam in %n day(s)", nullptr, static_cast<int>(today.daysTo(exam)));
    parts << tr("%n node(s) this week", nullptr, m_learner.state().counts.callsThisWeek);
    return parts.join(QStringLiteral("  ·  "));
}

NextCard TodayModel::unfinishedCard(const progress::UnfinishedCase& unfinished) const {
    NextCard card;
    card.unfinished = true;
    card.kicker = tr("Continue");
    const auto& opened = unfinished.opened;
    QString name = QString::fromStdString(opened.caseTitle);
    if (const auto* entry = m_library.find(opened.ref.pack, opened.ref.caseId)) {
        card.entry = *entry;
        card.where = entry->where;
        name = caseTitle(*entry);
        card.history = QStringList{shortHistory(entry->record.history)} +
                       furtherHistory(entry->record.history);
    }
    const auto total = opened.nodes.size();
    const auto done = unfinished.kept.size();
    card.title = unfinished.nextNode ? tr("%1, node %2 of %3").arg(name).arg(done + 1).arg(total)
                                     : tr("%1, all nodes called").arg(name);
    if (done > 0)
        card.standing << tr("%n node(s) called and saved.", nullptr, static_cast<int>(done));
    if (unfinished.lastTrace.image) {
        const int minutes = static_cast<int>(std::lround(unfinished.secondsSoFar / 60));
        if (minutes > 0)
            card.standing << tr("You stopped at image %1, %n minute(s) in.", nullptr, minutes)
                                 .arg(*unfinished.lastTrace.image);
        else
            card.standing << tr("You stopped at image %1.").arg(*unfinished.lastTrace.image);
    }
    if (!card.entry)
        card.standing << tr("The pack of this case is no longer on this computer.");
    return card;
}

NextCard TodayModel::newCard(const LibraryEntry& entry) const {
    NextCard card;
    card.kicker = tr("Next case");
    card.title = tr("%1, %2").arg(
        caseTitle(entry),
        CasesModel::tr("%n node(s)", nullptr, static_cast<int>(entry.record.nodes.size())));
    card.entry = entry;
    card.where = entry.where;
    card.history =
        QStringList{shortHistory(entry.record.history)} + furtherHistory(entry.record.history);
    card.standing << tr("Difficulty %1 of 5, %2.")
                         .arg(entry.record.difficulty)
                         .arg(text::truthKindName(entry.record.truthKind));
    return card;
}

std::optional<progress::ActivityStatus> TodayModel::runningTest() const {
    for (const auto& activity : m_learner.state().activities)
        if (!activity.ended && activity.started.kind == session::ActivityKind::Test)
            return activity;
    return std::nullopt;
}

QStringList TodayModel::testLines() const {
    QStringList lines;
    if (const auto test = runningTest()) {
        const int total = static_cast<int>(test->started.cases.size());
        return {tr("%1 of %n case(s) called. Feedback at the end.", nullptr, total)
                    .arg(test->finished.size())};
    }
    lines << tr("Eight cases that you have not read. Feedback at the end.");
    for (const auto& activity : m_learner.state().activities)
        if (activity.ended && activity.started.kind == session::ActivityKind::Test) {
            lines << tr("Last test: %1")
                         .arg(QLocale().toString(localTime(*activity.ended).date(), tr("d MMMM")));
            break;
        }
    return lines;
}

std::optional<NextCard> TodayModel::testCard() const {
    const auto test = runningTest();
    if (!test)
        return std::nullopt;
    for (const auto& ref : test->started.cases) {
        if (std::find(test->finished.begin(), test->finished.end(), ref) != test->finished.end())
            continue;
        const auto* entry = m_library.find(ref.pack, ref.caseId);
        if (!entry)
            return std::nullopt;
        NextCard card = newCard(*entry);
        card.unfinished = card.test = true;
        card.kicker = tr("Continue the test");
        card.standing = testLines();
        return card;
    }
    return std::nullopt;
}

std::optional<NextCard> TodayModel::drawnCard() const {
    auto next = nextDraw(m_learner, m_library);
    const bool full = next && next->kind == schedule::DrawKind::DayIsFull;
    if (full)
        next = nextDraw(m_learner, m_library, true);
    if (next && next->kind == schedule::DrawKind::Fresh)
        return freshCard(next->concept_);
    if (!next || !next->entry)
        return std::nullopt;
    NextCard card = newCard(*next->entry);
    if (full) {
        card.kicker = tr("Done for today");
        card.standing = QStringList{tr("Your %n call(s) of today are made. More is yours to "
                                       "choose.",
                                       nullptr, m_learner.dailyCap())};
    }
    if (next->kind == schedule::DrawKind::Probe)
        card.standing << tr("You read it a month ago or more: do you see it again?");
    else if (!next->concept_.empty() && next->reason != schedule::DrawReason::New)
        //: %1 is the name of a concept, such as "Lost plane or contact".
        card.standing << tr("It trains: %1").arg(text::conceptTitle(next->concept_));
    return card;
}

std::optional<NextCard> TodayModel::nextCard() const {
    if (auto card = testCard())
        return card;
    if (const auto& unfinished = m_learner.state().unfinished)
        return unfinishedCard(*unfinished);
    return drawnCard();
}

std::vector<DueRow> TodayModel::due() const {
    std::vector<DueRow> rows;
    for (const auto& concept_ : m_learner.state().due)
        rows.push_back(
            {text::conceptTitle(concept_.id), text::conceptDetail(concept_.id), concept_.recall});
    return rows;
}

std::optional<CaseLocator> TodayModel::caseForDue() const {
    if (m_learner.state().due.empty())
        return std::nullopt;
    const auto next = nextDraw(m_learner, m_library, true);
    const bool due = next && next->entry &&
                     (next->reason == schedule::DrawReason::Due ||
                      next->reason == schedule::DrawReason::LongAway);
    return due ? std::optional(next->entry->where) : std::nullopt;
}

QString TodayModel::nothingDue() const {
    if (m_learner.state().counts.scored == 0)
        return tr("Concepts come back here after their first scored node.");
    return tr("Nothing is due. Concepts come back when they begin to fade.");
}

std::vector<PackRow> TodayModel::packs() const {
    std::vector<PackRow> rows;
    int fresh = 0, freshDone = 0;
    for (const auto& pack : m_library.packs()) {
        int done = 0;
        for (const auto& entry : m_library.entries())
            if (entry.pack == pack.id && m_cases.progressOf(entry) == CaseProgress::Done)
                ++done;
        const int total = static_cast<int>(pack.cases.size());
        // Each fresh case is a pack of its own; they are one row.
        if (total > 0 && casepack::isFresh(pack.cases.front())) {
            freshDone += done;
            fresh += total;
            continue;
        }
        rows.push_back({pack.name, tr("%1 of %n case(s) done", nullptr, total).arg(done)});
    }
    if (fresh > 0)
        rows.push_back(
            {tr("Fresh cases"), tr("%1 of %n case(s) done", nullptr, fresh).arg(freshDone)});
    return rows;
}

std::vector<CallRow> TodayModel::lastCalls(std::size_t count) const {
    std::vector<CallRow> rows;
    for (const auto& call : m_learner.state().calls) {
        if (rows.size() == count)
            break;
        rows.push_back(callRow(call, m_library.find(call.ref.pack, call.ref.caseId)));
    }
    return rows;
}

QString TodayModel::missingFigures() const {
    return missingFiguresText(summary());
}

}  // namespace nodewise::models
