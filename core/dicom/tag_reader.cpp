#include "dicom/tag_reader.h"
#include "dicom/charset.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <string_view>

namespace nodewise::dicom {
namespace {

DcmTagKey key(Tag tag) {
    return {tag.group, tag.element};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0'))
        text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

template <class T>
std::optional<T> parsed(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

tl::unexpected<Error> invalid(Tag tag, const std::string& what) {
    return fail(ErrorCode::TagInvalid, what + "; ask for the file again", {}, tagText(tag));
}

/// The numbers of an element whatever its value representation; nothing when one is no number.
std::optional<std::vector<double>> numbersOf(DcmElement& element, const std::string& text) {
    std::vector<double> numbers;
    const DcmEVR vr = element.getVR();
    if (vr == EVR_FD || vr == EVR_FL || vr == EVR_US || vr == EVR_SS || vr == EVR_UL ||
        vr == EVR_SL) {
        OFString value;
        for (unsigned long i = 0; i < element.getVM(); ++i) {
            Float64 fd = 0;
            Float32 fl = 0;
            if (vr == EVR_FD && element.getFloat64(fd, i).good())
                numbers.push_back(fd);
            else if (vr == EVR_FL && element.getFloat32(fl, i).good())
                numbers.push_back(double{fl});
            else if (element.getOFString(value, i).good())
                numbers.push_back(parsed<double>(std::string(value.c_str())).value_or(NAN));
        }
    } else {
        for (std::size_t start = 0; start <= text.size();) {
            const std::size_t end = std::min(text.find('\\', start), text.size());
            const auto number =
                parsed<double>(trimmed(std::string_view(text).substr(start, end - start)));
            numbers.push_back(number.value_or(NAN));
            start = end + 1;
        }
    }
    for (const double number : numbers)
        if (!std::isfinite(number))
            return std::nullopt;
    return numbers;
}

}  // namespace

std::string tagText(Tag tag) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "(%04x,%04x)", unsigned{tag.group},
                  unsigned{tag.element});
    return text.data();
}

bool TagReader::has(Tag tag) const {
    return m_item->tagExists(key(tag));
}

std::string TagReader::text(Tag tag) const {
    OFString value;
    if (m_item->findAndGetOFStringArray(key(tag), value).bad())
        return {};
    return std::string(trimmed(std::string_view(value.data(), value.size())));
}

std::string TagReader::utf8(Tag tag, const std::string& outer) const {
    const std::string own = text(tags::kCharacterSet);
    return toUtf8(text(tag), own.empty() ? outer : own);
}

Result<std::optional<std::int64_t>> TagReader::whole(Tag tag) const {
    const std::string value = text(tag);
    if (value.empty())
        return std::optional<std::int64_t>{};
    const auto number = parsed<std::int64_t>(std::string_view(value));
    if (!number)
        return invalid(tag, "\"" + toUtf8(value.substr(0, 32), {}) + "\" is not a whole number");
    return number;
}

Result<std::vector<double>> TagReader::decimalList(Tag tag) const {
    DcmElement* element = nullptr;
    if (m_item->findAndGetElement(key(tag), element).bad() || element == nullptr)
        return std::vector<double>{};
    const std::string value = text(tag);
    if (value.empty())
        return std::vector<double>{};
    auto numbers = numbersOf(*element, value);
    if (!numbers)
        return invalid(tag, "\"" + toUtf8(value.substr(0, 64), {}) + "\" is not a finite number");
    return std::move(*numbers);
}

Result<std::optional<std::vector<double>>> TagReader::decimals(Tag tag, std::size_t count) const {
    auto numbers = decimalList(tag);
    if (!numbers)
        return fail(numbers.error());
    if (numbers->empty())
        return std::optional<std::vector<double>>{};
    if (numbers->size() != count)
        return invalid(tag, std::to_string(numbers->size()) + " numbers where " +
                                std::to_string(count) + " belong");
    return std::optional(std::move(*numbers));
}

Result<std::optional<double>> TagReader::decimal(Tag tag) const {
    auto numbers = decimals(tag, 1);
    if (!numbers)
        return fail(numbers.error());
    if (!*numbers)
        return std::optional<double>{};
    return std::optional((**numbers)[0]);
}

std::vector<TagReader> TagReader::items(Tag sequence) const {
    std::vector<TagReader> found;
    DcmSequenceOfItems* items = nullptr;
    if (m_item->findAndGetSequence(key(sequence), items).bad() || items == nullptr)
        return found;
    for (DcmObject* next = items->nextInContainer(nullptr); next != nullptr;
         next = items->nextInContainer(next))
        if (auto* item = dynamic_cast<DcmItem*>(next))
            found.emplace_back(*item);
    return found;
}

std::optional<TagReader> TagReader::firstItem(Tag sequence) const {
    DcmItem* item = nullptr;
    if (m_item->findAndGetSequenceItem(key(sequence), item, 0).bad() || item == nullptr)
        return std::nullopt;
    return TagReader(*item);
}

}  // namespace nodewise::dicom
