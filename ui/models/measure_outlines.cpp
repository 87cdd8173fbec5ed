// Outlines of the Measure place: found by a click, painted, drawn, removed; all undoable.
#include "ui/models/measure_model.h"
#include <QUndoCommand>
#include <algorithm>

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

}  // namespace nodewise::models
