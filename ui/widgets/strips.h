/// strips.h: one-line frames: why there is no answer, and how far long work has come.
#pragma once
#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;

namespace nodewise::widgets {

class Button;
class ElideLabel;

/// 2 px `close` bar at the left, warning icon, one sentence why. Hidden while empty.
class AbstainsStrip final : public QFrame {
    Q_OBJECT
public:
    explicit AbstainsStrip(const QString& sentence = {}, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
};

/// 4 px bar, text and percent above, detail and Cancel below. Cancel shows 300 ms after start().
class ProgressStrip final : public QFrame {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    /// Shows itself at 0 % and starts the 300 ms before Cancel.
    void start(const QString& text);
    /// 0..1; a new `text` replaces the old when not empty.
    void setProgress(double fraction, const QString& text = {});
    void setDetail(const QString& detail);
    /// Hides itself.
    void finish();

Q_SIGNALS:
    void cancelRequested();

private:
    ElideLabel* m_text;
    QLabel* m_percent;
    QProgressBar* m_bar;
    ElideLabel* m_detail;
    Button* m_cancel;
    QTimer m_offerCancel;
};

}  // namespace nodewise::widgets
