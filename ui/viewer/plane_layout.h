/// plane_layout.h: the three linked views side by side, and one of them alone.
#pragma once
#include "ui/viewer/view_plane.h"
#include "ui/viewer/viewer_keys.h"
#include <QList>
#include <QWidget>
#include <array>

class QKeyEvent;

namespace nodewise::viewer {

class SliceView;
class ViewerModel;

enum class ViewLayout {
    One,          ///< One view.
    OnePlusTwo,   ///< One large, two small over each other (the reading layout).
    TwoByTwo,     ///< Three views and the 3-D view.
    OnePlusSolid  ///< One large, a small one over the 3-D view.
};

/// Axial large, coronal over sagittal; A S D bring another plane to the large place, Space or a
/// double click shows one view alone and back. objectName: planeLayout.
class PlaneLayout : public QWidget {
    Q_OBJECT
public:
    explicit PlaneLayout(ViewerModel* model, QWidget* parent = nullptr);

    void setViewLayout(ViewLayout layout);
    [[nodiscard]] ViewLayout viewLayout() const { return m_layout; }
    /// Those that can be shown: two of them need a 3-D view.
    [[nodiscard]] QList<ViewLayout> layouts() const;
    /// The one after this; after the last the first.
    void nextLayout();
    /// The plane in the large place.
    void setLargePlane(ViewPlane plane);
    [[nodiscard]] ViewPlane largePlane() const { return m_large; }
    void setMaximised(bool maximised);
    [[nodiscard]] bool maximised() const { return m_maximised; }
    /// The widget at the lower right of TwoByTwo; taken over. Null removes it.
    void setFourthView(QWidget* widget);
    [[nodiscard]] QWidget* fourthView() const { return m_fourth; }
    /// Width of the column of small views in OnePlusTwo (300; 236 in a small window).
    void setSmallColumnWidth(int pixels);

    [[nodiscard]] SliceView* view(ViewPlane plane) const;
    [[nodiscard]] SliceView* activeView() const;
    /// For screens that own the keyboard: true when the key was one of the viewer's and was done.
    bool handleKey(const QKeyEvent& event);

Q_SIGNALS:
    void viewLayoutChanged();
    /// Another widget was given or taken: other layouts can be shown.
    void layoutsChanged();
    /// A key was pressed for what the bar of tools does: Cine, CopyPicture.
    void commandRequested(nodewise::viewer::ViewerCommand command);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void maximiseSender();
    void followPlaneRequest(ViewPlane plane);

    ViewerModel* m_model;
    std::array<SliceView*, 3> m_views{};
    QWidget* m_fourth = nullptr;
    ViewLayout m_layout = ViewLayout::OnePlusTwo;
    ViewPlane m_large = ViewPlane::Axial;
    bool m_maximised = false;
    int m_smallWidth = 300;
};

}  // namespace nodewise::viewer
