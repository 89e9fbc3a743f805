// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"
#include "text/fill.h"
#include "text/visible_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sluice;
using namespace sluice::base;

namespace {

/// One error for each kind from the first up to and with \a last.
template <typename E> void appendKinds(std::vector<Error> &out, typename E::Kind last, const E &sample)
{
    for (int kind = 0; kind <= int(last); ++kind) {
        E error = sample;
        error.kind = typename E::Kind(kind);
        out.emplace_back(error);
    }
}

ApiStatus status(int code, const QString &reason = {})
{
    ApiStatus result;
    result.code = code;
    result.reason = reason;
    result.message = QStringLiteral("what the server said");
    result.kind = QStringLiteral("Service");
    result.name = QStringLiteral("python-api-base");
    return result;
}

/// An error of every alternative and kind. A new alternative breaks the assertion, a new kind the table's
/// test.
std::vector<Error> everyError()
{
    static_assert(std::variant_size_v<Error::Value> == 10, "give the new alternative a row and a sample");
    const auto host = QStringLiteral("api.example.com:6443");
    const auto said = QStringLiteral("what the system said");
    std::vector<Error> all;
    appendKinds(all, TransportError::Kind::Other, TransportError{{}, host, said});
    appendKinds(all, TlsError::Kind::Handshake, TlsError{{}, host, said});
    appendKinds(all, AuthError::Kind::Expired, AuthError{{}, QStringLiteral("ana"), said});
    appendKinds(all, FileError::Kind::Other, FileError{{}, QStringLiteral("base/service.yaml"), said});
    for (const int code : {400, 401, 403, 404, 405, 406, 409, 410, 415, 418, 422, 429, 500, 503, 504})
        all.emplace_back(status(code));
    all.emplace_back(status(409, QStringLiteral("AlreadyExists")));
    ApiStatus owned = status(409, QStringLiteral("Conflict"));
    owned.causes.push_back({QStringLiteral("FieldManagerConflict"),
                            QStringLiteral("conflict with \"kubectl\""), QStringLiteral(".spec.template")});
    all.emplace_back(owned);
    const Message what{QStringLiteral("json.syntax"), {QStringLiteral("unexpected end")}};
    all.emplace_back(DecodeError{QStringLiteral("a.yaml"), 3, 7, what});
    all.emplace_back(ValidationError{QStringLiteral("a.yaml"), 3, QStringLiteral("spec.template"), what});
    all.emplace_back(ConflictError{QStringLiteral("Service a/b"), {}, what});
    all.emplace_back(ConflictError{QStringLiteral("Service a/b"),
                                   {{QStringLiteral("argocd"), {QStringLiteral(".spec.template")}}},
                                   what});
    all.emplace_back(Cancelled{});
    all.emplace_back(TimeoutError{QStringLiteral("the Service to become Ready"), 90000});
    return all;
}

bool isSentence(const QString &text)
{
    return !text.isEmpty() && text.front().isUpper() && text.endsWith(QLatin1Char('.'));
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasWords()
    {
        for (const Error &error : everyError()) {
            const text::ErrorText words = text::describe(error);
            const QByteArray key = text::errorKey(error);
            QVERIFY2(!words.title.isEmpty() && !words.title.endsWith(QLatin1Char('.')), key.constData());
            QVERIFY2(!words.title.contains(QLatin1Char('\n')) && words.title.front().isUpper(),
                     key.constData());
            QVERIFY2(error.is<DecodeError>() || error.is<ValidationError>() || error.is<ConflictError>()
                         ? words.cause.contains(QLatin1String("unexpected end"))
                         : isSentence(words.cause),
                     key.constData());
            QVERIFY2(isSentence(words.nextStep), key.constData());
            static const QRegularExpression marker(QStringLiteral("%[0-9n]"));
            QVERIFY2(!(words.title + words.cause + words.nextStep).contains(marker), key.constData());
        }
    }

    void everyRowIsReachedByItsError()
    {
        QSet<QByteArray> reached;
        for (const Error &error : everyError())
            reached.insert(text::errorKey(error));
        QSet<QByteArray> rows;
        for (const text::ErrorRow &row : text::errorTable()) {
            QVERIFY2(!rows.contains(row.key), row.key);
            rows.insert(row.key);
        }
        QCOMPARE(reached.values().size(), rows.values().size());
        QVERIFY((reached - rows).isEmpty());
    }

    void namesThePlace_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("index");
        const Message what{QStringLiteral("json.too-deep"), {QStringLiteral("64")}};
        m_errors = {
            DecodeError{QStringLiteral("base/service.yaml"), 12, 5, what},
            DecodeError{QStringLiteral("stdin"), 0, 0, what},
            DecodeError{{}, 4, 1, what},
            ValidationError{QStringLiteral("prod.yaml"), 8, QStringLiteral("maxScale"), what},
            ValidationError{{}, 0, QStringLiteral("--namespace"), what},
            ValidationError{{}, 0, {}, what},
            ValidationError{QStringLiteral("prod.yaml"), 8, {}, what},
            TransportError{TransportError::Kind::Refused, QStringLiteral("10.0.0.1:6443"), {}},
            TransportError{TransportError::Kind::Refused, {}, {}},
            status(404),
            TimeoutError{{}, 250},
        };
        const char *titles[] = {"Cannot read base/service.yaml:12:5",
                                "Cannot read stdin",
                                "Cannot read the text",
                                "Not acceptable: maxScale (prod.yaml:8)",
                                "Not acceptable: --namespace",
                                "Not acceptable: the value",
                                "Not acceptable: prod.yaml:8",
                                "Connection refused by 10.0.0.1:6443",
                                "Connection refused by the server",
                                "Not found on the cluster: Service python-api-base",
                                "No answer in time: the request"};
        for (size_t i = 0; i < std::size(titles); ++i)
            QTest::newRow(titles[i]) << QString::fromLatin1(titles[i]) << int(i);
        QCOMPARE(std::size(titles), m_errors.size());
    }

