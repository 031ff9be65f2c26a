#include "check/tampering_tools.h"
#include "territory/distance.h"

namespace bocage::check_tests {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

Millionths two_quanta(const World& world, const PlanTransfer& line) {
  return Millionths(quantum_of(world, line.need).count() * 2);
}

// Two lines of one contribution; the first gives 2 quanta of the second's.
Maybe move_between_needs(const World& world) {
  Plan plan = world.plan;
  for (PlanTransfer& from : plan.transfers) {
    for (PlanTransfer& to : plan.transfers) {
      Millionths const two = two_quanta(world, from);
      bool const same = from.contribution == to.contribution && from.need != to.need;
      if (same && fair_leads(plan) && from.quantity > two &&
          need_of(plan, to).reason != Reason::kMet) {
        from.quantity -= two;
        to.quantity += two;
        return plan;
      }
    }
  }
  return std::nullopt;
}

Maybe move_between_needs_tidily(const World& world) {
  Maybe plan = move_between_needs(world);
  if (plan) {
    make_sums_agree(world, *plan);
  }
  return plan;
}

Maybe drop_a_unit_tidily(const World& world) {
  Plan plan = world.plan;
  for (PlanTransfer& line : plan.transfers) {
    Millionths const two = two_quanta(world, line);
    if (line.quantity > two && fair_leads(plan) && need_of(plan, line).block) {
      line.quantity -= two;
      make_sums_agree(world, plan);
      return plan;
    }
  }
  return std::nullopt;
}

// A line between a contribution and a need that have no possible link: of one stakeholder, of
// unlike things, or out of reach. Only pairs without a stated line come into question.
Maybe impossible_line(const World& world) {
  Plan plan = world.plan;
  const Territory& territory = world.territory;
  for (const Contribution& contribution : territory.contributions) {
    for (const Need& need : territory.needs) {
      bool const unlike = !serves(territory, contribution, need);
      auto const from = place_of(territory, contribution).position;
      auto const to = place_of(territory, need).position;
      bool const far = from && to && need.reach && !territory.has_links &&
                       road_distance(*from, *to, territory.settings.detour) > *need.reach;
      bool const own = contribution.stakeholder == need.stakeholder && !territory.has_links;
      bool const arranged = !territory.arranged.empty();
      if ((unlike || far || own) && !arranged) {
        Metres const km =
            from && to ? road_distance(*from, *to, territory.settings.detour) : Metres(0);
        plan.transfers.push_back(
            {contribution.id, need.id, territory.families[need.family.position()].quantum, km});
        sort_lines(plan);
        make_sums_agree(world, plan);
        return plan;
      }
    }
  }
  return std::nullopt;
}

Maybe repeat_a_line(const World& world) {
  Plan plan = world.plan;
  if (plan.transfers.empty()) {
    return std::nullopt;
  }
  plan.transfers.insert(plan.transfers.begin(), plan.transfers.front());
  return plan;
}

}  // namespace

std::vector<Tampering> tamperings_of_the_lines() {
  return {
      {"two quanta moved between needs", move_between_needs},
      {"two quanta moved, all sums made to agree", move_between_needs_tidily},
      {"two quanta dropped, all sums made to agree", drop_a_unit_tidily},
      in_line("a unit added to a line", [](auto& t) { t.quantity += kOne; }),
      in_line("a unit taken from a line", [](auto& t) { t.quantity -= kOne; }),
      in_line("a part of a quantum", [](auto& t) { t.quantity += Millionths(1); }),
      in_line("a negative quantity", [](auto& t) { t.quantity = Millionths(-t.quantity.count()); }),
      in_line("a line of nothing", [](auto& t) { t.quantity = Millionths(0); }),
      in_line("kilometres of a line changed", [](auto& t) { t.distance += Metres(1); }),
      in_line("an unknown contribution", [](auto& t) { t.contribution = "!nobody"; }),
      in_line("an unknown need", [](auto& t) { t.need = "!nobody"; }),
      {"a line twice", repeat_a_line},
      {"a line between those who cannot", impossible_line},
      out_of_order("lines out of order", &Plan::transfers),
      last_left_out("a line dropped", &Plan::transfers),
  };
}

}  // namespace bocage::check_tests
