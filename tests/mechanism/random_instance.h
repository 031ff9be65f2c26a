#pragma once

#include <string>
#include <vector>

#include "mechanism/allocate/instance.h"
#include "mechanism/dice.h"

namespace bocage::oracle {

using mechanism::allocate::Instance;

// An instance as one writes it down: who is linked to whom as a table.
struct Sketch {
  std::vector<std::int64_t> supply;
  std::vector<std::int64_t> minimum;
  std::vector<std::int64_t> cap;
  std::vector<std::int64_t> weight;
  std::vector<std::int64_t> received;
  std::vector<std::vector<bool>> linked;  // [need][contribution]
};

[[nodiscard]] Instance instance_of(const Sketch& sketch);
[[nodiscard]] Sketch sketch_of(const Instance& instance);

// Every need with the same weight, no minimum and nothing received, until said otherwise.
[[nodiscard]] Sketch plain_sketch(std::vector<std::int64_t> supply, std::vector<std::int64_t> cap,
                                  std::vector<std::vector<bool>> linked);

struct InstanceKind {
  std::size_t most_needs = 6;
  std::size_t most_contributions = 5;
  std::int64_t most_quantity = 12;
  bool minima = false;        // met together, always
  bool minima_short = false;  // whatever falls
  bool unlike_weights = true;
  bool weight_is_cap = false;  // rule `need` without memory
  bool memory = false;
  bool isolated = true;  // some needs without a link, some contributions used up already
};

[[nodiscard]] Sketch random_sketch(Dice& dice, const InstanceKind& kind);
[[nodiscard]] Instance random_instance(Dice& dice, const InstanceKind& kind);

// For the message of a failing test: the whole case on a few lines.
[[nodiscard]] std::string describe(const Instance& instance);

}  // namespace bocage::oracle
