#include "analytics/learning_curve.h"
#include <algorithm>
#include <cmath>

namespace nodewise::analytics {

LearningCurve learningCurve(const std::vector<bool>& wrong, const CusumSetting& setting) {
    LearningCurve curve;
    const double a = setting.acceptable, u = setting.unacceptable;
    if (!(a > 0 && u > a && u < 1 && setting.limit > 0)) {
        curve.reason = Reason::InvalidInput;
        return curve;
    }
    if (wrong.empty()) {
        curve.reason = Reason::NoData;
        return curve;
    }
    const double forWrong = std::log(u / a), forRight = std::log((1 - u) / (1 - a));
    CusumPoint now;
    for (const bool isWrong : wrong) {
        const double weight = isWrong ? forWrong : forRight;
        ++now.count;
        now.observed += (isWrong ? 1.0 : 0.0) - a;
        now.adequate = std::max(0.0, now.adequate - weight);
        now.inadequate = std::max(0.0, now.inadequate + weight);
        if (!curve.competentAt && now.adequate >= setting.limit) {
            curve.competentAt = now.count;
            now.inadequate = 0;
        } else if (curve.competentAt && !curve.lostAt && now.inadequate >= setting.limit) {
            curve.lostAt = now.count;
        }
        curve.points.push_back(now);
    }
    return curve;
}

}  // namespace nodewise::analytics
