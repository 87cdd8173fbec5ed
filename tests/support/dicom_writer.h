/// dicom_writer.h: small DICOM files made byte by byte, right or wrong on purpose.
#pragma once
#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace nodewise::test {

enum class Syntax { ExplicitLittle, ImplicitLittle, ExplicitBig, Deflated, Other };

/// One object, written element by element in ascending order of tags. It knows nothing of the code
/// under test: the layout is that of DICOM PS3.5 chapter 7.
class DicomWriter {
public:
    explicit DicomWriter(Syntax syntax = Syntax::ExplicitLittle)
        : m_syntax(syntax) {}

    /// A UID to name in the meta header instead of the one that belongs to the syntax.
    QString transferSyntaxUid;
    bool writeMeta = true;

    void text(quint32 tag, const char* vr, const QByteArray& value, char pad = ' ') {
        QByteArray even = value;
        if (even.size() % 2 != 0)
            even.append(pad);
        raw(tag, vr, even);
    }
    void uid(quint32 tag, const QByteArray& value) { text(tag, "UI", value, '\0'); }
    void number(quint32 tag, quint16 value) {
        QByteArray bytes(2, '\0');
        put16(bytes.data(), value);
        raw(tag, "US", bytes);
    }
    void words(quint32 tag, std::span<const quint16> values) {
        QByteArray bytes(static_cast<qsizetype>(values.size() * 2), '\0');
        for (std::size_t i = 0; i < values.size(); ++i)
            put16(bytes.data() + i * 2, values[i]);
        raw(tag, "OW", bytes);
    }
    void raw(quint32 tag, const QByteArray& vr, const QByteArray& bytes) {
        m_elements[tag] = {vr, bytes};
    }
    void remove(quint32 tag) { m_elements.erase(tag); }

    [[nodiscard]] QByteArray bytes() const {
        QByteArray body;
        for (const auto& [tag, element] : m_elements)
            body += encoded(tag, element, m_syntax);
        if (m_syntax == Syntax::Deflated)
            body = deflated(body);
        return writeMeta ? meta() + body : body;
    }
    bool write(const QString& file) const {
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(bytes()) == bytes().size();
    }

private:
    struct Element {
        QByteArray vr, bytes;
    };

    void put16(char* at, quint16 value) const {
        if (m_syntax == Syntax::ExplicitBig)
            qToBigEndian(value, at);
        else
            qToLittleEndian(value, at);
    }

    template <class T>
    static QByteArray integer(T value, bool big) {
        QByteArray bytes(sizeof(T), '\0');
        if (big)
            qToBigEndian(value, bytes.data());
        else
            qToLittleEndian(value, bytes.data());
        return bytes;
    }

    static QByteArray encoded(quint32 tag, const Element& element, Syntax syntax) {
        const bool big = syntax == Syntax::ExplicitBig;
        const QByteArray head = integer(static_cast<quint16>(tag >> 16), big) +
                                integer(static_cast<quint16>(tag & 0xFFFF), big);
        const auto length = static_cast<quint32>(element.bytes.size());
        if (syntax == Syntax::ImplicitLittle)
            return head + integer(length, false) + element.bytes;
        const bool isLong = QList<QByteArray>{"OB", "OW", "SQ", "UN", "UT"}.contains(element.vr);
        if (isLong)
            return head + element.vr + QByteArray(2, '\0') + integer(length, big) + element.bytes;
        return head + element.vr + integer(static_cast<quint16>(length), big) + element.bytes;
    }

    /// Raw deflate: Qt's stream without its length (4 bytes), zlib's head (2) and checksum (4).
    static QByteArray deflated(const QByteArray& body) {
        const QByteArray zlib = qCompress(body);
        QByteArray stream = zlib.mid(6, zlib.size() - 10);
        if (stream.size() % 2 != 0)
            stream.append('\0');
        return stream;
    }

    [[nodiscard]] QByteArray syntaxUid() const {
        if (!transferSyntaxUid.isEmpty())
            return transferSyntaxUid.toLatin1();
        switch (m_syntax) {
        case Syntax::ImplicitLittle:
            return "1.2.840.10008.1.2";
        case Syntax::ExplicitBig:
            return "1.2.840.10008.1.2.2";
        case Syntax::Deflated:
            return "1.2.840.10008.1.2.1.99";
        default:
            return "1.2.840.10008.1.2.1";
        }
    }

    [[nodiscard]] QByteArray meta() const {
        QByteArray uid = syntaxUid();
        if (uid.size() % 2 != 0)
            uid.append('\0');
        const QByteArray group = encoded(0x00020010, {"UI", uid}, Syntax::ExplicitLittle);
        const QByteArray length =
            encoded(0x00020000, {"UL", integer(static_cast<quint32>(group.size()), false)},
                    Syntax::ExplicitLittle);
        return QByteArray(128, '\0') + "DICM" + length + group;
    }

    Syntax m_syntax;
    std::map<quint32, Element> m_elements;
};

/// A CT slice of `columns` × `rows` words, ready to be changed and written.
struct CtSlice {
    int columns = 4, rows = 3;
    std::array<double, 3> position{0, 0, 0};
    std::array<double, 6> cosines{1, 0, 0, 0, 1, 0};
    std::array<double, 2> spacing{0.5, 0.25};  ///< Between rows, between columns.
    int instance = 1;
    int bitsAllocated = 16, bitsStored = 16, highBit = 15, pixelRepresentation = 1;
    double slope = 1, intercept = 0;
    QByteArray series = "1.2.3.4", modality = "CT", sop;
    std::vector<quint16> words;

    [[nodiscard]] DicomWriter writer(Syntax syntax = Syntax::ExplicitLittle) const {
        DicomWriter w(syntax);
        w.text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
        w.uid(0x00080016, "1.2.840.10008.5.1.4.1.1.2");
        w.uid(0x00080018, sop.isEmpty() ? "1.2.9." + QByteArray::number(instance) : sop);
        w.text(0x00080060, "CS", modality);
        w.text(0x00180050, "DS", "3");
        w.uid(0x0020000d, "1.2.3");
        w.uid(0x0020000e, series);
        w.text(0x00200013, "IS", QByteArray::number(instance));
        w.text(0x00200032, "DS", list(position));
        w.text(0x00200037, "DS", list(cosines));
        w.uid(0x00200052, "1.2.3.99");
        w.number(0x00280002, 1);
        w.text(0x00280004, "CS", "MONOCHROME2");
        w.number(0x00280010, static_cast<quint16>(rows));
        w.number(0x00280011, static_cast<quint16>(columns));
        w.text(0x00280030, "DS", list(spacing));
        w.number(0x00280100, static_cast<quint16>(bitsAllocated));
        w.number(0x00280101, static_cast<quint16>(bitsStored));
        w.number(0x00280102, static_cast<quint16>(highBit));
        w.number(0x00280103, static_cast<quint16>(pixelRepresentation));
        w.text(0x00281052, "DS", QByteArray::number(intercept));
        w.text(0x00281053, "DS", QByteArray::number(slope));
        std::vector<quint16> pixels = words;
        pixels.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        w.words(0x7fe00010, pixels);
        return w;
    }

    template <std::size_t N>
    static QByteArray list(const std::array<double, N>& numbers) {
        QByteArray text;
        for (const double number : numbers)
            text += (text.isEmpty() ? "" : "\\") + QByteArray::number(number, 'g', 12);
        return text;
    }
};

}  // namespace nodewise::test
