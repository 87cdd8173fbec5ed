#include "ui/render/volume_look.h"
#include <QCoreApplication>

namespace nodewise::render {
namespace {

class VolumeLooks {
    Q_DECLARE_TR_FUNCTIONS(VolumeLooks)
};

const QColor kIvory(0xd9, 0xd4, 0xc7), kBlood(0x9e, 0x4b, 0x41), kMuscle(0xa8, 0x6e, 0x5f),
    kSkin(0xc9, 0xa4, 0x8c);

}  // namespace

QString lookName(VolumeLook look) {
    switch (look) {
    case VolumeLook::None:
        break;
    case VolumeLook::Bone:
        return VolumeLooks::tr("Bone");
    case VolumeLook::Vessels:
        return VolumeLooks::tr("Vessels");
    case VolumeLook::Muscle:
        return VolumeLooks::tr("Muscle");
    case VolumeLook::Skin:
        return VolumeLooks::tr("Skin");
    }
    return VolumeLooks::tr("Surfaces only");
}

std::vector<LookPoint> pointsOf(VolumeLook look) {
    switch (look) {
    case VolumeLook::None:
        break;
    case VolumeLook::Bone:
        return {{220, kBlood, 0}, {320, kIvory, 0.25}, {700, kIvory, 0.8}, {1500, kIvory, 0.9}};
    case VolumeLook::Vessels:
        return {{130, kBlood, 0}, {180, kBlood, 0.3}, {330, kBlood, 0.55}, {480, kIvory, 0.35}};
    case VolumeLook::Muscle:
        return {{0, kMuscle, 0},
                {40, kMuscle, 0.12},
                {110, kMuscle, 0.3},
                {150, kBlood, 0.4},
                {350, kIvory, 0.7}};
    case VolumeLook::Skin:
        return {{-500, kSkin, 0}, {-250, kSkin, 0.6}, {-80, kSkin, 0.9}, {300, kIvory, 0.9}};
    }
    return {};
}

VolumeMethod methodFor(const GlSupport& support) {
    return support.software ? VolumeMethod::Processor : VolumeMethod::Card;
}

}  // namespace nodewise::render
