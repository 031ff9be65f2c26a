#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "http/message.h"

namespace bocage::http {

// What a request gets; called on a thread of its own choosing, several at once.
using Handler = std::function<Response(const Request&)>;

struct ServerOptions {
  std::uint16_t port = 0;                     // 0: any that is free
  std::chrono::seconds request_deadline{15};  // for all of a request, however slowly it comes
  std::chrono::seconds answer_deadline{60};   // for all of an answer to be taken
  std::chrono::seconds idle_deadline{60};     // between two requests
  int most_connections = 900;                 // fewer than the 1,024 files a process usually has
  int workers = 2;
};

// HTTP/1.1 on loopback, nowhere else.
class Server {
 public:
  // Listens from here on; the failure is the system's sentence.
  static base::Result<std::unique_ptr<Server>, std::string> listen(const ServerOptions& options,
                                                                   Handler handler);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;
  // Until `stop`, or until one of SIGINT, SIGTERM, SIGHUP.
  void run();
  void stop();  // from any thread
  // To every open event stream; from any thread.
  void publish(const std::string& event, const std::string& data);

 private:
  struct Core;
  explicit Server(std::unique_ptr<Core> core);
  std::unique_ptr<Core> core_;
};

}  // namespace bocage::http
