#include "http/guard.h"

#include <sodium.h>

#include <array>

namespace bocage::http {
namespace {

constexpr int kForbidden = 403;
constexpr int kMisdirected = 421;

std::string random_word() {
  std::array<unsigned char, 24> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string word(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(word.data(), word.size(), bytes.data(), bytes.size());
  word.pop_back();
  return word;
}

// In a time that does not tell how much of it is right.
bool same(const std::string& given, const std::string& expected) {
  return given.size() == expected.size() &&
         sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

Response refusal(int status, const std::string& sentence) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = sentence + "\n";
  return response;
}

// The value of one cookie.
std::string cookie(const std::string& header, const std::string& name) {
  std::size_t at = 0;
  while (at < header.size()) {
    std::size_t const end = std::min(header.find(';', at), header.size());
    std::string pair = header.substr(at, end - at);
    pair.erase(0, pair.find_first_not_of(' '));
    if (pair.compare(0, name.size() + 1, name + "=") == 0) {
      return pair.substr(name.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

}  // namespace

Guard::Guard(std::uint16_t port)
    : port_(std::to_string(port)),
      token_(random_word()),
      session_(random_word()),
      csrf_(random_word()) {}

bool Guard::has_session(const Request& request) const {
  std::lock_guard const lock(mutex_);
  return entered_ && same(cookie(request.header("cookie"), "bocage_" + port_), session_);
}

std::optional<Response> Guard::refuse(const Request& request) const {
  std::string const host = request.header("host");
  if (host != "127.0.0.1:" + port_ && host != "localhost:" + port_) {
    return refusal(kMisdirected, "This server only answers to its own address.");
  }
  std::string const origin = request.header("origin");
  if (!origin.empty() && origin != "http://" + host) {
    return refusal(kForbidden, "Another site may not speak to this one.");
  }
  if (request.path == "/enter") {
    return std::nullopt;
  }
  if (!has_session(request)) {
    return refusal(kForbidden,
                   "Open the address that `bocage meet` printed; it works once. To open the pages "
                   "in another browser, start it again.\nOuvrez l’adresse que `bocage meet` a "
                   "affichée ; elle sert une fois. Pour un autre navigateur, relancez-le.");
  }
  bool const reads = request.method == Method::kGet || request.method == Method::kHead;
  if (!reads && !same(request.header("x-bocage-csrf"), csrf_)) {
    return refusal(kForbidden, "The page is from an earlier session. Load it again.");
  }
  return std::nullopt;
}

Response Guard::enter(const Request& request) {
  std::lock_guard const lock(mutex_);
  bool const again = same(cookie(request.header("cookie"), "bocage_" + port_), session_);
  bool const first = !entered_ && same(request.parameter("token"), token_);
  if (!first && !(entered_ && again)) {
    return refusal(kForbidden,
                   "This address was used already, or is not the one that was printed. Start "
                   "`bocage meet` again.\nCette adresse a déjà servi, ou n’est pas celle qui a été "
                   "affichée. Relancez `bocage meet`.");
  }
  entered_ = true;
  Response response;
  response.status = 303;
  response.type = "text/plain; charset=utf-8";
  response.headers = {
      {"Location", "/"},
      {"Set-Cookie", "bocage_" + port_ + "=" + session_ + "; Path=/; HttpOnly; SameSite=Strict"}};
  return response;
}

void add_security_headers(Response& response) {
  auto const add = [&](const char* name, const char* value) {
    response.headers.emplace_back(name, value);
  };
  add("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'");
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace bocage::http
