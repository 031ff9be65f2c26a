// The two answers to an objection or a failure, against the oracle: `keep` holds the earlier lines
// that can still stand and plans around them; `share` opens everything and keeps what it can of
// them right after fairness.
#include <gtest/gtest.h>

#include <algorithm>

#include "mechanism/allocate/plan_territory.h"
#include "mechanism/plan_audit.h"
#include "mechanism/random_territory.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::plan_territory;
using mechanism::allocate::PlanOptions;
using territory::Answer;
using territory::ArrangedKind;
using territory::ContributionIndex;
using territory::Criterion;
using territory::NeedIndex;
using territory::Plan;
using territory::Quanta;
using territory::Territory;

// Somebody objects, or a contribution shrinks, or a need turns out larger or smaller.
void disturb(Dice& dice, Territory& territory) {
  std::size_t const giver = dice.place(territory.contributions.size());
  std::size_t const need = dice.place(territory.needs.size());
  Quanta& supply = territory.contributions[giver].quantity;
  Quanta& quantity = territory.needs[need].quantity;
  switch (dice.between(0, 3)) {
    case 0: {
      territory::Ban ban;
      ban.from_contribution = ContributionIndex(giver);
      ban.to_need = NeedIndex(need);
      territory.bans.push_back(ban);
      break;
    }
    case 1:
      supply = Quanta(dice.between(1, supply.count()));
      break;
    case 2:
      quantity = Quanta(dice.between(1, quantity.count()));
      territory.needs[need].minimum = std::min(territory.needs[need].minimum, quantity);
      break;
    default:
      quantity += Quanta(dice.between(1, 5));
  }
}

// A contribution or a need smaller than its own fixed lines is an error in the input.
bool fixed_lines_fit(const Territory& territory) {
  std::vector<Quanta> given(territory.contributions.size());
  std::vector<Quanta> got(territory.needs.size());
  for (const territory::ArrangedLine& line : territory.arranged) {
    if (line.kind == ArrangedKind::kFixed) {
      Quanta& from = given[line.contribution.position()];
      Quanta& to = got[line.need.position()];
      from += line.quantity;
      to += line.quantity;
      if (from > territory.contributions[line.contribution.position()].quantity ||
          to > territory.needs[line.need.position()].quantity) {
        return false;
      }
    }
  }
  return true;
}

bool has_agreed_lines(const Territory& territory) {
  return std::any_of(territory.arranged.begin(), territory.arranged.end(),
                     [](const auto& line) { return line.kind == ArrangedKind::kAgreed; });
}

// What `keep` may hold: the pair is still possible, or both agreed to it, and both can bear all
// such lines of theirs.
Table<std::int64_t> lines_to_hold(const Model& model, bool agreed) {
  Table<std::int64_t> held = model.earlier;
  std::vector<std::int64_t> to_need(model.cap.size());
  std::vector<std::int64_t> from_giver(model.supply.size());
  for (std::size_t need = 0; need < held.size(); ++need) {
    for (std::size_t giver = 0; giver < from_giver.size(); ++giver) {
      held[need][giver] = agreed || model.linked[need][giver] ? held[need][giver] : 0;
      to_need[need] += held[need][giver];
      from_giver[giver] += held[need][giver];
    }
  }
  for (std::size_t need = 0; need < held.size(); ++need) {
    for (std::size_t giver = 0; giver < from_giver.size(); ++giver) {
      if (to_need[need] > model.cap[need] || from_giver[giver] > model.supply[giver]) {
        held[need][giver] = 0;
      }
    }
  }
  return held;
}

void hold(Model& model, const Table<std::int64_t>& held) {
  for (std::size_t need = 0; need < held.size(); ++need) {
    for (std::size_t giver = 0; giver < held[need].size(); ++giver) {
      std::int64_t const quantity = held[need][giver];
      model.fixed[need][giver] += quantity;
      model.earlier[need][giver] -= quantity;
      model.supply[giver] -= quantity;
      model.cap[need] -= quantity;
      model.received[need] += quantity;
      model.minimum[need] = std::max<std::int64_t>(0, model.minimum[need] - quantity);
    }
  }
}

void expect_both_answers(const TerritoryKind& kind, std::uint64_t count, std::uint64_t first_seed) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    Territory territory = random_territory(dice, kind);
    auto const before = plan_territory(territory, {});
    ASSERT_TRUE(before.ok());
    Table<std::int64_t> const lines = transfers_of(territory, model_of(territory), before->plan);
    disturb(dice, territory);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + describe(territory));
    if (!fixed_lines_fit(territory)) {
      continue;
    }
    for (Answer const answer : {Answer::kKeep, Answer::kShare}) {
      PlanOptions options;
      options.answer = answer;
      options.previous = &before->plan;
      auto const outcome = plan_territory(territory, options);
      ASSERT_TRUE(outcome.ok());
      Model model = model_of(territory);
      bool const agreed = has_agreed_lines(territory);
      if (!agreed) {
        model.earlier = lines;
      }
      SCOPED_TRACE(answer == Answer::kKeep ? "keep" : "share");
      if (answer == Answer::kKeep) {
        hold(model, lines_to_hold(model, agreed));
      } else {
        auto const& order = outcome->plan.order;
        auto const fair = std::find(order.begin(), order.end(), Criterion::kFair);
        ASSERT_NE(fair, order.end());
        ASSERT_EQ(*std::next(fair), Criterion::kStability);
      }
      audit(territory, model, outcome->plan);
      if (testing::Test::HasFatalFailure()) {
        return;
      }
    }
  }
}

TEST(PlanAgain, KeepAndShareAfterAnObjection) {
  TerritoryKind kind;
  kind.places = kind.bans = true;
  expect_both_answers(kind, 500, 70'000'000);
}

TEST(PlanAgain, KeepAndShareWithEverything) {
  for (territory::Rule const rule : {territory::Rule::kPeople, territory::Rule::kNeed}) {
    expect_both_answers(full_kind(rule), 400,
                        rule == territory::Rule::kPeople ? 71'000'000 : 72'000'000);
  }
}

}  // namespace
}  // namespace bocage::oracle
