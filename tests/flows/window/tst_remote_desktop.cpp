// The program on a display without OpenGL that is looked at from afar: it starts, draws its first
// page, and says nothing that frightens. A viewer of a few lines asks for the picture by the
// protocol of remote frame buffers (RFC 6143).
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int kWaitMs = 60000;

/// A socket to this machine that reads whole answers or none.
class Wire {
public:
    explicit Wire(quint16 port) {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        const timeval patience{20, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open =
            ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Wire() { ::close(m_socket); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void send(const QByteArray& bytes) const {
        QVERIFY(::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), 0) ==
                bytes.size());
    }
    [[nodiscard]] QByteArray take(int count) const {
        QByteArray bytes;
        while (bytes.size() < count) {
            char part[65536];
            const auto wanted =
                std::min<std::size_t>(sizeof part, static_cast<std::size_t>(count - bytes.size()));
            const auto got = ::recv(m_socket, part, wanted, 0);
            if (got <= 0)
                return {};
            bytes.append(part, got);
        }
        return bytes;
    }
    [[nodiscard]] int number(int bytes) const {
        int value = 0;
        for (const char byte : take(bytes))
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }

private:
    int m_socket = -1;
    bool m_open = false;
};

QByteArray big16(int value) {
    return {QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value))};
}

/// A free port, given back just before the program takes it.
quint16 freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(socket);
    return bound ? ntohs(address.sin_port) : 0;
}

/// Greets as the first version of the protocol does; gives an empty image of the screen's size.
QImage greet(const Wire& wire) {
    if (!wire.take(12).startsWith("RFB 003."))
        return {};
    wire.send("RFB 003.003\n");
    if (wire.number(4) != 1)  // No password.
        return {};
    wire.send(QByteArray(1, 1));
    const int width = wire.number(2), height = wire.number(2);
    const QByteArray format = wire.take(16);
    static_cast<void>(wire.take(wire.number(4)));  // The name of the screen.
    if (format.isEmpty() || format[0] != 32)
        return {};
    // 32 bits, red above green above blue, the lowest byte first; then raw pixels alone.
    wire.send(QByteArray(4, 0) + QByteArray("\x20\x18\x00\x01", 4) + big16(255) + big16(255) +
              big16(255) + QByteArray("\x10\x08\x00\x00\x00\x00", 6));
    wire.send(QByteArray(1, 2) + QByteArray(1, 0) + big16(1) + QByteArray(4, 0));
    QImage screen(width, height, QImage::Format_RGB32);
    screen.fill(Qt::black);
    return screen;
}

/// Asks for the whole screen once and draws what comes.
bool look(const Wire& wire, QImage& screen) {
    wire.send(QByteArray(1, 3) + QByteArray(1, 0) + big16(0) + big16(0) + big16(screen.width()) +
              big16(screen.height()));
    if (wire.number(1) != 0)
        return false;
    static_cast<void>(wire.take(1));
    for (int left = wire.number(2); left > 0; --left) {
        const int x = wire.number(2), y = wire.number(2);
        const int width = wire.number(2), height = wire.number(2);
        const int encoding = wire.number(4);
        const QByteArray pixels = wire.take(width * height * 4);
        if (encoding != 0 || pixels.isEmpty())
            return false;
        for (int row = 0; row < height && y + row < screen.height(); ++row)
            std::memcpy(screen.scanLine(y + row) + x * 4, pixels.data() + row * width * 4,
                        static_cast<std::size_t>(std::min(width, screen.width() - x)) * 4);
    }
    return true;
}

int coloursOf(const QImage& screen) {
    QSet<QRgb> colours;
    for (int y = 0; y < screen.height(); y += 3)
        for (int x = 0; x < screen.width(); x += 3)
            colours << (screen.pixel(x, y) & 0xffffffU);
    return static_cast<int>(colours.size());
}

}  // namespace

class TestRemoteDesktop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageIsSeenFromAfar();
};

void TestRemoteDesktop::theFirstPageIsSeenFromAfar() {
    const quint16 port = freePort();
    QVERIFY(port != 0);
    QTemporaryDir home;
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(NODEWISE_PROGRAM),
                  {QStringLiteral("-platform"), QStringLiteral("vnc:port=%1").arg(port),
                   QStringLiteral("--data-dir"), home.path()});
    QVERIFY(program.waitForStarted());
    std::unique_ptr<Wire> wire;
    QTRY_VERIFY_WITH_TIMEOUT((wire = std::make_unique<Wire>(port))->isOpen(), kWaitMs);
    QImage screen = greet(*wire);
    QVERIFY(!screen.isNull());
    // Words in many shades, the rail, a button: more than a plain field.
    QTRY_VERIFY_WITH_TIMEOUT(look(*wire, screen) && coloursOf(screen) > 40, kWaitMs);
    if (const QString folder = qEnvironmentVariable("NODEWISE_PICTURES"); !folder.isEmpty())
        QVERIFY(screen.save(QDir(folder).filePath(QStringLiteral("remote-desktop.png"))));
    QCOMPARE(program.state(), QProcess::Running);
    wire.reset();
    program.terminate();
    QVERIFY(program.waitForFinished(kWaitMs));
    const QByteArray said = program.readAll();
    QVERIFY2(!said.contains("rror"), said.constData());
}

QTEST_GUILESS_MAIN(TestRemoteDesktop)
#include "tst_remote_desktop.moc"
