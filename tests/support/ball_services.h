/// ball_services.h: a reading without disk whose calls the real core grades, on a ball.
#pragma once
#include "support/graded_ball.h"

namespace nodewise::tests {

class BallServices final : public FakeReadingServices {
public:
    BallServices() { volume = neckLikeVolume(); }
    Result<models::GradedCall> gradeCall(const models::GradingRequest& request,
                                         JobControl& job) override {
        if (gradeFails)
            return fail(*gradeFails, "as the test asked");
        models::GradingRequest onBall = request;
        onBall.node.id = NodeId("node-1");
        if (request.kept.empty() || !request.kept[0].mark)
            onBall.kept = {underCall()};
        auto graded = models::gradeNode(onBall, volume, neckLikeTruth(volume->geometry()), job);
        if (graded && request.caseAnswer && !teaching.text.empty()) {
            graded->teaching = teaching;
            graded->recipe = std::make_shared<const synthesis::Recipe>();
        }
        return graded;
    }
    casepack::Teaching teaching;  ///< As the desk: with the last node.
};

}  // namespace nodewise::tests
