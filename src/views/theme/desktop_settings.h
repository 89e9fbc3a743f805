// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDBusVariant>
#include <QObject>
#include <QVariant>
#include <optional>

namespace sluice::views {

/// What the desktop wishes about looks. Empty where it does not say.
class DesktopSettings : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    struct Wishes {
        std::optional<bool> dark;
        bool highContrast = false;
        bool reducedMotion = false;
        bool operator==(const Wishes &) const = default;
    };
    [[nodiscard]] const Wishes &wishes() const { return m_wishes; }
    /// Starts to ask; changed() follows when an answer differs from what is known.
    virtual void start() { }

Q_SIGNALS:
    void changed();

protected:
    void setWishes(const Wishes &wishes);

private:
    Wishes m_wishes;
};

/// The settings portal: org.freedesktop.appearance color-scheme and contrast, and the animation switches of GNOME and KDE.
/// Source: xdg-desktop-portal, org.freedesktop.portal.Settings.
class PortalSettings final : public DesktopSettings {
    Q_OBJECT
public:
    using DesktopSettings::DesktopSettings;
    void start() override;
    /// Takes one value as the portal names it; nested variants are unwrapped. Public for tests.
    void take(const QString &group, const QString &key, const QVariant &value);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace sluice::views
