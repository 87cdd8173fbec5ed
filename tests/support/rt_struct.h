/// rt_struct.h: small RTSTRUCT files made byte by byte.
#pragma once
#include "support/dicom_writer.h"

namespace nodewise::test {

/// Sequences, written by hand: items of elements, explicit little endian, lengths given.
inline QByteArray le16(quint32 v) {
    return QByteArray(1, static_cast<char>(v & 0xFF)) + static_cast<char>((v >> 8) & 0xFF);
}
inline QByteArray le32(quint32 v) {
    return le16(v & 0xFFFF) + le16(v >> 16);
}
inline QByteArray element(quint32 tag, const char* vr, QByteArray value) {
    if (value.size() % 2 != 0)
        value.append(' ');
    const QByteArray head = le16(tag >> 16) + le16(tag & 0xFFFF) + vr;
    if (qstrcmp(vr, "SQ") == 0)
        return head + le16(0) + le32(static_cast<quint32>(value.size())) + value;
    return head + le16(static_cast<quint32>(value.size())) + value;
}
inline QByteArray item(const QByteArray& content) {
    return le16(0xfffe) + le16(0xe000) + le32(static_cast<quint32>(content.size())) + content;
}

struct MadeRoi {
    int number;
    QByteArray name;
    QList<QByteArray> contours;
};

inline DicomWriter rtStruct(const QList<MadeRoi>& rois) {
    QByteArray names, outlines;
    for (const MadeRoi& roi : rois) {
        names += item(element(0x30060022, "IS", QByteArray::number(roi.number)) +
                      element(0x30060026, "LO", roi.name));
        QByteArray contours;
        for (const QByteArray& points : roi.contours)
            contours += item(element(0x30060042, "CS", "CLOSED_PLANAR") +
                             element(0x30060050, "DS", points));
        outlines += item(element(0x30060040, "SQ", contours) +
                         element(0x30060084, "IS", QByteArray::number(roi.number)));
    }
    DicomWriter writer;
    writer.text(0x00080005, "CS", "ISO_IR 100");
    writer.uid(0x00080016, "1.2.840.10008.5.1.4.1.1.481.3");
    writer.raw(0x30060020, "SQ", names);
    writer.raw(0x30060039, "SQ", outlines);
    return writer;
}

/// A square outline in the plane z.
inline QByteArray square(double x0, double x1, double y0, double y1, double z) {
    QByteArray text;
    for (const auto& [x, y] : {std::pair(x0, y0), {x1, y0}, {x1, y1}, {x0, y1}})
        text += (text.isEmpty() ? "" : "\\") + QByteArray::number(x) + "\\" +
                QByteArray::number(y) + "\\" + QByteArray::number(z);
    return text;
}

}  // namespace nodewise::test
