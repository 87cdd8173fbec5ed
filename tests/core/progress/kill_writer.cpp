// Writes calls into a progress file until it is killed. After each commit it says on standard
// output which call is kept: what it has said must be there afterwards.
// Use: kill_writer FILE PROFILE [test]: with "test" it takes up the running test of the profile, or
// starts one, as the window does after a restart, and ends it after the last case.
#include "progress/progress_store.h"
#include "support/reading_samples.h"
#include <cstdio>
#include <unistd.h>

using namespace nodewise;
using namespace nodewise::tests;

namespace {

// One write(2): a line is said whole or not at all.
bool say(const std::string& line) {
    const std::string text = line + "\n";
    return ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

int complain(const Error& error) {
    std::fprintf(stderr, "%s: %s\n", std::string(errorWord(error.code)).c_str(),
                 error.detail.c_str());
    return 1;
}

// A draft, then the call: said when it is on disk.
Result<session::CallId> keepACall(progress::ProgressStore& store, const ProfileId& profile,
                                  const session::CaseOpened& opened, std::size_t node) {
    progress::Draft draft;
    draft.node = opened.nodes[node].id;
    draft.call = sampleCall();
    if (auto ok = store.saveDraft(opened.session, draft); !ok)
        return fail(ok.error());
    const auto call = sampleCommit(opened, node);
    if (auto ok = store.commitNodeCall(profile, call); !ok)
        return fail(ok.error());
    say("kept " + call.call.value);
    return call.call;
}

// One case: drafts, two calls, scores, the end.
Result<void> readOneCase(progress::ProgressStore& store, const ProfileId& profile) {
    const auto opened = sampleCase(newUuid());
    if (auto ok = store.openCase(profile, opened); !ok)
        return ok;
    for (std::size_t node = 0; node < opened.nodes.size(); ++node) {
        const auto call = keepACall(store, profile, opened, node);
        if (!call)
            return fail(call.error());
        if (auto ok = store.recordScore(*call, sampleScore()); !ok)
            return ok;
        say("scored " + call->value);
    }
    return store.finishCase(opened.session);
}

// A reading in which a draft is kept, called and finished: from where it was left.
Result<void> readOn(progress::ProgressStore& store, const ProfileId& profile,
                    const session::CaseOpened& opened, std::size_t from) {
    for (std::size_t node = from; node < opened.nodes.size(); ++node) {
        if (auto kept = keepACall(store, profile, opened, node); !kept)
            return fail(kept.error());
    }
    if (auto ok = store.finishCase(opened.session); !ok)
        return ok;
    say("finished " + opened.ref.caseId.value);
    return {};
}

session::ActivityStarted freshTest() {
    session::ActivityStarted test;
    test.activity = session::ActivityId(newUuid());
    test.seed = 8412;
    test.title = "Test";
    for (int i = 0; i < 8; ++i)
        test.cases.push_back(
            sampleCase("", session::Mode::Test, "case-" + std::to_string(100 + i)).ref);
    return test;
}

Result<void> workOnATest(progress::ProgressStore& store, const ProfileId& profile) {
    const auto known = store.activities(profile);
    if (!known)
        return fail(known.error());
    session::ActivityStarted test;
    std::size_t done = 0;
    if (!known->empty() && !known->front().ended) {
        test = known->front().started;
        done = known->front().finished.size();
    } else {
        test = freshTest();
        if (auto ok = store.startActivity(profile, test); !ok)
            return ok;
    }
    const auto left = store.unfinishedCase(profile);
    if (!left)
        return fail(left.error());
    if (*left) {
        const auto& nodes = (*left)->opened.nodes;
        const std::size_t from = (*left)->kept.size();
        if (from < nodes.size() && (*left)->nextNode != nodes[from].id)
            return fail(ErrorCode::Internal, "the next node is not the one after the kept ones");
        if (auto ok = readOn(store, profile, (*left)->opened, from); !ok)
            return ok;
        ++done;
    }
    for (; done < test.cases.size(); ++done) {
        auto opened = sampleCase(newUuid(), session::Mode::Test, test.cases[done].caseId.value);
        opened.activity = test.activity;
        if (auto ok = store.openCase(profile, opened); !ok)
            return ok;
        if (auto ok = readOn(store, profile, opened, 0); !ok)
            return ok;
    }
    return store.endActivity(test.activity);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4)
        return 2;
    const SystemClock clock;
    auto store = progress::ProgressStore::open(argv[1], clock);
    if (!store)
        return complain(store.error());
    say("open");
    const auto work = argc == 4 ? workOnATest : readOneCase;
    for (;;)
        if (const auto ok = work(*store, ProfileId(argv[2])); !ok)
            return complain(ok.error());
}
