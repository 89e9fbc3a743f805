// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/json.h"
#include "case_file.h"
#include "target.h"
#include "yaml/document.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QUrl>

namespace sluice::tests {
using base::Json;

namespace {

constexpr const char *roles[] = {"admin", "developer", "viewer"};

/// The entry \a name of a kubeconfig's list of named things; null when there is none.
Json named(const Json &config, const std::string &list, const std::string &name, const std::string &what)
{
    for (const Json &entry : config.value(list, Json::array())) {
        if (entry.value("name", "") == name)
            return entry.value(what, Json());
    }
    return {};
}

class ClusterTarget final : public Target {
public:
    /// The reason when the cluster cannot be used.
    [[nodiscard]] QString open(const QString &path)
    {
        const auto bytes = base::readFile(path);
        if (!bytes)
            return debugText(bytes.error());
        const auto config = yaml::parseValue(*bytes, path);
        if (!config)
            return debugText(config.error());
        const Json context = named(*config, "contexts", base::textAt(*config, "current-context"), "context");
        const Json cluster = named(*config, "clusters", context.value("cluster", ""), "cluster");
        const QUrl url(base::stringAt(cluster, "server"));
        if (url.host() != u"127.0.0.1" && url.host() != u"localhost")
            return QStringLiteral("%1: the suite speaks only to a cluster of this machine, not to %2")
                .arg(path, url.toString());
        m_port = quint16(url.port(443));
        m_caPem = QByteArray::fromBase64(
            QByteArray::fromStdString(base::textAt(cluster, "certificate-authority-data")));
        for (const char *role : roles) {
            const std::string token = named(*config, "users", role, "user").value("token", "");
            if (token.empty())
                return QStringLiteral("%1: the user %2 has no token").arg(path, QLatin1String(role));
            m_tokens[role] = QByteArray::fromStdString(token);
            if (const QString problem = askWho(role); !problem.isEmpty())
                return problem;
        }
        std::sort(m_names.begin(), m_names.end(),
                  [](const auto &left, const auto &right) { return left.first.size() > right.first.size(); });
        m_run = QString::number(QRandomGenerator::global()->generate(), 36).toStdString();
        return {};
    }

    std::string openNamespace(const Case &testCase) override
    {
        const std::string name = "case-" + m_run + '-' + std::to_string(++m_count);
        if (!create("/api/v1/namespaces", {{"metadata", {{"name", name}}}}))
            return {};
        if (!testCase.hasUser("developer"))
            return name;
        const std::string rights = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + name;
        const Json everything{{"apiGroups", {"*"}}, {"resources", {"*"}}, {"verbs", {"*"}}};
        const bool granted =
            create(rights + "/roles",
                   {{"metadata", {{"name", "developer"}}}, {"rules", Json::array({everything})}})
            && create(rights + "/rolebindings",
                      {{"metadata", {{"name", "developer"}}},
                       {"roleRef",
                        {{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", "Role"}, {"name", "developer"}}},
                       {"subjects",
                        Json::array({Json{{"apiGroup", "rbac.authorization.k8s.io"},
                                          {"kind", "User"},
                                          {"name", m_users.at("developer")}}})}});
        return granted && holds(name) ? name : std::string();
    }
    void advance(qint64) override { }
    bool hasVirtualTime() const override { return false; }
    /// The harness asks etcd, which only it knows.
    bool compact() override
    {
        QProcess harness;
        harness.setProcessChannelMode(QProcess::ForwardedChannels);
        harness.start(qEnvironmentVariable("SLUICE_CLUSTER_PROGRAM"),
                      {QStringLiteral("component"), QStringLiteral("compact"), QStringLiteral("etcd")});
        if (harness.waitForFinished() && harness.exitStatus() == QProcess::NormalExit
            && harness.exitCode() == 0)
            return true;
        qWarning("compacting needs SLUICE_CLUSTER_PROGRAM and SLUICE_CLUSTER_NAME, as ./dev test --cluster "
                 "sets them");
        return false;
    }

private:
    bool create(const std::string &path, const Json &object)
    {
        const auto answer = send({"POST",
                                  QByteArray::fromStdString(path),
                                  QByteArray::fromStdString(base::dump(object)),
                                  {"Content-Type: application/json"},
                                  "admin"});
        return answer && answer->status == 201;
    }

    /// The authorizer learns of new rights from a watch of its own: asks until it has.
    bool holds(const std::string &nameSpace)
    {
        const Json review{
            {"apiVersion", "authorization.k8s.io/v1"},
            {"kind", "SelfSubjectAccessReview"},
            {"spec",
             {{"resourceAttributes", {{"namespace", nameSpace}, {"verb", "get"}, {"resource", "pods"}}}}}};
        for (int i = 0; i < 1000; ++i) {
            const auto answer = send({"POST",
                                      "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                      QByteArray::fromStdString(base::dump(review)),
                                      {"Content-Type: application/json"},
                                      "developer"});
            if (answer && answer->body.contains("\"allowed\":true"))
                return true;
        }
        return false;
    }

    /// The server's own word for who presents the token of a role.
    QString askWho(const std::string &role)
    {
        const auto answer =
            send({"POST",
                  "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                  "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}",
                  {"Content-Type: application/json"},
                  role});
        if (!answer || answer->status != 201)
            return QStringLiteral("no answer as %1: %2")
                .arg(QString::fromStdString(role),
                     answer ? QString::fromUtf8(answer->body) : QStringLiteral("no connection"));
        const auto review = base::parseJson(answer->body.toStdString(), QStringLiteral("answer"));
        m_users[role] = review ? base::textAt(*review, "status.userInfo.username") : std::string();
        m_names.emplace_back(m_users[role], '<' + role + '>');
        return {};
    }

    std::map<std::string, std::string> m_users; ///< by role
    std::string m_run;
    int m_count = 0;
};

} // namespace

std::unique_ptr<Target> makeClusterTarget(const QString &kubeconfig, QString &problem)
{
    auto target = std::make_unique<ClusterTarget>();
    problem = target->open(kubeconfig);
    if (!problem.isEmpty())
        return nullptr;
    return target;
}

} // namespace sluice::tests