    void namesThePlace()
    {
        QFETCH(QString, title);
        QFETCH(int, index);
        QCOMPARE(text::describe(m_errors[size_t(index)]).title, title);
    }

    void whatAServerSaysStaysAsSent()
    {
        ApiStatus refused = status(422);
        refused.message = QStringLiteral("Service \"a\" is invalid: spec.traffic: \u202etxt 100 %1");
        refused.causes.push_back({QStringLiteral("FieldValueInvalid"), QStringLiteral("must be 100"),
                                  QStringLiteral("spec.traffic")});
        refused.causes.push_back(
            {QStringLiteral("FieldValueInvalid"), QStringLiteral("100 %1"), QStringLiteral("spec.traffic")});
        QCOMPARE(
            text::describe(refused).details,
            QStringLiteral(
                "Service \"a\" is invalid: spec.traffic: [U+202E]txt 100 %1\nspec.traffic: must be 100"));
    }

    void ownersAreNamed()
    {
        const ConflictError conflict{
            QStringLiteral("Service a/b"),
            {{QStringLiteral("argocd"), {QStringLiteral(".spec.a"), QStringLiteral(".spec.b")}},
             {QStringLiteral("kubectl"), {QStringLiteral(".metadata.labels")}}},
            {}};
        QCOMPARE(text::describe(conflict).details,
                 QStringLiteral("argocd: .spec.a, .spec.b\nkubectl: .metadata.labels"));
        QCOMPARE(text::describe(conflict).actionId, QString::fromLatin1(text::action::takeOver));
    }

    void fill_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("filled");
        QTest::addColumn<int>("places");
        const QStringList two{QStringLiteral("%2"), QStringLiteral("b")};
        QTest::newRow("in another order") << QStringLiteral("%2, %1") << two << QStringLiteral("b, %2") << 2;
        QTest::newRow("twice") << QStringLiteral("%1%1") << two << QStringLiteral("%2%2") << 1;
        QTest::newRow("missing") << QStringLiteral("%1 %3.") << two << QStringLiteral("%2 .") << 3;
        QTest::newRow("percent signs")
            << QStringLiteral("100 % 5%") << two << QStringLiteral("100 % 5%") << 0;
        QTest::newRow("zero is no place") << QStringLiteral("%0") << two << QStringLiteral("%0") << 0;
        QTest::newRow("count") << QStringLiteral("%n of %2") << two << QStringLiteral("%n of b") << 2;
        QTest::newRow("only a count") << QStringLiteral("%n files") << two << QStringLiteral("%n files") << 1;
    }

    void fill()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, arguments);
        QFETCH(QString, filled);
        QFETCH(int, places);
        QCOMPARE(text::fill(pattern, arguments), filled);
        QCOMPARE(text::placeCount(pattern), places);
    }

    void visible_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
        same("plain", QStringLiteral("ação “x” 日本語"));
        same("lines and tabs", QStringLiteral("a\n\tb"));
        same("joined emoji", QStringLiteral("👩‍💻"));
        same("Arabic without controls", QStringLiteral("مرحبا"));
        QTest::newRow("escape") << QStringLiteral("\x1b[31mred") << QStringLiteral("[U+001B][31mred");
        QTest::newRow("carriage return") << QStringLiteral("a\rb") << QStringLiteral("a[U+000D]b");
        QTest::newRow("null") << QString(QChar(0)) << QStringLiteral("[U+0000]");
        QTest::newRow("override") << QStringLiteral("a\u202eb") << QStringLiteral("a[U+202E]b");
        QTest::newRow("isolate") << QStringLiteral("\u2066x\u2069") << QStringLiteral("[U+2066]x[U+2069]");
        QTest::newRow("zero width") << QStringLiteral("pro\u200bd") << QStringLiteral("pro[U+200B]d");
        QTest::newRow("byte order mark") << QStringLiteral("\ufeffx") << QStringLiteral("[U+FEFF]x");
        QTest::newRow("tag") << QStringLiteral("\U000e0041") << QStringLiteral("[U+E0041]");
        QTest::newRow("half a pair") << QString(QChar(0xd83d)) << QStringLiteral("[U+D83D]");
        QTest::newRow("halves in the wrong order")
            << QString(QChar(0xdc69)) + QChar(0xd83d) << QStringLiteral("[U+DC69][U+D83D]");
    }

    void visible()
    {
        QFETCH(QString, raw);
        QFETCH(QString, shown);
        QCOMPARE(text::visibleText(raw), shown);
        QCOMPARE(text::visibleText(shown), shown);
    }

private:
    std::vector<Error> m_errors;
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
