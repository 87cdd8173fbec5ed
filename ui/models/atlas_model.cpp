#include "ui/models/atlas_model.h"
#include "ui/models/cases_model.h"
#include "ui/text/concept_text.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QLocale>
#include <algorithm>

namespace nodewise::models {

AtlasModel::AtlasModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
                       jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {
    connect(&learner, &Learner::changed, this, &AtlasModel::rowsChanged);
    connect(&library, &CaseLibrary::changed, this, &AtlasModel::rowsChanged);
}

bool AtlasModel::isInTest(const LibraryEntry& entry) const {
    for (const auto& activity : m_learner.state().activities)
        if (!activity.ended && activity.started.kind == session::ActivityKind::Test)
            for (const auto& ref : activity.started.cases)
                if (ref.pack == entry.pack && ref.caseId == entry.where.id)
                    return true;
    return false;
}

bool AtlasModel::isKnown(const LibraryEntry& entry) const {
    if (isInTest(entry))
        return false;
    const auto same = [&](const auto& other) {
        return other.pack == entry.pack && other.caseId == entry.where.id;
    };
    const auto& state = m_learner.state();
    return std::any_of(state.spent.begin(), state.spent.end(), same) ||
           std::any_of(state.cases.begin(), state.cases.end(), [&](const auto& status) {
               return same(status) && status.state == progress::CaseState::Done;
           });
}

QString AtlasModel::searchText(const LibraryEntry& entry) const {
    QStringList parts{caseTitle(entry), QString::fromStdString(entry.record.title),
                      shortHistory(entry.record.history)};
    parts += furtherHistory(entry.record.history);
    for (const auto& node : entry.record.nodes)
        parts << text::sideLevelTitle(node.side, node.level);
    for (const ConceptId& id : entry.record.concepts)
        parts << text::conceptTitle(id) << text::conceptDetail(id);
    if (isKnown(entry))
        for (const auto& call : m_learner.state().calls)
            if (call.score && call.ref.pack == entry.pack && call.ref.caseId == entry.where.id)
                parts << text::gradeName(call.score->gradeReference);
    return parts.join(QLatin1Char(' '));
}

void AtlasModel::setSearch(const QString& text) {
    if (text == m_search)
        return;
    m_search = text;
    Q_EMIT rowsChanged();
}

std::vector<AtlasRow> AtlasModel::rows() const {
    const QStringList words = m_search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<AtlasRow> rows;
    for (const LibraryEntry& entry : m_library.entries()) {
        if (isInTest(entry))
            continue;
        const QString all = searchText(entry);
        if (std::all_of(words.begin(), words.end(), [&all](const QString& word) {
                return all.contains(word, Qt::CaseInsensitive);
            }))
            rows.push_back({entry.where, caseTitle(entry), shortHistory(entry.record.history),
                            isKnown(entry)});
    }
    return rows;
}

void AtlasModel::choose(const CaseLocator& where) {
    ++m_generation;
    m_reference.reset();
    m_visit.reset();
    m_chosen.reset();
    m_state = AtlasState::Nothing;
    const LibraryEntry* entry = m_library.find(where);
    if (entry && !isInTest(*entry)) {
        const bool known = isKnown(*entry);
        m_chosen = AtlasRow{where, caseTitle(*entry), shortHistory(entry->record.history), known};
        m_visit.emplace(
            session::CaseRef{entry->pack, entry->packVersion.toStdString(), entry->where.id},
            known);
        m_state = AtlasState::Asking;
    }
    if (m_visit && m_visit->truthAllowed())
        return open();
    Q_EMIT changed();
}

void AtlasModel::spend() {
    if (m_state != AtlasState::Asking)
        return;
    const auto spent = m_visit->spend([this](const session::CaseSpent& event) {
        return m_learner.store().spendCase(m_learner.profile(), event.ref);
    });
    if (!spent)
        return Q_EMIT problem(spent.error());
    m_learner.refresh();
    open();
}

void AtlasModel::open() {
    if (const auto allowed = m_visit->requireTruthAllowed(); !allowed)
        return Q_EMIT problem(allowed.error());
    m_state = AtlasState::Opening;
    Q_EMIT changed();
    const int generation = m_generation;
    auto work = [services = &m_services, where = m_chosen->where](JobControl& job) {
        return services->openReference(where, job);
    };
    auto done = [this, generation](Result<CaseReference> opened) {
        if (generation != m_generation)
            return;
        m_state = opened ? AtlasState::Open : AtlasState::Nothing;
        if (opened)
            m_reference = std::move(*opened);
        Q_EMIT changed();
        if (!opened)
            Q_EMIT problem(opened.error());
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

namespace {

/// Such a word within a line: an adjective in every language here.
QString within(const QString& word) {
    return QLocale().toLower(word);
}

}  // namespace

QStringList AtlasModel::nodeLines() const {
    QStringList lines;
    if (!m_reference)
        return lines;
    for (const NodeTruth& node : m_reference->truth.nodes)
        //: %1 side and level, %2 grade, %3 margin, %4 fat, %5 and %6 short and long axis.
        lines << tr("%1: %2 · margin %3 · fat %4 · %5 × %6")
                     .arg(text::sideLevelTitle(node.side, node.level), text::gradeName(node.grade),
                          within(text::marginName(node.margin)), within(text::fatName(node.fat)),
                          text::millimetres(node.shortAxisMm), text::millimetres(node.longAxisMm));
    return lines;
}

}  // namespace nodewise::models
