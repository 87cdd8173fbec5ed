/// bench_model.h: one node under other depths and scanners: Dial-an-ENE, the physics bench and the
/// staircase that finds where a reader begins to call extension.
#pragma once
#include "schedule/depth_trials.h"
#include "synthesis/node_piece.h"
#include "synthesis/recipe.h"
#include "ui/jobs/job_runner.h"
#include <QObject>
#include <QString>
#include <array>
#include <deque>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nodewise::models {

/// Reconstruction kernels of the bench: blur, edge enhancement, and how much more or less noise
/// they let through than the standard one at the same dose (chosen; the caption tells the HU).
enum class BenchKernel { Soft, Standard, Sharp };

/// What is turned. Noise is that of 1.25 mm and the standard kernel; others follow from the same
/// dose: SD goes with one over the root of the thickness.
struct BenchSetting {
    double depthMm = 4;  ///< 0..10; nothing to turn when the node has no extension.
    double sliceMm = 1.25;
    BenchKernel kernel = BenchKernel::Standard;
    double noiseHu = 8;
    friend bool operator==(const BenchSetting&, const BenchSetting&) = default;
};

/// SD of noise in the picture of a setting, HU, at most 40.
[[nodiscard]] double noiseOf(const BenchSetting& setting);

using PiecePtr = std::shared_ptr<const synthesis::NodePiece>;

/// GUI thread only; pictures are drawn by the job runner, one at a time, and the last ones kept.
class BenchModel final : public QObject {
    Q_OBJECT
public:
    static constexpr std::array kSlicesMm{0.6, 1.25, 3.0, 5.0};
    static constexpr double kDeepestMm = 10;
    static constexpr std::size_t kKept = 48;  ///< Pictures; about a megabyte each.

    /// Begins with the first neck of the bench. Jobs outlive the model.
    explicit BenchModel(jobs::JobRunner& jobs, QObject* parent = nullptr);
    ~BenchModel() override;

    // ---- what lies on the bench
    /// Necks of the bench, and a node that was called, when there is one.
    [[nodiscard]] int nodeCount() const;
    [[nodiscard]] int currentNode() const { return m_current; }
    void selectNode(int index);
    /// Puts a node of a case that is over on the bench, after the bench's own. `name` is shown.
    void addCalled(std::shared_ptr<const synthesis::Recipe> recipe, const std::string& node,
                   const QString& name);
    /// Empty for the bench's own necks.
    [[nodiscard]] QString nodeName(int index) const;
    /// False when the node was made without an extension.
    [[nodiscard]] bool canTurnDepth() const;

    // ---- the dial and the bench
    [[nodiscard]] const BenchSetting& setting() const { return m_setting; }
    void setSetting(const BenchSetting& setting);
    /// Null until it is drawn: asking starts the work. What was asked for last comes first.
    [[nodiscard]] PiecePtr picture(const BenchSetting& setting);
    [[nodiscard]] bool failed(const BenchSetting& setting) const;
    [[nodiscard]] bool isDrawing() const { return m_job != nullptr; }
    /// Forgets what is waiting to be drawn: another screen is shown.
    void dropWishes();

    // ---- the staircase
    /// Begins anew. `seed` decides where nodes without extension lie and the noise.
    void startTrials(std::uint32_t seed);
    void stopTrials();
    [[nodiscard]] const std::optional<schedule::DepthTrials>& trials() const { return m_trials; }
    [[nodiscard]] bool inTrials() const { return m_trials && !m_trials->finished(); }
    /// The picture of the present trial; null until it is drawn.
    [[nodiscard]] VolumePtr trialImage() const { return m_trialImage; }
    /// The middle of its node.
    [[nodiscard]] PointLps trialPlace() const { return m_trialPlace; }
    /// The picture of the present trial cannot be drawn.
    [[nodiscard]] bool trialFailed() const { return m_trialFailed; }
    /// Nothing while the picture is not there.
    void answerTrial(bool called);
    /// Thresholds of earlier sessions that can be trusted, mm, oldest first (ThresholdRecord).
    [[nodiscard]] const std::vector<double>& earlierThresholds() const { return m_earlier; }
    void setEarlierThresholds(std::vector<double> millimetres);

Q_SIGNALS:
    void nodesChanged();
    void settingChanged();
    /// A picture is there, or will not come.
    void pictureReady();
    void trialChanged();

private:
    struct Subject {
        std::shared_ptr<const synthesis::Recipe> recipe;
        std::string node;
        QString name;
        int id = 0;  ///< Never used again: a picture of an earlier node finds nobody waiting.
    };
    struct Key {
        int subject = 0;  ///< Its id.
        BenchSetting setting;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Kept {
        Key key;
        PiecePtr piece;  ///< Null: it cannot be drawn.
    };
    struct TrialPicture {
        int trial = 0;
        double depthMm = 0;
        VolumePtr image;
        PointLps place;
    };
    [[nodiscard]] const Kept* find(const Key& key) const;
    void startNext();
    void keep(const Key& key, PiecePtr piece);
    [[nodiscard]] const Subject* subjectOf(int id) const;
    void startTrial();
    void drawTrial(int trial, double depthMm);
    void takeTrial(TrialPicture drawn, int generation);

    jobs::JobRunner& m_jobs;
    std::vector<Subject> m_subjects;
    int m_own = 0, m_current = 0, m_nextId = 0;
    BenchSetting m_setting;
    std::list<Kept> m_kept;  ///< Latest first.
    std::deque<Key> m_wishes;
    jobs::JobPtr m_job;

    std::optional<schedule::DepthTrials> m_trials;
    std::uint32_t m_seed = 1;
    int m_generation = 0;  ///< Pictures of an earlier session find nobody waiting.
    std::vector<TrialPicture> m_ahead;
    std::vector<std::pair<int, double>> m_asked;
    std::vector<std::optional<PointLps>> m_places;  ///< Of the bench's own nodes, once known.
    VolumePtr m_trialImage;
    PointLps m_trialPlace;
    bool m_trialFailed = false;
    std::vector<double> m_earlier;
};

}  // namespace nodewise::models
