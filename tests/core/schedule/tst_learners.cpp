// A thousand learners with known skill read for 90 days: what the schedule does to them.
//
// Each learner has, for every concept, a fixed probability to call it right (drawn once, 0.35 to
// 0.95) that rises a little with each time it is met, and reads on nine days of ten. The supply is
// a starter pack of 48 cases; what is not in it has to be generated. Prints the table that stands
// in core/schedule/README.md and, with NODEWISE_PLOT set, writes the plot there.
#include "schedule/draw.h"
#include <QFile>
#include <QTextStream>
#include <QtTest>
#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace nodewise;
using namespace nodewise::schedule;

namespace {

constexpr int kDays = 90;
constexpr int kConcepts = 40;
constexpr int kCap = 8;  // Calls a day: a quarter of an hour.
const Timestamp kFirst = Timestamp(std::chrono::days(20'000)) + std::chrono::hours(8);

struct Tally {
    std::array<double, kDays> load{};  ///< Mean calls a day.
    double highestLoad = 0;            ///< Of any learner on any day.
    /// Days that a concept once met stayed away, and until the last one was met at all; counted on
    /// every day, days off among them.
    double longestAbsence = 0, latestFirst = 0;
    int fresh = 0, unseen = 0;
    double correlation = 0;  ///< Mean Spearman of skill and times met.
};

std::vector<CaseOffer> starterPack() {
    std::vector<CaseOffer> cases;
    for (int i = 0; i < 48; ++i) {
        CaseOffer offer;
        offer.id = "case-" + std::to_string(100 + i);
        offer.nodes = i % 4 == 0 ? 3 : 2;
        offer.difficulty = 1 + i / 10;
        for (int k = 0; k < offer.nodes; ++k)
            offer.concepts.emplace_back("c" + std::to_string(100 + (i * 7 + k * 13) % kConcepts));
        cases.push_back(std::move(offer));
    }
    return cases;
}

/// Ranks from 1, ties share their mean.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        double below = 0, equal = 0;
        for (const double other : values) {
            below += other < values[i] ? 1 : 0;
            equal += other == values[i] ? 1 : 0;
        }
        result[i] = below + (equal + 1) / 2;
    }
    return result;
}

double spearman(const std::vector<double>& a, const std::vector<double>& b) {
    const auto x = ranks(a), y = ranks(b);
    const double n = static_cast<double>(x.size()), mean = (n + 1) / 2;
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean) * (y[i] - mean);
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
    }
    return xy / std::sqrt(xx * yy);
}

class Learner {
public:
    explicit Learner(unsigned seed)
        : m_lot(seed)
        , m_cases(starterPack()) {
        std::uniform_real_distribution<double> skill(0.35, 0.95);
        for (int i = 0; i < kConcepts; ++i) {
            m_needs.push_back({ConceptId("c" + std::to_string(100 + i)), std::nullopt});
            m_skill.push_back(skill(m_lot));
        }
        m_met.assign(kConcepts, 0);
    }

    void live(Tally& tally) {
        for (int day = 0; day < kDays; ++day) {
            const Timestamp morning = kFirst + std::chrono::days(day);
            noteAbsence(morning, tally);
            if (lot() < 0.1)
                continue;
            const int calls = readDay(morning, tally);
            tally.load[static_cast<std::size_t>(day)] += calls;
            tally.highestLoad = std::max(tally.highestLoad, static_cast<double>(calls));
        }
        tally.correlation += spearman(m_skill, std::vector<double>(m_met.begin(), m_met.end()));
    }

private:
    double lot() { return std::uniform_real_distribution<double>(0, 1)(m_lot); }

    void noteAbsence(Timestamp now, Tally& tally) const {
        for (const ConceptNeed& need : m_needs) {
            double& longest = need.state ? tally.longestAbsence : tally.latestFirst;
            const Timestamp since = need.state ? need.state->lastReview : kFirst;
            longest = std::max(longest, Seconds(now - since).count() / 86400.0);
        }
    }

    int readDay(Timestamp now, Tally& tally) {
        DrawSetup setup;
        setup.now = now;
        setup.dailyCap = kCap;
        while (true) {
            const auto draw = drawNext(m_needs, m_cases, setup);
            if (!draw || draw->kind == DrawKind::DayIsFull || draw->reason == DrawReason::Weakest)
                return setup.calledToday;
            if (draw->kind == DrawKind::Fresh) {
                ++tally.fresh;
                call(draw->concept_, setup.now);
                ++setup.calledToday;
            } else {
                ++tally.unseen;
                setup.calledToday += readCase(draw->caseId, setup.now);
            }
            setup.now += std::chrono::minutes(2);
        }
    }

