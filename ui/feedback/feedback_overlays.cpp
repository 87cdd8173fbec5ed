#include "ui/feedback/feedback_overlays.h"
#include "ui/feedback/contact_overlays.h"
#include "ui/render/surface_kind.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/paint_lines.h"
#include "ui/widgets/theme.h"
#include <QCoreApplication>
#include <QLinearGradient>
#include <algorithm>
#include <cmath>
#include <functional>

namespace nodewise::feedback_screen {

namespace {

class FeedbackOverlays {
    Q_DECLARE_TR_FUNCTIONS(FeedbackOverlays)
};

using models::GradedCall;
namespace image = widgets::image;
using viewer::Overlay;
using viewer::OverlayRole;
using viewer::OverlaySet;

void addLabels(const GradedCall& graded, OverlaySet& set) {
    if (graded.labels)
        set.labels.push_back({OverlayRole::Capsule,
                              graded.labels,
                              graded.truth.label,
                              viewer::overlayLetter(OverlayRole::Capsule),
                              {}});
    if (!graded.findings || !graded.measured)
        return;
    const auto& measured = *graded.measured;
    if (measured.fat && !measured.fat->stranded.empty())
        set.labels.push_back({OverlayRole::StrandedFat,
                              graded.findings,
                              models::kStrandedLabel,
                              viewer::overlayLetter(OverlayRole::StrandedFat),
                              {}});
    if (measured.necrosis && !measured.necrosis->voxels.empty())
        set.labels.push_back({OverlayRole::Necrosis,
                              graded.findings,
                              models::kNecrosisLabel,
                              viewer::overlayLetter(OverlayRole::Necrosis),
                              {}});
}

void addMargin(const GradedCall& graded, OverlaySet& set) {
    if (!graded.measured || !graded.measured->margin)
        return;
    const auto& margin = *graded.measured->margin;
    viewer::SurfaceOverlay overlay;
    overlay.mesh = std::make_shared<const TriangleMesh>(margin.surface);
    // Where no edge was fitted (another structure, no step) nothing is drawn.
    for (const float width : margin.widthMm)
        overlay.values.push_back(std::isfinite(width) ? static_cast<double>(width) : 0.0);
    overlay.threshold = margin.indistinctWidthMm;
    overlay.letter = viewer::overlayLetter(OverlayRole::MarginWidth);
    set.surfaces.push_back(std::move(overlay));
}

void addLostPlanes(const GradedCall& graded, OverlaySet& set) {
    if (!graded.measured)
        return;
    for (const auto& contact : graded.measured->contacts) {
        // A run of a voxel or two is where any two outlines touch; it would cover the picture.
        if (contact.lostPlane.size() < 2 || contact.lostPlaneMm < 2)
            continue;
        Overlay overlay;
        overlay.role = OverlayRole::LostPlane;
        overlay.points = contact.lostPlane;
        overlay.letter = viewer::overlayLetter(OverlayRole::LostPlane);
        overlay.caption = text::millimetres(contact.lostPlaneMm, 0);
        overlay.reachMm = 2.0;
        set.lines.push_back(std::move(overlay));
    }
}

void addYourMark(const GradedCall& graded, OverlaySet& set) {
    if (!graded.answer.mark)
        return;
    Overlay overlay;
    overlay.role = OverlayRole::YourMark;
    overlay.points = {*graded.answer.mark};
    overlay.caption = FeedbackOverlays::tr("you");
    overlay.reachMm = 4.0;
    set.lines.push_back(std::move(overlay));
}

/// Muscles, vessels and glands are shown; skin and bone would hide the node.
bool isShown(render::SurfaceKind kind) {
    return kind != render::SurfaceKind::Other;
}

/// The structures the node lies against, the largest contact first, at most three: more of them
/// would hide the node.
std::vector<std::string> shownNeighbours(const GradedCall& graded) {
    constexpr std::size_t most = 3;
    if (!graded.measured)
        return {};
    auto contacts = graded.measured->contacts;
    std::erase_if(contacts,
                  [](const auto& c) { return !isShown(render::surfaceKindOf(c.structure)); });
    std::ranges::sort(contacts, std::greater{}, &measure::StructureContact::areaMm2);
    std::vector<std::string> names;
    for (const auto& contact : contacts)
        if (names.size() < most)
            names.push_back(contact.structure);
    return names;
}

bool isNeighbourNode(const GradedCall& graded, LabelValue label) {
    if (!graded.measured)
        return false;
    return std::ranges::any_of(graded.measured->coalescence,
                               [label](const auto& near) { return near.label == label; });
}

void paintHatch(QPainter& painter, const QRectF& box, const QColor& colour) {
    painter.setPen(QPen(colour, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += 5)
        painter.drawLine(
            QPointF(std::max(x, box.left()), box.bottom() - std::max(0.0, box.left() - x)),
            QPointF(std::min(x + box.height(), box.right()),
                    box.top() + std::max(0.0, x + box.height() - box.right())));
}

/// Lines of a sample with the black under-stroke that they have in images: seen on a light chip
/// too.
void strokeOnHalo(QPainter& painter, const QVector<QLineF>& lines, const QPen& pen) {
    painter.setPen(QPen(image::kUnder, pen.widthF() + 2));
    painter.drawLines(lines);
    painter.setPen(pen);
    painter.drawLines(lines);
}

}  // namespace

OverlaySet overlaysOf(const GradedCall& graded) {
    OverlaySet set;
    addLabels(graded, set);
    addMargin(graded, set);
    addLostPlanes(graded, set);
    addContacts(graded, set);
    addBeyond(graded, set);
    addYourMark(graded, set);
    return set;
}

QList<OverlayRole> rolesOf(const OverlaySet& set) {
    QList<OverlayRole> roles;
    for (const OverlayRole role :
         {OverlayRole::Capsule, OverlayRole::MarginWidth, OverlayRole::StrandedFat,
          OverlayRole::LostPlane, OverlayRole::Contact, OverlayRole::Beyond, OverlayRole::Necrosis,
          OverlayRole::YourMark}) {
        const auto hasRole = [role](const auto& overlay) { return overlay.role == role; };
        if (std::any_of(set.lines.begin(), set.lines.end(), hasRole) ||
            std::any_of(set.labels.begin(), set.labels.end(), hasRole) ||
            std::any_of(set.surfaces.begin(), set.surfaces.end(), hasRole))
            roles << role;
    }
    return roles;
}

QString roleName(OverlayRole role, bool brief) {
    switch (role) {
    case OverlayRole::Capsule:
        return FeedbackOverlays::tr("Capsule");
    case OverlayRole::MarginWidth:
        return brief ? FeedbackOverlays::tr("Margin") : FeedbackOverlays::tr("Margin width");
    case OverlayRole::StrandedFat:
        return brief ? FeedbackOverlays::tr("Fat") : FeedbackOverlays::tr("Stranded fat");
    case OverlayRole::LostPlane:
        return brief ? FeedbackOverlays::tr("Plane") : FeedbackOverlays::tr("Lost plane");
    case OverlayRole::Contact:
        return FeedbackOverlays::tr("Contact");
    case OverlayRole::Beyond:
        return brief ? FeedbackOverlays::tr("Beyond") : FeedbackOverlays::tr("Beyond the capsule");
    case OverlayRole::Necrosis:
        return FeedbackOverlays::tr("Necrosis");
    case OverlayRole::YourMark:
        return brief ? FeedbackOverlays::tr("You") : FeedbackOverlays::tr("Your mark");
    case OverlayRole::YourOutline:
    case OverlayRole::Structure:
    case OverlayRole::CoreRuler:
        break;
    }
    return {};
}

void paintRoleSample(QPainter& painter, const QRectF& box, OverlayRole role) {
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = box.center().y();
    const QLineF line(box.left(), middle, box.right(), middle);
    switch (role) {
    case OverlayRole::Capsule:
        strokeOnHalo(painter, {line}, QPen(image::kReference, 1.5));
        break;
    case OverlayRole::MarginWidth: {
        QLinearGradient ramp(box.topLeft(), box.topRight());
        for (int stop = 0; stop <= 4; ++stop)
            ramp.setColorAt(stop / 4.0, image::viridis(stop / 4.0));
        painter.fillRect(QRectF(box.left(), middle - 3, box.width(), 6), image::kUnder);
        painter.fillRect(QRectF(box.left(), middle - 2, box.width(), 4), ramp);
        break;
    }
    case OverlayRole::StrandedFat:
        painter.fillRect(box, image::kUnder);
        paintHatch(painter, box, image::kFat);
        break;
    case OverlayRole::LostPlane:
        strokeOnHalo(painter,
                     {line, QLineF(box.left() + 1, middle - 4, box.left() + 1, middle + 4),
                      QLineF(box.right() - 1, middle - 4, box.right() - 1, middle + 4)},
                     QPen(image::kPlane, 2));
        break;
    case OverlayRole::Contact: {
        QPen dashes(viewer::lookOf(role).colour, 2);
        dashes.setDashPattern({3, 1.5});
        strokeOnHalo(painter, {line}, dashes);
        break;
    }
    case OverlayRole::Beyond:
        strokeOnHalo(painter,
                     {line, QLineF(box.right() - 1, middle - 4, box.right() - 1, middle + 4)},
                     QPen(viewer::lookOf(role).colour, 1.5));
        break;
    case OverlayRole::Necrosis: {
        QPen dots(image::kNecrosis, 1.5);
        dots.setDashPattern({1, 2});
        strokeOnHalo(painter, {line}, dots);
        break;
    }
    case OverlayRole::YourMark:
    case OverlayRole::YourOutline:
    case OverlayRole::Structure:
    case OverlayRole::CoreRuler: {
        const QRectF square(box.center().x() - 4, middle - 4, 8, 8);
        strokeOnHalo(painter,
                     {QLineF(square.topLeft(), square.topRight()),
                      QLineF(square.topRight(), square.bottomRight()),
                      QLineF(square.bottomRight(), square.bottomLeft()),
                      QLineF(square.bottomLeft(), square.topLeft())},
                     QPen(image::kMark, 1.5));
        break;
    }
    }
}

render::SurfaceScene sceneOf(const GradedCall& graded) {
    render::SurfaceScene scene;
    scene.map = graded.labels;
    if (!graded.labels)
        return scene;
    render::SurfaceSource node;
    node.kind = render::SurfaceKind::Node;
    node.label = graded.truth.label;
    if (graded.measured && graded.measured->margin &&
        !graded.measured->margin->surface.vertices.empty()) {
        const auto& margin = *graded.measured->margin;
        node.mesh = std::make_shared<const TriangleMesh>(margin.surface);
        node.values.assign(margin.widthMm.begin(), margin.widthMm.end());
        scene.lineAtMm = margin.indistinctWidthMm;
        scene.rampTitle = FeedbackOverlays::tr("Margin width, mm");
    }
    scene.sources.push_back(std::move(node));
    for (const std::string& name : shownNeighbours(graded))
        if (const auto label = graded.labels->labelNamed(name))
            scene.sources.push_back(
                {render::surfaceKindOf(name), *label, text::structureName(name), {}, nullptr});
    for (const auto& [label, name] : graded.labels->names())
        if (label != graded.truth.label && isNeighbourNode(graded, label))
            scene.sources.push_back({render::SurfaceKind::OtherNode, label, {}, {}, nullptr});
    return scene;
}

double azimuthOf(const GradedCall& graded) {
    // From the node's own side and a little from behind: the muscle does not stand before it.
    return graded.truth.side == Side::Right ? -120.0 : 120.0;
}

}  // namespace nodewise::feedback_screen
