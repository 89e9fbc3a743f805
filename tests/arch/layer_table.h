// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace arch {

struct Layer {
    QSet<QString> folders; ///< of ours, beside itself
    QSet<QString> libraries; ///< third-party, beside those that every folder may include
};

/// src/layers.txt: who may include whom.
class LayerTable {
public:
    [[nodiscard]] static LayerTable parse(const QString &text);

    /// The row that the file \a path (below src/) belongs to, the longest that fits; empty when there is
    /// none.
    [[nodiscard]] QString folderOf(const QString &path) const;
    [[nodiscard]] const QMap<QString, Layer> &layers() const { return m_layers; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; } ///< lines that could not be read

private:
    QMap<QString, Layer> m_layers;
    QStringList m_problems;
};

} // namespace arch
