// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_runner.h"

#include "base/json.h"

#include <algorithm>
#include <charconv>

namespace sluice::tests {
using base::Json;

namespace {

// Virtual time is moved on in small steps, so that a wait ends close to what it waits for.
constexpr qint64 stepMs = 250;
constexpr int steps = 4 * 60 * 15; // a quarter of an hour
constexpr qint64 settleMs = 2'000;
constexpr int realRounds = 4; // of 30 s each

Json parsed(const QByteArray &bytes)
{
    Json value = Json::parse(bytes.toStdString(), nullptr, false);
    return value.is_discarded() ? Json(bytes.toStdString()) : value;
}

/// "a.b.0.c", or a JSON pointer where keys have dots; "*" stands for every key and index.
std::vector<std::string> segments(const std::string &path)
{
    std::vector<std::string> parts;
    const bool pointer = path.starts_with('/');
    std::string part;
    for (const char c : path.substr(pointer ? 1 : 0) + (pointer ? '/' : '.')) {
        if (c != (pointer ? '/' : '.')) {
            part += c;
            continue;
        }
        for (const auto &[escape, plain] : {std::pair("~1", "/"), std::pair("~0", "~")}) {
            for (size_t at = 0; pointer && (at = part.find(escape, at)) != std::string::npos; ++at)
                part.replace(at, 2, plain);
        }
        parts.push_back(std::exchange(part, {}));
    }
    return parts;
}

/// The child of \a value named by one segment; nullptr when there is none.
Json *child(Json &value, const std::string &segment)
{
    if (value.is_object()) {
        const auto found = value.find(segment);
        return found == value.end() ? nullptr : &*found;
    }
    size_t index = 0;
    if (!value.is_array()
        || std::from_chars(segment.data(), segment.data() + segment.size(), index).ec != std::errc())
        return nullptr;
    return index < value.size() ? &value[index] : nullptr;
}

const Json *valueAt(const Json &value, const std::string &path)
{
    auto *at = const_cast<Json *>(&value); // only read
    for (const std::string &segment : segments(path)) {
        at = child(*at, segment);
        if (!at)
            return nullptr;
    }
    return at;
}

void removeAt(Json &value, const std::vector<std::string> &path, size_t from = 0)
{
    if (from >= path.size() || !value.is_structured())
        return;
    if (path[from] == "*") {
        for (Json &item : value)
            removeAt(item, path, from + 1);
    } else if (from + 1 < path.size()) {
        if (Json *next = child(value, path[from]))
            removeAt(*next, path, from + 1);
    } else if (value.is_object()) {
        value.erase(path[from]);
    }
}

bool conditionHolds(const Json &object, const Json &step)
{
    const Json observed = object.value("status", Json::object()).value("observedGeneration", Json());
    if (!observed.is_null() && observed != object["metadata"].value("generation", Json()))
        return false;
    const Json *conditions = base::find(object, {"status", "conditions"});
    if (!conditions)
        return false;
    const std::string status = step.value("is", "True");
    return std::any_of(conditions->begin(), conditions->end(), [&](const Json &condition) {
        return condition.value("type", "") == step.value("for", "") && condition.value("status", "") == status
            && (!step.contains("reason") || condition.value("reason", "") == step.value("reason", ""));
    });
}

/// Whether what a wait is for holds of \a object; null: there is none.
bool holds(const Json &object, const Json &step)
{
    if (step["for"] == "gone" || step["for"] == "there")
        return object.is_null() == (step["for"] == "gone");
    if (object.is_null())
        return false;
    if (step["for"].is_string())
        return conditionHolds(object, step);
    // {path: value}, all of them; null: absent.
    for (const auto &[path, wanted] : step["for"].items()) {
        const Json *value = valueAt(object, path);
        if (value ? *value != wanted : !wanted.is_null())
            return false;
    }
    return true;
}

std::pair<std::string, std::string> collectionAndName(const std::string &path)
{
    const size_t slash = path.rfind('/');
    return {path.substr(0, slash), path.substr(slash + 1)};
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

CaseRunner::CaseRunner(Target &target, const Case &testCase)
    : m_target(target)
    , m_case(testCase)
    , m_variables(testCase.variables)
{
}

bool CaseRunner::fail(const std::string &why)
{
    m_problem = "step " + std::to_string(m_step) + ": " + why;
    return false;
}

std::optional<Json> CaseRunner::run()
{
    m_namespace = m_target.openNamespace(m_case);
    if (m_namespace.empty()) {
        m_problem = "no namespace could be made";
        return std::nullopt;
    }
    m_variables["namespace"] = m_namespace;
    const bool played = play(m_case.steps);
    const std::string problem = m_problem;
    m_watches.clear();
    const size_t compared = m_recorded.size();
    const bool cleaned = play(m_case.cleanup);
    m_recorded.resize(std::min(compared, m_recorded.size()));
    m_target.closeNamespace(m_namespace);
    if (!played)
        m_problem = problem;
    if (!played || !cleaned)
        return std::nullopt;
    return transcript();
}

bool CaseRunner::play(const Json &list)
{
    for (const Json &step : list) {
        ++m_step;
        std::vector<std::string> missing;
        const Json filled = substituted(step, m_variables, missing);
        if (!missing.empty())
            return fail("no variable " + missing.front());
        if (!playStep(filled))
            return false;
    }
    return true;
}

bool CaseRunner::playStep(const Json &step)
{
    if (step.contains("request"))
        return playRequest(step);
    if (step.contains("wait"))
        return playWait(step);
    if (step.contains("watch"))
        return openWatch(step);
    if (step.contains("collect"))
        return collect(step, step["collect"]);
    if (step.contains("compact"))
        return m_target.compact() || fail("the server's past could not be compacted");
    m_target.advance(qint64(step["advance"].get<double>() * 1000)); // seconds
    return true;
}

Request CaseRunner::request(const Json &step, const std::string &line) const
{
    Request request;
    const size_t space = line.find(' ');
    request.method = space == std::string::npos ? "GET" : bytes(line.substr(0, space));
    request.target = bytes(space == std::string::npos ? line : line.substr(space + 1));
    request.user = step.value("as", "admin");
    std::map<std::string, std::string> headers{{"Accept", "application/json"},
                                               {"User-Agent", "conformance/1.0"}};
    if (step.contains("text"))
        request.body = bytes(step["text"].get<std::string>());
    else if (step.contains("body") && !step["body"].is_null())
        request.body = bytes(base::dump(step["body"]));
    static const std::map<std::string, std::string> types{
        {"json", "application/json"},
        {"yaml", "application/yaml"},
        {"apply", "application/apply-patch+yaml"},
        {"merge", "application/merge-patch+json"},
        {"json-patch", "application/json-patch+json"},
        {"strategic", "application/strategic-merge-patch+json"},
    };
    const std::string type = step.value("type", request.method == "PATCH" ? "merge" : "json");
    if (!request.body.isEmpty())
        headers["Content-Type"] = types.contains(type) ? types.at(type) : type;
    const Json given = step.value("headers", Json::object());
    for (const auto &[name, value] : given.items())
        headers[name] = value.is_string() ? value.get<std::string>() : value.dump();
    for (const auto &[name, value] : headers) {
        if (!value.empty())
            request.headerLines.append(bytes(name + ": " + value));
    }
    return request;
}

bool CaseRunner::playRequest(const Json &step)
{
    const std::string line = step["request"];
    const auto received = m_target.send(request(step, line));
    if (!received)
        return fail(line + ": no answer");
    Json answer{{"status", received->status}, {"body", parsed(received->body)}};
    for (const auto &[name, value] : received->headers) {
        const QByteArray key = name.toLower();
        if (key == "content-type" && value != "application/json")
            answer["headers"]["Content-Type"].push_back(value.toStdString());
        if (key == "warning")
            answer["headers"]["Warning"].push_back(value.toStdString());
        if (key == "allow" || key == "location")
            answer["headers"][name.toStdString()].push_back(value.toStdString());
    }
    if (step.value("compare", Json()) == "nothing" && received->status >= 300)
        return fail(line + " was refused: " + received->body.toStdString());
    return keep(step, step.value("name", ""), std::move(answer));
}

bool CaseRunner::keep(const Json &step, const std::string &name, Json answer)
{
    const Json captures = step.value("capture", Json::object());
    for (const auto &[variable, path] : captures.items()) {
        const Json *value = valueAt(answer["body"], path);
        if (!value)
            return fail("the answer has no " + path.get<std::string>() + ": " + base::dump(answer["body"]));
        m_variables[variable] = *value;
    }
    Recorded recorded{
        {}, std::move(answer), step.value("compare", Json("all")), step.value("ignore", Json::array())};
    if (recorded.compare != "nothing") {
        const std::string number = std::to_string(m_step);
        recorded.key = (number.size() < 2 ? "0" : "") + number + (name.empty() ? "" : ' ' + name);
    }
    m_recorded.push_back(std::move(recorded));
    return true;
}

bool CaseRunner::playWait(const Json &step)
{
    const std::string path = step["wait"];
    return m_target.hasVirtualTime() ? waitVirtually(step, path) : waitReally(step, path);
}

bool CaseRunner::waitVirtually(const Json &step, const std::string &path)
{
    std::string last;
    for (int i = 0; i < steps; ++i) {
        const auto received = m_target.send(request(step, "GET " + path));
        if (!received)
            return fail(path + ": no answer");
        if (holds(received->status == 404 ? Json() : parsed(received->body), step)) {
            if (step.value("settle", true))
                m_target.advance(settleMs);
            return true;
        }
        last = received->body.toStdString();
        m_target.advance(stepMs);
    }
    return fail("waited in vain for " + step["for"].dump() + " of " + path + ": " + last);
}

bool CaseRunner::waitReally(const Json &step, const std::string &path)
{
    const auto [collection, name] = collectionAndName(path);
    std::string last;
    for (int round = 0; round < realRounds; ++round) {
        const auto list =
            m_target.send(request(step, "GET " + collection + "?fieldSelector=metadata.name%3D" + name));
        if (!list || list->status != 200)
            return fail(path + ": " + (list ? list->body.toStdString() : "no answer"));
        Json body = parsed(list->body);
        std::string version = base::textAt(body, "metadata.resourceVersion");
        Json object = body["items"].empty() ? Json() : body["items"][0];
        auto stream = m_target.watch(request(step,
                                             "GET " + collection + "?fieldSelector=metadata.name%3D" + name
                                                 + "&watch=1&timeoutSeconds=30&resourceVersion=" + version));
        if (!stream)
            return fail(path + ": no watch");
        while (!holds(object, step)) {
            const auto line = stream->client->line();
            if (!line)
                break;
            const Json event = parsed(*line);
            if (event.value("type", "") == "ERROR")
                break;
            last = base::dump(event["object"]);
            version = base::textAt(event, "object.metadata.resourceVersion", version);
            object = event["type"] == "DELETED" ? Json() : event["object"];
        }
        if (holds(object, step))
            return !step.value("settle", true) || settle(collection, version);
    }
    return fail("waited in vain for " + step["for"].dump() + " of " + path + ": " + last);
}

/// Until a second has passed in which nothing happened in the collection; the server keeps the time.
bool CaseRunner::settle(const std::string &collection, const std::string &version)
{
    std::string from = version;
    for (int i = 0; i < 30; ++i) {
        auto stream = m_target.watch(request(
            Json::object(), "GET " + collection + "?watch=1&timeoutSeconds=1&resourceVersion=" + from));
        if (!stream)
            return fail(collection + ": no watch");
        bool quiet = true;
        while (const auto line = stream->client->line()) {
            quiet = false;
            from = base::textAt(parsed(*line), "object.metadata.resourceVersion", from);
        }
        if (quiet)
            return true;
    }
    return fail(collection + " does not come to rest");
}

bool CaseRunner::openWatch(const Json &step)
{
    const std::string path = step["watch"];
    auto stream = m_target.watch(request(step, "GET " + path));
    if (!stream)
        return fail(path + ": no answer");
    if (stream->header.status != 200) {
        return keep(step, step.value("name", ""),
                    {{"status", stream->header.status}, {"body", parsed(stream->header.body)}});
    }
    const std::string name = step.value("name", "watch");
    m_watches.insert_or_assign(name, std::move(*stream));
    return !step.contains("until") || collect(step, name);
}

bool CaseRunner::collect(const Json &step, const std::string &name)
{
    const auto watch = m_watches.find(name);
    if (watch == m_watches.end())
        return fail("no watch " + name + " is open");
    const Json until = step.value("until", Json("end"));
    Json events = Json::array();
    while (!until.is_number() || events.size() < until.get<size_t>()) {
        const auto line = watch->second.client->line();
        if (!line) {
            if (until != "end")
                return fail("the watch ended after " + base::dump(events));
            break;
        }
        events.push_back(parsed(*line));
        if (until == "bookmark" && events.back().value("type", "") == "BOOKMARK")
            break;
    }
    return keep(step, name, {{"status", watch->second.header.status}, {"body", std::move(events)}});
}

Json CaseRunner::transcript() const
{
    Mask mask(m_namespace, m_target.names());
    for (const Recorded &one : m_recorded)
        mask.learn(one.answer["body"]);
    Json result = Json::object();
    for (const Recorded &one : m_recorded) {
        if (one.key.empty())
            continue;
        Json answer = one.answer;
        if (one.compare == "status")
            answer = {{"status", answer["status"]}};
        if (one.compare.is_array()) {
            Json chosen = Json::object();
            for (const Json &path : one.compare) {
                const Json *value = valueAt(answer["body"], path);
                chosen[path.get<std::string>()] = value ? *value : Json("<absent>");
            }
            answer["body"] = std::move(chosen);
        }
        for (const Json &path : one.ignore)
            removeAt(answer["body"], segments(path));
        result[one.key] = withoutGoValues(mask.masked(answer));
    }
    return result;
}

} // namespace sluice::tests
