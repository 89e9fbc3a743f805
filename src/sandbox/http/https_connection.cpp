// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/https_connection.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace sluice::sandbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

class Connection final : public HttpsConnection, public std::enable_shared_from_this<Connection> {
public:
    Connection(asio::ip::tcp::socket socket, asio::ssl::context &tls, std::shared_ptr<ServerShared> shared)
        : m_stream(std::move(socket), tls)
        , m_shared(std::move(shared))
        , m_limits(m_shared->limits)
        , m_streamTimer(m_stream.get_executor())
    {
        ++m_shared->counters.connections;
        m_shared->noteChange();
    }

    ~Connection() override { markClosed(); }

    void handshake()
    {
        error_code ignored;
        socket().set_option(asio::ip::tcp::no_delay(true), ignored);
        m_localAddress = socket().local_endpoint(ignored).address().to_string();
        tcp().expires_after(m_limits.handshake);
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [self = shared_from_this()](error_code error) {
                                     if (error)
                                         self->abort();
                                     else
                                         self->awaitRequest();
                                 });
    }

    void finish() override
    {
        m_finishing = true;
        if (m_state == State::Idle || m_state == State::Handshake)
            closeGracefully();
        else if (m_state == State::Streaming)
            pump();
        // Reading and Answering end in answered(), which sees m_finishing.
    }

    void abort() override
    {
        markClosed();
        tcp().close();
    }

    bool isOpen() const override { return m_state != State::Closed; }

