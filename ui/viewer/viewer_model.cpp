#include "ui/viewer/viewer_model.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/viewer/viewer_undo.h"
#include <algorithm>
#include <cmath>

namespace nodewise::viewer {
namespace {

constexpr std::array kSlabStepsMm{0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 10.0, 15.0, 20.0};

}  // namespace

ViewerModel::ViewerModel(QObject* parent)
    : QObject(parent) {
    for (const auto signal :
         {&ViewerModel::volumeChanged, &ViewerModel::cursorChanged, &ViewerModel::windowChanged,
          &ViewerModel::slabChanged, &ViewerModel::activePlaneChanged, &ViewerModel::toolChanged,
          &ViewerModel::marksChanged, &ViewerModel::activeMarkChanged,
          &ViewerModel::measurementsChanged, &ViewerModel::overlaysChanged,
          &ViewerModel::colourChanged})
        connect(this, signal, this, &ViewerModel::pictureChanged);
    connect(this, &ViewerModel::viewChanged, this, &ViewerModel::pictureChanged);
    m_profile = ViewerHabits::instance().mouseProfile();
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this,
            [this] { setMouseProfile(ViewerHabits::instance().mouseProfile()); });
}

ViewerModel::~ViewerModel() = default;

// ---- the volume --------------------------------------------------------------------------------

void ViewerModel::setVolume(VolumePtr volume, std::optional<Window> stored) {
    m_volume = std::move(volume);
    m_stored = stored;
    m_undo.clear();
    m_marks.clear();
    m_activeMark = 0;
    m_measurements.clear();
    m_overlays = {};
    m_slab = {};
    m_keyImages.clear();
    m_fusion = {};
    m_suvFactor = 0;
    m_colours = ColourMap::Gray;
    m_window = openingWindow();
    if (m_volume) {
        m_cursor = m_volume->geometry().centre();
        m_body = bodyExtent(*m_volume);
        for (const ViewPlane plane : kViewPlanes)
            state(plane) = openingView(plane);
    }
    Q_EMIT volumeChanged();
    Q_EMIT marksChanged();
    Q_EMIT measurementsChanged();
    Q_EMIT keyImagesChanged();
}

Window ViewerModel::openingWindow() const {
    if (m_stored)
        return *m_stored;
    const auto presets = windowPresets(m_volume.get(), m_stored);
    if (presets.empty())
        return {};
    // Neck where there are Hounsfield units, else the range of the values.
    return presets.size() > 1 ? presets[1].window : presets[0].window;
}

ViewState ViewerModel::openingView(ViewPlane plane) const {
    constexpr double margin = 1.08;
    ViewState opening;
    opening.directions = standardDirections(m_volume->geometry(), plane);
    if (!m_body)
        return opening;
    const auto reach = [this](VectorLps direction) {
        double mm = 0;
        for (std::size_t axis = 0; axis < 3; ++axis)
            mm += std::abs(dot(direction, m_volume->geometry().axes()[axis])) *
                  m_body->sizeMm[axis] * margin;
        return mm;
    };
    const VectorLps from = m_body->centre - m_volume->geometry().centre();
    opening.fitMm = {reach(opening.directions.right), reach(opening.directions.down)};
    opening.panRightMm = dot(from, opening.directions.right);
    opening.panDownMm = dot(from, opening.directions.down);
    return opening;
}

std::optional<double> ViewerModel::valueAt(PointLps point) const {
    if (!m_volume)
        return std::nullopt;
    const VoxelIndex at = m_volume->geometry().nearestVoxel(point);
    if (!m_volume->geometry().contains(at))
        return std::nullopt;
    return m_volume->value(at);
}

// ---- the linked cursor -------------------------------------------------------------------------

void ViewerModel::setCursor(PointLps point) {
    if (!m_volume)
        return;
    const GridGeometry& grid = m_volume->geometry();
    const ContinuousIndex at = grid.toIndex(point);
    const auto inside = [&grid](double index, std::size_t axis) {
        return std::clamp(index, 0.0, static_cast<double>(grid.dims()[axis] - 1));
    };
    const ContinuousIndex kept{inside(at.i, 0), inside(at.j, 1), inside(at.k, 2)};
    const PointLps place = kept == at ? point : grid.toPatient(kept);
    if (place == m_cursor)
        return;
    m_cursor = place;
    Q_EMIT cursorChanged();
}

void ViewerModel::stepSlices(ViewPlane plane, int slices) {
    goToSlice(plane, sliceNumber(plane).number + slices);
}

void ViewerModel::goToSlice(ViewPlane plane, int number) {
    if (m_volume)
        setCursor(movedToSlice(m_volume->geometry(), view(plane).directions, m_cursor, number));
}

