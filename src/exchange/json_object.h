#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "territory/units.h"

// JSON written key by key, in the order the keys are added.
namespace bocage::exchange {

[[nodiscard]] std::string quoted_json(std::string_view text);
[[nodiscard]] std::string decimal_json(territory::Millionths number);

// On one line.
class JsonObject {
 public:
  JsonObject& raw(std::string_view key, std::string_view json);
  JsonObject& text(std::string_view key, std::string_view value);
  JsonObject& texts(std::string_view key, const std::vector<std::string>& values);
  JsonObject& count(std::string_view key, std::int64_t value);
  JsonObject& truth(std::string_view key, bool value);
  JsonObject& number(std::string_view key, territory::Millionths value);
  JsonObject& number(std::string_view key, const std::optional<territory::Millionths>& value);
  JsonObject& kilometres(std::string_view key, territory::Metres value);
  [[nodiscard]] std::string take() const { return json_ + "}"; }

 private:
  std::string json_ = "{";
};

// A document: its keys a line each.
class JsonDocument {
 public:
  JsonDocument& raw(std::string_view key, std::string_view json);
  JsonDocument& text(std::string_view key, std::string_view value);
  JsonDocument& count(std::string_view key, std::int64_t value);
  JsonDocument& truth(std::string_view key, bool value);
  [[nodiscard]] std::string take() const { return json_ + "\n}\n"; }

 private:
  std::string json_;
};

// Elements on one line, or a line each.
template <class Values, class Write>
[[nodiscard]] std::string json_list(const Values& values, const Write& write,
                                    std::string_view between = ", ", std::string_view before = "") {
  std::string out = "[";
  bool first = true;
  for (const auto& value : values) {
    out += first ? before : between;
    first = false;
    out += write(value);
  }
  return out + "]";
}
template <class Values, class Write>
[[nodiscard]] std::string json_lines(const Values& values, const Write& write) {
  return json_list(values, write, ",\n    ", "\n    ");
}

}  // namespace bocage::exchange
