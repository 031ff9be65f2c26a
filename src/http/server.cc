#include "http/server.h"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <csignal>
#include <list>

#include "http/head.h"

namespace bocage::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Stream = boost::beast::tcp_stream;

namespace {

constexpr std::chrono::seconds kHeartbeat{15};
constexpr std::size_t kMostWaitingEvents = 100;  // a stream that takes none is dropped

// A stream of events that somebody listens to.
struct Listener {
  explicit Listener(asio::io_context& context) : wake(context) {}
  asio::steady_timer wake;
  std::list<std::string> waiting;
};

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 422:
      return "Unprocessable Content";
    default:
      return "Status";
  }
}

std::string head_text(const Response& response, bool keep_alive) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\n", response.status,
                                 reason_of(response.status), response.type);
  for (auto const& [name, value] : response.headers) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
  if (!response.event_stream) {
    head += fmt::format("Content-Length: {}\r\n", response.body.size());
  }
  head += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return head;
}

Response plain(int status) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = fmt::format("{} {}\n", status, reason_of(status));
  return response;
}

}  // namespace

struct Server::Core {
  Core(const ServerOptions& given, Handler call)
      : options(given),
        handler(std::move(call)),
        pool(static_cast<std::size_t>(given.workers)),
        acceptor(context),
        signals(context) {}

  asio::awaitable<void> accept_all();
  asio::awaitable<void> serve(Tcp::socket socket);
  asio::awaitable<bool> serve_one(Stream& stream, std::string& buffer);
  asio::awaitable<Response> answer(const Request& request);
  asio::awaitable<void> send(Stream& stream, const Response& response, bool keep_alive,
                             bool with_body);
  asio::awaitable<void> stream_events(Stream& stream);

  ServerOptions options;
  Handler handler;
  asio::io_context context{1};
  asio::thread_pool pool;
  Tcp::acceptor acceptor;
  asio::signal_set signals;
  std::list<Listener*> listeners;  // on the context's thread only
  int connections = 0;
  bool stopping = false;
};

