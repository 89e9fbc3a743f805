// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>
#include <memory>

namespace sluice::tests {

/// Runs an unmodified client program against a kubeconfig, with a home of its own, and waits for it to end.
class CommandLine {
public:
    struct Outcome {
        int code = -1; ///< exit code; -1 when it crashed, did not start or was killed
        QString out;
        QString err;
    };

    CommandLine(QString program, QString kubeconfig, QString home);

    /// The path of \a name, or an empty string.
    [[nodiscard]] static QString find(const QString &name);
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }

    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts it and leaves it running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    /// Reads standard output until \a count lines contain \a text; false when it ends or the guard runs out before.
    [[nodiscard]] static bool waitForLines(QProcess &process, const QString &text, int count, QString &seen);

private:
    [[nodiscard]] std::unique_ptr<QProcess> made(const QStringList &arguments) const;

    QString m_program;
    QString m_kubeconfig;
    QString m_home;
    QMap<QString, QString> m_variables;
};

} // namespace sluice::tests

/// The exit code of an Outcome; a failed command shows what it printed.
#define COMPARE_CODE(outcome, expected)                                                                      \
    QVERIFY2(                                                                                                \
        (outcome).code == (expected),                                                                        \
        qPrintable(                                                                                          \
            QStringLiteral("exit code %1\n%2\n%3").arg((outcome).code).arg((outcome).out, (outcome).err)))

/// A part of a text of an Outcome, a literal or a QString; a failure shows the whole.
#define VERIFY_CONTAINS(text, part)                                                                          \
    QVERIFY2((text).contains(QAnyStringView(part).toString()),                                               \
             qPrintable(QStringLiteral("no \"%1\" in\n%2").arg(QAnyStringView(part).toString(), text)))
