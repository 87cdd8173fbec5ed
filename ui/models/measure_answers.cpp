// What follows from the outlines: measurements, the core's answer, staging,
// files.
#include "segmentation/fill_between.h"
#include "ui/models/measure_model.h"
#include "ui/text/error_text.h"
#include <QRegularExpression>
#include <algorithm>

namespace nodewise::models {

using exchange::OutlineOrigin;

namespace {

/// "Lymph node 3", "node A", "GTVn", "GTV_N1", "LN left": what planners and readers call nodes.
bool isNodeName(const QString& name) {
    // A secondary neoplasm in a neck is a node with tumour in it: coded so by the files of QIN.
    static const QRegularExpression pattern(
        QStringLiteral("node|lymph|\\bln\\b|gtv[ _-]?n|neoplasm, secondary|metasta"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

}  // namespace

void MeasureModel::measureAll() {
    // Neighbours change each other's shells and contacts: all of them are
    // measured anew.
    if (!isOpen() || m_factsJob)
        return;
    for (const auto& job : m_measuring)
        job->cancel();
    m_measuring.clear();
    ++m_outlineTurn;
    for (std::size_t at = 0; at < m_nodes.size(); ++at)
        measure(at);
}

void MeasureModel::measure(std::size_t index) {
    const LabelValue label = m_nodes[index].work.label;
    if (m_nodes[index].slices == 0)
        return;
    const int turn = m_outlineTurn, generation = m_generation;
    m_measuring.push_back(m_jobs.run(
        this,
        [volume = m_series.volume, labels = m_labels, structures = m_structures, facts = m_facts,
         label](JobControl& job) {
            measure::MeasureOptions options;
            options.facts = facts.get();
            return measure::measureNode(*volume, *labels, label, structures.get(), options, job);
        },
        [this, turn, generation, label](Result<measure::Measurements> measured) {
            if (turn != m_outlineTurn || generation != m_generation)
                return;
            for (MeasuredNode& node : m_nodes) {
                if (node.work.label != label)
                    continue;
                node.problem = measured ? QString() : text::errorSentence(measured.error());
                node.work.measured =
                    measured ? std::make_shared<const measure::Measurements>(std::move(*measured))
                             : nullptr;
                node.fresh = true;
                break;
            }
            answerAll();
        }));
}

evidence::PatientContext MeasureModel::context() const {
    evidence::PatientContext patient;
    patient.site = m_patient.site.value_or(Site::OropharynxP16Neg);
    patient.p16 = m_patient.p16;
    if (evidence::contradicts(patient.site, patient.p16))
        patient.p16 = P16Status::Unknown;
    patient.biopsyDays = m_patient.biopsyDays;
    patient.infection = m_patient.infection || m_patient.radiotherapy;
    return patient;
}

void MeasureModel::answerAll() {
    for (MeasuredNode& node : m_nodes) {
        node.work.answer.reset();
        if (!node.work.measured || !node.work.committed)
            continue;
        auto answer = evidence::assessNode(*node.work.measured, context());
        if (!m_patient.site) {
            // Without a site there is no starting value, so there is no probability.
            answer.pene = {};
            answer.pene.abstained = true;
            answer.pene.reason = "no_prior_for_site";
        }
        node.work.answer = std::make_shared<const evidence::NodeEvidence>(std::move(answer));
    }
    Q_EMIT nodesChanged();
}

void MeasureModel::setPatient(const exchange::WorkPatient& patient) {
    if (patient == m_patient)
        return;
    m_patient = patient;
    m_changed = true;
    answerAll();
    Q_EMIT patientChanged();
}

// ---- the whole ---------------------------------------------------------------------------------

std::optional<staging::StagingResult> MeasureModel::staging() const {
    exchange::MeasureWork nodesOnly;
    nodesOnly.patient = m_patient;
    for (const MeasuredNode& node : m_nodes)
        nodesOnly.nodes.push_back(node.work);
    const auto input = exchange::stagingInputOf(nodesOnly, Edition::Tnm9);
    if (!input)
        return std::nullopt;
    auto staged = staging::stageNeck(*input);
    return staged ? std::optional(std::move(*staged)) : std::nullopt;
}

int MeasureModel::highest() const {
    int best = -1;
    for (int at = 0; at < static_cast<int>(m_nodes.size()); ++at) {
        const auto* found = answer(at);
        const auto* before = best < 0 ? nullptr : answer(best);
        const auto order = [](const evidence::NodeEvidence& answer) {
            return std::pair(gradeNumber(answer.opinion.grade), answer.opinion.strength);
        };
        if (found && (!before || order(*found) > order(*before)))
            best = at;
    }
    return best;
}

void MeasureModel::fillBetween() {
    if (!currentNode())
        return;
    auto edit = segmentation::fillBetween(*m_labels, currentNode()->work.label);
    if (edit.empty())
        return;
    auto nodes = m_nodes;
    nodes[static_cast<std::size_t>(m_current)].fresh = false;
    push(std::move(edit), std::move(nodes), m_current, tr("Fill between slices"));
}

// ---- outlines of files -------------------------------------------------------------------------

void MeasureModel::takeLabels(const LabelMap& labels) {
    if (!isOpen() || !labels.geometry().sameGridAs(m_labels->geometry(), 1e-2))
        return;
    // A second file adds to the structures of the first.
    LabelMap structures = m_structures ? *m_structures : LabelMap::empty(labels.geometry());
    const auto shift = static_cast<LabelValue>(
        structures.names().empty() ? 0 : structures.names().rbegin()->first);
    segmentation::LabelEdit edit;
    auto nodes = m_nodes;
    std::vector<LabelValue> nodeLabel(65536, 0);
    bool anyStructure = false;
    for (const auto& [label, name] : labels.names()) {
        if (!isNodeName(QString::fromStdString(name))) {
            structures.setName(static_cast<LabelValue>(label + shift), name);
            anyStructure = true;
            continue;
        }
        MeasuredNode node = freshNode(static_cast<LabelValue>(nodes.size() + 1),
                                      labels.centroidOf(label).value_or(PointLps{}));
        node.work.name = name;
        node.work.origin = OutlineOrigin::File;
        nodeLabel[label] = node.work.label;
        nodes.push_back(std::move(node));
    }
    for (std::size_t at = 0; at < labels.labels().size(); ++at) {
        const LabelValue label = labels.labels()[at];
        if (label == 0)
            continue;
        if (nodeLabel[label] != 0)
            edit.changes.push_back({at, m_labels->labels()[at], nodeLabel[label]});
        else
            structures.set(labels.geometry().indexOf(at), static_cast<LabelValue>(label + shift));
    }
    if (anyStructure)
        m_structures = std::make_shared<const LabelMap>(std::move(structures));
    const int last = static_cast<int>(nodes.size()) - 1;
    if (!edit.empty())
        push(std::move(edit), std::move(nodes), last, tr("Outlines from a file"));
    Q_EMIT labelsChanged();
}

// ---- files -------------------------------------------------------------------------------------

exchange::MeasureWork MeasureModel::work() const {
    exchange::MeasureWork work;
    work.source = m_series.source;
    if (m_series.info)
        work.seriesId = m_series.info->id;
    work.patient = m_patient;
    if (m_labels)
        work.labels = *m_labels;
    for (const MeasuredNode& node : m_nodes) {
        if (node.slices == 0)
            continue;
        work.nodes.push_back(node.work);
        work.labels.setName(node.work.label, node.work.name);
    }
    return work;
}

bool MeasureModel::restore(const exchange::MeasureWork& work) {
    if (!isOpen() || !work.labels.geometry().sameGridAs(m_series.volume->geometry(), 1e-2))
        return false;
    m_labels = std::make_shared<const LabelMap>(work.labels);
    m_patient = work.patient;
    std::vector<MeasuredNode> nodes;
    for (const exchange::WorkNode& saved : work.nodes) {
        MeasuredNode node = freshNode(saved.label, {});
        node.work = saved;
        nodes.push_back(std::move(node));
    }
    m_undo->clear();
    setNodes(std::move(nodes), work.nodes.empty() ? -1 : 0);
    m_changed = false;
    Q_EMIT labelsChanged();
    Q_EMIT patientChanged();
    return true;
}

}  // namespace nodewise::models
