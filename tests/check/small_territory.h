#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::check_tests {

// Small numbers drawn from bytes, 0 when they run out: the same bytes, the same territory.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  // From 0 to `most`.
  std::int64_t upto(std::int64_t most) {
    if (next_ >= bytes_.size()) {
      return 0;
    }
    return static_cast<unsigned char>(bytes_[next_++]) % (most + 1);
  }
  bool one_in(std::int64_t times) { return upto(times - 1) == times - 1; }

 private:
  std::string_view bytes_;
  std::size_t next_ = 0;
};

// Up to 7 needs and 6 contributions of two families, with a little of everything the design knows:
// a hierarchy, places, communes, reaches, dates, bans, links.csv, minima, memory, fixed and agreed
// lines, every kind of order, both rules.
territory::Territory small_territory(Bytes& bytes);

}  // namespace bocage::check_tests
