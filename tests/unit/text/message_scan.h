// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

/// A string of the form of a message id in a source text.
struct MessageUse {
    QString id;
    QString place; ///< file:line
    bool certain = false; ///< the argument of a Message{…}: it must be in the catalogue
    std::optional<int> arguments; ///< how many stand beside it, where that can be read off the text
};

/// Finds in \a source every string that begins with one of \a prefixes and a dot, and every id given to a
/// Message. A text-only scan: it knows strings and balanced braces, nothing else of C++.
[[nodiscard]] QList<MessageUse> scanMessages(const QString &source, const QString &file,
                                             const QStringList &prefixes);

/// The ids that \a source may put together at run time: a string that ends with a dot, joined with each other
/// string and with those that begin with a dot ("parameter." + "image" + ".meaning").
[[nodiscard]] QStringList composedIds(const QString &source);
