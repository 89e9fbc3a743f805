// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QVariant>

namespace sluice::base {

/// Persistent preferences by key ("appearance/theme"). Only src/app has the file behind it.
class Settings {
public:
    virtual ~Settings() = default;
    [[nodiscard]] virtual QVariant value(const QString &key, const QVariant &fallback = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
    virtual void remove(const QString &key) = 0;
    [[nodiscard]] virtual QStringList keys(const QString &prefix) const = 0;
};

/// Lives in memory; for tests and for commands that must leave no trace.
class MemorySettings final : public Settings {
public:
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const override
    {
        return m_values.value(key, fallback);
    }
    void setValue(const QString &key, const QVariant &value) override { m_values.insert(key, value); }
    void remove(const QString &key) override { m_values.remove(key); }
    [[nodiscard]] QStringList keys(const QString &prefix) const override
    {
        QStringList found;
        for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
            if (it.key().startsWith(prefix))
                found.append(it.key());
        }
        return found;
    }

private:
    QMap<QString, QVariant> m_values;
};

} // namespace sluice::base
