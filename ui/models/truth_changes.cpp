#include "ui/models/truth_changes.h"

namespace nodewise::models {

TruthChanges::TruthChanges(Learner& learner, Group& group, CaseLibrary& library,
                           ReadingServices& own, ServicesFor services, jobs::JobRunner& jobs,
                           QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_group(group)
    , m_library(library)
    , m_services(std::move(services))
    , m_jobs(jobs)
    , m_own(learner.store(), library, own, jobs) {
    connect(&m_own, &Rescoring::rescored, this, &TruthChanges::ownRescored);
    connect(&m_own, &Rescoring::finished, &m_learner, &Learner::refresh);
    connect(&m_group, &Group::imported, this, [this] {
        if (reachGroup())
            m_ofGroup->forget({});
    });
    // Also after a run: what was imported meanwhile.
    connect(&m_group, &Group::changed, this, &TruthChanges::checkGroup);
}

void TruthChanges::check() {
    m_own.check({m_learner.profile(), [this] { return m_learner.allCalls(); }});
    checkGroup();
}

bool TruthChanges::reachGroup() {
    if (m_ofGroup)
        return true;
    progress::ProgressStore* store = m_group.store();
    if (!store)
        return false;
    m_groupServices = m_services(*store);
    m_ofGroup = std::make_unique<Rescoring>(*store, m_library, *m_groupServices, m_jobs);
    connect(m_ofGroup.get(), &Rescoring::rescored, this, &TruthChanges::groupRescored);
    connect(m_ofGroup.get(), &Rescoring::finished, &m_group, &Group::reload);
    return true;
}

void TruthChanges::checkGroup() {
    if (reachGroup())
        m_ofGroup->check({std::nullopt, [this] { return m_group.calls(); }});
}

}  // namespace nodewise::models
