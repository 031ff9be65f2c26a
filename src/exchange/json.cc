#include "exchange/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <optional>
#include <utility>

#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using territory::Problem;
using territory::ProblemCode;

// Builds the document from the parser's events. Members are named as the parser asks for them.
class Builder {
 public:
  using ErrorCode = boost::json::error_code;
  using Text = boost::json::string_view;
  // NOLINTBEGIN(readability-identifier-naming): the parser asks for these names
  static constexpr std::size_t max_array_size = kMostJsonValues;
  static constexpr std::size_t max_object_size = kMostJsonValues;
  static constexpr std::size_t max_string_size = kLargestFile;
  static constexpr std::size_t max_key_size = kLargestFile;
  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] JsonValue take() { return std::move(root_); }
  // The refusal of this builder, where it was not the parser's.
  [[nodiscard]] std::optional<ProblemCode> refusal() const { return refusal_; }
  [[nodiscard]] const std::string& repeated_key() const { return repeated_key_; }

  bool on_document_begin(ErrorCode& /*error*/) { return true; }
  bool on_document_end(ErrorCode& /*error*/) { return true; }
  bool on_array_begin(ErrorCode& error) { return open(JsonKind::kArray, error); }
  bool on_object_begin(ErrorCode& error) { return open(JsonKind::kObject, error); }
  bool on_array_end(std::size_t /*count*/, ErrorCode& /*error*/) {
    open_.pop_back();
    return true;
  }
  bool on_object_end(std::size_t /*count*/, ErrorCode& error) {
    bool const distinct = keys_are_distinct(open_.back()->keys, error);
    open_.pop_back();
    return distinct;
  }
  bool on_key_part(Text part, std::size_t /*length*/, ErrorCode& /*error*/) { return gather(part); }
  bool on_key(Text part, std::size_t /*length*/, ErrorCode& error) {
    gather(part);
    std::vector<std::string>& keys = open_.back()->keys;
    if (keys.size() < kFewKeys && std::find(keys.begin(), keys.end(), gathered_) != keys.end()) {
      repeated_key_ = gathered_;
      return refuse(ProblemCode::kJsonRepeatedKey, error);
    }
    keys.push_back(std::exchange(gathered_, {}));
    return true;
  }
  bool on_string_part(Text part, std::size_t /*length*/, ErrorCode& /*error*/) {
    return gather(part);
  }
  bool on_string(Text part, std::size_t /*length*/, ErrorCode& error) {
    gather(part);
    return add_gathered(JsonKind::kString, error);
  }
  bool on_number_part(Text part, ErrorCode& /*error*/) { return gather(part); }
  bool on_int64(std::int64_t /*number*/, Text part, ErrorCode& error) {
    return add_number(part, error);
  }
  bool on_uint64(std::uint64_t /*number*/, Text part, ErrorCode& error) {
    return add_number(part, error);
  }
  bool on_double(double /*number*/, Text part, ErrorCode& error) { return add_number(part, error); }
  bool on_bool(bool truth, ErrorCode& error) {
    JsonValue* value = add(JsonKind::kBoolean, error);
    if (value != nullptr) {
      value->boolean = truth;
    }
    return value != nullptr;
  }
  bool on_null(ErrorCode& error) { return add(JsonKind::kNull, error) != nullptr; }
  bool on_comment_part(Text /*part*/, ErrorCode& /*error*/) { return true; }
  bool on_comment(Text /*part*/, ErrorCode& /*error*/) { return true; }

 private:
  static constexpr std::size_t kFewKeys = 32;  // up to here, looking at them all is quickest

  bool refuse(ProblemCode code, ErrorCode& error) {
    refusal_ = code;
    error = boost::json::error::exception;
    return false;
  }

  bool gather(Text part) {
    gathered_.append(part.data(), part.size());
    return true;
  }

  // Pointers to open values stay good: a container grows only while none of its items is open.
  JsonValue* add(JsonKind kind, ErrorCode& error) {
    if (++values_ > kMostJsonValues) {
      refuse(ProblemCode::kTooManyCells, error);
      return nullptr;
    }
    JsonValue* value = open_.empty() ? &root_ : &open_.back()->items.emplace_back();
    value->kind = kind;
    return value;
  }

  bool open(JsonKind kind, ErrorCode& error) {
    JsonValue* value = add(kind, error);
    if (value != nullptr) {
      open_.push_back(value);
    }
    return value != nullptr;
  }

  bool add_gathered(JsonKind kind, ErrorCode& error) {
    JsonValue* value = add(kind, error);
    if (value != nullptr) {
      value->text = std::exchange(gathered_, {});
    }
    return value != nullptr;
  }

  bool add_number(Text part, ErrorCode& error) {
    gather(part);
    return add_gathered(JsonKind::kNumber, error);
  }

  bool keys_are_distinct(const std::vector<std::string>& keys, ErrorCode& error) {
    if (keys.size() <= kFewKeys) {
      return true;  // looked at one by one
    }
    std::vector<std::string_view> sorted(keys.begin(), keys.end());
    std::sort(sorted.begin(), sorted.end());
    auto const repeated = std::adjacent_find(sorted.begin(), sorted.end());
    if (repeated == sorted.end()) {
      return true;
    }
    repeated_key_ = *repeated;
    return refuse(ProblemCode::kJsonRepeatedKey, error);
  }

  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::string gathered_;
  std::string repeated_key_;
  std::optional<ProblemCode> refusal_;
  std::size_t values_ = 0;
};

Problem refused(const Builder& builder, boost::json::error_code error) {
  Problem problem;
  problem.code = ProblemCode::kJsonSyntax;
  if (builder.refusal()) {
    problem.code = *builder.refusal();
    problem.found = builder.repeated_key();
  } else if (error == boost::json::error::too_deep) {
    problem.code = ProblemCode::kJsonTooDeep;
    problem.facts = {std::to_string(kDeepestJson)};
  } else if (error == boost::json::error::incomplete) {
    problem.code = ProblemCode::kJsonIncomplete;
  }
  return problem;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  auto const found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

base::Result<JsonValue, Problem> read_json(std::string_view bytes, const std::string& file) {
  if (std::optional<Problem> const problem = refuse_non_utf8(bytes, file)) {
    return *problem;
  }
  bytes = without_byte_order_mark(bytes);
  boost::json::parse_options options;
  options.max_depth = kDeepestJson;
  boost::json::basic_parser<Builder> parser(options);
  boost::json::error_code error;
  std::size_t const read = parser.write_some(false, bytes.data(), bytes.size(), error);
  std::size_t const end = std::min(bytes.find_first_not_of(" \t\r\n", read), bytes.size());
  if (!error && end == bytes.size()) {
    return parser.handler().take();
  }
  Problem problem = refused(parser.handler(), error);
  problem.place = place_of_byte(bytes, std::min(error ? read : end, bytes.size()), file);
  return problem;
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kEscaped = "\b\t\n\f\r\"\\";
  constexpr std::string_view kEscapes = "btnfr\"\\";
  out.push_back('"');
  for (char const c : text) {
    std::size_t const escape = kEscaped.find(c);
    if (escape != std::string_view::npos) {
      out.push_back('\\');
      out.push_back(kEscapes[escape]);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += "\\u00";
      out.push_back(kHex[static_cast<unsigned char>(c) >> 4U]);
      out.push_back(kHex[static_cast<unsigned char>(c) & 0xFU]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace bocage::exchange
