#include "ui/models/replay_model.h"
#include "ui/models/thumbnails.h"
#include "ui/models/today_model.h"
#include "ui/text/number_text.h"
#include <algorithm>
#include <cmath>

namespace nodewise::models {

namespace {

constexpr int kPicturePixels = 640;

/// From one voxel of the volume to the next along patient z: how far an axial picture reaches.
double sliceOf(const CtVolume& volume) {
    const GridGeometry& grid = volume.geometry();
    double reach = 0;
    for (int axis = 0; axis < 3; ++axis)
        reach = std::max(reach, std::abs(grid.axis(axis).z) *
                                    grid.spacing()[static_cast<std::size_t>(axis)]);
    return reach;
}

/// Foot and head of the volume along patient z, by its corners and the reach of their slices.
session::AxialExtent extentOf(const CtVolume& volume) {
    const GridGeometry& grid = volume.geometry();
    const PointLps first = grid.toPatient(grid.indexOf(0)),
                   last = grid.toPatient(grid.indexOf(grid.voxelCount() - 1));
    const double half = sliceOf(volume) / 2;
    return {std::min(first.z, last.z) - half, std::max(first.z, last.z) + half};
}

/// What the calls before this one in the same reading of the case had on screen.
std::vector<session::ViewStep> pathBefore(const session::CallRecord& call,
                                          const std::vector<session::CallRecord>& calls) {
    std::vector<session::ViewStep> before;
    for (const auto& other : calls)
        if (other.session == call.session && other.ref == call.ref &&
            other.committed < call.committed)
            before.insert(before.end(), other.trace.path.begin(), other.trace.path.end());
    return before;
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
    const double sliceMm = sliceOf(*volume);
    replay.search = session::summariseSearch(call.trace.path, replay.extent, replay.nodeZ, sliceMm,
                                             pathBefore(call, m_learner.state().calls));
    const double seconds = std::max(1.0, replay.search.axialSeconds);
    replay.reference = session::summariseSearch(
        session::referencePath(replay.extent, replay.nodeZ, seconds, sliceMm), replay.extent,
        replay.nodeZ, sliceMm);
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
