#include "analyze_tables.h"
#include <algorithm>
#include <charconv>
#include <set>

namespace nodewise::cli {
namespace {

// Numbers by value before words by letter: "2" before "10", "G0" before "G1".
struct NaturalLess {
    static std::optional<double> number(const std::string& text) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size())
            return std::nullopt;
        return value;
    }
    bool operator()(const std::string& a, const std::string& b) const {
        const auto x = number(a), y = number(b);
        if (x && y && *x != *y)
            return *x < *y;
        if (x.has_value() != y.has_value())
            return x.has_value();
        return a < b;
    }
};

template <class Value>
using Sorted = std::map<std::string, Value, NaturalLess>;
using Names = std::set<std::string, NaturalLess>;

tl::unexpected<Error> twice(const std::string& id) {
    return fail(ErrorCode::FormatDamaged, "case \"" + id + "\" comes twice for one reader");
}

std::string cellOr(const CsvTable& table, std::size_t row, std::optional<std::size_t> column) {
    return column ? table.text(row, *column) : std::string();
}

std::vector<std::string> listOf(const Names& names) {
    return {names.begin(), names.end()};
}

std::size_t placeOf(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// rater by case.
using Ratings = Sorted<Sorted<std::string>>;

Result<Ratings> ratingsOf(const CsvTable& table) {
    const auto id = table.column("case"), rater = table.column("rater"),
               category = table.column("category");
    for (const auto& column : {id, rater, category})
        if (!column)
            return fail(column.error());
    Ratings ratings;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (table.text(row, *category).empty())
            continue;
        const bool isNew = ratings[table.text(row, *id)]
                               .emplace(table.text(row, *rater), table.text(row, *category))
                               .second;
        if (!isNew)
            return twice(table.text(row, *id));
    }
    return ratings;
}

}  // namespace

Result<std::vector<RatedCurve>> ratedCurves(const CsvTable& table) {
    const auto id = table.column("case"), label = table.column("label"),
               score = table.column("score");
    for (const auto& column : {id, label, score})
        if (!column)
            return fail(column.error());
    const auto reader = table.find("reader"), modality = table.find("modality");
    Sorted<Sorted<Sorted<analytics::Rated>>> cells;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto value = table.number(row, *score);
        const auto positive = table.flag(row, *label);
        if (!value)
            return fail(value.error());
        if (!positive)
            return fail(positive.error());
        auto& curve = cells[cellOr(table, row, modality)][cellOr(table, row, reader)];
        if (!curve.emplace(table.text(row, *id), analytics::Rated{*value, *positive}).second)
            return twice(table.text(row, *id));
    }
    std::vector<RatedCurve> curves;
    for (const auto& [modalityName, readers] : cells)
        for (const auto& [readerName, cases] : readers) {
            curves.push_back({readerName, modalityName, {}, {}});
            for (const auto& [name, rated] : cases) {
                curves.back().cases.push_back(name);
                curves.back().ratings.push_back(rated);
            }
        }
    return curves;
}

Result<CategoryStudy> categoryStudy(const CsvTable& table) {
    const auto ratings = ratingsOf(table);
    if (!ratings)
        return fail(ratings.error());
    Names raters, categories;
    for (const auto& [id, byRater] : *ratings)
        for (const auto& [rater, category] : byRater) {
            raters.insert(rater);
            categories.insert(category);
        }
    CategoryStudy study{listOf(raters), listOf(categories), {}, {}};
    const std::size_t size = study.categories.size();
    study.pairs.assign(size, std::vector<double>(size, 0));
    for (const auto& [id, byRater] : *ratings) {
        study.subjects.emplace_back(size, 0);
        for (const auto& [rater, category] : byRater)
            study.subjects.back()[placeOf(study.categories, category)] += 1;
        if (study.raters.size() == 2 && byRater.size() == 2)
            study.pairs[placeOf(study.categories, byRater.at(study.raters[0]))]
                       [placeOf(study.categories, byRater.at(study.raters[1]))] += 1;
    }
    return study;
}

Result<std::vector<analytics::Forecast>> forecasts(const CsvTable& table) {
    const auto label = table.column("label");
    const auto score =
        table.find("probability") ? table.column("probability") : table.column("score");
    if (!label || !score)
        return fail(label ? score.error() : label.error());
    std::vector<analytics::Forecast> result;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto value = table.number(row, *score);
        const auto positive = table.flag(row, *label);
        if (!value)
            return fail(value.error());
        if (!positive)
            return fail(positive.error());
        if (*value < 0 || *value > 1)
            return fail(ErrorCode::ValueOutOfRange, "a probability lies between 0 and 1", {},
                        "row " + std::to_string(row + 1));
        result.push_back({*value, *positive});
    }
    return result;
}

Result<std::vector<std::pair<double, double>>> measuredPairs(const CsvTable& table) {
    std::vector<std::pair<double, double>> pairs;
    if (const auto first = table.find("first"), second = table.find("second"); first && second) {
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const auto a = table.number(row, *first), b = table.number(row, *second);
            if (!a || !b)
                return fail(a ? b.error() : a.error());
            pairs.emplace_back(*a, *b);
        }
        return pairs;
    }
    const auto id = table.column("case"), reader = table.column("reader"),
               score = table.column("score");
    for (const auto& column : {id, reader, score})
        if (!column)
            return fail(column.error());
    Sorted<Sorted<double>> byCase;
    Names readers;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto value = table.number(row, *score);
        if (!value)
            return fail(value.error());
        readers.insert(table.text(row, *reader));
        if (!byCase[table.text(row, *id)].emplace(table.text(row, *reader), *value).second)
            return twice(table.text(row, *id));
    }
    if (readers.size() != 2)
        return fail(ErrorCode::InvalidArgument,
                    "two readers are compared; the table has " + std::to_string(readers.size()));
    for (const auto& [name, values] : byCase)
        if (values.size() == 2)
            pairs.emplace_back(values.at(*readers.begin()), values.at(*readers.rbegin()));
    return pairs;
}

}  // namespace nodewise::cli
