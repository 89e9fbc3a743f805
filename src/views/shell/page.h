// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/widgets/bar.h"

#include <QIcon>
#include <QVariantMap>
#include <QWidget>
#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace sluice::views {

class ElidedLabel;
class FilterField;
class Text;

/// An object or act that the command palette offers besides the shell's own actions.
struct PaletteItem {
    QString text; ///< what is searched first
    QString detail; ///< kind, namespace, environment
    QIcon icon;
    std::function<void()> run;
    QString hint = {}; ///< shortcut as text, when it has one
};

/// The base of the window's pages: a header with title, subtitle, chips and actions, message bars below it, and the
/// content. Pages are made on their first visit. What a page publishes here, the shell shows in its place: the inspector,
/// the drawer, unsaved work. Acts of a page are QActions added with addAction(); the palette and the cheat sheet list them,
/// and a shortcut can be changed when the action has an objectName.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;

    /// What the inspector pane shows; null hides the pane. Owned by the page; the pane borrows it while the page is shown.
    [[nodiscard]] QWidget *inspector() const { return m_inspector; }
    /// What stands in the drawer below the content; null closes it. Owned like the inspector.
    [[nodiscard]] QWidget *drawer() const { return m_drawer; }
    /// Whether the page itself carries the production band, beside the act that would change production.
    [[nodiscard]] virtual bool showsProduction() const { return false; }
    /// Where "/" goes; null when the page has none.
    [[nodiscard]] virtual FilterField *filterField() const { return nullptr; }
    /// F5: asks the cluster or the disk again.
    virtual void refresh() { }
    /// Follows a link into the page: { "service": …, "environment": …, "file": …, "line": … }.
    virtual void open(const QVariantMap &where);
    /// The page came into or left the front.
    virtual void entered() { }
    virtual void left() { }

    [[nodiscard]] virtual QString undoText() const { return {}; } ///< empty: nothing to undo
    [[nodiscard]] virtual QString redoText() const { return {}; }
    virtual void undo() { }
    virtual void redo() { }
    /// One line for each thing that closing would lose.
    [[nodiscard]] virtual QStringList unsavedWork() const { return {}; }
    /// Objects of this page for the command palette.
    [[nodiscard]] virtual QList<PaletteItem> paletteItems() const { return {}; }

    /// Message bars below the content, where they move nothing, by an id of the caller, so that the same problem stays one
    /// bar. Returns the bar to connect to.
    Bar *showBar(const QString &id, const BarText &text);
    void hideBar(const QString &id);

Q_SIGNALS:
    void inspectorChanged();
    void drawerChanged();
    /// Undo, redo or unsaved work differ from before.
    void workChanged();
    /// Asks the shell to show another page, with what its open() shall get.
    void pageRequested(const QString &pageId, const QVariantMap &where);
    /// Asks the shell to run one of its commands: "cluster.connect".
    void commandRequested(const QString &commandId);

protected:
    void setTitle(const QString &title);
    /// Dim words after the title: "python-api-base · 3 environments".
    void setSubtitle(const QString &subtitle);
    /// Chips and selectors after the subtitle.
    void addToHeader(QWidget *widget);
    /// Buttons at the end of the header; the primary one last.
    void addHeaderAction(QWidget *widget);
    /// Where the content goes, between header and bars, inside the page's margins.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// \a widget becomes a child of the page. The same widget again only tells that it changed.
    void setInspector(QWidget *widget);
    void setDrawer(QWidget *widget);
    void changeEvent(QEvent *event) override;

private:
    void relayout();

    QVBoxLayout *m_outer;
    QHBoxLayout *m_header;
    QHBoxLayout *m_headerStart;
    QHBoxLayout *m_headerEnd;
    Text *m_title;
    ElidedLabel *m_subtitle;
    QVBoxLayout *m_bars;
    QVBoxLayout *m_body;
    QWidget *m_inspector = nullptr;
    QWidget *m_drawer = nullptr;
};

/// How the rail and the shell know a page before it is made.
struct PageInfo {
    QString id; ///< "environments"
    QString title; ///< translated
    QString icon; ///< a name for ownIcon(): "rail-environments"
    std::function<Page *(QWidget *parent)> create; ///< called once, on the first visit
};

} // namespace sluice::views
