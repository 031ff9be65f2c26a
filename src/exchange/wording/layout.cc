#include "exchange/wording/layout.h"

#include <algorithm>

#include "base/text.h"

namespace bocage::exchange {

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const continues = (byte & 0xC0U) == 0x80U;
    // U+0300 to U+036F, in UTF-8 CC 80 to CD AF.
    auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    bool const combines = byte == 0xCCU || (byte == 0xCDU && next < 0xB0U);
    width += continues || combines ? 0 : 1;
  }
  return width;
}

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string const margin(indent, ' ');
  std::string out = margin;
  std::size_t column = indent;
  for (std::string_view const word : base::split_words(text)) {
    std::size_t const width = width_of(word);
    if (column > indent && column + 1 + width > kTextWidth) {
      out += "\n" + margin;
      column = indent;
    }
    if (column > indent) {
      out += " ";
      ++column;
    }
    out += word;
    column += width;
  }
  return out + "\n";
}

std::string unwrapped(std::string_view text) {
  std::string out;
  std::size_t column = 0;  // of the last line as it stood, 0 before any
  std::size_t depth = 0;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::size_t const indent = std::min(line.find_first_not_of(' '), line.size());
    std::string_view const words = line.substr(indent);
    std::size_t const first = width_of(words.substr(0, words.find(' ')));
    bool const goes_on =
        column > depth && indent == depth && first > 0 && column + 1 + first > kTextWidth;
    if (goes_on) {
      out.append(" ").append(words);
    } else {
      out.append(out.empty() ? "" : "\n").append(line);
    }
    column = width_of(line);
    depth = indent;
  }
  return out + "\n";
}

std::string Columns::to_text(std::size_t indent) const {
  std::vector<std::size_t> widths(alignments_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], width_of(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string const padding(widths[i] - width_of(row[i]), ' ');
      line += i == 0 ? "" : "  ";
      line += alignments_[i] == Align::kRight ? padding + row[i] : row[i] + padding;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace bocage::exchange
