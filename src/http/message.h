#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bocage::http {

enum class Method { kGet, kHead, kPost, kPut, kOther };

// A request whose head was understood; header names in lower case.
struct Request {
  Method method = Method::kGet;
  std::string path;                          // decoded, without the query
  std::map<std::string, std::string> query;  // decoded
  std::map<std::string, std::string> headers;
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  [[nodiscard]] std::string parameter(const std::string& name) const {
    auto const found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool event_stream = false;  // stays open; what is published follows
};

}  // namespace bocage::http
