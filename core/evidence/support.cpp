#include "evidence/support.h"
#include "base/require.h"
#include "evidence/data_file.h"

namespace nodewise::evidence {

const std::vector<Likelihood>& supportRows() {
    static const std::vector<Likelihood> rows = [] {
        auto read = parseLikelihoods(dataFile("data/support.json"));
        NODEWISE_REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return rows;
}

}  // namespace nodewise::evidence
