// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/annotations.h"
#include "lint/checks.h"
#include "lint/lookup.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

const QString scalingGroup = QStringLiteral("autoscaling.knative.dev/");

Message messageOf(const AnnotationFault &fault, const QString &key, const QString &value)
{
    using Kind = AnnotationFault::Kind;
    const QStringList &more = fault.arguments;
    switch (fault.kind) {
    case Kind::NotWhole:
        return {QStringLiteral("lint.annotation-value.whole"), {key, value}};
    case Kind::NotNumber:
        return {QStringLiteral("lint.annotation-value.number"), {key, value}};
    case Kind::NotDuration:
        return {QStringLiteral("lint.annotation-value.duration"), {key, value}};
    case Kind::NotWholeSeconds:
        return {QStringLiteral("lint.annotation-value.seconds"), {key, value}};
    case Kind::TooSmall:
        return {QStringLiteral("lint.annotation-value.small"), {key, value, more.value(0)}};
    case Kind::OutOfRange:
        return {QStringLiteral("lint.annotation-value.range"), {key, value, more.value(0), more.value(1)}};
    case Kind::NotOneOf:
        break;
    }
    return {QStringLiteral("lint.annotation-value.one-of"), {key, value, more.value(0)}};
}

/// The annotations of one Knative Service or Configuration and of its template.
class AnnotationCheck {
public:
    AnnotationCheck(const View &view, const Object &object, Reporter &out)
        : m_view(view)
        , m_object(object)
        , m_out(out)
        , m_template(templateAnnotations(object))
    {
    }

    void run()
    {
        if (const Json *own = m_object.at(m_ownPath); own && own->is_object()) {
            for (const auto &[key, value] : own->items())
                ownKey(QString::fromStdString(key));
        }
        if (!m_template)
            return;
        for (const auto &[key, value] : m_template->items()) {
            const QString name = QString::fromStdString(key);
            templateKey(name);
            if (value.is_string() && name.startsWith(scalingGroup))
                templateValue(name, QString::fromStdString(value.get<std::string>()));
        }
        bounds("min-scale", "max-scale");
        bounds("min-scale", "activation-scale");
        bounds("activation-scale", "max-scale");
        target();
    }

private:
    void ownKey(const QString &key)
    {
        if (key.startsWith(QLatin1String("autoscaling.knative.dev")) || isOnlyOnTemplate(key)) {
            misplaced(m_ownPath / key.toStdString(), templateAnnotation(key.toStdString()),
                      Message{QStringLiteral("lint.annotation-place.template"), {key}});
        } else if (key == u"networking.knative.dev/visibility") {
            misplaced(m_ownPath / key.toStdString(), yaml::keys({"metadata", "labels", key.toStdString()}),
                      Message{QStringLiteral("lint.annotation-place.label"), {key}});
        } else {
            unknown(key, m_ownPath / key.toStdString(), false);
        }
    }

    static bool isOnlyOnTemplate(const QString &key)
    {
        return knownAnnotations(true).contains(key) && !knownAnnotations(false).contains(key);
    }

    void templateKey(const QString &key)
    {
        const yaml::Path path = templateAnnotation(key.toStdString());
        if (knownAnnotations(false).contains(key) && !knownAnnotations(true).contains(key)) {
            misplaced(path, m_ownPath / key.toStdString(),
                      Message{QStringLiteral("lint.annotation-place.service"), {key}});
            return;
        }
        if (key == u"networking.knative.dev/visibility") {
            misplaced(path, yaml::keys({"metadata", "labels", key.toStdString()}),
                      Message{QStringLiteral("lint.annotation-place.label"), {key}});
            return;
        }
        const ScalingAnnotation *known =
            key.startsWith(scalingGroup) ? findScalingAnnotation(key.mid(scalingGroup.size())) : nullptr;
        if (known && key.mid(scalingGroup.size()) != QLatin1String(known->name)) {
            alias(key, scalingGroup + QLatin1String(known->name), path);
        } else if (key == u"features.knative.dev/podspec-dryrun") {
            if (m_view.options.release.value_or(0) >= 20)
                gone(key, path, 20);
        } else if (!known) {
            unknown(key, path, true);
        }
    }

