/// viewer_keys.h: what can be done on the views by a key, and which key does it.
#pragma once
#include <QChar>
#include <optional>

class QKeyEvent;

namespace nodewise::viewer {

enum class ViewerCommand {
    PlaneAxial,
    PlaneCoronal,
    PlaneSagittal,
    SlabThinner,
    SlabThicker,
    Fit,
    Reset,
    Invert,
    OneToOne,
    Maximise,
    SliceUp,
    SliceDown,
    TenSlicesUp,
    TenSlicesDown,
    FirstSlice,
    LastSlice,
    NudgeLeft,
    NudgeRight,
    NudgeUp,
    NudgeDown,
    ZoomIn,
    ZoomOut,
    PairTool,
    TurnQuarter,
    TurnLinesLeft,
    TurnLinesRight,
    Loupe,
    KeyImage,
    PlaceMark,
    CancelTool,
    Undo,
    Redo,
    RemoveLast,
    Preset0,
    Preset1,
    Preset2,
    Preset3,
    Preset4,
    Preset5,
    Preset6,
    Preset7,
    Preset8,
    Preset9,
    Flip,
    Cine,
    NextLayout,
    ToggleLines,
    ScrollTool,
    WindowTool,
    PanTool,
    ZoomTool,
    RulerTool,
    AngleTool,
    EllipseTool,
    PolygonTool,
    ProbeTool,
    CrosshairTool,
    AutoWindowTool,
    CopyPicture
};

/// A key: a letter by its place on a QWERTY keyboard ('Z' stays where it is on QWERTZ), or any
/// other key, and every key with Ctrl, by what is printed on it. Without both: no key.
struct KeyPlace {
    QChar letter;
    bool shift = false;
    bool ctrl = false;
    int key = 0;  ///< Qt::Key; 0 for letters without Ctrl.
    [[nodiscard]] bool isSet() const { return !letter.isNull() || key != 0; }
    friend bool operator==(const KeyPlace&, const KeyPlace&) = default;
};

/// The letter at the key's place on a QWERTY keyboard, by native scan code; the event's own key
/// where the platform gives none. Nothing for other keys.
[[nodiscard]] std::optional<QChar> letterOfKey(const QKeyEvent& event);

/// What was pressed; nothing for keys that only change others (Shift …) and with Alt or Meta.
[[nodiscard]] std::optional<KeyPlace> keyPlaceOf(const QKeyEvent& event);

/// What the key does, as the person has set it (`key_map.h`). A second key (right and left for
/// slices, = for +, the platform's own for redo) counts while it has no other meaning; Escape
/// leaves the tool for everybody. Nothing for other keys.
[[nodiscard]] std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event);

}  // namespace nodewise::viewer
