#include "measure/measurements.h"
#include "base/parallel.h"
#include "measure/quality.h"
#include <algorithm>

namespace nodewise::measure {
namespace {

Result<void> checkRequest(const CtVolume& image, const LabelMap& labels, LabelValue node,
                          const LabelMap* structures) {
    if (node == 0)
        return fail(ErrorCode::InvalidArgument, "label 0 is the background; name a node");
    if (!image.geometry().sameGridAs(labels.geometry()))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    if (structures != nullptr && !image.geometry().sameGridAs(structures->geometry()))
        return fail(ErrorCode::GridMismatch, "image and structures do not lie on the same grid");
    return {};
}

/// The node alone in a small map, with a rim where the volume goes on: sizes need no more.
LabelMap nodeAlone(const NodeRegion& region, LabelValue node, VoxelIndex& start) {
    const RegionBox box = boxRound(region, 0, 2);
    start = {region.start.i + box.low.i, region.start.j + box.low.j, region.start.k + box.low.k};
    LabelGrid grid{box.geometry, {}, {}};
    for (const std::uint8_t inside : maskIn(region, box))
        grid.labels.push_back(inside != 0 ? node : LabelValue{0});
    return LabelMap::create(std::move(grid)).value();
}

class Session {
public:
    Session(const CtVolume& image, const LabelMap& labels, const LabelMap* structures,
            const MeasureOptions& options, NodeRegion& region, Measurements& out, JobControl& job)
        : m_image(image)
        , m_labels(labels)
        , m_structures(structures)
        , m_facts(options.facts)
        , m_threads(options.threads)
        , m_region(region)
        , m_out(out)
        , m_job(job) {}

