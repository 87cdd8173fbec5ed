/// surface_view_private.h: what a 3-D view holds. Internal to ui/render.
#pragma once
#include "ui/render/built_scene.h"
#include "ui/render/gl_canvas.h"
#include "ui/render/surface_overlay.h"
#include "ui/render/surface_view.h"
#include "ui/render/turntable.h"
#include "ui/render/volume_block.h"
#include <QFutureWatcher>
#include <QPointF>
#include <QTimer>
#include <QToolButton>
#include <atomic>
#include <memory>

class QLabel;

namespace nodewise::render {

class StopFlag final : public JobControl {
public:
    void report(double, std::string_view) override {}
    [[nodiscard]] bool cancelled() const override { return m_stopped.load(); }
    void stop() { m_stopped.store(true); }

private:
    std::atomic<bool> m_stopped{false};
};

class SurfaceView::Private {
public:
    GlCanvas* canvas = nullptr;
    SurfaceOverlay* overlay = nullptr;
    QLabel* placeholder = nullptr;
    QToolButton* looks = nullptr;
    BuiltScene built;
    Turntable camera;
    double radiusMm = 10;
    double openingAzimuth = 0, openingElevation = 0;
    double closer = 1;
    QPointF lastDrag, pressedAt;
    bool dragging = false;
    std::shared_ptr<StopFlag> stop, volumeStop;
    std::unique_ptr<QFutureWatcher<BuiltScene>> watcher;

    VolumePtr volume;
    VolumeLook look = VolumeLook::None;
    VolumeMethod method = VolumeMethod::Processor;
    VolumeBlock block;
    std::unique_ptr<QFutureWatcher<VolumeBlock>> volumeWatcher;
    QTimer still;  ///< Ends the coarse pictures a moment after the last movement.
};

}  // namespace nodewise::render
