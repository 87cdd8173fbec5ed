/// segmented_choice.h: one question, a few answers side by side, nothing preselected.
#pragma once
#include <QRadioButton>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

class QLabel;

namespace nodewise::widgets {

class ReasonToggle;

/// One answer. `id` is a code word; the segment's object name is "<objectName of group>_<id>".
struct Segment {
    QString id;
    QString word;    ///< "Smooth"
    QString key;     ///< Printed letter, dim after the word; may be empty.
    QString second;  ///< Second line (grade); may be empty.
};

/// One painted answer; a radio button for assistive technology. Made by SegmentedChoice only.
class SegmentButton final : public QRadioButton {
    Q_OBJECT
public:
    SegmentButton(const Segment& segment, QWidget* parent);
    void setKey(const QString& key);
    void setCursorHere(bool here);
    void setEnds(bool first, bool last);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }

private:
    void paintWords(class QPainter& painter, const struct Theme& theme) const;
    Segment m_segment;
    bool m_cursorHere = false, m_first = false, m_last = false;
};

/// Label row above (16 high, 4 apart), equal segments below: 32 high, 44 with two lines; 28 and 40
/// compact. Left and right move, Space chooses, a second press of the chosen one clears.
class SegmentedChoice final : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedChoice(QWidget* parent = nullptr);

    /// The question. Also the accessible name. Empty hides the label row.
    void setLabel(const QString& label);
    /// Dim text at the right end of the label row, for example "Shift + 0 … 3".
    void setHint(const QString& hint);
    /// @pre objectName is set. Replaces all segments; the choice is cleared.
    void setSegments(const std::vector<Segment>& segments);
    void setSegmentKey(int index, const QString& key);
    void setCompact(bool compact);
    /// Puts a reason toggle at the right end of the label row (once) and gives it back. It is
    /// enabled only while the question is answered.
    ReasonToggle* addReasonToggle();
    [[nodiscard]] ReasonToggle* reasonToggle() const { return m_reason; }

    [[nodiscard]] std::optional<int> chosen() const { return m_chosen; }
    [[nodiscard]] int count() const { return static_cast<int>(m_segments.size()); }
    /// Sets without a signal: for view-model to widget.
    void setChosen(std::optional<int> index);
    /// As a press of the mouse or of the answer's letter: chooses, or clears when already chosen.
    void press(int index);

Q_SIGNALS:
    /// By the user only; the new answer is in `chosen()`.
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    [[nodiscard]] int segmentHeight() const;
    [[nodiscard]] int labelHeight() const;
    void layOut();
    void showChoice();
    void moveCursor(int step);

    QLabel* m_label;
    QLabel* m_hint;
    ReasonToggle* m_reason = nullptr;
    std::vector<SegmentButton*> m_segments;
    std::optional<int> m_chosen;
    int m_cursor = 0;
    bool m_compact = false, m_twoLines = false;
};

}  // namespace nodewise::widgets
