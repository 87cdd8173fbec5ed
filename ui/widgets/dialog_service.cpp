#include "ui/widgets/dialog_service.h"
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace nodewise::widgets {

namespace {

std::optional<QString> given(const QString& path) {
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

}  // namespace

std::optional<QString> QtDialogService::openFile(QWidget* parent, const QString& title,
                                                 const QString& filter) {
    return given(QFileDialog::getOpenFileName(parent, title, {}, filter));
}

std::optional<QString> QtDialogService::openFolder(QWidget* parent, const QString& title) {
    return given(QFileDialog::getExistingDirectory(parent, title));
}

std::optional<QString> QtDialogService::saveFile(QWidget* parent, const QString& title,
                                                 const QString& suggested, const QString& filter) {
    return given(QFileDialog::getSaveFileName(parent, title, suggested, filter));
}

Answer QtDialogService::ask(QWidget* parent, const Question& question) {
    QMessageBox box(QMessageBox::NoIcon, question.title, question.title, QMessageBox::NoButton,
                    parent);
    box.setInformativeText(question.detail);
    auto* primary = box.addButton(question.primary, QMessageBox::AcceptRole);
    QPushButton* second = nullptr;
    if (!question.second.isEmpty())
        second = box.addButton(question.second, QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(primary);
    box.exec();
    if (box.clickedButton() == primary)
        return Answer::Primary;
    return second && box.clickedButton() == second ? Answer::Second : Answer::Cancel;
}

void QtDialogService::tell(QWidget* parent, const QString& title, const QString& detail) {
    QMessageBox box(QMessageBox::NoIcon, title, title, QMessageBox::Close, parent);
    box.setInformativeText(detail);
    box.exec();
}

std::optional<int> QtDialogService::choose(QWidget* parent, const QString& title,
                                           const QStringList& items) {
    bool accepted = false;
    const QString chosen = QInputDialog::getItem(parent, title, title, items, 0, false, &accepted);
    if (!accepted)
        return std::nullopt;
    return static_cast<int>(items.indexOf(chosen));
}

std::optional<QString> QtDialogService::askText(QWidget* parent, const QString& title,
                                                const QString& label, const QString& initial) {
    bool accepted = false;
    const QString text =
        QInputDialog::getText(parent, title, label, QLineEdit::Normal, initial, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

std::optional<QString> QtDialogService::askSecret(QWidget* parent, const QString& title,
                                                  const QString& label) {
    bool accepted = false;
    const QString text =
        QInputDialog::getText(parent, title, label, QLineEdit::Password, {}, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

}  // namespace nodewise::widgets
