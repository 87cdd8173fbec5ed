#include "archive/zip_handle.h"
#include "serial/file_io.h"
#include <zip.h>

namespace nodewise::archive {
namespace {

ErrorCode codeOf(int problem) {
    switch (problem) {
    case ZIP_ER_NOENT:
        return ErrorCode::FileNotFound;
    case ZIP_ER_OPEN:
    case ZIP_ER_READ:
        return ErrorCode::FileUnreadable;
    case ZIP_ER_NOZIP:
        return ErrorCode::FormatUnknown;
    case ZIP_ER_MEMORY:
        return ErrorCode::OutOfMemory;
    default:
        return ErrorCode::ArchiveDamaged;
    }
}

}  // namespace

void ZipDiscard::operator()(zip* handle) const {
    zip_discard(handle);
}

void ZipFileClose::operator()(zip_file* handle) const {
    zip_fclose(handle);
}

Result<ZipHandle> openZip(const std::filesystem::path& file, int flags) {
    int problem = 0;
    ZipHandle handle(zip_open(serial::pathText(file).c_str(), flags, &problem));
    if (handle)
        return handle;
    zip_error_t error;
    zip_error_init_with_code(&error, problem);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(codeOf(problem), "the zip cannot be opened: " + why + "; fetch the file again",
                serial::pathText(file));
}

}  // namespace nodewise::archive
