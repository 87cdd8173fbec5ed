// What the Measure place shows of its models: pages, header, outlines, the 3-D view, SUV.
#include "ui/measure/arriving_page.h"
#include "ui/measure/compare_pane.h"
#include "ui/measure/measure_overlays.h"
#include "ui/measure/measure_screen.h"
#include "ui/measure/outline_column.h"
#include "ui/measure/series_chooser.h"
#include "ui/render/surface_view.h"
#include "ui/text/number_text.h"
#include "ui/text/term_text.h"
#include "ui/viewer/drawn_json.h"
#include "ui/viewer/plane_layout.h"
#include "ui/viewer/slice_view.h"
#include "ui/widgets/header_strip.h"
#include <utility>

namespace nodewise::measure_screen {

using viewer::Tool;

void MeasureScreen::showChoice() {
    setCurrentWidget(m_chooser);
    m_chooser->showFound();
}

bool MeasureScreen::isArriving() const {
    return currentWidget() == m_arriving;
}

void MeasureScreen::showArriving(const VolumePtr& slice, const QString& title) {
    m_arriving->showSlice(slice, title);
    setCurrentWidget(m_arriving);
    if (isVisible())
        m_arriving->view()->setFocus(Qt::OtherFocusReason);
}

void MeasureScreen::paintArriving() {
    if (isArriving() && isVisible())
        m_arriving->view()->repaint();
}

/// Back to what was there; a series that has arrived comes right after.
void MeasureScreen::endArriving() {
    setCurrentWidget(m_model.isOpen() ? m_workPage : m_emptyPage);
    m_arriving->clear();
}

void MeasureScreen::showSeries() {
    const auto& volume = m_model.series().volume;
    if (volume != m_viewer.volume())
        m_viewer.setVolume(volume);
    m_surface->setVolume(volume);
    if (!volume) {
        m_surface->clearScene();
        m_compare->hide();
        return setCurrentWidget(m_emptyPage);
    }
    setCurrentWidget(m_workPage);
    m_viewer.setTool(Tool::Node);
    showSuv();
    showHeader();
    showOverlays();
    if (isVisible())
        m_layout->view(viewer::ViewPlane::Axial)->setFocus(Qt::OtherFocusReason);
    if (m_waiting) {
        const auto work = *std::exchange(m_waiting, std::nullopt);
        if (m_model.restore(work))
            viewer::restoreDrawn(m_viewer, work.drawn);
        else
            tell(Error{
                ErrorCode::GridMismatch, "the saved outlines belong to another series", {}, {}});
    }
}

void MeasureScreen::showHeader() {
    const auto& series = m_model.series();
    if (!series.volume)
        return;
    m_header->setTitle(series.title);
    QStringList parts;
    if (series.info)
        parts << QString::fromStdString(series.info->modality);
    parts << text::millimetres(series.volume->geometry().spacing()[2], 2);
    const auto& patient = m_model.patient();
    if (patient.site)
        parts << text::siteName(*patient.site);
    if (patient.p16 != P16Status::Unknown)
        parts << text::p16Name(patient.p16);
    m_header->setGroups({parts, m_suvInputs.isEmpty() ? QStringList() : QStringList{m_suvInputs}});
}

void MeasureScreen::showBeside(const VolumePtr& volume, const QString& title,
                               const dicom::SeriesInfo& info) {
    const auto& first = m_model.series().info;
    const bool sameFrame = first && !first->frameOfReference.empty() &&
                           first->frameOfReference == info.frameOfReference;
    m_layout->setViewLayout(viewer::ViewLayout::One);
    m_compare->showSeries(volume, title, sameFrame);
}

/// PET: the body-weight SUV, when the headers allow it, and what it is worked out from.
void MeasureScreen::showSuv() {
    m_suvInputs.clear();
    const auto& series = m_model.series();
    if (!series.info || series.volume->meaning() != VoxelMeaning::Becquerel)
        return;
    const auto scale = dicom::suvScaleOf(*series.info);
    if (!scale)
        return tell(scale.error());
    m_viewer.setSuvFactor(scale->factor);
    m_suvInputs =
        tr("SUV by body weight: %1 kg, %2 MBq, half-life %3 "
           "min, %4 min to the scan")
            .arg(text::number(scale->weightKg, 1), text::number(scale->doseBq / 1e6, 1),
                 text::number(scale->halfLifeS / 60, 1), text::number(scale->minutesToScan, 1));
}

void MeasureScreen::showOverlays() {
    auto set = overlaysOf(m_model, m_column->hiddenStructures(), m_column->fill());
    set.hidden = m_viewer.overlays().hidden;
    m_viewer.setOverlays(std::move(set));
}

void MeasureScreen::showSurface() {
    const auto* node = m_model.currentNode();
    if (!node || node->slices < 2)
        return m_surface->clearScene();
    if (!m_surface->has3d())
        return;
    m_surface->lookFrom(node->work.side == Side::Right ? -60 : 60, 10);
    m_surface->setScene(sceneOf(m_model));
}

}  // namespace nodewise::measure_screen
