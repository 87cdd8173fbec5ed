#include "ui/viewer/viewer_undo.h"
#include <algorithm>

namespace nodewise::viewer {

ChangeMarks::ChangeMarks(ViewerModel& model, std::vector<NodeMark> after, const QString& text)
    : QUndoCommand(text)
    , m_model(model)
    , m_before(model.marks())
    , m_after(std::move(after)) {}

void ChangeMarks::undo() {
    m_model.replaceMarks(m_before);
}

void ChangeMarks::redo() {
    m_model.replaceMarks(m_after);
}

ChangeMeasurements::ChangeMeasurements(ViewerModel& model, std::vector<Measurement> after,
                                       const QString& text)
    : QUndoCommand(text)
    , m_model(model)
    , m_before(model.measurements())
    , m_after(std::move(after)) {}

void ChangeMeasurements::undo() {
    m_model.replaceMeasurements(m_before);
}

void ChangeMeasurements::redo() {
    m_model.replaceMeasurements(m_after);
}

// ---- the model's side --------------------------------------------------------------------------

void ViewerModel::replaceMarks(const std::vector<NodeMark>& marks) {
    const std::vector<NodeMark> before = m_marks;
    m_marks = marks;
    Q_EMIT marksChanged();
    const auto known = [](const std::vector<NodeMark>& list, int number) {
        return std::ranges::any_of(list, [=](const NodeMark& m) { return m.number == number; });
    };
    for (const NodeMark& mark : marks)
        if (!known(before, mark.number)) {
            Q_EMIT markAdded(mark.number);
            setActiveMark(mark.number);
        }
    if (!known(m_marks, m_activeMark))
        setActiveMark(m_marks.empty() ? 0 : m_marks.back().number);
}

void ViewerModel::replaceMeasurements(const std::vector<Measurement>& measurements) {
    m_measurements = measurements;
    Q_EMIT measurementsChanged();
}

int ViewerModel::addMark(PointLps place) {
    const auto taken = [this](int wanted) {
        return std::ranges::any_of(m_marks, [=](const NodeMark& m) { return m.number == wanted; });
    };
    int number = std::max(1, m_nextMark);
    if (m_nextMark > 0 && taken(number)) {
        moveMark(number, place);
        return number;
    }
    while (taken(number))
        ++number;
    std::vector<NodeMark> after = m_marks;
    after.push_back({number, place});
    m_undo.push(new ChangeMarks(*this, std::move(after), tr("Mark node %1").arg(number)));
    return number;
}

void ViewerModel::moveMark(int number, PointLps place) {
    std::vector<NodeMark> after = m_marks;
    for (NodeMark& mark : after)
        if (mark.number == number)
            mark.place = place;
    m_undo.push(new ChangeMarks(*this, std::move(after), tr("Move mark %1").arg(number)));
}

void ViewerModel::removeMark(int number) {
    std::vector<NodeMark> after = m_marks;
    std::erase_if(after, [=](const NodeMark& m) { return m.number == number; });
    if (after.size() == m_marks.size())
        return;
    const QString text = tr("Remove mark %1").arg(number);
    m_undo.beginMacro(text);
    if (const Measurement* pair = pairOf(number))
        removeMeasurement(pair->id);
    m_undo.push(new ChangeMarks(*this, std::move(after), text));
    m_undo.endMacro();
}

void ViewerModel::setActiveMark(int number) {
    if (number == m_activeMark)
        return;
    m_activeMark = number;
    Q_EMIT activeMarkChanged();
}

int ViewerModel::addMeasurement(Measurement measurement) {
    measurement.id = m_nextMeasurement++;
    std::vector<Measurement> after = m_measurements;
    if (measurement.kind == MeasurementKind::Pair) {
        measurement.markNumber = m_activeMark;
        std::erase_if(after, [&](const Measurement& m) {
            return m.kind == MeasurementKind::Pair && m.markNumber == measurement.markNumber;
        });
    }
    const int id = measurement.id;
    after.push_back(std::move(measurement));
    m_undo.push(new ChangeMeasurements(*this, std::move(after), tr("Measure")));
    return id;
}

void ViewerModel::changeMeasurement(const Measurement& measurement) {
    std::vector<Measurement> after = m_measurements;
    for (Measurement& m : after)
        if (m.id == measurement.id)
            m = measurement;
    m_undo.push(new ChangeMeasurements(*this, std::move(after), tr("Change measurement")));
}

void ViewerModel::removeMeasurement(int id) {
    std::vector<Measurement> after = m_measurements;
    std::erase_if(after, [=](const Measurement& m) { return m.id == id; });
    if (after.size() != m_measurements.size())
        m_undo.push(new ChangeMeasurements(*this, std::move(after), tr("Remove measurement")));
}

void ViewerModel::setMeasurements(std::vector<Measurement> measurements) {
    for (Measurement& measurement : measurements)
        measurement.id = m_nextMeasurement++;
    replaceMeasurements(measurements);
}

const Measurement* ViewerModel::pairOf(int markNumber) const {
    for (const Measurement& m : m_measurements)
        if (m.kind == MeasurementKind::Pair && m.markNumber == markNumber)
            return &m;
    return nullptr;
}

}  // namespace nodewise::viewer
