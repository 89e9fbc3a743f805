// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/line_splitter.h"

namespace sluice::kube {

std::vector<LineSplitter::Line> LineSplitter::push(const QByteArray &bytes)
{
    std::vector<Line> lines;
    qsizetype begin = 0;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n', begin);
        if (end < 0)
            break;
        append(bytes.constData() + begin, end - begin);
        lines.push_back(take());
        begin = end + 1;
    }
    append(bytes.constData() + begin, bytes.size() - begin);
    return lines;
}

std::optional<LineSplitter::Line> LineSplitter::finish()
{
    if (m_partial.isEmpty() && !m_truncated)
        return std::nullopt;
    return take();
}

LineSplitter::Line LineSplitter::take()
{
    if (m_partial.endsWith('\r'))
        m_partial.chop(1);
    Line line{std::move(m_partial), m_truncated};
    m_partial = QByteArray();
    m_truncated = false;
    return line;
}

void LineSplitter::append(const char *data, qsizetype size)
{
    const qsizetype room = qsizetype(m_maxLineBytes) - m_partial.size();
    if (size > room) {
        m_truncated = true;
        size = std::max<qsizetype>(room, 0);
    }
    m_partial.append(data, size);
}

} // namespace sluice::kube
