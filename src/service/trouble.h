#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/write_file.h"
#include "territory/problem.h"
#include "territory/refusal.h"

namespace bocage::service {

// How another process that should have answered ended.
struct PlannerFault {
  enum class Kind {
    kNotStarted,  // words: the system's
    kLate,        // number: the seconds it had
    kTooMuch,     // it wrote more than anybody reads
    kSignal,      // number
    kExit,        // number; words: what it said itself
    kRefuted,     // words: why its plan does not hold
  };
  Kind kind = Kind::kExit;
  std::int64_t number = 0;
  std::string words{};
};

// Why something was not done, as data; nothing was changed. One of these is set.
struct Trouble {
  territory::Problems problems;                  // with the tables
  std::optional<territory::Refusal> refusal;     // by the rules of the group
  std::optional<base::WriteFailure> failure;     // by the disk
  std::optional<PlannerFault> planner{};         // by the planner, which died
  std::optional<base::WriteFailure> unopened{};  // the folder is none, or is not ours to open
  std::string changed_file{};                    // somebody else changed it meanwhile

  static Trouble with(territory::Problems problems) {
    Trouble trouble;
    trouble.problems = std::move(problems);
    return trouble;
  }
  static Trouble with(territory::Refusal refusal) {
    Trouble trouble;
    trouble.refusal = std::move(refusal);
    return trouble;
  }
  static Trouble with(PlannerFault fault) {
    Trouble trouble;
    trouble.planner = std::move(fault);
    return trouble;
  }
  static Trouble not_opened(base::WriteFailure failure) {
    Trouble trouble;
    trouble.unopened = std::move(failure);
    return trouble;
  }
  static Trouble with(base::WriteFailure failure) {
    Trouble trouble;
    trouble.failure = std::move(failure);
    return trouble;
  }
};

}  // namespace bocage::service
