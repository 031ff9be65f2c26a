#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exchange/json.h"

using bocage::exchange::append_json_string;
using bocage::exchange::JsonKind;
using bocage::exchange::JsonValue;
using bocage::exchange::read_json;

namespace {

void write(std::string& out, const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::kNull:
      out += "null";
      return;
    case JsonKind::kBoolean:
      out += value.boolean ? "true" : "false";
      return;
    case JsonKind::kNumber:
      out += value.text;
      return;
    case JsonKind::kString:
      append_json_string(out, value.text);
      return;
    case JsonKind::kArray:
    case JsonKind::kObject:
      break;
  }
  bool const object = value.kind == JsonKind::kObject;
  out += object ? '{' : '[';
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    out += i == 0 ? "" : ",";
    if (object) {
      append_json_string(out, value.keys[i]);
      out += ':';
    }
    write(out, value.items[i]);
  }
  out += object ? '}' : ']';
}

}  // namespace

// What was read, written again, reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const document = read_json(bytes, "fuzz.json");
  if (!document) {
    return 0;
  }
  std::string again;
  write(again, *document);
  auto const reread = read_json(again, "fuzz.json");
  if (!reread || !(*reread == *document)) {
    std::abort();
  }
  return 0;
}
