/// window_keeper.h: a series opens with the window it was last looked at with.
#pragma once
#include "base/error.h"
#include "ui/models/window_memory.h"
#include "ui/viewer/viewer_model.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace nodewise::shell {

/// Follows the views of one screen. `series` names what they show; empty = nothing to remember. All
/// arguments outlive the keeper.
class WindowKeeper final : public QObject {
    Q_OBJECT
public:
    WindowKeeper(viewer::ViewerModel& viewer, models::WindowMemory& memory,
                 std::function<QString()> series, QObject* parent);

Q_SIGNALS:
    void problem(const nodewise::Error& error);

private:
    void restore();
    void keep();

    viewer::ViewerModel& m_viewer;
    models::WindowMemory& m_memory;
    std::function<QString()> m_series;
    QString m_shown;   ///< What the views show now.
    Window m_opening;  ///< As it opens for everybody: not worth remembering.
    Window m_latest;
    QTimer m_soon;  ///< A drag is kept once it rests.
};

}  // namespace nodewise::shell
