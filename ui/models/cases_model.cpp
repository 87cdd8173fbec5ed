#include "ui/models/cases_model.h"
#include "casepack/fresh_case.h"
#include "ui/text/call_text.h"
#include "ui/text/term_text.h"
#include <QLocale>
#include <algorithm>
#include <map>

namespace nodewise::models {

namespace {

const QString kFreshPacks = QStringLiteral("fresh");

template <class T>
QString key(T term) {
    const std::string_view text = word(term);
    return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

std::size_t at(Facet facet) {
    return static_cast<std::size_t>(facet);
}

QString capital(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// The sites of a radiologist's request, coarser than the staging's.
QString siteGroup(Site site) {
    switch (site) {
    case Site::OropharynxP16Neg:
    case Site::OropharynxP16Pos:
        return QStringLiteral("oropharynx");
    case Site::UnknownPrimaryNeg:
    case Site::UnknownPrimaryHpv:
    case Site::UnknownPrimaryEbv:
        return QStringLiteral("unknown_primary");
    case Site::Larynx:
    case Site::Hypopharynx:
        return QStringLiteral("larynx_hypopharynx");
    default:
        return key(site);
    }
}

}  // namespace

QString shortHistory(const casepack::History& history) {
    casepack::History brief;
    brief.ageYears = history.ageYears;
    brief.sex = history.sex;
    brief.site = history.site;
    brief.p16 = history.p16;
    brief.primaryText = history.primaryText;
    brief.primarySide = history.primarySide;
    return text::historyLine(brief);
}

QStringList furtherHistory(const casepack::History& history) {
    casepack::History brief = history;
    brief.contrastDelayS.reset();
    brief.biopsy = BiopsyKind::None;
    brief.biopsyDaysBefore.reset();
    brief.examinationText.clear();
    brief.fixedNode = brief.skinInvolved = brief.nervePalsy = false;
    const QStringList shown = text::historyParts(brief);
    QStringList rest;
    for (const QString& part : text::historyParts(history))
        if (!shown.contains(part))
            rest << part;
    return rest;
}

QString caseTitle(const LibraryEntry& entry) {
    return CasesModel::tr("Case %1").arg(entry.number);
}

CasesModel::CasesModel(CaseLibrary& library, Learner& learner, Thumbnails& thumbnails,
                       QObject* parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_learner(learner)
    , m_thumbnails(thumbnails) {
    connect(&library, &CaseLibrary::changed, this, &CasesModel::refilter);
    connect(&learner, &Learner::changed, this, &CasesModel::refilter);
    connect(&thumbnails, &Thumbnails::ready, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PictureRole});
    });
    refilter();
}

int CasesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const LibraryEntry& CasesModel::entryAt(int row) const {
    return m_library.entries().at(m_rows.at(static_cast<std::size_t>(row)));
}

int CasesModel::totalCount() const {
    return static_cast<int>(m_library.entries().size());
}

QVariant CasesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LibraryEntry& entry = entryAt(index.row());
    const casepack::CaseRecord& record = entry.record;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return caseTitle(entry);
    case NodesRole:
        return tr("%n node(s)", nullptr, static_cast<int>(record.nodes.size()));
    case HistoryRole:
        return shortHistory(record.history);
    case TruthRole:
        return capital(text::truthKindName(record.truthKind));
    case DifficultyRole:
        return record.difficulty;
    case StatusRole:
        switch (progressOf(entry)) {
        case CaseProgress::Done:
            return tr("done");
        case CaseProgress::Started:
            return tr("started");
        case CaseProgress::New:
            return QString();
        }
        return {};
    case PictureRole:
        return m_thumbnails.opening(entry);
    case Qt::AccessibleTextRole:
        return QStringList{caseTitle(entry),
                           data(index, NodesRole).toString(),
                           data(index, HistoryRole).toString(),
                           tr("difficulty %1 of 5").arg(record.difficulty),
                           data(index, TruthRole).toString(),
                           data(index, StatusRole).toString()}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

CaseProgress CasesModel::progressOf(const LibraryEntry& entry) const {
    for (const auto& status : m_learner.state().cases)
        if (status.pack == entry.pack && status.caseId == entry.where.id)
            return status.state == progress::CaseState::Done ? CaseProgress::Done
                                                             : CaseProgress::Started;
    return CaseProgress::New;
}

std::vector<QString> CasesModel::keysOf(const LibraryEntry& entry, Facet facet) const {
    std::vector<QString> keys;
    switch (facet) {
    case Facet::Status:
        keys.push_back(QString::number(static_cast<int>(progressOf(entry))));
        break;
    case Facet::Site:
        keys.push_back(siteGroup(entry.record.history.site));
        break;
    case Facet::Level:
        for (const auto& node : entry.record.nodes) {
            const QString level = key(coarseLevel(node.level));
            if (std::find(keys.begin(), keys.end(), level) == keys.end())
                keys.push_back(level);
        }
        break;
    case Facet::Truth:
        keys.push_back(key(entry.record.truthKind));
        break;
    case Facet::Pack:
        // Each fresh case is a pack of its own; to the reader they are one that grows.
        keys.push_back(casepack::isFresh(entry.record) ? kFreshPacks
                                                       : QString::fromStdString(entry.pack.value));
        break;
    }
    return keys;
}

QString CasesModel::textOf(Facet facet, const QString& code) const {
    const std::string plain = code.toStdString();
    switch (facet) {
    case Facet::Status:
        switch (static_cast<CaseProgress>(code.toInt())) {
        case CaseProgress::New:
            return tr("New");
        case CaseProgress::Started:
            return tr("Started");
        case CaseProgress::Done:
            return tr("Done");
        }
        return {};
    case Facet::Site:
        if (code == QLatin1String("oropharynx"))
            //: Site of the primary tumour.
            return tr("Oropharynx");
        if (code == QLatin1String("unknown_primary"))
            //: Site of the primary tumour is not known.
            return tr("Unknown primary");
        if (code == QLatin1String("larynx_hypopharynx"))
            //: Sites of the primary tumour.
            return tr("Larynx, hypopharynx");
        if (const auto site = parse<Site>(plain))
            return capital(text::siteName(*site));
        return code;
    case Facet::Level:
        if (const auto level = parse<Level>(plain))
            return text::levelName(*level);
        return code;
    case Facet::Truth:
        if (const auto kind = parse<TruthKind>(plain))
            return capital(text::truthKindName(*kind));
        return code;
    case Facet::Pack:
        if (code == kFreshPacks)
            return tr("Fresh cases");
        for (const auto& pack : m_library.packs())
            if (pack.id.value == plain)
                return pack.name;
        return code;
    }
    return {};
}

bool CasesModel::holdsSearch(const LibraryEntry& entry) const {
    if (m_search.trimmed().isEmpty())
        return true;
    QStringList words{caseTitle(entry),
                      QString::fromStdString(entry.record.title),
                      text::historyLine(entry.record.history),
                      text::siteName(entry.record.history.site),
                      entry.packName,
                      text::truthKindName(entry.record.truthKind)};
    for (const auto& node : entry.record.nodes)
        words << text::sideLevel(node.side, node.level);
    for (const auto& concept_ : entry.record.concepts)
        words << QString::fromStdString(concept_.value);
    const QString all = words.join(QLatin1Char(' '));
    const auto wanted = m_search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& part) {
        return all.contains(part, Qt::CaseInsensitive);
    });
}

