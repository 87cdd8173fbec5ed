/// viewer_habits.h: keys and mouse as one person is used to them; the same on every view.
#pragma once
#include "ui/viewer/key_map.h"
#include "ui/viewer/viewer_model.h"
#include <QObject>

namespace nodewise::viewer {

/// One for the program, since the hands are the same on every picture. Whoever starts the program
/// fills it from the settings and keeps what changes. GUI thread only.
class ViewerHabits final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static ViewerHabits& instance();

    [[nodiscard]] const KeyMap& keys() const { return m_keys; }
    void setKeys(const KeyMap& keys);
    [[nodiscard]] MouseProfile mouseProfile() const { return m_profile; }
    void setMouseProfile(MouseProfile profile);

Q_SIGNALS:
    void changed();

private:
    ViewerHabits() = default;
    KeyMap m_keys;
    MouseProfile m_profile = MouseProfile::WindowLeft;
};

/// "Left window, middle pan, right zoom".
[[nodiscard]] QString profileName(MouseProfile profile);
/// Code word, for settings: "window_left".
[[nodiscard]] QString profileWord(MouseProfile profile);
/// WindowLeft for words that are none.
[[nodiscard]] MouseProfile profileOf(const QString& word);
inline constexpr std::array kMouseProfiles{MouseProfile::WindowLeft, MouseProfile::ScrollLeft,
                                           MouseProfile::WindowMiddle};

}  // namespace nodewise::viewer
