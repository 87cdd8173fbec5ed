#include "ui/practice/meeting_screen.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QSpinBox>
#include <algorithm>
#include <map>

namespace nodewise::practice {

using session::MeetingStep;
using widgets::ButtonKind;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

/// Marks that lie closer together share one caption: names of their own would cover each other.
constexpr double kOneNodeMm = 12;

using Together = std::vector<const models::MeetingCall*>;

/// "2 × G1 · 1 × G3"; the table beside the picture says whose they are.
QString countsOf(const Together& calls) {
    std::map<Grade, int> counts;
    for (const auto* call : calls)
        ++counts[call->grade];
    QStringList parts;
    for (const auto& [grade, count] : counts)
        parts << QStringLiteral("%1 × %2").arg(count).arg(text::gradeName(grade));
    return parts.join(QStringLiteral(" · "));
}

std::vector<Together> byPlace(const std::vector<models::MeetingCall>& calls) {
    std::vector<Together> places;
    for (const auto& call : calls) {
        if (!call.mark)
            continue;
        const auto near = std::find_if(places.begin(), places.end(), [&](const Together& place) {
            return distance(*place.front()->mark, *call.mark) < kOneNodeMm;
        });
        if (near == places.end())
            places.push_back({&call});
        else
            near->push_back(&call);
    }
    return places;
}

viewer::OverlaySet overlaysOf(const std::vector<models::MeetingCall>& calls) {
    viewer::OverlaySet overlays;
    for (const Together& place : byPlace(calls))
        for (const auto* call : place) {
            viewer::Overlay mark;
            mark.role = viewer::OverlayRole::YourMark;
            mark.points = {*call->mark};
            mark.reachMm = 6;
            if (place.size() == 1)
                mark.caption =
                    QStringLiteral("%1 %2").arg(call->reader, text::gradeName(call->grade));
            else if (call == place.front())
                mark.caption = countsOf(place);
            overlays.lines.push_back(mark);
        }
    return overlays;
}

}  // namespace

MeetingScreen::~MeetingScreen() = default;

MeetingScreen::MeetingScreen(models::MeetingModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewer(std::make_unique<viewer::ViewerModel>())
    , m_head(new widgets::HeaderStrip(this))
    , m_empty(new widgets::EmptyState(
          tr("No node to discuss"),
          tr("Import the answer files of two readers or more; nodes that both called appear here."),
          tr("Import answer files"), this)) {
    setObjectName(QStringLiteral("meetingScreen"));
    m_empty->setObjectName(QStringLiteral("meetingEmpty"));
    m_head->setTitle(tr("Review meeting"));
    auto* import = new widgets::Button(QStringLiteral("meetingImportButton"),
                                       tr("Import answer files"), ButtonKind::Compact, this);
    m_done = new widgets::Button(QStringLiteral("meetingDoneButton"), tr("Done"),
                                 ButtonKind::Compact, this);
    m_head->addRight(import);
    m_head->addRight(m_done);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_empty, 0, Qt::AlignTop);
    m_body = new QWidget(this);
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    m_nodes = new widgets::DataTable(QStringLiteral("meetingNodes"), tr("Nodes to discuss"), this);
    m_nodes->setActive(true);
    m_nodes->setFixedWidth(360);
    row->addWidget(m_nodes);
    m_viewer->setReadOnly(true);
    // Lines across the node would hide its margin.
    m_viewer->setCrosshairShown(false);
    m_view = new viewer::SliceView(m_viewer.get(), viewer::ViewPlane::Axial, m_body);
    m_view->setObjectName(QStringLiteral("meetingView"));
    m_view->setAccessibleName(tr("The node with everyone's marks"));
    row->addWidget(m_view, 1);
    m_panel = buildPanel();
    row->addWidget(m_panel);
    column->addWidget(m_body, 1);
    column->addStretch(0);
    connect(import, &QPushButton::clicked, this, &MeetingScreen::importRequested);
    connect(m_done, &QPushButton::clicked, this, &MeetingScreen::closed);
    connect(m_empty, &widgets::EmptyState::actionTriggered, this, &MeetingScreen::importRequested);
    connect(m_nodes, &widgets::DataTable::rowActivated, &model, &models::MeetingModel::open);
    connect(&model, &models::MeetingModel::changed, this, &MeetingScreen::refresh);
    connect(&model, &models::MeetingModel::nodesChanged, this, &MeetingScreen::showNodes);
    showNodes();
    refresh();
}

