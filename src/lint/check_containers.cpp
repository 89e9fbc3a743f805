// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "domain/quantity.h"
#include "lint/checks.h"
#include "lint/lookup.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using domain::Quantity;
using yaml::operator/;

namespace {

/// From here on a wait is longer than callers of a page are patient.
constexpr qint64 longWaitSeconds = 10;

/// "registry:5000/team/app:1.0" -> "registry:5000/team/app" and "1.0".
std::pair<QString, QString> nameAndTag(const QString &image)
{
    const qsizetype colon = image.lastIndexOf(u':');
    if (colon < 0 || colon < image.lastIndexOf(u'/'))
        return {image, {}};
    return {image.left(colon), image.mid(colon + 1)};
}

bool isPinned(const QString &image)
{
    const QString tag = nameAndTag(image).second;
    return image.contains(u'@') || (!tag.isEmpty() && tag != u"latest");
}

/// The one tag that other environments use of the same image; empty when there is none or more.
QString tagElsewhere(const View &view, const QString &name)
{
    QStringList tags;
    for (const Stage &stage : view.stages) {
        for (const Object &object : stage.objects) {
            eachContainer(object, [&](const yaml::Path &, const Json &container) {
                const QString image = base::stringAt(container, "image");
                if (isPinned(image) && !image.contains(u'@') && nameAndTag(image).first == name)
                    tags.append(nameAndTag(image).second);
            });
        }
    }
    tags.removeDuplicates();
    return tags.size() == 1 ? tags.first() : QString();
}

void checkImage(const View &view, const Object &object, const yaml::Path &path, const QString &image,
                Reporter &out)
{
    if (image.isEmpty() || isPinned(image))
        return;
    const yaml::Path at = path / std::string("image");
    const QString name = nameAndTag(image).first;
    const QString tag = tagElsewhere(view, name);
    Reporter::FixMaker fix;
    if (!tag.isEmpty()) {
        fix = [&object, at, name, tag](FixBuilder &builder) {
            manifest::Source source = object.work.sourceOf(at);
            // An entry of a kustomization's images sets it: the tag has a field of its own there.
            if (source.path.size() == 2 && source.path.front() == yaml::Step(std::string("images"))) {
                source.path.emplace_back(std::string("newTag"));
                builder.set(source, tag.toStdString());
            } else {
                builder.set(source, (name + u':' + tag).toStdString());
            }
            return Message{QStringLiteral("lint.fix.tag"), {tag}};
        };
    }
    out.add("image-latest", object, at, Message{QStringLiteral("lint.image-latest"), {image}}, fix);
}

void checkResources(const Object &object, const yaml::Path &path, const Json &container, Reporter &out)
{
    const Json *requests = base::find(container, {"resources", "requests"});
    const Json *limits = base::find(container, {"resources", "limits"});
    if (!requests || !limits || !requests->is_object() || !limits->is_object())
        return;
    for (const auto &[key, value] : requests->items()) {
        const auto limit = limits->find(key);
        if (limit == limits->end())
            continue;
        const QString asked = scalarText(value);
        const QString most = scalarText(*limit);
        const auto low = Quantity::parse(asked);
        const auto high = Quantity::parse(most);
        if (!low || !high || *low <= *high)
            continue;
        const yaml::Path upper = path / std::string("resources") / std::string("limits") / key;
        out.add("resource-bounds", object, path / std::string("resources") / std::string("requests") / key,
                Message{QStringLiteral("lint.resource-bounds"), {QString::fromStdString(key), asked, most}},
                [&object, upper, value = value, asked](FixBuilder &builder) {
                    builder.set(object.work.sourceOf(upper), value);
                    return Message{QStringLiteral("lint.fix.set"), {yaml::toString(upper), asked}};
                });
    }
}

/// True when pods of the Service are started while a request waits for them.
bool scalesToZero(const Object &object)
{
    const Json *least = object.at(templateAnnotation("autoscaling.knative.dev/min-scale"));
    if (!least)
        least = object.at(templateAnnotation("autoscaling.knative.dev/minScale"));
    return wholeNumber(least).value_or(0) == 0;
}

void checkProbes(const Object &object, const yaml::Path &path, const Json &container, Reporter &out)
{
    for (const char *probe : {"readinessProbe", "startupProbe"}) {
        for (const char *key : {"initialDelaySeconds", "periodSeconds"}) {
            const Json *value = base::find(container, {probe, key});
            const auto seconds = wholeNumber(value);
            if (!seconds || *seconds < longWaitSeconds)
                continue;
            const yaml::Path at = path / std::string(probe) / std::string(key);
            const bool isDelay = qstrcmp(key, "initialDelaySeconds") == 0;
            out.add(
                "probe-cold-start", object, at,
                isDelay ? Message{QStringLiteral("lint.probe-cold-start.delay"),
                                  {QLatin1String(probe), QString::number(*seconds)}}
                        : Message{QStringLiteral("lint.probe-cold-start.period"),
                                  {QLatin1String(probe), QString::number(*seconds)}},
                [&object, at, isDelay, key](FixBuilder &builder) {
                    const manifest::Source source = object.work.sourceOf(at);
                    if (isDelay) {
                        builder.remove(source);
                        return Message{QStringLiteral("lint.fix.remove"), {QLatin1String(key)}};
                    }
                    builder.set(source, 1);
                    return Message{QStringLiteral("lint.fix.set"), {QLatin1String(key), QStringLiteral("1")}};
                });
        }
    }
}

} // namespace

void checkContainers(const View &view, const Stage &stage, Reporter &out)
{
    for (const Object &object : stage.objects) {
        const bool wakes = object.isKnativeService() && scalesToZero(object);
        eachContainer(object, [&](const yaml::Path &path, const Json &container) {
            checkImage(view, object, path, base::stringAt(container, "image"), out);
            checkResources(object, path, container, out);
            if (wakes)
                checkProbes(object, path, container, out);
        });
    }
}

} // namespace sluice::lint
