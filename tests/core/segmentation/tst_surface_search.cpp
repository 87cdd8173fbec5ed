#include "segmentation/ray_set.h"
#include "segmentation/surface_search.h"
#include <QtTest>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace nodewise::segmentation;

namespace {

double energy(const RaySet& rays, const std::vector<RayCost>& cost, float weight,
              const std::vector<int>& x) {
    double sum = 0;
    for (std::size_t r = 0; r < rays.size(); ++r) {
        sum += static_cast<double>(cost[r][static_cast<std::size_t>(x[r])]);
        for (const std::uint16_t n : rays.neighbours(r))
            if (n > r)
                sum += static_cast<double>(weight) * (x[r] - x[n]) * (x[r] - x[n]);
    }
    return sum;
}

}  // namespace

class TestSurfaceSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void raysAreEvenAndLinked();
    void spreadKeepsASmoothFunction();
    void noSmoothnessTakesEachMinimum();
    void oneOutlierIsBridged();
    void isAsGoodAsTheExactAnswerOnARing();
    void hardlyANeighbourIsOutOfReach();
};

void TestSurfaceSearch::raysAreEvenAndLinked() {
    for (const int level : {1, 2, 3}) {
        const RaySet rays = RaySet::sphere(level);
        QCOMPARE(rays.size(), static_cast<std::size_t>(10 * std::pow(4, level) + 2));
        std::size_t fives = 0;
        for (std::size_t r = 0; r < rays.size(); ++r) {
            const auto& d = rays[r];
            QVERIFY(std::fabs(d[0] * d[0] + d[1] * d[1] + d[2] * d[2] - 1) < 1e-5F);
            fives += rays.neighbours(r).size() == 5 ? 1U : 0U;
            QVERIFY(rays.neighbours(r).size() == 5 || rays.neighbours(r).size() == 6);
        }
        QCOMPARE(fives, std::size_t{12});
    }
    QVERIFY(std::fabs(RaySet::circle(96).angle() - 0.0654498F) < 1e-3F);
}

void TestSurfaceSearch::spreadKeepsASmoothFunction() {
    const RaySet rays = RaySet::sphere(3);
    std::vector<float> values;
    for (std::size_t r = 0; r < rays.size(); ++r)
        values.push_back(10 + 2 * rays[r][0] - 3 * rays[r][1] * rays[r][2]);
    const auto texels = rays.spread(values);
    std::mt19937 lots(3);
    for (int n = 0; n < 2000; ++n) {
        std::array<float, 3> d{};
        for (float& c : d)
            c = static_cast<float>(lots() % 2001) / 1000 - 1;
        const float size = std::sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        if (size < 0.1F)
            continue;
        const float expected = 10 + 2 * d[0] / size - 3 * d[1] * d[2] / (size * size);
        QVERIFY(std::fabs(texels[RaySet::texelOf(d[0], d[1], d[2])] - expected) < 0.12F);
    }
}

void TestSurfaceSearch::noSmoothnessTakesEachMinimum() {
    const RaySet rays = RaySet::sphere(1);
    std::vector<RayCost> cost(rays.size());
    for (std::size_t r = 0; r < rays.size(); ++r)
        for (std::size_t x = 0; x < kSteps; ++x)
            cost[r][x] = std::fabs(static_cast<float>(x) - (20 + static_cast<float>(r % 3)));
    const auto found = findSurface(rays, cost, 0, 6);
    for (std::size_t r = 0; r < rays.size(); ++r)
        QCOMPARE(found[r], 20 + static_cast<int>(r % 3));
}

void TestSurfaceSearch::oneOutlierIsBridged() {
    const RaySet rays = RaySet::sphere(2);
    std::vector<RayCost> cost(rays.size());
    for (std::size_t r = 0; r < rays.size(); ++r)
        for (std::size_t x = 0; x < kSteps; ++x)
            cost[r][x] = 0.2F * std::fabs(static_cast<float>(x) - (r == 40 ? 50.0F : 25.0F));
    const auto found = findSurface(rays, cost, 0.5F, 8);
    for (const int x : found)
        QVERIFY(std::abs(x - 25) <= 1);
}

/// On a ring the best answer is known: try each start, then go round by dynamic programming.
void TestSurfaceSearch::isAsGoodAsTheExactAnswerOnARing() {
    const RaySet rays = RaySet::circle(24);
    std::mt19937 lots(11);
    std::vector<RayCost> cost(rays.size());
    for (auto& ray : cost)
        for (float& c : ray)
            c = static_cast<float>(lots() % 1000) / 400;
    constexpr float kWeight = 0.3F;
    double best = 1e30;
    for (int start = 0; start < static_cast<int>(kSteps); ++start) {
        std::vector<double> sum(kSteps, 1e30);
        sum[static_cast<std::size_t>(start)] =
            static_cast<double>(cost[0][static_cast<std::size_t>(start)]);
        for (std::size_t r = 1; r <= rays.size(); ++r) {
            std::vector<double> next(kSteps, 1e30);
            for (int x = 0; x < static_cast<int>(kSteps); ++x)
                for (int d = -kReach; d <= kReach; ++d)
                    if (const int from = x + d; from >= 0 && from < static_cast<int>(kSteps))
                        next[static_cast<std::size_t>(x)] =
                            std::min(next[static_cast<std::size_t>(x)],
                                     sum[static_cast<std::size_t>(from)] +
                                         static_cast<double>(kWeight) * d * d);
            if (r < rays.size())
                for (std::size_t x = 0; x < kSteps; ++x)
                    next[x] += static_cast<double>(cost[r][x]);
            sum = next;
        }
        best = std::min(best, sum[static_cast<std::size_t>(start)]);
    }
    const double ours = energy(rays, cost, kWeight, findSurface(rays, cost, kWeight, 30));
    QVERIFY(ours >= best - 1e-3);
    QVERIFY2(ours <= 1.1 * best, qPrintable(QStringLiteral("%1 against %2").arg(ours).arg(best)));
}

void TestSurfaceSearch::hardlyANeighbourIsOutOfReach() {
    const RaySet rays = RaySet::sphere(2);
    std::vector<RayCost> cost(rays.size());
    for (std::size_t r = 0; r < rays.size(); ++r)
        for (std::size_t x = 0; x < kSteps; ++x)
            cost[r][x] =
                0.05F * std::fabs(static_cast<float>(x) - (rays[r][2] > 0 ? 10.0F : 40.0F));
    const auto found = findSurface(rays, cost, 0.1F, 10);
    int pairs = 0, beyond = 0;
    for (std::size_t r = 0; r < rays.size(); ++r)
        for (const std::uint16_t n : rays.neighbours(r)) {
            ++pairs;
            beyond += std::abs(found[r] - found[n]) > kReach ? 1 : 0;
        }
    QVERIFY2(50 * beyond <= pairs, qPrintable(QStringLiteral("%1 of %2").arg(beyond).arg(pairs)));
}

QTEST_APPLESS_MAIN(TestSurfaceSearch)
#include "tst_surface_search.moc"
