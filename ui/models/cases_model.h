/// cases_model.h: the list of cases with search, facets and order.
#pragma once
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include "ui/models/thumbnails.h"
#include <QAbstractListModel>
#include <QStringList>
#include <array>
#include <set>
#include <vector>

namespace nodewise::models {

enum class CaseProgress { New, Started, Done };

/// The questions one can filter by. `Pack` shows only with more than one pack.
enum class Facet { Status, Site, Level, Truth, Pack };
inline constexpr std::array kFacets{Facet::Status, Facet::Site, Facet::Level, Facet::Truth,
                                    Facet::Pack};

/// One check box: `key` is a code, `count` how many cases would show with it and all other facets.
struct FacetValue {
    QString key, text;
    int count = 0;
    bool on = false;
};

enum class CaseOrder { EasyFirst, HardFirst, Newest };

/// Shows what passes every facet (any value within one facet) and holds every word of the search.
class CasesModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::UserRole + 1,  ///< "Case 27"
        NodesRole,                     ///< "2 nodes"
        HistoryRole,                   ///< "58 m · base of tongue, p16+"
        TruthRole,                     ///< "Synthetic"
        DifficultyRole,                ///< 1 … 5
        StatusRole,                    ///< "done", "started" or empty
        PictureRole                    ///< QImage of the opening slice; null until drawn
    };

    /// All outlive the model.
    CasesModel(CaseLibrary& library, Learner& learner, Thumbnails& thumbnails,
               QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const LibraryEntry& entryAt(int row) const;

    [[nodiscard]] int totalCount() const;
    [[nodiscard]] std::vector<FacetValue> facet(Facet facet) const;
    void setFacet(Facet facet, const QString& key, bool on);
    /// 1 … 5, low <= high.
    void setDifficulty(int low, int high);
    [[nodiscard]] int difficultyLow() const { return m_difficultyLow; }
    [[nodiscard]] int difficultyHigh() const { return m_difficultyHigh; }
    void setSearch(const QString& text);
    [[nodiscard]] QString search() const { return m_search; }
    void setOrder(CaseOrder order);
    void clearFilter();
    [[nodiscard]] bool isFiltered() const;
    /// What is set, as texts that can be taken off one by one.
    struct ActiveFilter {
        Facet facet = Facet::Status;
        QString key, text;
        bool difficulty = false;
    };
    [[nodiscard]] std::vector<ActiveFilter> activeFilters() const;

    /// The row that a newcomer should read next: not done, easiest first; nothing when all are
    /// done.
    [[nodiscard]] const LibraryEntry* nextNew() const;
    /// A case not begun that trains one of the concepts; null when there is none.
    [[nodiscard]] const LibraryEntry* newCaseFor(const std::vector<ConceptId>& concepts) const;
    [[nodiscard]] CaseProgress progressOf(const LibraryEntry& entry) const;

Q_SIGNALS:
    /// Rows, counts or filter have changed.
    void filterChanged();

private:
    [[nodiscard]] std::vector<QString> keysOf(const LibraryEntry& entry, Facet facet) const;
    [[nodiscard]] QString textOf(Facet facet, const QString& key) const;
    [[nodiscard]] bool passes(const LibraryEntry& entry, std::optional<Facet> except = {}) const;
    [[nodiscard]] bool holdsSearch(const LibraryEntry& entry) const;
    void refilter();

    CaseLibrary& m_library;
    Learner& m_learner;
    Thumbnails& m_thumbnails;
    std::array<std::set<QString>, kFacets.size()> m_chosen;
    int m_difficultyLow = 1, m_difficultyHigh = 5;
    QString m_search;
    CaseOrder m_order = CaseOrder::EasyFirst;
    std::vector<std::size_t> m_rows;  ///< Into the library's entries.
};

/// Age, sex, primary and p16 in one line: what a card shows.
[[nodiscard]] QString shortHistory(const casepack::History& history);
/// The rest of the history: contrast, biopsy, examination; one text each.
[[nodiscard]] QStringList furtherHistory(const casepack::History& history);

/// "Case 27"
[[nodiscard]] QString caseTitle(const LibraryEntry& entry);

}  // namespace nodewise::models