private:
    enum class State { Handshake, Idle, Reading, Answering, Streaming, Closing, Closed };

    beast::tcp_stream &tcp() { return beast::get_lowest_layer(m_stream); }
    asio::ip::tcp::socket &socket() { return tcp().socket(); }

    void markClosed()
    {
        dropStream();
        if (std::exchange(m_state, State::Closed) == State::Closed)
            return;
        --m_shared->counters.connections;
        m_shared->noteChange();
    }

    // ---- reading -------------------------------------------------------------------------------------------

    /// Waits for the first byte, so that an idle connection and a half-sent request have different limits.
    void awaitRequest()
    {
        m_state = State::Idle;
        if (m_finishing)
            return closeGracefully();
        if (m_buffer.size() > 0)
            return readHeader();
        if (m_reading)
            return; // begun beside a stream: it is the wait for the next request now
        tcp().expires_after(m_limits.idle);
        readSome();
    }

    /// Beside an answer under way: a read that fails tells that the client has gone. A request sent ahead is kept,
    /// and while one waits its sender is taken to be there.
    void noticeClosing()
    {
        if (!m_reading && m_buffer.size() == 0)
            readSome();
    }

    /// One read outside of a request, into the empty buffer, which nobody else may touch meanwhile.
    void readSome()
    {
        m_reading = true;
        m_stream.async_read_some(m_buffer.prepare(4096),
                                 [self = shared_from_this()](error_code error, size_t size) {
                                     self->m_reading = false;
                                     if (self->m_state == State::Closing)
                                         return; // closeGracefully() goes on by itself
                                     if (error || self->m_state == State::Closed)
                                         return self->abort();
                                     self->m_buffer.commit(size);
                                     if (self->m_state == State::Idle)
                                         self->readHeader();
                                 });
    }

    void readHeader()
    {
        m_state = State::Reading;
        m_parser.emplace();
        m_parser->header_limit(std::uint32_t(m_limits.headerBytes));
        m_parser->body_limit(m_limits.bodyBytes);
        tcp().expires_after(m_limits.request);
        http::async_read_header(m_stream, m_buffer, *m_parser,
                                [self = shared_from_this()](error_code error, size_t) {
                                    if (error)
                                        return self->refuse(error);
                                    if (view(self->m_parser->get()[http::field::expect]) == "100-continue")
                                        return self->sendContinue();
                                    self->readBody();
                                });
    }

    void sendContinue()
    {
        static constexpr std::string_view answer = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(answer),
                          [self = shared_from_this()](error_code error, size_t) {
                              if (error)
                                  self->abort();
                              else
                                  self->readBody();
                          });
    }

    void readBody()
    {
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](error_code error, size_t) {
                             if (error)
                                 return self->refuse(error);
                             self->handle();
                         });
    }

    /// Answers what could not be read as a request, where the client can still be told.
    void refuse(error_code error)
    {
        m_keepAlive = false;
        if (error == http::error::body_limit) {
            // As k8s.io/apiserver's limited reader words it.
            return answer(
                statusResponse(413, "RequestEntityTooLarge",
                               "Request entity too large: limit is " + std::to_string(m_limits.bodyBytes)));
        }
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return answer(
                statusResponse(431, "RequestHeaderFieldsTooLarge", "Request header fields too large"));
        // The parser's own category marks bad syntax; the rest is the socket's: closed, timed out, cut short.
        if (error.category() == http::make_error_code(http::error::bad_method).category()
            && error != http::error::end_of_stream && error != http::error::partial_message)
            return answer(statusResponse(400, "BadRequest", error.message()));
        abort();
    }

    void handle()
    {
        http::request<http::string_body> message = m_parser->release();
        m_parser.reset();
        m_keepAlive = message.keep_alive();
        WireRequest request;
        request.method = view(message.method_string());
        request.target = view(message.target());
        for (const auto &field : message)
            request.headers.emplace_back(view(field.name_string()), view(field.value()));
        request.body = std::move(message.body());
        request.localAddress = m_localAddress;
        if (!m_shared->handler)
            return abort();
        m_state = State::Answering;
        m_headOnly = request.method == "HEAD";
        tcp().expires_never();
        m_answered = false;
        m_shared->handler(std::move(request), [self = shared_from_this()](WireResponse response) {
            if (!self->m_answered && self->m_state == State::Answering)
                self->answer(std::move(response));
        });
        if (!m_answered)
            noticeClosing();
    }

    // ---- answering -----------------------------------------------------------------------------------------

    void answer(WireResponse response)
    {
        m_state = State::Answering;
        m_answered = true;
        ++m_shared->counters.requests;
        m_response = {};
        m_response.version(11);
        m_response.result(unsigned(response.status));
        for (const auto &[name, value] : response.headers)
            m_response.insert(name, value);
        if (m_finishing)
            m_keepAlive = false;
        m_response.keep_alive(m_keepAlive);
        m_source = std::move(response.stream);
        m_ending = false;
        if (m_source && response.streamLimit)
            endAfter(*response.streamLimit);
        if (m_source)
            return beginStream(std::move(response.body));

        m_response.body() = std::move(response.body);
        m_response.prepare_payload();
        if (m_headOnly)
            m_response.body().clear();
        tcp().expires_after(m_limits.stalledWrite);
        http::async_write(m_stream, m_response, [self = shared_from_this()](error_code error, size_t) {
            if (error)
                return self->abort();
            self->answered();
        });
        m_shared->noteChange();
    }

    void answered()
    {
        if (m_keepAlive && !m_finishing)
            return awaitRequest();
        m_drainUntil = std::chrono::steady_clock::now() + drainTime;
        drainAndClose();
    }

    // ---- streaming -----------------------------------------------------------------------------------------

    void beginStream(std::string first)
    {
        m_state = State::Streaming;
        m_pending = std::move(first);
        m_writing = true;
        ++m_shared->counters.streams;
        m_shared->noteChange();
        m_response.chunked(true);
        m_serializer.emplace(m_response);
        if (!m_reading)
            tcp().expires_never();
        noticeClosing();
        tcp().expires_after(m_limits.stalledWrite);
        http::async_write_header(m_stream, *m_serializer,
                                 [self = shared_from_this()](error_code error, size_t) {
                                     self->m_serializer.reset();
                                     self->m_writing = false;
                                     if (error || !self->m_source)
                                         return self->abort();
                                     self->m_source->setWake([weak = self->weak_from_this()] {
                                         // Not from within the writer of the object: several changes become one chunk.
                                         const auto connection = weak.lock();
                                         if (!connection || connection->m_wakePosted)
                                             return;
                                         connection->m_wakePosted = true;
                                         asio::post(connection->m_stream.get_executor(), [connection] {
                                             connection->m_wakePosted = false;
                                             connection->pump();
                                         });
                                     });
                                     self->pump();
                                 });
    }

    /// Sends one chunk if there is something and nothing is being sent.
    void pump()
    {
        if (m_state != State::Streaming || m_writing || !m_source)
            return;
        if (m_pending.empty())
            m_pending = m_source->take(m_limits.chunkBytes);
        const bool last = m_pending.empty() && (m_finishing || m_ending || m_source->finished());
        if (m_pending.empty() && !last)
            return;
        m_writing = true;
        m_sending.swap(m_pending);
        m_pending.clear();
        tcp().expires_after(m_limits.stalledWrite);
        const auto sent = [self = shared_from_this(), last](error_code error, size_t) {
            self->m_writing = false;
            self->m_sending.clear();
            if (error || self->m_state != State::Streaming)
                return self->abort();
            if (last) {
                self->dropStream();
                return self->answered();
            }
            self->pump();
        };
        if (last)
            asio::async_write(m_stream, http::make_chunk_last(), sent);
        else
            asio::async_write(m_stream, http::make_chunk(asio::buffer(m_sending)), sent);
    }

    void endAfter(std::chrono::milliseconds limit)
    {
        constexpr std::chrono::milliseconds notice = std::chrono::seconds(2);
        const bool early = limit > notice;
        m_streamTimer.expires_after(early ? limit - notice : limit);
        m_streamTimer.async_wait([weak = weak_from_this(), early, notice](error_code error) {
            const auto self = weak.lock();
            if (error || !self || !self->m_source)
                return;
            if (early) {
                self->m_source->aboutToEnd();
                return self->endAfter(notice);
            }
            self->m_ending = true;
            self->pump();
        });
    }

    void dropStream()
    {
        if (!m_source)
            return;
        m_streamTimer.cancel();
        m_source->setWake({});
        m_source.reset();
        --m_shared->counters.streams;
        m_shared->noteChange();
    }

    // ---- closing -------------------------------------------------------------------------------------------

    /// Reads on for a moment, so that a client that is still sending gets the answer instead of a reset.
    void drainAndClose()
    {
        m_state = State::Closing;
        const bool requestWasWhole = !m_parser;
        if (m_reading || requestWasWhole || m_drained > drainLimit)
            return closeGracefully();
        tcp().expires_at(m_drainUntil);
        m_stream.async_read_some(asio::buffer(m_scratch),
                                 [self = shared_from_this()](error_code error, size_t size) {
                                     self->m_drained += size;
                                     if (error)
                                         self->abort();
                                     else
                                         self->drainAndClose();
                                 });
    }

    void closeGracefully()
    {
        m_state = State::Closing;
        dropStream();
        // A shutdown beside a pending read would wait for the same bytes: then the socket just closes.
        if (m_reading || !SSL_is_init_finished(m_stream.native_handle()))
            return abort();
        tcp().expires_after(m_limits.shutdownGrace);
        m_stream.async_shutdown([self = shared_from_this()](error_code) { self->abort(); });
    }

    static constexpr size_t drainLimit = 32 * 1024 * 1024;
    static constexpr std::chrono::milliseconds drainTime{2'000};

    beast::ssl_stream<beast::tcp_stream> m_stream;
    std::shared_ptr<ServerShared> m_shared;
    const ServerLimits m_limits;
    State m_state = State::Handshake;
    std::string m_localAddress;
    beast::flat_buffer m_buffer{256 * 1024};
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::string_body> m_response;
    std::optional<http::response_serializer<http::string_body>> m_serializer;
    std::unique_ptr<WireStream> m_source;
    asio::steady_timer m_streamTimer;
    std::string m_pending; ///< taken, not yet given to the socket
    std::string m_sending; ///< being sent
    std::array<char, 4096> m_scratch;
    size_t m_drained = 0;
    std::chrono::steady_clock::time_point m_drainUntil;
    bool m_keepAlive = true;
    bool m_headOnly = false;
    bool m_answered = false;
    bool m_writing = false;
    bool m_wakePosted = false;
    bool m_reading = false; ///< readSome() is pending
    bool m_ending = false; ///< the present stream's time is up
    bool m_finishing = false; ///< the server stops
};

} // namespace

std::shared_ptr<HttpsConnection> HttpsConnection::start(asio::ip::tcp::socket socket, asio::ssl::context &tls,
                                                        std::shared_ptr<ServerShared> shared)
{
    const auto connection = std::make_shared<Connection>(std::move(socket), tls, std::move(shared));
    connection->handshake();
    return connection;
}

} // namespace sluice::sandbox
