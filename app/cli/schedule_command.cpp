#include "command.h"
#include "schedule/fsrs.h"
#include "serial/file_io.h"
#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <iterator>
#include <memory>

namespace nodewise::cli {
namespace {

using serial::Json;
using serial::Reader;

struct Review {
    schedule::Rating rating = schedule::Rating::Again;
    schedule::Seconds elapsed{0};
};

struct Plan {
    schedule::Parameters parameters;
    std::vector<Review> reviews;
};

const char* phaseWord(schedule::Phase phase) {
    switch (phase) {
    case schedule::Phase::Learning:
        return "Learning";
    case schedule::Phase::Review:
        return "Review";
    case schedule::Phase::Relearning:
        break;
    }
    return "Relearning";
}

void readSteps(const Reader& reader, const char* name, std::vector<schedule::Seconds>& steps) {
    const auto member = reader.find(name);
    if (!member)
        return;
    steps.clear();
    for (const double seconds : member->numbers())
        steps.emplace_back(seconds);
}

schedule::Parameters readParameters(const Reader& reader) {
    schedule::Parameters p;
    if (const auto weights = reader.find("parameters")) {
        const auto values = weights->numbers(static_cast<int>(p.weights.size()));
        if (values.size() == p.weights.size())
            std::copy(values.begin(), values.end(), p.weights.begin());
    }
    p.desiredRetention = reader.numberOr("desired_retention", p.desiredRetention);
    readSteps(reader, "learning_steps_s", p.learningSteps);
    readSteps(reader, "relearning_steps_s", p.relearningSteps);
    if (const auto days = reader.find("maximum_interval_days")) {
        const auto value = days->integer();
        if (value < 1 || value > 1'000'000)
            days->refuse(ErrorCode::ValueOutOfRange, "the longest interval is 1 to 1000000 days");
        p.maximumIntervalDays = static_cast<int>(std::clamp<std::int64_t>(value, 1, 1'000'000));
    }
    return p;
}

Review readReview(const Reader& reader) {
    reader.only({"elapsed_s", "rating"});
    const auto rating = reader.integer("rating");
    if (rating < 1 || rating > 4)
        reader.at("rating").refuse(ErrorCode::ValueOutOfRange, "a rating is 1, 2, 3 or 4");
    const double elapsed = reader.numberOr("elapsed_s", 0);
    if (!(elapsed >= 0) || !std::isfinite(elapsed))
        reader.at("elapsed_s").refuse(ErrorCode::ValueOutOfRange, "a time of 0 s or more");
    return {static_cast<schedule::Rating>(std::clamp<std::int64_t>(rating, 1, 4)),
            schedule::Seconds(elapsed)};
}

Result<Plan> readPlan(const std::string& name) {
    const auto text =
        name == "-" ? Result<std::string>(std::string(std::istreambuf_iterator<char>(std::cin), {}))
                    : serial::readFile(serial::pathOf(name), std::size_t{4} << 20);
    if (!text)
        return fail(text.error());
    const auto json = serial::parseJson(*text, name);
    if (!json)
        return fail(json.error());
    const Reader reader(*json, name);
    reader.only({"parameters", "desired_retention", "learning_steps_s", "relearning_steps_s",
                 "maximum_interval_days", "reviews"});
    Plan plan;
    plan.parameters = readParameters(reader);
    for (const Reader& review : reader.at("reviews").elements())
        plan.reviews.push_back(readReview(review));
    if (auto ok = reader.result(); !ok)
        return fail(ok.error());
    if (auto ok = schedule::checkParameters(plan.parameters); !ok) {
        Error error = ok.error();
        error.path = name;
        return fail(error);
    }
    return plan;
}

Result<Answer> run(const std::string& name) {
    const auto plan = readPlan(name);
    if (!plan)
        return fail(plan.error());
    Json reviews = Json::array();
    schedule::CardState state;
    for (const Review& review : plan->reviews) {
        const double recall = schedule::retrievability(plan->parameters, state, review.elapsed);
        const auto next = schedule::review(plan->parameters, state, review.rating, review.elapsed);
        state = next.state;
        Json one = Json::object();
        one.set("stability", state.stability).set("difficulty", state.difficulty);
        one.set("state", phaseWord(state.phase)).set("step", state.step);
        one.set("retrievability_before", recall).set("interval_s", next.interval.count());
        reviews.push(std::move(one));
    }
    return Answer{Json::object().set("reviews", std::move(reviews)), {}};
}

}  // namespace

void addSchedule(Program& program) {
    const auto input = std::make_shared<std::string>();
    CLI::App& command =
        program.add("schedule", "FSRS-6 states and intervals of a series of reviews",
                    [input](const Common&, JobControl&) { return run(*input); });
    command.add_option("--input", *input, "JSON file: reviews and parameters; - = standard input")
        ->required();
}

}  // namespace nodewise::cli
