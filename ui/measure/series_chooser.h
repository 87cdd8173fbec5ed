/// series_chooser.h: the series of a folder with a small picture each.
#pragma once
#include "ui/models/import_model.h"
#include <QWidget>

class QVBoxLayout;

namespace nodewise::widgets {
class ActionRow;
}

namespace nodewise::measure_screen {

/// One row a series: picture, name, modality, images, thickness. objectName: seriesChooser, rows
/// series_0 ….
class SeriesChooser final : public QWidget {
    Q_OBJECT
public:
    explicit SeriesChooser(models::ImportModel& import, QWidget* parent = nullptr);
    /// Shows what was found; the first row takes the focus.
    void showFound();

Q_SIGNALS:
    void chosen(int index);
    void cancelled();

private:
    void takePicture(int index, const QImage& picture);

    models::ImportModel& m_import;
    QVBoxLayout* m_column;
    QList<widgets::ActionRow*> m_rows;
};

}  // namespace nodewise::measure_screen
