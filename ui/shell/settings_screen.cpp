#include "ui/shell/settings_screen.h"
#include "ui/shell/languages.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/header_strip.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/type_scale.h"
#include "ui/widgets/wrap_label.h"
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace nodewise::shell {

using widgets::makeLabel;
using widgets::TextStyle;
using widgets::TextTone;

namespace {

QVBoxLayout* headOf(const QString& text, QWidget* parent) {
    auto* head = new QVBoxLayout;
    head->setSpacing(0);
    head->addSpacing(24);
    head->addWidget(makeLabel(text, TextStyle::Section, TextTone::Strong, parent));
    head->addSpacing(4);
    head->addWidget(widgets::makeRule(parent));
    head->addSpacing(12);
    return head;
}

void addHead(QVBoxLayout* column, const QString& text, QWidget* parent) {
    column->addLayout(headOf(text, parent));
}

void addField(QVBoxLayout* column, const QString& label, QWidget* field, QWidget* parent) {
    auto* text = makeLabel(label, TextStyle::Note, TextTone::Dim, parent);
    text->setBuddy(field);
    column->addWidget(text);
    column->addSpacing(4);
    column->addWidget(field);
    column->addSpacing(12);
}

}  // namespace

SettingsScreen::SettingsScreen(models::SettingsModel& settings, models::Learner& learner,
                               const AboutFacts& facts, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_learner(learner) {
    setObjectName(QStringLiteral("settingsScreen"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* head = new widgets::HeaderStrip(this);
    head->setTitle(tr("Settings"));
    outer->addWidget(head);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    m_page = new QVBoxLayout(content);
    m_page->setContentsMargins(32, 0, 32, 32);
    m_page->setSpacing(0);
    auto* row = new QHBoxLayout;
    m_page->addLayout(row);
    row->setSpacing(64);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    m_right = right;
    for (auto* column : {left, right}) {
        column->setSpacing(0);
        row->addLayout(column, 1);
    }
    buildAppearance(left);
    buildReader(left);
    left->addStretch(1);
    buildAbout(right, facts);
    right->addStretch(1);
    content->setMaximumWidth(1120);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    connect(&settings, &models::SettingsModel::changed, this, &SettingsScreen::refresh);
    connect(&learner, &models::Learner::changed, this, &SettingsScreen::refresh);
    refresh();
}

void SettingsScreen::addSection(const QString& title, QWidget* section) {
    m_right->insertLayout(m_sections++, headOf(title, this));
    m_right->insertWidget(m_sections++, section);
}

void SettingsScreen::addWideSection(const QString& title, QWidget* section) {
    m_page->addLayout(headOf(title, this));
    m_page->addWidget(section);
}

void SettingsScreen::buildAppearance(QVBoxLayout* column) {
    addHead(column, tr("Appearance"), this);
    m_theme = new widgets::SegmentedChoice(this);
    m_theme->setObjectName(QStringLiteral("themeChoice"));
    m_theme->setLabel(tr("Theme"));
    m_theme->setSegments({{QStringLiteral("reading"), tr("Reading room"), {}, {}},
                          {QStringLiteral("light"), tr("Light"), {}, {}}});
    column->addWidget(m_theme);
    column->addSpacing(12);
    m_language = new widgets::ComboBox(QStringLiteral("languageBox"), tr("Language"), this);
    m_language->addItem(tr("As the computer"), QString());
    for (const Language& language : availableLanguages())
        m_language->addItem(language.name, language.code);
    addField(column, tr("Language"), m_language, this);
    m_restart = makeLabel(tr("The language changes with the next start."), TextStyle::Note,
                          TextTone::Dim, this);
    m_restart->hide();
    column->addWidget(m_restart);
    m_stillness = new widgets::CheckRow(QStringLiteral("reduceMotionCheck"),
                                        tr("Reduce motion: no fades"), this);
    m_no3d = new widgets::CheckRow(QStringLiteral("no3dCheck"),
                                   tr("No 3‑D views, from the next start on"), this);
    column->addWidget(m_stillness);
    column->addWidget(m_no3d);
    connect(m_theme, &widgets::SegmentedChoice::chosenChanged, this, [this] {
        models::Settings next = m_settings.settings();
        // A second press clears elsewhere; a theme there must be.
        next.lightTheme = m_theme->chosen() ? *m_theme->chosen() == 1 : next.lightTheme;
        keep(next);
    });
    connect(m_language, &QComboBox::activated, this, [this] {
        models::Settings next = m_settings.settings();
        next.language = m_language->currentData().toString();
        m_restart->setVisible(next.language != m_settings.settings().language);
        keep(next);
    });
    connect(m_stillness, &QCheckBox::clicked, this, [this](bool on) {
        models::Settings next = m_settings.settings();
        next.reduceMotion = on;
        keep(next);
    });
    connect(m_no3d, &QCheckBox::clicked, this, [this](bool on) {
        models::Settings next = m_settings.settings();
        next.disable3d = on;
        keep(next);
    });
}

void SettingsScreen::buildReader(QVBoxLayout* column) {
    addHead(column, tr("Reader"), this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("profileNameField"));
    m_name->setAccessibleName(tr("Your name, optional"));
    m_name->setMaxLength(60);
    addField(column, tr("Your name, optional"), m_name, this);
    m_exam = new QLineEdit(this);
    m_exam->setObjectName(QStringLiteral("settingsExamField"));
    m_exam->setAccessibleName(tr("Exam date, optional"));
    m_exam->setPlaceholderText(tr("year-month-day"));
    addField(column, tr("Exam date, optional"), m_exam, this);
    m_dailyCap = new QSpinBox(this);
    m_dailyCap->setObjectName(QStringLiteral("dailyCapField"));
    m_dailyCap->setAccessibleName(tr("Calls a day, at most"));
    m_dailyCap->setRange(1, 200);
    m_dailyCap->setButtonSymbols(QAbstractSpinBox::NoButtons);
    addField(column, tr("Calls a day, at most"), m_dailyCap, this);
    m_edition = new widgets::SegmentedChoice(this);
    m_edition->setObjectName(QStringLiteral("editionChoice"));
    //: Edition of the TNM classification of tumours.
    m_edition->setLabel(tr("TNM edition for your own series"));
    m_edition->setSegments({{QStringLiteral("tnm8"), QStringLiteral("TNM8"), {}, {}},
                            {QStringLiteral("tnm9"), QStringLiteral("TNM9"), {}, {}}});
    column->addWidget(m_edition);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (const auto kept = m_learner.setName(m_name->text()); !kept)
            Q_EMIT problem(kept.error());
    });
    connect(m_exam, &QLineEdit::editingFinished, this, [this] {
        const auto kept = m_learner.setExamDate(m_exam->text());
        m_exam->setProperty("invalid", !kept);
        m_exam->style()->unpolish(m_exam);
        m_exam->style()->polish(m_exam);
        m_exam->setToolTip(kept ? QString()
                                : tr("This is no date. Write year-month-day, as in 2027-02-17."));
    });
    connect(m_dailyCap, &QSpinBox::valueChanged, this, [this](int calls) {
        if (const auto kept = m_learner.setDailyCap(calls); !kept)
            Q_EMIT problem(kept.error());
    });
    connect(m_edition, &widgets::SegmentedChoice::chosenChanged, this, [this] {
        models::Settings next = m_settings.settings();
        if (m_edition->chosen())
            next.edition = *m_edition->chosen() == 0 ? Edition::Tnm8 : Edition::Tnm9;
        keep(next);
    });
}

void SettingsScreen::buildAbout(QVBoxLayout* column, const AboutFacts& facts) {
    addHead(column, tr("About"), this);
    const auto line = [&](const QString& text, TextStyle style, TextTone tone) {
        auto* label = widgets::makeWrapped(text, style, tone, this);
        column->addWidget(label);
        column->addSpacing(8);
    };
    line(tr("Nodewise %1").arg(facts.version), TextStyle::Head, TextTone::Strong);
    line(tr("A trainer for calling extranodal extension on CT of the neck."), TextStyle::Base,
         TextTone::Text);
    line(tr("Teaching and research; not a medical device. Not for diagnosis or treatment."),
         TextStyle::Base, TextTone::Text);
    line(tr("Free software under the GNU General Public License, version 3 or later, without any "
            "warranty."),
         TextStyle::Base, TextTone::Text);
    line(tr("Built with Qt, VTK, DCMTK, SQLite and others; their notices come with the program."),
         TextStyle::Note, TextTone::Dim);
    line(tr("Everything stays on this computer, in %1").arg(facts.dataFolder), TextStyle::Note,
         TextTone::Dim);
    line(tr("3‑D views: %1").arg(facts.graphics), TextStyle::Note, TextTone::Dim);
}

void SettingsScreen::refresh() {
    const models::Settings& now = m_settings.settings();
    m_theme->setChosen(now.lightTheme ? 1 : 0);
    m_edition->setChosen(now.edition == Edition::Tnm8 ? 0 : 1);
    m_language->setCurrentIndex(std::max(0, m_language->findData(now.language)));
    m_no3d->setChecked(now.disable3d);
    m_stillness->setChecked(now.reduceMotion);
    if (!m_name->hasFocus())
        m_name->setText(m_learner.name());
    if (!m_exam->hasFocus())
        m_exam->setText(m_learner.examDate());
    const QSignalBlocker quiet(m_dailyCap);
    m_dailyCap->setValue(m_learner.dailyCap());
}

void SettingsScreen::keep(const models::Settings& settings) {
    if (const auto kept = m_settings.change(settings); !kept)
        Q_EMIT problem(kept.error());
    refresh();
}

}  // namespace nodewise::shell
