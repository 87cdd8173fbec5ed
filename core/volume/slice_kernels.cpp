#include "volume/slice_kernels.h"
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define NODEWISE_WIDE 1
#include <immintrin.h>
#else
#define NODEWISE_WIDE 0
#endif

#if defined(__GNUC__)
#define NODEWISE_INLINE inline __attribute__((always_inline))
#else
#define NODEWISE_INLINE inline
#endif

namespace nodewise::slice {
namespace {

void columnsPortable(const float* line, const std::int32_t* first, const float* weight,
                     std::size_t count, float* out) {
    for (std::size_t n = 0; n < count; ++n) {
        const float a = line[first[n]];
        const float b = line[first[n] + 1];
        out[n] = a + (b - a) * weight[n];
    }
}

NODEWISE_INLINE void rows(const float* a, const float* b, float weight, std::size_t count,
                          float* out) {
    for (std::size_t n = 0; n < count; ++n)
        out[n] = a[n] + (b[n] - a[n]) * weight;
}

NODEWISE_INLINE std::int32_t grayOf(float value, float scale, float offset) {
    const float gray = value * scale + offset;
    const float above = gray > 0.0F ? gray : 0.0F;
    const float inside = above < 255.0F ? above : 255.0F;
    return static_cast<std::int32_t>(inside + 0.5F);
}

void picturePortable(const float* values, float scale, float offset, std::size_t count,
                     std::uint32_t* out) {
    for (std::size_t n = 0; n < count; ++n) {
        const auto gray = static_cast<std::uint32_t>(grayOf(values[n], scale, offset));
        out[n] = 0xff000000U | (gray << 16U) | (gray << 8U) | gray;
    }
}

void bytesPortable(const float* values, float scale, float offset, std::size_t count,
                   std::uint8_t* out) {
    for (std::size_t n = 0; n < count; ++n)
        out[n] = static_cast<std::uint8_t>(grayOf(values[n], scale, offset));
}

template <class T>
NODEWISE_INLINE float innerValue(const T* voxels, const InnerRow& row, std::int32_t n) {
    const auto step = static_cast<float>(n);
    const float x = row.startI + step * row.stepI;
    const float y = row.startJ + step * row.stepJ;
    const float z = row.startK + step * row.stepK;
    const auto i = static_cast<std::int32_t>(x);
    const auto j = static_cast<std::int32_t>(y);
    const auto k = static_cast<std::int32_t>(z);
    const float u = x - static_cast<float>(i);
    const float v = y - static_cast<float>(j);
    const float w = z - static_cast<float>(k);
    const T* at = voxels + static_cast<std::ptrdiff_t>(k) * row.strideK +
                  static_cast<std::ptrdiff_t>(j) * row.strideJ + i;
    const auto along = [u](const T* from) __attribute__((always_inline)) {
        const auto a = static_cast<float>(from[0]);
        const auto b = static_cast<float>(from[1]);
        return a + (b - a) * u;
    };
    const float a = along(at);
    const float b = along(at + row.strideJ);
    const float c = along(at + row.strideK);
    const float d = along(at + row.strideK + row.strideJ);
    const float near = a + (b - a) * v;
    const float far = c + (d - c) * v;
    return near + (far - near) * w;
}

template <class T>
NODEWISE_INLINE void inner(const T* voxels, const InnerRow& row, std::int32_t from, float* out) {
    for (std::int32_t n = from; n < row.count; ++n)
        out[n] = innerValue(voxels, row, n);
}

#define NODEWISE_KERNEL_SET(suffix, attribute)                                                     \
    attribute void rows##suffix(const float* a, const float* b, float weight, std::size_t count,   \
                                float* out) {                                                      \
        rows(a, b, weight, count, out);                                                            \
    }                                                                                              \
    attribute void innerFloat##suffix(const float* voxels, const InnerRow& row, float* out) {      \
        inner(voxels, row, 0, out);                                                                \
    }

NODEWISE_KERNEL_SET(Portable, )

void innerInt16Portable(const std::int16_t* voxels, const InnerRow& row, float* out) {
    inner(voxels, row, 0, out);
}

