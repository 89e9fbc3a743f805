// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/table.h"

#include "base/json.h"
#include "sandbox/api/printers.h"
#include "sandbox/store/resource_type.h"
#include "sandbox/store/virtual_clock.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

std::string humanDuration(qint64 seconds)
{
    if (seconds < -1)
        return "<invalid>";
    if (seconds < 0)
        return "0s";
    const auto pair = [](qint64 big, const char *bigUnit, qint64 small, const char *smallUnit) {
        std::string text = std::to_string(big) + bigUnit;
        if (small > 0)
            text += std::to_string(small) + smallUnit;
        return text;
    };
    const qint64 minutes = seconds / 60;
    const qint64 hours = seconds / 3600;
    const qint64 days = hours / 24;
    const qint64 years = days / 365;
    if (seconds < 60 * 2)
        return std::to_string(seconds) + 's';
    if (minutes < 10)
        return pair(minutes, "m", seconds % 60, "s");
    if (minutes < 60 * 3)
        return std::to_string(minutes) + 'm';
    if (hours < 8)
        return pair(hours, "h", minutes % 60, "m");
    if (hours < 48)
        return std::to_string(hours) + 'h';
    if (hours < 24 * 8)
        return pair(days, "d", hours % 24, "h");
    if (days < 365 * 2)
        return std::to_string(days) + 'd';
    if (years < 8)
        return pair(years, "y", days % 365, "d");
    return std::to_string(years) + 'y';
}

Json tableOf(const ResourceType &type, const std::vector<ObjectPtr> &objects, const TableOptions &options)
{
    const Printer printer = printerFor(type);
    Json table{{"kind", "Table"}, {"apiVersion", "meta.k8s.io/v1"}, {"metadata", Json::object()}};
    Json columns = Json::array();
    if (options.withColumns) {
        for (const PrintColumn &column : printer.columns) {
            columns.push_back({{"name", column.name},
                               {"type", column.type},
                               {"format", column.format},
                               {"description", column.description},
                               {"priority", column.priority}});
        }
    }
    table["columnDefinitions"] = options.withColumns ? std::move(columns) : Json();
    Json rows = Json::array();
    for (const ObjectPtr &object : objects) {
        Json row{{"cells", printer.cells(*object, options.now)}};
        if (options.rowObject == RowObject::Object) {
            row["object"] = *object;
        } else if (options.rowObject == RowObject::Metadata) {
            row["object"] = {{"kind", "PartialObjectMetadata"},
                             {"apiVersion", "meta.k8s.io/v1"},
                             {"metadata", object->value("metadata", Json::object())}};
        }
        rows.push_back(std::move(row));
    }
    table["rows"] = std::move(rows);
    return table;
}

} // namespace sluice::sandbox
