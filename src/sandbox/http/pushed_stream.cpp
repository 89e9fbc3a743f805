// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/pushed_stream.h"

namespace sluice::sandbox {

PushedStream::PushedStream(std::unique_ptr<ResponseStream> source, Registry &registry, std::size_t limit)
    : m_source(std::move(source))
    , m_registry(registry)
    , m_limit(limit)
{
    m_registry.insert(this);
}

PushedStream::~PushedStream()
{
    m_registry.erase(this);
}

void PushedStream::start()
{
    m_started = true;
    m_source->start([this](std::string_view bytes) { receive(bytes); },
                    [this] {
                        m_done = true;
                        if (m_wake)
                            m_wake();
                    });
    m_limit += m_waiting.size();
    m_limited = true;
}

void PushedStream::receive(std::string_view bytes)
{
    if (m_done)
        return;
    m_waiting.append(bytes);
    if (m_limited && m_waiting.size() - m_taken > m_limit) {
        m_waiting.clear();
        m_taken = 0;
        m_waiting.shrink_to_fit();
        m_done = true;
    }
    if (m_wake)
        m_wake();
}

std::string PushedStream::take(std::size_t maxBytes)
{
    if (!m_started)
        start();
    size_t end = m_waiting.size();
    if (end - m_taken > maxBytes) {
        end = m_waiting.rfind('\n', m_taken + maxBytes - 1);
        if (end == std::string::npos || end < m_taken)
            end = m_waiting.find('\n', m_taken); // one line is longer than that
        end = end == std::string::npos ? m_waiting.size() : end + 1;
    }
    std::string lines = m_waiting.substr(m_taken, end - m_taken);
    m_taken = end;
    if (m_taken == m_waiting.size()) {
        m_waiting.clear();
        m_taken = 0;
    }
    return lines;
}

bool PushedStream::finished() const
{
    return m_done && m_waiting.empty();
}

void PushedStream::setWake(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

void PushedStream::heartbeat()
{
    if (m_started && !m_done)
        m_source->heartbeat();
}

} // namespace sluice::sandbox
