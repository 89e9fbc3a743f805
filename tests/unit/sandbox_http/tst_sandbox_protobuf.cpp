// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/http/protobuf_body.h"

#include <QTest>

using namespace sluice;
using base::Json;

namespace {

/// Bodies as kubectl 1.32.4 sent them.
const char *const namespaceHex =
    "6b3873000a0f0a02763112094e616d657370616365121f0a170a0770726f746f6e7312001a0022002a00"
    "320038004200"
    "12001a020a001a002200";
const char *const deploymentHex =
    "6b3873000a150a07617070732f7631120a4465706c6f796d656e7412b8010a210a02773212001a0473686f7022002a00"
    "3200380042005a090a03617070120277321284010803120b0a090a0361707012027732"
    "1a6b0a1b0a0012001a0022002a003200380042005a090a036170701202773212"
    "4c122e0a056e67696e7812056e67696e782a00320a0a001000185022002a0042006a007200800100880100900100a201001a"
    "00320042004a0052005800600068008201008a01009a0100c2010022020a0028003800"
    "1a0c0800100018002000280038001a002200";

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

/// A field with length-delimited content; everything here is short.
QByteArray delimited(int number, const QByteArray &content)
{
    return QByteArray(1, char(number << 3 | 2)) + QByteArray(1, char(content.size())) + content;
}

QByteArray wrapped(const QByteArray &apiVersion, const QByteArray &kind, const QByteArray &object)
{
    return QByteArray("k8s\0", 4) + delimited(1, delimited(1, apiVersion) + delimited(2, kind))
        + delimited(2, object) + delimited(3, {}) + delimited(4, {});
}

std::optional<Json> decode(const QByteArray &bytes)
{
    return sandbox::decodeProtobuf({bytes.constData(), size_t(bytes.size())});
}

} // namespace

class TestSandboxProtobuf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void survivesCuts();
};

void TestSandboxProtobuf::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("kubectl create namespace")
        << bytesOf(namespaceHex)
        << QByteArray(
               R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"protons"},"spec":{},"status":{}})");
    QTest::newRow("kubectl create deployment")
        << bytesOf(deploymentHex) << QByteArray(R"({"apiVersion":"apps/v1",
        "kind":"Deployment","metadata":{"name":"w2","namespace":"shop","labels":{"app":"w2"}},
        "spec":{"replicas":3,"selector":{"matchLabels":{"app":"w2"}},"strategy":{},"template":{
            "metadata":{"labels":{"app":"w2"}},
            "spec":{"containers":[{"name":"nginx","image":"nginx","ports":[{"containerPort":80}],"resources":{}}]}}},
        "status":{}})");
    QTest::newRow("secret") << wrapped(
        "v1", "Secret",
        delimited(1, delimited(1, "s"))
            + delimited(2, delimited(1, "k") + delimited(2, QByteArray("\xff\x00", 2)))
            + delimited(3, "Opaque"))
                            << QByteArray(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},
                                              "data":{"k":"/wA="},"type":"Opaque"})");
    QTest::newRow("config map, empty value")
        << wrapped("v1", "ConfigMap", delimited(2, delimited(1, "k") + delimited(2, {})))
        << QByteArray(R"({"apiVersion":"v1","kind":"ConfigMap","data":{"k":""}})");
    QTest::newRow("zero of a pointer is kept")
        << wrapped("v1", "DeleteOptions",
                   QByteArray("\x08\x00", 2) + delimited(4, "Foreground") + delimited(5, "All"))
        << QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions","gracePeriodSeconds":0,
                          "propagationPolicy":"Foreground","dryRun":["All"]})");
    QTest::newRow("negative number") << wrapped(
        "v1", "DeleteOptions", QByteArray("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 11))
                                     << QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions",
                                                       "gracePeriodSeconds":-1})");
    QTest::newRow("time") << wrapped("v1", "ConfigMap",
                                     delimited(1, delimited(8, QByteArray("\x08\x80\xa3\x05", 4))))
                          << QByteArray(R"({"apiVersion":"v1","kind":"ConfigMap",
                                            "metadata":{"creationTimestamp":"1970-01-02T00:00:00Z"}})");
}

void TestSandboxProtobuf::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, json);
    const auto object = decode(bytes);
    QVERIFY(object.has_value());
    const Json expected = Json::parse(json.toStdString());
    QCOMPARE(QByteArray::fromStdString(object->dump(1)), QByteArray::fromStdString(expected.dump(1)));
}

void TestSandboxProtobuf::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("magic alone") << QByteArray("k8s\0", 4);
    QTest::newRow("JSON") << QByteArray("{}");
    QTest::newRow("unknown kind") << wrapped("batch/v1", "Job", {});
    QTest::newRow("other version") << wrapped("v2", "ConfigMap", {});
    QTest::newRow("unknown field") << wrapped("v1", "ConfigMap", delimited(9, "x"));
    QTest::newRow("wire type") << wrapped("v1", "ConfigMap", QByteArray("\x0d\x00\x00\x00\x00", 5));
    QTest::newRow("number for a text") << wrapped("v1", "Secret", QByteArray("\x18\x01", 2));
    QTest::newRow("length beyond the end") << wrapped("v1", "ConfigMap", QByteArray("\x0a\x7f", 2));
    QTest::newRow("endless varint") << wrapped("v1", "DeleteOptions", "\x08" + QByteArray(11, '\xff'));
}

void TestSandboxProtobuf::refuses()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!decode(bytes).has_value());
}

void TestSandboxProtobuf::survivesCuts()
{
    const QByteArray whole = bytesOf(deploymentHex);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        // Whatever comes out, it is not the whole object, and nothing is read beyond the end.
        const auto object = decode(QByteArray(whole.constData(), size));
        QVERIFY(!object.has_value() || object != decode(whole) || size > whole.size() - 5);
    }
}

QTEST_GUILESS_MAIN(TestSandboxProtobuf)
#include "tst_sandbox_protobuf.moc"
