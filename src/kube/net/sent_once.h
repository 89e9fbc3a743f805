// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIODevice>

namespace sluice::kube {

/// The body of a write. It can be read once: QNetworkAccessManager sends a request again on its own, up to three times and
/// whatever its method, when the connection is lost before the answer begins, unless its body cannot be had again.
/// Then the reply ends with ContentReSendError.
class SentOnce final : public QIODevice {
public:
    SentOnce(QByteArray body, QObject *parent)
        : QIODevice(parent)
        , m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_read == m_body.size(); }
    qint64 bytesAvailable() const override { return m_body.size() - m_read; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, bytesAvailable());
        if (size == 0 && most > 0)
            return -1;
        std::copy_n(m_body.constData() + m_read, size, data);
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace sluice::kube
