// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QPair>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <optional>

namespace sluice::tests {

/// An HTTP/1.1 client that blocks and shows every byte, for what a well-behaved one would never send. Needs no event loop.
/// The waiting time only guards against a hang.
class TlsClient {
public:
    static constexpr int guardMs = 90'000;

    struct Answer {
        int status = 0;
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray &name) const
        {
            for (const auto &[key, value] : headers) {
                if (key.compare(name, Qt::CaseInsensitive) == 0)
                    return value;
            }
            return {};
        }
    };

    /// Trusts only \a caPem. \a host is what the certificate must be for.
    [[nodiscard]] bool connectTo(quint16 port, const QByteArray &caPem,
                                 const QString &host = QStringLiteral("127.0.0.1"))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromData(caPem));
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, host);
        return m_socket.waitForEncrypted(guardMs);
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() > 0
               && m_socket.state() == QAbstractSocket::ConnectedState) {
            if (!m_socket.waitForBytesWritten(guardMs))
                break;
        }
    }

    /// A request line with Host, the token if there is one, and Content-Length where there is a body.
    void request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                 const QList<QByteArray> &headerLines = {})
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
        if (!token.isEmpty())
            text += "Authorization: Bearer " + token + "\r\n";
        for (const QByteArray &line : headerLines)
            text += line + "\r\n";
        if (!body.isEmpty())
            text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        send(text + "\r\n" + body);
    }

    /// One whole answer; nothing when the server closed before it was complete.
    [[nodiscard]] std::optional<Answer> answer()
    {
        auto received = header();
        if (!received || !readBody(*received))
            return std::nullopt;
        return received;
    }

    /// The whole body behind a header(); false when the server closed before it was complete.
    [[nodiscard]] bool readBody(Answer &received)
    {
        if (received.header("Transfer-Encoding") == "chunked") {
            while (const auto next = chunk()) {
                if (next->isEmpty())
                    return true;
                received.body += *next;
            }
            return false;
        }
        const qsizetype size = received.header("Content-Length").toLongLong();
        while (m_buffer.size() < size) {
            if (!readMore())
                return false;
        }
        received.body = m_buffer.left(size);
        m_buffer.remove(0, size);
        return true;
    }

    /// Status line and headers only, for streams.
    [[nodiscard]] std::optional<Answer> header()
    {
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
            if (!readMore())
                return std::nullopt;
        }
        const QList<QByteArray> lines = m_buffer.left(end).split('\n');
        m_buffer.remove(0, end + 4);
        Answer received;
        received.status = lines.value(0).split(' ').value(1).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            received.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        }
        return received;
    }

    /// The next chunk of a stream; an empty one is the last; nothing when the connection was cut.
    [[nodiscard]] std::optional<QByteArray> chunk()
    {
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n")) < 0) {
            if (!readMore())
                return std::nullopt;
        }
        const qsizetype size = m_buffer.left(end).toLongLong(nullptr, 16);
        while (m_buffer.size() < end + 2 + size + 2) {
            if (!readMore())
                return std::nullopt;
        }
        const QByteArray bytes = m_buffer.mid(end + 2, size);
        m_buffer.remove(0, end + 2 + size + 2);
        return bytes;
    }

    /// The next line of a chunked stream without its newline; nothing at its end.
    [[nodiscard]] std::optional<QByteArray> line()
    {
        qsizetype end = -1;
        while ((end = m_lines.indexOf('\n')) < 0) {
            const auto next = chunk();
            if (!next || next->isEmpty())
                return std::nullopt;
            m_lines += *next;
        }
        const QByteArray text = m_lines.left(end);
        m_lines.remove(0, end + 1);
        return text;
    }

    /// True when the server has closed; false when it is still open after the guard or sent something.
    [[nodiscard]] bool waitForClosed()
    {
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            return m_socket.bytesAvailable() == 0;
        while (m_socket.waitForReadyRead(guardMs)) {
            m_buffer += m_socket.readAll();
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState && m_buffer.isEmpty();
    }

    void close() { m_socket.abort(); }
    /// Bytes the socket may hold; a small number makes a slow reader. 0: all.
    void setReadBufferSize(qint64 bytes) { m_socket.setReadBufferSize(bytes); }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    QByteArray token;

private:
    bool readMore()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(guardMs))
            return false;
        m_buffer += m_socket.readAll();
        return true;
    }

    QSslSocket m_socket;
    QByteArray m_buffer;
    QByteArray m_lines;
};

} // namespace sluice::tests
