#pragma once

#include <string>
#include <string_view>
#include <vector>

// Plain text on a terminal, in columns of equal width for a fixed font.
namespace bocage::exchange {

inline constexpr std::size_t kTextWidth = 100;

// How many columns a text takes: its code points, without combining accents.
[[nodiscard]] std::size_t width_of(std::string_view text);

// `text` in lines of at most kTextWidth columns, each behind `indent` spaces; ends with a line end.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent);

// The same for a place that wraps by itself: a line goes on where the next one stands as deep and
// its first word had no room.
[[nodiscard]] std::string unwrapped(std::string_view text);

// Rows of cells, aligned: numbers to the right, words to the left.
class Columns {
 public:
  enum class Align { kLeft, kRight };
  explicit Columns(std::vector<Align> alignments) : alignments_(std::move(alignments)) {}

  void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // Two spaces between columns, none at the end of a line.
  [[nodiscard]] std::string to_text(std::size_t indent) const;

 private:
  std::vector<Align> alignments_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace bocage::exchange
