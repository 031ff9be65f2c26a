#include "http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

namespace bocage::http {
namespace {

// A server on loopback that stops with the test.
class Running {
 public:
  explicit Running(ServerOptions options) {
    auto listening = Server::listen(options, [](const Request& request) {
      Response response;
      response.type = "text/plain";
      response.body = request.path + " " + request.body;
      response.event_stream = request.path == "/events";
      return response;
    });
    server_ = std::move(listening).value();
    thread_ = std::thread([this] { server_->run(); });
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    server_->stop();
    thread_.join();
  }
  Server& server() { return *server_; }

  // A connection on which nobody waits for ever.
  [[nodiscard]] int connect() const {
    int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(server_->port());
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&place), sizeof place), 0);
    timeval const patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return socket;
  }

 private:
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

void send_text(int socket, std::string_view text) {
  EXPECT_EQ(::send(socket, text.data(), text.size(), MSG_NOSIGNAL),
            static_cast<ssize_t>(text.size()));
}

// All of it, however often that takes.
void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    ASSERT_GT(sent, 0);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

// Until the other side closes, or `enough` is there.
std::string receive(int socket, std::string_view enough = {}) {
  std::string text;
  std::array<char, 4096> bytes{};
  while (enough.empty() || text.find(enough) == std::string::npos) {
    ssize_t const count = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
      break;
    }
    text.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return text;
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
  Running running({});
  int const socket = running.connect();
  send_text(
      socket,
      "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhiGET /two HTTP/1.1\r\nHost: "
      "a\r\nConnection: close\r\n\r\n");
  std::string const text = receive(socket);
  EXPECT_LT(text.find("/one hi"), text.find("/two"));
  EXPECT_NE(text.find("/two"), std::string::npos);
  ::close(socket);
}

TEST(Server, ClosesAfterWhatItDoesNotUnderstand) {
  Running running({});
  int const socket = running.connect();
  send_text(socket,
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
  std::string const text = receive(socket);
  EXPECT_EQ(text.find("HTTP/1.1 400"), 0U);
  EXPECT_EQ(text.find("smuggled"), std::string::npos);
  ::close(socket);
}

TEST(Server, GivesAHeadRequestNoBodyAndAnExpectationItsGoOn) {
  Running running({});
  int const socket = running.connect();
  send_text(socket, "HEAD /h HTTP/1.1\r\nHost: a\r\n\r\n");
  std::string const head = receive(socket, "\r\n\r\n");
  EXPECT_NE(head.find("Content-Length: 3"), std::string::npos);
  send_text(socket,
            "POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(receive(socket, "\r\n\r\n").find("HTTP/1.1 100"), 0U);
  send_text(socket, "ok");
  EXPECT_NE(receive(socket, "/b ok").find("/b ok"), std::string::npos);
  ::close(socket);
}

// Whoever sends a byte now and then holds nobody up, and is let go at the deadline for all of it.
TEST(Server, OutlastsFiveHundredSlowClients) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
  ::setrlimit(RLIMIT_NOFILE, &files);
  constexpr int kClients = 500;
  ServerOptions options;
  options.request_deadline = std::chrono::seconds(2);
  Running running(options);
  std::vector<int> slow;
  for (int i = 0; i < kClients; ++i) {
    slow.push_back(running.connect());
    send_text(slow.back(), i % 2 == 0
                               ? "GET / HTTP/1.1\r\nHo"
                               : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nsl");
  }
  int const quick = running.connect();
  send_text(quick, "GET /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_NE(receive(quick).find("/quick"), std::string::npos);
  for (int const socket : slow) {
    (void)::send(socket, "s", 1, MSG_NOSIGNAL);
  }
  for (int const socket : slow) {
    EXPECT_EQ(receive(socket), "");
    ::close(socket);
  }
  ::close(quick);
}

// Nor does whoever asks for much and takes none of it.
TEST(Server, OutlastsWhoeverDoesNotTakeItsAnswer) {
  ServerOptions options;
  options.answer_deadline = std::chrono::seconds(1);
  Running running(options);
  int const idle = running.connect();
  constexpr std::size_t kBody = 7'000'000;
  send_text(idle, "POST /much HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(kBody) +
                      "\r\n\r\n");
  send_all(idle, std::string(kBody, 'x'));
  int const quick = running.connect();
  send_text(quick, "GET /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_NE(receive(quick).find("/quick"), std::string::npos);
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  EXPECT_LT(receive(idle).size(), kBody) << "it was cut off, with what it had not taken";
  ::close(idle);
  ::close(quick);
}

// One more than may be connected is let go, and finds room when another leaves.
TEST(Server, IsFullAndThenIsNot) {
  ServerOptions options;
  options.most_connections = 2;
  Running running(options);
  int const one = running.connect();
  int const two = running.connect();
  send_text(one, "GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
  send_text(two, "GET /two HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_NE(receive(one, "/one").find("/one"), std::string::npos);
  EXPECT_NE(receive(two, "/two").find("/two"), std::string::npos);
  int const three = running.connect();
  EXPECT_EQ(receive(three), "");
  ::close(three);
  ::close(one);
  std::string const four = "GET /four HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  std::string text;
  for (int i = 0; i < 50 && text.empty(); ++i) {
    int const again = running.connect();
    (void)::send(again, four.data(), four.size(), MSG_NOSIGNAL);
    text = receive(again);
    ::close(again);
  }
  EXPECT_NE(text.find("/four"), std::string::npos);
  ::close(two);
}

TEST(Server, TellsWhoeverListens) {
  Running running({});
  int const socket = running.connect();
  send_text(socket, "GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_NE(receive(socket, "/events ").find("200"), std::string::npos);
  std::string const four = "GET /four HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  std::string text;
  for (int i = 0; i < 50 && text.empty(); ++i) {  // it listens a moment after its first bytes
    running.server().publish("changed", "{}");
    text = receive(socket, "data: {}\n\n");
  }
  EXPECT_NE(text.find("event: changed"), std::string::npos);
  ::close(socket);
}

}  // namespace
}  // namespace bocage::http
