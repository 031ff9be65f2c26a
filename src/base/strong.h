#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace bocage::base {

// The place of a row in its table. Two ids of different tables do not compare: a mix-up must not
// compile.
template <class Tag>
class Index {
 public:
  constexpr Index() = default;
  constexpr explicit Index(std::size_t position)
      : position_(static_cast<std::uint32_t>(position)) {}
  [[nodiscard]] constexpr std::size_t position() const { return position_; }
  friend constexpr auto operator<=>(Index, Index) = default;

 private:
  std::uint32_t position_ = 0;
};

// A whole number of one unit: quanta, metres, millionths. Sums and differences stay in the unit.
template <class Tag>
class Amount {
 public:
  constexpr Amount() = default;
  constexpr explicit Amount(std::int64_t count) : count_(count) {}
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }
  friend constexpr auto operator<=>(Amount, Amount) = default;
  friend constexpr Amount operator+(Amount a, Amount b) { return Amount(a.count_ + b.count_); }
  friend constexpr Amount operator-(Amount a, Amount b) { return Amount(a.count_ - b.count_); }
  constexpr Amount& operator+=(Amount other) { return *this = *this + other; }
  constexpr Amount& operator-=(Amount other) { return *this = *this - other; }

 private:
  std::int64_t count_ = 0;
};

}  // namespace bocage::base

template <class Tag>
struct std::hash<bocage::base::Index<Tag>> {
  std::size_t operator()(bocage::base::Index<Tag> index) const noexcept { return index.position(); }
};
