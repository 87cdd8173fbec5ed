#include "ui/viewer/overlay.h"
#include <array>
#include <cstdlib>

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
    case OverlayRole::Contact:
        return QStringLiteral("K");
    case OverlayRole::Beyond:
        return QStringLiteral("B");
    case OverlayRole::Necrosis:
        return QStringLiteral("N");
    case OverlayRole::YourOutline:
    case OverlayRole::YourMark:
        return QStringLiteral("Y");
    case OverlayRole::CoreRuler:
    case OverlayRole::Structure:
        break;
    }
    return {};
}

QColor structureColour(int index) {
    // Okabe and Ito, without the yellow and the vermilion that speak of outlines.
    static const std::array colours{QColor(0x2f, 0xbf, 0x97), QColor(0xCC, 0x79, 0xA7),
                                    QColor(0x56, 0xB4, 0xE9), QColor(0xE6, 0x9F, 0x00),
                                    QColor(0xe3, 0xe8, 0xed), QColor(0x9f, 0xa8, 0xff)};
    return colours[static_cast<std::size_t>(std::abs(index)) % colours.size()];
}

}  // namespace nodewise::viewer
