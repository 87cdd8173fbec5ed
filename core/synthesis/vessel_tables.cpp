#include "synthesis/anatomy_tables.h"
#include <algorithm>
#include <cstddef>

namespace nodewise::synthesis {

// z, centre x and y, half axes a and b, angle. Sources as in muscle_tables.cpp.
// clang-format off
static constexpr EllipseKey kIca[] = {
    {66.0F, 27.0F, -20.0F, 3.0F, 3.0F, 0.0F},
    {57.0F, 30.9F, -25.9F, 3.1F, 3.0F, 0.0F},
    {38.9F, 29.5F, -27.5F, 3.1F, 3.0F, 0.0F},
    {20.9F, 31.6F, -28.1F, 3.3F, 3.2F, 0.0F},
    {11.9F, 32.5F, -28.0F, 3.4F, 3.3F, 0.0F},
    {2.9F, 31.7F, -26.8F, 4.2F, 4.0F, 0.0F},
    {-6.0F, 29.0F, -28.0F, 4.6F, 4.4F, 0.0F},
    {-9.0F, 27.5F, -29.5F, 4.6F, 4.2F, 0.0F},
};
static constexpr EllipseKey kEca[] = {
    {52.8F, 48.7F, -25.3F, 2.0F, 2.0F, 0.0F},
    {48.0F, 43.5F, -28.4F, 2.1F, 2.1F, 0.0F},
    {38.9F, 34.8F, -30.5F, 2.2F, 2.2F, 0.0F},
    {29.9F, 30.3F, -32.2F, 2.4F, 2.4F, 0.0F},
    {20.9F, 27.6F, -32.1F, 2.5F, 2.5F, 0.0F},
    {11.9F, 25.0F, -31.0F, 2.9F, 2.8F, 0.0F},
    {2.9F, 24.0F, -29.5F, 3.0F, 2.8F, 0.0F},
    {-6.0F, 22.5F, -29.5F, 3.1F, 3.0F, 0.0F},
    {-9.0F, 24.0F, -30.5F, 3.2F, 3.0F, 0.0F},
};
static constexpr EllipseKey kCca[] = {
    {-9.0F, 27.0F, -29.9F, 5.0F, 4.4F, 0.0F},
    {-15.0F, 26.4F, -30.9F, 4.0F, 3.9F, 0.0F},
    {-23.9F, 26.2F, -33.1F, 3.9F, 3.8F, 0.0F},
    {-32.9F, 25.7F, -33.6F, 3.8F, 3.8F, 0.0F},
    {-41.9F, 25.1F, -34.5F, 3.8F, 3.8F, 0.0F},
    {-54.0F, 24.4F, -36.7F, 3.8F, 3.8F, 0.0F},
    {-60.0F, 24.8F, -37.9F, 3.9F, 3.9F, 0.0F},
    {-68.9F, 24.9F, -41.2F, 4.0F, 4.0F, 0.0F},
    {-74.8F, 24.7F, -43.8F, 4.0F, 4.0F, 0.0F},
    {-92.4F, 21.0F, -44.8F, 4.0F, 4.0F, 0.0F},
};
static constexpr EllipseKey kIjv[] = {
    {63.0F, 32.0F, -14.0F, 5.0F, 4.0F, 40.0F},
    {57.0F, 42.0F, -13.7F, 5.5F, 4.5F, 70.0F},
    {48.0F, 40.0F, -19.5F, 5.5F, 4.2F, 40.0F},
    {38.9F, 38.7F, -19.6F, 5.6F, 4.2F, 40.0F},
    {20.9F, 38.0F, -18.7F, 5.8F, 4.4F, 45.0F},
    {11.9F, 38.5F, -17.8F, 6.2F, 4.6F, 50.0F},
    {2.9F, 38.8F, -18.2F, 6.4F, 4.2F, 60.0F},
    {-6.0F, 37.4F, -20.2F, 6.2F, 3.8F, 58.0F},
    {-15.0F, 36.1F, -25.9F, 6.4F, 3.8F, 55.0F},
    {-23.9F, 35.4F, -29.1F, 6.4F, 3.8F, 52.0F},
    {-41.9F, 34.9F, -34.9F, 6.6F, 4.2F, 10.0F},
    {-54.0F, 34.1F, -38.8F, 6.6F, 5.0F, -15.0F},
    {-60.0F, 34.3F, -40.9F, 6.8F, 5.4F, -10.0F},
    {-68.9F, 34.9F, -44.7F, 7.0F, 5.8F, 0.0F},
    {-74.8F, 35.1F, -48.1F, 7.2F, 6.0F, 0.0F},
    {-92.4F, 34.9F, -51.4F, 8.0F, 6.6F, 0.0F},
};
static constexpr EllipseKey kEjv[] = {
    {44.4F, 55.2F, -27.6F, 1.8F, 1.8F, 0.0F},
    {29.9F, 56.2F, -22.1F, 2.0F, 1.8F, 0.0F},
    {11.9F, 57.6F, -27.4F, 2.4F, 1.8F, 35.0F},
    {2.9F, 57.8F, -23.9F, 2.2F, 1.7F, 35.0F},
    {-6.0F, 61.5F, -11.9F, 2.0F, 1.8F, 0.0F},
    {-15.0F, 63.2F, -6.4F, 2.1F, 1.7F, 0.0F},
    {-23.9F, 63.6F, -6.4F, 2.2F, 2.0F, 0.0F},
    {-41.9F, 65.3F, -16.8F, 2.6F, 2.4F, 0.0F},
    {-54.0F, 66.8F, -22.6F, 2.6F, 2.6F, 0.0F},
    {-68.9F, 61.6F, -29.9F, 3.6F, 3.4F, 0.0F},
    {-74.8F, 57.1F, -38.0F, 3.8F, 3.6F, 0.0F},
    {-92.4F, 50.8F, -45.3F, 3.5F, 3.5F, 0.0F},
};
static constexpr EllipseKey kFacialVein[] = {
    {44.4F, 41.3F, -61.0F, 1.6F, 1.6F, 0.0F},
    {29.9F, 32.9F, -55.7F, 2.2F, 3.4F, 15.0F},
    {20.9F, 42.4F, -43.3F, 2.6F, 2.4F, 0.0F},
    {11.9F, 41.0F, -39.6F, 2.8F, 2.6F, 0.0F},
    {2.9F, 39.2F, -39.7F, 3.0F, 2.8F, 0.0F},
    {-6.0F, 32.5F, -42.3F, 5.0F, 2.7F, -8.0F},
    {-12.0F, 28.4F, -42.7F, 5.2F, 3.6F, -25.0F},
    {-15.0F, 31.8F, -34.7F, 4.0F, 3.0F, 50.0F},
};
static constexpr EllipseKey kAnteriorJugular[] = {
    {0.0F, 8.1F, -70.3F, 1.3F, 1.3F, 0.0F},
    {-23.9F, 29.8F, -48.4F, 2.3F, 2.1F, 0.0F},
    {-32.9F, 28.8F, -49.3F, 2.2F, 2.0F, 0.0F},
    {-41.9F, 26.4F, -52.8F, 2.0F, 2.0F, 0.0F},
    {-54.0F, 20.1F, -60.8F, 1.9F, 1.9F, 0.0F},
    {-68.9F, 10.0F, -63.9F, 1.8F, 1.8F, 0.0F},
};
static constexpr EllipseKey kVertebral[] = {
    {60.0F, 29.0F, -12.0F, 1.8F, 1.8F, 0.0F},
    {53.0F, 28.0F, -13.0F, 1.8F, 1.8F, 0.0F},
    {46.0F, 23.0F, -11.0F, 1.8F, 1.8F, 0.0F},
    {38.0F, 20.0F, -10.0F, 1.8F, 1.8F, 0.0F},
    {30.0F, 17.0F, -12.2F, 1.8F, 1.8F, 0.0F},
    {12.0F, 15.9F, -12.5F, 1.8F, 1.8F, 0.0F},
    {-6.0F, 15.8F, -12.5F, 1.8F, 1.8F, 0.0F},
    {-33.0F, 15.8F, -12.5F, 1.8F, 1.8F, 0.0F},
    {-56.0F, 15.8F, -12.8F, 1.8F, 1.8F, 0.0F},
    {-64.0F, 18.0F, -18.0F, 1.8F, 1.8F, 0.0F},
    {-72.0F, 21.0F, -25.0F, 1.8F, 1.8F, 0.0F},
    {-92.0F, 27.6F, -32.5F, 1.8F, 1.8F, 0.0F},
};
static constexpr EllipseKey kRetromandibular[] = {
    {64.5F, 48.8F, -23.5F, 2.2F, 2.2F, 0.0F},
    {48.0F, 48.7F, -25.3F, 2.2F, 2.2F, 0.0F},
    {29.9F, 43.3F, -37.2F, 2.6F, 2.4F, 0.0F},
};
static constexpr EllipseKey kAirway[] = {
    {66.0F, 0.0F, -36.0F, 12.0F, 8.0F, 0.0F},  {57.0F, 0.0F, -36.5F, 10.0F, 6.0F, 0.0F},
    {48.0F, 0.0F, -37.0F, 10.0F, 6.0F, 0.0F},  {39.0F, 0.0F, -38.0F, 11.0F, 6.0F, 0.0F},
    {30.0F, 0.0F, -38.5F, 11.0F, 6.5F, 0.0F},  {21.0F, 0.0F, -38.0F, 12.0F, 6.5F, 0.0F},
    {12.0F, 0.0F, -37.5F, 12.5F, 7.5F, 0.0F},  {3.0F, 0.0F, -38.0F, 12.0F, 8.0F, 0.0F},
    {-5.0F, 0.0F, -39.0F, 12.0F, 7.5F, 0.0F},  {-11.0F, 0.0F, -41.0F, 8.0F, 6.0F, 0.0F},
    {-16.0F, 0.0F, -43.0F, 5.0F, 5.5F, 0.0F},  {-24.0F, 0.0F, -45.4F, 5.8F, 7.0F, 0.0F},
    {-30.0F, 0.0F, -46.5F, 4.2F, 8.0F, 0.0F},  {-34.0F, 0.0F, -47.0F, 2.6F, 8.6F, 0.0F},
    {-38.0F, 0.0F, -47.5F, 4.0F, 9.5F, 0.0F},  {-44.0F, 0.0F, -48.5F, 7.0F, 10.5F, 0.0F},
    {-54.0F, 0.0F, -50.0F, 8.8F, 10.8F, 0.0F}, {-61.0F, 0.0F, -50.4F, 8.6F, 10.4F, 0.0F},
    {-69.0F, 0.0F, -50.4F, 8.8F, 9.6F, 0.0F},  {-75.0F, 0.0F, -50.5F, 9.0F, 9.5F, 0.0F},
    {-97.0F, 0.5F, -48.8F, 9.0F, 9.5F, 0.0F},
};
static constexpr EllipseKey kVallecula[] = {
    {10.0F, 6.0F, -49.0F, 1.5F, 1.0F, 0.0F},
    {6.0F, 6.0F, -49.5F, 5.0F, 3.0F, 0.0F},
    {1.0F, 6.0F, -49.5F, 5.2F, 3.4F, 0.0F},
    {-4.0F, 5.6F, -48.5F, 3.0F, 1.6F, 0.0F},
};
static constexpr EllipseKey kPyriform[] = {
    {-3.0F, 14.0F, -35.5F, 3.0F, 2.2F, 30.0F}, {-8.0F, 15.0F, -36.0F, 4.6F, 3.2F, 40.0F},
    {-15.0F, 15.5F, -37.5F, 2.8F, 3.6F, 15.0F}, {-21.0F, 14.5F, -38.0F, 1.8F, 2.6F, 10.0F},
    {-25.0F, 14.0F, -38.0F, 0.8F, 1.0F, 0.0F},
};
// clang-format on

std::span<const EllipseTable> vesselTables() {
    using enum Part;
    static constexpr EllipseTable kTables[] = {
        {CommonCarotid, Field::Artery, kCca, 0.1F},
        {InternalCarotid, Field::Artery, kIca, 0.1F},
        {ExternalCarotid, Field::Artery, kEca, 0.1F},
        {VertebralArtery, Field::Artery, kVertebral, 0},
        {InternalJugular, Field::Vein, kIjv, 0.9F},
        {ExternalJugular, Field::Vein, kEjv, 0.3F},
        {FacialVein, Field::Vein, kFacialVein, 0.4F},
        {AnteriorJugular, Field::Vein, kAnteriorJugular, 0.3F},
        {RetromandibularVein, Field::Vein, kRetromandibular, 0.3F},
    };
    return kTables;
}

std::span<const EllipseTable> gasTables() {
    static constexpr EllipseTable kTables[] = {
        {Part::Airway, Field::Lumen, kAirway, 0.6F},
        {Part::Airway, Field::Lumen, kVallecula, 0.3F},
        {Part::Airway, Field::Lumen, kPyriform, 0.4F},
    };
    return kTables;
}

std::span<const SkinKey> skinTable() {
    // clang-format off
    static constexpr SkinKey kTable[] = {
        {57.0F, {97.0F, 84.2F, 76.2F, 73.0F, 71.4F, 72.2F, 67.4F, 62.6F, 61.8F, 62.6F, 61.8F, 63.4F, 63.4F},
         {11.0F, 17.0F, 15.0F, 13.0F, 11.0F, 8.0F, 14.0F, 16.0F, 19.0F, 25.0F, 28.0F, 24.0F, 22.0F}},
        {39.0F, {100.6F, 90.2F, 77.0F, 66.6F, 69.0F, 69.8F, 63.4F, 59.4F, 61.0F, 61.8F, 61.8F, 60.2F, 58.6F},
         {8.5F, 9.5F, 8.0F, 14.0F, 8.0F, 7.0F, 12.0F, 13.0F, 20.0F, 26.0F, 27.0F, 21.0F, 20.0F}},
        {21.0F, {96.5F, 87.0F, 72.5F, 61.0F, 57.8F, 58.6F, 61.0F, 62.6F, 62.6F, 59.4F, 57.8F, 54.6F, 50.6F},
         {17.0F, 13.0F, 14.0F, 13.0F, 16.0F, 15.0F, 12.0F, 12.0F, 16.0F, 26.0F, 29.0F, 24.0F, 23.0F}},
        {3.0F, {66.6F, 62.6F, 60.2F, 52.2F, 53.8F, 57.0F, 61.0F, 61.0F, 56.2F, 60.2F, 56.2F, 50.6F, 47.4F},
         {21.0F, 22.0F, 14.0F, 20.0F, 17.0F, 15.0F, 12.0F, 13.0F, 23.0F, 22.0F, 24.0F, 22.0F, 22.0F}},
        {-15.0F, {62.6F, 57.8F, 49.0F, 53.8F, 56.2F, 57.0F, 57.8F, 55.4F, 59.4F, 61.8F, 53.8F, 44.2F, 42.6F},
         {19.0F, 22.0F, 25.0F, 15.0F, 12.0F, 13.0F, 13.0F, 22.0F, 22.0F, 17.0F, 20.0F, 25.0F, 24.0F}},
        {-33.0F, {62.6F, 62.6F, 57.0F, 56.2F, 57.8F, 57.0F, 64.2F, 75.4F, 73.0F, 64.2F, 53.0F, 42.6F, 39.2F},
         {16.0F, 10.0F, 10.0F, 8.0F, 8.0F, 14.0F, 20.0F, 18.0F, 22.0F, 28.0F, 32.0F, 32.0F, 32.0F}},
        {-48.0F, {60.2F, 60.2F, 59.4F, 61.0F, 63.4F, 69.8F, 78.6F, 87.4F, 81.8F, 70.6F, 57.0F, 45.0F, 41.0F},
         {15.0F, 11.0F, 8.0F, 6.0F, 8.0F, 16.0F, 22.0F, 25.0F, 28.0F, 32.0F, 32.0F, 31.0F, 31.0F}},
        {-60.0F, {60.2F, 61.8F, 62.6F, 65.0F, 65.8F, 80.2F, 92.2F, 96.2F, 88.2F, 77.0F, 62.6F, 48.2F, 43.4F},
         {12.0F, 7.0F, 5.0F, 5.0F, 14.0F, 20.0F, 25.0F, 28.0F, 30.0F, 32.0F, 32.0F, 31.0F, 31.0F}},
        {-75.0F, {61.0F, 64.2F, 65.0F, 71.4F, 78.6F, 93.0F, 104.2F, 104.2F, 94.6F, 80.2F, 64.2F, 49.0F, 42.6F},
         {14.0F, 8.0F, 6.0F, 7.0F, 18.0F, 24.0F, 28.0F, 30.0F, 32.0F, 32.0F, 32.0F, 31.0F, 31.0F}},
    };
    // clang-format on
    return kTable;
}

float canalShift(float z) {
    static constexpr std::array<std::array<float, 2>, 8> kCurve{{{70.0F, 2.0F},
                                                                 {45.0F, 2.5F},
                                                                 {20.0F, 1.0F},
                                                                 {0.0F, 0.5F},
                                                                 {-24.0F, 4.0F},
                                                                 {-42.0F, 7.5F},
                                                                 {-60.0F, 12.5F},
                                                                 {-85.0F, 22.0F}}};
    for (std::size_t i = 1; i < kCurve.size(); ++i)
        if (z >= kCurve[i][0]) {
            const float t = std::min(1.0F, (z - kCurve[i][0]) / (kCurve[i - 1][0] - kCurve[i][0]));
            const float s = t * t * (3 - 2 * t);
            return kCurve[i][1] + s * (kCurve[i - 1][1] - kCurve[i][1]);
        }
    return kCurve.back()[1];
}

}  // namespace nodewise::synthesis
