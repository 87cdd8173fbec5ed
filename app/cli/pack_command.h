/// pack_command.h: what `pack` and its subcommands say about a pack.
#pragma once
#include "base/result.h"
#include "casepack/pack.h"
#include "command.h"
#include "serial/json.h"

namespace nodewise::cli {

/// `id title version format_version licence authors[] languages[] trust signers[]{key fingerprint}
/// manifest_sha256 cases` (their number).
[[nodiscard]] serial::Json packSummary(const casepack::PackInfo& info, std::size_t cases);

/// `pack sheet` and `pack survey`: for the eye of an author, with the answers.
void addPackAuthoring(Program& program, CLI::App& pack);

}  // namespace nodewise::cli
