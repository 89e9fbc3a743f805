// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

const yaml::Path &sinkPath()
{
    static const yaml::Path path = yaml::keys({"spec", "delivery", "deadLetterSink"});
    return path;
}

class DeliveryCheck {
public:
    DeliveryCheck(const Stage &stage, Reporter &out)
        : m_stage(stage)
        , m_out(out)
    {
    }

    void run()
    {
        for (const Object &object : m_stage.objects) {
            if (const Json *sink = object.at(sinkPath()); sink && sink->is_object()) {
                if (m_sink.is_null())
                    m_sink = *sink;
                else if (m_sink != *sink)
                    m_several = true;
            }
        }
        for (const Object &object : m_stage.objects) {
            if (object.is(u"eventing.knative.dev", u"Broker"))
                broker(object);
            else if (object.is(u"eventing.knative.dev", u"Trigger"))
                trigger(object);
            else if (object.is(u"messaging.knative.dev", u"Subscription"))
                subscription(object);
            else if (object.is(u"sources.knative.dev", u"KafkaSource") && !object.at(sinkPath()))
                add(object, Message{QStringLiteral("lint.dead-letter"), {object.id.kind, object.id.name}});
        }
    }

private:
    /// The Broker decides for all Triggers that say nothing of delivery.
    void broker(const Object &object)
    {
        if (object.at(sinkPath()))
            return;
        const bool relied =
            std::any_of(m_stage.objects.begin(), m_stage.objects.end(), [&](const Object &other) {
                return other.is(u"eventing.knative.dev", u"Trigger")
                    && other.text("spec.broker") == object.id.name && !other.at(sinkPath());
            });
        if (relied)
            add(object, Message{QStringLiteral("lint.dead-letter"), {object.id.kind, object.id.name}});
    }

    void trigger(const Object &object)
    {
        if (object.at(sinkPath()))
            return;
        const Object *broker =
            m_stage.find(u"eventing.knative.dev", u"Broker", object.text("spec.broker"), {});
        const Json *delivery = object.at(yaml::keys({"spec", "delivery"}));
        if (broker && broker->at(sinkPath()) && delivery && delivery->is_object() && !delivery->empty()) {
            m_out.add("dead-letter", object, yaml::keys({"spec", "delivery"}),
                      Message{QStringLiteral("lint.dead-letter.replaced"), {object.id.name, broker->id.name}},
                      [&object, sink = *broker->at(sinkPath())](FixBuilder &builder) {
                          builder.set(object.work.sourceOf(sinkPath()), sink);
                          return Message{QStringLiteral("lint.fix.dead-letter"), {}};
                      });
        } else if (!broker) {
            add(object, Message{QStringLiteral("lint.dead-letter"), {object.id.kind, object.id.name}});
        }
    }

    void subscription(const Object &object)
    {
        if (object.at(sinkPath()))
            return;
        const QString name = object.text("spec.channel.name");
        const bool channelHas =
            std::any_of(m_stage.objects.begin(), m_stage.objects.end(), [&](const Object &other) {
                return other.id.group == u"messaging.knative.dev" && other.id.name == name
                    && other.id.kind == object.text("spec.channel.kind") && other.at(sinkPath());
            });
        if (!channelHas)
            add(object, Message{QStringLiteral("lint.dead-letter"), {object.id.kind, object.id.name}});
    }

    void add(const Object &object, Message message)
    {
        Reporter::FixMaker fix;
        if (!m_sink.is_null() && !m_several) {
            fix = [this, &object](FixBuilder &builder) {
                builder.set(object.work.sourceOf(sinkPath()), m_sink);
                return Message{QStringLiteral("lint.fix.dead-letter"), {}};
            };
        }
        m_out.add("dead-letter", object, yaml::keys({"spec"}), std::move(message), fix);
    }

    const Stage &m_stage;
    Reporter &m_out;
    Json m_sink; ///< the one that others of the environment use
    bool m_several = false;
};

} // namespace

void checkDelivery(const View &, const Stage &stage, Reporter &out)
{
    DeliveryCheck(stage, out).run();
}

} // namespace sluice::lint
