#include "ui/viewer/image_tools.h"
#include "ui/text/number_text.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_habits.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>

namespace nodewise::viewer {

using widgets::ToolButton;

namespace {

/// Ten pictures a second: a speed at which a neck can be followed.
constexpr int kCineMs = 100;

struct SlabRow {
    SlabMode mode;
    double mm;
};
constexpr double kBrushesMm[] = {1, 2, 4, 6, 8, 12, 20};
constexpr SlabRow kSlabs[] = {{SlabMode::None, 0}, {SlabMode::Mean, 2}, {SlabMode::Mean, 3},
                              {SlabMode::Mean, 5}, {SlabMode::Mip, 5},  {SlabMode::Mip, 10},
                              {SlabMode::Mip, 20}, {SlabMode::MinIp, 5}};

QString slabWords(const SlabRow& slab) {
    const QString mm = text::millimetres(slab.mm, 0);
    switch (slab.mode) {
    case SlabMode::None:
        break;
    case SlabMode::Mean:
        return ImageTools::tr("%1 mean").arg(mm);
    case SlabMode::Mip:
        return ImageTools::tr("%1 maximum").arg(mm);
    case SlabMode::MinIp:
        return ImageTools::tr("%1 minimum").arg(mm);
    }
    return ImageTools::tr("No slab");
}

}  // namespace

ImageTools::ImageTools(ViewerModel& viewerModel, PlaneLayout& layout, QWidget* parent)
    : QFrame(parent)
    , m_viewer(viewerModel)
    , m_layout(layout)
    , m_tools(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("tools"));
    setAccessibleName(tr("Image tools"));
    setFixedHeight(44);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    addTools(row);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    addSlab(row);
    row->addStretch(1);
    addView(row);
    addMore(row);
    m_cineTimer.setInterval(kCineMs);
    connect(&m_cineTimer, &QTimer::timeout, this, &ImageTools::stepCine);
    connect(&m_viewer, &ViewerModel::toolChanged, this, &ImageTools::showTool);
    connect(&m_viewer, &ViewerModel::slabChanged, this, &ImageTools::showSlab);
    connect(&m_viewer, &ViewerModel::volumeChanged, this, [this] { playCine(false); });
    connect(&m_viewer, &ViewerModel::windowChanged, this,
            [this] { m_invert->setChecked(m_viewer.window().inverted); });
    connect(&ViewerHabits::instance(), &ViewerHabits::changed, this, &ImageTools::showKeys);
    showTool();
    showSlab();
    showKeys();
}

QWidget* ImageTools::firstControl() const {
    return m_tools->buttons().first();
}

void ImageTools::setCompact(bool compact) {
    m_slab->setVisible(!compact && m_outlining.front()->isHidden());
}

void ImageTools::setMarking(bool marking) {
    m_mark->setVisible(marking);
}

ToolButton* ImageTools::addButton(QHBoxLayout* row, const QString& name, const QString& iconName,
                                  const QString& words, const QString& key) {
    auto* button = new ToolButton(name, iconName, words, key, this);
    row->addWidget(button);
    return button;
}

ToolButton* ImageTools::addTool(QHBoxLayout* row, const QString& iconName, const QString& words,
                                const QString& key, Tool tool) {
    ToolButton* button = addButton(row, iconName + QStringLiteral("Tool"), iconName, words, key);
    button->setCheckable(true);
    m_tools->addButton(button, static_cast<int>(tool));
    connect(button, &QToolButton::clicked, this, [this, tool] { m_viewer.setTool(tool); });
    return button;
}

void ImageTools::addTools(QHBoxLayout* row) {
    addTool(row, QStringLiteral("scroll"), tr("Scroll"), {}, Tool::Scroll);
    addTool(row, QStringLiteral("window"), tr("Window"), {}, Tool::Window);
    m_rarer << addTool(row, QStringLiteral("pan"), tr("Pan"), {}, Tool::Pan)
            << addTool(row, QStringLiteral("zoom"), tr("Zoom"), {}, Tool::Zoom);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    addOutlining(row);
    m_mark = addTool(row, QStringLiteral("plus"), tr("Mark the node"),
                     tr("Insert", "name of the key"), Tool::Mark);
    m_keyed << qMakePair(
        addTool(row, QStringLiteral("pair"), tr("Short and long axis"), {}, Tool::Pair),
        ViewerCommand::PairTool);
    addTool(row, QStringLiteral("ruler"), tr("Ruler"), {}, Tool::Ruler);
    m_rarer << addTool(row, QStringLiteral("angle"), tr("Angle"), {}, Tool::Angle)
            << addTool(row, QStringLiteral("ellipse"), tr("Mean in an ellipse"), {}, Tool::Ellipse)
            << addTool(row, QStringLiteral("probe"), tr("Value at a point"), {}, Tool::Probe);
}

