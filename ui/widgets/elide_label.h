/// elide_label.h: one line of text that gives way; the whole stays in tooltip and accessible name.
#pragma once
#include "ui/widgets/type_scale.h"
#include <QWidget>

namespace nodewise::widgets {

class ElideLabel final : public QWidget {
    Q_OBJECT
public:
    ElideLabel(TextStyle style, TextTone tone, QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Middle at first.
    void setElideMode(Qt::TextElideMode mode);
    /// Whether the text is cut at the present width.
    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void tell();
    QString m_text;
    TextStyle m_style;
    TextTone m_tone;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

}  // namespace nodewise::widgets
