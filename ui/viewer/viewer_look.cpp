// How the model is looked at beyond planes and windows: turns, colours, fusion,
// key images, mouse.
#include "ui/viewer/viewer_model.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nodewise::viewer {

namespace {

/// Rodrigues' formula; `axis` is a unit vector.
VectorLps turned(VectorLps v, VectorLps axis, double radians) {
    const double c = std::cos(radians), s = std::sin(radians);
    return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
}

/// How far the whole grid reaches along a unit direction, mm.
double wholeMm(const GridGeometry& grid, VectorLps direction) {
    double mm = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        mm +=
            std::abs(dot(direction, grid.axes()[axis])) * grid.dims()[axis] * grid.spacing()[axis];
    return mm;
}

/// Other directions with the point at the same place of the picture as before.
ViewState withDirections(ViewState state, ViewDirections wanted, VectorLps fromCentre,
                         const GridGeometry& grid) {
    // A view that fits the whole volume would change its zoom with its directions.
    if (!state.fieldMm && !state.fitMm)
        state.fitMm =
            std::array{wholeMm(grid, state.directions.right), wholeMm(grid, state.directions.down)};
    const double right = dot(fromCentre, state.directions.right) - state.panRightMm;
    const double down = dot(fromCentre, state.directions.down) - state.panDownMm;
    state.directions = wanted;
    state.panRightMm = dot(fromCentre, wanted.right) - right;
    state.panDownMm = dot(fromCentre, wanted.down) - down;
    return state;
}

bool samePicture(const KeyImage& key, ViewPlane plane, PointLps place, VectorLps normal,
                 double stepMm) {
    return key.plane == plane && std::abs(dot(key.place - place, normal)) < stepMm / 2;
}

}  // namespace

void ViewerModel::rotateCrosshair(ViewPlane about, double degrees) {
    if (!m_volume || degrees == 0)
        return;
    const VectorLps axis = view(about).directions.normal();
    const double radians = degrees * std::numbers::pi / 180;
    const VectorLps from = m_cursor - m_volume->geometry().centre();
    for (const ViewPlane plane : kViewPlanes) {
        if (plane == about)
            continue;
        const ViewDirections old = view(plane).directions;
        const VectorLps right = normalized(turned(old.right, axis, radians));
        const VectorLps down = turned(old.down, axis, radians);
        setView(plane,
                withDirections(view(plane), {right, normalized(down - right * dot(down, right))},
                               from, m_volume->geometry()));
    }
}

bool ViewerModel::isOblique() const {
    if (!m_volume)
        return false;
    return std::ranges::any_of(kViewPlanes, [this](ViewPlane plane) {
        const VectorLps normal = view(plane).directions.normal();
        return std::ranges::none_of(m_volume->geometry().axes(), [&](VectorLps axis) {
            return std::abs(dot(normal, axis)) > 1 - 1e-9;
        });
    });
}

void ViewerModel::turnQuarter(ViewPlane plane) {
    if (!m_volume)
        return;
    ViewState wanted = view(plane);
    const ViewDirections old = wanted.directions;
    // Clockwise: what pointed up points to the right afterwards. A flipped
    // picture turns the other way round in the patient, so that it turns the same
    // way on the screen.
    const double sign = wanted.flipped ? -1 : 1;
    wanted.directions = {old.down * -sign, old.right * sign};
    const double right = wanted.panRightMm, down = wanted.panDownMm;
    wanted.panRightMm = -sign * down;
    wanted.panDownMm = sign * right;
    if (wanted.fitMm)
        std::swap((*wanted.fitMm)[0], (*wanted.fitMm)[1]);
    wanted.quarterTurns = (wanted.quarterTurns + 1) % 4;
    setView(plane, wanted);
}

void ViewerModel::setMouseProfile(MouseProfile profile) {
    if (profile == m_profile)
        return;
    m_profile = profile;
    Q_EMIT toolChanged();
}

void ViewerModel::setColourMap(ColourMap colours) {
    if (colours == m_colours)
        return;
    m_colours = colours;
    Q_EMIT colourChanged();
}

void ViewerModel::setSuvFactor(double factor) {
    m_suvFactor = factor;
    Q_EMIT colourChanged();
}

void ViewerModel::setFusion(const Fusion& fusion) {
    if (fusion == m_fusion)
        return;
    m_fusion = fusion;
    Q_EMIT colourChanged();
}

// ---- key images --------------------------------------------------------------------------------

void ViewerModel::toggleKeyImage(ViewPlane plane) {
    if (!m_volume)
        return;
    const VectorLps normal = view(plane).directions.normal();
    const double step = spacingAlongMm(m_volume->geometry(), normal);
    const auto same = [&](const KeyImage& key) {
        return samePicture(key, plane, m_cursor, normal, step);
    };
    if (std::erase_if(m_keyImages, same) == 0)
        m_keyImages.push_back({m_nextKeyImage++, plane, m_cursor, m_window, m_slab});
    Q_EMIT keyImagesChanged();
}

void ViewerModel::showKeyImage(int id) {
    const auto found = std::ranges::find(m_keyImages, id, &KeyImage::id);
    if (found == m_keyImages.end())
        return;
    const KeyImage key = *found;
    setActivePlane(key.plane);
    setWindow(key.window);
    setSlab(key.slab);
    setCursor(key.place);
}

void ViewerModel::removeKeyImage(int id) {
    if (std::erase_if(m_keyImages, [id](const KeyImage& key) { return key.id == id; }) > 0)
        Q_EMIT keyImagesChanged();
}

void ViewerModel::setKeyImages(std::vector<KeyImage> images) {
    if (images.empty() && m_keyImages.empty())
        return;
    m_keyImages = std::move(images);
    m_nextKeyImage = 1;
    for (KeyImage& image : m_keyImages)
        image.id = m_nextKeyImage++;
    Q_EMIT keyImagesChanged();
}

}  // namespace nodewise::viewer
