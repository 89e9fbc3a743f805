// SPDX-License-Identifier: GPL-3.0-or-later
#include "https_server.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QUrl>

namespace sluice::test {

namespace {
QByteArray head(int status, const QByteArrayList &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    for (const QByteArray &header : headers)
        text += header + "\r\n";
    return text;
}
} // namespace

void Incoming::answer(int status, const QByteArray &bytes, const QByteArrayList &fields) const
{
    if (socket)
        socket->write(head(status, fields) + "Content-Length: " + QByteArray::number(bytes.size())
                      + "\r\n\r\n" + bytes);
}

void Incoming::begin(int status, const QByteArrayList &fields) const
{
    if (socket)
        socket->write(head(status, fields) + "Transfer-Encoding: chunked\r\n\r\n");
}

void Incoming::chunk(const QByteArray &bytes) const
{
    if (socket)
        socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void Incoming::end() const
{
    if (socket)
        socket->write("0\r\n\r\n");
}

void Incoming::cut() const
{
    if (socket) {
        socket->flush();
        socket->abort();
    }
}

HttpsServer::HttpsServer(const Identity &identity, const QByteArray &clientCaPem)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(identity.certificatePem));
    tls.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec));
    tls.setPeerVerifyMode(clientCaPem.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!clientCaPem.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromData(clientCaPem));
    m_server.setSslConfiguration(tls);
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
            ++connections;
            ++open;
            QObject::connect(socket, &QSslSocket::readyRead, &m_server, [this, socket] { read(socket); });
            QObject::connect(socket, &QSslSocket::disconnected, &m_server, [this, socket] {
                --open;
                socket->deleteLater();
            });
            if (socket->bytesAvailable() > 0)
                read(socket);
        }
    });
}

QUrl HttpsServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    url.setPort(m_server.serverPort());
    return url;
}

void HttpsServer::read(QSslSocket *socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    for (;;) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            break;
        const QList<QByteArray> lines = buffer.left(headEnd).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> start = lines.first().split(' ');
        Incoming incoming;
        incoming.method = start.value(0);
        incoming.target = start.value(1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            incoming.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = incoming.headers.value("Content-Length").toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            break;
        incoming.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        incoming.peerCommonName = socket->peerCertificate()
                                      .subjectInfo(QSslCertificate::CommonName)
                                      .join(QLatin1Char(','))
                                      .toUtf8();
        incoming.socket = socket;
        seen.append(incoming);
        handler(incoming);
    }
    socket->setProperty("buffer", buffer);
}

} // namespace sluice::test
