#include "compare/depend.h"

#include <algorithm>
#include <future>
#include <map>
#include <tuple>

#include "compare/absences.h"
#include "compare/circles.h"
#include "compare/islands.h"
#include "territory/find.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Dependence;
using territory::Millionths;
using territory::Territory;

// The plan's quantities in quanta, by place.
struct Amounts {
  std::vector<std::int64_t> served;
  std::vector<std::int64_t> given;
};

Amounts amounts_of(const Territory& territory, const territory::Plan& plan) {
  auto const quantum = [&](territory::FamilyIndex family) {
    return territory.families[family.position()].quantum.count();
  };
  Amounts amounts{std::vector<std::int64_t>(territory.needs.size(), 0),
                  std::vector<std::int64_t>(territory.contributions.size(), 0)};
  for (const territory::PlanNeed& need : plan.needs) {
    if (auto const found = find_need(territory, need.id)) {
      amounts.served[found->position()] =
          need.served.count() / quantum(territory.needs[found->position()].family);
    }
  }
  for (const territory::PlanContribution& offer : plan.contributions) {
    if (auto const found = find_contribution(territory, offer.id)) {
      amounts.given[found->position()] =
          offer.given.count() / quantum(territory.contributions[found->position()].family);
    }
  }
  return amounts;
}

std::vector<Dependence> dependences_of(const Territory& territory, const territory::Plan& plan) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, Dependence> found;
  std::map<std::pair<std::string, std::string>, Millionths> received;
  for (const territory::PlanTransfer& line : plan.transfers) {
    auto const need = find_need(territory, line.need);
    auto const contribution = find_contribution(territory, line.contribution);
    if (!need || !contribution) {
      continue;
    }
    const territory::Need& to = territory.needs[need->position()];
    const territory::Contribution& from = territory.contributions[contribution->position()];
    const std::string& receiver = territory.stakeholders[to.stakeholder.position()].id;
    const std::string& giver = territory.stakeholders[from.stakeholder.position()].id;
    const std::string& unit = territory.families[to.family.position()].unit;
    Dependence& one = found[{receiver, giver, unit}];
    one.receiver = receiver;
    one.giver = giver;
    one.unit = unit;
    one.quantity += line.quantity;
    ++one.lines;
    received[{receiver, unit}] += line.quantity;
  }
  std::vector<Dependence> list;
  for (auto& [key, one] : found) {
    std::int64_t const all = std::max<std::int64_t>(1, received[{one.receiver, one.unit}].count());
    one.of_received = Millionths(
        static_cast<std::int64_t>((Int128{one.quantity.count()} * 1'000'000 + all / 2) / all));
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

territory::DependenceReport depend(
    const Territory& territory, const territory::Plan& plan,
    const mechanism::allocate::PlanOptions& options,
    const std::function<void(std::string_view step, double share_done)>& progress) {
  territory::DependenceReport report;
  report.territory = territory.settings.name;
  report.input_sha256 = plan.input_sha256;
  auto lines_read = std::async(std::launch::async, [&] {
    report.dependences = dependences_of(territory, plan);
    report.circles = circles_of(report.dependences);
  });
  mechanism::allocate::PlanOptions as_planned = options;
  as_planned.rule = plan.rule;
  as_planned.order = plan.order;
  as_planned.explains_missing_links = false;
  mechanism::allocate::Prepared const prepared =
      mechanism::allocate::prepare(territory, as_planned);
  Amounts const amounts = amounts_of(territory, plan);
  lines_read.get();
  report.absences =
      absences_of(territory, prepared, amounts.served, amounts.given, [&](double share) {
        if (progress) {
          progress("absences", share);
        }
      });
  Islands islands = islands_of(territory, prepared);
  Bridges bridges = bridges_between(territory, islands, amounts.served, amounts.given);
  report.islands = std::move(islands.list);
  report.alone = static_cast<int>(
      std::count_if(report.islands.begin(), report.islands.end(),
                    [](const auto& island) { return island.stakeholders.size() == 1; }));
  report.bridges = std::move(bridges.list);
  report.bridges_searched = bridges.searched;
  return report;
}

}  // namespace bocage::compare
