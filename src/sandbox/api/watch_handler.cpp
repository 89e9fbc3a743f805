// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/list_query.h"
#include "sandbox/api/table.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

/// One watch. Sees the store's changes through the query: an object that starts or stops matching is
/// ADDED or DELETED for this client, whatever happened to it.
class WatchStream final : public ResponseStream {
public:
    struct Options {
        const ResourceType *type;
        std::string nameSpace;
        ListQuery query;
        Form form = Form::Object;
        RowObject rowObject = RowObject::Metadata;
        bool bookmarks = false;
        bool initialState = false; ///< begin with ADDED for everything there is
        bool initialEventsEnd = false; ///< and mark its end with a bookmark
        std::optional<int> timeoutSeconds;
        std::optional<Failure> refusal; ///< sent as the only event
    };

    WatchStream(ObjectStore &store, Options options)
        : m_store(store)
        , m_options(std::move(options))
    {
    }
    ~WatchStream() override
    {
        if (m_listener)
            m_store.unsubscribe(*m_listener);
    }

    void start(Sink sink, Done done) override
    {
        m_sink = std::move(sink);
        if (m_options.refusal) {
            send("ERROR", statusJson(*m_options.refusal));
            done();
            return;
        }
        const std::uint64_t present = m_store.version();
        if (m_options.initialState) {
            for (const ObjectPtr &object : m_store.list(*m_options.type, m_options.nameSpace)) {
                if (m_options.query.matches(*object))
                    sendObject("ADDED", object);
            }
            if (m_options.initialEventsEnd)
                sendBookmark(true);
        } else {
            for (const StoreEvent &event : m_store.log().since(m_options.query.version.value_or(present)))
                tell(event);
        }
        m_told = present;
        m_listener = m_store.subscribe([this](const StoreEvent &event) {
            if (event.version > m_told) {
                m_told = event.version;
                tell(event);
            }
        });
    }

    void heartbeat() override
    {
        if (m_options.bookmarks && m_sink)
            sendBookmark(false);
    }

    [[nodiscard]] std::optional<int> timeoutSeconds() const override { return m_options.timeoutSeconds; }

private:
    void tell(const StoreEvent &event)
    {
        if (event.resource != m_options.type)
            return;
        if (!m_options.nameSpace.empty()
            && textAt(*event.object, "metadata.namespace") != m_options.nameSpace)
            return;
        const bool before = event.previous && m_options.query.matches(*event.previous);
        const bool after = event.type != EventType::Deleted && m_options.query.matches(*event.object);
        if (after) {
            sendObject(before ? "MODIFIED" : "ADDED", event.object);
        } else if (before) {
            // What is told is the last state that matched, at the version of the change.
            Json last = event.type == EventType::Deleted ? *event.object : *event.previous;
            last["metadata"]["resourceVersion"] = std::to_string(event.version);
            sendObject("DELETED", std::make_shared<const Json>(std::move(last)));
        }
    }

    void sendObject(const char *type, const ObjectPtr &object)
    {
        if (m_options.form == Form::Table) {
            TableOptions options;
            options.now = m_store.clock().now();
            options.rowObject = m_options.rowObject;
            options.withColumns = !std::exchange(m_columnsSent, true);
            Json table = tableOf(*m_options.type, {object}, options);
            table["metadata"]["resourceVersion"] = textAt(*object, "metadata.resourceVersion");
            send(type, table);
        } else if (m_options.form == Form::Metadata) {
            send(type,
                 {{"kind", "PartialObjectMetadata"},
                  {"apiVersion", "meta.k8s.io/v1"},
                  {"metadata", object->value("metadata", Json::object())}});
        } else {
            send(type, *object);
        }
    }

    void sendBookmark(bool endOfInitialEvents)
    {
        Json metadata{{"resourceVersion", std::to_string(m_store.version())}};
        if (endOfInitialEvents)
            metadata["annotations"] = {{"k8s.io/initial-events-end", "true"}};
        if (m_options.form == Form::Table) {
            send("BOOKMARK",
                 {{"kind", "Table"},
                  {"apiVersion", "meta.k8s.io/v1"},
                  {"metadata", {{"resourceVersion", metadata["resourceVersion"]}}},
                  {"columnDefinitions", Json::array()},
                  {"rows", Json::array()}});
            return;
        }
        send("BOOKMARK",
             {{"kind", m_options.type->kind},
              {"apiVersion", m_options.type->apiVersion()},
              {"metadata", std::move(metadata)}});
    }

    void send(const char *type, const Json &object)
    {
        m_sink(R"({"type":")" + std::string(type) + R"(","object":)" + base::dump(object) + "}\n");
    }

    ObjectStore &m_store;
    Options m_options;
    Sink m_sink;
    std::optional<ObjectStore::ListenerId> m_listener;
    std::uint64_t m_told = 0;
    bool m_columnsSent = false;
};

} // namespace

HttpResponse handleWatch(ApiContext &context, const ApiCall &call)
{
    auto query = ListQuery::read(call);
    if (!query)
        return failureResponse(query.error());
    WatchStream::Options options;
    options.type = call.type;
    options.nameSpace = call.info.nameSpace;
    options.form = requestedForm(call.http);
    const std::string include = call.info.queryValue("includeObject");
    if (include == "Object")
        options.rowObject = RowObject::Object;
    else if (include == "None")
        options.rowObject = RowObject::None;
    options.bookmarks = call.info.queryFlag("allowWatchBookmarks");
    const bool initialEvents = call.info.queryFlag("sendInitialEvents");
    options.initialState =
        initialEvents || (!call.info.hasQuery("sendInitialEvents") && query->version.value_or(0) == 0);
    options.initialEventsEnd = initialEvents && options.bookmarks;
    if (const auto seconds = call.info.queryNumber("timeoutSeconds"))
        options.timeoutSeconds = static_cast<int>(std::clamp<long long>(*seconds, 0, 3600));
    const std::uint64_t oldest = context.store.log().oldestStart();
    if (!options.initialState && query->version && *query->version < oldest) {
        // A server's cache of the past, which Events do not have, says it in other words than its database.
        const bool cached = !call.type->group.empty() || call.type->kind != "Event";
        Failure failure = expired(cached ? "too old resource version: " + std::to_string(*query->version)
                                          + " (" + std::to_string(oldest) + ')'
                                         : "The resourceVersion for the provided watch is too old.");
        if (context.goneAsHttpStatus)
            return failureResponse(failure);
        options.refusal = std::move(failure);
    }
    // `kubectl get NAME -w` names the object in the path.
    if (!call.info.name.empty()) {
        auto named = FieldSelector::parse(*call.type, "metadata.name=" + call.info.name);
        if (named)
            query->fields = std::move(*named);
    }
    options.query = std::move(*query);
    HttpResponse response;
    response.status = 200;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache, private"}};
    response.stream = std::make_unique<WatchStream>(context.store, std::move(options));
    return response;
}

} // namespace sluice::sandbox