QWidget* MeetingScreen::buildPanel() {
    auto* panel = new QFrame(m_body);
    panel->setProperty("surface", QStringLiteral("panel"));
    panel->setFixedWidth(360);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_title = makeLabel({}, TextStyle::Section, TextTone::Strong, panel);
    m_standing = widgets::makeWrapped({}, TextStyle::Base, TextTone::Text, panel);
    m_standing->setObjectName(QStringLiteral("meetingStanding"));
    column->addWidget(m_title);
    column->addWidget(m_standing);
    m_calls =
        new widgets::DataTable(QStringLiteral("meetingCalls"), tr("Calls of all readers"), panel);
    column->addWidget(m_calls, 1);
    column->addWidget(makeLabel(tr("Hands now"), TextStyle::Note, TextTone::Dim, panel));
    auto* hands = new QWidget(panel);
    hands->setObjectName(QStringLiteral("meetingHands"));
    auto* row = new QHBoxLayout(hands);
    row->setContentsMargins(0, 0, 0, 0);
    for (int grade = 0; grade < 4; ++grade) {
        auto* box = new QSpinBox(hands);
        box->setObjectName(QStringLiteral("hands_G%1").arg(grade));
        box->setAccessibleName(tr("Hands for %1").arg(text::gradeName(gradeFromNumber(grade))));
        box->setPrefix(text::gradeName(gradeFromNumber(grade)) + QStringLiteral("  "));
        box->setRange(0, 99);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_hands[static_cast<std::size_t>(grade)] = box;
        row->addWidget(box);
    }
    column->addWidget(hands);
    m_truth = widgets::makeWrapped({}, TextStyle::Base, TextTone::Strong, panel);
    m_truth->setObjectName(QStringLiteral("meetingTruth"));
    column->addWidget(m_truth);
    m_step = new widgets::Button(QStringLiteral("meetingStepButton"), {}, ButtonKind::Foot, panel);
    column->addWidget(m_step);
    connect(m_step, &QPushButton::clicked, this, [this] {
        const auto* meeting = m_model.meeting();
        if (!meeting)
            return;
        if (meeting->step() == MeetingStep::Blind)
            return m_model.showSpread();
        if (meeting->step() == MeetingStep::Voted)
            return m_model.showTruth();
        if (meeting->step() == MeetingStep::Truth)
            return m_model.open(m_model.current() + 1);
        std::array<int, 4> votes{};
        for (std::size_t i = 0; i < votes.size(); ++i)
            votes[i] = m_hands[i]->value();
        m_model.vote(votes);
    });
    return panel;
}

void MeetingScreen::showNodes() {
    std::vector<QStringList> rows;
    for (const auto& node : m_model.nodes())
        rows.push_back({m_model.nodeTitle(node), QString::number(node.readers),
                        text::percent(node.disagreement)});
    m_nodes->setTable({tr("Node"), tr("Readers"), tr("Apart")}, rows, {1, 2});
    m_empty->setVisible(rows.empty());
    m_body->setVisible(!rows.empty());
}

void MeetingScreen::refresh() {
    showStep();
    showPicture();
}

void MeetingScreen::showStep() {
    const auto* meeting = m_model.meeting();
    m_panel->setEnabled(meeting != nullptr);
    std::vector<QStringList> rows;
    for (const auto& call : m_model.calls())
        rows.push_back({call.reader, text::gradeName(call.grade), text::percent(call.probability)});
    m_calls->setTable({tr("Reader"), tr("Grade"), tr("Said")}, rows, {2});
    const MeetingStep step = meeting ? meeting->step() : MeetingStep::Blind;
    for (auto* box : m_hands)
        box->setEnabled(meeting && step == MeetingStep::Spread);
    if (!meeting) {
        m_title->setText(tr("Choose a node"));
        m_standing->setText({});
        m_truth->setText({});
        return m_step->setText(tr("Show the spread"));
    }
    m_title->setText(m_model.nodeTitle(meeting->node()));
    const auto spread = m_model.spread();
    m_standing->setText(
        step == MeetingStep::Blind
            ? tr("%n reader(s) called it. Look first.", nullptr, meeting->node().readers)
            : tr("G0 %1 · G1 %2 · G2 %3 · G3 %4; said %5, middle half %6 to %7.")
                  .arg(spread.grades[0])
                  .arg(spread.grades[1])
                  .arg(spread.grades[2])
                  .arg(spread.grades[3])
                  .arg(text::percent(spread.median), text::percent(spread.lower),
                       text::percent(spread.upper)));
    const auto* truth = m_model.truth();
    m_truth->setText(
        truth ? tr("Reference %1. %2").arg(text::gradeName(truth->grade), m_model.changeText())
              : QString());
    m_step->setText(step == MeetingStep::Blind    ? tr("Show the spread")
                    : step == MeetingStep::Spread ? tr("Keep the second vote")
                    : step == MeetingStep::Voted  ? tr("Show the reference")
                                                  : tr("Next node"));
}

void MeetingScreen::showPicture() {
    if (m_model.volume() != m_shown) {
        m_shown = m_model.volume();
        m_viewer->setVolume(m_shown);
    }
    const viewer::OverlaySet overlays = overlaysOf(m_model.calls());
    std::optional<PointLps> place;
    if (!overlays.lines.empty())
        place = overlays.lines.front().points.front();
    if (const auto* truth = m_model.truth())
        place = truth->centre;
    m_viewer->setOverlays(overlays);
    if (m_shown && place)
        m_viewer->showSpot(*place, 90);
}

QList<QWidget*> MeetingScreen::focusRegions() const {
    return {m_head, m_nodes, m_view, m_panel, m_empty};
}

}  // namespace nodewise::practice
