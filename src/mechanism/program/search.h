#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "mechanism/program/program.h"
#include "territory/proof_step.h"

namespace bocage::mechanism::program {

struct SearchLimits {
  // Never a time: the same input gives the same answer. None: what is known is told, with the
  // bounds of the columns.
  std::int64_t nodes = 0;
  const std::atomic<bool>* stop = nullptr;  // whoever waits has had enough
  // How much is done, 0 to 1: of the tree, by halves.
  std::function<void(double)> progress;
  // Where nothing is proven, the whole tree, for the best bound it shows; else its root alone.
  bool keeps_open_tree = true;
};

struct Found {
  std::optional<std::vector<Int128>> best;  // by column
  Int128 reached = 0;                       // of the objective
  Int128 bound = 0;
  std::vector<territory::ProofStep> proof;
  std::int64_t nodes = 0;
};

// Whole columns near what a relaxation says, questions answered yes above `threshold`; none where
// that cannot be. What it gives is tried, not trusted.
using Complete = std::function<std::optional<std::vector<Int128>>(
    const std::vector<double>& columns, double threshold)>;

// The best whole columns under the rows of the program and some more, by branch and bound (Land and
// Doig 1960), with the tree that proves it. `known`: columns to start from.
[[nodiscard]] Found search(const Program& program, const std::vector<Row>& more_rows,
                           const Objective& objective, const Complete& complete,
                           const std::optional<std::vector<Int128>>& known,
                           const SearchLimits& limits);

}  // namespace bocage::mechanism::program
