/// atlas_model.h: looking cases up with their reference; a case not read before is spent by it.
#pragma once
#include "session/atlas_visit.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace nodewise::models {

struct AtlasRow {
    CaseLocator where;
    QString title, detail;  ///< "Case 27", "58 m · base of tongue, p16+"
    bool known = false;     ///< Read to its end, or spent: the reference may be shown.
};

enum class AtlasState { Nothing, Asking, Opening, Open };

class AtlasModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    AtlasModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
               jobs::JobRunner& jobs, QObject* parent = nullptr);

    /// Cases that hold every word of the search: title, history, levels, concepts, and the grade
    /// ("G2") of those that are known. A case whose reference is sealed is never found by it.
    void setSearch(const QString& text);
    [[nodiscard]] std::vector<AtlasRow> rows() const;
    [[nodiscard]] AtlasState state() const { return m_state; }
    /// Chooses a case; one that is known opens at once, another waits for `spend`.
    void choose(const CaseLocator& where);
    /// Asking only.
    void spend();
    [[nodiscard]] const std::optional<CaseReference>& reference() const { return m_reference; }
    [[nodiscard]] const std::optional<AtlasRow>& chosen() const { return m_chosen; }
    /// One line a node: "Left IIa: G2, margin indistinct, …".
    [[nodiscard]] QStringList nodeLines() const;

Q_SIGNALS:
    void changed();
    void rowsChanged();
    void problem(const nodewise::Error& error);

private:
    [[nodiscard]] bool isKnown(const LibraryEntry& entry) const;
    [[nodiscard]] bool isInTest(const LibraryEntry& entry) const;
    [[nodiscard]] QString searchText(const LibraryEntry& entry) const;
    void open();

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    QString m_search;
    AtlasState m_state = AtlasState::Nothing;
    std::optional<AtlasRow> m_chosen;
    std::optional<session::AtlasVisit> m_visit;
    std::optional<CaseReference> m_reference;
    int m_generation = 0;
};

}  // namespace nodewise::models
