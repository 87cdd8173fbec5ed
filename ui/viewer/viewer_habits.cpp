#include "ui/viewer/viewer_habits.h"

namespace nodewise::viewer {

ViewerHabits& ViewerHabits::instance() {
    static ViewerHabits habits;
    return habits;
}

void ViewerHabits::setKeys(const KeyMap& keys) {
    if (keys == m_keys)
        return;
    m_keys = keys;
    Q_EMIT changed();
}

void ViewerHabits::setMouseProfile(MouseProfile profile) {
    if (profile == m_profile)
        return;
    m_profile = profile;
    Q_EMIT changed();
}

QString profileName(MouseProfile profile) {
    switch (profile) {
    case MouseProfile::WindowLeft:
        break;
    case MouseProfile::ScrollLeft:
        return ViewerHabits::tr("Left scroll, middle window, right zoom");
    case MouseProfile::WindowMiddle:
        return ViewerHabits::tr("Left pan, middle window, right zoom");
    }
    return ViewerHabits::tr("Left window, middle pan, right zoom");
}

QString profileWord(MouseProfile profile) {
    switch (profile) {
    case MouseProfile::WindowLeft:
        break;
    case MouseProfile::ScrollLeft:
        return QStringLiteral("scroll_left");
    case MouseProfile::WindowMiddle:
        return QStringLiteral("window_middle");
    }
    return QStringLiteral("window_left");
}

MouseProfile profileOf(const QString& word) {
    for (const MouseProfile profile : kMouseProfiles)
        if (profileWord(profile) == word)
            return profile;
    return MouseProfile::WindowLeft;
}

}  // namespace nodewise::viewer