void ImageTools::addOutlining(QHBoxLayout* row) {
    auto* node = addTool(row, QStringLiteral("measure"), tr("Outline a node by a click"),
                         QStringLiteral("O"), Tool::Node);
    auto* brush = addTool(row, QStringLiteral("brush"), tr("Brush; with Shift it takes away"),
                          QStringLiteral("B"), Tool::Brush);
    m_brush =
        new widgets::ComboBox(QStringLiteral("brushCombo"), tr("Diameter of the brush"), this);
    for (const double mm : kBrushesMm)
        m_brush->addItem(text::millimetres(mm, 0), mm);
    m_brush->setCompact(true);
    m_brush->setFixedWidth(84);
    m_brush->setCurrentIndex(m_brush->findData(2 * m_viewer.brushMm()));
    row->addWidget(m_brush);
    connect(m_brush, &QComboBox::activated, this, [this] {
        m_viewer.setBrushMm(m_brush->currentData().toDouble() / 2);
        m_viewer.setTool(Tool::Brush);
    });
    connect(&m_viewer, &ViewerModel::brushChanged, this,
            [this] { m_brush->setCurrentIndex(m_brush->findData(2 * m_viewer.brushMm())); });
    m_outlining = {node, brush, m_brush};
    for (QWidget* widget : m_outlining)
        widget->hide();
}

void ImageTools::setOutlining(bool outlining) {
    for (QWidget* widget : m_outlining)
        widget->setVisible(outlining);
    for (QWidget* widget : m_rarer)
        widget->setVisible(!outlining);
    m_slab->setVisible(!outlining);
    for (QAction* action : m_menu->actions())
        if (action->property("rarer").toBool())
            action->setVisible(outlining);
}

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

/// The slab once more: a bar with outlining tools has no room for its list.
void ImageTools::addSlabs() {
    QMenu* menu = m_menu->addMenu(tr("Slab"));
    menu->setObjectName(QStringLiteral("slabMenu"));
    for (int row = 0; row < static_cast<int>(std::size(kSlabs)); ++row) {
        QAction* action = menu->addAction(slabWords(kSlabs[row]));
        action->setObjectName(QStringLiteral("slabAction_%1").arg(row));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, row] {
            takeSlab(row);
            showSlab();  // Also where nothing changed: the tick stays.
        });
        m_slabActions << action;
    }
}

