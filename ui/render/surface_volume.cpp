// The CT in the 3-D view: its block is made in the background, its look chosen in the corner.
#include "ui/render/surface_view_private.h"
#include "ui/widgets/buttons.h"
#include <QActionGroup>
#include <QMenu>
#include <QtConcurrentRun>
#include <algorithm>

namespace nodewise::render {
namespace {

/// Voxels drawn whole: a neck of 23 cm at 1.4 mm. More would make the first picture, for which the
/// processor works out every gradient, take long.
constexpr std::size_t kMostByProcessor = 4'000'000, kMostByCard = 40'000'000;
constexpr int kStillMs = 200;

}  // namespace

void SurfaceView::buildLooks() {
    auto* button = new widgets::ToolButton(QStringLiteral("volumeLookTool"), QStringLiteral("3d"),
                                           tr("What of the CT is seen"), tr("Shift + V"), this);
    // The picture is black in the light theme too.
    button->setProperty("onPicture", true);
    d->looks = button;
    auto* menu = new QMenu(button);
    menu->setObjectName(QStringLiteral("volumeLookMenu"));
    auto* group = new QActionGroup(menu);
    for (const VolumeLook look : kVolumeLooks) {
        QAction* action = group->addAction(menu->addAction(lookName(look)));
        action->setObjectName(QStringLiteral("volumeLook_%1").arg(static_cast<int>(look)));
        action->setCheckable(true);
        action->setChecked(look == d->look);
        connect(action, &QAction::triggered, this, [this, look] { setVolumeLook(look); });
    }
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setEnabled(false);
    button->resize(button->sizeHint());
    button->hide();
    d->still.setSingleShot(true);
    d->still.setInterval(kStillMs);
    connect(&d->still, &QTimer::timeout, this, [this] { d->canvas->setDraft(false); });
}

void SurfaceView::setVolume(VolumePtr volume) {
    if (!has3d() || volume == d->volume)
        return;
    d->volume = std::move(volume);
    if (d->volumeStop)
        d->volumeStop->stop();
    d->volumeStop.reset();
    d->volumeWatcher.reset();
    d->block = {};
    const bool offered = d->volume && d->volume->meaning() == VoxelMeaning::Hounsfield;
    d->looks->setEnabled(offered);
    d->looks->setVisible(offered);
    showVolume();
}

VolumeLook SurfaceView::volumeLook() const {
    return d->look;
}

bool SurfaceView::volumeShown() const {
    return has3d() && !d->block.empty() && d->look != VolumeLook::None && d->looks->isEnabled();
}

bool SurfaceView::isCoarse() const {
    return d->still.isActive();
}

void SurfaceView::setVolumeLook(VolumeLook look) {
    if (!has3d())
        return;
    d->look = look;
    const auto actions = d->looks->menu()->actions();
    for (qsizetype n = 0; n < actions.size(); ++n)
        actions[n]->setChecked(kVolumeLooks[static_cast<std::size_t>(n)] == look);
    showVolume();
}

void SurfaceView::nextLook() {
    const auto at =
        static_cast<std::size_t>(std::ranges::find(kVolumeLooks, d->look) - kVolumeLooks.begin());
    setVolumeLook(kVolumeLooks[(at + 1) % kVolumeLooks.size()]);
}

void SurfaceView::showVolume() {
    if (d->look != VolumeLook::None && d->block.empty() && isVisible())
        buildVolume();
    d->canvas->setVolume(d->block, d->looks->isEnabled() ? d->look : VolumeLook::None, d->method);
    d->overlay->setVolumeShown(volumeShown());
    if (volumeShown())
        moving();
}

void SurfaceView::buildVolume() {
    if (d->volumeWatcher || !d->looks->isEnabled())
        return;
    const auto stop = std::make_shared<StopFlag>();
    d->volumeStop = stop;
    d->volumeWatcher = std::make_unique<QFutureWatcher<VolumeBlock>>();
    connect(d->volumeWatcher.get(), &QFutureWatcher<VolumeBlock>::finished, this,
            &SurfaceView::takeVolume);
    const std::size_t most = d->method == VolumeMethod::Processor ? kMostByProcessor : kMostByCard;
    d->volumeWatcher->setFuture(QtConcurrent::run(
        [volume = d->volume, most, stop] { return blockOf(*volume, most, *stop); }));
}

void SurfaceView::takeVolume() {
    d->block = d->volumeWatcher->result();
    d->volumeWatcher.release()->deleteLater();
    d->volumeStop.reset();
    showVolume();
    if (d->built.surfaces.empty())
        aim();
    Q_EMIT volumeReady();
}

/// Coarse pictures from now until nothing has moved for a moment.
void SurfaceView::moving() {
    if (!volumeShown())
        return;
    d->canvas->setDraft(true);
    d->still.start();
}

void SurfaceView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (has3d())
        showVolume();
}

}  // namespace nodewise::render
