/// viewer_link.h: two viewers that show the same place, for series side by
/// side.
#pragma once
#include "ui/viewer/viewer_model.h"
#include <QObject>

namespace nodewise::viewer {

/// While on, the cursor of either viewer follows the other by patient place,
/// and so do zoom and pan. Only for series of one frame of reference: a place
/// of one means nothing in another. GUI thread.
class ViewerLink final : public QObject {
    Q_OBJECT
public:
    /// The models outlive the link.
    ViewerLink(ViewerModel& first, ViewerModel& second, QObject* parent = nullptr);
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

private:
    void follow(ViewerModel& from, ViewerModel& to);
    void followView(ViewerModel& from, ViewerModel& to, ViewPlane plane);

    ViewerModel &m_first, &m_second;
    bool m_on = false, m_following = false;
};

}  // namespace nodewise::viewer
