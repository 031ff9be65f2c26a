#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

namespace bocage::oracle {

// Chance that can be repeated: the same seed throws the same on every machine and library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed * 0x9E3779B97F4A7C15ULL + 1) {}

  [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) {
    return least +
           static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(most - least + 1));
  }
  [[nodiscard]] std::size_t place(std::size_t count) {
    return static_cast<std::size_t>(between(0, static_cast<std::int64_t>(count) - 1));
  }
  [[nodiscard]] bool percent(int chance) { return between(0, 99) < chance; }

  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[place(left)]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

// How many random cases a test runs: the environment scales all of them together, `./dev check
// --all` upwards.
inline std::uint64_t cases(std::uint64_t moderate) {
  const char* text = std::getenv("BOCAGE_TEST_SCALE");
  double const scale = text == nullptr ? 1.0 : std::strtod(text, nullptr);
  double const count = static_cast<double>(moderate) * (scale > 0 ? scale : 1.0);
  return count < 1 ? 1 : static_cast<std::uint64_t>(count);
}

}  // namespace bocage::oracle
