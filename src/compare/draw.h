#pragma once

#include <cstdint>
#include <string_view>

namespace bocage::compare {

// A name as a number (FNV-1a), so that a draw depends on who it is for and on nothing else.
[[nodiscard]] constexpr std::uint64_t key_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char const byte : name) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  return hash;
}

// What is drawn for a key: never the same number for two purposes.
enum class Purpose : std::uint64_t {
  kReached = 1,
  kKnowsMinimum,
  kKnowsReach,
  kKeepsPromise,
  kNeedQuantity,
  kOfferQuantity,
  kPrice,
  kArrival,
  kLiar,
  kWeight,
  kRun,
};

// SplitMix64 (Steele, Lea and Flood 2014): the same everywhere, whatever the order of the draws.
[[nodiscard]] constexpr std::uint64_t draw(std::uint64_t seed, Purpose purpose, std::uint64_t key) {
  auto const mixed = [](std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  };
  return mixed(mixed(mixed(seed) ^ static_cast<std::uint64_t>(purpose)) ^ key);
}

// From 0 to 999,999.
[[nodiscard]] constexpr std::int64_t draw_millionths(std::uint64_t seed, Purpose purpose,
                                                     std::uint64_t key) {
  return static_cast<std::int64_t>(draw(seed, purpose, key) % 1'000'000);
}

}  // namespace bocage::compare
