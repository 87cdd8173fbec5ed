#include "app/nodewise/tour_data.h"
#include "exchange/answer_file.h"
#include "serial/json.h"
#include <QDateTime>
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::app {

namespace {

/// Every so many calls one is disputed.
constexpr int kDisputed = 23;
/// The newest calls are on cases that are here.
constexpr int kStays = 8;

/// A small generator of our own: the pictures must be the same everywhere.
class Dice {
public:
    explicit Dice(unsigned seed)
        : m_state(8411 + seed) {}
    double next() {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(m_state >> 11) / 9007199254740992.0;
    }
    int below(int count) { return std::min(count - 1, static_cast<int>(next() * count)); }

private:
    std::uint64_t m_state;
};

/// The reader's probability: what was so, blurred; less blurred later on, a little too sure.
double probabilityFor(Grade reference, double learned, Dice& dice) {
    const double truth = reference == Grade::G0 ? -1.6 : 1.3 + 0.5 * gradeNumber(reference);
    const double noise = (dice.next() + dice.next() + dice.next() - 1.5) * (4.6 - 2.2 * learned);
    const double p = 1 / (1 + std::exp(-(truth * (0.5 + 0.6 * learned) + noise)));
    return std::clamp(std::round(p * 100) / 100, 0.02, 0.98);
}

Grade gradeFor(Grade reference, double probability, Dice& dice) {
    if (probability < 0.5)
        return Grade::G0;
    if (reference != Grade::G0 && dice.next() < 0.62)
        return reference;
    return gradeFromNumber(1 + dice.below(3));
}

Verdict verdictOf(Grade given, Grade reference) {
    const int apart = std::abs(gradeNumber(given) - gradeNumber(reference));
    return apart == 0 ? Verdict::Agrees : apart == 1 ? Verdict::Close : Verdict::Differs;
}

session::NodeScore scoreFor(const NodeCall& call, Grade reference,
                            const casepack::CaseRecord& record, Dice& dice) {
    static const std::array concepts{"margin/any/thick_slices", "adjacent_structure/any/contact",
                                     "fat/any/biopsy", "coalescence/any/cluster",
                                     "cystic/oropharynx_p16pos/smooth_wall"};
    session::NodeScore score;
    score.truthKind = record.truthKind;
    score.gradeReference = reference;
    score.gradeDistribution = {0, 0, 0, 0};
    score.gradeDistribution[static_cast<std::size_t>(gradeNumber(reference))] = 1;
    const double outcome = reference == Grade::G0 ? 0 : 1;
    score.brier = std::pow(*call.probability - outcome, 2);
    const Verdict verdict = verdictOf(*call.grade, reference);
    score.marks.push_back({Mark::Grade, verdict, verdict == Verdict::Agrees ? 1.0 : 0.0,
                           std::string(word(*call.grade)), std::string(word(reference))});
    if (verdict == Verdict::Differs)
        score.errors.push_back(outcome > 0 ? TraineeError::E05 : TraineeError::E03);
    score.wrongReason = verdict == Verdict::Agrees && dice.next() < 0.14;
    if (score.wrongReason)
        score.errors.push_back(TraineeError::E01);
    score.shortAxisErrorMm = -0.3 + (dice.next() + dice.next() - 1) * 2.2;
    if (record.concepts.empty())
        score.concepts.emplace_back(
            concepts[static_cast<std::size_t>(dice.below(static_cast<int>(concepts.size())))]);
    else
        score.concepts = record.concepts;
    return score;
}

/// As much of a kept feedback as the comparison with the core reads: its own strength, and now and
/// then that it could not measure the node or says nothing of pathology.
std::string coreSaid(const NodeId& node, Grade reference, Dice& dice) {
    using serial::Json;
    Json reading;
    if (dice.next() > 0.12) {
        reading = Json::object();
        reading.set("opinion",
                    Json::object().set("strength", probabilityFor(reference, 0.9, dice)));
        reading.set("pene", Json::object().set("abstained", dice.next() < 0.3));
    }
    Json one = Json::object();
    one.set("id", node.value).set("core", reading);
    return serial::toJsonText(Json::object().set("nodes", Json(Json::Array{one})));
}

NodeCall callFor(const casepack::NodeQuestion& node, Grade reference, double learned, Dice& dice) {
    NodeCall call;
    call.side = node.side;
    call.level = node.level;
    call.probability = probabilityFor(reference, learned, dice);
    call.grade = gradeFor(reference, *call.probability, dice);
    call.margin = *call.grade == Grade::G0 ? Margin::Smooth : Margin::Indistinct;
    call.fat = *call.grade == Grade::G0 ? PerinodalFat::Clean : PerinodalFat::Stranded;
    call.shortAxisMm = 12 + 6 * dice.next();
    call.longAxisMm = *call.shortAxisMm + 5 * dice.next();
    return call;
}

Result<void> writeOne(progress::ProgressStore& store, const ProfileId& profile,
                      const models::LibraryEntry& entry, double learned, const MarkOf& markOf,
                      Dice& dice) {
    static const std::array references{Grade::G0, Grade::G0, Grade::G1, Grade::G3,
                                       Grade::G0, Grade::G1, Grade::G2, Grade::G0};
    session::CaseOpened opened;
    opened.session = session::SessionId(newUuid());
    opened.ref = {entry.pack, entry.packVersion.toStdString(), entry.where.id};
    opened.caseTitle = entry.record.title;
    for (const auto& node : entry.record.nodes)
        opened.nodes.push_back({node.id, node.side, node.level});
    if (auto done = store.openCase(profile, opened); !done)
        return done;
    for (const auto& node : entry.record.nodes) {
        // Of a group, every reader has the same reference: it follows from the case.
        const std::size_t drawn =
            entry.where.id.value.starts_with("made-")
                ? static_cast<std::size_t>(entry.where.id.value.back() - '0') * 3
                : static_cast<std::size_t>(dice.below(static_cast<int>(references.size())));
        const Grade reference = references[drawn % references.size()];
        session::NodeCallCommitted committed;
        committed.session = opened.session;
        committed.call = session::CallId(newUuid());
        committed.node = node.id;
        committed.answer = callFor(node, reference, learned, dice);
        committed.answer.mark =
            markOf(entry, static_cast<std::size_t>(&node - entry.record.nodes.data()));
        committed.trace.seconds = 60 + 60 * dice.next();
        if (&node == &entry.record.nodes.back())
            committed.caseAnswer = session::CaseAnswer{};
        auto score = scoreFor(committed.answer, reference, entry.record, dice);
        score.feedbackJson = coreSaid(node.id, reference, dice);
        if (auto done = store.commitNodeCall(profile, committed, &score); !done)
            return done;
        if (auto done = store.recordFeedbackSeen(committed.call); !done)
            return done;
        if (dice.below(kDisputed) == 0)
            if (auto done = store.recordDispute(
                    committed.call, "The fat line is one voxel thick here: partial volume.");
                !done)
                return done;
    }
    return store.finishCase(opened.session);
}

/// A case of no pack, like one of `entries`.
models::LibraryEntry madeUp(const std::vector<models::LibraryEntry>& entries, int number) {
    auto entry = entries[static_cast<std::size_t>(number) % entries.size()];
    entry.pack = PackId("7d1f0c52-6a0e-4b3b-8f5e-2f4f6d9a1c77");
    entry.where.id = CaseId("made-" + std::to_string(number));
    entry.record.title = "Case " + std::to_string(number + 1);
    return entry;
}

}  // namespace

Timestamp tourNow() {
    const QDateTime time(QDate(2026, 11, 23), QTime(18, 41));
    return Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Result<void> writeTourHistory(progress::ProgressStore& store, TourClock& clock,
                              const std::vector<models::LibraryEntry>& entries,
                              const MarkOf& markOf, int calls, unsigned seed) {
    const auto profiles = store.profiles();
    if (!profiles)
        return fail(profiles.error());
    if (profiles->empty() || entries.empty())
        return fail(ErrorCode::ProfileNotFound, "the tour found no profile or no case");
    const ProfileId profile = profiles->front().id;
    if (auto named = store.renameProfile(profile, "Mara"); !named)
        return named;
    if (auto exam = store.setSetting(progress::kExamDateSetting, "2027-02-17", profile); !exam)
        return exam;
    Dice dice(seed);
    const auto span = std::chrono::hours(24 * 82);
    for (int written = 0, turn = 0; written < calls; ++turn) {
        const double learned = static_cast<double>(written) / calls;
        // The second case is left alone for the last weeks, so that its concepts come due.
        auto at = static_cast<std::size_t>(turn) % entries.size();
        if (at == 1 && learned > 0.6)
            at = 0;
        // Half of the older ones are on cases that are gone: comparisons take a node once.
        const bool gone = turn % 2 != 0 && written + kStays < calls;
        const auto entry = gone ? madeUp(entries, 100 + turn) : entries[at];
        // The last calls fall on this very day.
        const double when = static_cast<double>(written + 2) / calls;
        clock.time =
            tourNow() - std::chrono::hours(2) -
            std::chrono::duration_cast<std::chrono::milliseconds>(span * std::max(0.0, 1 - when));
        if (auto done = writeOne(store, profile, entry, learned, markOf, dice); !done)
            return done;
        written += static_cast<int>(std::max<std::size_t>(1, entry.record.nodes.size()));
    }
    clock.time = tourNow();
    return {};
}

Result<std::vector<std::filesystem::path>>
writeTourGroup(const std::filesystem::path& folder, TourClock& clock,
               const std::vector<models::LibraryEntry>& entries, const MarkOf& markOf, int calls) {
    std::vector<models::LibraryEntry> made;
    // The first ones are the pack's own, so that a meeting has pictures.
    for (int i = 0; i < 30; ++i)
        made.push_back(static_cast<std::size_t>(i) < entries.size()
                           ? entries[static_cast<std::size_t>(i)]
                           : madeUp(entries, i));
    std::vector<std::filesystem::path> files;
    for (const char* name : {"reader A", "reader B", "reader C", "reader D", "reader E"}) {
        const unsigned number = static_cast<unsigned>(files.size()) + 2;
        auto store = progress::ProgressStore::open(
            folder / ("group" + std::to_string(number) + ".sqlite"), clock);
        const auto profile =
            store ? store->createProfile(name) : Result<progress::Profile>(fail(store.error()));
        if (!profile)
            return fail(profile.error());
        if (auto done = writeTourHistory(*store, clock, made, markOf, calls, number); !done)
            return fail(done.error());
        const auto log = store->events();
        const auto answers = log ? exchange::answersOf(*log, {profile->id, name, "tour", {}})
                                 : Result<exchange::AnswerFile>(fail(log.error()));
        if (!answers)
            return fail(answers.error());
        files.push_back(folder / (std::string(name) + ".nwanswers"));
        NullJobControl job;
        if (auto done =
                exchange::writeAnswers(files.back(), *answers, archive::generateKey(name), job);
            !done)
            return fail(done.error());
    }
    return files;
}

}  // namespace nodewise::app
