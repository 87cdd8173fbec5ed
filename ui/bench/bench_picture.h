/// bench_picture.h: one picture of the bench: a slice view with its caption.
#pragma once
#include "synthesis/node_piece.h"
#include "ui/viewer/viewer_model.h"
#include <QWidget>
#include <memory>

class QLabel;

namespace nodewise::viewer {
class SliceView;
}

namespace nodewise::bench {

/// Keeps window and place when another picture of the same node comes in. The caption stands below
/// the picture, never on it.
class BenchPicture final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the object name.
    BenchPicture(const QString& name, QWidget* parent);

    /// `title` in text, `caption` dim. Null image: black, and "being drawn".
    void setTexts(const QString& title, const QString& caption);
    /// The next picture is shown at its place, in the opening window.
    void startAnew() { m_anew = true; }
    void setPiece(const std::shared_ptr<const synthesis::NodePiece>& piece, PointLps place,
                  bool outlines);
    void setImage(const VolumePtr& image, PointLps place);
    void setMissing(const QString& sentence);

    [[nodiscard]] viewer::ViewerModel& viewer() { return m_viewer; }
    [[nodiscard]] viewer::SliceView* view() { return m_view; }
    [[nodiscard]] bool hasPicture() const { return m_viewer.volume() != nullptr; }

private:
    void showImage(const VolumePtr& image, PointLps place);

    viewer::ViewerModel m_viewer;
    viewer::SliceView* m_view;
    QWidget* m_foot;
    QLabel *m_title, *m_caption, *m_missing;
    bool m_anew = true;
};

/// Window and slice of all of them move together.
void linkPictures(const std::vector<BenchPicture*>& pictures);

}  // namespace nodewise::bench
