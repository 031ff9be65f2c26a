#include "mechanism/allocate/groups.h"

#include <algorithm>

#include "mechanism/allocate/regrow.h"

namespace bocage::mechanism::allocate {
namespace {

constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

class Numbering {
 public:
  explicit Numbering(const StandingPlan& plan) : plan_(plan) {
    groups_.of_need.assign(plan.of_need.size(), kNoGroup);
    groups_.of_contribution.assign(plan.of_contribution.size(), kNoGroup);
    groups_.of_block.resize(plan.members.size());
  }

  Groups run() {
    for (std::uint32_t need = 0; need < plan_.of_need.size(); ++need) {
      if (groups_.of_need[need] == kNoGroup) {
        add_group_of_need(plan_, need, scope_);
        number(plan_.block_of_need[need]);
      }
    }
    for (std::uint32_t c = 0; c < plan_.of_contribution.size(); ++c) {
      if (groups_.of_contribution[c] == kNoGroup) {
        add_group_of_contribution(plan_, c, scope_);
        number(plan_.block_of_contribution[c]);
      }
    }
    return std::move(groups_);
  }

 private:
  void number(std::uint32_t block) {
    auto const group = static_cast<std::uint32_t>(groups_.members.size());
    StandingPlan::Members members{scope_.needs(), scope_.contributions()};
    scope_.clear();
    std::sort(members.needs.begin(), members.needs.end());
    std::sort(members.contributions.begin(), members.contributions.end());
    for (std::uint32_t const need : members.needs) {
      groups_.of_need[need] = group;
    }
    for (std::uint32_t const contribution : members.contributions) {
      groups_.of_contribution[contribution] = group;
    }
    groups_.members.push_back(std::move(members));
    groups_.block.push_back(block);
    if (block != kNoBlock) {
      groups_.of_block[block].push_back(group);
    }
  }

  const StandingPlan& plan_;
  Scope scope_;
  Groups groups_;
};

}  // namespace

Groups groups_of(const StandingPlan& plan) { return Numbering(plan).run(); }

}  // namespace bocage::mechanism::allocate
