// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <map>
#include <variant>

namespace sluice::domain {

/// The value of a CloudEvents attribute. Timestamps, URIs and binaries are their canonical strings.
using AttributeValue = std::variant<bool, qint32, QString>;

/// The value as text: "true", "42" or the string itself.
[[nodiscard]] QString attributeText(const AttributeValue &value);

/// An event of CloudEvents 1.0: context attributes under their lower-case names, extensions among them, and its data.
struct CloudEvent {
    std::map<QString, AttributeValue> attributes;
    QByteArray data;

    /// The attribute, or nullptr.
    [[nodiscard]] const AttributeValue *attribute(const QString &name) const;
    /// Its text, or an empty one.
    [[nodiscard]] QString text(const QString &name) const;
    bool operator==(const CloudEvent &) const = default;
};

} // namespace sluice::domain
