#include "volume/raw_grid.h"
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <nifti2_io.h>
#include <optional>

namespace nodewise::detail {
namespace {

constexpr std::size_t kPart = 8U << 20U;
constexpr int kHeaderOnlyLeaveOpen = 2;  // libnifti's write option

struct ImageDeleter {
    void operator()(nifti_image* image) const { nifti_image_free(image); }
};
using Image = std::unique_ptr<nifti_image, ImageDeleter>;

std::optional<NumberType> typeOf(int datatype) {
    switch (datatype) {
    case NIFTI_TYPE_INT8:
        return NumberType::Int8;
    case NIFTI_TYPE_UINT8:
        return NumberType::UInt8;
    case NIFTI_TYPE_INT16:
        return NumberType::Int16;
    case NIFTI_TYPE_UINT16:
        return NumberType::UInt16;
    case NIFTI_TYPE_INT32:
        return NumberType::Int32;
    case NIFTI_TYPE_UINT32:
        return NumberType::UInt32;
    case NIFTI_TYPE_INT64:
        return NumberType::Int64;
    case NIFTI_TYPE_UINT64:
        return NumberType::UInt64;
    case NIFTI_TYPE_FLOAT32:
        return NumberType::Float32;
    case NIFTI_TYPE_FLOAT64:
        return NumberType::Float64;
    default:
        return std::nullopt;
    }
}

int datatypeOf(NumberType type) {
    constexpr std::array<int, 10> codes{NIFTI_TYPE_INT8,   NIFTI_TYPE_UINT8,  NIFTI_TYPE_INT16,
                                        NIFTI_TYPE_UINT16, NIFTI_TYPE_INT32,  NIFTI_TYPE_UINT32,
                                        NIFTI_TYPE_INT64,  NIFTI_TYPE_UINT64, NIFTI_TYPE_FLOAT32,
                                        NIFTI_TYPE_FLOAT64};
    return codes[static_cast<std::size_t>(type)];
}

double millimetresPerUnit(int units) {
    if (units == NIFTI_UNITS_METER)
        return 1000.0;
    return units == NIFTI_UNITS_MICRON ? 0.001 : 1.0;
}

/// NIfTI's frame is RAS; ours is LPS: x and y change sign.
Result<GridGeometry> geometryOf(const nifti_image& image) {
    const double unit = millimetresPerUnit(image.xyz_units);
    nifti_dmat44 m{};
    if (image.sform_code > 0)
        m = image.sto_xyz;
    else if (image.qform_code > 0)
        m = image.qto_xyz;
    else
        for (int a = 0; a < 3; ++a)
            m.m[a][a] = image.pixdim[a + 1];
    std::array<double, 3> spacing{};
    GridGeometry::Axes axes;
    for (std::size_t a = 0; a < 3; ++a) {
        const VectorLps step{-m.m[0][a] * unit, -m.m[1][a] * unit, m.m[2][a] * unit};
        spacing[a] = length(step);
        axes[a] = normalized(step);
    }
    const PointLps origin{-m.m[0][3] * unit, -m.m[1][3] * unit, m.m[2][3] * unit};
    auto grid = GridGeometry::create(
        {static_cast<int>(image.nx), static_cast<int>(image.ny), static_cast<int>(image.nz)},
        spacing, origin, axes);
    if (!grid)
        return fail(ErrorCode::GeometryInconsistent,
                    "the affine of the NIfTI file is not a regular grid: " + grid.error().detail,
                    {}, image.sform_code > 0 ? "sform" : "qform");
    return grid;
}

Result<void> checkShape(const nifti_image& image) {
    const bool volume = image.nx >= 1 && image.ny >= 1 && image.nz >= 1 && image.nx <= 65535 &&
                        image.ny <= 65535 && image.nz <= 65535;
    const bool single = image.nvox == image.nx * image.ny * image.nz;
    if (!volume || !single)
        return fail(ErrorCode::PixelFormatUnsupported, "only one 3-D volume a file is read", {},
                    "dim");
    if (!typeOf(image.datatype))
        return fail(ErrorCode::PixelFormatUnsupported,
                    std::string("NIfTI type ") + nifti_datatype_string(image.datatype) +
                        " is not read",
                    {}, "datatype");
    return {};
}

/// Reads the numbers ourselves: libnifti's loader turns NaN into 0 without a word.
Result<void> readNumbers(const nifti_image& image, std::vector<std::byte>& bytes, JobControl& job) {
    znzFile file = znzopen(image.iname, "rb", nifti_is_gzfile(image.iname));
    if (znz_isnull(file))
        return fail(ErrorCode::ReferencedFileMissing,
                    "the image file beside the header is missing");
    std::size_t done = 0;
    bool good = znzseek(file, static_cast<znz_off_t>(image.iname_offset), SEEK_SET) >= 0;
    while (good && done < bytes.size() && !job.cancelled()) {
        const std::size_t part = std::min(bytes.size() - done, kPart);
        good = znzread(bytes.data() + done, 1, part, file) == part;
        done += good ? part : 0;
        job.report(static_cast<double>(done) / static_cast<double>(bytes.size()), "read");
    }
    znzclose(file);
    if (job.cancelled())
        return fail(ErrorCode::Cancelled, "stopped while reading");
    if (!good)
        return fail(ErrorCode::Truncated, "the file ends before the last voxel; copy it again");
    if (image.byteorder != nifti_short_order())
        swapBytes(bytes, static_cast<std::size_t>(image.swapsize));
    return {};
}

Image imageFor(const RawGrid& raw) {
    const GridGeometry& g = raw.geometry;
    const std::array<std::int64_t, 8> dims{3, g.dims()[0], g.dims()[1], g.dims()[2], 1, 1, 1, 1};
    Image image(nifti_make_new_nim(dims.data(), datatypeOf(raw.type), 0));
    if (!image)
        return image;
    nifti_dmat44 m{};
    for (int a = 0; a < 3; ++a) {
        const VectorLps step = g.axis(a) * g.spacing()[static_cast<std::size_t>(a)];
        m.m[0][a] = -step.x;
        m.m[1][a] = -step.y;
        m.m[2][a] = step.z;
        image->pixdim[a + 1] = g.spacing()[static_cast<std::size_t>(a)];
    }
    m.m[0][3] = -g.origin().x;
    m.m[1][3] = -g.origin().y;
    m.m[2][3] = g.origin().z;
    m.m[3][3] = 1;
    image->sto_xyz = image->qto_xyz = m;
    image->sform_code = image->qform_code = NIFTI_XFORM_SCANNER_ANAT;
    nifti_dmat44_to_quatern(m, &image->quatern_b, &image->quatern_c, &image->quatern_d,
                            &image->qoffset_x, &image->qoffset_y, &image->qoffset_z, nullptr,
                            nullptr, nullptr, &image->qfac);
    image->dx = image->pixdim[1];
    image->dy = image->pixdim[2];
    image->dz = image->pixdim[3];
    image->xyz_units = NIFTI_UNITS_MM;
    image->scl_slope = 1;
    return image;
}

}  // namespace

Result<RawGrid> readNifti(const std::filesystem::path& file, JobControl& job) {
    nifti_set_debug_level(0);
    Image image(nifti_image_read(file.c_str(), 0));
    if (!image)
        return fail(ErrorCode::FormatDamaged, "the NIfTI header cannot be read");
    if (const auto shape = checkShape(*image); !shape)
        return fail(shape.error());
    const auto geometry = geometryOf(*image);
    if (!geometry)
        return fail(geometry.error());
    RawGrid raw{*geometry, *typeOf(image->datatype), {}, 1, 0, {}};
    if (image->scl_slope != 0 && std::isfinite(image->scl_slope)) {
        raw.slope = image->scl_slope;
        raw.intercept = std::isfinite(image->scl_inter) ? image->scl_inter : 0.0;
    }
    try {
        raw.bytes.resize(geometry->voxelCount() * bytesOf(raw.type));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory for this volume");
    }
    if (const auto read = readNumbers(*image, raw.bytes, job); !read)
        return fail(read.error());
    return raw;
}

Result<void> writeNifti(const RawGrid& raw, const std::filesystem::path& file) {
    nifti_set_debug_level(0);
    Image image = imageFor(raw);
    if (!image || nifti_set_filenames(image.get(), file.c_str(), 0, 1) != 0)
        return fail(ErrorCode::FileUnwritable, "the NIfTI file cannot be set up");
    znzFile out =
        nifti_image_write_hdr_img2(image.get(), kHeaderOnlyLeaveOpen, "wb", nullptr, nullptr);
    if (znz_isnull(out))
        return fail(ErrorCode::FileUnwritable, "the file cannot be written; choose another folder");
    const bool whole = znzwrite(raw.bytes.data(), 1, raw.bytes.size(), out) == raw.bytes.size();
    const bool closed = Xznzclose(&out) == 0;
    if (!whole || !closed)
        return fail(ErrorCode::DiskFull, "the disk took only part of the file; free room");
    return {};
}

}  // namespace nodewise::detail
