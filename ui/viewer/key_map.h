/// key_map.h: which key does what on the views and beside them; every one of them may be changed.
#pragma once
#include "ui/viewer/viewer_keys.h"
#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace nodewise::viewer {

/// Everything that can be done by a key, in the order of a list of keys. What stays: Escape leaves
/// the tool, ? shows the keys.
inline constexpr std::array kMovableCommands{ViewerCommand::PlaneAxial,
                                             ViewerCommand::PlaneCoronal,
                                             ViewerCommand::PlaneSagittal,
                                             ViewerCommand::SlabThinner,
                                             ViewerCommand::SlabThicker,
                                             ViewerCommand::Fit,
                                             ViewerCommand::Reset,
                                             ViewerCommand::Invert,
                                             ViewerCommand::PairTool,
                                             ViewerCommand::TurnQuarter,
                                             ViewerCommand::Loupe,
                                             ViewerCommand::KeyImage,
                                             ViewerCommand::OneToOne,
                                             ViewerCommand::ZoomIn,
                                             ViewerCommand::ZoomOut,
                                             ViewerCommand::Flip,
                                             ViewerCommand::Maximise,
                                             ViewerCommand::NextLayout,
                                             ViewerCommand::ToggleLines,
                                             ViewerCommand::Cine,
                                             ViewerCommand::SliceUp,
                                             ViewerCommand::SliceDown,
                                             ViewerCommand::TenSlicesUp,
                                             ViewerCommand::TenSlicesDown,
                                             ViewerCommand::FirstSlice,
                                             ViewerCommand::LastSlice,
                                             ViewerCommand::NudgeLeft,
                                             ViewerCommand::NudgeRight,
                                             ViewerCommand::NudgeUp,
                                             ViewerCommand::NudgeDown,
                                             ViewerCommand::TurnLinesLeft,
                                             ViewerCommand::TurnLinesRight,
                                             ViewerCommand::ScrollTool,
                                             ViewerCommand::WindowTool,
                                             ViewerCommand::PanTool,
                                             ViewerCommand::ZoomTool,
                                             ViewerCommand::RulerTool,
                                             ViewerCommand::AngleTool,
                                             ViewerCommand::EllipseTool,
                                             ViewerCommand::PolygonTool,
                                             ViewerCommand::ProbeTool,
                                             ViewerCommand::CrosshairTool,
                                             ViewerCommand::AutoWindowTool,
                                             ViewerCommand::PlaceMark,
                                             ViewerCommand::RemoveLast,
                                             ViewerCommand::Undo,
                                             ViewerCommand::Redo,
                                             ViewerCommand::CopyPicture,
                                             ViewerCommand::Preset0,
                                             ViewerCommand::Preset1,
                                             ViewerCommand::Preset2,
                                             ViewerCommand::Preset3,
                                             ViewerCommand::Preset4,
                                             ViewerCommand::Preset5,
                                             ViewerCommand::Preset6,
                                             ViewerCommand::Preset7,
                                             ViewerCommand::Preset8,
                                             ViewerCommand::Preset9,
                                             ViewerCommand::ProbabilityLess,
                                             ViewerCommand::ProbabilityMore,
                                             ViewerCommand::ProbabilityOneLess,
                                             ViewerCommand::ProbabilityOneMore,
                                             ViewerCommand::Grade0,
                                             ViewerCommand::Grade1,
                                             ViewerCommand::Grade2,
                                             ViewerCommand::Grade3,
                                             ViewerCommand::MarginFirst,
                                             ViewerCommand::MarginSecond,
                                             ViewerCommand::MarginThird,
                                             ViewerCommand::FatFirst,
                                             ViewerCommand::FatSecond,
                                             ViewerCommand::FatThird,
                                             ViewerCommand::ContactFirst,
                                             ViewerCommand::ContactSecond,
                                             ViewerCommand::ContactThird,
                                             ViewerCommand::Coalescence,
                                             ViewerCommand::Necrosis,
                                             ViewerCommand::Cystic,
                                             ViewerCommand::Hilum,
                                             ViewerCommand::CommitCall,
                                             ViewerCommand::NextNode,
                                             ViewerCommand::NodeTool,
                                             ViewerCommand::BrushTool};

/// A key for every command, or none; never one key for two that can be given at the same time.
/// Value type.
class KeyMap {
public:
    KeyMap();  ///< As delivered.
    /// Words apart by blanks, "fit=G loupe=+L undo=^U thinner=none" (+ is Shift, ^ is Ctrl): only
    /// what differs from the delivered keys. What is not understood is left out.
    [[nodiscard]] static KeyMap fromText(const QString& text);
    [[nodiscard]] QString toText() const;

    /// @pre `command` is movable.
    [[nodiscard]] KeyPlace key(ViewerCommand command) const;
    /// The command of that scope alone.
    [[nodiscard]] std::optional<ViewerCommand> command(KeyPlace key, KeyScope scope) const;
    /// Gives the command that key; an unset key takes it away. The commands that had it, as far as
    /// they can be given at the same time, take the earlier key of this one and are given back.
    /// @pre `command` is movable.
    std::vector<ViewerCommand> assign(ViewerCommand command, KeyPlace key);

    friend bool operator==(const KeyMap&, const KeyMap&) = default;

private:
    /// No key has two meanings.
    [[nodiscard]] bool isPlain() const;
    std::array<KeyPlace, kMovableCommands.size()> m_keys;
};

/// What the command does, as a row of a list: "Thicker slab".
[[nodiscard]] QString commandName(ViewerCommand command);
/// Code word of a movable command: "fit"; for object names and files.
[[nodiscard]] QString commandWord(ViewerCommand command);

}  // namespace nodewise::viewer
