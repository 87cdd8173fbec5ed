#include "ui/measure/measure_overlays.h"
#include "ui/render/surface_kind.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace nodewise::measure_screen {

namespace {

class MeasureOverlays {
    Q_DECLARE_TR_FUNCTIONS(MeasureOverlays)
};

using models::MeasureModel;
using viewer::OverlayRole;
using viewer::OverlaySet;

/// A small label map that holds these voxels alone.
std::shared_ptr<const LabelMap> smallMap(const GridGeometry& grid,
                                         const std::vector<VoxelIndex>& voxels) {
    VoxelIndex low{grid.dims()[0], grid.dims()[1], grid.dims()[2]}, high{-1, -1, -1};
    for (const VoxelIndex& v : voxels) {
        low = {std::min(low.i, v.i), std::min(low.j, v.j), std::min(low.k, v.k)};
        high = {std::max(high.i, v.i), std::max(high.j, v.j), std::max(high.k, v.k)};
    }
    low = {std::max(0, low.i - 2), std::max(0, low.j - 2), std::max(0, low.k - 2)};
    high = {std::min(grid.dims()[0] - 1, high.i + 2), std::min(grid.dims()[1] - 1, high.j + 2),
            std::min(grid.dims()[2] - 1, high.k + 2)};
    LabelMap map = LabelMap::empty(
        grid.part(low, {high.i - low.i + 1, high.j - low.j + 1, high.k - low.k + 1}));
    for (const VoxelIndex& v : voxels)
        map.set({v.i - low.i, v.j - low.j, v.k - low.k}, 1);
    return std::make_shared<const LabelMap>(std::move(map));
}

void addVoxels(OverlaySet& set, const GridGeometry& grid, OverlayRole role,
               const std::vector<VoxelIndex>& voxels) {
    if (voxels.empty())
        return;
    viewer::LabelOverlay overlay;
    overlay.role = role;
    overlay.map = smallMap(grid, voxels);
    overlay.label = 1;
    overlay.letter = viewer::overlayLetter(role);
    set.labels.push_back(std::move(overlay));
}

void addMargin(OverlaySet& set, const measure::MarginMeasurement& margin) {
    viewer::SurfaceOverlay overlay;
    overlay.mesh = std::make_shared<const TriangleMesh>(margin.surface);
    for (const float width : margin.widthMm)
        overlay.values.push_back(std::isfinite(width) ? static_cast<double>(width) : 0.0);
    overlay.threshold = margin.indistinctWidthMm;
    set.surfaces.push_back(std::move(overlay));
}

void addAxis(OverlaySet& set, const std::optional<measure::AxisLine>& axis, const QString& words) {
    if (!axis)
        return;
    viewer::Overlay line;
    line.role = OverlayRole::CoreRuler;
    line.points = {axis->from, axis->to};
    line.caption = words.arg(text::millimetres(axis->lengthMm));
    set.lines.push_back(std::move(line));
}

void addFindings(OverlaySet& set, const MeasureModel& model, const measure::Measurements& found) {
    const GridGeometry& grid = model.series().volume->geometry();
    if (found.fat)
        addVoxels(set, grid, OverlayRole::StrandedFat, found.fat->stranded);
    if (found.necrosis)
        addVoxels(set, grid, OverlayRole::Necrosis, found.necrosis->voxels);
    if (found.margin)
        addMargin(set, *found.margin);
    if (found.size) {
        addAxis(set, found.size->longAxis, MeasureOverlays::tr("long %1"));
        addAxis(set, found.size->shortAxis, MeasureOverlays::tr("short %1"));
    }
    for (const auto& contact : found.contacts) {
        if (contact.lostPlane.size() < 2 || contact.lostPlaneMm < 2)
            continue;
        viewer::Overlay bar;
        bar.role = OverlayRole::LostPlane;
        bar.points = contact.lostPlane;
        bar.letter = viewer::overlayLetter(OverlayRole::LostPlane);
        bar.caption = text::millimetres(contact.lostPlaneMm, 0);
        bar.reachMm = 2;
        set.lines.push_back(std::move(bar));
    }
}

}  // namespace

OverlaySet overlaysOf(const MeasureModel& model, const QSet<int>& hidden, double fill) {
    OverlaySet set;
    if (!model.isOpen())
        return set;
    if (model.structures()) {
        int index = 0;
        for (const auto& [label, name] : model.structures()->names()) {
            const QColor colour = viewer::structureColour(index++);
            if (hidden.contains(label))
                continue;
            viewer::LabelOverlay overlay;
            overlay.role = OverlayRole::Structure;
            overlay.map = model.structures();
            overlay.label = label;
            overlay.colour = colour;
            overlay.fill = fill;
            overlay.letter = QString::number(index);
            set.labels.push_back(std::move(overlay));
        }
    }
    for (const auto& node : model.nodes()) {
        viewer::LabelOverlay overlay;
        overlay.role = OverlayRole::YourOutline;
        overlay.map = model.labels();
        overlay.label = node.work.label;
        overlay.letter = node.letter;
        set.labels.push_back(std::move(overlay));
    }
    const auto* node = model.currentNode();
    if (node && node->fresh && node->work.measured)
        addFindings(set, model, *node->work.measured);
    return set;
}

render::SurfaceScene sceneOf(const MeasureModel& model) {
    render::SurfaceScene scene;
    const auto* node = model.currentNode();
    if (!node || !model.labels())
        return scene;
    scene.map = model.labels();
    render::SurfaceSource source;
    source.label = node->work.label;
    const auto& found = node->work.measured;
    if (node->fresh && found && found->margin && !found->margin->surface.vertices.empty()) {
        source.mesh = std::make_shared<const TriangleMesh>(found->margin->surface);
        source.values.assign(found->margin->widthMm.begin(), found->margin->widthMm.end());
        scene.lineAtMm = found->margin->indistinctWidthMm;
        scene.rampTitle = MeasureOverlays::tr("Margin width, mm");
    }
    scene.sources.push_back(std::move(source));
    for (const auto& other : model.nodes())
        if (other.work.label != node->work.label)
            scene.sources.push_back({render::SurfaceKind::OtherNode,
                                     other.work.label,
                                     other.letter,
                                     {},
                                     nullptr,
                                     nullptr});
    if (model.structures())
        for (const auto& [label, name] : model.structures()->names())
            if (const auto kind = render::surfaceKindOf(name); kind != render::SurfaceKind::Other)
                scene.sources.push_back(
                    {kind, label, text::structureName(name), {}, nullptr, model.structures()});
    return scene;
}

}  // namespace nodewise::measure_screen
