#include "ui/models/measure_model.h"
#include <QCoreApplication>
#include <QUndoCommand>
#include <algorithm>
#include <cmath>

namespace nodewise::models {

using exchange::OutlineOrigin;
using segmentation::LabelEdit;

/// Voxels and nodes before and after.
class ChangeOutlines final : public QUndoCommand {
public:
    ChangeOutlines(MeasureModel& model, LabelEdit edit, std::vector<MeasuredNode> after,
                   int current, const QString& text)
        : QUndoCommand(text)
        , m_model(model)
        , m_edit(std::move(edit))
        , m_before(model.m_nodes)
        , m_after(std::move(after))
        , m_currentBefore(model.m_current)
        , m_currentAfter(current) {}

    /// The voxels carry the change already.
    void setApplied() { m_applied = true; }

    void undo() override {
        m_model.applyEdit(m_edit, false);
        m_model.setNodes(m_before, m_currentBefore);
    }
    void redo() override {
        if (!m_applied)
            m_model.applyEdit(m_edit, true);
        m_applied = false;
        m_model.setNodes(m_after, m_currentAfter);
    }

private:
    MeasureModel& m_model;
    LabelEdit m_edit;
    std::vector<MeasuredNode> m_before, m_after;
    int m_currentBefore, m_currentAfter;
    bool m_applied = false;  ///< The first redo leaves the voxels alone.
};

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

LabelMap& MeasureModel::editableLabels() {
    // Pictures and jobs may still look at the old ones.
    auto copy = std::make_shared<LabelMap>(*m_labels);
    LabelMap& labels = *copy;
    m_labels = std::move(copy);
    return labels;
}

void MeasureModel::applyEdit(const LabelEdit& edit, bool forward) {
    if (edit.empty())
        return;
    LabelMap& labels = editableLabels();
    if (forward)
        segmentation::redo(labels, edit);
    else
        segmentation::undo(labels, edit);
    Q_EMIT labelsChanged();
}

void MeasureModel::push(LabelEdit edit, std::vector<MeasuredNode> nodes, int current,
                        const QString& text) {
    m_undo->push(new ChangeOutlines(*this, std::move(edit), std::move(nodes), current, text));
}

LabelValue MeasureModel::freeLabel() const {
    LabelValue label = 1;
    const auto taken = [&](LabelValue wanted) {
        return std::ranges::any_of(
            m_nodes, [=](const MeasuredNode& node) { return node.work.label == wanted; });
    };
    while (taken(label))
        ++label;
    return label;
}

MeasuredNode MeasureModel::freshNode(LabelValue label, PointLps centre) const {
    MeasuredNode node;
    node.work.label = label;
    node.letter = QChar(u'A' + (label - 1) % 26);
    node.work.name = "node " + node.letter.toStdString();
    node.centre = centre;
    // Which side of the body, as a first guess: the mirror plane, else the middle of the picture.
    const bool left = m_facts && m_facts->mirror
                          ? dot(centre - m_facts->mirror->point, m_facts->mirror->normal) > 0
                          : centre.x > m_series.volume->geometry().centre().x;
    node.work.side = left ? Side::Left : Side::Right;
    return node;
}

namespace {

/// Slices may be left out between those that were outlined by hand.
bool isOnSlice(const LabelMap& labels, LabelValue label, const VoxelBox& box, int k) {
    for (int j = box.low.j; j <= box.high.j; ++j)
        for (int i = box.low.i; i <= box.high.i; ++i)
            if (labels.at(VoxelIndex{i, j, k}) == label)
                return true;
    return false;
}

}  // namespace

void MeasureModel::describe(MeasuredNode& node) const {
    const auto box = m_labels->boxOf(node.work.label);
    node.slices = 0;
    if (box)
        for (int k = box->low.k; k <= box->high.k; ++k)
            node.slices += isOnSlice(*m_labels, node.work.label, *box, k) ? 1 : 0;
    if (const auto centre = m_labels->centroidOf(node.work.label))
        node.centre = *centre;
}

void MeasureModel::outlineAt(PointLps place) {
    if (!isOpen() || m_outlining)
        return;
    const int generation = m_generation;
    m_outlining = m_jobs.run(
        this,
        [volume = m_series.volume, place](JobControl& job) {
            return segmentation::segmentNode(*volume, place, {}, job);
        },
        [this, generation](Result<segmentation::NodeSegmentation> found) {
            m_outlining.reset();
            Q_EMIT busyChanged();
            if (generation == m_generation)
                takeOutline(std::move(found));
        });
    if (m_outlining && !m_outlining->isRunning())
        m_outlining.reset();
    Q_EMIT busyChanged();
}

void MeasureModel::takeOutline(Result<segmentation::NodeSegmentation> found) {
    if (!found) {
        Q_EMIT refused(found.error());
        return;
    }
    const LabelValue label = freeLabel();
    LabelEdit edit;
    const auto& mask = found->mask;
    for (std::size_t at = 0; at < mask.bits.size(); ++at) {
        if (mask.bits[at] == 0)
            continue;
        const auto nx = static_cast<std::size_t>(mask.size[0]);
        const auto ny = static_cast<std::size_t>(mask.size[1]);
        const VoxelIndex index{mask.start.i + static_cast<int>(at % nx),
                               mask.start.j + static_cast<int>(at / nx % ny),
                               mask.start.k + static_cast<int>(at / (nx * ny))};
        // A voxel belongs to one node; the earlier outline keeps it.
        if (m_labels->at(index) == 0)
            edit.changes.push_back({m_labels->geometry().offset(index), 0, label});
    }
    if (edit.empty()) {
        Q_EMIT refused(Error{ErrorCode::NoNodeHere, "an outline is already here", {}, {}});
        return;
    }
    auto nodes = m_nodes;
    MeasuredNode node = freshNode(label, found->centre);
    node.flags = found->flags;
    nodes.push_back(std::move(node));
    const int index = static_cast<int>(nodes.size()) - 1;
    push(std::move(edit), std::move(nodes), index, tr("Outline a node"));
    Q_EMIT outlined(index);
}

void MeasureModel::startEmpty() {
    if (!isOpen())
        return;
    auto nodes = m_nodes;
    MeasuredNode node = freshNode(freeLabel(), m_series.volume->geometry().centre());
    node.work.origin = OutlineOrigin::Drawn;
    nodes.push_back(std::move(node));
    const int index = static_cast<int>(nodes.size()) - 1;
    push({}, std::move(nodes), index, tr("New outline"));
}

void MeasureModel::brush(const segmentation::BrushStroke& stroke) {
    if (!isOpen())
        return;
    if (!currentNode())
        startEmpty();
    const auto before = m_labels;
    auto edit = segmentation::applyBrush(editableLabels(), currentNode()->work.label, stroke);
    if (!edit) {
        m_labels = before;
        Q_EMIT refused(edit.error());
        return;
    }
    if (edit->empty())
        return;
    Q_EMIT labelsChanged();
    auto nodes = m_nodes;
    auto& node = nodes[static_cast<std::size_t>(m_current)];
    if (node.work.origin != OutlineOrigin::Drawn)
        node.work.origin = OutlineOrigin::Corrected;
    node.fresh = false;
    auto* change =
        new ChangeOutlines(*this, std::move(*edit), std::move(nodes), m_current,
                           stroke.mode == segmentation::BrushMode::Add ? tr("Paint") : tr("Erase"));
    change->setApplied();
    m_undo->push(change);
}

void MeasureModel::addVoxels(const std::vector<VoxelIndex>& voxels) {
    if (!isOpen() || voxels.empty())
        return;
    if (!currentNode())
        startEmpty();
    const LabelValue label = currentNode()->work.label;
    LabelEdit edit;
    for (const VoxelIndex& index : voxels)
        if (m_labels->at(index) == 0)
            edit.changes.push_back({m_labels->geometry().offset(index), 0, label});
    if (edit.empty())
        return;
    auto nodes = m_nodes;
    auto& node = nodes[static_cast<std::size_t>(m_current)];
    if (node.work.origin != OutlineOrigin::Drawn)
        node.work.origin = OutlineOrigin::Corrected;
    node.fresh = false;
    push(std::move(edit), std::move(nodes), m_current, tr("Draw the outline"));
}

void MeasureModel::removeNode(int index) {
    if (index < 0 || index >= static_cast<int>(m_nodes.size()))
        return;
    const LabelValue label = m_nodes[static_cast<std::size_t>(index)].work.label;
    LabelEdit edit;
    const auto labels = m_labels->labels();
    for (std::size_t at = 0; at < labels.size(); ++at)
        if (labels[at] == label)
            edit.changes.push_back({at, label, 0});
    auto nodes = m_nodes;
    nodes.erase(nodes.begin() + index);
    push(std::move(edit), std::move(nodes), std::min(index, static_cast<int>(nodes.size()) - 1),
         tr("Remove outline"));
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
