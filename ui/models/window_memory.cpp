#include "ui/models/window_memory.h"
#include <QCryptographicHash>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace nodewise::models {

namespace {

constexpr const char* kKey = "windows";
constexpr std::size_t kMostSeries = 200;
constexpr int kHashLetters = 16;

QString hashOf(const QString& series) {
    const QByteArray hash =
        QCryptographicHash::hash(series.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(kHashLetters));
}

/// "hash width level inverted"; nothing for a line that is none.
std::optional<std::pair<QString, Window>> lineOf(const QString& text) {
    const QStringList parts = text.split(QLatin1Char(' '));
    if (parts.size() != 4 || parts[0].size() != kHashLetters)
        return std::nullopt;
    const Window window{parts[1].toDouble(), parts[2].toDouble(), parts[3] == QLatin1String("1")};
    if (!(window.width >= 1) || !std::isfinite(window.width) || !std::isfinite(window.level))
        return std::nullopt;
    return std::pair(parts[0], window);
}

}  // namespace

WindowMemory::WindowMemory(progress::ProgressStore& store)
    : m_store(store) {
    const auto text = store.setting(kKey);
    if (!text || !*text)
        return;
    for (const QString& line : QString::fromStdString(**text).split(QLatin1Char('\n')))
        if (auto kept = lineOf(line))
            m_windows.push_back(std::move(*kept));
}

std::optional<Window> WindowMemory::windowOf(const QString& series) const {
    const auto found =
        std::ranges::find(m_windows, hashOf(series), &std::pair<QString, Window>::first);
    return found == m_windows.end() ? std::nullopt : std::optional(found->second);
}

Result<void> WindowMemory::keep(const QString& series, const Window& window) {
    if (windowOf(series) == window)
        return {};
    const QString hash = hashOf(series);
    std::erase_if(m_windows, [&](const auto& kept) { return kept.first == hash; });
    m_windows.emplace_back(hash, window);
    if (m_windows.size() > kMostSeries)
        m_windows.erase(m_windows.begin());
    return write();
}

Result<void> WindowMemory::forget(const QString& series) {
    const QString hash = hashOf(series);
    if (std::erase_if(m_windows, [&](const auto& kept) { return kept.first == hash; }) == 0)
        return {};
    return write();
}

Result<void> WindowMemory::write() const {
    QStringList lines;
    for (const auto& [hash, window] : m_windows)
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(hash, QString::number(window.width, 'g', 12),
                          QString::number(window.level, 'g', 12),
                          window.inverted ? QStringLiteral("1") : QStringLiteral("0"));
    return m_store.setSetting(kKey, lines.join(QLatin1Char('\n')).toStdString());
}

}  // namespace nodewise::models
