/// robot.h: a reader in front of a real window: finds widgets by name, presses keys, clicks, drops.
#pragma once
#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>
#include <QWidget>
#include <QWindow>

namespace nodewise::tests {

class Robot {
public:
    explicit Robot(QWidget& window)
        : m_window(window) {}

    /// The visible widget of that name, else any of that name; null when there is none.
    template <class T = QWidget>
    [[nodiscard]] T* find(const char* name) const {
        const auto all = m_window.findChildren<T*>(QString::fromLatin1(name));
        for (T* widget : all)
            if (widget->isVisible())
                return widget;
        return all.isEmpty() ? nullptr : all.front();
    }
    [[nodiscard]] bool sees(const char* name) const {
        const QWidget* widget = find(name);
        return widget && widget->isVisible();
    }

    /// Keys go to the window as from the platform: shortcuts and focus decide who gets them.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(m_window.windowHandle(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& text) {
        for (const QChar letter : text)
            QTest::keyClick(m_window.windowHandle(), letter.toLatin1());
    }
    /// Tab until the widget of that name has the focus; false when Tab never gets there.
    [[nodiscard]] bool tabTo(const char* name) {
        const QString wanted = QString::fromLatin1(name);
        for (int i = 0; i < 200; ++i) {
            const QWidget* focus = QApplication::focusWidget();
            if (focus && focus->objectName() == wanted)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }

    /// False when nobody could click it: absent, hidden or disabled.
    [[nodiscard]] bool click(const char* name) {
        QWidget* widget = find(name);
        if (!widget || !widget->isVisible() || !widget->isEnabled())
            return false;
        QTest::mouseClick(widget, Qt::LeftButton);
        return true;
    }

    /// Files or folders let go over the window.
    void drop(const QStringList& paths) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        const QPoint at = m_window.rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_window, &enter);
        QVERIFY2(enter.isAccepted(), "the window refuses what is dragged over it");
        QDropEvent let(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_window, &let);
    }

private:
    QWidget& m_window;
};

}  // namespace nodewise::tests