    Result<void> run() {
        // First what needs no more than the outline, beside the surface, the capsule and the
        // structures that all else needs; the longest parts come first.
        using Part = Result<void> (Session::*)();
        if (auto ok = runParts(std::array<Part, 3>{&Session::measureSizeOfNode, &Session::prepare,
                                                   &Session::measureShapeOfNode});
            !ok)
            return ok;
        if (auto ok = runParts(std::array<Part, 5>{
                &Session::measureFat, &Session::measureContacts, &Session::measureTheMargin,
                &Session::measureTheExtension, &Session::measureLowDensity});
            !ok)
            return ok;
        if (m_job.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled");
        keepAll();
        addQuality(m_region, m_facts, m_out);
        m_job.report(1.0, "measure");
        return {};
    }

private:
    template <class Parts>
    Result<void> runParts(const Parts& parts) {
        std::vector<Result<void>> done(parts.size());
        parallelFor(parts.size(), m_threads, [&](std::size_t n) {
            if (!m_job.cancelled())
                done[n] = (this->*parts[n])();
        });
        for (const auto& part : done)
            if (!part)
                return part;
        return {};
    }

    Result<void> prepare() {
        if (auto ok = addUnnamedStructures(m_region, m_threads, m_job); !ok)
            return ok;
        m_noise = m_facts != nullptr && m_facts->noiseHu ? m_facts->noiseHu : nearNoise();
        m_surface = sharedSurface(m_region);
        if (!m_region.severalBodies())
            m_capsule = fitCapsule(m_region, m_surface);
        m_job.report(0.4, "measure");
        return {};
    }

    Result<void> measureSizeOfNode() {
        VoxelIndex start;
        const LabelMap alone = nodeAlone(m_region, m_out.node, start);
        auto size = measureSize(alone, m_out.node, m_job);
        if (!size)
            return fail(size.error());
        size->slice += std::array<int, 3>{start.i, start.j,
                                          start.k}[static_cast<std::size_t>(size->sliceAxis)];
        m_size = std::move(*size);
        return {};
    }

    Result<void> measureShapeOfNode() {
        return into(m_shape, measure::measureShape(m_region, m_job));
    }
    Result<void> measureLowDensity() {
        return into(m_necrosis, measureNecrosis(m_region, m_threads, m_job));
    }
    Result<void> measureTheMargin() {
        return into(m_margin, measureMargin(m_region, m_surface, m_facts, m_threads, m_job));
    }
    Result<void> measureTheExtension() {
        return into(m_extension, measureExtension(m_region, m_surface, m_capsule, m_job));
    }
    Result<void> measureContacts() {
        return into(m_contact, measureContact(m_region, m_surface, m_capsule, m_threads, m_job));
    }
    Result<void> measureFat() {
        std::optional<OppositeSide> opposite;
        if (m_facts != nullptr && m_facts->mirror)
            opposite = OppositeSide{&m_image, &m_labels, m_structures, *m_facts->mirror};
        return into(m_fat, measureFatShell(m_region, opposite ? &*opposite : nullptr,
                                           m_noise.value_or(0), m_threads, m_job));
    }

    template <class T>
    static Result<void> into(T& place, Result<T> measured) {
        if (!measured)
            return fail(measured.error());
        place = std::move(*measured);
        return {};
    }

    [[nodiscard]] std::optional<double> nearNoise() const {
        return m_region.calibrated ? fatNoiseNear(m_region) : std::nullopt;
    }

    template <class T>
    void keep(const char* part, const std::optional<Gap>& gap, std::optional<T> value,
              std::optional<T>& out) {
        if (gap)
            m_out.gaps[part] = *gap;
        out = std::move(value);
    }

    void keepContact(ContactResult result) {
        if (result.contactGap)
            m_out.gaps["contact"] = *result.contactGap;
        if (result.coalescenceGap)
            m_out.gaps["coalescence"] = *result.coalescenceGap;
        m_out.contacts = std::move(result.contacts);
        m_out.coalescence = std::move(result.neighbours);
        m_out.noiseHu = m_noise;
    }

    /// What each part gave, once all have ended.
    void keepAll() {
        keepOutline();
        keep("fat", m_fat.gap, std::move(m_fat.shell), m_out.fat);
        if (m_fat.referenceGap)
            m_out.gaps["fat.reference_hu"] = *m_fat.referenceGap;
        keep("necrosis", m_necrosis.gap, std::move(m_necrosis.necrosis), m_out.necrosis);
        keep("margin", m_margin.gap, std::move(m_margin.margin), m_out.margin);
        keep("extension", m_extension.gap, std::move(m_extension.extension), m_out.extension);
        keepContact(std::move(m_contact));
    }

    /// Axes across the gap between two bodies, and how round they are together, mean nothing;
    /// volume, area and extent are those of all of them.
    void dropWhatNeedsOneBody() {
        m_size.longAxis.reset();
        m_size.shortAxis.reset();
        m_size.planeGap = Gap::SeveralPieces;
        if (m_shape.shape) {
            m_shape.shape->sphericityCorrected.reset();
            m_shape.shape->roughnessMm.reset();
            m_shape.shape->planeRoughnessMm.reset();
            m_shape.shape->concaveFraction.reset();
            m_shape.shape->smoothGap = Gap::SeveralPieces;
        }
        m_extension.extension.reset();
        m_extension.gap = Gap::SeveralPieces;
    }

    void keepOutline() {
        if (m_region.severalBodies())
            dropWhatNeedsOneBody();
        if (m_size.planeGap) {
            m_out.gaps["size.long_axis_mm"] = *m_size.planeGap;
            m_out.gaps["size.short_axis_mm"] = *m_size.planeGap;
        }
        if (m_size.heightGap) {
            m_out.gaps["size.greatest_3d_mm"] = *m_size.heightGap;
            m_out.gaps["size.craniocaudal_mm"] = *m_size.heightGap;
        }
        m_out.size = std::move(m_size);
        if (m_shape.shape && m_shape.shape->smoothGap)
            for (const char* part :
                 {"shape.sphericity_corrected", "shape.roughness_mm", "shape.concave_fraction"})
                m_out.gaps[part] = *m_shape.shape->smoothGap;
        keep("shape", m_shape.gap, std::move(m_shape.shape), m_out.shape);
    }

    const CtVolume& m_image;
    const LabelMap& m_labels;
    const LabelMap* m_structures;
    const SeriesFacts* m_facts;
    unsigned m_threads;
    NodeRegion& m_region;
    Measurements& m_out;
    JobControl& m_job;
    SizeMeasurement m_size;
    ShapeResult m_shape;
    FatShellResult m_fat;
    NecrosisResult m_necrosis;
    MarginResult m_margin;
    ExtensionResult m_extension;
    ContactResult m_contact;
    NodeSurface m_surface;
    std::optional<Capsule> m_capsule;
    std::optional<double> m_noise;
};

}  // namespace

double Measurements::coarsestSpacingMm() const {
    return std::max({spacingMm[0], spacingMm[1], spacingMm[2]});
}

Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, JobControl& job) {
    return measureNode(image, labels, node, structures, MeasureOptions{}, job);
}

Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, const MeasureOptions& options,
                                 JobControl& job) {
    if (auto ok = checkRequest(image, labels, node, structures); !ok)
        return fail(ok.error());
    bool any = false;
    const auto box = findLabel(labels, node, options.threads, any);
    if (!any)
        return fail(ErrorCode::EmptyMask, "the label volume is empty");
    if (!box)
        return fail(ErrorCode::LabelAbsent, "no voxel carries label " + std::to_string(node));
    auto region = cutNodeRegion(image, labels, node, *box, structures, options.threads, job);
    if (!region)
        return fail(region.error());
    if (options.facts != nullptr && !options.facts->calibrated)
        region->calibrated = false;
    Measurements out;
    out.node = node;
    out.spacingMm = image.geometry().spacing();
    Session session(image, labels, structures, options, *region, out, job);
    if (auto done = session.run(); !done)
        return fail(done.error());
    return out;
}

}  // namespace nodewise::measure
