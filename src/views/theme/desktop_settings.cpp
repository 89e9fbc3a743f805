// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/desktop_settings.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace sluice::views {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString kde = QStringLiteral("org.kde.kdeglobals.KDE");

QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

void DesktopSettings::setWishes(const Wishes &wishes)
{
    if (m_wishes == wishes)
        return;
    m_wishes = wishes;
    Q_EMIT changed();
}

void PortalSettings::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("ReadAll"));
    call << QStringList{appearance, gnome, kde};
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusMessage reply = done->reply();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return;
        const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
        QMap<QString, QVariantMap> groups;
        argument >> groups;
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (auto entry = group->cbegin(); entry != group->cend(); ++entry)
                take(group.key(), entry.key(), entry.value());
        }
    });
}

void PortalSettings::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    Wishes next = wishes();
    if (group == appearance && key == QLatin1String("color-scheme")) {
        switch (plain.toUInt()) { // 0 no preference, 1 dark, 2 light
        case 1:
            next.dark = true;
            break;
        case 2:
            next.dark = false;
            break;
        default:
            next.dark.reset();
            break;
        }
    } else if (group == appearance && key == QLatin1String("contrast")) {
        next.highContrast = plain.toUInt() == 1;
    } else if (group == gnome && key == QLatin1String("enable-animations")) {
        next.reducedMotion = !plain.toBool();
    } else if (group == kde && key == QLatin1String("AnimationDurationFactor")) {
        next.reducedMotion = plain.toDouble() <= 0;
    }
    setWishes(next);
}

void PortalSettings::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

} // namespace sluice::views
