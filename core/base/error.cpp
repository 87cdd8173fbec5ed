#include "base/error.h"

namespace nodewise {

std::string_view errorWord(ErrorCode code) {
    switch (code) {
#define NODEWISE_WORD(name)                                                                        \
    case ErrorCode::name:                                                                          \
        return #name;
        NODEWISE_ERROR_CODES(NODEWISE_WORD)
#undef NODEWISE_WORD
    }
    return "Internal";
}

}  // namespace nodewise
