// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace sluice::test {

namespace {

template <auto Free> struct Deleter {
    template <typename T> void operator()(T *pointer) const { Free(pointer); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using CertPtr = std::unique_ptr<X509, Deleter<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Deleter<BIO_free>>;

KeyPtr makeKey()
{
    return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

template <typename Write> QByteArray pem(Write write)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, qsizetype(size));
}

void setName(X509_NAME *name, const QByteArray &commonName)
{
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const uchar *>(commonName.constData()),
                               int(commonName.size()), -1, 0);
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData())) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

CertPtr makeCertificate(EVP_PKEY *key, const CertificateSpec &spec, long serial)
{
    CertPtr certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), spec.notBefore);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), spec.notAfter);
    X509_set_pubkey(certificate.get(), key);
    setName(X509_get_subject_name(certificate.get()), spec.commonName);
    return certificate;
}

} // namespace

struct Authority::Private {
    KeyPtr key = makeKey();
    CertPtr certificate;
    mutable long serial = 1;
};

Authority::Authority()
    : d(std::make_unique<Private>())
{
    CertificateSpec spec;
    spec.commonName = "throwaway authority";
    spec.notBefore = -365L * 24 * 3600;
    d->certificate = makeCertificate(d->key.get(), spec, d->serial++);
    X509 *certificate = d->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate, certificate, NID_subject_key_identifier, "hash");
    X509_sign(certificate, d->key.get(), EVP_sha256());
}

Authority::~Authority() = default;

QByteArray Authority::caPem() const
{
    return pem([this](BIO *bio) { PEM_write_bio_X509(bio, d->certificate.get()); });
}

Identity Authority::issue(const CertificateSpec &spec) const
{
    const KeyPtr key = makeKey();
    const CertPtr certificate = makeCertificate(key.get(), spec, d->serial++);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(d->certificate.get()));
    extend(certificate.get(), d->certificate.get(), NID_basic_constraints, "CA:FALSE");
    extend(certificate.get(), d->certificate.get(), NID_ext_key_usage, "serverAuth,clientAuth");
    if (!spec.names.isEmpty())
        extend(certificate.get(), d->certificate.get(), NID_subject_alt_name, spec.names.join(','));
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());
    return {pem([&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); }), pem([&](BIO *bio) {
                PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

} // namespace sluice::test
