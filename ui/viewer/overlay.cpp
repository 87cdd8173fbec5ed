#include "ui/viewer/overlay.h"

namespace nodewise::viewer {

QString overlayLetter(OverlayRole role) {
    switch (role) {
    case OverlayRole::Capsule:
        return QStringLiteral("C");
    case OverlayRole::MarginWidth:
        return QStringLiteral("M");
    case OverlayRole::StrandedFat:
        return QStringLiteral("F");
    case OverlayRole::LostPlane:
        return QStringLiteral("P");
    case OverlayRole::Necrosis:
        return QStringLiteral("N");
    case OverlayRole::YourOutline:
    case OverlayRole::YourMark:
        return QStringLiteral("Y");
    case OverlayRole::CoreRuler:
        break;
    }
    return {};
}

}  // namespace nodewise::viewer
