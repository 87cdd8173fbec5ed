#include "casepack/pack.h"
#include "serial/file_io.h"
#include <algorithm>

namespace nodewise::casepack {

std::string_view word(Trust trust) {
    switch (trust) {
    case Trust::Unsigned:
        return "unsigned";
    case Trust::UnknownKey:
        return "unknown_key";
    case Trust::Known:
        return "known";
    case Trust::ChangedKey:
        return "changed_key";
    }
    return {};
}

Result<CaseRecord> Pack::find(const CaseId& id) const {
    const auto found = std::find_if(m_cases.begin(), m_cases.end(),
                                    [&](const CaseRecord& record) { return record.id == id; });
    if (found == m_cases.end())
        return fail(ErrorCode::CaseNotFound, "the pack has no case \"" + id.value + "\"",
                    serial::pathText(m_file));
    return *found;
}

Result<CaseRecord> Pack::find(const CaseId& id, const std::string& language) const {
    auto record = find(id);
    const auto texts = m_texts.find(language);
    if (!record || texts == m_texts.end())
        return record;
    const auto text = texts->second.find(id);
    if (text == texts->second.end())
        return record;
    const auto take = [](const std::string& from, std::string& to) {
        if (!from.empty())
            to = from;
    };
    take(text->second.title, record->title);
    take(text->second.primaryText, record->history.primaryText);
    take(text->second.examinationText, record->history.examinationText);
    return record;
}

Result<CaseRights> Pack::rights(const CaseId& id) const {
    const auto found = m_rights.find(id);
    if (found == m_rights.end())
        return fail(ErrorCode::CaseNotFound, "the pack has no case \"" + id.value + "\"",
                    serial::pathText(m_file));
    return found->second;
}

}  // namespace nodewise::casepack
