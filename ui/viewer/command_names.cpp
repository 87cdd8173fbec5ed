// What the commands of the views are called in lists.
#include "ui/text/term_text.h"
#include "ui/viewer/key_map.h"
#include "ui/viewer/window_presets.h"
#include <QCoreApplication>

namespace nodewise::viewer {
namespace {

struct KeyMapTexts {
    Q_DECLARE_TR_FUNCTIONS(KeyMapTexts)
};

QString presetName(ViewerCommand command) {
    const int key = static_cast<int>(command) - static_cast<int>(ViewerCommand::Preset0);
    const QString name = presetNameOf(key);
    //: %1 is the number of a window, %2 its name: "Window 2, neck".
    return name.isEmpty() ? KeyMapTexts::tr("Window %1").arg(key)
                          : KeyMapTexts::tr("Window %1, %2").arg(QString::number(key), name);
}

QString viewName(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::PlaneAxial:
        return KeyMapTexts::tr("Axial large");
    case ViewerCommand::PlaneCoronal:
        return KeyMapTexts::tr("Coronal large");
    case ViewerCommand::PlaneSagittal:
        return KeyMapTexts::tr("Sagittal large");
    case ViewerCommand::SlabThinner:
        return KeyMapTexts::tr("Thinner slab");
    case ViewerCommand::SlabThicker:
        return KeyMapTexts::tr("Thicker slab");
    case ViewerCommand::Fit:
        return KeyMapTexts::tr("Fit");
    case ViewerCommand::Reset:
        return KeyMapTexts::tr("Reset the views");
    case ViewerCommand::Invert:
        return KeyMapTexts::tr("Invert");
    case ViewerCommand::OneToOne:
        return KeyMapTexts::tr("One to one");
    case ViewerCommand::Maximise:
        return KeyMapTexts::tr("One view alone, and back");
    case ViewerCommand::NextLayout:
        return KeyMapTexts::tr("Next layout");
    case ViewerCommand::ToggleLines:
        return KeyMapTexts::tr("Lines of the other planes");
    case ViewerCommand::ZoomIn:
        return KeyMapTexts::tr("Closer");
    case ViewerCommand::ZoomOut:
        return KeyMapTexts::tr("Farther");
    case ViewerCommand::Flip:
        return KeyMapTexts::tr("Flip left to right");
    case ViewerCommand::TurnQuarter:
        return KeyMapTexts::tr("Turn by 90°");
    case ViewerCommand::TurnLinesLeft:
        return KeyMapTexts::tr("Turn the crosshair left");
    case ViewerCommand::TurnLinesRight:
        return KeyMapTexts::tr("Turn the crosshair right");
    case ViewerCommand::Loupe:
        return KeyMapTexts::tr("Magnifying glass while held");
    case ViewerCommand::KeyImage:
        return KeyMapTexts::tr("Star as key image");
    case ViewerCommand::CopyPicture:
        return KeyMapTexts::tr("Copy the picture");
    default:
        return {};
    }
}

QString sliceName(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::SliceUp:
        return KeyMapTexts::tr("Next slice");
    case ViewerCommand::SliceDown:
        return KeyMapTexts::tr("Slice before");
    case ViewerCommand::TenSlicesUp:
        return KeyMapTexts::tr("Ten slices on");
    case ViewerCommand::TenSlicesDown:
        return KeyMapTexts::tr("Ten slices back");
    case ViewerCommand::FirstSlice:
        return KeyMapTexts::tr("First slice");
    case ViewerCommand::LastSlice:
        return KeyMapTexts::tr("Last slice");
    case ViewerCommand::Cine:
        return KeyMapTexts::tr("Play through the slices");
    case ViewerCommand::NudgeLeft:
        return KeyMapTexts::tr("Crosshair to the left");
    case ViewerCommand::NudgeRight:
        return KeyMapTexts::tr("Crosshair to the right");
    case ViewerCommand::NudgeUp:
        return KeyMapTexts::tr("Crosshair up");
    case ViewerCommand::NudgeDown:
        return KeyMapTexts::tr("Crosshair down");
    default:
        return {};
    }
}

