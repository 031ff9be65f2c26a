#include "mechanism/choose/obstacle.h"

#include <algorithm>
#include <vector>

#include "mechanism/choose/program.h"

namespace bocage::mechanism::choose {
namespace {

using territory::Funder;
using territory::Millionths;
using territory::NotOpen;
using territory::ProjectMember;
using territory::SharedProject;
using territory::Territory;
using territory::WhyNotOpen;

constexpr Int128 kOne = 1'000'000;

class Looking {
 public:
  Looking(const Territory& territory, std::size_t place)
      : all_(territory), project_(territory.projects[place]) {
    answer_.project = place;
  }

  NotOpen run() {
    if (!limits_hold() || !members_are_enough() || !quantity_is_possible()) {
      return answer_;
    }
    (void)money_is_found();
    return answer_;
  }

 private:
  bool lacks(WhyNotOpen why, Int128 how_much) {
    answer_.why = why;
    answer_.lacks = to_millionths(how_much);
    return false;
  }

  bool limits_hold() {
    for (const territory::ProjectUse& use : project_.uses) {
      Millionths const most = all_.limits[use.limit].quantity;
      if (use.quantity > most) {
        answer_.limit = use.limit;
        return lacks(WhyNotOpen::kLimit, use.quantity.count() - most.count());
      }
    }
    return true;
  }

  bool members_are_enough() {
    std::int64_t able = 0;
    for (const ProjectMember& member : project_.members) {
      able += !project_.quantity || most_made(project_, member) >= member.minimum ? 1 : 0;
    }
    return able >= project_.fewest_members ||
           lacks(WhyNotOpen::kMembersShort, (project_.fewest_members - able) * kOne);
  }

  bool quantity_is_possible() {
    if (!project_.quantity) {
      return true;
    }
    Int128 possible = 0;
    for (const ProjectMember& member : project_.members) {
      Millionths const most = most_made(project_, member);
      possible += most >= member.minimum ? most.count() : 0;
    }
    Int128 const wanted = project_.quantity->count();
    return possible >= wanted || lacks(WhyNotOpen::kQuantityShort, wanted - possible);
  }

  // The least its members could ask for the quantity, batches apart.
  [[nodiscard]] Int128 cheapest() const {
    std::vector<const ProjectMember*> members;
    members.reserve(project_.members.size());
    for (const ProjectMember& member : project_.members) {
      members.push_back(&member);
    }
    std::sort(members.begin(), members.end(),
              [](const ProjectMember* a, const ProjectMember* b) { return a->cost < b->cost; });
    Int128 sum = 0;
    Int128 left = project_.quantity->count();
    for (const ProjectMember* member : members) {
      Int128 const made = std::min(left, Int128{most_made(project_, *member).count()});
      sum += made * member->cost.count();
      left -= made;
    }
    return sum;
  }

  bool money_is_found() {
    if (!must_pay(all_, project_)) {
      return true;
    }
    Int128 exact = kOne * (Int128{project_.cost.count()} - project_.own_funds.count());
    if (project_.quantity) {
      exact += cheapest();
      exact -= Int128{project_.price.value_or(Millionths(0)).count()} * project_.quantity->count();
    }
    Int128 const needed = -base::floor_divide(-exact, kOne);
    Int128 from_public = 0;
    Int128 from_others = 0;
    for (std::size_t const place : project_.funders) {
      const Funder& funder = all_.funders[place];
      Millionths const most = most_funded(project_, funder);
      if (most >= least_funded(project_, funder)) {
        (funder.is_public ? from_public : from_others) += most.count();
      }
    }
    if (needed <= 0) {
      return true;
    }
    if (project_.funders.empty()) {
      return lacks(project_.price ? WhyNotOpen::kPriceShort : WhyNotOpen::kNoFunder, needed);
    }
    auto const ceiling = public_most(project_);
    if (from_public + from_others < needed) {
      return lacks(project_.price ? WhyNotOpen::kPriceShort : WhyNotOpen::kFundersShort,
                   needed - from_public - from_others);
    }
    return !ceiling || from_others + ceiling->count() >= needed ||
           lacks(WhyNotOpen::kPublicCeiling, needed - from_others - ceiling->count());
  }

  const Territory& all_;
  const SharedProject& project_;
  NotOpen answer_;
};

}  // namespace

NotOpen obstacle_of(const Territory& territory, std::size_t project) {
  return Looking(territory, project).run();
}

}  // namespace bocage::mechanism::choose
