/// viewing_note.h: what stands in place of the call for a series without a case.
#pragma once
#include <QFrame>

namespace nodewise::read {

class ViewingNote final : public QFrame {
    Q_OBJECT
public:
    explicit ViewingNote(QWidget* parent = nullptr);

Q_SIGNALS:
    void casesRequested();
};

}  // namespace nodewise::read
