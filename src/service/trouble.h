#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/write_file.h"
#include "territory/problem.h"
#include "territory/refusal.h"

namespace bocage::service {

// Why something was not done, as data; nothing was changed. One of these is set.
struct Trouble {
  territory::Problems problems;                  // with the tables
  std::optional<territory::Refusal> refusal;     // by the rules of the group
  std::optional<base::WriteFailure> failure;     // by the disk
  std::string planner;                           // what the planner died of, in words
  std::optional<base::WriteFailure> unopened{};  // the folder is none, or is not ours to open
  std::string changed_file;                      // somebody else changed it meanwhile

  static Trouble with(territory::Problems problems) {
    return {std::move(problems), {}, {}, {}, {}};
  }
  static Trouble with(territory::Refusal refusal) { return {{}, std::move(refusal), {}, {}, {}}; }
  static Trouble not_opened(base::WriteFailure failure) {
    Trouble trouble;
    trouble.unopened = std::move(failure);
    return trouble;
  }
  static Trouble with(base::WriteFailure failure) { return {{}, {}, std::move(failure), {}, {}}; }
};

}  // namespace bocage::service
