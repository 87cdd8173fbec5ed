/// viewer_keys.h: which key does what on the views.
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
    Preset9
};

/// The letter at the key's place on a QWERTY keyboard ('Z' stays where it is on
/// QWERTZ), by native scan code; the event's own key where the platform gives
/// none. Nothing for other keys.
[[nodiscard]] std::optional<QChar> letterOfKey(const QKeyEvent& event);

/// Shift with arrows moves the linked cursor by a voxel within the slice ·
/// A S D planes · Q E slab · F fit · R reset · I invert · 0–9 presets · arrows,
/// PageUp/Down, Home/End slices · + − zoom · M pair · Space maximise · Escape
/// leaves the tool · T turns the picture by 90 degrees · Ctrl with left, right
/// turns the crosshair by 5 degrees · L held: magnifying glass · W stars a key
/// image · Insert places a mark at the cursor · Delete removes the last
/// measurement · Ctrl+Z, Ctrl+Shift+Z undo, redo · Ctrl+1 one to one. Nothing
/// for other keys.
[[nodiscard]] std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event);

}  // namespace nodewise::viewer
