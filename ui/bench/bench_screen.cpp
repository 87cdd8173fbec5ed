#include "ui/bench/bench_screen.h"
#include "ui/bench/bench_picture.h"
#include "ui/bench/bench_text.h"
#include "ui/bench/depth_slider.h"
#include "ui/bench/threshold_panel.h"
#include "ui/text/number_text.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/segmented_choice.h"
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <algorithm>

namespace nodewise::bench {

using models::BenchKernel;
using models::BenchModel;
using models::BenchSetting;
using namespace widgets;

namespace {

constexpr std::array kNoisesHu{4.0, 8.0, 16.0, 24.0};

std::size_t at(BenchPage page) {
    return static_cast<std::size_t>(page);
}

}  // namespace

BenchScreen::~BenchScreen() = default;

QList<QWidget*> BenchScreen::focusRegions() const {
    return {m_panel, m_pictures};
}

QWidget* BenchScreen::openingFocus() const {
    return m_page == BenchPage::Threshold ? nullptr : static_cast<QWidget*>(m_depth);
}

void BenchScreen::showPage(BenchPage page) {
    m_page = page;
    m_pages->setChosen(static_cast<int>(at(page)));
    m_pictures->setCurrentIndex(static_cast<int>(at(page)));
    m_model.dropWishes();
    startAnew();
    showControls();
    refresh();
}

/// The next pictures are shown at the place of the node, in the opening window.
void BenchScreen::startAnew() {
    m_spot.reset();
    m_without->startAnew();
    m_turned->startAnew();
    for (BenchPicture* picture : m_slices)
        picture->startAnew();
}

void BenchScreen::showControls() {
    const bool trials = m_page == BenchPage::Threshold;
    m_nodes->setVisible(!trials);
    m_depthBox->setVisible(!trials);
    m_depth->setEnabled(m_model.canTurnDepth());
    m_scannerBox->setVisible(!trials);
    m_thickness->setVisible(m_page == BenchPage::Dial);
    m_threshold->setVisible(trials);
    m_outline->setVisible(!trials);
    const BenchSetting& setting = m_model.setting();
    m_depth->setDepthMm(setting.depthMm);
    m_depthValue->setText(m_model.canTurnDepth() ? text::millimetres(setting.depthMm)
                                                 : tr("made without extension"));
    m_kernel->setChosen(static_cast<int>(setting.kernel));
    const auto noise = std::find(kNoisesHu.begin(), kNoisesHu.end(), setting.noiseHu);
    m_noise->setChosen(noise == kNoisesHu.end()
                           ? std::nullopt
                           : std::optional(static_cast<int>(noise - kNoisesHu.begin())));
    const auto slice =
        std::find(BenchModel::kSlicesMm.begin(), BenchModel::kSlicesMm.end(), setting.sliceMm);
    m_thickness->setChosen(
        slice == BenchModel::kSlicesMm.end()
            ? std::nullopt
            : std::optional(static_cast<int>(slice - BenchModel::kSlicesMm.begin())));
    m_note->setText(trials ? QString()
                           : tr("Same body, same node, same dose. Thinner slices are noisier. A "
                                "constructed neck; what imaging shows is worked out for each "
                                "picture."));
}

PointLps BenchScreen::spot() {
    return m_spot.value_or(PointLps{});
}

void BenchScreen::place(BenchPicture* picture, const BenchSetting& setting, const QString& title) {
    const models::PiecePtr piece = m_model.picture(setting);
    if (piece) {
        if (!m_spot)
            m_spot = piece->place;
        picture->setPiece(piece, spot(), m_outlines);
        picture->setTexts(title, truthsSentence(piece->truth));
        return;
    }
    const bool failed = m_model.failed(setting);
    picture->setMissing(failed ? tr("This picture cannot be drawn.")
                               : tr("The picture is being drawn."));
    picture->setTexts(title, failed ? QString() : tr("being drawn"));
}

void BenchScreen::refreshDial() {
    const BenchSetting turned = m_model.setting();
    if (!m_model.canTurnDepth()) {
        m_without->hide();
        return place(m_turned, turned, scannerSentence(turned));
    }
    m_without->show();
    BenchSetting without = turned;
    without.depthMm = 0;
    //: %1 is a depth with its unit.
    place(m_turned, turned,
          tr("Extension %1").arg(text::millimetres(turned.depthMm)) + QStringLiteral(" · ") +
              scannerSentence(turned));
    if (m_spot)
        place(m_without, without, tr("Without extension"));
}

void BenchScreen::refreshPhysics() {
    // The usual slice first: it gives the place for all four.
    BenchSetting usual = m_model.setting();
    usual.sliceMm = 1.25;
    if (const auto piece = m_model.picture(usual); piece && !m_spot)
        m_spot = piece->place;
    for (std::size_t n = 0; n < m_slices.size(); ++n) {
        BenchSetting setting = usual;
        setting.sliceMm = BenchModel::kSlicesMm[n];
        if (m_spot || m_model.failed(usual) || setting == usual)
            place(m_slices[n], setting, scannerSentence(setting));
        else
            m_slices[n]->setTexts(scannerSentence(setting), tr("being drawn"));
    }
}

void BenchScreen::refreshTrial() {
    m_trial->setTexts({}, {});
    if (m_model.trialFailed())
        return m_trial->setMissing(tr("This picture cannot be drawn."));
    if (!m_model.inTrials() || !m_model.trialImage()) {
        m_trial->startAnew();
        m_shownTrial = -1;
        return m_trial->setMissing(m_model.inTrials() ? tr("The picture is being drawn.")
                                                      : QString());
    }
    if (m_shownTrial != m_model.trials()->done())
        m_trial->startAnew();
    m_shownTrial = m_model.trials()->done();
    m_trial->setImage(m_model.trialImage(), m_model.trialPlace());
}

void BenchScreen::refresh() {
    if (!isVisible())
        return;
    switch (m_page) {
    case BenchPage::Dial:
        return refreshDial();
    case BenchPage::Physics:
        return refreshPhysics();
    case BenchPage::Threshold:
        return refreshTrial();
    }
}

void BenchScreen::turnDepth(double mm) {
    if (!m_model.canTurnDepth())
        return;
    BenchSetting setting = m_model.setting();
    setting.depthMm = std::clamp(mm, 0.0, BenchModel::kDeepestMm);
    m_model.setSetting(setting);
}

void BenchScreen::takeScanner() {
    BenchSetting setting = m_model.setting();
    if (m_kernel->chosen())
        setting.kernel = static_cast<BenchKernel>(*m_kernel->chosen());
    if (m_noise->chosen())
        setting.noiseHu = kNoisesHu[static_cast<std::size_t>(*m_noise->chosen())];
    if (m_thickness->chosen())
        setting.sliceMm = BenchModel::kSlicesMm[static_cast<std::size_t>(*m_thickness->chosen())];
    m_model.setSetting(setting);
    // A second press would leave a question without an answer.
    showControls();
}

void BenchScreen::keyPressEvent(QKeyEvent* event) {
    // value_or: compilers do not see that an empty letter is never read.
    const QChar letter = event->modifiers() == Qt::NoModifier
                             ? viewer::letterOfKey(*event).value_or(QChar())
                             : QChar();
    const bool trials = m_page == BenchPage::Threshold;
    if (trials && m_model.inTrials() &&
        (letter == QLatin1Char('V') || letter == QLatin1Char('G'))) {
        m_threshold->answer(letter == QLatin1Char('G'));
        return event->accept();
    }
    if (!trials && letter == QLatin1Char('C')) {
        m_outline->click();
        return event->accept();
    }
    if (!trials && (event->text() == QLatin1String("[") || event->text() == QLatin1String("]"))) {
        turnDepth(m_model.setting().depthMm + (event->text() == QLatin1String("]") ? 0.5 : -0.5));
        return event->accept();
    }
    BenchPicture* first = m_page == BenchPage::Dial      ? m_turned
                          : m_page == BenchPage::Physics ? m_slices[1]
                                                         : m_trial;
    const auto command = viewer::viewerCommandFor(*event);
    if (command && first->view()->execute(*command))
        return event->accept();
    QWidget::keyPressEvent(event);
}

void BenchScreen::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fillNodes();
    showControls();
    refresh();
}

void BenchScreen::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_model.dropWishes();
}

}  // namespace nodewise::bench
