/// teaching_view.h: what a case teaches, after its last call: text, citations, cards to read on.
#pragma once
#include <QWidget>

namespace nodewise::casepack {
struct Teaching;
}

namespace nodewise::remedies {

class RemedyPictures;

/// "What this case teaches", the text, its sources and a folded card for each remedy. Object names:
/// "teachingText", "teachingSources", and those of RemedyCardView.
class TeachingView final : public QWidget {
    Q_OBJECT
public:
    /// `pictures` may be null.
    TeachingView(const casepack::Teaching& teaching, RemedyPictures* pictures,
                 QWidget* parent = nullptr);
};

}  // namespace nodewise::remedies
