/// answer_layout.h: the files of an answer file. Private to the module.
#pragma once
#include <string_view>

namespace nodewise::exchange {

inline constexpr const char* kMimetypeEntry = "mimetype";
inline constexpr const char* kHeadEntry = "answers.json";
inline constexpr const char* kEventsEntry = "events.jsonl";
inline constexpr const char* kManifestEntry = "manifest-sha256.txt";
inline constexpr std::string_view kSignaturePrefix = "signatures/";

}  // namespace nodewise::exchange
