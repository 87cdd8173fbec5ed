/// anatomy_tables.h: where the structures of an ordinary neck lie: plain numbers.
///
/// Frame: mm; origin at the centre of the spinal canal of each slice, x to the left, y to the back,
/// z to the head with 0 at the middle of the hyoid body. Left side; the right is its mirror image.
#pragma once
#include "synthesis/parts.h"
#include <array>
#include <span>

namespace nodewise::synthesis {

struct StrokePoint {
    float x, y, r;
};

/// A section at one height: a line of four points, each with the half thickness.
struct StrokeKey {
    float z;
    std::array<StrokePoint, 4> points;
};

struct StrokeTable {
    Part part;
    Field field;
    std::span<const StrokeKey> keys;
    float pack = 0;       ///< Drawn too fat by this much; neighbours then compete, mm.
    float thickness = 1;  ///< Factor on the radii.
    float cap = 2;        ///< How far it reaches beyond the first and last key, mm.
    float taper = 0;      ///< Share by which its free edges thin out.
};

/// Muscles, glands and soft walls, in anatomical groups.
[[nodiscard]] std::span<const StrokeTable> muscleTables();
[[nodiscard]] std::span<const StrokeTable> visceralTables();
/// Tongue and floor of the mouth.
[[nodiscard]] std::span<const StrokeTable> mouthTables();

/// An elliptic section: half axes a and b, a turned by `angle` degrees from +x towards +y.
struct EllipseKey {
    float z, x, y, a, b, angle;
};

struct EllipseTable {
    Part part;
    Field field;
    std::span<const EllipseKey> keys;
    float uneven = 0;  ///< Noise on the outline, mm.
};

[[nodiscard]] std::span<const EllipseTable> vesselTables();
/// Gas: first the airway (single), then the spaces that have a left and a right.
[[nodiscard]] std::span<const EllipseTable> gasTables();

/// Outline of the body: radius from the canal to the muscles and glands beneath, and depth of fat,
/// both at the angles -90 (front) to 90 (back) in steps of 15 degrees.
struct SkinKey {
    float z;
    std::array<float, 13> radius, fat;
};
[[nodiscard]] std::span<const SkinKey> skinTable();

/// How far the canal lies behind its place at the hyoid: the curve of the neck, mm.
[[nodiscard]] float canalShift(float z);

}  // namespace nodewise::synthesis