    int readCase(const std::string& id, Timestamp now) {
        const auto found = std::ranges::find(m_cases, id, &CaseOffer::id);
        found->lastRead = now;
        for (const ConceptId& concept_ : found->concepts)
            call(concept_, now);
        return found->nodes;
    }

    void call(const ConceptId& id, Timestamp now) {
        const auto i = static_cast<std::size_t>(std::stoi(id.value.substr(1)) - 100);
        Outcome outcome;
        outcome.wrong = lot() > m_skill[i] + std::min(0.15, 0.01 * m_met[i]);
        outcome.brier = lot() < 0.3 ? 0.25 : 0.09;
        m_needs[i].state = afterOutcome(m_needs[i].state, outcome, now);
        ++m_met[i];
    }

    std::mt19937 m_lot;
    std::vector<CaseOffer> m_cases;
    std::vector<ConceptNeed> m_needs;
    std::vector<double> m_skill;
    std::vector<int> m_met;
};

/// The mean load by day as a small drawing; nothing but the numbers of this run.
QString plot(const Tally& tally) {
    QString svg;
    QTextStream out(&svg);
    const auto x = [](double day) { return 60 + day * 6.4; };
    const auto y = [](double load) { return 200 - load * 16; };
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 660 250\" "
           "font-family=\"sans-serif\" font-size=\"13\">\n"
        << "<rect width=\"660\" height=\"250\" fill=\"#ffffff\"/>\n";
    for (int load = 0; load <= 10; load += 2)
        out << "<line x1=\"60\" x2=\"636\" y1=\"" << y(load) << "\" y2=\"" << y(load)
            << "\" stroke=\"#dddddd\"/><text x=\"50\" y=\"" << y(load) + 4
            << "\" text-anchor=\"end\" fill=\"#444444\">" << load << "</text>\n";
    out << "<line x1=\"60\" x2=\"636\" y1=\"" << y(kCap) << "\" y2=\"" << y(kCap)
        << "\" stroke=\"#b35c00\" stroke-dasharray=\"5 4\"/>\n<polyline fill=\"none\" "
           "stroke=\"#1f6f8b\" stroke-width=\"2\" points=\"";
    for (int day = 0; day < kDays; ++day)
        out << x(day) << "," << y(tally.load[static_cast<std::size_t>(day)]) << " ";
    out << "\"/>\n";
    for (int day = 0; day <= kDays; day += 30)
        out << "<text x=\"" << x(day) << "\" y=\"222\" text-anchor=\"middle\" fill=\"#444444\">"
            << day << "</text>\n";
    out << "<text x=\"348\" y=\"242\" text-anchor=\"middle\" fill=\"#444444\">day</text>\n"
        << "<text x=\"60\" y=\"24\" fill=\"#444444\">Mean calls a day; dashed: the daily "
           "cap</text>\n</svg>\n";
    return svg;
}

}  // namespace

class TestLearners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aThousandLearnersForNinetyDays();
};

void TestLearners::aThousandLearnersForNinetyDays() {
    const int learners = qEnvironmentVariableIsSet("NODEWISE_LONG") ? 1000 : 100;
    Tally tally;
    for (int i = 0; i < learners; ++i)
        Learner(static_cast<unsigned>(1 + i)).live(tally);
    for (double& load : tally.load)
        load /= learners;
    qInfo("%d learners: highest load %.0f of a cap of %d; longest absence %.1f days, last "
          "concept first met after %.1f days; generated "
          "%.1f and read from the pack %.1f a learner; Spearman of skill and times met %.2f",
          learners, tally.highestLoad, kCap, tally.longestAbsence, tally.latestFirst,
          static_cast<double>(tally.fresh) / learners, static_cast<double>(tally.unseen) / learners,
          tally.correlation / learners);
    QVERIFY(tally.highestLoad <= 1.2 * kCap);
    QVERIFY(tally.longestAbsence <= kLongestAbsenceDays);
    QVERIFY(tally.latestFirst <= kLongestAbsenceDays);
    // The whole pack is read, and what is beyond it is made.
    QCOMPARE(tally.unseen, 48 * learners);
    QVERIFY(tally.fresh > 0);
    QVERIFY(tally.correlation / learners < -0.5);
    const QString place = qEnvironmentVariable("NODEWISE_PLOT");
    if (!place.isEmpty()) {
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(plot(tally).toUtf8());
    }
}

QTEST_APPLESS_MAIN(TestLearners)
#include "tst_learners.moc"
