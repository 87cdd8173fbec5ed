#include "serial/file_io.h"
#include "base/ids.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace nodewise::serial {
namespace fs = std::filesystem;
namespace {

struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

#ifdef _WIN32
File openFile(const fs::path& file, bool forWriting) {
    return File(_wfopen(file.c_str(), forWriting ? L"wb" : L"rb"));
}
File openForFlush(const fs::path& file) {
    return File(_wfopen(file.c_str(), L"r+b"));
}
#else
File openFile(const fs::path& file, bool forWriting) {
    return File(std::fopen(file.c_str(), forWriting ? "wbe" : "rbe"));
}
File openForFlush(const fs::path& file) {
    return File(std::fopen(file.c_str(), "r+be"));
}
#endif

bool flushToDisk(std::FILE* file) {
    if (std::fflush(file) != 0)
        return false;
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return fsync(fileno(file)) == 0;
#endif
}

/// A rename is only as lasting as its folder. Some file systems cannot flush one: no harm done.
void flushFolder(const fs::path& folder) {
#ifndef _WIN32
    const int handle = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        fsync(handle);
        close(handle);
    }
#else
    static_cast<void>(folder);
#endif
}

tl::unexpected<Error> unwritable(const fs::path& file, int problem) {
    const auto code = problem == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return fail(code,
                std::string("the file cannot be written: ") +
                    std::generic_category().message(problem) +
                    "; check the folder, its rights and the free space",
                pathText(file));
}

Result<void> writeAll(const fs::path& file, std::string_view bytes, FileRights rights) {
    errno = 0;
    const File out = openFile(file, true);
    if (!out)
        return unwritable(file, errno);
    std::error_code problem;
    if (rights == FileRights::OwnerOnly)
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, problem);
    if (problem)
        return unwritable(file, problem.value());
    if (std::fwrite(bytes.data(), 1, bytes.size(), out.get()) != bytes.size() ||
        !flushToDisk(out.get()))
        return unwritable(file, errno);
    return {};
}

Result<void> moveOver(const fs::path& fresh, const fs::path& target) {
    std::error_code problem;
    fs::rename(fresh, target, problem);
    if (problem) {
        std::error_code ignored;
        fs::remove(fresh, ignored);
        return unwritable(target, problem.value());
    }
    flushFolder(target.parent_path());
    return {};
}

}  // namespace

std::string pathText(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

fs::path pathOf(std::string_view utf8) {
    return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

Result<std::string> readFile(const fs::path& file, std::size_t maxBytes) {
    std::error_code problem;
    const auto status = fs::status(file, problem);
    if (!fs::exists(status))
        return fail(ErrorCode::FileNotFound, "there is no such file", pathText(file));
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::FileUnreadable, "this is not a file", pathText(file));
    const File in = openFile(file, false);
    if (!in)
        return fail(ErrorCode::FileUnreadable, "the file cannot be opened; check its rights",
                    pathText(file));
    std::string bytes;
    std::string chunk(std::size_t{1} << 16, '\0');
    while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), in.get())) {
        if (got > maxBytes - bytes.size())
            return fail(ErrorCode::ValueOutOfRange,
                        "the file is larger than " + std::to_string(maxBytes) + " bytes",
                        pathText(file));
        bytes.append(chunk, 0, got);
    }
    if (std::ferror(in.get()))
        return fail(ErrorCode::FileUnreadable, "the file could not be read to its end",
                    pathText(file));
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view bytes, FileRights rights) {
    std::error_code problem;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), problem);
    fs::path fresh = file;
    fresh += "." + newUuid().substr(0, 8) + ".new";
    if (auto written = writeAll(fresh, bytes, rights); !written) {
        fs::remove(fresh, problem);
        Error error = written.error();
        error.path = pathText(file);
        return fail(error);
    }
    return moveOver(fresh, file);
}

Result<void> replaceFile(const fs::path& fresh, const fs::path& target) {
    errno = 0;
    File file = openForFlush(fresh);
    if (!file || !flushToDisk(file.get())) {
        const int why = errno;
        std::error_code problem;
        fs::remove(fresh, problem);
        return unwritable(target, why);
    }
    file.reset();  // Windows renames no open file.
    return moveOver(fresh, target);
}

}  // namespace nodewise::serial
