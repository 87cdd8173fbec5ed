/// dictionary.h: makes DCMTK ready: its dictionary of tags and its decoders.
#pragma once
#include "base/result.h"
#include <filesystem>

namespace nodewise::dicom {

/// Checks that the dictionary of tags is loaded, and loads `shipped` (dicom.dic) when DCMDICTPATH
/// or the place compiled into DCMTK gave none. Registers the decoders once. The program calls it at
/// start; every function of this module calls it again at no cost. Thread-safe.
/// Errors: DictionaryMissing, with what to set.
[[nodiscard]] Result<void> ensureDictionary(const std::filesystem::path& shipped = {});

}  // namespace nodewise::dicom