    /// Keys under Knative's own prefixes that it does not read.
    void unknown(const QString &key, const yaml::Path &path, bool onTemplate)
    {
        const QString group = key.section(u'/', 0, 0);
        const QString name = key.section(u'/', 1);
        static const QStringList groups{
            QStringLiteral("autoscaling.knative.dev"), QStringLiteral("serving.knative.dev"),
            QStringLiteral("networking.knative.dev"), QStringLiteral("queue.sidecar.serving.knative.dev"),
            QStringLiteral("features.knative.dev")};
        const QStringList known = knownAnnotations(onTemplate);
        if (known.contains(key))
            return;
        QString meant;
        if (groups.contains(group)) {
            meant = nearest(key, known);
        } else if (!name.isEmpty() && group.endsWith(QLatin1String("knative.dev"))) {
            // A wrong prefix with a right name: "autoscaling.internal.knative.dev/min-scale", "knative.dev/target".
            for (const QString &candidate : known) {
                if (candidate.section(u'/', 1) == name)
                    meant = candidate;
            }
            if (meant.isEmpty())
                return;
        } else {
            const QString closeGroup = nearest(group, groups);
            if (name.isEmpty() || closeGroup.isEmpty() || !known.contains(closeGroup + u'/' + name))
                return;
            meant = closeGroup + u'/' + name;
        }
        if (meant.isEmpty()) {
            m_out.add("annotation-unknown", m_object, path,
                      Message{QStringLiteral("lint.annotation-unknown"), {key}});
            return;
        }
        m_out.add("annotation-unknown", m_object, path,
                  Message{QStringLiteral("lint.annotation-unknown.meant"), {key, meant}},
                  renamer(path, meant));
    }

    void alias(const QString &key, const QString &name, const yaml::Path &path)
    {
        if (m_template->contains(name.toStdString())) {
            m_out.add("annotation-alias", m_object, path,
                      Message{QStringLiteral("lint.annotation-alias.both"), {key, name}},
                      [this, path, key](FixBuilder &builder) {
                          builder.remove(m_object.work.sourceOf(path));
                          return Message{QStringLiteral("lint.fix.remove"), {key}};
                      });
            return;
        }
        m_out.add("annotation-alias", m_object, path,
                  Message{QStringLiteral("lint.annotation-alias"), {key, name}}, renamer(path, name));
    }

    void gone(const QString &key, const yaml::Path &path, int release)
    {
        m_out.add("annotation-unknown", m_object, path,
                  Message{QStringLiteral("lint.annotation-unknown.gone"),
                          {key, QStringLiteral("1.%1").arg(release)}},
                  [this, path, key](FixBuilder &builder) {
                      builder.remove(m_object.work.sourceOf(path));
                      return Message{QStringLiteral("lint.fix.remove"), {key}};
                  });
    }

    void misplaced(const yaml::Path &from, const yaml::Path &to, Message message)
    {
        m_out.add("annotation-place", m_object, from, std::move(message),
                  [this, from, to](FixBuilder &builder) {
                      const manifest::Source source = m_object.work.sourceOf(from);
                      const Json *value = m_object.at(from);
                      // Only where the object itself, or a merge into it, says it can the same file say it elsewhere.
                      if (source.path != from || !value || !value->is_primitive())
                          builder.refuse();
                      builder.remove(source);
                      if (!m_object.at(to)) {
                          manifest::Source there = source;
                          there.path = to;
                          if (value)
                              builder.set(there, *value);
                      }
                      const yaml::Path parent(to.begin(), to.end() - 1);
                      return Message{QStringLiteral("lint.fix.move"), {yaml::toString(parent)}};
                  });
    }

