#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "territory/problem.h"

namespace bocage::exchange {

// Gathers every problem of one reading.
class Report {
 public:
  void add(territory::Problem problem);
  void error(territory::ProblemCode code, territory::Place place, std::string found = {},
             std::vector<std::string> facts = {});
  void warning(territory::ProblemCode code, territory::Place place, std::string found = {},
               std::vector<std::string> facts = {});

  // In the order of the tables, then of their rows and columns. Beyond the first ten thousand
  // only their number is told: nobody corrects more by hand.
  [[nodiscard]] territory::Problems take();

 private:
  static constexpr std::size_t kMost = 10'000;
  std::vector<territory::Problem> problems_;
  std::size_t left_out_ = 0;
  bool left_out_error_ = false;
};

}  // namespace bocage::exchange
