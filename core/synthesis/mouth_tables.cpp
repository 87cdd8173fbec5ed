#include "synthesis/anatomy_tables.h"

namespace nodewise::synthesis {

// As in visceral_tables.cpp; after textbook sections of tongue and floor of the mouth, fitted to
// the jaw, the hyoid and the palate of this neck.
// clang-format off
// Below the sling of the mylohyoid, from the fossa at the lower edge of the chin.
static constexpr StrokeKey kDigastricAnterior[] = {
    {24.5F, {{{7.0F, -87.0F, 1.8F}, {8.0F, -86.2F, 2.2F}, {9.0F, -85.2F, 2.2F}, {10.0F, -84.0F, 1.8F}}}},
    {20.9F, {{{8.0F, -86.5F, 3.2F}, {9.8F, -83.8F, 4.2F}, {11.6F, -80.5F, 4.2F}, {13.2F, -77.0F, 3.4F}}}},
    {16.0F, {{{9.6F, -84.0F, 3.6F}, {11.8F, -80.0F, 4.6F}, {14.0F, -75.5F, 4.6F}, {15.8F, -71.0F, 3.8F}}}},
    {11.5F, {{{11.0F, -76.5F, 3.6F}, {13.6F, -72.6F, 4.4F}, {16.0F, -68.6F, 4.2F}, {18.2F, -64.6F, 3.4F}}}},
    {5.4F, {{{14.2F, -62.6F, 2.6F}, {15.7F, -61.2F, 3.0F}, {17.3F, -59.8F, 3.0F}, {18.8F, -58.5F, 2.6F}}}},
};
// A sling from the inner face of the jaw, higher at the back, to the raphe and the hyoid.
static constexpr StrokeKey kMylohyoid[] = {
    {37.0F, {{{30.2F, -58.5F, 1.3F}, {29.6F, -55.0F, 1.7F}, {28.8F, -51.5F, 1.7F}, {27.8F, -48.0F, 1.3F}}}},
    {31.0F, {{{20.0F, -74.0F, 1.6F}, {23.8F, -66.5F, 2.1F}, {25.2F, -58.5F, 2.2F}, {24.0F, -50.0F, 1.7F}}}},
    {26.0F, {{{9.5F, -83.5F, 1.6F}, {17.0F, -75.0F, 2.1F}, {20.8F, -64.5F, 2.2F}, {20.6F, -52.5F, 1.7F}}}},
    {21.0F, {{{1.6F, -85.0F, 1.5F}, {10.4F, -77.5F, 2.0F}, {16.4F, -67.0F, 2.1F}, {18.0F, -55.0F, 1.6F}}}},
    {15.0F, {{{1.2F, -77.5F, 1.4F}, {8.6F, -71.5F, 1.8F}, {13.8F, -64.0F, 1.9F}, {15.8F, -55.0F, 1.5F}}}},
    {9.0F, {{{1.0F, -67.5F, 1.3F}, {6.4F, -64.0F, 1.7F}, {11.2F, -59.5F, 1.7F}, {13.6F, -54.5F, 1.4F}}}},
    {4.5F, {{{1.0F, -61.0F, 1.2F}, {5.0F, -60.0F, 1.4F}, {9.0F, -58.0F, 1.4F}, {12.5F, -55.0F, 1.2F}}}},
};
// From the mental spine down to the body of the hyoid.
static constexpr StrokeKey kGeniohyoid[] = {
    {25.0F, {{{2.8F, -86.0F, 2.2F}, {3.0F, -84.0F, 2.8F}, {3.2F, -82.0F, 2.8F}, {3.2F, -80.0F, 2.2F}}}},
    {20.5F, {{{3.0F, -84.0F, 2.6F}, {3.6F, -80.5F, 3.7F}, {3.8F, -76.8F, 3.7F}, {4.0F, -73.2F, 2.8F}}}},
    {14.0F, {{{3.2F, -76.0F, 2.7F}, {4.0F, -72.5F, 3.8F}, {4.4F, -68.8F, 3.8F}, {4.6F, -65.4F, 2.8F}}}},
    {9.0F, {{{3.4F, -68.0F, 2.4F}, {4.4F, -65.6F, 3.4F}, {4.8F, -63.2F, 3.4F}, {5.0F, -61.0F, 2.6F}}}},
    {5.0F, {{{3.6F, -62.8F, 1.8F}, {4.6F, -61.6F, 2.4F}, {5.2F, -60.6F, 2.4F}, {5.6F, -60.0F, 1.8F}}}},
};
// A fan from the mental spine: its lowest fibres to the hyoid, the rest up and back into the tongue.
static constexpr StrokeKey kGenioglossus[] = {
    {60.0F, {{{4.2F, -73.0F, 1.8F}, {5.4F, -69.0F, 2.8F}, {6.0F, -64.5F, 3.2F}, {6.2F, -60.0F, 2.6F}}}},
    {52.0F, {{{3.6F, -78.0F, 2.8F}, {5.4F, -72.0F, 4.8F}, {6.4F, -65.0F, 5.8F}, {6.6F, -57.5F, 5.0F}}}},
    {43.0F, {{{3.2F, -82.0F, 3.0F}, {5.0F, -75.5F, 5.0F}, {6.2F, -67.0F, 6.2F}, {6.6F, -57.5F, 5.8F}}}},
    {35.0F, {{{2.8F, -85.0F, 2.8F}, {4.6F, -78.0F, 4.9F}, {5.8F, -69.0F, 5.9F}, {6.4F, -59.0F, 5.8F}}}},
    {29.0F, {{{2.6F, -86.0F, 2.8F}, {4.2F, -79.0F, 4.5F}, {5.2F, -71.0F, 5.3F}, {6.0F, -61.5F, 5.3F}}}},
    {23.0F, {{{3.0F, -74.5F, 2.0F}, {4.0F, -70.0F, 3.8F}, {4.8F, -65.5F, 4.6F}, {5.2F, -60.0F, 4.2F}}}},
    {13.0F, {{{3.2F, -63.5F, 1.8F}, {4.0F, -61.8F, 2.6F}, {4.6F, -60.0F, 2.8F}, {5.0F, -58.2F, 2.4F}}}},
};
// A thin sheet from the greater horn of the hyoid to the side of the tongue.
static constexpr StrokeKey kHyoglossus[] = {
    {46.0F, {{{18.4F, -68.0F, 1.1F}, {19.8F, -63.0F, 1.4F}, {20.2F, -58.0F, 1.4F}, {19.6F, -53.0F, 1.1F}}}},
    {36.0F, {{{15.8F, -68.5F, 1.2F}, {18.0F, -63.0F, 1.6F}, {19.2F, -57.0F, 1.6F}, {19.2F, -50.5F, 1.3F}}}},
    {26.0F, {{{13.6F, -64.5F, 1.2F}, {15.8F, -60.0F, 1.6F}, {17.2F, -55.5F, 1.6F}, {17.8F, -50.5F, 1.3F}}}},
    {14.0F, {{{11.5F, -59.5F, 1.2F}, {13.5F, -57.0F, 1.5F}, {15.4F, -53.5F, 1.5F}, {16.8F, -49.5F, 1.2F}}}},
    {4.0F, {{{10.5F, -57.0F, 0.9F}, {13.0F, -54.5F, 1.2F}, {15.4F, -51.0F, 1.2F}, {17.0F, -47.0F, 0.9F}}}},
};
// From the tip along the midline to the root; its back is the front of the throat.
static constexpr StrokeKey kTongue[] = {
    {67.0F, {{{0.0F, -75.0F, 7.0F}, {0.0F, -68.5F, 10.5F}, {0.0F, -61.5F, 12.5F}, {0.0F, -55.5F, 9.5F}}}},
    {62.0F, {{{0.0F, -79.5F, 9.5F}, {0.0F, -70.5F, 16.5F}, {0.0F, -63.5F, 19.5F}, {0.0F, -58.0F, 12.0F}}}},
    {56.0F, {{{0.0F, -81.0F, 11.0F}, {0.0F, -71.5F, 18.5F}, {0.0F, -64.5F, 21.5F}, {0.0F, -59.5F, 14.0F}}}},
    {49.0F, {{{0.0F, -80.0F, 10.0F}, {0.0F, -71.0F, 18.0F}, {0.0F, -63.5F, 21.0F}, {0.0F, -59.0F, 14.8F}}}},
    {43.0F, {{{0.0F, -75.0F, 6.0F}, {0.0F, -68.0F, 13.5F}, {0.0F, -61.5F, 18.5F}, {0.0F, -58.0F, 15.0F}}}},
    {36.0F, {{{0.0F, -71.0F, 6.0F}, {0.0F, -65.0F, 12.5F}, {0.0F, -60.5F, 17.5F}, {0.0F, -58.0F, 14.5F}}}},
    {28.0F, {{{0.0F, -68.0F, 6.0F}, {0.0F, -63.0F, 11.5F}, {0.0F, -59.5F, 15.5F}, {0.0F, -57.2F, 13.5F}}}},
    {20.0F, {{{0.0F, -62.0F, 5.0F}, {0.0F, -59.0F, 9.5F}, {0.0F, -57.0F, 13.0F}, {0.0F, -55.8F, 11.5F}}}},
    {12.0F, {{{0.0F, -57.5F, 3.5F}, {0.0F, -56.0F, 7.0F}, {0.0F, -55.2F, 9.5F}, {0.0F, -55.0F, 8.5F}}}},
    {8.0F, {{{0.0F, -57.5F, 2.5F}, {0.0F, -56.6F, 5.0F}, {0.0F, -56.2F, 7.0F}, {0.0F, -56.0F, 6.0F}}}},
};
static constexpr StrokeKey kSublingual[] = {
    {44.0F, {{{8.0F, -82.5F, 2.4F}, {13.0F, -77.5F, 3.2F}, {17.0F, -71.5F, 3.2F}, {19.6F, -65.0F, 2.0F}}}},
    {38.0F, {{{8.0F, -82.0F, 2.8F}, {12.8F, -77.0F, 4.0F}, {16.6F, -71.0F, 3.8F}, {19.2F, -64.0F, 2.4F}}}},
    {30.0F, {{{9.0F, -79.5F, 2.2F}, {12.6F, -75.0F, 3.2F}, {16.0F, -69.5F, 3.4F}, {19.0F, -63.0F, 2.4F}}}},
};
// clang-format on

std::span<const StrokeTable> mouthTables() {
    using enum Part;
    static constexpr StrokeTable kTables[] = {
        {DigastricAnterior, Field::Muscle, kDigastricAnterior, 0.2F, 0.95F, 2},
        {Mylohyoid, Field::Muscle, kMylohyoid, 0.0F, 1.0F, 2},
        {Geniohyoid, Field::Muscle, kGeniohyoid, 0.5F, 1.0F, 2},
        {Genioglossus, Field::Muscle, kGenioglossus, 0.6F, 1.0F, 3},
        {Hyoglossus, Field::Muscle, kHyoglossus, 0.2F, 1.0F, 2},
        {Tongue, Field::Muscle, kTongue, 0.6F, 1.0F, 2.5F},
        {Sublingual, Field::Gland, kSublingual, 0.0F, 1.0F, 3},
    };
    return kTables;
}

}  // namespace nodewise::synthesis
