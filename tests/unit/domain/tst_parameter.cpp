// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/parameter.h"
#include "text/catalog.h"

#include <QTest>

using namespace sluice::domain;
using Id = ParameterId;

namespace {

QString problemText(const std::vector<ParameterProblem> &problems)
{
    QStringList lines;
    for (const ParameterProblem &problem : problems) {
        QStringList names;
        for (const Id id : problem.parameters)
            names += parameter(id).name;
        lines += names.join(u'+') + u' ' + problem.what.id + u' ' + problem.what.arguments.join(u',');
    }
    return lines.join(u'|');
}

} // namespace

class TestParameter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void table();
    void one_data();
    void one();
    void seedIsLegal();
    void between_data();
    void between();
    void clusterLimits();
    void comparing();
};

void TestParameter::table()
{
    const auto rows = parameters();
    QCOMPARE(rows.size(), std::size_t(14));
    QSet<QString> names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(std::size_t(rows[i].id), i);
        names.insert(rows[i].name);
        QCOMPARE(findParameter(rows[i].name), &rows[i]);
        for (const QString &id : {rows[i].labelId, rows[i].meaningId}) {
            const QString words = sluice::text::words({id, {}});
            QVERIFY2(words != id && !words.isEmpty(), qPrintable(id));
        }
        if (!rows[i].clusterDefault.isEmpty())
            QVERIFY(!checkValue(rows[i].id, rows[i].clusterDefault));
    }
    QCOMPARE(names.size(), qsizetype(rows.size()));
    QVERIFY(!findParameter(u"nothing"_qs));
    QCOMPARE(parameter(Id::MaxScale).key, u"autoscaling.knative.dev/max-scale"_qs);
    QCOMPARE(parameter(Id::CpuLimit).key, u"resources.limits.cpu"_qs);
}

void TestParameter::one_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](Id id, const QString &text, const QString &reason = {}) {
        QTest::addRow("%s=%s", qPrintable(parameter(id).name), qPrintable(text)) << int(id) << text << reason;
    };
    row(Id::MinScale, u"0"_qs);
    row(Id::MinScale, u"-1"_qs, u"parameter.too-small 0"_qs);
    row(Id::MinScale, u"1.5"_qs, u"parameter.not-whole 1.5"_qs);
    row(Id::MinScale, u""_qs, u"parameter.empty "_qs);
    row(Id::MaxScale, u"40"_qs);
    row(Id::MaxScale, u"99999999999"_qs, u"parameter.not-whole 99999999999"_qs);
    row(Id::Target, u"0.01"_qs);
    row(Id::Target, u"0.001"_qs, u"parameter.too-small 0.01"_qs);
    row(Id::Target, u"many"_qs, u"parameter.not-number many"_qs);
    row(Id::Target, u"nan"_qs, u"parameter.not-number nan"_qs);
    row(Id::ScaleDownDelay, u"60s"_qs);
    row(Id::ScaleDownDelay, u"0"_qs);
    row(Id::ScaleDownDelay, u"1h1s"_qs, u"parameter.out-of-range 0s,1h"_qs);
    row(Id::ScaleDownDelay, u"1500ms"_qs, u"parameter.not-whole-seconds 1500ms"_qs);
    row(Id::ScaleDownDelay, u"60"_qs, u"parameter.not-duration 60"_qs);
    row(Id::StableWindow, u"5s"_qs, u"parameter.out-of-range 6s,1h"_qs);
    row(Id::StableWindow, u"6s"_qs);
    row(Id::CpuRequest, u"200m"_qs);
    row(Id::CpuRequest, u"-1"_qs, u"parameter.too-small 0"_qs);
    row(Id::CpuRequest, u"2 cores"_qs, u"parameter.not-cpu 2 cores"_qs);
    row(Id::MemoryLimit, u"2Gi"_qs);
    row(Id::MemoryLimit, u"2GB"_qs, u"parameter.not-memory 2GB"_qs);
    row(Id::ContainerConcurrency, u"1001"_qs, u"parameter.out-of-range 0,1000"_qs);
    row(Id::TimeoutSeconds, u"601"_qs, u"parameter.out-of-range 0,600"_qs);
    row(Id::Image, u"a/b:1"_qs);
}

