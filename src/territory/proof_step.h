#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bocage::territory {

// A step of the tree that proves that a program in whole numbers has nothing better, in the order
// in which it is walked: a question ("is this column at most `at`?": first what follows from yes,
// then from no, above it), or a leaf with a weight a row of the program. By these weights nothing
// better is left there; docs/formats/choice.md says how.
struct WeightedRow {
  std::string row;
  std::int64_t weight = 0;  // of 2^-scale
  friend bool operator==(const WeightedRow&, const WeightedRow&) = default;
};
struct ProofStep {
  std::string question;       // a column of the program; empty: a leaf
  std::int64_t at = 0;        // of a question
  bool nothing_left = false;  // a leaf: the weights show that nothing at all is left there
  int scale = 0;
  std::vector<WeightedRow> weights;  // those that are not 0, by row
  friend bool operator==(const ProofStep&, const ProofStep&) = default;
};

}  // namespace bocage::territory
