#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mechanism/oracle_cost.h"
#include "mechanism/random_instance.h"
#include "territory/plan.h"
#include "territory/territory.h"

// What design sections 3 and 5 say a territory means, worked out by trying all pairs: who can
// supply whom, what counts from before, which parts there are, who may be set aside. Nothing here
// comes from the engine.
namespace bocage::oracle {

template <class Value>
using Table = std::vector<std::vector<Value>>;  // [need][contribution]

struct Model {
  Table<bool> linked;
  Table<std::int64_t> metres;
  Table<std::int64_t> value;    // millionths of the currency per unit
  Table<std::int64_t> fixed;    // quanta
  Table<std::int64_t> earlier;  // quanta of the lines `stability` wants kept
  std::vector<std::int64_t> supply;
  std::vector<std::int64_t> minimum;
  std::vector<std::int64_t> cap;
  std::vector<std::int64_t> weight;
  std::vector<std::int64_t> received;
  std::vector<std::int64_t> people;  // 0 under rule `need`
  std::vector<bool> set_aside_before;
  // Why a need has no link, where all that goes furthest agree.
  std::vector<std::optional<territory::Reason>> no_link;
};

[[nodiscard]] Model model_of(const territory::Territory& territory);

// Connected by possible links; without those that have none.
struct Part {
  std::vector<std::size_t> needs;
  std::vector<std::size_t> contributions;
};
[[nodiscard]] std::vector<Part> parts_of(const Model& model);

// One part as an instance; who is set aside has no cap, no minimum and no link there.
[[nodiscard]] Sketch sketch_of(const Model& model, const Part& part,
                               const std::vector<bool>& set_aside);

// Every choice of whom to set aside in a part that nothing beats: most needs kept, then fewest set
// aside before, then most people kept. One empty choice where the minima can all be met. In places
// of the whole territory.
[[nodiscard]] std::vector<std::vector<bool>> best_choices(const Model& model, const Part& part);

}  // namespace bocage::oracle