void TestParameter::one()
{
    QFETCH(int, id);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto what = checkValue(Id(id), text);
    QCOMPARE(what ? what->id + u' ' + what->arguments.join(u',') : QString(), reason);
}

void TestParameter::seedIsLegal()
{
    const ParameterValues prod{{Id::MinScale, u"2"_qs},          {Id::MaxScale, u"20"_qs},
                               {Id::Target, u"100"_qs},          {Id::ScaleDownDelay, u"60s"_qs},
                               {Id::CpuRequest, u"200m"_qs},     {Id::CpuLimit, u"2000m"_qs},
                               {Id::MemoryRequest, u"512Mi"_qs}, {Id::MemoryLimit, u"2Gi"_qs}};
    QCOMPARE(problemText(checkValues(prod)), QString());
}

void TestParameter::between_data()
{
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("problems");
    QTest::newRow("max below min") << u"min-scale=3 max-scale=1"_qs
                                   << u"max-scale+min-scale parameter.max-below-min 1,3"_qs;
    QTest::newRow("no maximum") << u"min-scale=3 max-scale=0"_qs << QString();
    QTest::newRow("cpu") << u"cpu-request=1 cpu-limit=999m"_qs
                         << u"cpu-limit+cpu-request parameter.limit-below-request 999m,1"_qs;
    QTest::newRow("same cpu") << u"cpu-request=1 cpu-limit=1000m"_qs << QString();
    QTest::newRow("memory") << u"memory-request=1Gi memory-limit=1G"_qs
                            << u"memory-limit+memory-request parameter.limit-below-request 1G,1Gi"_qs;
    QTest::newRow("response start") << u"response-start-timeout=301"_qs
                                    << u"response-start-timeout+timeout parameter.above-timeout 301,300"_qs;
    QTest::newRow("idle") << u"idle-timeout=20 timeout=10"_qs
                          << u"idle-timeout+timeout parameter.above-timeout 20,10"_qs;
    QTest::newRow("target") << u"target=80 container-concurrency=50"_qs
                            << u"target+container-concurrency parameter.target-above-concurrency 80,50"_qs;
    QTest::newRow("a bad value is said once")
        << u"min-scale=x max-scale=1"_qs << u"min-scale parameter.not-whole x"_qs;
}

void TestParameter::between()
{
    QFETCH(QString, values);
    QFETCH(QString, problems);
    ParameterValues map;
    const QStringList parts = values.split(u' ');
    for (const QString &part : parts)
        map[findParameter(part.section(u'=', 0, 0))->id] = part.section(u'=', 1);
    QCOMPARE(problemText(checkValues(map)), problems);
}

void TestParameter::clusterLimits()
{
    ClusterLimits limits;
    limits.maxScaleLimit = 10;
    QCOMPARE(checkValue(Id::MaxScale, u"11"_qs, limits)->id, u"parameter.over-cluster-limit"_qs);
    QCOMPARE(checkValue(Id::MaxScale, u"0"_qs, limits)->id, u"parameter.over-cluster-limit"_qs);
    QVERIFY(!checkValue(Id::MaxScale, u"10"_qs, limits));
    limits.maxRevisionTimeoutSeconds = 1200;
    QVERIFY(!checkValue(Id::TimeoutSeconds, u"1200"_qs, limits));
}

void TestParameter::comparing()
{
    QVERIFY(sameValue(Id::CpuLimit, u"2000m"_qs, u"2"_qs));
    QVERIFY(sameValue(Id::ScaleDownDelay, u"60s"_qs, u"1m"_qs));
    QVERIFY(!sameValue(Id::MinScale, u"1"_qs, u"2"_qs));
    QVERIFY(!sameValue(Id::Image, u"a"_qs, u"b"_qs));
    QCOMPARE(readValue(Id::ScaleDownDelay, u"1m"_qs), u"60 s"_qs);
    QCOMPARE(readValue(Id::CpuLimit, u"2000m"_qs), u"2"_qs);
    QCOMPARE(readValue(Id::MemoryLimit, u"2Gi"_qs), u"2 GiB"_qs);
    QCOMPARE(readValue(Id::TimeoutSeconds, u"300"_qs), u"5 min"_qs);
}

QTEST_APPLESS_MAIN(TestParameter)
#include "tst_parameter.moc"
