#include "synthesis/larynx_model.h"
#include "synthesis/rods.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace nodewise::synthesis {

namespace {

float within(float z, float low, float high, float r, float round = 2.0F) {
    return withinHeights(z, low, high, r, round);
}

struct Adder {
    SliceAnatomy& out;
    float shift;  ///< Sideways shift of the viscera.

    void chain(Part part, Field field, std::initializer_list<StrokePoint> points) const {
        pair(part, true, field, points);
    }
    void pair(Part part, bool left, Field field, std::initializer_list<StrokePoint> points) const {
        Chain chain;
        chain.part = partSide(part, left);
        chain.field = field;
        const StrokePoint* before = nullptr;
        for (const StrokePoint& p : points) {
            if (before != nullptr)
                chain.add({before->x + shift, before->y, before->r}, {p.x + shift, p.y, p.r});
            before = &p;
        }
        if (!chain.segments.empty())
            out.chains.push_back(std::move(chain));
    }
    /// An elliptic ring, or the part of it between two angles (degrees from the back, both sides).
    void ring(Part part, Field field, float y, float a, float b, float fromDeg,
              const std::array<float, 2>& half) const {
        Chain chain;
        chain.part = partSide(part, true);
        chain.field = field;
        constexpr int kSteps = 20;
        StrokePoint before{};
        for (int i = 0; i <= kSteps; ++i) {
            const float t = static_cast<float>(i) / kSteps;
            const float angle = (fromDeg + t * (360 - 2 * fromDeg)) * 0.01745329F;
            const float front = 0.5F - 0.5F * steadyCos(angle);  // 0 at the back, 1 in front
            const StrokePoint p{shift + a * steadySin(angle), y + b * steadyCos(angle),
                                half[0] + front * (half[1] - half[0])};
            if (i > 0)
                chain.add(before, p);
            before = p;
        }
        if (!chain.segments.empty())
            out.chains.push_back(std::move(chain));
    }
};

void thyroidCartilage(const Adder& add, float z) {
    // The plates meet in front only below the notch.
    const float front = within(z, -46, -17, 1.5F), side = within(z, -48, -10, 1.4F),
                back = within(z, -52, -6, 1.7F);
    for (const float s : {1.0F, -1.0F}) {
        add.chain(Part::ThyroidCartilage, Field::Cartilage,
                  {{s * 0.5F, -65.5F, front},
                   {s * 5.5F, -59.5F, std::min(side, within(z, -47, -13, 1.4F))},
                   {s * 11.5F, -51.5F, side},
                   {s * 16.5F, -43.5F, side},
                   {s * 19, -35.5F, back}});
        add.chain(
            Part::ThyroidCartilage, Field::Cartilage,
            {{s * 19, -35.5F, within(z, -14, 0, 1.7F)}, {s * 19.1F, -35, within(z, -14, 0, 1.7F)}});
        add.chain(Part::ThyroidCartilage, Field::Cartilage,
                  {{s * 17, -40, within(z, -59, -46, 1.7F)},
                   {s * 17.1F, -40, within(z, -59, -46, 1.7F)}});
    }
}

void cricoid(const Adder& add, float z) {
    const float plate = within(z, -61, -44, 2.7F), arch = within(z, -62, -55, 1.9F);
    add.ring(Part::Cricoid, Field::Cartilage, -50.5F, 11.8F, 13.4F, 0, {plate, arch});
    for (const float s : {1.0F, -1.0F})  // arytenoids
        add.chain(Part::Cricoid, Field::Cartilage,
                  {{s * 5.5F, -39.5F, within(z, -45, -30, 2.2F)},
                   {s * 4.2F, -43.5F, within(z, -40, -33, 1.3F)}});
}

void trachea(const Adder& add, float z) {
    if (z > -60)
        return;
    // Horseshoes every 4.5 mm, open behind.
    const float phase = std::fmod(-z, 4.5F) - 2.25F;
    const float half = std::max(0.35F, 1.3F - 0.25F * std::fabs(phase));
    const float back = z < -75 ? 0.14F * (-75 - z) : 0.0F;
    add.ring(Part::Trachea, Field::Cartilage, -50.4F + back, 10.6F, 11.4F, 45, {half, half});
}

void epiglottis(const Adder& add, float z) {
    const float r = within(z, -20, 12, 1.25F, 4.0F);
    const float y = -45.5F - (z > -5 ? 0.06F * (z + 5) : 0.35F * (z + 5));
    const float wide = std::clamp(9.0F - 0.25F * std::max(0.0F, -6 - z), 5.0F, 9.0F);
    add.chain(Part::Epiglottis, Field::Mucosa,
              {{-wide, y + 2.6F, r},
               {-0.5F * wide, y + 0.5F, r},
               {0, y, r * 1.15F},
               {0.5F * wide, y + 0.5F, r},
               {wide, y + 2.6F, r}});
    // Median fold between the valleculae.
    add.chain(Part::Epiglottis, Field::Mucosa,
              {{0, y, within(z, -6, 9, 1.2F)}, {0, y - 6, within(z, -6, 9, 1.4F)}});
}

void softLarynx(const Adder& add, float z) {
    for (const float s : {1.0F, -1.0F}) {
        // Aryepiglottic folds, false and true cords.
        add.chain(
            Part::Larynx, Field::Mucosa,
            {{s * 7.5F, -44, within(z, -26, -4, 2.4F)}, {s * 8.5F, -39, within(z, -28, -5, 2.8F)}});
        add.chain(Part::Larynx, Field::Mucosa,
                  {{s * 6, -54, within(z, -44, -19, 3.0F)},
                   {s * 8.5F, -47, within(z, -47, -20, 3.6F)},
                   {s * 8.5F, -41, within(z, -47, -20, 3.6F)}});
        add.chain(Part::Larynx, Field::Mucosa,
                  {{s * 1.6F, -58, within(z, -40, -31, 2.2F)},
                   {s * 5.2F, -48, within(z, -40, -31, 3.4F)},
                   {s * 6.5F, -42, within(z, -42, -30, 3.6F)}});
        // What lies between the folds and the plate: fat-streaked tissue of the pyriform fossa.
        add.chain(Part::Larynx, Field::Mucosa,
                  {{s * 8, -45, within(z, -24, -3, 2.6F)},
                   {s * 12.5F, -41.5F, within(z, -26, -2, 2.4F)},
                   {s * 16, -37.5F, within(z, -28, 0, 2.4F)},
                   {s * 16.5F, -33.5F, within(z, -30, 2, 2.6F)}});
        add.chain(
            Part::Larynx, Field::Mucosa,
            {{s * 5, -51, within(z, -24, -8, 2.2F)}, {s * 3.5F, -55, within(z, -30, -12, 2.4F)}});
        // Lower constrictor: side and back wall of the pharynx, on the prevertebral muscles.
        add.chain(Part::PharyngealWall, Field::Mucosa,
                  {{s * 16, -43, within(z, -6, 8, 2.6F)},
                   {s * 14.5F, -36, within(z, -16, 8, 2.8F)},
                   {s * 10.5F, -31.5F, within(z, -40, 8, 2.4F)},
                   {s * 5, -29.8F, within(z, -46, 8, 2.1F)},
                   {0, -29.4F, within(z, -46, 8, 1.8F)}});
    }
}

}  // namespace

void cutLarynx(SliceAnatomy& out, const CasePlan& plan, float z) {
    const Adder add{out, plan.visceraShiftX};
    thyroidCartilage(add, z);
    cricoid(add, z);
    trachea(add, z);
    epiglottis(add, z);
    softLarynx(add, z);
    // Isthmus of the thyroid gland.
    add.chain(Part::Thyroid, Field::Gland,
              {{-11, -60, within(z, -80, -64, 2.4F)},
               {0, -63.8F, within(z, -80, -64, 2.0F)},
               {11, -60, within(z, -80, -64, 2.4F)}});
}

}  // namespace nodewise::synthesis
