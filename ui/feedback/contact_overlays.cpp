#include "ui/feedback/contact_overlays.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace nodewise::feedback_screen {
namespace {

using viewer::OverlayRole;

constexpr double kBesideMm = 1.0;      // off the outline, which has lines of its own
constexpr double kLeastAreaMm2 = 4.0;  // less is where any two outlines touch
constexpr std::size_t kLettered = 2;
constexpr double kDepthReachMm = 3.0;

/// The node's surface a little further out.
std::shared_ptr<const TriangleMesh> surfaceBeside(const measure::MarginMeasurement& margin) {
    auto mesh = std::make_shared<TriangleMesh>(margin.surface);
    for (std::size_t v = 0; v < std::min(mesh->vertices.size(), margin.profiles.size()); ++v)
        mesh->vertices[v] = mesh->vertices[v] + margin.profiles[v].normal * kBesideMm;
    return mesh;
}

/// An ellipsoid as a mesh of meridians and parallels.
std::shared_ptr<const TriangleMesh> meshOf(const measure::Capsule& capsule) {
    constexpr std::uint32_t around = 48, down = 24;
    auto mesh = std::make_shared<TriangleMesh>();
    for (std::uint32_t row = 0; row <= down; ++row)
        for (std::uint32_t n = 0; n < around; ++n) {
            const double polar = std::numbers::pi * row / down;
            const double turn = 2 * std::numbers::pi * n / around;
            mesh->vertices.push_back(
                capsule.centre +
                capsule.axes[0] * (capsule.radiiMm[0] * std::sin(polar) * std::cos(turn)) +
                capsule.axes[1] * (capsule.radiiMm[1] * std::sin(polar) * std::sin(turn)) +
                capsule.axes[2] * (capsule.radiiMm[2] * std::cos(polar)));
        }
    for (std::uint32_t row = 0; row < down; ++row)
        for (std::uint32_t n = 0; n < around; ++n) {
            const std::uint32_t next = (n + 1) % around;
            const std::uint32_t a = row * around + n, b = row * around + next;
            const std::uint32_t c = a + around, d = b + around;
            mesh->triangles.push_back({a, c, b});
            mesh->triangles.push_back({b, c, d});
        }
    return mesh;
}

}  // namespace

void addContacts(const models::GradedCall& graded, viewer::OverlaySet& set) {
    if (!graded.measured || !graded.measured->margin)
        return;
    const auto mesh = surfaceBeside(*graded.measured->margin);
    std::size_t shown = 0;
    for (const auto& contact : graded.measured->contacts) {  // the largest first
        if (contact.areaMm2 < kLeastAreaMm2 || contact.vertices.empty())
            continue;
        viewer::SurfaceOverlay overlay;
        overlay.role = OverlayRole::Contact;
        overlay.mesh = mesh;
        overlay.values.assign(mesh->vertices.size(), 0.0);
        for (const std::uint32_t vertex : contact.vertices)
            if (vertex < overlay.values.size())
                overlay.values[vertex] = 1;
        overlay.threshold = 0.5;
        // Skin and bone are drawn, not named: what a node grows into first is the matter.
        if (contact.kind != StructureKind::Other && shown++ < kLettered) {
            overlay.letter = viewer::overlayLetter(OverlayRole::Contact);
            if (!contact.unnamed)
                overlay.caption = text::structureBriefName(contact.structure);
        }
        set.surfaces.push_back(std::move(overlay));
    }
}

void addBeyond(const models::GradedCall& graded, viewer::OverlaySet& set) {
    if (!graded.measured || !graded.findings || !graded.measured->extension ||
        graded.measured->extension->voxels.empty())
        return;
    const measure::Extension& beyond = *graded.measured->extension;
    viewer::LabelOverlay outline;
    outline.role = OverlayRole::Beyond;
    outline.map = graded.findings;
    outline.label = models::kBeyondLabel;
    outline.letter = viewer::overlayLetter(OverlayRole::Beyond);
    outline.caption = text::millimetres(beyond.depthMm);
    set.labels.push_back(std::move(outline));
    viewer::SurfaceOverlay expected;
    expected.role = OverlayRole::Beyond;
    expected.mesh = meshOf(beyond.capsule);
    expected.helper = true;
    set.surfaces.push_back(std::move(expected));
    if (!beyond.deepest)
        return;
    viewer::Overlay depth;
    depth.role = OverlayRole::Beyond;
    depth.points = {beyond.deepest->from, beyond.deepest->to};
    depth.reachMm = kDepthReachMm;
    set.lines.push_back(std::move(depth));
}

}  // namespace nodewise::feedback_screen
