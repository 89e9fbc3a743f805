// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/view.h"

namespace sluice::lint {

/// Collects the edits of one fix. A step that cannot be done (the value is written inside another file's text, the
/// span edit was refused) spoils the whole, and no fix is offered.
class FixBuilder {
public:
    explicit FixBuilder(const View &view)
        : m_view(view)
    {
    }

    /// Sets the value at \a source, adding the key and mappings above it where they are missing.
    void set(const manifest::Source &source, const base::Json &value);
    void remove(const manifest::Source &source);
    /// Gives the key that \a source ends with another name; its value and place stay.
    void rename(const manifest::Source &source, const std::string &key);
    /// Replaces \a word wherever it stands by itself in the text at \a source, however the text is written.
    void replaceWord(const manifest::Source &source, const QString &word, const QString &better);
    void append(const manifest::Source &list, const base::Json &value);
    /// Adds \a value to the list \a key of a kustomization, which need not have one yet.
    void appendTo(const QString &file, const std::string &key, const base::Json &value);
    void create(const QString &file, const QByteArray &bytes);
    void removeFile(const QString &file);
    void refuse() { m_refused = true; }

    /// The bytes that \a file has by now; null when there is none.
    [[nodiscard]] QByteArray bytes(const QString &file) const;
    [[nodiscard]] std::optional<Fix> done(base::Message what) const;

private:
    using Edit = std::function<base::Result<yaml::Document>(const yaml::Document &)>;
    void edit(const QString &file, std::size_t document, const Edit &edit);

    const View &m_view;
    std::map<QString, QByteArray> m_changed; ///< null: the file goes
    bool m_refused = false;
};

/// The edits, line by line, that turn \a before into \a after.
[[nodiscard]] std::vector<TextEdit> textEdits(const QString &file, const QByteArray &before,
                                              const QByteArray &after);

/// Inverse of yaml::toPointer for one step: "a/b" -> "a~1b".
[[nodiscard]] std::string escapedStep(const std::string &key);

} // namespace sluice::lint
