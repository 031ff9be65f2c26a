#include "exchange/json_object.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "exchange/json.h"

namespace bocage::exchange {

using territory::Millionths;

std::string quoted_json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string decimal_json(Millionths number) { return base::format_decimal(number.count(), 6); }

JsonObject& JsonObject::raw(std::string_view key, std::string_view json) {
  json_ += json_.size() > 1 ? ", " : "";
  append_json_string(json_, key);
  json_ += ": ";
  json_ += json;
  return *this;
}
JsonObject& JsonObject::text(std::string_view key, std::string_view value) {
  return raw(key, quoted_json(value));
}
JsonObject& JsonObject::texts(std::string_view key, const std::vector<std::string>& values) {
  return raw(key, json_list(values, quoted_json));
}
JsonObject& JsonObject::count(std::string_view key, std::int64_t value) {
  return raw(key, std::to_string(value));
}
JsonObject& JsonObject::truth(std::string_view key, bool value) {
  return raw(key, value ? "true" : "false");
}
JsonObject& JsonObject::number(std::string_view key, Millionths value) {
  return raw(key, decimal_json(value));
}
JsonObject& JsonObject::number(std::string_view key, const std::optional<Millionths>& value) {
  return raw(key, value ? decimal_json(*value) : "null");
}
JsonObject& JsonObject::kilometres(std::string_view key, territory::Metres value) {
  return raw(key, base::format_decimal(value.count(), 3));
}

JsonDocument& JsonDocument::raw(std::string_view key, std::string_view json) {
  json_ += json_.empty() ? "{\n  " : ",\n  ";
  append_json_string(json_, key);
  json_ += ": ";
  json_ += json;
  return *this;
}
JsonDocument& JsonDocument::text(std::string_view key, std::string_view value) {
  return raw(key, quoted_json(value));
}
JsonDocument& JsonDocument::count(std::string_view key, std::int64_t value) {
  return raw(key, std::to_string(value));
}
JsonDocument& JsonDocument::truth(std::string_view key, bool value) {
  return raw(key, value ? "true" : "false");
}

}  // namespace bocage::exchange
