#include "terms/terms.h"

namespace nodewise {

Level coarseLevel(Level level) {
    switch (level) {
    case Level::Ia:
    case Level::Ib:
        return Level::I;
    case Level::IIa:
    case Level::IIb:
        return Level::II;
    case Level::IVa:
    case Level::IVb:
        return Level::IV;
    case Level::Va:
    case Level::Vb:
    case Level::Vc:
        return Level::V;
    case Level::VIa:
    case Level::VIb:
        return Level::VI;
    case Level::VIIa:
    case Level::VIIb:
        return Level::VII;
    case Level::Xa:
    case Level::Xb:
        return Level::X_;
    default:
        return level;
    }
}

bool levelMatches(Level given, Level reference) {
    return given == reference || given == coarseLevel(reference);
}

}  // namespace nodewise
