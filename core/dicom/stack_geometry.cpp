#include "dicom/stack_geometry.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::dicom {
namespace {

constexpr double kEvenTolerance = 0.03;
constexpr double kEvenToleranceMm = 0.02;
constexpr double kSidewaysPixels = 0.25;

struct Split {
    double along;
    VectorLps sideways;
};

Split splitAt(VectorLps displacement, VectorLps normal) {
    const double along = dot(displacement, normal);
    return {along, displacement - normal * along};
}

void readGaps(std::span<const PointLps> positions, StackGeometry& stack) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < positions.size(); ++i)
        gaps.push_back(dot(positions[i] - positions[i - 1], stack.normal));
    std::ranges::sort(gaps);
    stack.smallestGap = gaps.front();
    stack.largestGap = gaps.back();
    const double whole = dot(positions.back() - positions.front(), stack.normal);
    const double mean = whole / static_cast<double>(gaps.size());
    const double tolerance = std::max(kEvenToleranceMm, kEvenTolerance * mean);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const double along = dot(positions[i] - positions.front(), stack.normal);
        stack.even = stack.even && std::abs(along - mean * static_cast<double>(i)) <= tolerance;
    }
    stack.gap = stack.even ? mean : gaps[gaps.size() / 2];
}

void readLean(std::span<const PointLps> positions, double toleranceMm, StackGeometry& stack) {
    const Split whole = splitAt(positions.back() - positions.front(), stack.normal);
    const double lean = length(whole.sideways);
    stack.tiltDeg = std::atan2(lean, whole.along) * 180 / std::numbers::pi;
    stack.tilted = lean > toleranceMm;
    for (const PointLps& position : positions) {
        const Split here = splitAt(position - positions.front(), stack.normal);
        const VectorLps expected = whole.sideways * (here.along / whole.along);
        stack.straight = stack.straight && length(here.sideways - expected) <= toleranceMm;
    }
}

}  // namespace

VectorLps normalOf(const Orientation& orientation) {
    return normalized(cross(orientation.row, orientation.column));
}

double alongNormal(PointLps position, VectorLps normal) {
    return dot(position - PointLps{}, normal);
}

StackGeometry stackGeometry(std::span<const PointLps> positions, const Orientation& orientation,
                            double pixelSizeMm) {
    StackGeometry stack;
    stack.normal = normalOf(orientation);
    if (positions.size() < 2)
        return stack;
    readGaps(positions, stack);
    readLean(positions, kSidewaysPixels * pixelSizeMm, stack);
    return stack;
}

}  // namespace nodewise::dicom
