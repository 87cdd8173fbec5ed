#include "ui/models/bench_model.h"
#include "casepack/bench_recipes.h"
#include "synthesis/dial.h"
#include <algorithm>
#include <cmath>

namespace nodewise::models {

namespace {

constexpr double kUsualSliceMm = 1.25;
constexpr synthesis::PieceExtent kExtent{48, 9};

struct KernelFacts {
    double sigmaMm, sharpen, noiseFactor;
};

KernelFacts factsOf(BenchKernel kernel) {
    switch (kernel) {
    case BenchKernel::Soft:
        return {0.8, 0, 0.7};
    case BenchKernel::Sharp:
        return {0.35, 0.6, 1.8};
    case BenchKernel::Standard:
        break;
    }
    return {0.5, 0, 1};
}

Result<synthesis::Recipe> turned(const synthesis::Recipe& recipe, const std::string& node,
                                 const BenchSetting& setting, bool depth) {
    const KernelFacts kernel = factsOf(setting.kernel);
    synthesis::ScannerDial dial;
    dial.sliceMm = setting.sliceMm;
    dial.kernelSigmaMm = kernel.sigmaMm;
    dial.sharpen = kernel.sharpen;
    dial.noiseHu = noiseOf(setting);
    auto scanned = synthesis::withScanner(recipe, dial);
    if (!scanned || !depth)
        return scanned;
    return synthesis::withDepth(*scanned, node, setting.depthMm);
}

bool hasExtension(const synthesis::Recipe& recipe, const std::string& id) {
    return std::any_of(recipe.nodes.begin(), recipe.nodes.end(),
                       [&](const auto& node) { return node.id == id && node.extension; });
}

}  // namespace

double noiseOf(const BenchSetting& setting) {
    return std::min(40.0, setting.noiseHu * factsOf(setting.kernel).noiseFactor *
                              std::sqrt(kUsualSliceMm / setting.sliceMm));
}

BenchModel::BenchModel(jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs) {
    // Built in and covered by a test.
    if (auto recipes = casepack::benchRecipes())
        for (synthesis::Recipe& recipe : *recipes)
            m_subjects.push_back({std::make_shared<const synthesis::Recipe>(std::move(recipe)),
                                  std::string(casepack::kBenchNode),
                                  {},
                                  m_nextId++});
    m_own = static_cast<int>(m_subjects.size());
}

BenchModel::~BenchModel() {
    if (m_job)
        m_job->cancel();
}

int BenchModel::nodeCount() const {
    return static_cast<int>(m_subjects.size());
}

void BenchModel::selectNode(int index) {
    if (index < 0 || index >= nodeCount() || index == m_current)
        return;
    m_current = index;
    dropWishes();
    Q_EMIT settingChanged();
}

void BenchModel::addCalled(std::shared_ptr<const synthesis::Recipe> recipe, const std::string& node,
                           const QString& name) {
    // One called node at a time: its earlier pictures go with it.
    m_subjects.resize(static_cast<std::size_t>(m_own));
    m_kept.remove_if([this](const Kept& kept) { return kept.key.subject >= m_own; });
    dropWishes();
    m_subjects.push_back({std::move(recipe), node, name, m_nextId++});
    m_current = m_own;
    for (const auto& candidate : m_subjects.back().recipe->nodes)
        if (candidate.id == node && candidate.extension)
            m_setting.depthMm =
                std::min(kDeepestMm, std::round(candidate.extension->depthMm * 2) / 2);
    Q_EMIT nodesChanged();
    Q_EMIT settingChanged();
}

QString BenchModel::nodeName(int index) const {
    return m_subjects[static_cast<std::size_t>(index)].name;
}

bool BenchModel::canTurnDepth() const {
    const Subject& subject = m_subjects[static_cast<std::size_t>(m_current)];
    return hasExtension(*subject.recipe, subject.node);
}

void BenchModel::setSetting(const BenchSetting& setting) {
    if (setting == m_setting)
        return;
    m_setting = setting;
    dropWishes();
    Q_EMIT settingChanged();
}

void BenchModel::dropWishes() {
    m_wishes.clear();
}

const BenchModel::Kept* BenchModel::find(const Key& key) const {
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const Kept& kept) { return kept.key == key; });
    return found == m_kept.end() ? nullptr : &*found;
}

PiecePtr BenchModel::picture(const BenchSetting& setting) {
    const Key key{m_subjects[static_cast<std::size_t>(m_current)].id, setting};
    if (const Kept* kept = find(key))
        return kept->piece;
    if (std::find(m_wishes.begin(), m_wishes.end(), key) == m_wishes.end()) {
        m_wishes.push_back(key);
        // Later: several are asked for in one go, and a runner without threads must not draw
        // inside the asking.
        QMetaObject::invokeMethod(this, &BenchModel::startNext, Qt::QueuedConnection);
    }
    return nullptr;
}

bool BenchModel::failed(const BenchSetting& setting) const {
    const Kept* kept = find({m_subjects[static_cast<std::size_t>(m_current)].id, setting});
    return kept && !kept->piece;
}

const BenchModel::Subject* BenchModel::subjectOf(int id) const {
    const auto found = std::find_if(m_subjects.begin(), m_subjects.end(),
                                    [id](const Subject& subject) { return subject.id == id; });
    return found == m_subjects.end() ? nullptr : &*found;
}

void BenchModel::keep(const Key& key, PiecePtr piece) {
    if (subjectOf(key.subject))
        m_kept.push_front({key, std::move(piece)});
    if (m_kept.size() > kKept)
        m_kept.pop_back();
}