asio::awaitable<void> Server::Core::accept_all() {
  for (;;) {
    boost::system::error_code error;
    Tcp::socket socket =
        co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (!acceptor.is_open()) {
      co_return;
    }
    if (error) {  // no file left, say: the next moment may be better
      asio::steady_timer pause(context, std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    if (connections >= options.most_connections) {
      continue;
    }
    asio::co_spawn(context, serve(std::move(socket)), asio::detached);
  }
}

asio::awaitable<void> Server::Core::serve(Tcp::socket socket) {
  ++connections;
  Stream stream(std::move(socket));
  std::string buffer;
  try {
    while (!stopping && co_await serve_one(stream, buffer)) {
    }
  } catch (const boost::system::system_error&) {
    // The other side left, or took too long: there is nobody to tell.
  }
  boost::system::error_code ignored;
  stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
  --connections;
}

// True: another request may follow on this connection.
asio::awaitable<bool> Server::Core::serve_one(Stream& stream, std::string& buffer) {
  constexpr std::string_view kEnd = "\r\n\r\n";
  if (buffer.empty()) {  // idle until the first byte, then all of the request has its deadline
    stream.expires_after(options.idle_deadline);
    std::array<char, 1> first{};
    co_await asio::async_read(stream, asio::buffer(first), asio::use_awaitable);
    buffer.push_back(first[0]);
  }
  stream.expires_after(options.request_deadline);
  boost::system::error_code error;
  std::size_t const size =
      co_await asio::async_read_until(stream, asio::dynamic_buffer(buffer, kLongestHead), kEnd,
                                      asio::redirect_error(asio::use_awaitable, error));
  if (error) {
    bool const too_long = buffer.size() >= kLongestHead;
    if (too_long) {
      co_await send(stream, plain(431), false, true);
    }
    co_return false;
  }
  auto const parsed = parse_head(std::string_view(buffer).substr(0, size));
  if (!parsed) {
    co_await send(stream, plain(parsed.failure()), false, true);
    co_return false;
  }
  Head head = *parsed;
  buffer.erase(0, size);
  if (head.expects_continue && buffer.size() < head.body_size) {
    std::string const go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await asio::async_write(stream, asio::buffer(go_on), asio::use_awaitable);
  }
  if (buffer.size() < head.body_size) {
    std::size_t const have = buffer.size();
    buffer.resize(head.body_size);
    co_await asio::async_read(stream, asio::buffer(buffer.data() + have, head.body_size - have),
                              asio::use_awaitable);
  }
  head.request.body = buffer.substr(0, head.body_size);
  buffer.erase(0, head.body_size);
  stream.expires_never();
  Response const response = co_await answer(head.request);
  if (response.event_stream) {
    co_await send(stream, response, false, true);
    co_await stream_events(stream);
    co_return false;
  }
  co_await send(stream, response, head.keep_alive, head.request.method != Method::kHead);
  co_return head.keep_alive;
}

// Reading tables and planning take their time: on a worker, so that the others go on.
asio::awaitable<Response> Server::Core::answer(const Request& request) {
  co_return co_await asio::co_spawn(
      pool, [&]() -> asio::awaitable<Response> { co_return handler(request); },
      asio::use_awaitable);
}

asio::awaitable<void> Server::Core::send(Stream& stream, const Response& response, bool keep_alive,
                                         bool with_body) {
  stream.expires_after(options.answer_deadline);
  std::string const head = head_text(response, keep_alive);
  std::array<asio::const_buffer, 2> const buffers{
      asio::buffer(head), asio::buffer(with_body ? response.body : std::string_view())};
  co_await asio::async_write(stream, buffers, asio::use_awaitable);
}

asio::awaitable<void> Server::Core::stream_events(Stream& stream) {
  Listener listener(context);
  auto const place = listeners.insert(listeners.end(), &listener);
  boost::system::error_code error;
  while (!error && !stopping && listener.waiting.size() < kMostWaitingEvents) {
    if (listener.waiting.empty()) {
      listener.wake.expires_after(kHeartbeat);
      boost::system::error_code woken;
      co_await listener.wake.async_wait(asio::redirect_error(asio::use_awaitable, woken));
      if (listener.waiting.empty()) {
        listener.waiting.emplace_back(":\n\n");
      }
    }
    if (stopping) {
      break;
    }
    std::string const text = std::move(listener.waiting.front());
    listener.waiting.pop_front();
    stream.expires_after(options.answer_deadline);
    co_await asio::async_write(stream, asio::buffer(text),
                               asio::redirect_error(asio::use_awaitable, error));
  }
  listeners.erase(place);
}

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>, std::string> Server::listen(const ServerOptions& options,
                                                                  Handler handler) {
  auto core = std::make_unique<Core>(options, std::move(handler));
  boost::system::error_code error;
  Tcp::endpoint const place(asio::ip::address_v4::loopback(), options.port);
  core->acceptor.open(Tcp::v4(), error);
  core->acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  core->acceptor.bind(place, error);
  if (!error) {
    core->acceptor.listen(asio::socket_base::max_listen_connections, error);
  }
  if (error) {
    return error.message();
  }
  return std::unique_ptr<Server>(new Server(std::move(core)));
}

std::uint16_t Server::port() const { return core_->acceptor.local_endpoint().port(); }

void Server::run() {
  for (int const signal : {SIGINT, SIGTERM, SIGHUP}) {
    core_->signals.add(signal);
  }
  core_->signals.async_wait([this](boost::system::error_code error, int) {
    if (!error) {
      stop();
    }
  });
  asio::co_spawn(core_->context, core_->accept_all(), asio::detached);
  core_->context.run();
  core_->pool.join();
}

void Server::stop() {
  asio::post(core_->context, [this] {
    core_->stopping = true;
    core_->acceptor.close();
    core_->signals.cancel();
    for (Listener* const listener : core_->listeners) {
      listener->wake.cancel();
    }
    core_->context.stop();
  });
}

void Server::publish(const std::string& event, const std::string& data) {
  std::string const text = "event: " + event + "\ndata: " + data + "\n\n";
  asio::post(core_->context, [this, text] {
    for (Listener* const listener : core_->listeners) {
      listener->waiting.push_back(text);
      listener->wake.cancel();
    }
  });
}

}  // namespace bocage::http