#if NODEWISE_WIDE
#define NODEWISE_AVX2 __attribute__((target("avx2")))

NODEWISE_KERNEL_SET(Wide, NODEWISE_AVX2)

/// A value and the one after it, twice: in the lower and in the upper half. Loads of whole numbers:
/// those of doubles ask for their alignment.
NODEWISE_AVX2 inline __m128 twoPairs(const float* line, const std::int32_t* first) {
    const __m128i low = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(line + first[0]));
    const __m128i high = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(line + first[1]));
    return _mm_castsi128_ps(_mm_unpacklo_epi64(low, high));
}

NODEWISE_AVX2 void columnsWide(const float* line, const std::int32_t* first, const float* weight,
                               std::size_t count, float* out) {
    std::size_t n = 0;
    for (; n + 4 <= count; n += 4) {
        const __m128 low = twoPairs(line, first + n);
        const __m128 high = twoPairs(line, first + n + 2);
        const __m128 a = _mm_shuffle_ps(low, high, _MM_SHUFFLE(2, 0, 2, 0));
        const __m128 b = _mm_shuffle_ps(low, high, _MM_SHUFFLE(3, 1, 3, 1));
        const __m128 part = _mm_mul_ps(_mm_sub_ps(b, a), _mm_loadu_ps(weight + n));
        _mm_storeu_ps(out + n, _mm_add_ps(a, part));
    }
    columnsPortable(line, first + n, weight + n, count - n, out + n);
}

/// Eight times `grayOf`: the compiler keeps its comparisons as branches. The maximum gives its
/// second operand for NaN.
NODEWISE_AVX2 inline __m256i grayWide(const float* values, __m256 scale, __m256 offset) {
    const __m256 gray = _mm256_add_ps(_mm256_mul_ps(_mm256_loadu_ps(values), scale), offset);
    const __m256 above = _mm256_max_ps(gray, _mm256_setzero_ps());
    const __m256 inside = _mm256_min_ps(above, _mm256_set1_ps(255.0F));
    return _mm256_cvttps_epi32(_mm256_add_ps(inside, _mm256_set1_ps(0.5F)));
}

NODEWISE_AVX2 void pictureWide(const float* values, float scale, float offset, std::size_t count,
                               std::uint32_t* out) {
    // The lowest byte of each pixel three times; the fourth is opaque.
    const __m256i spread = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 0, 0, -1, 4, 4, 4, -1, 8, 8, 8, -1, 12, 12, 12, -1));
    const __m256i opaque = _mm256_set1_epi32(static_cast<int>(0xff000000U));
    const __m256 scales = _mm256_set1_ps(scale);
    const __m256 offsets = _mm256_set1_ps(offset);
    std::size_t n = 0;
    for (; n + 8 <= count; n += 8) {
        const __m256i gray = grayWide(values + n, scales, offsets);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + n),
                            _mm256_or_si256(_mm256_shuffle_epi8(gray, spread), opaque));
    }
    picturePortable(values + n, scale, offset, count - n, out + n);
}

NODEWISE_AVX2 void bytesWide(const float* values, float scale, float offset, std::size_t count,
                             std::uint8_t* out) {
    // The lowest bytes of four pixels side by side, in each half.
    const __m256i gathered = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1));
    const __m256 scales = _mm256_set1_ps(scale);
    const __m256 offsets = _mm256_set1_ps(offset);
    std::size_t n = 0;
    for (; n + 8 <= count; n += 8) {
        const __m256i packed = _mm256_shuffle_epi8(grayWide(values + n, scales, offsets), gathered);
        const std::int32_t low = _mm256_extract_epi32(packed, 0);
        const std::int32_t high = _mm256_extract_epi32(packed, 4);
        std::memcpy(out + n, &low, 4);
        std::memcpy(out + n + 4, &high, 4);
    }
    bytesPortable(values + n, scale, offset, count - n, out + n);
}

/// Two neighbours along i as one 32-bit word: the lower half is voxel i, the upper half i + 1.
NODEWISE_AVX2 inline int neighbours(const std::int16_t* at) {
    int both = 0;
    std::memcpy(&both, at, sizeof both);
    return both;
}