bool CasesModel::passes(const LibraryEntry& entry, std::optional<Facet> except) const {
    if (entry.record.difficulty < m_difficultyLow || entry.record.difficulty > m_difficultyHigh)
        return false;
    for (const Facet facet : kFacets) {
        const auto& chosen = m_chosen[at(facet)];
        if (chosen.empty() || facet == except)
            continue;
        const auto keys = keysOf(entry, facet);
        if (std::none_of(keys.begin(), keys.end(),
                         [&](const QString& k) { return chosen.count(k) > 0; }))
            return false;
    }
    return holdsSearch(entry);
}

std::vector<FacetValue> CasesModel::facet(Facet facet) const {
    std::map<QString, int> counts;
    for (const auto& entry : m_library.entries())
        for (const auto& code : keysOf(entry, facet))
            counts[code] += passes(entry, facet) ? 1 : 0;
    std::vector<FacetValue> values;
    for (const auto& [code, count] : counts)
        values.push_back({code, textOf(facet, code), count, m_chosen[at(facet)].count(code) > 0});
    if (facet == Facet::Level)
        std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
            return parse<Level>(a.key.toStdString()) < parse<Level>(b.key.toStdString());
        });
    return values;
}

void CasesModel::setFacet(Facet facet, const QString& code, bool on) {
    if (on)
        m_chosen[at(facet)].insert(code);
    else
        m_chosen[at(facet)].erase(code);
    refilter();
}

void CasesModel::setDifficulty(int low, int high) {
    m_difficultyLow = std::clamp(low, 1, 5);
    m_difficultyHigh = std::clamp(high, m_difficultyLow, 5);
    refilter();
}

void CasesModel::setSearch(const QString& text) {
    m_search = text;
    refilter();
}

void CasesModel::setOrder(CaseOrder order) {
    m_order = order;
    refilter();
}

void CasesModel::clearFilter() {
    for (auto& chosen : m_chosen)
        chosen.clear();
    m_difficultyLow = 1;
    m_difficultyHigh = 5;
    m_search.clear();
    refilter();
}

bool CasesModel::isFiltered() const {
    return !activeFilters().empty() || !m_search.trimmed().isEmpty();
}

std::vector<CasesModel::ActiveFilter> CasesModel::activeFilters() const {
    std::vector<ActiveFilter> active;
    for (const Facet facet : kFacets)
        for (const QString& code : m_chosen[at(facet)])
            active.push_back({facet, code, textOf(facet, code), false});
    if (m_difficultyLow > 1 || m_difficultyHigh < 5)
        active.push_back({Facet::Status,
                          {},
                          tr("Difficulty %1–%2").arg(m_difficultyLow).arg(m_difficultyHigh),
                          true});
    return active;
}

const LibraryEntry* CasesModel::nextNew() const {
    const LibraryEntry* best = nullptr;
    for (const auto& entry : m_library.entries())
        if (progressOf(entry) != CaseProgress::Done &&
            (!best || entry.record.difficulty < best->record.difficulty))
            best = &entry;
    return best;
}

const LibraryEntry* CasesModel::newCaseFor(const std::vector<ConceptId>& concepts) const {
    for (const ConceptId& wanted : concepts)
        for (const auto& entry : m_library.entries()) {
            const auto& trained = entry.record.concepts;
            if (std::find(trained.begin(), trained.end(), wanted) != trained.end() &&
                progressOf(entry) == CaseProgress::New)
                return &entry;
        }
    return nullptr;
}

void CasesModel::refilter() {
    beginResetModel();
    m_rows.clear();
    const auto& entries = m_library.entries();
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (passes(entries[i]))
            m_rows.push_back(i);
    if (m_order == CaseOrder::Newest)
        std::reverse(m_rows.begin(), m_rows.end());
    else
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](std::size_t a, std::size_t b) {
            const int x = entries[a].record.difficulty, y = entries[b].record.difficulty;
            return m_order == CaseOrder::EasyFirst ? x < y : x > y;
        });
    endResetModel();
    Q_EMIT filterChanged();
}

}  // namespace nodewise::models
