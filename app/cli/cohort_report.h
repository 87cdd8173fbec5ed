/// cohort_report.h: `nodewise-cli synthesize --cohort`: recipes drawn by the base rates.
#pragma once
#include "command.h"
#include <cstdint>
#include <string>

namespace nodewise::cli {

/// Writes case-0001.json … and cohort.json (what was drawn beside what the table says) into `out`.
[[nodiscard]] Result<Answer> writeCohort(int count, std::uint32_t seed, const std::string& out,
                                         const Common& common, JobControl& job);

}  // namespace nodewise::cli
