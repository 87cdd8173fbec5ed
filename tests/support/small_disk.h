/// small_disk.h: a file system of a few hundred kilobytes that a test may fill or make read-only.
///
/// Linux only: a mount namespace of the test's own and a tmpfs in it; nobody else sees it. Needs
/// root, or user namespaces. Where the machine allows neither, the test must fail and say so.
#pragma once
#include <QString>
#include <QTemporaryDir>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>

namespace nodewise::tests {

/// To be called first in main, before any thread is there. Empty when it worked, else why not.
inline QString enterOwnMounts() {
    const bool root = geteuid() == 0;
    const auto uid = getuid();
    const auto gid = getgid();
    if (unshare(root ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return QStringLiteral("no mount namespace (%1): run as root, or allow user namespaces")
            .arg(QString::fromLocal8Bit(std::strerror(errno)));
    if (!root) {
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << "0 " << uid << " 1";
        std::ofstream("/proc/self/gid_map") << "0 " << gid << " 1";
    }
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return QString::fromLocal8Bit(std::strerror(errno));
    return {};
}

class SmallDisk {
public:
    explicit SmallDisk(int kilobytes) {
        const std::string size = "size=" + std::to_string(kilobytes) + "k";
        if (mount("tmpfs", m_folder.path().toLocal8Bit().constData(), "tmpfs", 0, size.c_str()) !=
            0)
            m_problem = QString::fromLocal8Bit(std::strerror(errno));
    }
    ~SmallDisk() { umount2(m_folder.path().toLocal8Bit().constData(), MNT_DETACH); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] std::filesystem::path path() const {
        return std::filesystem::path(m_folder.path().toStdString());
    }
    /// Writes until nothing goes in any more.
    void fill() {
        const int file = ::open((path() / "filler").c_str(), O_CREAT | O_WRONLY, 0600);
        const std::string block(1024, 'x');
        while (::write(file, block.data(), block.size()) > 0) {
        }
        ::close(file);
    }
    void makeRoom() { std::filesystem::remove(path() / "filler"); }
    [[nodiscard]] bool setReadOnly(bool readOnly) {
        return mount(nullptr, m_folder.path().toLocal8Bit().constData(), nullptr,
                     MS_REMOUNT | (readOnly ? MS_RDONLY : 0), nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    QString m_problem;
};

}  // namespace nodewise::tests
