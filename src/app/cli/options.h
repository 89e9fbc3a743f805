// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/new_project.h"
#include "session/apply_plan.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace sluice::app {

/// The command line as values. A verb with its flags; kubectl's shared flags mean what they mean there.
struct CliOptions {
    enum class Verb { Window, New, Render, Lint, Diff, Apply, Sandbox, Tour };
    Verb verb = Verb::Window;
    QString path; ///< project folder of the verb, or of the window; "." for verbs that need one
    bool demo = false; ///< window: the embedded cluster with the sample project

    // kubectl's shared flags
    QString kubeconfig;
    QString context;
    QString nameSpace;
    QString impersonate; ///< --as
    QStringList impersonateGroups; ///< --as-group
    int requestTimeoutMs = 0; ///< 0: none
    QString output; ///< -o: text, json, yaml, sarif
    int verbosity = 0; ///< -v

    QString environment;
    bool sandbox = false;
    bool dryRunServer = false;
    bool wait = false;
    int waitTimeoutMs = 600000;
    bool createNamespace = false;
    bool allowCredentialPlugin = false;
    bool allowRemoteBases = false;
    session::ApplyConsent consent;

    // new
    manifest::NewProject project;

    // lint
    bool fix = false;
    bool strict = false;
    bool listRules = false;
    std::optional<int> release; ///< minor of Knative 1.x

    // sandbox
    QString listen; ///< address[:port]
    QString kubeconfigOut;
    int speed = 1;
    quint64 seed = 1;

    // tour
    QString out;
    bool story = false;
};

/// The options, or what to print and with which exit code (help, version, a usage error).
struct CliAnswer {
    std::optional<CliOptions> options;
    QString text;
    bool isError = false;
};

/// Reads the arguments (without the program name). \a programName: as called, for the usage text ("kubectl sluice").
[[nodiscard]] CliAnswer parseArguments(const QStringList &arguments, const QString &programName);

/// The minor of "1.18", "v1.18.2" or "18"; nothing for anything else.
[[nodiscard]] std::optional<int> parseRelease(const QString &text);

/// A Go duration or a plain number of seconds, as kubectl takes for timeouts; nothing for anything else.
[[nodiscard]] std::optional<int> parseTimeoutMs(const QString &text);

} // namespace sluice::app
