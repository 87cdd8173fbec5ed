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
        // The outline's numbers and those of the picture do not need each other.
        Result<void> outline, picture;
        parallelFor(2, m_threads, [&](std::size_t n) {
            if (n == 0)
                picture = measurePicture();
            else
                outline = measureOutline();
        });
        if (!outline)
            return outline;
        if (!picture)
            return picture;
        keepOutline();
        addQuality(m_region, m_facts, m_out);
        m_job.report(1.0, "measure");
        return {};
    }

private:
    Result<void> measureOutline() {
        VoxelIndex start;
        const LabelMap alone = nodeAlone(m_region, m_out.node, start);
        auto size = measureSize(alone, m_out.node, m_job);
        if (!size)
            return fail(size.error());
        size->slice += std::array<int, 3>{start.i, start.j,
                                          start.k}[static_cast<std::size_t>(size->sliceAxis)];
        m_size = std::move(*size);
        auto shape = measureShape(m_region, m_job);
        if (!shape)
            return fail(shape.error());
        m_shape = *shape;
        return {};
    }

    Result<void> measurePicture() {
        if (auto ok = addUnnamedStructures(m_region, m_threads, m_job); !ok)
            return ok;
        m_noise = m_facts != nullptr && m_facts->noiseHu ? m_facts->noiseHu : nearNoise();
        const NodeSurface surface = sharedSurface(m_region);
        const auto capsule = fitCapsule(m_region, surface);
        if (auto ok = measureFat(); !ok)
            return ok;
        m_job.report(0.4, "measure");
        auto necrosis = measureNecrosis(m_region, m_threads, m_job);
        if (!necrosis)
            return fail(necrosis.error());
        keep("necrosis", necrosis->gap, std::move(necrosis->necrosis), m_out.necrosis);
        auto margin = measureMargin(m_region, surface, m_facts, m_threads, m_job);
        if (!margin)
            return fail(margin.error());
        keep("margin", margin->gap, std::move(margin->margin), m_out.margin);
        m_job.report(0.7, "measure");
        auto extension = measureExtension(m_region, surface, capsule, m_job);
        if (!extension)
            return fail(extension.error());
        keep("extension", extension->gap, std::move(extension->extension), m_out.extension);
        auto contact = measureContact(m_region, surface, capsule, m_threads, m_job);
        if (!contact)
            return fail(contact.error());
        keepContact(std::move(*contact));
        return {};
    }

    [[nodiscard]] std::optional<double> nearNoise() const {
        return m_region.calibrated ? fatNoiseNear(m_region) : std::nullopt;
    }

    Result<void> measureFat() {
        std::optional<OppositeSide> opposite;
        if (m_facts != nullptr && m_facts->mirror)
            opposite = OppositeSide{&m_image, &m_labels, m_structures, *m_facts->mirror};
        auto shell = measureFatShell(m_region, opposite ? &*opposite : nullptr, m_noise.value_or(0),
                                     m_threads, m_job);
        if (!shell)
            return fail(shell.error());
        keep("fat", shell->gap, std::move(shell->shell), m_out.fat);
        if (shell->referenceGap)
            m_out.gaps["fat.reference_hu"] = *shell->referenceGap;
        return {};
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

    /// What the outline gave, once both have ended.
    void keepOutline() {
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
