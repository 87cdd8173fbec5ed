#include "ui/models/drawn_memory.h"
#include "serial/json.h"
#include <algorithm>
#include <utility>
#include <vector>

namespace nodewise::models {

namespace {

constexpr const char* kKey = "drawn";
constexpr std::size_t kMostReadings = 20;

/// Reading and text, oldest first; nothing of what cannot be read.
std::vector<std::pair<std::string, std::string>> keptIn(const progress::ProgressStore& store) {
    std::vector<std::pair<std::string, std::string>> kept;
    const auto text = store.setting(kKey);
    if (!text || !*text)
        return kept;
    const auto json = serial::parseJson(**text, kKey);
    if (!json)
        return kept;
    const serial::Reader list(*json);
    for (const serial::Reader& one : list.elements())
        kept.emplace_back(one.string("reading"), one.string("drawn"));
    return list.ok() ? kept : std::vector<std::pair<std::string, std::string>>{};
}

}  // namespace

std::string DrawnMemory::of(const session::SessionId& session) const {
    for (const auto& [reading, drawn] : keptIn(m_store))
        if (reading == session.value)
            return drawn;
    return {};
}

Result<void> DrawnMemory::keep(const session::SessionId& session, const std::string& drawn) {
    auto kept = keptIn(m_store);
    const auto before = kept.size();
    std::erase_if(kept, [&](const auto& one) { return one.first == session.value; });
    const bool nothing = drawn.empty() || drawn == "[]";
    if (nothing && kept.size() == before)
        return {};
    if (!nothing)
        kept.emplace_back(session.value, drawn);
    if (kept.size() > kMostReadings)
        kept.erase(kept.begin());
    serial::Json list = serial::Json::array();
    for (const auto& [reading, text] : kept)
        list.push(std::move(serial::Json::object().set("reading", reading).set("drawn", text)));
    return m_store.setSetting(kKey, serial::toJsonText(list));
}

}  // namespace nodewise::models