SliceNumber ViewerModel::sliceNumber(ViewPlane plane) const {
    if (!m_volume)
        return {};
    return sliceNumberOf(m_volume->geometry(), view(plane).directions, m_cursor);
}

// ---- window and slab ---------------------------------------------------------------------------

void ViewerModel::setWindow(Window window) {
    window.width = std::max(window.width, 1.0);
    if (window == m_window)
        return;
    m_window = window;
    Q_EMIT windowChanged();
}

std::optional<WindowPreset> ViewerModel::preset() const {
    Window upright = m_window;
    upright.inverted = false;
    const auto presets = windowPresets(m_volume.get(), m_stored);
    // A named window before "as stored" when both are the same.
    for (auto it = presets.rbegin(); it != presets.rend(); ++it)
        if (it->window == upright)
            return *it;
    return std::nullopt;
}

bool ViewerModel::applyPreset(int key) {
    if (key == 0) {
        setWindow(openingWindow());
        return m_volume != nullptr;
    }
    for (const WindowPreset& preset : windowPresets(m_volume.get(), m_stored))
        if (preset.key == key) {
            setWindow({preset.window.width, preset.window.level, m_window.inverted});
            return true;
        }
    return false;
}

void ViewerModel::toggleInvert() {
    Window window = m_window;
    window.inverted = !window.inverted;
    setWindow(window);
}

bool ViewerModel::windowFromRegion(ViewPlane plane, PointLps a, PointLps b) {
    if (!m_volume)
        return false;
    const ViewDirections& look = view(plane).directions;
    const VectorLps across = b - a;
    const VectorLps right = look.right * dot(across, look.right);
    const VectorLps down = look.down * dot(across, look.down);
    constexpr int steps = 64;
    std::vector<double> values;
    for (int y = 0; y <= steps; ++y)
        for (int x = 0; x <= steps; ++x)
            if (const auto value =
                    valueAt(a + right * (x / double{steps}) + down * (y / double{steps})))
                values.push_back(*value);
    if (values.empty())
        return false;
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    const double low = values[static_cast<std::size_t>(0.01 * last)];
    const double high = values[static_cast<std::size_t>(0.99 * last)];
    setWindow({std::max(high - low, 1.0), (high + low) / 2, m_window.inverted});
    return true;
}

void ViewerModel::setSlab(Slab slab) {
    if (slab.mode == SlabMode::None)
        slab.thicknessMm = 0;
    if (slab == m_slab)
        return;
    m_slab = slab;
    Q_EMIT slabChanged();
}

void ViewerModel::stepSlab(int direction) {
    const auto near =
        std::min_element(kSlabStepsMm.begin(), kSlabStepsMm.end(), [this](double a, double b) {
            return std::abs(a - m_slab.thicknessMm) < std::abs(b - m_slab.thicknessMm);
        });
    const auto index = std::clamp<std::ptrdiff_t>(near - kSlabStepsMm.begin() + direction, 0,
                                                  std::ssize(kSlabStepsMm) - 1);
    const double thickness = kSlabStepsMm[static_cast<std::size_t>(index)];
    const SlabMode mode = m_slab.mode == SlabMode::None ? SlabMode::Mean : m_slab.mode;
    setSlab(thickness > 0 ? Slab{mode, thickness} : Slab{});
}

// ---- tools and overlays ------------------------------------------------------------------------

void ViewerModel::setActivePlane(ViewPlane plane) {
    if (plane == m_activePlane)
        return;
    m_activePlane = plane;
    Q_EMIT activePlaneChanged();
}

void ViewerModel::setTool(Tool tool) {
    if (tool == m_tool)
        return;
    m_tool = tool;
    Q_EMIT toolChanged();
}

void ViewerModel::setBrushMm(double mm) {
    mm = std::clamp(mm, 0.5, 25.0);
    if (std::abs(mm - m_brushMm) < 1e-9)
        return;
    m_brushMm = mm;
    Q_EMIT brushChanged();
}

void ViewerModel::setCrosshairShown(bool shown) {
    if (shown == m_crosshair)
        return;
    m_crosshair = shown;
    Q_EMIT toolChanged();
}

void ViewerModel::setReadOnly(bool readOnly) {
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    Q_EMIT toolChanged();
}

// ---- overlays ----------------------------------------------------------------------------------

void ViewerModel::setOverlays(OverlaySet overlays) {
    m_overlays = std::move(overlays);
    Q_EMIT overlaysChanged();
}

void ViewerModel::setRoleShown(OverlayRole role, bool shown) {
    if (roleShown(role) == shown)
        return;
    if (shown)
        m_overlays.hidden.removeAll(role);
    else
        m_overlays.hidden.append(role);
    Q_EMIT overlaysChanged();
}

bool ViewerModel::roleShown(OverlayRole role) const {
    return !m_overlays.hidden.contains(role);
}

}  // namespace nodewise::viewer
