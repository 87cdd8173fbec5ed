#include "measure/ibsi_config.h"

namespace nodewise::measure {

std::optional<IbsiConfig> ibsiConfig(char letter) {
    IbsiConfig config;
    config.roundIntensities = true;
    config.bins.width = 25;
    config.bins.fixedNumber = letter == 'B' || letter == 'D' || letter == 'E';
    if (letter < 'A' || letter > 'E')
        return std::nullopt;
    if (letter != 'A') {
        config.interpolation =
            letter == 'E' ? IbsiInterpolation::CubicSpline : IbsiInterpolation::Linear;
        config.spacingMm = 2;
    }
    config.bySlice = letter == 'A' || letter == 'B';
    if (letter != 'D') {
        config.low = config.bySlice ? -500 : -1000;
        config.high = 400;
    }
    if (letter == 'D' || letter == 'E')
        config.sigmas = 3;
    return config;
}

}  // namespace nodewise::measure
