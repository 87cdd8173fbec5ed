#include "ui/models/replay_model.h"
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include "ui/text/number_text.h"
#include <algorithm>

namespace nodewise::models {

namespace {

constexpr int kPicturePixels = 640;

/// Foot and head of the volume along patient z, by its corners.
session::AxialExtent extentOf(const CtVolume& volume) {
    const GridGeometry& grid = volume.geometry();
    const PointLps first = grid.toPatient(grid.indexOf(0)),
                   last = grid.toPatient(grid.indexOf(grid.voxelCount() - 1));
    return {std::min(first.z, last.z), std::max(first.z, last.z)};
}

}  // namespace

ReplayModel::ReplayModel(Learner& learner, CaseLibrary& library, ReadingServices& services,
                         jobs::JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_learner(learner)
    , m_library(library)
    , m_services(services)
    , m_jobs(jobs) {}

void ReplayModel::open(const session::CallId& id) {
    ++m_generation;
    m_replay.reset();
    m_nothing.clear();
    const auto call = m_learner.store().call(id);
    const LibraryEntry* entry = call ? m_library.find(call->ref.pack, call->ref.caseId) : nullptr;
    if (!call || call->trace.path.empty() || !call->answer.mark)
        m_nothing = tr("No path was kept with this call.");
    else if (!entry)
        m_nothing = tr("The pack of this case is no longer on this computer.");
    Q_EMIT changed();
    if (!m_nothing.isEmpty())
        return;
    const int generation = m_generation;
    auto work = [services = &m_services, where = entry->where](JobControl& job) {
        return services->openCase(where, job);
    };
    auto done = [this, generation, call = *call](Result<OpenedCase> opened) {
        if (generation != m_generation)
            return;
        if (opened)
            take(call, opened->volume);
        else
            m_nothing = tr("The pack of this case is no longer on this computer.");
        Q_EMIT changed();
    };
    m_jobs.run(this, std::move(work), std::move(done));
}

void ReplayModel::take(const session::CallRecord& call, const VolumePtr& volume) {
    Replay replay;
    replay.call = call;
    replay.title = callRow(call, m_library.find(call.ref.pack, call.ref.caseId)).title;
    replay.extent = extentOf(*volume);
    replay.nodeZ = call.answer.mark->z;
    replay.search = session::summariseSearch(call.trace.path, replay.extent, replay.nodeZ);
    replay.reference =
        session::summariseSearch(session::referencePath(replay.extent, replay.nodeZ,
                                                        std::max(1.0, replay.search.axialSeconds)),
                                 replay.extent, replay.nodeZ);
    PointLps middle = *call.answer.mark;
    middle.z = (replay.extent.lowMm + replay.extent.highMm) / 2;
    replay.coronal = drawSquare(*volume, ThumbnailKind::Coronal, middle,
                                replay.extent.highMm - replay.extent.lowMm, kPicturePixels,
                                Window{350, 60, false});
    m_replay = std::move(replay);
}

QString ReplayModel::summary() const {
    if (!m_replay)
        return {};
    const auto& search = m_replay->search;
    const auto seconds = [](double value) {
        return text::withUnit(text::number(value, 0), QStringLiteral("s"));
    };
    return tr("Axial %1, %2 of it at the node; came back %n time(s); %3 of the volume never seen.",
              nullptr, search.returns)
        .arg(seconds(search.axialSeconds), seconds(search.atNode), text::percent(search.neverSeen));
}

}  // namespace nodewise::models
