/// series_card.h: the series on screen, as a small picture with its spacing and number of images.
#pragma once
#include "volume/ct_volume.h"
#include "volume/window_level.h"
#include <QImage>
#include <QWidget>

class QLabel;

namespace nodewise::read {

/// The picture is the middle of the volume, whatever lies there: it follows no node.
class SeriesCard final : public QWidget {
    Q_OBJECT
public:
    explicit SeriesCard(QWidget* parent = nullptr);
    void setSeries(const VolumePtr& volume, const QString& name, const Window& window);
    void setCompact(bool compact);

private:
    void showPicture();
    QLabel* m_picture;
    QLabel* m_name;
    QLabel* m_facts;
    VolumePtr m_volume;
    Window m_window;
    QSize m_size{132, 92};
};

}  // namespace nodewise::read
