// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"
#include "lint/lookup.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

/// The split of one Service or Route, judged as Serving's webhook and Route controller do (serving 1.15,
/// pkg/apis/serving/v1/route_validation.go, pkg/reconciler/route/domains).
class TrafficCheck {
public:
    TrafficCheck(const Object &object, Reporter &out)
        : m_object(object)
        , m_out(out)
        , m_list(object.at(m_path))
    {
    }

    void run()
    {
        if (!m_list || !m_list->is_array() || m_list->empty())
            return;
        sum();
        for (std::size_t i = 0; i < m_list->size(); ++i) {
            if (!(*m_list)[i].is_object())
                continue;
            tag(i);
            target(i);
            if (m_object.isKnativeService())
                revision(i);
        }
    }

private:
    void sum()
    {
        qint64 total = 0;
        std::size_t largest = 0;
        qint64 most = -1;
        for (std::size_t i = 0; i < m_list->size(); ++i) {
            const Json *percent = base::find((*m_list)[i], {"percent"});
            if (percent && !percent->is_number_integer())
                return; // the wrong type is told elsewhere
            const qint64 value = percent ? percent->get<qint64>() : 0;
            total += value;
            if (value > most) {
                most = value;
                largest = i;
            }
        }
        if (total == 100)
            return;
        const qint64 fitting = most + 100 - total;
        Reporter::FixMaker fix;
        if (fitting >= 0 && fitting <= 100) {
            fix = [this, largest, fitting](FixBuilder &builder) {
                builder.set(source(m_path / largest / std::string("percent")), fitting);
                return Message{QStringLiteral("lint.fix.percent"),
                               {QString::number(largest + 1), QString::number(fitting)}};
            };
        }
        m_out.add("traffic-sum", m_object, m_path,
                  Message{QStringLiteral("lint.traffic-sum"), {QString::number(total)}}, fix);
    }

    void tag(std::size_t i)
    {
        const QString tag = text(i, "tag");
        if (tag.isEmpty())
            return;
        const yaml::Path path = m_path / i / std::string("tag");
        if (!isDns1035(tag)) {
            static const QRegularExpression others(QStringLiteral("[^a-z0-9-]+"));
            QString legal = tag.toLower();
            legal.replace(others, QStringLiteral("-"));
            while (!legal.isEmpty() && !legal.front().isLetter())
                legal.remove(0, 1);
            while (legal.endsWith(u'-'))
                legal.chop(1);
            m_out.add("traffic-tag", m_object, path, Message{QStringLiteral("lint.traffic-tag"), {tag}},
                      isDns1035(legal) ? setter(path, legal) : Reporter::FixMaker());
            return;
        }
        for (std::size_t before = 0; before < i; ++before) {
            if (text(before, "tag") != tag)
                continue;
            QString other = tag;
            for (int n = 2; hasTag(other); ++n)
                other = QStringLiteral("%1-%2").arg(tag).arg(n);
            m_out.add("traffic-tag", m_object, path, Message{QStringLiteral("lint.traffic-tag.twice"), {tag}},
                      setter(path, other));
            break;
        }
        // The first label of the tag's host: config-network's tag-template as installed.
        const QString label = tag + u'-' + m_object.id.name;
        if (label.size() > 63) {
            const qsizetype room = 63 - 1 - m_object.id.name.size();
            QString shorter = tag.left(std::max<qsizetype>(0, room));
            while (shorter.endsWith(u'-'))
                shorter.chop(1);
            m_out.add("host-label", m_object, path,
                      Message{QStringLiteral("lint.host-label"), {label, QString::number(label.size())}},
                      isDns1035(shorter) && !hasTag(shorter) ? setter(path, shorter) : Reporter::FixMaker());
        }
    }

