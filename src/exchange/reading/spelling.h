#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace bocage::exchange {

// How many letters to insert, delete, change or swap with their neighbour to turn `a` into `b`;
// counting stops above `most`. Bytes stand for letters: call it on folded text.
[[nodiscard]] std::size_t spelling_distance(std::string_view a, std::string_view b,
                                            std::size_t most);

// The candidate spelled most like `text`, the first of several; empty where none is near.
[[nodiscard]] std::string nearest_spelling(std::string_view text,
                                           std::span<const std::string> candidates);

// Finds the nearest of many candidates, given one at a time.
class NearestSpelling {
 public:
  explicit NearestSpelling(std::string_view text);
  // `shown` is what to propose for it. True while a nearer one is still possible.
  void consider(std::string_view candidate, std::string_view shown);
  [[nodiscard]] const std::string& nearest() const { return nearest_; }

 private:
  std::string text_;  // folded
  std::size_t distance_;
  std::string nearest_;
};

}  // namespace bocage::exchange
