// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/store/pod_logs.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

std::string lineText(const LogLine &line, bool timestamps)
{
    std::string text;
    if (timestamps) // as the container runtime writes it, with nanoseconds
        text = line.time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz000000Z ")).toStdString();
    return text + line.text + '\n';
}

class LogStream final : public ResponseStream {
public:
    LogStream(PodLogs &logs, const ApiCall &call, std::string container, std::string before, bool timestamps)
        : m_logs(logs)
        , m_nameSpace(call.info.nameSpace)
        , m_pod(call.info.name)
        , m_container(std::move(container))
        , m_before(std::move(before))
        , m_timestamps(timestamps)
    {
    }
    ~LogStream() override
    {
        if (m_follow)
            m_logs.unfollow(*m_follow);
    }
    void start(Sink sink, Done done) override
    {
        if (!m_before.empty())
            sink(m_before);
        m_before.clear();
        m_follow = m_logs.follow(m_nameSpace, m_pod, m_container,
                                 [this, sink = std::move(sink), done = std::move(done)](const LogLine *line) {
                                     if (line)
                                         sink(lineText(*line, m_timestamps));
                                     else
                                         done();
                                 });
    }

private:
    PodLogs &m_logs;
    std::string m_nameSpace;
    std::string m_pod;
    std::string m_container;
    std::string m_before;
    bool m_timestamps;
    std::optional<PodLogs::FollowId> m_follow;
};

/// The container to read, or why there is none (pkg/registry/core/pod/strategy.go, LogLocation).
Outcome<std::string> chooseContainer(const Json &pod, const std::string &podName, const std::string &wanted)
{
    std::vector<std::string> names;
    for (const char *list : {"containers", "initContainers"}) {
        if (const Json *containers = base::find(pod, {"spec", list}); containers && containers->is_array()) {
            for (const Json &container : *containers)
                names.push_back(textAt(container, "name"));
        }
    }
    if (!wanted.empty()) {
        if (std::find(names.begin(), names.end(), wanted) == names.end())
            return tl::unexpected(badRequest("container " + wanted + " is not valid for pod " + podName));
        return wanted;
    }
    if (names.size() == 1)
        return names.front();
    std::string choices;
    for (const std::string &name : names)
        choices += (choices.empty() ? "" : " ") + name;
    return tl::unexpected(badRequest("a container name must be specified for pod " + podName
                                     + ", choose one of: [" + choices + ']'));
}

/// Why a container that has not run yet gives no lines; empty when it has.
std::string waitingReason(const Json &pod, const std::string &container)
{
    if (const Json *statuses = base::at(pod, "status.containerStatuses"); statuses && statuses->is_array()) {
        for (const Json &status : *statuses) {
            if (textAt(status, "name") != container)
                continue;
            const std::string reason = textAt(status, "state.waiting.reason");
            if (!base::at(status, "state.waiting") || base::intAt(status, "restartCount") > 0)
                return {};
            if (reason == "ErrImagePull" || reason == "ImagePullBackOff")
                return "trying and failing to pull image";
            return reason.empty() ? "ContainerCreating" : reason;
        }
    }
    return textAt(pod, "status.phase", "Pending") == "Pending" ? "ContainerCreating" : std::string();
}

} // namespace

HttpResponse handleLog(ApiContext &context, const ApiCall &call)
{
    const ResourceType &type = *call.type;
    const RequestInfo &info = call.info;
    const ObjectPtr pod = context.store.get(type, info.nameSpace, info.name);
    if (!pod)
        return failureResponse(notFound(type.group, type.plural, info.name));
    const auto container = chooseContainer(*pod, info.name, info.queryValue("container"));
    if (!container)
        return failureResponse(container.error());
    const bool previous = info.queryFlag("previous");
    if (previous && !context.logs.hasPrevious(info.nameSpace, info.name, *container)) {
        return failureResponse(badRequest("previous terminated container \"" + *container + "\" in pod \""
                                          + info.name + "\" not found"));
    }
    std::vector<LogLine> lines = context.logs.read(info.nameSpace, info.name, *container, previous);
    if (const std::string waiting = waitingReason(*pod, *container); lines.empty() && !waiting.empty()) {
        return failureResponse(badRequest("container \"" + *container + "\" in pod \"" + info.name
                                          + "\" is waiting to start: " + waiting));
    }

    QDateTime from;
    if (const auto seconds = info.queryNumber("sinceSeconds"))
        from = context.store.clock().now().addSecs(-*seconds);
    else if (info.hasQuery("sinceTime"))
        from = parseRfc3339(info.queryValue("sinceTime"));
    if (from.isValid())
        std::erase_if(lines, [&from](const LogLine &line) { return line.time < from; });
    if (const auto tail = info.queryNumber("tailLines"); tail && *tail >= 0 && std::ssize(lines) > *tail)
        lines.erase(lines.begin(), lines.end() - *tail);
    const bool timestamps = info.queryFlag("timestamps");
    std::string text;
    for (const LogLine &line : lines)
        text += lineText(line, timestamps);
    if (const auto limit = info.queryNumber("limitBytes"); limit && *limit >= 0)
        text.resize(std::min<size_t>(text.size(), static_cast<size_t>(*limit)));

    HttpResponse response;
    response.headers = {{"Content-Type", "text/plain"}, {"Cache-Control", "no-cache, private"}};
    if (info.queryFlag("follow") && !previous)
        response.stream =
            std::make_unique<LogStream>(context.logs, call, *container, std::move(text), timestamps);
    else
        response.body = std::move(text);
    return response;
}

} // namespace sluice::sandbox
