#include "report_world.h"

#include <algorithm>
#include <string_view>

#include "exchange/communes.h"
#include "territory/distance.h"

namespace bocage::exchange {
namespace {

using territory::Millionths;
using territory::Quanta;

constexpr std::int64_t kQuantum = 500'000;  // half a kilogram

std::string numbered(const char* word, int number) {
  std::string const digits = std::to_string(number);
  return word + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
}

Millionths units(Quanta quanta) { return Millionths(quanta.count() * kQuantum); }

void add_stakeholder(territory::Territory& territory, int number, const Commune& commune) {
  bool const person = number % 7 == 3;
  territory::Stakeholder stakeholder;
  stakeholder.id = numbered("s", number);
  stakeholder.name = person ? "Jeanne Secrète " + std::to_string(number)
                            : "Maison " + std::to_string(number) + ", " + std::string(commune.name);
  stakeholder.kind = person ? "person" : number % 3 == 0 ? "company" : "association";
  stakeholder.commune = commune.code;
  stakeholder.commune_centre = commune.centre;
  if (person) {
    stakeholder.position = {commune.centre.longitude + 61'234, commune.centre.latitude - 43'211};
  }
  stakeholder.people = 1 + number % 5;
  territory.stakeholders.push_back(stakeholder);
  territory::StakeholderIndex const owner(territory.stakeholders.size() - 1);
  if (number % 2 == 0 || person) {
    territory::Need need;
    need.id = numbered("n", number);
    need.stakeholder = owner;
    need.resources = {territory::ResourceIndex(0)};
    need.quantity = Quanta(40 + 20 * (number % 6));
    territory.needs.push_back(need);
  }
  if (number % 3 == 1) {
    territory::Contribution contribution;
    contribution.id = numbered("c", number);
    contribution.stakeholder = owner;
    contribution.resources = {territory::ResourceIndex(1)};
    contribution.quantity = Quanta(150);
    territory.contributions.push_back(contribution);
  }
}

std::size_t nearest_contribution(const territory::Territory& territory, territory::Position from,
                                 territory::StakeholderIndex owner) {
  std::size_t best = 0;
  std::int64_t nearest = -1;
  for (std::size_t j = 0; j < territory.contributions.size(); ++j) {
    const territory::Contribution& contribution = territory.contributions[j];
    auto const position = territory::place_of(territory, contribution).position;
    std::int64_t const metres =
        territory::road_distance(from, *position, Millionths(1'300'000)).count();
    if (contribution.stakeholder != owner && (nearest < 0 || metres < nearest)) {
      nearest = metres;
      best = j;
    }
  }
  return best;
}

void plan_by_hand(World& world) {
  const territory::Territory& territory = world.territory;
  territory::Plan& plan = world.plan;
  plan.engine = "0.1.0";
  plan.territory = territory.settings.name;
  plan.input_sha256 = std::string(64, 'a');
  plan.rule = territory.settings.rule;
  plan.order = territory.settings.order;
  std::vector<Quanta> given(territory.contributions.size());
  Quanta needed;
  Quanta served;
  for (const territory::Need& need : territory.needs) {
    auto const position = territory::place_of(territory, need).position;
    bool const possible = !territory.contributions.empty();
    std::size_t const j = nearest_contribution(territory, *position, need.stakeholder);
    Quanta const share(possible ? need.quantity.count() * 62 / 100 : 0);
    needed += need.quantity;
    served += share;
    if (possible) {
      given[j] += share;
      plan.transfers.push_back(
          {territory.contributions[j].id, need.id, units(share), territory::Metres(1234)});
    }
    territory::PlanNeed planned;
    planned.id = need.id;
    planned.served = units(share);
    planned.fill = Millionths(share.count() * 1'000'000 / need.quantity.count());
    planned.block = possible ? std::optional<int>(1) : std::nullopt;
    planned.reason =
        possible ? territory::Reason::kSharedShortage : territory::Reason::kNoSuchResource;
    plan.needs.push_back(planned);
  }
  std::sort(plan.transfers.begin(), plan.transfers.end(), [](auto const& a, auto const& b) {
    return std::pair(a.contribution, a.need) < std::pair(b.contribution, b.need);
  });
  for (std::size_t j = 0; j < territory.contributions.size(); ++j) {
    Quanta const left(std::max<std::int64_t>(0, 150 - given[j].count()));
    plan.contributions.push_back(
        {territory.contributions[j].id, units(given[j]), units(left), 1, {}});
  }
  int const needs = static_cast<int>(territory.needs.size());
  plan.blocks.push_back(
      {1, base::Fraction(62, 100), needs, static_cast<int>(territory.contributions.size())});
  plan.summary.needs = needs;
  plan.summary.served = needs;
  plan.summary.lowest_fill = Millionths(600'000);
  plan.summary.lines = needs;
  plan.summary.by_unit = {{"kg", units(needed), units(served), Millionths(0)}};
}

void explain_by_hand(World& world) {
  for (const territory::Stakeholder& stakeholder : world.territory.stakeholders) {
    world.explanations.push_back({stakeholder.id, {}, {}});
  }
  const auto& needs = world.territory.needs;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    territory::NeedExplanation explained;
    explained.need = needs[i].id;
    explained.unlocks.push_back({territory::UnlockGoal::kFull,
                                 Millionths(25'000'000),
                                 units(needs[i].quantity),
                                 {{needs[(i + 1) % needs.size()].id, Millionths(0), Millionths(1)}},
                                 {}});
    world.explanations[needs[i].stakeholder.position()].needs.push_back(explained);
  }
}

World world_of(const std::vector<const Commune*>& communes, int stakeholders) {
  World world;
  territory::Territory& territory = world.territory;
  territory.settings.name = "Pays d’essai";
  territory.settings.rule = territory::Rule::kNeed;
  territory.settings.order = {territory::Criterion::kFair, territory::Criterion::kDistance};
  territory.families = {{"kg", Millionths(kQuantum), false, Millionths(0)}};
  territory.resources = {
      {"carrots", "Carrots", "kg", std::nullopt, territory::FamilyIndex(0)},
      {"organic", "Organic carrots", "kg", territory::ResourceIndex(0), territory::FamilyIndex(0)}};
  for (int i = 0; i < stakeholders; ++i) {
    std::size_t const which =
        static_cast<std::size_t>(i) * 97 % communes.size();  // 97: spreads, without chance
    add_stakeholder(territory, i, *communes[which]);
  }
  plan_by_hand(world);
  explain_by_hand(world);
  return world;
}

}  // namespace

World world_in(const std::vector<std::string>& departments, int stakeholders) {
  std::vector<const Commune*> communes;
  for (const Commune& commune : all_communes()) {
    bool const inside =
        std::any_of(departments.begin(), departments.end(), [&](const std::string& department) {
          return commune.code.substr(0, department.size()) == department;
        });
    if (inside) {
      communes.push_back(&commune);
    }
  }
  return world_of(communes, stakeholders);
}

World world_around(const std::string& commune, int stakeholders) {
  territory::Position const centre = commune_by_code(commune)->centre;
  std::vector<const Commune*> communes;
  for (const Commune& other : all_communes()) {
    auto const metres = territory::road_distance(centre, other.centre, Millionths(1'000'000));
    if (metres.count() < 9'000) {
      communes.push_back(&other);
    }
  }
  return world_of(communes, stakeholders);
}

World without_positions(World world) {
  for (territory::Stakeholder& stakeholder : world.territory.stakeholders) {
    stakeholder.position.reset();
    stakeholder.commune_centre.reset();
    stakeholder.commune.clear();
  }
  return world;
}

}  // namespace bocage::exchange
