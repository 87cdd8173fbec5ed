#include "ui/shell/window_keeper.h"

namespace nodewise::shell {

namespace {
constexpr int kRestMs = 400;
}

WindowKeeper::WindowKeeper(viewer::ViewerModel& viewerModel, models::WindowMemory& memory,
                           std::function<QString()> series, QObject* parent)
    : QObject(parent)
    , m_viewer(viewerModel)
    , m_memory(memory)
    , m_series(std::move(series)) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRestMs);
    connect(&m_soon, &QTimer::timeout, this, &WindowKeeper::keep);
    connect(&viewerModel, &viewer::ViewerModel::volumeChanged, this, &WindowKeeper::restore);
    connect(&viewerModel, &viewer::ViewerModel::windowChanged, this, [this] {
        m_latest = m_viewer.window();
        if (!m_shown.isEmpty())
            m_soon.start();
    });
}

void WindowKeeper::restore() {
    // Another series came before the last change had rested.
    if (m_soon.isActive())
        keep();
    m_shown = m_viewer.volume() ? m_series() : QString();
    m_opening = m_latest = m_viewer.window();
    if (m_shown.isEmpty())
        return;
    if (const auto window = m_memory.windowOf(m_shown))
        m_viewer.setWindow(*window);
    m_soon.stop();
}

void WindowKeeper::keep() {
    m_soon.stop();
    if (m_shown.isEmpty())
        return;
    const auto kept =
        m_latest == m_opening ? m_memory.forget(m_shown) : m_memory.keep(m_shown, m_latest);
    if (!kept)
        Q_EMIT problem(kept.error());
}

}  // namespace nodewise::shell