    void templateValue(const QString &key, const QString &value)
    {
        const ScalingAnnotation *known = findScalingAnnotation(key.mid(scalingGroup.size()));
        if (!known)
            return;
        const auto fault = faultOf(*known, value, scaling("class"));
        if (!fault)
            return;
        const yaml::Path path = templateAnnotation(key.toStdString());
        m_out.add("annotation-value", m_object, path, messageOf(*fault, key, value),
                  fault->better.isEmpty() ? Reporter::FixMaker() : setter(path, fault->better));
    }

    /// \a lower must not be above \a upper; 0 of the upper one means no limit.
    void bounds(const char *lower, const char *upper)
    {
        const auto low = number(lower);
        const auto high = number(upper);
        if (!low || !high || *high <= 0 || *low <= *high)
            return;
        const yaml::Path path = pathOfScaling(lower);
        m_out.add(
            "scale-bounds", m_object, path,
            Message{
                QStringLiteral("lint.scale-bounds"),
                {QLatin1String(lower), QString::number(*low), QLatin1String(upper), QString::number(*high)}},
            [this, upper, low = *low](FixBuilder &builder) {
                builder.set(m_object.work.sourceOf(pathOfScaling(upper)), std::to_string(low));
                return Message{QStringLiteral("lint.fix.set"), {QLatin1String(upper), QString::number(low)}};
            });
    }

    /// More requests at once than a pod lets in can never be reached, so pods are added too late.
    void target()
    {
        const auto wanted = scaling("target");
        const Json *limit = m_object.at(yaml::keys({"spec", "template", "spec", "containerConcurrency"}));
        const auto most = wholeNumber(limit);
        bool isNumber = false;
        const double value = wanted.toDouble(&isNumber);
        const QString metric = scaling("metric");
        if (!isNumber || !most || *most <= 0 || value <= double(*most)
            || (!metric.isEmpty() && metric != u"concurrency"))
            return;
        const yaml::Path path = pathOfScaling("target");
        m_out.add("scale-target", m_object, path,
                  Message{QStringLiteral("lint.scale-target"), {wanted, QString::number(*most)}},
                  setter(path, QString::number(*most)));
    }

    [[nodiscard]] yaml::Path pathOfScaling(const char *name) const
    {
        const std::string key = scalingGroup.toStdString() + name;
        const ScalingAnnotation *known = findScalingAnnotation(QLatin1String(name));
        if (m_template && !m_template->contains(key) && known && *known->alias != '\0')
            return templateAnnotation(scalingGroup.toStdString() + known->alias);
        return templateAnnotation(key);
    }

    [[nodiscard]] QString scaling(const char *name) const
    {
        const Json *value = m_object.at(pathOfScaling(name));
        return value && value->is_string() ? QString::fromStdString(value->get<std::string>()) : QString();
    }

    [[nodiscard]] std::optional<qint64> number(const char *name) const
    {
        return wholeNumber(m_object.at(pathOfScaling(name)));
    }

    [[nodiscard]] Reporter::FixMaker setter(const yaml::Path &path, const QString &value) const
    {
        return [this, path, value](FixBuilder &builder) {
            builder.set(m_object.work.sourceOf(path), value.toStdString());
            return Message{QStringLiteral("lint.fix.set"), {yaml::toString({path.back()}), value}};
        };
    }

    [[nodiscard]] Reporter::FixMaker renamer(const yaml::Path &path, const QString &name) const
    {
        return [this, path, name](FixBuilder &builder) {
            builder.rename(m_object.work.sourceOf(path), name.toStdString());
            return Message{QStringLiteral("lint.fix.rename"), {name}};
        };
    }

    const View &m_view;
    const Object &m_object;
    Reporter &m_out;
    const Json *m_template;
    const yaml::Path m_ownPath = yaml::keys({"metadata", "annotations"});
};

} // namespace

void checkScaling(const View &view, const Stage &stage, Reporter &out)
{
    for (const Object &object : stage.objects) {
        if (object.isKnativeService() || object.is(u"serving.knative.dev", u"Configuration"))
            AnnotationCheck(view, object, out).run();
    }
}

} // namespace sluice::lint
