/// viewer_model.h: the state all linked views of one volume share. No widget.
#pragma once
#include "ui/viewer/measurement.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/view_plane.h"
#include "ui/viewer/window_presets.h"
#include "volume/body_extent.h"
#include "volume/ct_volume.h"
#include "volume/slice_render.h"
#include <QObject>
#include <QPointF>
#include <QSize>
#include <QUndoStack>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace nodewise::viewer {

/// What the left button does on a picture.
enum class Tool {
    Scroll,
    Window,
    Pan,
    Zoom,
    Mark,
    Pair,
    Ruler,
    Angle,
    Ellipse,
    Probe,
    Crosshair,
    Polygon,
    Node,       ///< A click asks for the outline of the node there: `nodeWanted`.
    Brush,      ///< Paints an outline, with Shift erases: `brushed`.
    Outline,    ///< A smooth closed line point by point: `outlineDrawn`.
    AutoWindow  ///< A box; the window takes its range of values.
};

/// What the three buttons do while the left one has no other tool.
enum class MouseProfile {
    WindowLeft,   ///< Left window, middle pan, right zoom.
    ScrollLeft,   ///< Left scroll, middle window, right zoom.
    WindowMiddle  ///< Left pan, middle window, right zoom.
};

/// Gray, or a colour for each gray level.
enum class ColourMap { Gray, HotMetal, Viridis };

/// A second volume laid over the first in colour, by patient place.
struct Fusion {
    VolumePtr volume;
    Window window;
    ColourMap colours = ColourMap::HotMetal;
    double share = 0.5;  ///< 0 = the first volume alone, 1 = the second.
    friend bool operator==(const Fusion&, const Fusion&) = default;
};

/// A picture worth finding again: place, plane and how it was looked at.
struct KeyImage {
    int id = 0;
    ViewPlane plane = ViewPlane::Axial;
    PointLps place;
    Window window;
    Slab slab;
};

/// A place the reader has marked as a node. Numbers start at 1 and stay.
struct NodeMark {
    int number = 1;
    PointLps place;
};

/// Volume, linked cursor, window, slab, views, tool, marks, measurements and
/// overlays. Lives on the GUI thread. Every setter that changes nothing emits
/// nothing.
class ViewerModel : public QObject {
    Q_OBJECT
public:
    explicit ViewerModel(QObject* parent = nullptr);
    ~ViewerModel() override;

    // ---- the volume
    /// Shows another volume (null = none): cursor to its centre, standard
    /// directions, the body fitted into every view, window to `stored` or,
    /// without it, preset 2 for HU and the value range otherwise. Marks,
    /// measurements, overlays and the undo history are cleared.
    void setVolume(VolumePtr volume, std::optional<Window> stored = std::nullopt);
    [[nodiscard]] const VolumePtr& volume() const { return m_volume; }

    // ---- the linked cursor
    [[nodiscard]] PointLps cursor() const { return m_cursor; }
    /// Kept inside the volume.
    void setCursor(PointLps point);
    /// Moves the cursor along the normal of a view, in slices of the grid;
    /// positive = away from the feet, front or right.
    void stepSlices(ViewPlane plane, int slices);
    void goToSlice(ViewPlane plane, int number);
    [[nodiscard]] SliceNumber sliceNumber(ViewPlane plane) const;
    /// Value of the voxel that holds the point; nothing outside or without a
    /// volume.
    [[nodiscard]] std::optional<double> valueAt(PointLps point) const;

    // ---- window and slab
    [[nodiscard]] Window window() const { return m_window; }
    void setWindow(Window window);
    [[nodiscard]] std::optional<WindowPreset> preset() const;  ///< The one in force, if any.
    /// 0…9; false when the key has no preset for this volume.
    bool applyPreset(int key);
    void toggleInvert();
    /// The window that shows the values in a box of the picture: 1st to 99th
    /// percentile. False when no value lies there. `a` and `b` are opposite
    /// corners in the plane of `plane`.
    bool windowFromRegion(ViewPlane plane, PointLps a, PointLps b);
    [[nodiscard]] Slab slab() const { return m_slab; }
    void setSlab(Slab slab);
    /// One step thinner (−1) or thicker (+1) along 0, 1, 2, 3, 5, 8, 10, 15, 20
    /// mm.
    void stepSlab(int direction);

    // ---- views
    [[nodiscard]] const ViewState& view(ViewPlane plane) const;
    void setView(ViewPlane plane, const ViewState& state);
    /// Along any directions (made perpendicular); for oblique looks.
    void setDirections(ViewPlane plane, ViewDirections directions);
    void fit(ViewPlane plane);  ///< The whole volume.
    /// One voxel of the finer in-plane axis on one device pixel.
    void oneToOne(ViewPlane plane, QSize viewSize, double devicePixelRatio);
    void toggleFlip(ViewPlane plane);
    /// Turns the picture by 90 degrees clockwise about its middle.
    void turnQuarter(ViewPlane plane);
    /// Turns the crosshair seen on `about` by degrees (clockwise as seen): the
    /// two other views become oblique, the cursor stays where it is in each of
    /// them.
    void rotateCrosshair(ViewPlane about, double degrees);
    /// True while a view is not along the grid.
    [[nodiscard]] bool isOblique() const;
    /// Moves the picture by logical pixels.
    void panBy(ViewPlane plane, QPointF pixels, QSize viewSize);
    /// Zooms so that the patient point under `anchor` stays where it is; factor >
    /// 1 = closer.
    void zoomBy(ViewPlane plane, double factor, QPointF anchor, QSize viewSize);
    /// Cursor to the place and every view centred on it, `fieldMm` along the
    /// shorter side.
    void showSpot(PointLps place, double fieldMm);
    /// Opening fit, standard directions, no flip, opening window, no slab, cursor
    /// to the centre.
    void resetViews();
    /// Plane of a view in logical pixels. @pre volume().
    [[nodiscard]] SlicePlane planeOf(ViewPlane plane, QSize viewSize) const;

