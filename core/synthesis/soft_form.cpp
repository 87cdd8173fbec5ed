#include "synthesis/soft_form.h"
#include "synthesis/noise_field.h"
#include <algorithm>
#include <cmath>

namespace nodewise::synthesis {

namespace {

// Streams of the seed: apart from those of the plan.
enum Stream : std::uint32_t { kThroat = 31, kBulk, kTone };

void drawThroat(SoftForm& form, std::uint32_t seed, float ageYears, float asymmetry) {
    Draw draw(seed, kThroat);
    const auto normal = [&](double mean, double sd, double low, double high) {
        return static_cast<float>(std::clamp(mean + sd * draw.normal(), low, high));
    };
    form.throatWide = normal(1, 0.12, 0.75, 1.2);
    form.throatDeep = normal(0.88, 0.12, 0.62, 1.1);
    // Tonsils shrink with age; the two of a person differ a little.
    const float tonsils =
        normal(1.12 - 0.006 * (static_cast<double>(ageYears) - 40), 0.17, 0.68, 1.4);
    for (float& one : form.tonsil)
        one = tonsils * (1 + asymmetry * normal(0, 0.08, -0.18, 0.18));
    form.lingualTonsil =
        normal(1.05 - 0.004 * (static_cast<double>(ageYears) - 40), 0.22, 0.5, 1.6);
    form.palateThick = normal(1, 0.13, 0.7, 1.3);
    form.uvulaMm = normal(0, 2.2, -4.5, 5.5);
}

void drawBulk(SoftForm& form, std::uint32_t seed, bool female, float ageYears) {
    Draw draw(seed, kBulk);
    const auto normal = [&](double mean, double sd, double low, double high) {
        return static_cast<float>(std::clamp(mean + sd * draw.normal(), low, high));
    };
    const double old = (static_cast<double>(ageYears) - 55) / 30;
    form.napeBulk = normal((female ? 0.95 : 1.01) - 0.06 * old, 0.05, 0.82, 1.1);
    form.jawBulk = normal((female ? 0.94 : 1.02) - 0.06 * old, 0.09, 0.74, 1.2);
    form.thyroidScale = normal(female ? 1.02 : 0.98, 0.14, 0.72, 1.32);
    form.noduleShare =
        static_cast<float>(std::clamp(0.3 + 0.35 * old + 0.5 * draw.normal(), 0.0, 1.0));
    form.plaque = static_cast<float>(std::clamp(0.15 + 0.55 * old + 0.3 * draw.normal(), 0.0, 1.0));
    for (auto& side : form.carotidBend)
        side = {normal(0, 1.0 + 0.9 * std::max(0.0, old + 1), -4.5, 3.5), normal(0, 0.9, -2, 2)};
    form.jugularWeak = static_cast<float>(draw.uniform() < 0.2 ? draw.uniform(0.72, 0.9) : 1.0);
}

/// Muscles differ by a few HU from each other, and the two sides by less.
void drawTone(SoftForm& form, std::uint32_t seed) {
    Draw draw(seed, kTone);
    for (auto& sides : form.toneHu) {
        const double both = std::clamp(3.6 * draw.normal(), -8.0, 8.0);
        for (float& one : sides)
            one = static_cast<float>(both + std::clamp(1.4 * draw.normal(), -3.0, 3.0));
    }
}

}  // namespace

SoftForm drawSoftForm(std::uint32_t seed, bool female, float ageYears, float asymmetry) {
    SoftForm form;
    drawThroat(form, seed, ageYears, asymmetry);
    drawBulk(form, seed, female, ageYears);
    drawTone(form, seed);
    return form;
}

}  // namespace nodewise::synthesis
