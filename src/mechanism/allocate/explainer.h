#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mechanism/allocate/plan_territory.h"
#include "mechanism/allocate/prepare.h"

namespace bocage::mechanism::allocate {

// Answers "why, and what would change it?" for one territory and one plan of it, made with
// `options`. What would change it is verified by planning again, over every connected part the
// change touches.
class Explainer {
 public:
  Explainer(const territory::Territory& territory, const PlanOptions& options,
            const territory::Plan& plan);

  [[nodiscard]] territory::NeedExplanation need(territory::NeedIndex need) const;
  [[nodiscard]] territory::ContributionExplanation contribution(
      territory::ContributionIndex contribution) const;
  [[nodiscard]] territory::StakeholderExplanation stakeholder(
      territory::StakeholderIndex stakeholder) const;
  // A need or a contribution is answered alone, under its stakeholder. None: no such id.
  [[nodiscard]] std::optional<territory::StakeholderExplanation> by_id(const std::string& id) const;

 private:
  void tell(double share_done) const;
  [[nodiscard]] std::vector<territory::Unlock> unlocks(territory::NeedIndex asking) const;

  const territory::Territory& territory_;
  const territory::Plan& plan_;
  std::function<void(std::string_view step, double share_done)> progress_;  // may be empty
  PlanOptions options_;                                                     // as the plan was made
  Prepared prepared_;
  std::vector<std::uint32_t>
      part_of_need_;  // connected part, by possible links; needs without one stand alone
  std::vector<std::uint32_t> part_of_contribution_;
};

}  // namespace bocage::mechanism::allocate
