#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "service/folder.h"
#include "service/planner.h"

// Work that may take long or die, done by another process of this program.
namespace bocage::http {

struct ChildLimits {
  std::string program = "/proc/self/exe";
  std::chrono::seconds time{60};
  std::size_t memory = 4'000'000'000;  // bytes of address space
  std::size_t output = 200'000'000;    // bytes
};

struct ChildEnd {
  int status = 0;  // as a shell reports it
  std::string output;
  std::string error;  // what it wrote there, cut
  bool late = false;
  bool too_much = false;
};

// What a child says of its progress, in lines "progress 0.500 fair" among its errors.
using ProgressHeard = std::function<void(const std::string& step, double share_done)>;

// Runs this program with the files in a folder of its own, which is its working directory. The
// failure is the system's sentence.
[[nodiscard]] base::Result<ChildEnd, std::string> run_child(
    const std::vector<std::string>& arguments, const service::Files& files,
    const ChildLimits& limits, const ProgressHeard& heard = {});

// Its standard output where it ended well, else what it died of.
[[nodiscard]] base::Result<std::string, service::Trouble> output_of_child(
    const std::vector<std::string>& arguments, const service::Files& files,
    const ChildLimits& limits, const ProgressHeard& heard = {});

// The planner that runs so.
[[nodiscard]] service::Planner plan_in_child(const ChildLimits& limits,
                                             const ProgressHeard& heard = {});

}  // namespace bocage::http
