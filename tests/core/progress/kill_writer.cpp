// Writes calls into a progress file until it is killed. After each commit it says on standard
// output which call is kept: what it has said must be there afterwards.
// Use: kill_writer FILE PROFILE
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

// One case: drafts, two calls, scores, the end.
Result<void> readOneCase(progress::ProgressStore& store, const ProfileId& profile) {
    const auto opened = sampleCase(newUuid());
    if (auto ok = store.openCase(profile, opened); !ok)
        return ok;
    for (std::size_t node = 0; node < opened.nodes.size(); ++node) {
        progress::Draft draft;
        draft.node = opened.nodes[node].id;
        draft.call = sampleCall();
        if (auto ok = store.saveDraft(opened.session, draft); !ok)
            return ok;
        const auto call = sampleCommit(opened, node);
        if (auto ok = store.commitNodeCall(profile, call); !ok)
            return ok;
        say("kept " + call.call.value);
        if (auto ok = store.recordScore(call.call, sampleScore()); !ok)
            return ok;
        say("scored " + call.call.value);
    }
    return store.finishCase(opened.session);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const SystemClock clock;
    auto store = progress::ProgressStore::open(argv[1], clock);
    if (!store)
        return complain(store.error());
    say("open");
    for (;;)
        if (const auto ok = readOneCase(*store, ProfileId(argv[2])); !ok)
            return complain(ok.error());
}
