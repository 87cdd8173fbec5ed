/// answer_files.h: answer files of made-up readers on the cases of ScreenModels.
#pragma once
#include "exchange/answer_file.h"
#include "support/screen_models.h"
#include <optional>
#include <string>
#include <vector>

namespace nodewise::tests {

/// One kept call of such a reader, on the only node of a case.
struct MadeUpCall {
    casepack::CaseRecord record;
    NodeCall answer;
    std::optional<session::NodeScore> score;
    std::string objection = {};
};

/// Writes the file into the folder of the store and gives its name. A reader who never sat at this
/// computer: the calls go through a store of their own.
inline QString writeAnswerFile(ScreenModels& models, const char* pseudonym,
                               const std::vector<MadeUpCall>& calls) {
    TempStore other;
    const auto profile = other->createProfile("Name")->id;
    for (const MadeUpCall& one : calls) {
        session::CaseOpened opened;
        opened.session = session::SessionId(newUuid());
        opened.ref = {models.shelf.pack.id, "1.0.0", one.record.id};
        opened.caseTitle = one.record.title;
        const auto& node = one.record.nodes.front();
        opened.nodes = {{node.id, node.side, node.level}};
        session::NodeCallCommitted call;
        call.session = opened.session;
        call.call = session::CallId(newUuid());
        call.node = node.id;
        call.answer = one.answer;
        call.caseAnswer = session::CaseAnswer{};
        ScreenModels::check(other->openCase(profile, opened));
        ScreenModels::check(
            other->commitNodeCall(profile, call, one.score ? &*one.score : nullptr));
        if (!one.objection.empty())
            ScreenModels::check(other->recordDispute(call.call, one.objection));
    }
    const auto answers =
        exchange::answersOf(*other->events(), {profile, pseudonym, "test", {}}).value();
    const auto file = models.store.folder() / (std::string(pseudonym) + ".nwanswers");
    NullJobControl job;
    ScreenModels::check(exchange::writeAnswers(file, answers, archive::generateKey("test"), job));
    return QString::fromStdString(file.string());
}

}  // namespace nodewise::tests