QString toolName(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::ScrollTool:
        return KeyMapTexts::tr("Scroll");
    case ViewerCommand::WindowTool:
        return KeyMapTexts::tr("Window");
    case ViewerCommand::PanTool:
        return KeyMapTexts::tr("Pan");
    case ViewerCommand::ZoomTool:
        return KeyMapTexts::tr("Zoom");
    case ViewerCommand::PairTool:
        return KeyMapTexts::tr("Short and long axis");
    case ViewerCommand::RulerTool:
        return KeyMapTexts::tr("Ruler");
    case ViewerCommand::AngleTool:
        return KeyMapTexts::tr("Angle");
    case ViewerCommand::EllipseTool:
        return KeyMapTexts::tr("Mean in an ellipse");
    case ViewerCommand::PolygonTool:
        return KeyMapTexts::tr("Mean in a polygon");
    case ViewerCommand::ProbeTool:
        return KeyMapTexts::tr("Value at a point");
    case ViewerCommand::CrosshairTool:
        return KeyMapTexts::tr("Move and turn the crosshair");
    case ViewerCommand::AutoWindowTool:
        return KeyMapTexts::tr("Window from a region");
    case ViewerCommand::PlaceMark:
        return KeyMapTexts::tr("Mark the node at the crosshair");
    case ViewerCommand::RemoveLast:
        return KeyMapTexts::tr("Remove the last measurement");
    case ViewerCommand::Undo:
        return KeyMapTexts::tr("Undo");
    case ViewerCommand::Redo:
        return KeyMapTexts::tr("Redo");
    default:
        return {};
    }
}

QString probabilityName(ViewerCommand command) {
    switch (command) {
    case ViewerCommand::ProbabilityLess:
        return KeyMapTexts::tr("ENE probability − 5");
    case ViewerCommand::ProbabilityMore:
        return KeyMapTexts::tr("ENE probability + 5");
    case ViewerCommand::ProbabilityOneLess:
        return KeyMapTexts::tr("ENE probability − 1");
    case ViewerCommand::ProbabilityOneMore:
        return KeyMapTexts::tr("ENE probability + 1");
    case ViewerCommand::CommitCall:
        return KeyMapTexts::tr("Commit the call");
    case ViewerCommand::NextNode:
        return KeyMapTexts::tr("Next open node");
    case ViewerCommand::NodeTool:
        return KeyMapTexts::tr("Outline a node by a click");
    case ViewerCommand::BrushTool:
        return KeyMapTexts::tr("Brush; with Shift it takes away");
    default:
        return {};
    }
}

/// "Margin: smooth", by the order of the answers on screen.
QString answerName(ViewerCommand command) {
    const auto place = [command](ViewerCommand first) {
        return static_cast<int>(command) - static_cast<int>(first);
    };
    //: A question of the call and one of its answers.
    const QString both = KeyMapTexts::tr("%1: %2");
    if (command >= ViewerCommand::Grade0 && command <= ViewerCommand::Grade3)
        return KeyMapTexts::tr("iENE grade %1").arg(place(ViewerCommand::Grade0));
    if (command >= ViewerCommand::MarginFirst && command <= ViewerCommand::MarginThird)
        return both.arg(text::featureName(Feature::Margin),
                        text::marginName(static_cast<Margin>(place(ViewerCommand::MarginFirst))));
    if (command >= ViewerCommand::FatFirst && command <= ViewerCommand::FatThird)
        return both.arg(text::featureName(Feature::Fat),
                        text::fatName(static_cast<PerinodalFat>(place(ViewerCommand::FatFirst))));
    if (command >= ViewerCommand::ContactFirst && command <= ViewerCommand::ContactThird)
        return both.arg(
            text::featureName(Feature::Adjacent),
            text::adjacencyName(static_cast<Adjacency>(place(ViewerCommand::ContactFirst))));
    if (command >= ViewerCommand::Coalescence && command <= ViewerCommand::Hilum)
        return text::featureName(static_cast<Feature>(static_cast<int>(Feature::Coalescence) +
                                                      place(ViewerCommand::Coalescence)));
    return {};
}

}  // namespace

QString commandName(ViewerCommand command) {
    if (command >= ViewerCommand::Preset0 && command <= ViewerCommand::Preset9)
        return presetName(command);
    for (const auto& nameOf : {viewName, sliceName, toolName, probabilityName, answerName})
        if (const QString name = nameOf(command); !name.isEmpty())
            return name;
    return {};
}

}  // namespace nodewise::viewer
