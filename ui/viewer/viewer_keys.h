/// viewer_keys.h: what can be done by a key, on the views and beside them, and which key does it.
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
    CopyPicture,
    // The call, in Read and in Measure.
    ProbabilityLess,
    ProbabilityMore,
    ProbabilityOneLess,
    ProbabilityOneMore,
    Grade0,
    Grade1,
    Grade2,
    Grade3,
    CommitCall,
    NextNode,
    // The further questions of the call, in Read.
    MarginFirst,
    MarginSecond,
    MarginThird,
    FatFirst,
    FatSecond,
    FatThird,
    ContactFirst,
    ContactSecond,
    ContactThird,
    Coalescence,
    Necrosis,
    Cystic,
    Hilum,
    // Outlining, in Measure.
    NodeTool,
    BrushTool
};

/// Where a command can be given. One key may have two meanings in places that are never on screen
/// together: Read and Measure.
enum class KeyScope {
    Views,   ///< On every picture, whatever the place.
    Call,    ///< In Read and in Measure.
    Read,    ///< In Read alone.
    Measure  ///< In Measure alone.
};
[[nodiscard]] KeyScope scopeOf(ViewerCommand command);
/// True when commands of both may be given at the same time.
[[nodiscard]] bool scopesMeet(KeyScope a, KeyScope b);

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
/// Digits with Shift count by their place, brackets whatever gives them (AltGr), both Enter keys as
/// one.
[[nodiscard]] std::optional<KeyPlace> keyPlaceOf(const QKeyEvent& event);

/// What the key does for the call or the outlining in that place (Read or Measure), as the person
/// has set it. The two keys right of P count as [ and ], whatever is printed on them, while a call
/// uses those. Nothing for other keys.
[[nodiscard]] std::optional<ViewerCommand> placeCommandFor(const QKeyEvent& event, KeyScope place);

/// What the key does on the views, as the person has set it (`key_map.h`). A second key (right and
/// left for slices, = for +, the platform's own for redo) counts while it has no other meaning;
/// Escape leaves the tool for everybody. Nothing for other keys.
[[nodiscard]] std::optional<ViewerCommand> viewerCommandFor(const QKeyEvent& event);

}  // namespace nodewise::viewer
