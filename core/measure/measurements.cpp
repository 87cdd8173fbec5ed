#include "measure/measurements.h"
#include "measure/neighbours.h"
#include <algorithm>
#include <cmath>

namespace nodewise::measure {
namespace {

constexpr double kThickSliceMm = 3.0;
constexpr double kNoisyHu = 20.0;

Result<void> checkRequest(const CtVolume& image, const LabelMap& labels, LabelValue node,
                          const LabelMap* structures) {
    if (node == 0)
        return fail(ErrorCode::InvalidArgument, "label 0 is the background; name a node");
    if (!image.geometry().sameGridAs(labels.geometry()))
        return fail(ErrorCode::GridMismatch, "image and labels do not lie on the same grid");
    if (structures != nullptr && !image.geometry().sameGridAs(structures->geometry()))
        return fail(ErrorCode::GridMismatch, "image and structures do not lie on the same grid");
    const auto all = labels.labels();
    if (std::all_of(all.begin(), all.end(), [](LabelValue value) { return value == 0; }))
        return fail(ErrorCode::EmptyMask, "the label volume is empty");
    return {};
}

class Session {
public:
    Session(const NodeRegion& region, Measurements& out, JobControl& job)
        : m_region(region)
        , m_out(out)
        , m_job(job) {}

    Result<void> run() {
        m_job.report(0.2, "measure");
        auto shell = measureFatShell(m_region, m_job);
        if (!shell)
            return fail(shell.error());
        keepFat(std::move(*shell));
        m_job.report(0.4, "measure");
        auto necrosis = measureNecrosis(m_region, m_job);
        if (!necrosis)
            return fail(necrosis.error());
        keepNecrosis(std::move(*necrosis));
        m_job.report(0.5, "measure");
        auto margin = measureMargin(m_region, m_job);
        if (!margin)
            return fail(margin.error());
        keepGap("margin", margin->gap);
        m_out.margin = std::move(margin->margin);
        m_job.report(0.8, "measure");
        auto contact = measureContact(m_region, m_job);
        if (!contact)
            return fail(contact.error());
        keepContact(std::move(*contact));
        m_job.report(1.0, "measure");
        return {};
    }

private:
    void keepFat(FatShellResult result) {
        keepGap("fat", result.gap);
        keepGap("fat.reference_hu", result.referenceGap);
        m_out.fat = std::move(result.shell);
        if (m_out.fat && !m_region.hasStructures)
            m_out.flags.push_back(QualityFlag::StructuresNotMasked);
        if (const auto noise = fatNoise(); noise && *noise > kNoisyHu)
            m_out.flags.push_back(QualityFlag::Noisy);
    }

    void keepNecrosis(NecrosisResult result) {
        keepGap("necrosis", result.gap);
        m_out.necrosis = std::move(result.necrosis);
        if (m_out.necrosis && !m_out.necrosis->muscleMeasured)
            m_out.flags.push_back(QualityFlag::MuscleAssumed);
    }

    void keepContact(ContactResult result) {
        keepGap("contact", result.contactGap);
        keepGap("coalescence", result.coalescenceGap);
        m_out.contacts = std::move(result.contacts);
        m_out.coalescence = std::move(result.neighbours);
    }

    void keepGap(const char* part, const std::optional<Gap>& gap) {
        if (gap)
            m_out.gaps[part] = *gap;
    }

    /// SD between face neighbours in clean fat, which leaves slow changes out.
    [[nodiscard]] std::optional<double> fatNoise() const {
        double sum = 0;
        std::size_t count = 0;
        const auto& hu = m_region.hu;
        const auto clean = [&](std::size_t at) {
            return m_region.distanceMm[at] > 6.0F && hu[at] > -150.0F && hu[at] < -50.0F;
        };
        for (std::size_t at = 0; at + 1 < hu.size(); ++at)
            if (clean(at) && clean(at + 1) &&
                m_region.geometry.indexOf(at).i + 1 < m_region.geometry.dims()[0]) {
                const double step = static_cast<double>(hu[at + 1] - hu[at]);
                sum += 0.5 * step * step;
                ++count;
            }
        if (count < 100)
            return std::nullopt;
        return std::sqrt(sum / static_cast<double>(count));
    }

    const NodeRegion& m_region;
    Measurements& m_out;
    JobControl& m_job;
};

void keepSize(SizeMeasurement size, Measurements& out) {
    if (size.planeGap) {
        out.gaps["size.long_axis_mm"] = *size.planeGap;
        out.gaps["size.short_axis_mm"] = *size.planeGap;
    }
    if (size.heightGap) {
        out.gaps["size.greatest_3d_mm"] = *size.heightGap;
        out.gaps["size.craniocaudal_mm"] = *size.heightGap;
    }
    if (size.planeGap == Gap::TouchesBorder)
        out.flags.push_back(QualityFlag::TouchesBorder);
    if (size.shortAxis && size.shortAxis->lengthMm < 4.0 * out.coarsestSpacingMm())
        out.flags.push_back(QualityFlag::CoarseForSize);
    out.size = std::move(size);
}

void flagPieces(const NodeRegion& region, Measurements& out) {
    const auto pieces =
        piecesOf(region.geometry, [&](std::size_t at) { return region.inside[at] != 0; });
    if (pieces.size() > 1)
        out.flags.push_back(QualityFlag::SeveralPieces);
}

}  // namespace

double Measurements::coarsestSpacingMm() const {
    return std::max({spacingMm[0], spacingMm[1], spacingMm[2]});
}

Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, JobControl& job) {
    return measureNode(image, labels, node, structures, MeasureOptions{}, job);
}

Result<Measurements> measureNode(const CtVolume& image, const LabelMap& labels, LabelValue node,
                                 const LabelMap* structures, const MeasureOptions&,
                                 JobControl& job) {
    if (auto ok = checkRequest(image, labels, node, structures); !ok)
        return fail(ok.error());
    Measurements out;
    out.node = node;
    out.spacingMm = image.geometry().spacing();
    if (out.coarsestSpacingMm() > kThickSliceMm)
        out.flags.push_back(QualityFlag::ThickSlices);
    auto size = measureSize(labels, node, job);
    if (!size)
        return fail(size.error());
    keepSize(std::move(*size), out);
    const auto region = cutNodeRegion(image, labels, node, structures, job);
    if (!region)
        return fail(region.error());
    flagPieces(*region, out);
    if (auto done = Session(*region, out, job).run(); !done)
        return fail(done.error());
    return out;
}

}  // namespace nodewise::measure
