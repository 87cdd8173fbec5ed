#include "ui/viewer/slab_choices.h"
#include "ui/text/number_text.h"
#include "ui/viewer/image_tools.h"
#include <QtGlobal>

namespace nodewise::viewer {

QString slabWords(const Slab& slab) {
    const QString mm = text::millimetres(slab.thicknessMm, 0);
    switch (slab.mode) {
    case SlabMode::None:
        break;
    case SlabMode::Mean:
        return ImageTools::tr("%1 mean").arg(mm);
    case SlabMode::Mip:
        return ImageTools::tr("%1 maximum").arg(mm);
    case SlabMode::MinIp:
        return ImageTools::tr("%1 minimum").arg(mm);
    }
    return ImageTools::tr("No slab");
}

int slabChoiceOf(const Slab& slab) {
    const bool none = slab.mode == SlabMode::None || slab.thicknessMm <= 0;
    for (std::size_t n = 0; n < kSlabChoices.size(); ++n) {
        const Slab& choice = kSlabChoices[n];
        if (none ? choice.mode == SlabMode::None
                 : choice.mode == slab.mode && qFuzzyCompare(choice.thicknessMm, slab.thicknessMm))
            return static_cast<int>(n);
    }
    return -1;
}

}  // namespace nodewise::viewer
