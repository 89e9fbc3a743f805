// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// One entry of a .ts file.
struct TsMessage {
    QString context;
    QString source;
    bool counts = false; ///< has plural forms
    bool finished = true;
    QStringList translations; ///< one, or one for each plural form
};

/// The entries of a .ts file; empty when it is not one.
[[nodiscard]] QList<TsMessage> readTs(const QByteArray &xml);

/// What is wrong with the translations of \a messages, one line each. \a forms: plural forms of the language.
[[nodiscard]] QStringList problemsOf(const QList<TsMessage> &messages, int forms);

/// The literals that C++ code marks for translation, by tr, translate and the NOOP macros, as the .ts file spells them.
[[nodiscard]] QStringList markedTexts(const QString &code);
