#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "territory/problem.h"

namespace bocage::exchange {

enum class JsonKind { kNull, kBoolean, kNumber, kString, kArray, kObject };

// A JSON document as written: members in their order, numbers as their literal text, so that no
// digit is lost.
struct JsonValue {
  JsonKind kind = JsonKind::kNull;
  bool boolean = false;
  std::string text;               // a string, or the literal of a number
  std::vector<std::string> keys;  // of an object: keys[i] names items[i]
  std::vector<JsonValue> items;   // of an array or an object

  // The member of an object; null where it has none, or where this is no object.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
  friend bool operator==(const JsonValue&, const JsonValue&) = default;
};

inline constexpr std::size_t kDeepestJson = 32;
inline constexpr std::size_t kMostJsonValues = 20'000'000;

// Strict JSON (RFC 8259) in UTF-8; a repeated key is refused. `file` names the place of problems.
[[nodiscard]] base::Result<JsonValue, territory::Problem> read_json(std::string_view bytes,
                                                                    const std::string& file);

// `text` with its quotes, as a JSON string: UTF-8 as it is, escapes only where JSON requires
// them, and for 0x7F, which no text file of ours may hold.
void append_json_string(std::string& out, std::string_view text);

}  // namespace bocage::exchange
