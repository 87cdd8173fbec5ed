/// group_answers.h: many calls of the learner and of made-up readers, for dashboards and reports.
#pragma once
#include "support/answer_files.h"

namespace nodewise::tests {

/// Twelve positive, twelve negative; mostly right.
inline void addMany(ScreenModels& models, int calls = 24) {
    for (int i = 0; i < calls; ++i) {
        const bool positive = i % 2 != 0, right = i % 5 != 0;
        models.addCall(i % 6, positive ? Grade::G2 : Grade::G0,
                       right == positive ? Grade::G2 : Grade::G0, right == positive ? 0.8 : 0.25);
    }
    models.learner.refresh();
}

/// Each call on a node of its own: the second call of a node does not count.
inline QString groupAnswers(ScreenModels& models, const char* pseudonym, int calls, bool good) {
    std::vector<MadeUpCall> made;
    for (int i = 0; i < calls; ++i) {
        MadeUpCall one{models.shelf.pack.cases[static_cast<std::size_t>(i % 6)], {}, {}};
        one.record.id = CaseId("case-" + std::to_string(i));
        const bool says = good == (i % 2 != 0);
        one.answer.mark = PointLps{0, 0, 0};
        one.answer.grade = says ? Grade::G2 : Grade::G0;
        one.answer.probability = i % 3 == 0 ? 0.5 : says ? 0.9 : 0.1;
        one.score = ScreenModels::scoreOf(i % 2 ? Grade::G2 : Grade::G0, *one.answer.grade,
                                          *one.answer.probability, {TraineeError::E05});
        made.push_back(std::move(one));
    }
    return writeAnswerFile(models, pseudonym, made);
}

}  // namespace nodewise::tests
