/// today_model.h: what the first screen says: greeting, the case to go on with, what is due.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/cases_model.h"
#include "ui/models/learner.h"
#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace nodewise::models {

enum class TodayState {
    FirstStart,  ///< Nothing was read yet.
    Ready
};

/// The large card: a reading to go on with, or the next new case.
struct NextCard {
    bool unfinished = false;
    bool test = false;     ///< Goes on with a test.
    QString kicker;        ///< "Continue" or "Next case"
    QString title;         ///< "Case 27, node 2 of 2"
    QStringList history;   ///< One line each.
    QStringList standing;  ///< "Node 1 called and saved." …
    CaseLocator where;
    std::optional<LibraryEntry> entry;
};

struct DueRow {
    QString title, detail;
    double recall = 0;
};

struct PackRow {
    QString name, detail;  ///< "Demo pack", "3 cases, 1 done"
};

struct CallRow {
    session::CallId id;
    QString title;                   ///< "Left IIa, case 27"
    QString you, reference;          ///< "you G1, 72 %", "reference G3"
    std::optional<Verdict> verdict;  ///< Nothing while not graded.
    std::optional<LibraryEntry> entry;
    session::CallRecord record;
};

/// No widget. Follows the learner and the library.
class TodayModel final : public QObject {
    Q_OBJECT
public:
    TodayModel(Learner& learner, CaseLibrary& library, CasesModel& cases,
               QObject* parent = nullptr);

    [[nodiscard]] TodayState state() const;
    [[nodiscard]] QString greeting() const;  ///< "Good evening, Mara"
    [[nodiscard]] QString
    dateLine() const;  ///< "Monday 23 November · exam in 86 days · 12 nodes …"
    [[nodiscard]] std::optional<NextCard> nextCard() const;
    [[nodiscard]] std::vector<DueRow> due() const;
    /// A case not yet done that trains a concept that is due; nothing when there is none.
    [[nodiscard]] std::optional<CaseLocator> caseForDue() const;
    /// The test that runs; nothing when there is none.
    [[nodiscard]] std::optional<progress::ActivityStatus> runningTest() const;
    /// "5 of 8 cases called", or what the next test would ask; and how the last one went.
    [[nodiscard]] QStringList testLines() const;
    /// What stands in place of an empty list of due concepts.
    [[nodiscard]] QString nothingDue() const;
    [[nodiscard]] std::vector<PackRow> packs() const;
    [[nodiscard]] std::vector<CallRow> lastCalls(std::size_t count = 5) const;
    /// "Skill appears after 20 scored nodes: 12 so far. …"
    [[nodiscard]] QString missingFigures() const;
    [[nodiscard]] Learner& learner() const { return m_learner; }
    [[nodiscard]] const analytics::ResidentSummary& summary() const;
    /// Why the list of calls could not be read; empty when all is well.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] NextCard unfinishedCard(const progress::UnfinishedCase& unfinished) const;
    [[nodiscard]] NextCard newCard(const LibraryEntry& entry) const;
    [[nodiscard]] std::optional<NextCard> testCard() const;
    [[nodiscard]] std::optional<NextCard> drawnCard() const;

    Learner& m_learner;
    CaseLibrary& m_library;
    CasesModel& m_cases;
};

/// One row of a list of calls. `entry` may be null: the pack is gone.
[[nodiscard]] CallRow callRow(const session::CallRecord& call, const LibraryEntry* entry);
/// What is missing for skill and AUC, with the counts so far.
[[nodiscard]] QString missingFiguresText(const analytics::ResidentSummary& summary);

}  // namespace nodewise::models