    [[nodiscard]] ViewPlane activePlane() const { return m_activePlane; }
    void setActivePlane(ViewPlane plane);

    // ---- tool
    [[nodiscard]] Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    [[nodiscard]] MouseProfile mouseProfile() const { return m_profile; }
    void setMouseProfile(MouseProfile profile);
    [[nodiscard]] ColourMap colourMap() const { return m_colours; }
    void setColourMap(ColourMap colours);
    /// Bq/mL × factor = SUV; 0 = not known. Values in Bq/mL are then given in SUV
    /// as well.
    [[nodiscard]] double suvFactor() const { return m_suvFactor; }
    void setSuvFactor(double factor);
    [[nodiscard]] const Fusion& fusion() const { return m_fusion; }
    void setFusion(const Fusion& fusion);

    /// Key images; the star toggles the picture that is looked at.
    [[nodiscard]] const std::vector<KeyImage>& keyImages() const { return m_keyImages; }
    void toggleKeyImage(ViewPlane plane);
    void showKeyImage(int id);
    void removeKeyImage(int id);
    /// Puts kept ones in the place of what is there; they are numbered from 1.
    void setKeyImages(std::vector<KeyImage> images);

    /// Radius of the brush, mm, 0.5..25.
    [[nodiscard]] double brushMm() const { return m_brushMm; }
    void setBrushMm(double mm);
    [[nodiscard]] bool crosshairShown() const { return m_crosshair; }
    void setCrosshairShown(bool shown);

    // ---- marks and measurements, all undoable
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }
    [[nodiscard]] const std::vector<NodeMark>& marks() const { return m_marks; }
    /// Gives the new mark's number: the one set by `setNextMark` (its earlier
    /// mark moves), else the lowest free one.
    int addMark(PointLps place);
    /// The number of the node that is being called; 0 = the lowest free one.
    void setNextMark(int number) { m_nextMark = number; }
    void moveMark(int number, PointLps place);
    void removeMark(int number);
    [[nodiscard]] int activeMark() const { return m_activeMark; }  ///< 0 = none.
    void setActiveMark(int number);

    [[nodiscard]] const std::vector<Measurement>& measurements() const { return m_measurements; }
    /// Gives the id. A Pair takes the place of the active mark's earlier one.
    int addMeasurement(Measurement measurement);
    void changeMeasurement(const Measurement& measurement);  ///< By id.
    void removeMeasurement(int id);
    /// Puts kept measurements in the place of what is there; not undoable.
    void setMeasurements(std::vector<Measurement> measurements);
    /// The pair of a mark; nothing when none is drawn.
    [[nodiscard]] const Measurement* pairOf(int markNumber) const;
    /// Draws no more marks and measurements by hand: after a commit.
    [[nodiscard]] bool readOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    // ---- overlays
    [[nodiscard]] const OverlaySet& overlays() const { return m_overlays; }
    void setOverlays(OverlaySet overlays);
    void setRoleShown(OverlayRole role, bool shown);
    [[nodiscard]] bool roleShown(OverlayRole role) const;

Q_SIGNALS:
    void volumeChanged();
    void cursorChanged();
    void windowChanged();
    void slabChanged();
    void viewChanged(nodewise::viewer::ViewPlane plane);
    void activePlaneChanged();
    void toolChanged();
    void marksChanged();
    void markAdded(int number);
    void activeMarkChanged();
    void measurementsChanged();
    void overlaysChanged();
    void brushChanged();
    void colourChanged();
    void keyImagesChanged();
    void nodeWanted(const nodewise::PointLps& place);
    /// A stroke of the brush on a picture with this normal.
    void brushed(const std::vector<nodewise::PointLps>& path, const nodewise::VectorLps& normal,
                 bool erase);
    /// A closed line was drawn on a picture with this normal.
    void outlineDrawn(const std::vector<nodewise::PointLps>& line,
                      const nodewise::VectorLps& normal);
    /// Any of the above that changes what is painted.
    void pictureChanged();

private:
    friend class ChangeMarks;
    friend class ChangeMeasurements;
    void replaceMarks(const std::vector<NodeMark>& marks);
    void replaceMeasurements(const std::vector<Measurement>& measurements);
    [[nodiscard]] ViewState& state(ViewPlane plane);
    [[nodiscard]] Window openingWindow() const;
    [[nodiscard]] ViewState openingView(ViewPlane plane) const;

    VolumePtr m_volume;
    std::optional<Window> m_stored;
    std::optional<BodyExtent> m_body;
    PointLps m_cursor;
    Window m_window;
    Slab m_slab;
    std::array<ViewState, 3> m_views;
    ViewPlane m_activePlane = ViewPlane::Axial;
    Tool m_tool = Tool::Window;
    bool m_crosshair = true;
    bool m_readOnly = false;
    double m_brushMm = 2;
    MouseProfile m_profile = MouseProfile::WindowLeft;
    ColourMap m_colours = ColourMap::Gray;
    Fusion m_fusion;
    double m_suvFactor = 0;
    std::vector<KeyImage> m_keyImages;
    int m_nextKeyImage = 1;
    std::vector<NodeMark> m_marks;
    int m_activeMark = 0;
    int m_nextMark = 0;
    std::vector<Measurement> m_measurements;
    int m_nextMeasurement = 1;
    OverlaySet m_overlays;
    QUndoStack m_undo;
};

}  // namespace nodewise::viewer
