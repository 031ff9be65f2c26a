#include "http/head.h"

#include <algorithm>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace bocage::http {
namespace {

namespace beast = boost::beast;

constexpr int kBadRequest = 400;
constexpr int kLengthRequired = 411;
constexpr int kTooLarge = 413;
constexpr int kExpectationFailed = 417;
constexpr int kHeadTooLarge = 431;

// What Beast forgives and another program may read otherwise.
bool is_ambiguous(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bool const ends_line = bytes[i] == '\n';
    if (ends_line && (i == 0 || bytes[i - 1] != '\r')) {
      return true;  // a bare line feed
    }
    if (bytes[i] == '\0') {
      return true;
    }
    bool const folded =
        ends_line && i + 1 < bytes.size() && (bytes[i + 1] == ' ' || bytes[i + 1] == '\t');
    if (folded) {
      return true;
    }
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::kGet;
    case beast::http::verb::head:
      return Method::kHead;
    case beast::http::verb::post:
      return Method::kPost;
    case beast::http::verb::put:
      return Method::kPut;
    default:
      return Method::kOther;
  }
}

std::optional<int> read_target(std::string_view target, Request& request) {
  if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos) {
    return kBadRequest;
  }
  std::size_t const mark = std::min(target.find('?'), target.size());
  auto path = percent_decoded(target.substr(0, mark), false);
  if (!path) {
    return path.failure();
  }
  request.path = std::move(path).value();
  std::string_view rest = target.substr(std::min(mark + 1, target.size()));
  while (!rest.empty()) {
    std::size_t const end = std::min(rest.find('&'), rest.size());
    std::string_view const pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::size_t const equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) {
      return kBadRequest;
    }
    request.query[*name] = *value;
  }
  return std::nullopt;
}

std::optional<int> read_lengths(Head& head) {
  const auto& headers = head.request.headers;
  if (headers.count("transfer-encoding") > 0) {
    return headers.count("content-length") > 0 ? kBadRequest : kLengthRequired;
  }
  auto const length = headers.find("content-length");
  if (length != headers.end()) {
    const std::string& text = length->second;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), head.body_size);
    bool const plain = text.find_first_not_of("0123456789") == std::string::npos;
    if (text.empty() || !plain || read.ec == std::errc::invalid_argument) {
      return kBadRequest;
    }
    if (read.ec != std::errc() || head.body_size > kLargestBody) {
      return kTooLarge;
    }
  }
  auto const expect = headers.find("expect");
  if (expect != headers.end()) {
    if (lower(expect->second) != "100-continue") {
      return kExpectationFailed;
    }
    head.expects_continue = true;
  }
  return std::nullopt;
}

}  // namespace

base::Result<std::string, int> percent_decoded(std::string_view text, bool is_query) {
  std::string out;
  constexpr int kHex = 16;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      unsigned byte = 0;
      const char* const digits = text.data() + i + 1;
      if (i + 2 >= text.size() ||
          std::from_chars(digits, digits + 2, byte, kHex).ptr != digits + 2 || byte == 0) {
        return kBadRequest;
      }
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += is_query && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (base::first_invalid_utf8(out)) {
    return kBadRequest;
  }
  return out;
}

base::Result<Head, int> parse_head(std::string_view bytes) {
  if (bytes.size() > kLongestHead) {
    return kHeadTooLarge;
  }
  if (is_ambiguous(bytes)) {
    return kBadRequest;
  }
  beast::http::request_parser<beast::http::empty_body> parser;
  parser.header_limit(kLongestHead);
  parser.body_limit(boost::none);
  beast::error_code error;
  parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  bool const whole = parser.is_header_done();
  if (!whole || (error && error != beast::http::error::need_more &&
                 error != beast::http::error::unexpected_body)) {
    return kBadRequest;
  }
  auto const& message = parser.get();
  Head head;
  head.request.method = method_of(message.method());
  head.keep_alive = message.keep_alive();
  for (auto const& field : message) {
    std::string const name =
        lower(std::string_view(field.name_string().data(), field.name_string().size()));
    std::string const value(field.value().data(), field.value().size());
    bool const is_new = head.request.headers.emplace(name, value).second;
    if (!is_new && (name == "host" || name == "content-length" || name == "origin" ||
                    name == "transfer-encoding")) {
      return kBadRequest;
    }
  }
  if (head.request.headers.count("host") == 0) {
    return kBadRequest;
  }
  if (auto status = read_lengths(head)) {
    return *status;
  }
  std::string_view const target(message.target().data(), message.target().size());
  if (auto status = read_target(target, head.request)) {
    return *status;
  }
  return head;
}

}  // namespace bocage::http
