#pragma once

#include <mutex>
#include <string>

#include "service/meeting.h"
#include "service/planner.h"

namespace bocage::http {

// The plan that the pages show: the last one of the cycle as long as it is of the tables as they
// are, else a fresh one, made once for each state of the tables.
class PlanBoard {
 public:
  explicit PlanBoard(service::Planner planner) : planner_(std::move(planner)) {}

  struct Shown {
    territory::Plan plan;
    std::string bytes;
    int number = 0;  // of the cycle; 0: a fresh one, not put to anybody
  };
  [[nodiscard]] base::Result<Shown, service::Trouble> plan_of(const service::Meeting& meeting);
  [[nodiscard]] const service::Planner& planner() const { return planner_; }

 private:
  service::Planner planner_;
  std::mutex mutex_;
  std::string of_input_;
  std::string bytes_;
};

}  // namespace bocage::http
