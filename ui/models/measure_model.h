/// measure_model.h: nodes in the user's own series: outlines, numbers, the
/// reader's call, the core's answer.
#pragma once
#include "dicom/series.h"
#include "exchange/measure_work.h"
#include "segmentation/brush.h"
#include "segmentation/segment_node.h"
#include "ui/jobs/job_runner.h"
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>
#include <memory>
#include <optional>
#include <vector>

namespace nodewise::models {

/// One outlined node as the screen shows it.
struct MeasuredNode {
    exchange::WorkNode work;
    QString letter;  ///< "A"
    int slices = 0;  ///< Slices that the outline crosses.
    std::vector<segmentation::SegmentationFlag> flags;
    PointLps centre;
    bool fresh = false;  ///< The numbers belong to the present outline.
    QString problem;     ///< Why it could not be measured; empty else.
};

/// The series that is open, and where it came from.
struct OpenSeries {
    VolumePtr volume;
    QString title;
    std::optional<dicom::SeriesInfo> info;  ///< None for a volume file.
    std::vector<std::filesystem::path> source;
};

/// Holds the work; every change of outlines can be undone. GUI thread only;
/// long work runs as jobs. The core's grade and probability are handed out only
/// for nodes whose call is committed.
class MeasureModel final : public QObject {
    Q_OBJECT
public:
    explicit MeasureModel(jobs::JobRunner& jobs, QObject* parent = nullptr);
    ~MeasureModel() override;

    // ---- the series
    void openSeries(const OpenSeries& series);
    void close();
    [[nodiscard]] bool isOpen() const { return m_series.volume != nullptr; }
    [[nodiscard]] const OpenSeries& series() const { return m_series; }

    /// The history that outline changes go to; the viewer's, so that one undo
    /// serves both.
    void setUndoStack(QUndoStack* stack) { m_undo = stack; }

    // ---- nodes
    [[nodiscard]] const std::vector<MeasuredNode>& nodes() const { return m_nodes; }
    [[nodiscard]] int current() const { return m_current; }  ///< −1 = none.
    void setCurrent(int index);
    [[nodiscard]] const MeasuredNode* currentNode() const;
    /// Finds the node round the place; then `outlined`, or `refused`.
    void outlineAt(PointLps place);
    /// A new node that the brush will draw.
    void startEmpty();
    /// Paints on, or erases from, the present node's outline.
    void brush(const segmentation::BrushStroke& stroke);
    /// Replaces the present node's outline on slices that `mask` covers; for
    /// closed lines drawn by hand.
    void addVoxels(const std::vector<VoxelIndex>& voxels);
    /// Fills the slices between those that the present outline was drawn on.
    void fillBetween();
    /// Outlines of a file become nodes or structures, by their names.
    void takeLabels(const LabelMap& labels);
    void removeNode(int index);
    void setSide(int index, Side side);
    void setLevel(int index, std::optional<Level> level);
    [[nodiscard]] bool isBusy() const { return m_outlining != nullptr; }

    // ---- the reader's own call
    void setOwn(int index, std::optional<Grade> grade, std::optional<double> probability);
    /// True when grade and probability are given.
    [[nodiscard]] bool canCommit(int index) const;
    void commit(int index);
    /// The core's answer; null before the commit, and while it is worked out.
    [[nodiscard]] const evidence::NodeEvidence* answer(int index) const;

    // ---- the patient
    [[nodiscard]] const exchange::WorkPatient& patient() const { return m_patient; }
    void setPatient(const exchange::WorkPatient& patient);

    // ---- the whole
    /// Under TNM9, with TNM8 as the other edition; nothing without site or sizes.
    [[nodiscard]] std::optional<staging::StagingResult> staging() const;
    /// The node with the highest grade of the core among those committed; −1 =
    /// none.
    [[nodiscard]] int highest() const;
    [[nodiscard]] const std::shared_ptr<const LabelMap>& labels() const { return m_labels; }
    /// Structures read from a file; null without.
    [[nodiscard]] const std::shared_ptr<const LabelMap>& structures() const { return m_structures; }

    // ---- files
    [[nodiscard]] exchange::MeasureWork work() const;
    /// Takes saved work for the series that is open. False when it belongs to
    /// another grid.
    [[nodiscard]] bool restore(const exchange::MeasureWork& work);
    [[nodiscard]] bool isChanged() const { return m_changed; }
    void setSaved(bool saved) { m_changed = !saved; }
    /// Who does this model's long work; does that of its screen as well.
    [[nodiscard]] jobs::JobRunner& jobs() const { return m_jobs; }

Q_SIGNALS:
    void seriesChanged();
    void nodesChanged();
    void labelsChanged();
    void currentChanged();
    void patientChanged();
    void busyChanged();
    void outlined(int index);
    void refused(const nodewise::Error& error);

private:
    friend class ChangeOutlines;
    struct State;
    void setNodes(std::vector<MeasuredNode> nodes, int current);
    void applyEdit(const segmentation::LabelEdit& edit, bool forward);
    void push(segmentation::LabelEdit edit, std::vector<MeasuredNode> nodes, int current,
              const QString& text);
    void takeOutline(Result<segmentation::NodeSegmentation> found);
    [[nodiscard]] LabelMap& editableLabels();
    [[nodiscard]] LabelValue freeLabel() const;
    [[nodiscard]] MeasuredNode freshNode(LabelValue label, PointLps centre) const;
    void describe(MeasuredNode& node) const;
    void findFacts();
    void measureAll();
    void measure(std::size_t index);
    void answerAll();
    [[nodiscard]] evidence::PatientContext context() const;

    jobs::JobRunner& m_jobs;
    OpenSeries m_series;
    std::shared_ptr<const LabelMap> m_labels, m_structures;
    std::shared_ptr<const measure::SeriesFacts> m_facts;
    std::vector<MeasuredNode> m_nodes;
    int m_current = -1;
    exchange::WorkPatient m_patient;
    QUndoStack* m_undo = nullptr;
    std::unique_ptr<QUndoStack> m_ownUndo;
    jobs::JobPtr m_outlining, m_factsJob;
    std::vector<jobs::JobPtr> m_measuring;
    int m_generation = 0;
    int m_outlineTurn = 0;  ///< Numbers from an older outline are dropped.
    bool m_changed = false;
};

}  // namespace nodewise::models
