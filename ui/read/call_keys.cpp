#include "ui/read/call_keys.h"
#include "ui/viewer/key_text.h"
#include "ui/viewer/viewer_habits.h"
#include <QCoreApplication>
#include <QKeyEvent>
#include <array>

namespace nodewise::read {

using viewer::KeyScope;
using viewer::keysOf;
using C = viewer::ViewerCommand;

namespace {

struct CallTexts {
    Q_DECLARE_TR_FUNCTIONS(CallTexts)
};

/// A command, and what it says.
struct Meaning {
    C command;
    CallKey key;
};

using Q = CallQuestion;
constexpr std::array kMeanings{Meaning{C::MarginFirst, {Q::Margin, 0}},
                               Meaning{C::MarginSecond, {Q::Margin, 1}},
                               Meaning{C::MarginThird, {Q::Margin, 2}},
                               Meaning{C::FatFirst, {Q::Fat, 0}},
                               Meaning{C::FatSecond, {Q::Fat, 1}},
                               Meaning{C::FatThird, {Q::Fat, 2}},
                               Meaning{C::ContactFirst, {Q::Contact, 0}},
                               Meaning{C::ContactSecond, {Q::Contact, 1}},
                               Meaning{C::ContactThird, {Q::Contact, 2}},
                               Meaning{C::Coalescence, {Q::Coalescence, 0}},
                               Meaning{C::Necrosis, {Q::Necrosis, 0}},
                               Meaning{C::Cystic, {Q::Cystic, 0}},
                               Meaning{C::Hilum, {Q::Hilum, 0}},
                               Meaning{C::Grade0, {Q::Grade, 0}},
                               Meaning{C::Grade1, {Q::Grade, 1}},
                               Meaning{C::Grade2, {Q::Grade, 2}},
                               Meaning{C::Grade3, {Q::Grade, 3}},
                               Meaning{C::ProbabilityLess, {Q::Probability, -5}},
                               Meaning{C::ProbabilityMore, {Q::Probability, 5}},
                               Meaning{C::ProbabilityOneLess, {Q::Probability, -1}},
                               Meaning{C::ProbabilityOneMore, {Q::Probability, 1}},
                               Meaning{C::NextNode, {Q::NextNode, 0}},
                               Meaning{C::CommitCall, {Q::Commit, 0}}};

}  // namespace

std::optional<CallKey> callKeyFor(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (event.key() == Qt::Key_Question && !(modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier)))
        return CallKey{Q::Sheet, 0};
    const auto command = viewer::placeCommandFor(event, KeyScope::Read);
    for (const Meaning& meaning : kMeanings)
        if (command == meaning.command)
            return meaning.key;
    return std::nullopt;
}

QStringList printedKeys(CallQuestion question) {
    QStringList printed;
    for (const Meaning& meaning : kMeanings)
        if (meaning.key.question == question) {
            const QString key =
                viewer::keyText(viewer::ViewerHabits::instance().keys().key(meaning.command));
            printed << (key.size() == 1 && key != QStringLiteral("–") ? key : QString());
        }
    return printed;
}

viewer::KeyGroup callKeyGroup() {
    viewer::KeyGroup group{CallTexts::tr("For the call"), viewer::probabilityRows()};
    group.rows << viewer::KeyRow{viewer::gradeKeys(), CallTexts::tr("iENE grade")}
               << viewer::KeyRow{keysOf({C::MarginFirst, C::MarginSecond, C::MarginThird}),
                                 CallTexts::tr("Margin, left to right")}
               << viewer::KeyRow{keysOf({C::FatFirst, C::FatSecond, C::FatThird}),
                                 CallTexts::tr("Perinodal fat")}
               << viewer::KeyRow{keysOf({C::ContactFirst, C::ContactSecond, C::ContactThird}),
                                 CallTexts::tr("Adjacent structure")}
               << viewer::KeyRow{keysOf({C::Coalescence, C::Necrosis, C::Cystic, C::Hilum}),
                                 CallTexts::tr("Coalescence, necrosis, cystic, fatty hilum")}
               << viewer::KeyRow{keysOf({C::PlaceMark}),
                                 CallTexts::tr("Mark the node at the crosshair")}
               << viewer::KeyRow{keysOf({C::CommitCall}), CallTexts::tr("Commit the node")}
               << viewer::KeyRow{keysOf({C::NextNode}), CallTexts::tr("Next open node")};
    return group;
}

}  // namespace nodewise::read
