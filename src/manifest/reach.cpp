// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/reach.h"

#include "base/json.h"
#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "yaml/document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>
#include <set>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;

constexpr qint64 maxFileBytes = 3 * 1024 * 1024; ///< what yaml::Limits reads

/// A path or address that a kustomization names.
struct Named {
    QString text;
    yaml::Path path;
};

/// Collects what one kustomization names, field by field (kustomize, api/types/kustomization.go).
class Names {
public:
    explicit Names(const Json &top)
        : m_top(top)
    {
    }

    std::vector<Named> run()
    {
        for (const char *key : {"resources", "bases", "components", "crds", "configurations", "generators",
                                "transformers", "validators", "patchesStrategicMerge"})
            list(key, {});
        for (const char *key : {"patches", "patchesJson6902", "replacements"})
            list(key, "path");
        for (const char *key : {"configMapGenerator", "secretGenerator"}) {
            list(key, "env");
            for (const char *inner : {"files", "envs"})
                list(key, inner);
        }
        if (const Json *path = base::find(m_top, {"openapi", "path"}))
            take(*path, yaml::keys({"openapi", "path"}), false);
        return std::move(m_names);
    }

private:
    /// The entries of a list, or \a inner of each: a text or a list of texts.
    void list(const std::string &key, const std::string &inner)
    {
        const Json *entries = base::find(m_top, {key.c_str()});
        if (!entries || !entries->is_array())
            return;
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const yaml::Path at = yaml::keys({key}) / i;
            if (inner.empty()) {
                take((*entries)[i], at, false);
                continue;
            }
            const Json *value = base::find((*entries)[i], {inner.c_str()});
            if (!value)
                continue;
            if (!value->is_array()) {
                take(*value, at / inner, false);
                continue;
            }
            for (std::size_t k = 0; k < value->size(); ++k)
                take((*value)[k], at / inner / k, inner == "files");
        }
    }

    /// "key=path" names a file of a generator; text with line breaks or braces stands for itself.
    void take(const Json &value, const yaml::Path &path, bool keyed)
    {
        if (!value.is_string())
            return;
        QString text = QString::fromStdString(value.get_ref<const std::string &>());
        if (keyed && text.contains(u'='))
            text = text.section(u'=', 1);
        if (!text.isEmpty() && !text.contains(u'\n') && !text.trimmed().startsWith(u'{'))
            m_names.push_back({text, path});
    }

    const Json &m_top;
    std::vector<Named> m_names;
};

class Reach {
public:
    Reach(const QString &root, bool allowRemote)
        : m_root(QFileInfo(root).canonicalFilePath())
        , m_allowRemote(allowRemote)
    {
    }

    Result<void> folder(const QString &relative)
    {
        if (!m_seen.insert(relative).second)
            return {};
        static const std::array<QString, 3> names{QStringLiteral("kustomization.yaml"),
                                                  QStringLiteral("kustomization.yml"),
                                                  QStringLiteral("Kustomization")};
        for (const QString &name : names) {
            const QString file = joinPath(relative, name);
            const QFileInfo info(absolute(file));
            if (!info.exists())
                continue;
            if (!isInside(info.canonicalFilePath(), m_root))
                return failAt({file, 0}, {}, QStringLiteral("manifest.link-outside"), {file});
            if (auto done = kustomization(relative, file); !done)
                return done;
        }
        return {}; // without one, kustomize says so
    }

private:
    [[nodiscard]] QString absolute(const QString &relative) const
    {
        return relative.isEmpty() ? m_root : m_root + u'/' + relative;
    }

    Result<void> kustomization(const QString &folder, const QString &file)
    {
        QFile in(absolute(file));
        if (!in.open(QIODevice::ReadOnly))
            return base::fail(
                base::FileError{base::FileError::Kind::Permission, in.fileName(), in.errorString()});
        const auto documents = yaml::parse(in.read(maxFileBytes + 1), file);
        if (!documents)
            return tl::unexpected(documents.error());
        for (const yaml::Document &document : *documents) {
            for (const Named &named : Names(document.value()).run()) {
                if (auto done = reference(folder, named, document); !done)
                    return done;
            }
        }
        return {};
    }

    Result<void> reference(const QString &folder, const Named &named, const yaml::Document &document)
    {
        const auto bad = [&](const QString &id) {
            return failAt(placeOf(document, named.path), yaml::toString(named.path), id, {named.text});
        };
        if (isRemote(named.text)) {
            if (m_allowRemote)
                return {};
            return bad(QStringLiteral("manifest.remote-base"));
        }
        const QString path = named.text.startsWith(u'/') ? QString() : joinPath(folder, named.text);
        if (path.isNull())
            return bad(QStringLiteral("manifest.outside-project"));
        const QFileInfo info(absolute(path));
        // What is not there, kustomize would look for on the network.
        if (!info.exists())
            return bad(QStringLiteral("manifest.missing-file"));
        const QString real = info.canonicalFilePath();
        if (!isInside(real, m_root))
            return bad(QStringLiteral("manifest.link-outside"));
        return info.isDir() ? this->folder(real.mid(m_root.size() + 1)) : Result<void>();
    }

    QString m_root;
    bool m_allowRemote;
    std::set<QString> m_seen;
};

} // namespace

Result<void> checkReach(const QString &root, const QString &folder, bool allowRemote)
{
    return Reach(root, allowRemote).folder(folder);
}

} // namespace sluice::manifest
