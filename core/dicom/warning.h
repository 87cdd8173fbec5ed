/// warning.h: what is odd about a file that was read all the same.
#pragma once
#include "base/error.h"
#include <string>
#include <vector>

namespace nodewise::dicom {

/// A coded remark; `detail` is English, for the log and the CLI.
struct Warning {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    friend bool operator==(const Warning&, const Warning&) = default;
};

using Warnings = std::vector<Warning>;

}  // namespace nodewise::dicom
