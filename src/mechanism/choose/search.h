#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "mechanism/choose/fill.h"
#include "mechanism/choose/program.h"

namespace bocage::mechanism::choose {

struct SearchLimits {
  std::int64_t nodes = 0;                   // never a time: the same input gives the same answer
  const std::atomic<bool>* stop = nullptr;  // whoever waits has had enough
  // How much is done, 0 to 1: of the tree, by halves.
  std::function<void(double)> progress;
};

struct Found {
  std::optional<Filled> best;
  Int128 reached = 0;  // of the objective
  Int128 bound = 0;
  std::vector<territory::ProofStep> proof;
  std::int64_t nodes = 0;
};

// The best answer to every question under the rows of the program and some more, by branch and
// bound (Land and Doig 1960), with the tree that proves it. `known`: an answer to start from.
[[nodiscard]] Found search(const territory::Territory& territory, const Program& program,
                           const std::vector<Row>& more_rows, const Objective& objective,
                           const std::optional<Filled>& known, const SearchLimits& limits);

}  // namespace bocage::mechanism::choose
