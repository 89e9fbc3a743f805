// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/printers.h"

#include "base/json.h"
#include "sandbox/api/custom_columns.h"
#include "sandbox/api/table.h"
#include "sandbox/store/resource_type.h"
#include "sandbox/store/virtual_clock.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::at;
using base::intAt;
using base::Json;
using base::textAt;

namespace {

const std::string none = "<none>";

PrintColumn nameColumn(int priority = 0)
{
    return {"Name", "string", "name", "Name of the object, unique among its kind in the namespace.",
            priority};
}

PrintColumn text(std::string name, std::string description, int priority = 0)
{
    return {std::move(name), "string", "", std::move(description), priority};
}

PrintColumn number(std::string name, std::string description)
{
    return {std::move(name), "integer", "", std::move(description), 0};
}

PrintColumn age()
{
    return text("Age", "Time since the object was created.");
}

std::string since(const std::string &time, const QDateTime &now)
{
    if (time.empty())
        return "<unknown>";
    return humanDuration(parseRfc3339(time).secsTo(now));
}

std::string ageOf(const Json &object, const QDateTime &now)
{
    return since(textAt(object, "metadata.creationTimestamp"), now);
}

std::string orNone(std::string value)
{
    return value.empty() ? none : value;
}

std::string joined(const std::vector<std::string> &parts, const char *separator = ",")
{
    std::string result;
    for (const std::string &part : parts)
        result += (result.empty() ? "" : separator) + part;
    return result;
}

std::vector<std::string> textsIn(const Json *list, const char *key)
{
    std::vector<std::string> result;
    if (list && list->is_array()) {
        for (const Json &entry : *list)
            result.push_back(textAt(entry, key));
    }
    return result;
}

std::string labelText(const Json *labels)
{
    std::vector<std::string> parts;
    if (labels && labels->is_object()) {
        for (const auto &[key, value] : labels->items())
            parts.push_back(key + '=' + (value.is_string() ? value.get<std::string>() : base::dump(value)));
    }
    return orNone(joined(parts));
}

qint64 countOf(const Json &object, const char *path)
{
    const Json *value = at(object, path);
    return value && (value->is_array() || value->is_object()) ? static_cast<qint64>(value->size()) : 0;
}

/// The word in the Status column (pkg/printers/internalversion/printers.go, printPod).
std::string podStatus(const Json &pod)
{
    std::string reason = textAt(pod, "status.reason", textAt(pod, "status.phase"));
    bool hasRunning = false;
    if (const Json *statuses = at(pod, "status.containerStatuses"); statuses && statuses->is_array()) {
        for (auto it = statuses->rbegin(); it != statuses->rend(); ++it) {
            const std::string waiting = textAt(*it, "state.waiting.reason");
            const std::string terminated = textAt(*it, "state.terminated.reason");
            if (!waiting.empty())
                reason = waiting;
            else if (!terminated.empty())
                reason = terminated;
            else if (at(*it, "state.terminated"))
                reason = "ExitCode:" + std::to_string(intAt(*it, "state.terminated.exitCode"));
            else if (it->value("ready", false) && at(*it, "state.running"))
                hasRunning = true;
        }
        if (reason == "Completed" && hasRunning)
            reason = "Running";
    }
    if (at(pod, "metadata.deletionTimestamp"))
        return textAt(pod, "status.reason") == "NodeLost" ? "Unknown" : "Terminating";
    return reason;
}

Printer pods()
{
    Printer printer;
    printer.columns = {nameColumn(),
                       text("Ready", "Containers that are ready, of all."),
                       text("Status", "What the pod's containers are doing."),
                       text("Restarts", "How often containers have been restarted, and when last."),
                       age(),
                       text("IP", "Address of the pod in the cluster.", 1),
                       text("Node", "Node that the pod runs on.", 1),
                       text("Nominated Node", "Node that is being made free for the pod.", 1),
                       text("Readiness Gates", "Conditions beside the containers that must hold.", 1)};
    printer.cells = [](const Json &pod, const QDateTime &now) {
        qint64 ready = 0;
        qint64 restarts = 0;
        std::string lastRestart;
        if (const Json *statuses = at(pod, "status.containerStatuses"); statuses && statuses->is_array()) {
            for (const Json &status : *statuses) {
                ready += status.value("ready", false) ? 1 : 0;
                restarts += intAt(status, "restartCount");
                lastRestart = std::max(lastRestart, textAt(status, "lastState.terminated.finishedAt"));
            }
        }
        std::string restartText = std::to_string(restarts);
        if (restarts > 0 && !lastRestart.empty())
            restartText += " (" + since(lastRestart, now) + " ago)";
        return Json::array({textAt(pod, "metadata.name"),
                            std::to_string(ready) + '/' + std::to_string(countOf(pod, "spec.containers")),
                            podStatus(pod), restartText, ageOf(pod, now), orNone(textAt(pod, "status.podIP")),
                            orNone(textAt(pod, "spec.nodeName")),
                            orNone(textAt(pod, "status.nominatedNodeName")), none});
    };
    return printer;
}

std::string servicePorts(const Json &service)
{
    std::vector<std::string> parts;
    if (const Json *ports = at(service, "spec.ports"); ports && ports->is_array()) {
        for (const Json &port : *ports) {
            std::string part = std::to_string(intAt(port, "port"));
            if (intAt(port, "nodePort") > 0)
                part += ':' + std::to_string(intAt(port, "nodePort"));
            parts.push_back(part + '/' + textAt(port, "protocol", "TCP"));
        }
    }
    return orNone(joined(parts));
}

Printer services()
{
    Printer printer;
    printer.columns = {nameColumn(),
                       text("Type", "How the service is exposed."),
                       text("Cluster-IP", "Address inside the cluster."),
                       text("External-IP", "Name or addresses outside the cluster."),
                       text("Port(s)", "Ports that the service listens on."),
                       age(),
                       text("Selector", "Labels of the pods behind the service.", 1)};
    printer.cells = [](const Json &service, const QDateTime &now) {
        const std::string type = textAt(service, "spec.type", "ClusterIP");
        const std::string external =
            type == "ExternalName" ? textAt(service, "spec.externalName") : std::string();
        return Json::array({textAt(service, "metadata.name"), type, orNone(textAt(service, "spec.clusterIP")),
                            orNone(external), servicePorts(service), ageOf(service, now),
                            labelText(at(service, "spec.selector"))});
    };
    return printer;
}

std::vector<PrintColumn> templateColumns()
{
    return {text("Containers", "Names of the template's containers.", 1),
            text("Images", "Images of the template's containers.", 1),
            text("Selector", "Labels of the pods that belong to the object.", 1)};
}

void appendTemplateCells(Json &cells, const Json &object)
{
    const Json *containers = at(object, "spec.template.spec.containers");
    cells.push_back(joined(textsIn(containers, "name")));
    cells.push_back(joined(textsIn(containers, "image")));
    cells.push_back(labelText(at(object, "spec.selector.matchLabels")));
}

Printer deployments()
{
    Printer printer;
    printer.columns = {nameColumn(), text("Ready", "Pods that are ready, of those wanted."),
                       text("Up-to-date", "Pods of the present template."),
                       text("Available", "Pods that have been ready long enough."), age()};
    for (PrintColumn &column : templateColumns())
        printer.columns.push_back(std::move(column));
    printer.cells = [](const Json &object, const QDateTime &now) {
        Json cells = Json::array({textAt(object, "metadata.name"),
                                  std::to_string(intAt(object, "status.readyReplicas")) + '/'
                                      + std::to_string(intAt(object, "spec.replicas")),
                                  intAt(object, "status.updatedReplicas"),
                                  intAt(object, "status.availableReplicas"), ageOf(object, now)});
        appendTemplateCells(cells, object);
        return cells;
    };
    return printer;
}

Printer replicaSets()
{
    Printer printer;
    printer.columns = {nameColumn(), number("Desired", "Pods that are wanted."),
                       number("Current", "Pods that exist."), number("Ready", "Pods that are ready."), age()};
    for (PrintColumn &column : templateColumns())
        printer.columns.push_back(std::move(column));
    printer.cells = [](const Json &object, const QDateTime &now) {
        Json cells = Json::array({textAt(object, "metadata.name"), intAt(object, "spec.replicas"),
                                  intAt(object, "status.replicas"), intAt(object, "status.readyReplicas"),
                                  ageOf(object, now)});
        appendTemplateCells(cells, object);
        return cells;
    };
    return printer;
}

std::string lower(std::string value)
{
    std::transform(value.begin(), value.end(), value.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return value;
}

Printer events()
{
    Printer printer;
    printer.columns = {text("Last Seen", "Time since it happened last."),
                       text("Type", "Normal or Warning."),
                       text("Reason", "Short reason, for machines."),
                       text("Object", "What it is about."),
                       text("Subobject", "The part of the object that it is about.", 1),
                       text("Source", "Who reported it.", 1),
                       text("Message", "What happened, for people."),
                       text("First Seen", "Time since it happened first.", 1),
                       text("Count", "How often it happened.", 1),
                       nameColumn(1)};
    printer.cells = [](const Json &event, const QDateTime &now) {
        const std::string eventTime = textAt(event, "eventTime");
        const auto seen = [&](const char *key) {
            const std::string time = textAt(event, key);
            return since(time.empty() ? eventTime : time, now);
        };
        std::string source = textAt(event, "source.component", textAt(event, "reportingComponent"));
        const std::string host = textAt(event, "source.host", textAt(event, "reportingInstance"));
        if (!host.empty())
            source += ", " + host;
        const std::string last = textAt(event, "series.lastObservedTime");
        return Json::array(
            {last.empty() ? seen("lastTimestamp") : since(last, now), textAt(event, "type"),
             textAt(event, "reason"),
             lower(textAt(event, "involvedObject.kind")) + '/' + textAt(event, "involvedObject.name"),
             textAt(event, "involvedObject.fieldPath"), source, textAt(event, "message"),
             seen("firstTimestamp"),
             std::max<qint64>(1, intAt(event, "series.count", intAt(event, "count", 1))),
             textAt(event, "metadata.name")});
    };
    return printer;
}

std::string endpointSlicePorts(const Json &slice)
{
    std::vector<std::string> parts;
    const Json *ports = at(slice, "ports");
    if (!ports || !ports->is_array() || ports->empty())
        return "<unset>";
    for (const Json &port : *ports) {
        if (parts.size() == 3)
            return joined(parts) + " + " + std::to_string(ports->size() - 3) + " more...";
        const Json *value = at(port, "port");
        parts.push_back(value && value->is_number() ? std::to_string(value->get<qint64>()) : "*");
    }
    return joined(parts);
}

Printer endpointSlices()
{
    Printer printer;
    printer.columns = {nameColumn(), text("AddressType", "Kind of addresses in the slice."),
                       text("Ports", "Ports of every endpoint."), text("Endpoints", "Addresses."), age()};
    printer.cells = [](const Json &slice, const QDateTime &now) {
        std::vector<std::string> addresses;
        if (const Json *endpoints = at(slice, "endpoints"); endpoints && endpoints->is_array()) {
            for (const Json &endpoint : *endpoints) {
                if (const Json *list = at(endpoint, "addresses"); list && list->is_array() && !list->empty())
                    addresses.push_back(list->front().is_string() ? list->front().get<std::string>()
                                                                  : std::string());
            }
        }
        std::string shown = "<unset>";
        if (addresses.size() > 3)
            shown = joined({addresses.begin(), addresses.begin() + 3}) + " + "
                + std::to_string(addresses.size() - 3) + " more...";
        else if (!addresses.empty())
            shown = joined(addresses);
        return Json::array({textAt(slice, "metadata.name"), textAt(slice, "addressType"),
                            endpointSlicePorts(slice), shown, ageOf(slice, now)});
    };
    return printer;
}

Printer endpoints()
{
    Printer printer;
    printer.columns = {nameColumn(), text("Endpoints", "Addresses and ports."), age()};
    printer.cells = [](const Json &object, const QDateTime &now) {
        std::vector<std::string> all;
        if (const Json *subsets = at(object, "subsets"); subsets && subsets->is_array()) {
            for (const Json &subset : *subsets) {
                const Json ports = subset.value("ports", Json::array());
                for (const Json &address : subset.value("addresses", Json::array())) {
                    for (const Json &port : ports)
                        all.push_back(textAt(address, "ip") + ':' + std::to_string(intAt(port, "port")));
                }
            }
        }
        std::string shown =
            orNone(joined({all.begin(), all.begin() + std::min<std::ptrdiff_t>(3, std::ssize(all))}));
        if (all.size() > 3)
            shown += " + " + std::to_string(all.size() - 3) + " more...";
        return Json::array({textAt(object, "metadata.name"), shown, ageOf(object, now)});
    };
    return printer;
}

/// Name, some counts or words, and age.
Printer simple(std::vector<PrintColumn> middle, std::function<void(Json &, const Json &)> cells)
{
    Printer printer;
    printer.columns.push_back(nameColumn());
    for (PrintColumn &column : middle)
        printer.columns.push_back(std::move(column));
    printer.columns.push_back(age());
    printer.cells = [cells = std::move(cells)](const Json &object, const QDateTime &now) {
        Json row = Json::array({textAt(object, "metadata.name")});
        cells(row, object);
        row.push_back(ageOf(object, now));
        return row;
    };
    return printer;
}

Printer custom(const ResourceType &type)
{
    Printer printer;
    printer.columns.push_back(nameColumn());
    std::vector<CustomColumn> columns = customColumns(type);
    for (const CustomColumn &column : columns) {
        printer.columns.push_back(
            {column.name, column.type, "",
             std::string("Custom resource definition column (in JSONPath format): ") + column.path,
             column.priority});
    }
    printer.cells = [columns = std::move(columns)](const Json &object, const QDateTime &now) {
        Json row = Json::array({textAt(object, "metadata.name")});
        for (const CustomColumn &column : columns) {
            const Json *value = findByJsonPath(object, column.path);
            if (value && value->is_string() && std::string_view(column.type) == "date")
                row.push_back(since(value->get<std::string>(), now));
            else if (value && !value->is_string() && !value->is_null()
                     && std::string_view(column.type) == "string")
                row.push_back(base::dump(*value)); // lists as the text of their JSON
            else
                row.push_back(value ? *value : Json());
        }
        return row;
    };
    return printer;
}

} // namespace

Printer printerFor(const ResourceType &type)
{
    if (type.custom)
        return custom(type);
    if (type.group.empty() && type.kind == "Pod")
        return pods();
    if (type.group.empty() && type.kind == "Service")
        return services();
    if (type.group.empty() && type.kind == "Event")
        return events();
    if (type.group.empty() && type.kind == "Endpoints")
        return endpoints();
    if (type.kind == "EndpointSlice")
        return endpointSlices();
    if (type.group == "apps" && type.kind == "Deployment")
        return deployments();
    if (type.group == "apps" && type.kind == "ReplicaSet")
        return replicaSets();
    if (type.kind == "Namespace")
        return simple({text("Status", "Active, or Terminating while it is being deleted.")},
                      [](Json &row, const Json &object) { row.push_back(textAt(object, "status.phase")); });
    if (type.kind == "ConfigMap")
        return simple({text("Data", "Number of entries.")}, [](Json &row, const Json &object) {
            row.push_back(countOf(object, "data") + countOf(object, "binaryData"));
        });
    if (type.kind == "Secret")
        return simple({text("Type", "What the entries mean."), text("Data", "Number of entries.")},
                      [](Json &row, const Json &object) {
                          row.push_back(textAt(object, "type"));
                          row.push_back(countOf(object, "data"));
                      });
    if (type.kind == "ServiceAccount")
        return simple({text("Secrets", "Number of secrets that pods may use.")},
                      [](Json &row, const Json &object) { row.push_back(countOf(object, "secrets")); });
    if (type.kind == "CustomResourceDefinition") {
        Printer printer;
        printer.columns = {nameColumn(), {"Created At", "date", "", "When it was created.", 0}};
        printer.cells = [](const Json &object, const QDateTime &) {
            return Json::array(
                {textAt(object, "metadata.name"), textAt(object, "metadata.creationTimestamp")});
        };
        return printer;
    }
    return simple({}, [](Json &, const Json &) {});
}

} // namespace sluice::sandbox
