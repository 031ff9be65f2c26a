#include "territory/across.h"

#include <algorithm>
#include <map>
#include <set>

#include "territory/find.h"

namespace bocage::territory {
namespace {

// What is told of one stakeholder while the cooperations are read.
struct Account {
  std::set<std::string> cooperations;
  std::map<std::string, UnitSummary> gets;
  std::map<std::string, UnitSummary> gives;
};

class Accounts {
 public:
  void read(const Cooperation& cooperation) {
    const Territory& territory = cooperation.territory;
    for (const Need& need : territory.needs) {
      UnitSummary& sum = unit(of(cooperation, need.stakeholder).gets, need.family, territory);
      sum.needed += in_units(territory, need.family, need.quantity);
    }
    for (const Contribution& offer : territory.contributions) {
      UnitSummary& sum = unit(of(cooperation, offer.stakeholder).gives, offer.family, territory);
      sum.needed += in_units(territory, offer.family, offer.quantity);
    }
    if (cooperation.plan) {
      read_plan(cooperation, *cooperation.plan);
    }
    read_what_is_common(cooperation);
  }

  [[nodiscard]] const Account& account(const std::string& stakeholder) {
    return accounts_[stakeholder];
  }

 private:
  Account& of(const Cooperation& cooperation, StakeholderIndex stakeholder) {
    Account& account = accounts_[cooperation.territory.stakeholders[stakeholder.position()].id];
    account.cooperations.insert(cooperation.folder);
    return account;
  }

  static UnitSummary& unit(std::map<std::string, UnitSummary>& units, FamilyIndex family,
                           const Territory& territory) {
    const std::string& name = territory.families[family.position()].unit;
    UnitSummary& sum = units[name];
    sum.unit = name;
    return sum;
  }

  void read_plan(const Cooperation& cooperation, const Plan& plan) {
    const Territory& territory = cooperation.territory;
    for (const PlanNeed& got : plan.needs) {
      if (auto const place = find_need(territory, got.id)) {
        const Need& need = territory.needs[place->position()];
        unit(of(cooperation, need.stakeholder).gets, need.family, territory).served += got.served;
      }
    }
    for (const PlanContribution& gave : plan.contributions) {
      if (auto const place = find_contribution(territory, gave.id)) {
        const Contribution& offer = territory.contributions[place->position()];
        unit(of(cooperation, offer.stakeholder).gives, offer.family, territory).served +=
            gave.given;
      }
    }
  }

  // Who is named by costs, projects and members of an assembly takes part, too.
  void read_what_is_common(const Cooperation& cooperation) {
    const Territory& territory = cooperation.territory;
    for (const SharedCost& cost : territory.shared_costs) {
      for (const CostMember& member : cost.members) {
        (void)of(cooperation, member.stakeholder);
      }
    }
    for (const SharedProject& project : territory.projects) {
      for (const ProjectMember& member : project.members) {
        (void)of(cooperation, member.stakeholder);
      }
      if (project.bearer) {
        (void)of(cooperation, *project.bearer);
      }
    }
    for (const Funder& funder : territory.funders) {
      (void)of(cooperation, funder.stakeholder);
    }
    for (const Associate& associate : territory.assembly.associates) {
      if (associate.stakeholder) {
        (void)of(cooperation, *associate.stakeholder);
      }
    }
  }

  std::map<std::string, Account> accounts_;
};

std::vector<UnitSummary> listed(const std::map<std::string, UnitSummary>& units) {
  std::vector<UnitSummary> list;
  list.reserve(units.size());
  for (auto const& [unit, summary] : units) {
    list.push_back(summary);
  }
  return list;
}

}  // namespace

std::vector<TakingPart> taking_part(const std::vector<Stakeholder>& stakeholders,
                                    const std::vector<Cooperation>& cooperations) {
  Accounts accounts;
  for (const Cooperation& cooperation : cooperations) {
    accounts.read(cooperation);
  }
  std::vector<TakingPart> all;
  for (const Stakeholder& stakeholder : stakeholders) {
    const Account& account = accounts.account(stakeholder.id);
    all.push_back({stakeholder.id,
                   {account.cooperations.begin(), account.cooperations.end()},
                   listed(account.gets),
                   listed(account.gives)});
  }
  std::sort(all.begin(), all.end(),
            [](const TakingPart& a, const TakingPart& b) { return a.stakeholder < b.stakeholder; });
  return all;
}

}  // namespace bocage::territory
