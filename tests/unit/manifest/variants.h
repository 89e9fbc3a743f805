// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <map>
#include <vector>

/// A project folder made for a test: path -> bytes.
struct Variant {
    QString name;
    std::map<QString, QByteArray> files;
};

/// The sample project and more than twenty others, each with something kustomize treats in a way of its own.
std::vector<Variant> projectVariants();

/// The files of the sample project.
std::map<QString, QByteArray> sampleFiles();

/// Writes them below \a folder.
bool writeFiles(const QString &folder, const std::map<QString, QByteArray> &files);