/// Eight such words, blended. Single loads: the gather instruction is slower on many processors.
NODEWISE_AVX2 inline __m256 alongWide(const std::int16_t* voxels, const std::int32_t* offset,
                                      __m256 u) {
    const __m256i both =
        _mm256_setr_epi32(neighbours(voxels + offset[0]), neighbours(voxels + offset[1]),
                          neighbours(voxels + offset[2]), neighbours(voxels + offset[3]),
                          neighbours(voxels + offset[4]), neighbours(voxels + offset[5]),
                          neighbours(voxels + offset[6]), neighbours(voxels + offset[7]));
    const __m256 b = _mm256_cvtepi32_ps(_mm256_srai_epi32(both, 16));
    const __m256 a = _mm256_cvtepi32_ps(_mm256_srai_epi32(_mm256_slli_epi32(both, 16), 16));
    return _mm256_add_ps(a, _mm256_mul_ps(_mm256_sub_ps(b, a), u));
}

NODEWISE_AVX2 inline __m256 mix(__m256 a, __m256 b, __m256 weight) {
    return _mm256_add_ps(a, _mm256_mul_ps(_mm256_sub_ps(b, a), weight));
}

NODEWISE_AVX2 inline __m256 coordinate(float start, float step, __m256 n) {
    return _mm256_add_ps(_mm256_set1_ps(start), _mm256_mul_ps(n, _mm256_set1_ps(step)));
}

NODEWISE_AVX2 void innerInt16Wide(const std::int16_t* voxels, const InnerRow& row, float* out) {
    const __m256i strideJ = _mm256_set1_epi32(row.strideJ);
    const __m256i strideK = _mm256_set1_epi32(row.strideK);
    const __m256 lanes = _mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7);
    const std::int16_t* nextSlice = voxels + row.strideK;
    std::int32_t n = 0;
    for (; n + 8 <= row.count; n += 8) {
        const __m256 step = _mm256_add_ps(_mm256_set1_ps(static_cast<float>(n)), lanes);
        const __m256 x = coordinate(row.startI, row.stepI, step);
        const __m256 y = coordinate(row.startJ, row.stepJ, step);
        const __m256 z = coordinate(row.startK, row.stepK, step);
        const __m256i i = _mm256_cvttps_epi32(x);
        const __m256i j = _mm256_cvttps_epi32(y);
        const __m256i k = _mm256_cvttps_epi32(z);
        const __m256 u = _mm256_sub_ps(x, _mm256_cvtepi32_ps(i));
        const __m256 v = _mm256_sub_ps(y, _mm256_cvtepi32_ps(j));
        const __m256 w = _mm256_sub_ps(z, _mm256_cvtepi32_ps(k));
        const __m256i at = _mm256_add_epi32(_mm256_mullo_epi32(k, strideK),
                                            _mm256_add_epi32(_mm256_mullo_epi32(j, strideJ), i));
        alignas(32) std::int32_t offset[8];
        _mm256_store_si256(reinterpret_cast<__m256i*>(offset), at);
        const __m256 near =
            mix(alongWide(voxels, offset, u), alongWide(voxels + row.strideJ, offset, u), v);
        const __m256 far =
            mix(alongWide(nextSlice, offset, u), alongWide(nextSlice + row.strideJ, offset, u), v);
        _mm256_storeu_ps(out + n, mix(near, far, w));
    }
    inner(voxels, row, n, out);
}
#endif

}  // namespace

const SliceKernels& portableKernels() {
    static const SliceKernels kernels{columnsPortable, rowsPortable,       picturePortable,
                                      bytesPortable,   innerInt16Portable, innerFloatPortable};
    return kernels;
}

const SliceKernels& fastestKernels() {
#if NODEWISE_WIDE
    static const SliceKernels wide{columnsWide, rowsWide,       pictureWide,
                                   bytesWide,   innerInt16Wide, innerFloatWide};
    static const bool hasWide = __builtin_cpu_supports("avx2") > 0;
    if (hasWide)
        return wide;
#endif
    return portableKernels();
}

}  // namespace nodewise::slice
