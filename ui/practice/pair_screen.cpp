#include "ui/practice/pair_screen.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/wrap_label.h"
#include <QHBoxLayout>
#include <QKeyEvent>

namespace nodewise::practice {

using models::PairState;
using widgets::ButtonKind;
using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

constexpr double kFieldMm = 70;

}  // namespace

PairScreen::~PairScreen() = default;

PairScreen::PairScreen(models::PairModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_head(new widgets::HeaderStrip(this))
    , m_empty(new widgets::EmptyState({}, {}, {}, this)) {
    setObjectName(QStringLiteral("pairScreen"));
    m_empty->setObjectName(QStringLiteral("pairEmpty"));
    m_head->setTitle(tr("Which of these two has ENE"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_empty);
    m_body = new QWidget(this);
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    for (int side = 0; side < 2; ++side)
        row->addWidget(buildSide(side), 1);
    column->addWidget(m_body, 1);
    auto* foot = new QFrame(this);
    foot->setProperty("surface", QStringLiteral("panel"));
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(16, 8, 16, 8);
    m_answer = makeLabel({}, TextStyle::Head, TextTone::Strong, foot);
    m_answer->setObjectName(QStringLiteral("pairAnswer"));
    m_score = makeLabel({}, TextStyle::Note, TextTone::Dim, foot);
    m_next = new widgets::Button(QStringLiteral("nextPairButton"), tr("Next pair"),
                                 ButtonKind::Primary, foot);
    m_next->setKeyHint(tr("Enter"));
    m_done =
        new widgets::Button(QStringLiteral("pairDoneButton"), tr("Done"), ButtonKind::Plain, foot);
    footRow->addWidget(m_answer);
    footRow->addSpacing(16);
    footRow->addWidget(m_score, 1);
    footRow->addWidget(m_next);
    footRow->addWidget(m_done);
    column->addWidget(foot);
    connect(m_next, &QPushButton::clicked, &model, &models::PairModel::next);
    connect(m_done, &QPushButton::clicked, this, &PairScreen::closed);
    connect(&model, &models::PairModel::changed, this, &PairScreen::refresh);
    refresh();
}

QWidget* PairScreen::buildSide(int side) {
    Side& part = m_sides[static_cast<std::size_t>(side)];
    auto* box = new QWidget(m_body);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    part.viewer = std::make_unique<viewer::ViewerModel>();
    part.viewer->setReadOnly(true);
    part.viewer->setCrosshairShown(false);
    part.view = new viewer::SliceView(part.viewer.get(), viewer::ViewPlane::Axial, box);
    part.view->setObjectName(QStringLiteral("pairView_%1").arg(side + 1));
    part.view->setAccessibleName(side == 0 ? tr("Left picture") : tr("Right picture"));
    column->addWidget(part.view, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 16, 8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    part.title = makeLabel({}, TextStyle::Head, TextTone::Strong, box);
    part.reference = makeLabel({}, TextStyle::Base, TextTone::Text, box);
    part.reference->setObjectName(QStringLiteral("pairReference_%1").arg(side + 1));
    texts->addWidget(part.title);
    texts->addWidget(part.reference);
    foot->addLayout(texts, 1);
    part.choose = new widgets::Button(QStringLiteral("pairChoose_%1").arg(side + 1), tr("This one"),
                                      ButtonKind::Plain, box);
    part.choose->setAccessibleName(side == 0 ? tr("The left one has ENE")
                                             : tr("The right one has ENE"));
    part.choose->setKeyHint(QString::number(side + 1));
    foot->addWidget(part.choose);
    column->addLayout(foot);
    connect(part.choose, &QPushButton::clicked, this, [this, side] { m_model.choose(side == 1); });
    return box;
}

void PairScreen::refresh() {
    const PairState state = m_model.state();
    m_body->setVisible(state != PairState::Nothing);
    m_empty->setVisible(state == PairState::Nothing);
    m_empty->setTexts(tr("No pair to compare"), m_model.nothing(), {});
    const auto right = m_model.right();
    m_answer->setText(!right ? QString() : *right ? tr("Agrees") : tr("Differs"));
    m_score->setText(m_model.score());
    m_next->setEnabled(state == PairState::Truth);
    for (int side = 0; side < 2; ++side) {
        Side& part = m_sides[static_cast<std::size_t>(side)];
        part.choose->setEnabled(state == PairState::Looking);
        part.title->setText(m_model.title(side));
        part.reference->setText(m_model.reference(side));
    }
    showPictures();
}

void PairScreen::showPictures() {
    for (int side = 0; side < 2; ++side) {
        Side& part = m_sides[static_cast<std::size_t>(side)];
        const VolumePtr volume = m_model.volume(side);
        if (volume == part.shown)
            continue;
        part.shown = volume;
        part.viewer->setVolume(volume);
        const auto* call = m_model.call(side);
        if (!volume || !call || !call->answer.mark)
            continue;
        viewer::OverlaySet overlays;
        viewer::Overlay mark;
        mark.role = viewer::OverlayRole::YourMark;
        mark.points = {*call->answer.mark};
        overlays.lines.push_back(mark);
        part.viewer->setOverlays(overlays);
        part.viewer->showSpot(*call->answer.mark, kFieldMm);
    }
}

void PairScreen::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_1 || event->key() == Qt::Key_2) {
        m_sides[event->key() == Qt::Key_1 ? 0 : 1].choose->click();
        return event->accept();
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_next->click();
        return event->accept();
    }
    QWidget::keyPressEvent(event);
}

QList<QWidget*> PairScreen::focusRegions() const {
    return {m_head, m_sides[0].view, m_sides[1].view, m_next->parentWidget()};
}

QWidget* PairScreen::openingFocus() const {
    return m_model.state() == PairState::Nothing ? static_cast<QWidget*>(m_done) : m_sides[0].view;
}

}  // namespace nodewise::practice
