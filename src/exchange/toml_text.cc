#include "exchange/toml_text.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

// toml++ counts lines and columns from 1, a column a code point.
std::size_t offset_of(std::string_view text, const toml::source_position& position) {
  std::size_t offset = 0;
  for (toml::source_index line = 1; line < position.line; ++line) {
    offset = text.find('\n', offset) + 1;
  }
  auto const begins_code_point = [](char c) {
    constexpr unsigned kTopBits = 0xC0;
    constexpr unsigned kContinues = 0x80;
    return (static_cast<unsigned char>(c) & kTopBits) != kContinues;
  };
  for (toml::source_index column = 1; offset < text.size(); ++offset) {
    if (begins_code_point(text[offset]) && column++ == position.column) {
      break;
    }
  }
  return offset;
}

// Behind the last key that stands before any table.
std::size_t end_of_keys(std::string_view text, const toml::table& table) {
  std::size_t end = 0;
  for (auto const& [key, node] : table) {
    if (!node.is_table() && !node.is_array_of_tables()) {
      std::size_t const line_end = text.find('\n', offset_of(text, node.source().end));
      end = std::max(end, std::min(line_end, text.size()));
    }
  }
  return end;
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string quoted = "\"";
  for (char const c : text) {
    if (base::is_control(c)) {
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
  }
  return quoted + "\"";
}

std::string with_setting(std::string_view toml, std::string_view key, std::string_view value) {
  auto const decoded = decode_text(toml, "");
  if (!decoded) {
    return std::string(toml);
  }
  const std::string& text = *decoded;
  try {
    toml::table const table = toml::parse(std::string_view(text));
    if (const toml::node* const node = table.get(key)) {
      std::size_t const begin = offset_of(text, node->source().begin);
      return text.substr(0, begin).append(value).append(
          text.substr(offset_of(text, node->source().end)));
    }
    std::size_t const end = end_of_keys(text, table);
    std::string const before = text.substr(0, end);
    std::string const line = fmt::format("{} = {}", key, value);
    return end == 0 ? line + "\n" + text : before + "\n" + line + text.substr(end);
  } catch (const toml::parse_error&) {
    return text;
  }
}

}  // namespace bocage::exchange
