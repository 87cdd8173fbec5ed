/// guarded.h: what DCMTK throws on damaged files ends here, as an error. Private to core/dicom.
#pragma once
#include "base/result.h"
#include "dicom/parsed_file.h"
#include <exception>
#include <filesystem>
#include <new>

namespace nodewise::dicom {

/// The result of `read`; an exception from below becomes OutOfMemory or FormatDamaged of that file.
template <class Read>
auto guarded(const std::filesystem::path& file, Read&& read) -> decltype(read()) {
    try {
        return read();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "not enough memory to read the file", pathText(file));
    } catch (const std::exception& problem) {
        return fail(ErrorCode::FormatDamaged,
                    std::string("the file cannot be taken apart: ") + problem.what() +
                        "; copy it again",
                    pathText(file));
    }
}

}  // namespace nodewise::dicom
