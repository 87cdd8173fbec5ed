#include "ui/models/thumbnails.h"
#include "volume/slice_render.h"
#include <QCryptographicHash>
#include <QDir>
#include <algorithm>

namespace nodewise::models {

namespace {

constexpr int kCasePixels = 900;
constexpr int kNodePixels = 168;
constexpr double kNodeFieldMm = 48;

struct Drawn {
    QString key;
    QImage picture;
};

/// Extent of the grid along patient x, y or z, mm.
double extentMm(const GridGeometry& grid, int patientAxis) {
    double sum = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const VectorLps a = grid.axis(axis);
        const double part = patientAxis == 0 ? a.x : patientAxis == 1 ? a.y : a.z;
        const auto at = static_cast<std::size_t>(axis);
        sum += std::abs(part) * grid.spacing()[at] * grid.dims()[at];
    }
    return sum;
}

QImage drawCase(const OpenedCase& opened, ThumbnailKind kind, const std::optional<PointLps>& mark) {
    const CtVolume& volume = *opened.volume;
    const GridGeometry& grid = volume.geometry();
    const auto& view = opened.record.opening;
    const Window window{view.windowWidthHu, view.windowLevelHu, false};
    PointLps centre = grid.centre();
    if (kind == ThumbnailKind::Node)
        return mark ? drawSquare(volume, kind, *mark, kNodeFieldMm, kNodePixels, window) : QImage();
    if (kind == ThumbnailKind::Coronal)
        return drawSquare(volume, kind, centre, std::min(extentMm(grid, 0), extentMm(grid, 2)),
                          kCasePixels, window);
    if (view.positionZMm)
        centre.z = *view.positionZMm;
    // Filled by the body, as a reader would frame it; never by a node.
    if (const auto body = bodyField(volume, centre))
        return drawSquare(volume, kind, body->centre, body->widthMm * 1.04, kCasePixels, window);
    return drawSquare(volume, kind, centre, std::min(extentMm(grid, 0), extentMm(grid, 1)),
                      kCasePixels, window);
}

}  // namespace

std::optional<BodyField> bodyField(const CtVolume& volume, PointLps through) {
    constexpr double kAirHu = -300;
    constexpr int kSide = 128;
    const GridGeometry& grid = volume.geometry();
    const double step = std::max(extentMm(grid, 0), extentMm(grid, 1)) / kSide;
    SlicePlane plane{through, {step, 0, 0}, {0, step, 0}};
    plane.origin = {grid.centre().x - step * (kSide - 1) / 2,
                    grid.centre().y - step * (kSide - 1) / 2, through.z};
    std::vector<float> values(static_cast<std::size_t>(kSide) * kSide);
    sampleSlice(volume, plane, {kSide, kSide}, {}, values, -1000.0F, 1);
    int left = kSide, right = -1, top = kSide, bottom = -1;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            if (values[static_cast<std::size_t>(y * kSide + x)] > kAirHu) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    if (right < left)
        return std::nullopt;
    BodyField field;
    field.centre = plane.toPatient({(left + right) / 2.0, (top + bottom) / 2.0});
    field.widthMm = (right - left + 1) * step;
    return field;
}

QImage drawSquare(const CtVolume& volume, ThumbnailKind kind, PointLps centre, double fieldMm,
                  int pixels, const Window& window) {
    const double step = fieldMm / pixels;
    const bool coronal = kind == ThumbnailKind::Coronal;
    SlicePlane plane;
    plane.right = VectorLps{step, 0, 0};
    plane.down = coronal ? VectorLps{0, 0, -step} : VectorLps{0, step, 0};
    const double back = (pixels - 1) / 2.0;
    plane.origin = PointLps{centre.x - back * plane.right.x, centre.y - back * plane.down.y,
                            centre.z - back * plane.down.z};
    QImage picture(pixels, pixels, QImage::Format_RGB32);
    // Four bytes a pixel: the lines of the image follow each other without a gap.
    auto* first = reinterpret_cast<std::uint32_t*>(picture.bits());
    renderSlice(volume, plane, {pixels, pixels}, window, {},
                std::span<std::uint32_t>(first, static_cast<std::size_t>(pixels) *
                                                    static_cast<std::size_t>(pixels)),
                1);
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

Thumbnails::Thumbnails(ReadingServices& services, jobs::JobRunner& jobs, QString folder,
                       QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_jobs(jobs)
    , m_folder(std::move(folder)) {
    QDir().mkpath(m_folder);
}

QString Thumbnails::fileOf(const QString& key) const {
    const auto hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash) + QStringLiteral(".png");
}

QImage Thumbnails::opening(const LibraryEntry& entry) {
    const QString id = QString::fromStdString(entry.pack.value + '/' + entry.where.id.value);
    return find({QStringLiteral("opening/%1/%2").arg(entry.packVersion, id),
                 ThumbnailKind::Opening,
                 entry,
                 {}});
}

QImage Thumbnails::coronal(const LibraryEntry& entry) {
    const QString id = QString::fromStdString(entry.pack.value + '/' + entry.where.id.value);
    return find({QStringLiteral("coronal/%1/%2").arg(entry.packVersion, id),
                 ThumbnailKind::Coronal,
                 entry,
                 {}});
}

QImage Thumbnails::node(const session::CallRecord& call, const LibraryEntry& entry) {
    if (!call.answer.mark)
        return {};
    return find({QStringLiteral("call/") + QString::fromStdString(call.id.value),
                 ThumbnailKind::Node, entry, call.answer.mark});
}

QImage Thumbnails::find(const Wish& wish) {
    if (const auto found = m_pictures.constFind(wish.key); found != m_pictures.constEnd())
        return *found;
    if (m_failed.contains(wish.key))
        return {};
    if (const QImage kept(fileOf(wish.key)); !kept.isNull()) {
        m_pictures.insert(wish.key, kept);
        return kept;
    }
    const bool waiting = std::any_of(m_wishes.begin(), m_wishes.end(),
                                     [&](const Wish& other) { return other.key == wish.key; });
    if (!waiting) {
        m_wishes.push_back(wish);
        // Later, so that a runner without threads does not draw inside a paint event.
        QMetaObject::invokeMethod(this, &Thumbnails::startNext, Qt::QueuedConnection);
    }
    return {};
}

void Thumbnails::startNext() {
    if (m_running || m_wishes.empty())
        return;
    m_running = true;
    // All pictures of one case in one go: opening it is the costly part.
    std::vector<Wish> together;
    const CaseLocator where = m_wishes.front().entry.where;
    for (const Wish& wish : m_wishes)
        if (wish.entry.where == where)
            together.push_back(wish);
    auto work = [&services = m_services, where, together](JobControl& job) {
        std::vector<Drawn> drawn;
        const auto opened = services.openCase(where, job);
        for (const Wish& wish : together)
            drawn.push_back(
                {wish.key, opened ? drawCase(*opened, wish.kind, wish.mark) : QImage()});
        return drawn;
    };
    m_jobs.run(this, std::move(work), [this](const std::vector<Drawn>& drawn) {
        for (const auto& [key, picture] : drawn) {
            if (picture.isNull())
                m_failed.insert(key);
            else if (picture.save(fileOf(key)); true)
                m_pictures.insert(key, picture);
            std::erase_if(m_wishes, [&key = key](const Wish& wish) { return wish.key == key; });
        }
        m_running = false;
        Q_EMIT ready();
        startNext();
    });
}

}  // namespace nodewise::models