    void target(std::size_t i)
    {
        const Json &entry = (*m_list)[i];
        const bool names = !text(i, "revisionName").isEmpty();
        const Json *latest = base::find(entry, {"latestRevision"});
        const auto drop = [this, i](const char *key) {
            return [this, i, key](FixBuilder &builder) {
                builder.remove(source(m_path / i / std::string(key)));
                return Message{QStringLiteral("lint.fix.remove"), {QString::fromLatin1(key)}};
            };
        };
        if (names && latest && *latest == true) {
            m_out.add(
                "traffic-target", m_object, m_path / i / std::string("latestRevision"),
                Message{QStringLiteral("lint.traffic-target.latest-and-name"), {text(i, "revisionName")}},
                drop("latestRevision"));
        }
        if (!names && text(i, "configurationName").isEmpty() && latest && *latest == false) {
            m_out.add("traffic-target", m_object, m_path / i / std::string("latestRevision"),
                      Message{QStringLiteral("lint.traffic-target.no-name"), {}},
                      [this, i](FixBuilder &builder) {
                          builder.set(source(m_path / i / std::string("latestRevision")), true);
                          return Message{QStringLiteral("lint.fix.follow-latest"), {}};
                      });
        }
        if (m_object.isKnativeService() && entry.contains("configurationName")) {
            m_out.add("traffic-target", m_object, m_path / i / std::string("configurationName"),
                      Message{QStringLiteral("lint.traffic-target.configuration"), {}},
                      drop("configurationName"));
        }
        if (entry.contains("url")) {
            m_out.add("traffic-target", m_object, m_path / i / std::string("url"),
                      Message{QStringLiteral("lint.traffic-target.url"), {}}, drop("url"));
        }
        const Json *percent = base::find(entry, {"percent"});
        if (percent && percent->is_number_integer()
            && (percent->get<qint64>() < 0 || percent->get<qint64>() > 100)) {
            m_out.add("traffic-target", m_object, m_path / i / std::string("percent"),
                      Message{QStringLiteral("lint.traffic-target.percent"),
                              {QString::number(percent->get<qint64>())}});
        }
    }

    void revision(std::size_t i)
    {
        const QString name = text(i, "revisionName");
        const QString prefix = m_object.id.name + u'-';
        if (name.isEmpty())
            return;
        const yaml::Path path = m_path / i / std::string("revisionName");
        if (!name.startsWith(prefix)) {
            m_out.add("traffic-revision", m_object, path,
                      Message{QStringLiteral("lint.traffic-revision"), {name, m_object.id.name}},
                      setter(path, renamed(name)));
            return;
        }
        static const QRegularExpression generated(QStringLiteral("^\\d{5,}$"));
        if (generated.match(name.mid(prefix.size())).hasMatch()
            || name == m_object.text("spec.template.metadata.name"))
            return;
        m_out.add("revision-unknown", m_object, path,
                  Message{QStringLiteral("lint.revision-unknown"), {name}});
    }

    /// \a name with the Service's earlier name in front replaced by its present one.
    [[nodiscard]] QString renamed(const QString &name) const
    {
        for (const QString &before : m_object.names) {
            if (name.startsWith(before + u'-'))
                return m_object.id.name + name.mid(before.size());
        }
        return {};
    }

    [[nodiscard]] Reporter::FixMaker setter(const yaml::Path &path, const QString &value) const
    {
        if (value.isEmpty())
            return {};
        return [this, path, value](FixBuilder &builder) {
            builder.set(source(path), value.toStdString());
            return Message{QStringLiteral("lint.fix.set"), {yaml::toString({path.back()}), value}};
        };
    }

    [[nodiscard]] bool hasTag(const QString &tag) const
    {
        for (std::size_t i = 0; i < m_list->size(); ++i) {
            if (text(i, "tag") == tag)
                return true;
        }
        return false;
    }

    [[nodiscard]] QString text(std::size_t i, const char *key) const
    {
        return base::stringAt((*m_list)[i], key);
    }
    [[nodiscard]] manifest::Source source(const yaml::Path &path) const
    {
        return m_object.work.sourceOf(path);
    }

    const Object &m_object;
    Reporter &m_out;
    const yaml::Path m_path = yaml::keys({"spec", "traffic"});
    const Json *m_list;
};

void checkRevisionName(const Object &object, Reporter &out)
{
    const QString name = object.text("spec.template.metadata.name");
    const QString prefix = object.id.name + u'-';
    if (name.isEmpty() || (name.startsWith(prefix) && isDns1035(name)))
        return;
    const yaml::Path path = yaml::keys({"spec", "template", "metadata", "name"});
    QString legal;
    for (const QString &before : object.names) {
        if (legal.isEmpty() && name.startsWith(before + u'-'))
            legal = object.id.name + name.mid(before.size());
    }
    if (legal.isEmpty())
        legal = prefix + name;
    Reporter::FixMaker fix;
    if (isDns1035(legal)) {
        fix = [&object, path, legal](FixBuilder &builder) {
            builder.set(object.work.sourceOf(path), legal.toStdString());
            return Message{QStringLiteral("lint.fix.set"), {QStringLiteral("name"), legal}};
        };
    }
    out.add("revision-name", object, path,
            Message{QStringLiteral("lint.revision-name"), {name, object.id.name}}, fix);
}

} // namespace

void checkTraffic(const View &, const Stage &stage, Reporter &out)
{
    for (const Object &object : stage.objects) {
        if (object.isKnativeService())
            checkRevisionName(object, out);
        if (object.isKnativeService() || object.is(u"serving.knative.dev", u"Route"))
            TrafficCheck(object, out).run();
    }
}

} // namespace sluice::lint
