#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "http/message.h"

namespace bocage::http {

// Who may speak to a server that has no accounts: whoever holds the address it printed, once. The
// address has a token that is exchanged for a cookie, which scripts cannot read and other sites
// cannot send. Host and Origin must be our own: a name that somebody points at this machine (DNS
// rebinding) gets nothing. What changes something also carries the session's second word.
class Guard {
 public:
  explicit Guard(std::uint16_t port);

  // For the printed address; works once.
  [[nodiscard]] const std::string& token() const { return token_; }
  // Of the session that has begun, for the pages.
  [[nodiscard]] const std::string& csrf() const { return csrf_; }

  // None: the request may go on.
  [[nodiscard]] std::optional<Response> refuse(const Request& request) const;
  // GET /enter?token=…
  [[nodiscard]] Response enter(const Request& request);

 private:
  [[nodiscard]] bool has_session(const Request& request) const;

  std::string port_;
  std::string token_;
  std::string session_;
  std::string csrf_;
  mutable std::mutex mutex_;
  bool entered_ = false;
};

// What every answer carries: nothing but ourselves may be loaded, framed or asked.
void add_security_headers(Response& response);

}  // namespace bocage::http
