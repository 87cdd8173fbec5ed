// The menu at the end of the bar: what is used now and then.
#include "ui/viewer/image_tools.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slab_choices.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>

namespace nodewise::viewer {

namespace {

QString layoutName(ViewLayout kind) {
    switch (kind) {
    case ViewLayout::One:
        break;
    case ViewLayout::OnePlusTwo:
        return ImageTools::tr("One large, two small");
    case ViewLayout::TwoByTwo:
        return ImageTools::tr("Three planes and 3‑D");
    case ViewLayout::OnePlusSolid:
        return ImageTools::tr("One large, one small and 3‑D");
    }
    return ImageTools::tr("One view");
}

}  // namespace

/// What is used now and then: a menu, so that the bar stays short.
void ImageTools::addMore(QHBoxLayout* row) {
    m_more = addButton(row, QStringLiteral("moreTools"), QStringLiteral("chevron-down"),
                       tr("More tools"), {});
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("moreToolsMenu"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    addMoreTool(QStringLiteral("panAction"), tr("Pan"), Tool::Pan);
    addMoreTool(QStringLiteral("zoomAction"), tr("Zoom"), Tool::Zoom);
    addMoreTool(QStringLiteral("angleAction"), tr("Angle"), Tool::Angle);
    addMoreTool(QStringLiteral("ellipseAction"), tr("Mean in an ellipse"), Tool::Ellipse);
    addMoreTool(QStringLiteral("probeAction"), tr("Value at a point"), Tool::Probe);
    addMoreTool(QStringLiteral("closedLineAction"), tr("Outline by a closed line"), Tool::Outline);
    for (QAction* action : m_menu->actions())
        action->setProperty("rarer", true);
    addMoreTool(QStringLiteral("polygonAction"), tr("Mean in a polygon"), Tool::Polygon);
    addMoreTool(QStringLiteral("autoWindowAction"), tr("Window from a region"), Tool::AutoWindow);
    m_menu->addSeparator();
    const auto add = [this](const QString& name, const QString& words) {
        QAction* action = m_menu->addAction(words);
        action->setObjectName(name);
        return action;
    };
    connect(add(QStringLiteral("turnAction"), tr("Turn by 90°")), &QAction::triggered, this,
            [this] { m_viewer.turnQuarter(m_viewer.activePlane()); });
    connect(add(QStringLiteral("oneToOneAction"), tr("One to one")), &QAction::triggered, this,
            [this] { m_layout.activeView()->execute(ViewerCommand::OneToOne); });
    connect(add(QStringLiteral("keyImageAction"), tr("Star as key image")), &QAction::triggered,
            this, [this] { m_viewer.toggleKeyImage(m_viewer.activePlane()); });
    addLayouts();
    addSlabs();
    addColours();
    addProfiles();
    m_menu->addSeparator();
    connect(add(QStringLiteral("copyPictureAction"), tr("Copy the picture")), &QAction::triggered,
            this, &ImageTools::copyPictureRequested);
    connect(add(QStringLiteral("savePictureAction"), tr("Save the picture")), &QAction::triggered,
            this, &ImageTools::savePictureRequested);
    for (QAction* action : m_menu->actions())
        if (action->property("rarer").toBool())
            action->setVisible(false);
}

/// All layouts by name; the button in the bar goes from one to the next.
void ImageTools::addLayouts() {
    m_layouts = m_menu->addMenu(tr("Layout"));
    m_layouts->setObjectName(QStringLiteral("layoutMenu"));
    const auto refresh = [this] {
        m_layouts->clear();
        for (const ViewLayout kind : m_layout.layouts()) {
            QAction* action = m_layouts->addAction(layoutName(kind));
            action->setObjectName(QStringLiteral("layoutAction_%1").arg(static_cast<int>(kind)));
            action->setCheckable(true);
            action->setChecked(m_layout.viewLayout() == kind);
            connect(action, &QAction::triggered, &m_layout,
                    [this, kind] { m_layout.setViewLayout(kind); });
        }
    };
    connect(&m_layout, &PlaneLayout::layoutsChanged, this, refresh);
    connect(&m_layout, &PlaneLayout::viewLayoutChanged, this, [this] {
        for (QAction* action : m_layouts->actions())
            action->setChecked(
                action->objectName() ==
                QStringLiteral("layoutAction_%1").arg(static_cast<int>(m_layout.viewLayout())));
    });
    refresh();
}

/// The slab once more: a bar with outlining tools has no room for its list.
void ImageTools::addSlabs() {
    QMenu* menu = m_menu->addMenu(tr("Slab"));
    menu->setObjectName(QStringLiteral("slabMenu"));
    for (int row = 0; row < static_cast<int>(kSlabChoices.size()); ++row) {
        QAction* action = menu->addAction(slabWords(kSlabChoices[static_cast<std::size_t>(row)]));
        action->setObjectName(QStringLiteral("slabAction_%1").arg(row));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, row] {
            takeSlab(row);
            showSlab();  // Also where nothing changed: the tick stays.
        });
        m_slabActions << action;
    }
}

void ImageTools::addColours() {
    QMenu* menu = m_menu->addMenu(tr("Colours"));
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& name, const QString& words, ColourMap colours) {
        QAction* action = group->addAction(menu->addAction(words));
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(colours == ColourMap::Gray);
        connect(action, &QAction::triggered, this,
                [this, colours] { m_viewer.setColourMap(colours); });
        connect(&m_viewer, &ViewerModel::colourChanged, action,
                [this, action, colours] { action->setChecked(m_viewer.colourMap() == colours); });
    };
    add(QStringLiteral("grayAction"), tr("Gray"), ColourMap::Gray);
    add(QStringLiteral("hotMetalAction"), tr("Hot metal"), ColourMap::HotMetal);
    add(QStringLiteral("viridisAction"), tr("Viridis"), ColourMap::Viridis);
}

void ImageTools::addProfiles() {
    QMenu* menu = m_menu->addMenu(tr("Mouse"));
    auto* group = new QActionGroup(menu);
    for (const MouseProfile profile : kMouseProfiles) {
        QAction* action = group->addAction(menu->addAction(profileName(profile)));
        action->setObjectName(QStringLiteral("mouse_") + profileWord(profile));
        action->setCheckable(true);
        action->setChecked(profile == m_viewer.mouseProfile());
        connect(action, &QAction::triggered, this,
                [profile] { ViewerHabits::instance().setMouseProfile(profile); });
        connect(&m_viewer, &ViewerModel::toolChanged, action, [this, action, profile] {
            action->setChecked(m_viewer.mouseProfile() == profile);
        });
    }
}

void ImageTools::addMoreTool(const QString& name, const QString& words, Tool tool) {
    QAction* action = m_menu->addAction(words);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, tool] { m_viewer.setTool(tool); });
}

}  // namespace nodewise::viewer
