#include "ui/models/measure_model.h"
#include <algorithm>

namespace nodewise::models {

MeasureModel::MeasureModel(jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_ownUndo(std::make_unique<QUndoStack>()) {
    m_undo = m_ownUndo.get();
}

MeasureModel::~MeasureModel() = default;

// ---- the series --------------------------------------------------------------------------------

void MeasureModel::openSeries(const OpenSeries& series) {
    close();
    m_series = series;
    m_labels = std::make_shared<const LabelMap>(LabelMap::empty(series.volume->geometry()));
    findFacts();
    Q_EMIT seriesChanged();
    Q_EMIT labelsChanged();
}

void MeasureModel::close() {
    ++m_generation;
    for (const auto& job : {m_outlining, m_factsJob})
        if (job)
            job->cancel();
    for (const auto& job : m_measuring)
        job->cancel();
    m_measuring.clear();
    m_outlining.reset();
    m_factsJob.reset();
    m_undo->clear();
    m_series = {};
    m_labels.reset();
    m_structures.reset();
    m_facts.reset();
    m_nodes.clear();
    m_current = -1;
    m_patient = {};
    m_changed = false;
    Q_EMIT seriesChanged();
    Q_EMIT nodesChanged();
    Q_EMIT currentChanged();
}

void MeasureModel::findFacts() {
    const int generation = m_generation;
    m_factsJob = m_jobs.run(
        this,
        [volume = m_series.volume](JobControl& job) {
            return measure::findSeriesFacts(*volume, job);
        },
        [this, generation](Result<measure::SeriesFacts> facts) {
            if (generation != m_generation)
                return;
            m_factsJob.reset();
            if (facts)
                m_facts = std::make_shared<const measure::SeriesFacts>(std::move(*facts));
            measureAll();
        });
    // A runner that works at once has told already.
    if (m_factsJob && !m_factsJob->isRunning())
        m_factsJob.reset();
}

// ---- nodes -------------------------------------------------------------------------------------

const MeasuredNode* MeasureModel::currentNode() const {
    return m_current >= 0 && m_current < static_cast<int>(m_nodes.size())
               ? &m_nodes[static_cast<std::size_t>(m_current)]
               : nullptr;
}

void MeasureModel::setCurrent(int index) {
    index = std::clamp(index, -1, static_cast<int>(m_nodes.size()) - 1);
    if (index == m_current)
        return;
    m_current = index;
    Q_EMIT currentChanged();
}

void MeasureModel::setNodes(std::vector<MeasuredNode> nodes, int current) {
    m_nodes = std::move(nodes);
    m_current = std::clamp(current, -1, static_cast<int>(m_nodes.size()) - 1);
    m_changed = true;
    for (MeasuredNode& node : m_nodes)
        describe(node);
    Q_EMIT nodesChanged();
    Q_EMIT currentChanged();
    measureAll();
}

void MeasureModel::setSide(int index, Side side) {
    auto& node = m_nodes.at(static_cast<std::size_t>(index));
    if (node.work.side == side)
        return;
    node.work.side = side;
    m_changed = true;
    Q_EMIT nodesChanged();
}

void MeasureModel::setLevel(int index, std::optional<Level> level) {
    auto& node = m_nodes.at(static_cast<std::size_t>(index));
    if (node.work.level == level)
        return;
    node.work.level = level;
    m_changed = true;
    Q_EMIT nodesChanged();
}

// ---- the reader's own call ---------------------------------------------------------------------

void MeasureModel::setOwn(int index, std::optional<Grade> grade,
                          std::optional<double> probability) {
    auto& work = m_nodes.at(static_cast<std::size_t>(index)).work;
    // A call that was given stands: the core's answer is known from then on.
    if (work.committed || (work.ownGrade == grade && work.ownProbability == probability))
        return;
    work.ownGrade = grade;
    work.ownProbability = probability;
    m_changed = true;
    Q_EMIT nodesChanged();
}

bool MeasureModel::canCommit(int index) const {
    const auto& work = m_nodes.at(static_cast<std::size_t>(index)).work;
    return !work.committed && work.ownGrade && work.ownProbability;
}

void MeasureModel::commit(int index) {
    if (!canCommit(index))
        return;
    m_nodes[static_cast<std::size_t>(index)].work.committed = true;
    m_changed = true;
    answerAll();
}

const evidence::NodeEvidence* MeasureModel::answer(int index) const {
    if (index < 0 || index >= static_cast<int>(m_nodes.size()))
        return nullptr;
    const MeasuredNode& node = m_nodes[static_cast<std::size_t>(index)];
    return node.work.committed && node.fresh ? node.work.answer.get() : nullptr;
}

}  // namespace nodewise::models
