// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/emit.h"

#include "base/json.h"
#include "yaml/scalar.h"
#include "yaml/utf8.h"

#include <yaml.h>

namespace sluice::yaml {

namespace {

using base::Json;

/// libyaml's emitter with the settings of go-yaml, which is a port of it.
class Emitter {
public:
    Emitter()
    {
        yaml_emitter_initialize(&m_emitter);
        yaml_emitter_set_output(&m_emitter, &Emitter::write, &m_text);
        yaml_emitter_set_unicode(&m_emitter, 1);
        yaml_emitter_set_width(&m_emitter, 80);
        yaml_emitter_set_indent(&m_emitter, 2);
    }
    ~Emitter() { yaml_emitter_delete(&m_emitter); }
    Emitter(const Emitter &) = delete;
    Emitter &operator=(const Emitter &) = delete;

    std::string emit(const Json &value)
    {
        yaml_event_t event;
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        send(event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        send(event);
        node(value);
        yaml_document_end_event_initialize(&event, 1);
        send(event);
        // No stream end: libyaml would add "..." behind a scalar that keeps its line breaks, go-yaml does not.
        yaml_emitter_flush(&m_emitter);
        return std::move(m_text);
    }

private:
    static int write(void *data, unsigned char *buffer, std::size_t size)
    {
        static_cast<std::string *>(data)->append(reinterpret_cast<const char *>(buffer), size);
        return 1;
    }

    void send(yaml_event_t &event) { yaml_emitter_emit(&m_emitter, &event); }

    void scalar(std::string_view text, yaml_scalar_style_t style)
    {
        yaml_event_t event;
        const int made = yaml_scalar_event_initialize(&event, nullptr, nullptr,
                                                      reinterpret_cast<const yaml_char_t *>(text.data()),
                                                      int(text.size()), 1, 1, style);
        if (made)
            send(event);
    }

    void string(const std::string &text)
    {
        std::string valid;
        const std::string *use = &text;
        if (firstInvalidUtf8(text)) {
            valid = QString::fromStdString(text).toStdString();
            use = &valid;
        }
        // libyaml's plain and literal writers drop a byte order mark.
        if (use->find("\xEF\xBB\xBF") != std::string::npos)
            scalar(*use, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
        else if (use->find('\n') != std::string::npos)
            scalar(*use, YAML_LITERAL_SCALAR_STYLE);
        else
            scalar(*use, needsQuotes(*use) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE);
    }

    void node(const Json &value)
    {
        yaml_event_t event;
        switch (value.type()) {
        case Json::value_t::object:
            yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
            send(event);
            for (const auto &[key, item] : value.get_ref<const Json::object_t &>()) {
                string(key);
                node(item);
            }
            yaml_mapping_end_event_initialize(&event);
            send(event);
            break;
        case Json::value_t::array:
            yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE);
            send(event);
            for (const Json &item : value)
                node(item);
            yaml_sequence_end_event_initialize(&event);
            send(event);
            break;
        case Json::value_t::string:
            string(value.get_ref<const std::string &>());
            break;
        case Json::value_t::boolean:
            scalar(value.get<bool>() ? "true" : "false", YAML_PLAIN_SCALAR_STYLE);
            break;
        case Json::value_t::number_integer:
            scalar(std::to_string(value.get<std::int64_t>()), YAML_PLAIN_SCALAR_STYLE);
            break;
        case Json::value_t::number_unsigned:
            scalar(std::to_string(value.get<std::uint64_t>()), YAML_PLAIN_SCALAR_STYLE);
            break;
        case Json::value_t::number_float:
            scalar(formatDouble(value.get<double>()), YAML_PLAIN_SCALAR_STYLE);
            break;
        default:
            scalar("null", YAML_PLAIN_SCALAR_STYLE);
            break;
        }
    }

    yaml_emitter_t m_emitter{};
    std::string m_text;
};

} // namespace

std::string emit(const Json &value)
{
    return Emitter().emit(value);
}

std::string emitAll(const std::vector<const Json *> &values)
{
    std::string text;
    for (const Json *value : values) {
        if (!text.empty())
            text += "---\n";
        text += emit(*value);
    }
    return text;
}

} // namespace sluice::yaml
