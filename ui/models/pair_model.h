/// pair_model.h: "which of these two has ENE?", from the reader's own earlier calls.
#pragma once
#include "session/pair_drill.h"
#include "ui/models/case_library.h"
#include "ui/models/learner.h"
#include <QObject>
#include <array>
#include <optional>

namespace nodewise::models {

enum class PairState {
    Nothing,  ///< No pair: too few calls, or all were compared.
    Opening,
    Looking,  ///< Both pictures are there; nothing says which.
    Truth     ///< Chosen and shown.
};

class PairModel final : public QObject {
    Q_OBJECT
public:
    /// All outlive the model.
    PairModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
              jobs::JobRunner& jobs, QObject* parent = nullptr);

    [[nodiscard]] PairState state() const { return m_state; }
    /// Draws the next pair and opens both cases.
    void next();
    /// The place of the node is the reader's own mark. Null while not opened.
    [[nodiscard]] VolumePtr volume(int side) const { return m_volumes[std::size_t(side)]; }
    [[nodiscard]] const session::CallRecord* call(int side) const;
    /// "Left IIa, case 27"
    [[nodiscard]] QString title(int side) const;
    /// Looking only.
    void choose(bool second);
    /// Truth only: "G2, you said 12 % then".
    [[nodiscard]] QString reference(int side) const;
    [[nodiscard]] std::optional<bool> right() const;
    /// "7 of 9 pairs so far"
    [[nodiscard]] QString score() const;
    /// What stands in place of a pair.
    [[nodiscard]] QString nothing() const;

Q_SIGNALS:
    void changed();
    void problem(const nodewise::Error& error);

private:
    [[nodiscard]] Result<session::ActivityId> activity();
    void open(int side);

    Learner& m_learner;
    CaseLibrary& m_library;
    ReadingServices& m_services;
    jobs::JobRunner& m_jobs;
    std::optional<session::PairDrill> m_drill;
    std::array<VolumePtr, 2> m_volumes;
    PairState m_state = PairState::Nothing;
    Timestamp m_since;
    int m_generation = 0;
};

}  // namespace nodewise::models
