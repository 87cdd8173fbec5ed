#include "base/log.h"
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace nodewise::log {
namespace {

constexpr std::size_t kFileBytes = 1U << 20U;
constexpr std::size_t kFilesKept = 3;

spdlog::logger& logger() {
    static const bool quiet = [] {
        spdlog::set_default_logger(spdlog::stderr_logger_mt("nodewise"));
        spdlog::set_level(spdlog::level::warn);
        return true;
    }();
    static_cast<void>(quiet);
    return *spdlog::default_logger_raw();
}

}  // namespace

void openFile(const std::filesystem::path& file) {
    logger();
    try {
        auto target =
            spdlog::rotating_logger_mt("nodewise-file", file.string(), kFileBytes, kFilesKept);
        target->flush_on(spdlog::level::warn);
        spdlog::set_default_logger(target);
        spdlog::set_level(spdlog::level::info);
    } catch (const spdlog::spdlog_ex& problem) {
        warning(problem.what());
    }
}

void info(std::string_view text) {
    logger().info("{}", text);
}
void warning(std::string_view text) {
    logger().warn("{}", text);
}
void error(std::string_view text) {
    logger().error("{}", text);
}

}  // namespace nodewise::log
