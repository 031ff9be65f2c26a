#include "check/forgery.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "exchange/json.h"

namespace bocage::check_tests {
namespace {

using exchange::JsonKind;
using exchange::JsonValue;

void write(const JsonValue& value, std::string& out) {
  switch (value.kind) {
    case JsonKind::kNull:
      out += "null";
      break;
    case JsonKind::kBoolean:
      out += value.boolean ? "true" : "false";
      break;
    case JsonKind::kNumber:
      out += value.text;
      break;
    case JsonKind::kString:
      exchange::append_json_string(out, value.text);
      break;
    default:
      bool const is_object = value.kind == JsonKind::kObject;
      out += is_object ? '{' : '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        out += i > 0 ? "," : "";
        if (is_object) {
          exchange::append_json_string(out, value.keys[i]);
          out += ':';
        }
        write(value.items[i], out);
      }
      out += is_object ? '}' : ']';
  }
}

JsonValue number(std::string literal) {
  return {JsonKind::kNumber, false, std::move(literal), {}, {}};
}
JsonValue text(std::string words) { return {JsonKind::kString, false, std::move(words), {}, {}}; }

class Forger {
 public:
  explicit Forger(const std::string& json) : root_(exchange::read_json(json, "").value()) {
    write(root_, honest_);
  }

  std::vector<Forgery> all() {
    visit(root_, "");
    return std::move(forgeries_);
  }

 private:
  // The value replaced by another, and back again.
  void forge(JsonValue& value, const std::string& path, const std::string& how, JsonValue other) {
    std::swap(value, other);
    std::string bytes;
    write(root_, bytes);
    std::swap(value, other);
    if (bytes != honest_) {
      forgeries_.push_back({path + ": " + how, bytes});
    }
  }

  void visit(JsonValue& value, const std::string& path) {
    switch (value.kind) {
      case JsonKind::kObject:
        visit_object(value, path);
        break;
      case JsonKind::kArray:
        visit_array(value, path);
        break;
      case JsonKind::kNumber:
        visit_number(value, path);
        break;
      case JsonKind::kString:
        forge(value, path, "a letter more", text(value.text + "x"));
        forge(value, path, "empty", text(""));
        forge(value, path, "a number", number("1"));
        break;
      default:
        forge(value, path, "a number", number("1"));
        forge(value, path, "a text", text("null"));
    }
    if (value.kind != JsonKind::kNull) {
      forge(value, path, "null", {});
    }
  }

  void visit_object(JsonValue& object, const std::string& path) {
    JsonValue changed = object;
    changed.keys.emplace_back("approved");
    changed.items.push_back(text("by the mayor"));
    forge(object, path, "a key more", changed);
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
      auto const at = static_cast<std::ptrdiff_t>(i);
      std::string const inside = path.empty() ? object.keys[i] : path + "." + object.keys[i];
      changed = object;
      changed.keys.push_back(object.keys[i]);
      changed.items.push_back(object.items[i]);
      forge(object, inside, "a key twice", changed);
      changed = object;
      changed.keys.erase(changed.keys.begin() + at);
      changed.items.erase(changed.items.begin() + at);
      forge(object, inside, "left out", changed);
      visit(object.items[i], inside);
    }
  }

  void visit_array(JsonValue& array, const std::string& path) {
    forge(array, path, "an object", {JsonKind::kObject, false, "", {}, {}});
    if (array.items.empty()) {
      JsonValue filled = array;
      filled.items.push_back(number("0"));
      forge(array, path, "no longer empty", filled);
      return;
    }
    JsonValue changed = array;
    changed.items.erase(changed.items.begin());
    forge(array, path, "the first dropped", changed);
    changed = array;
    changed.items.pop_back();
    forge(array, path, "the last dropped", changed);
    changed = array;
    changed.items.push_back(array.items.back());
    forge(array, path, "the last twice", changed);
    changed = array;
    std::reverse(changed.items.begin(), changed.items.end());
    forge(array, path, "turned round", changed);
    for (JsonValue& item : array.items) {
      visit(item, path);
    }
  }

  void visit_number(JsonValue& value, const std::string& path) {
    bool const is_zero = value.text == "0";
    bool const has_point = value.text.find('.') != std::string::npos;
    std::string const& was = value.text;
    forge(value, path, "one more", number(is_zero ? "1" : "1" + was));
    forge(value, path, "the other sign", number(was[0] == '-' ? was.substr(1) : "-" + was));
    forge(value, path, "a digit more", number(was + (has_point ? "1" : ".000001")));
    forge(value, path, "spelled with a zero more", number(was + (has_point ? "0" : ".0")));
    forge(value, path, "spelled with an exponent", number(was + "e0"));
    forge(value, path, "beyond all measure", number("1e400"));
    forge(value, path, "beyond all integers", number(std::string(60, '9')));
    forge(value, path, "beyond all patience", number("1e999999999"));
    forge(value, path, "not a number", number("NaN"));
    forge(value, path, "a text", text(was));
    forge(value, path, "true or false", {JsonKind::kBoolean, was == "1", "", {}, {}});
  }

  JsonValue root_;
  std::string honest_;
  std::vector<Forgery> forgeries_;
};

}  // namespace

std::vector<Forgery> all_forgeries(const std::string& json) { return Forger(json).all(); }

}  // namespace bocage::check_tests