void BenchModel::startNext() {
    if (m_job || m_wishes.empty())
        return;
    const Key key = m_wishes.front();
    m_wishes.pop_front();
    const Subject* wanted = subjectOf(key.subject);
    if (!wanted)
        return startNext();
    const Subject subject = *wanted;
    const bool depth = hasExtension(*subject.recipe, subject.node);
    auto work = [subject, key, depth](JobControl& job) -> Result<synthesis::NodePiece> {
        const auto recipe = turned(*subject.recipe, subject.node, key.setting, depth);
        if (!recipe)
            return fail(recipe.error());
        return synthesis::makeNodePiece(*recipe, subject.node, kExtent, job);
    };
    m_job = m_jobs.run(this, std::move(work), [this, key](Result<synthesis::NodePiece> piece) {
        m_job = nullptr;
        keep(key,
             piece ? std::make_shared<const synthesis::NodePiece>(*std::move(piece)) : nullptr);
        Q_EMIT pictureReady();
        QMetaObject::invokeMethod(this, &BenchModel::startNext, Qt::QueuedConnection);
    });
    // A runner without threads has already done it.
    if (find(key))
        m_job = nullptr;
}

// ---- the staircase

void BenchModel::startTrials(std::uint32_t seed) {
    schedule::DepthTrialSetting setting;
    setting.seed = seed;
    auto trials = schedule::DepthTrials::create(setting);
    if (!trials || m_own == 0)
        return;
    ++m_generation;
    m_seed = seed;
    m_trials = *std::move(trials);
    m_ahead.clear();
    m_asked.clear();
    m_places.resize(static_cast<std::size_t>(m_own));
    startTrial();
}

void BenchModel::stopTrials() {
    ++m_generation;
    m_trials.reset();
    m_ahead.clear();
    m_asked.clear();
    m_trialImage = nullptr;
    Q_EMIT trialChanged();
}

void BenchModel::startTrial() {
    m_trialImage = nullptr;
    m_trialFailed = false;
    if (m_trials->finished()) {
        m_ahead.clear();
        Q_EMIT trialChanged();
        return;
    }
    const int trial = m_trials->done();
    const double depth = m_trials->nextMm();
    for (const TrialPicture& ready : m_ahead)
        if (ready.trial == trial && ready.depthMm == depth) {
            m_trialImage = ready.image;
            m_trialPlace = ready.place;
        }
    std::erase_if(m_ahead, [trial](const TrialPicture& old) { return old.trial <= trial; });
    Q_EMIT trialChanged();
    drawTrial(trial, depth);
    // Whatever is answered, the next picture is already there.
    if (trial + 1 < m_trials->total())
        for (const bool called : {false, true})
            drawTrial(trial + 1, m_trials->nextMmAfter(called));
}

void BenchModel::drawTrial(int trial, double depthMm) {
    const std::pair<int, double> wish{trial, depthMm};
    if (std::find(m_asked.begin(), m_asked.end(), wish) != m_asked.end())
        return;
    m_asked.push_back(wish);
    const int own = trial % m_own;
    const Subject subject = m_subjects[static_cast<std::size_t>(own)];
    const auto known = m_places[static_cast<std::size_t>(own)];
    const std::uint32_t noise = m_seed * 1009U + static_cast<std::uint32_t>(trial) + 1U;
    auto work = [=](JobControl& job) -> Result<TrialPicture> {
        auto recipe = synthesis::withDepth(*subject.recipe, subject.node, depthMm);
        if (!recipe)
            return fail(recipe.error());
        recipe->scanner.noiseSeed = noise;
        TrialPicture out{trial, depthMm, nullptr, {}};
        if (known) {
            out.place = *known;
        } else {
            // The place of the author's own depth for every depth: it must not move with it.
            const auto piece =
                synthesis::makeNodePiece(*subject.recipe, subject.node, {kExtent.aroundMm, 1}, job);
            if (!piece)
                return fail(piece.error());
            out.place = {piece->truth.centre.x, piece->truth.centre.y, piece->place.z};
        }
        auto image = synthesis::drawPieceAbout(*recipe, out.place, kExtent, job);
        if (!image)
            return fail(image.error());
        out.image = *std::move(image);
        return out;
    };
    m_jobs.run(this, std::move(work),
               [this, trial, generation = m_generation](Result<TrialPicture> drawn) {
                   if (drawn)
                       return takeTrial(*std::move(drawn), generation);
                   if (generation != m_generation || !m_trials || trial != m_trials->done())
                       return;
                   m_trialFailed = true;
                   Q_EMIT trialChanged();
               });
}

void BenchModel::takeTrial(TrialPicture drawn, int generation) {
    if (generation != m_generation || !m_trials)
        return;
    m_places[static_cast<std::size_t>(drawn.trial % m_own)] = drawn.place;
    if (m_trials->finished() || drawn.trial < m_trials->done())
        return;
    if (drawn.trial == m_trials->done() && !m_trialImage && drawn.depthMm == m_trials->nextMm()) {
        m_trialImage = drawn.image;
        m_trialPlace = drawn.place;
        Q_EMIT trialChanged();
    } else {
        m_ahead.push_back(std::move(drawn));
    }
}

void BenchModel::setEarlierThresholds(std::vector<double> millimetres) {
    if (millimetres == m_earlier)
        return;
    m_earlier = std::move(millimetres);
    Q_EMIT trialChanged();
}

void BenchModel::answerTrial(bool called) {
    if (!inTrials() || !m_trialImage)
        return;
    m_trials->answer(called);
    startTrial();
}

}  // namespace nodewise::models
