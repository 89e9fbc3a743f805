// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "schema/node.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::schema {

/// Reads the text of field_tables.h into kinds. Types may be used before they are defined and across tables.
class TableParser {
public:
    void read(std::string_view table);
    /// All kinds, with every type resolved. Mistakes in a table end up in errors().
    [[nodiscard]] std::vector<KindSchema> build();
    [[nodiscard]] const std::vector<std::string> &errors() const { return m_errors; }

private:
    struct Definition {
        std::string name;
        std::string description;
        std::vector<std::string> flags;
        std::vector<std::string> lines;
    };
    struct KindDefinition {
        KindSchema kind;
        Definition body;
    };
    std::shared_ptr<const Node> type(const std::string &text);
    std::shared_ptr<const Node> namedType(const std::string &name);
    std::shared_ptr<const Node> typeWith(const std::string &text, const std::vector<std::string> &flags);
    Field field(const std::string &line);
    void fill(Node &node, const Definition &definition);

    std::map<std::string, Definition> m_definitions;
    std::vector<KindDefinition> m_kinds;
    std::map<std::string, std::shared_ptr<Node>> m_named;
    std::vector<std::string> m_errors;
};

} // namespace sluice::schema