void ImageTools::showKeys() {
    for (const auto& [button, command] : m_keyed)
        button->setKey(keyText(ViewerHabits::instance().keys().key(command)));
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

void ImageTools::addSlab(QHBoxLayout* row) {
    m_slab = new widgets::ComboBox(QStringLiteral("slabCombo"), tr("Slab"), this);
    for (const SlabRow& slab : kSlabs)
        m_slab->addItem(slabWords(slab));
    m_slab->setCompact(true);
    m_slab->setFixedWidth(132);
    auto* thicker =
        addButton(row, QStringLiteral("slabTool"), QStringLiteral("slab"), tr("Thicker slab"), {});
    m_keyed << qMakePair(thicker, ViewerCommand::SlabThicker);
    connect(thicker, &QToolButton::clicked, this, [this] { m_viewer.stepSlab(1); });
    row->addSpacing(4);
    row->addWidget(m_slab);
    row->addSpacing(4);
    m_crosshair = addButton(row, QStringLiteral("crosshairTool"), QStringLiteral("crosshair"),
                            tr("Lines of the other planes"), {});
    m_crosshair->setCheckable(true);
    m_crosshair->setChecked(m_viewer.crosshairShown());
    m_rarer << thicker;
    m_cine = addButton(row, QStringLiteral("cineTool"), QStringLiteral("cine"),
                       tr("Play through the slices"), {});
    m_cine->setCheckable(true);
    connect(m_slab, &QComboBox::activated, this, &ImageTools::takeSlab);
    connect(m_crosshair, &QToolButton::toggled, &m_viewer, &ViewerModel::setCrosshairShown);
    connect(m_cine, &QToolButton::toggled, this, &ImageTools::playCine);
}

void ImageTools::addView(QHBoxLayout* row) {
    m_invert =
        addButton(row, QStringLiteral("invertTool"), QStringLiteral("invert"), tr("Invert"), {});
    m_invert->setCheckable(true);
    auto* flip = addButton(row, QStringLiteral("flipTool"), QStringLiteral("flip"),
                           tr("Flip left to right"), {});
    auto* fit = addButton(row, QStringLiteral("fitTool"), QStringLiteral("fit"), tr("Fit"), {});
    auto* reset = addButton(row, QStringLiteral("resetTool"), QStringLiteral("reset"),
                            tr("Reset the views"), {});
    m_keyed << qMakePair(m_invert, ViewerCommand::Invert) << qMakePair(fit, ViewerCommand::Fit)
            << qMakePair(reset, ViewerCommand::Reset);
    row->addSpacing(4);
    row->addWidget(widgets::makeSeparator(this));
    row->addSpacing(4);
    m_undo = addButton(row, QStringLiteral("undoTool"), QStringLiteral("undo"), tr("Undo"),
                       tr("Ctrl Z"));
    auto* layout = addButton(row, QStringLiteral("layoutTool"), QStringLiteral("layout"),
                             tr("One view or three"), QString());
    m_undo->setEnabled(false);
    connect(m_invert, &QToolButton::clicked, &m_viewer, &ViewerModel::toggleInvert);
    connect(flip, &QToolButton::clicked, this,
            [this] { m_viewer.toggleFlip(m_viewer.activePlane()); });
    connect(fit, &QToolButton::clicked, this, [this] { m_viewer.fit(m_viewer.activePlane()); });
    connect(reset, &QToolButton::clicked, &m_viewer, &ViewerModel::resetViews);
    connect(m_undo, &QToolButton::clicked, m_viewer.undoStack(), &QUndoStack::undo);
    connect(m_viewer.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QToolButton::setEnabled);
    connect(layout, &QToolButton::clicked, this, [this] {
        const bool one = m_layout.viewLayout() == ViewLayout::One;
        m_layout.setViewLayout(one ? ViewLayout::OnePlusTwo : ViewLayout::One);
    });
}

void ImageTools::showTool() {
    auto* button = m_tools->button(static_cast<int>(m_viewer.tool()));
    // A tool of the menu has no button: then none is down.
    m_tools->setExclusive(false);
    for (QAbstractButton* other : m_tools->buttons())
        other->setChecked(other == button);
    m_tools->setExclusive(true);
}

void ImageTools::showSlab() {
    const Slab slab = m_viewer.slab();
    int row = -1;
    for (int i = 0; i < static_cast<int>(std::size(kSlabs)); ++i) {
        const bool none = slab.mode == SlabMode::None || slab.thicknessMm <= 0;
        const SlabRow& candidate = kSlabs[i];
        if ((none && candidate.mode == SlabMode::None) ||
            (!none && candidate.mode == slab.mode && qFuzzyCompare(candidate.mm, slab.thicknessMm)))
            row = i;
    }
    m_slab->setCurrentIndex(row);
    for (int i = 0; i < m_slabActions.size(); ++i)
        m_slabActions[i]->setChecked(i == row);
    // A thickness stepped to by key that is not in the list stands in the corner
    // of the picture.
    m_slab->setPlaceholderText(text::millimetres(slab.thicknessMm, 0));
}

void ImageTools::takeSlab(int row) {
    const SlabRow& slab = kSlabs[row];
    m_viewer.setSlab({slab.mode, slab.mm});
}

void ImageTools::playCine(bool playing) {
    m_cine->setChecked(playing);
    if (playing && m_viewer.volume())
        m_cineTimer.start();
    else
        m_cineTimer.stop();
}

void ImageTools::stepCine() {
    const auto plane = m_viewer.activePlane();
    const auto at = m_viewer.sliceNumber(plane);
    if (at.number + m_cineStep < 1 || at.number + m_cineStep > at.count)
        m_cineStep = -m_cineStep;
    m_viewer.stepSlices(plane, m_cineStep);
}

}  // namespace nodewise::viewer
