// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/references.h"

#include "base/json.h"
#include "lint/lookup.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using yaml::operator/;

namespace {

class Collector {
public:
    explicit Collector(const Object &object)
        : m_object(object)
    {
    }

    std::vector<ObjectReference> run()
    {
        eachContainer(m_object, [this](const yaml::Path &path, const Json &container) {
            environment(path, container);
            // The description of the pod is what holds the list of containers.
            m_pods.insert(yaml::Path(path.begin(), path.end() - 2));
        });
        for (const yaml::Path &pod : m_pods)
            podSpec(pod);
        if (m_object.id.group.endsWith(QLatin1String("knative.dev"))) {
            yaml::Path path;
            destinations(m_object.json(), path);
        }
        if (m_object.is(u"eventing.knative.dev", u"Trigger"))
            add(yaml::keys({"spec", "broker"}), "eventing.knative.dev", "Broker");
        return std::move(m_found);
    }

private:
    void add(const yaml::Path &path, const char *group, const char *kind)
    {
        const Json *name = m_object.at(path);
        if (!name || !name->is_string() || name->get_ref<const std::string &>().empty())
            return;
        ObjectReference reference;
        reference.path = path;
        reference.group = QLatin1String(group);
        reference.kind = QLatin1String(kind);
        reference.name = QString::fromStdString(name->get<std::string>());
        reference.elsewhere = reference.kind == u"Secret";
        m_found.push_back(std::move(reference));
    }

    /// \a path: of a mapping with name and perhaps optional.
    void addNamed(const yaml::Path &path, const char *kind, const char *key = "name")
    {
        const Json *mapping = m_object.at(path);
        const Json *optional = mapping ? base::find(*mapping, {"optional"}) : nullptr;
        if (mapping && !(optional && *optional == true))
            add(path / std::string(key), "", kind);
    }

    void environment(const yaml::Path &path, const Json &container)
    {
        const auto each = [&](const char *list, const auto &visit) {
            const Json *items = base::find(container, {list});
            for (std::size_t i = 0; items && items->is_array() && i < items->size(); ++i)
                visit(path / std::string(list) / i);
        };
        each("env", [this](const yaml::Path &at) {
            addNamed(at / std::string("valueFrom") / std::string("configMapKeyRef"), "ConfigMap");
            addNamed(at / std::string("valueFrom") / std::string("secretKeyRef"), "Secret");
        });
        each("envFrom", [this](const yaml::Path &at) {
            addNamed(at / std::string("configMapRef"), "ConfigMap");
            addNamed(at / std::string("secretRef"), "Secret");
        });
    }

    void podSpec(const yaml::Path &pod)
    {
        const Json *account = m_object.at(pod / std::string("serviceAccountName"));
        if (account && *account != "default")
            add(pod / std::string("serviceAccountName"), "", "ServiceAccount");
        const auto each = [&](const yaml::Path &list, const auto &visit) {
            const Json *items = m_object.at(list);
            for (std::size_t i = 0; items && items->is_array() && i < items->size(); ++i)
                visit(list / i);
        };
        each(pod / std::string("imagePullSecrets"), [this](const yaml::Path &at) { addNamed(at, "Secret"); });
        each(pod / std::string("volumes"), [&](const yaml::Path &at) {
            addNamed(at / std::string("configMap"), "ConfigMap");
            addNamed(at / std::string("secret"), "Secret", "secretName");
            each(at / std::string("projected") / std::string("sources"), [this](const yaml::Path &source) {
                addNamed(source / std::string("configMap"), "ConfigMap");
                addNamed(source / std::string("secret"), "Secret");
            });
        });
    }

    /// Mappings named ref or channel that name an object, at any depth outside of pods.
    void destinations(const Json &node, yaml::Path &path)
    {
        if (node.is_array()) {
            for (std::size_t i = 0; i < node.size(); ++i) {
                path.emplace_back(i);
                destinations(node[i], path);
                path.pop_back();
            }
            return;
        }
        if (!node.is_object())
            return;
        for (const auto &[key, value] : node.items()) {
            if (key == "metadata" || key == "status" || key == "template")
                continue;
            path.emplace_back(key);
            if ((key == "ref" || key == "channel") && value.is_object() && value.contains("name"))
                destination(value, path);
            else
                destinations(value, path);
            path.pop_back();
        }
    }

    void destination(const Json &value, const yaml::Path &path)
    {
        const std::string apiVersion = base::textAt(value, "apiVersion");
        const std::size_t slash = apiVersion.find('/');
        const std::string group = value.contains("group") ? base::textAt(value, "group")
            : slash == std::string::npos                  ? std::string()
                                                          : apiVersion.substr(0, slash);
        ObjectReference reference;
        reference.path = path / std::string("name");
        reference.group = QString::fromStdString(group);
        reference.kind = base::stringAt(value, "kind");
        reference.name = base::stringAt(value, "name");
        reference.nameSpace = base::stringAt(value, "namespace");
        if (!reference.nameSpace.isEmpty())
            reference.nameSpacePath = path / std::string("namespace");
        if (!reference.kind.isEmpty() && !reference.name.isEmpty())
            m_found.push_back(std::move(reference));
    }

    const Object &m_object;
    std::set<yaml::Path> m_pods;
    std::vector<ObjectReference> m_found;
};

} // namespace

std::vector<ObjectReference> referencesOf(const Object &object)
{
    return Collector(object).run();
}

} // namespace sluice::lint
