#include "pack_sheet.h"
#include "casepack/case_image.h"
#include "casepack/truth.h"
#include "synthesis/node_piece.h"
#include "volume/window_level.h"
#include <algorithm>
#include <cmath>

namespace nodewise::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kWhole = 512, kZoom = 256, kThumb = 4;
constexpr double kZoomMm = 80;
constexpr Window kNeck{350, 60, false}, kFat{300, -20, false};

/// Where a picture lies in the patient: its centre, and how far a pixel goes right and down, mm.
struct Frame {
    PointLps centre;
    VectorLps right, down;
    int size;
};

GrayPicture draw(const CtVolume& volume, const Frame& frame, const Window& window) {
    const WindowMap gray(window);
    GrayPicture out(frame.size, frame.size);
    const double half = 0.5 * (frame.size - 1);
    for (int y = 0; y < frame.size; ++y)
        for (int x = 0; x < frame.size; ++x)
            out.at(x, y) = gray(
                volume.sample(frame.centre + (x - half) * frame.right + (y - half) * frame.down));
    return out;
}

const NodeTruth* decisiveNode(const casepack::CaseRecord& record, const CaseTruth& truth) {
    const NodeTruth* best = nullptr;
    for (const casepack::NodeQuestion& asked : record.nodes)
        for (const NodeTruth& node : truth.nodes)
            if (node.id == asked.id && (!best || node.grade > best->grade))
                best = &node;
    return best;
}

/// Height of the slice in which the label covers most.
double largestSlice(const LabelMap& labels, LabelValue label) {
    const auto box = labels.boxOf(label);
    const GridGeometry& grid = labels.geometry();
    std::size_t most = 0;
    int best = box ? box->low.k : 0;
    for (int k = best; box && k <= box->high.k; ++k) {
        std::size_t count = 0;
        for (int j = box->low.j; j <= box->high.j; ++j)
            for (int i = box->low.i; i <= box->high.i; ++i)
                count += labels.at(VoxelIndex{i, j, k}) == label ? 1U : 0U;
        if (count > most) {
            most = count;
            best = k;
        }
    }
    return grid.toPatient(VoxelIndex{0, 0, best}).z;
}

/// Height of the slice that shows what the case is about: most tumour beyond the capsule, else most
/// of the node.
Result<double> decisiveHeight(const casepack::Pack& pack, const CaseId& id,
                              const casepack::OpenedTruth& truth, const NodeTruth& node,
                              JobControl& job, unsigned threads) {
    const auto recipe = casepack::openCaseRecipe(pack, id);
    if (!recipe)
        return fail(recipe.error());
    if (!*recipe)
        return largestSlice(truth.labels, node.label);
    const synthesis::PieceExtent small{1, 0.1};
    const auto piece = synthesis::makeNodePiece(**recipe, node.id.value, small, job, threads);
    return piece ? Result<double>(piece->place.z) : fail(piece.error());
}

}  // namespace

Result<SheetPage> drawPage(const casepack::Pack& pack, const CaseId& id, JobControl& job,
                           unsigned threads) {
    const auto record = pack.find(id);
    if (!record)
        return fail(record.error());
    const auto truth = casepack::openCaseTruth(pack, id, job, threads);
    if (!truth)
        return fail(truth.error());
    const auto volume = casepack::openCaseImage(pack, id, {}, job, threads);
    if (!volume)
        return fail(volume.error());
    const NodeTruth* node = decisiveNode(*record, truth->truth);
    if (!node)
        return fail(ErrorCode::NodeNotFound, "the case asks about no node of its truth", id.value);
    const auto height = decisiveHeight(pack, id, *truth, *node, job, threads);
    if (!height)
        return fail(height.error());
    SheetPage page{id, node->id, *height, {kWhole + kZoom, kWhole}};
    const GridGeometry& grid = (*volume)->geometry();
    const double pixel = grid.spacing()[0], zoom = kZoomMm / kZoom;
    const double fit = std::max(1.0, grid.dims()[0] * pixel / (kWhole * pixel)) * pixel;
    const PointLps middle{grid.centre().x, grid.centre().y, page.zMm};
    const PointLps near{node->centre.x, node->centre.y, page.zMm};
    const VectorLps left{1, 0, 0}, back{0, 1, 0}, foot{0, 0, -1};
    page.picture.paste(draw(**volume, {middle, fit * left, fit * back, kWhole}, kNeck), 0, 0);
    page.picture.paste(draw(**volume, {near, zoom * left, zoom * back, kZoom}, kFat), kWhole, 0);
    page.picture.paste(draw(**volume, {near, zoom * left, zoom * foot, kZoom}, kFat), kWhole,
                       kZoom);
    return page;
}

Result<std::vector<SheetPage>> drawSheet(const casepack::Pack& pack, const fs::path& folder,
                                         const std::string& only, JobControl& job,
                                         unsigned threads) {
    std::vector<SheetPage> pages;
    for (const casepack::CaseRecord& record : pack.cases()) {
        if (!only.empty() && record.id.value != only)
            continue;
        auto page = drawPage(pack, record.id, job, threads);
        if (!page)
            return fail(page.error());
        if (auto written = writePng(page->picture, folder / (record.id.value + ".png")); !written)
            return fail(written.error());
        pages.push_back(*std::move(page));
    }
    if (pages.empty())
        return fail(ErrorCode::CaseNotFound, "the pack has no such case", {}, only);
    constexpr int kAcross = 8;
    constexpr int kCell = kWhole / kThumb;
    const int count = static_cast<int>(pages.size()), rows = (count + kAcross - 1) / kAcross;
    GrayPicture sheet((kWhole + kZoom) / kThumb * std::min(count, kAcross), kCell * rows);
    for (int index = 0; index < count; ++index)
        sheet.paste(pages[static_cast<std::size_t>(index)].picture.shrunk(kThumb),
                    (kWhole + kZoom) / kThumb * (index % kAcross), kCell * (index / kAcross));
    if (auto written = writePng(sheet, folder / "sheet.png"); !written)
        return fail(written.error());
    return pages;
}

}  // namespace nodewise::cli
