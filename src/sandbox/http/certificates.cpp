// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/certificates.h"

#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace sluice::sandbox {
namespace {

template <auto Free> struct Freed {
    template <typename T> void operator()(T *value) const { Free(value); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

tl::unexpected<base::Error> opensslError(const char *step)
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return base::fail(
        base::TlsError{base::TlsError::Kind::Handshake, QStringLiteral("localhost"),
                       QString::fromLatin1(step) + QStringLiteral(": ") + QString::fromLatin1(text.data())});
}

Key makeKey()
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

bool setSerial(X509 *certificate)
{
    // RFC 5280 4.1.2.2: positive and at most 20 octets.
    std::array<unsigned char, 16> serial{};
    if (RAND_bytes(serial.data(), int(serial.size())) != 1)
        return false;
    serial[0] = (serial[0] & 0x7f) | 0x40;
    std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(serial.data(), int(serial.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setName(X509_NAME *name, const char *commonName)
{
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(commonName), -1, -1, 0)
        == 1;
}

Certificate makeCertificate(const char *commonName, EVP_PKEY *key, int days)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), 2) != 1 || !setSerial(certificate.get())
        || !X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600)
        || !X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400L * days)
        || X509_set_pubkey(certificate.get(), key) != 1
        || !setName(X509_get_subject_name(certificate.get()), commonName))
        return {};
    return certificate;
}

bool isIpAddress(const QString &host)
{
    std::unique_ptr<ASN1_OCTET_STRING, Freed<ASN1_OCTET_STRING_free>> address(
        a2i_IPADDRESS(host.toLatin1().constData()));
    if (!address)
        ERR_clear_error();
    return address != nullptr;
}

QByteArray subjectAltNames(const QStringList &extraHosts)
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    for (const QString &host : extraHosts) {
        // A comma would begin another name in OpenSSL's notation.
        if (host.isEmpty() || host.contains(u','))
            continue;
        names += isIpAddress(host) ? ",IP:" : ",DNS:";
        names += host.toLatin1();
    }
    return names;
}

QByteArray pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!bio || PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

} // namespace

base::Result<ServerIdentity> makeServerIdentity(const QStringList &extraHosts, int days)
{
    ERR_clear_error();
    const Key caKey = makeKey();
    const Key serverKey = makeKey();
    if (!caKey || !serverKey)
        return opensslError("key");

    const Certificate ca = makeCertificate("Sluice sandbox CA", caKey.get(), days);
    if (!ca || X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get())) != 1
        || !addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash")
        || X509_sign(ca.get(), caKey.get(), EVP_sha256()) == 0)
        return opensslError("authority");

    const Certificate server = makeCertificate("localhost", serverKey.get(), days);
    if (!server || X509_set_issuer_name(server.get(), X509_get_subject_name(ca.get())) != 1
        || !addExtension(server.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(server.get(), ca.get(), NID_key_usage, "critical,digitalSignature")
        || !addExtension(server.get(), ca.get(), NID_ext_key_usage, "serverAuth")
        || !addExtension(server.get(), ca.get(), NID_subject_key_identifier, "hash")
        || !addExtension(server.get(), ca.get(), NID_authority_key_identifier, "keyid")
        || !addExtension(server.get(), ca.get(), NID_subject_alt_name, subjectAltNames(extraHosts))
        || X509_sign(server.get(), caKey.get(), EVP_sha256()) == 0)
        return opensslError("server certificate");

    ServerIdentity identity{pemOf(ca.get()), pemOf(server.get()), pemOf(serverKey.get())};
    if (identity.caPem.isEmpty() || identity.certificatePem.isEmpty() || identity.keyPem.isEmpty())
        return opensslError("PEM");
    return identity;
}

base::Result<QString> makeToken(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), bytes) != 1)
        return opensslError("random");
    return QString::fromLatin1(
        random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace sluice::sandbox
