// What `explain` says would change it, against the oracle that tries every quantity: the least that
// reaches each goal, who rises and who loses by how much.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mechanism/allocate/explainer.h"
#include "mechanism/oracle_unlock.h"
#include "mechanism/random_territory.h"

namespace bocage::oracle {
namespace {

using mechanism::allocate::Explainer;
using mechanism::allocate::plan_territory;
using territory::BelowMinimum;
using territory::Criterion;
using territory::NeedIndex;
using territory::Rule;
using territory::Territory;
using territory::Unlock;

std::string in_words(const std::vector<Unlock>& unlocks) {
  const char* const goals[] = {"minimum", "next level", "full"};
  std::string text;
  for (const Unlock& unlock : unlocks) {
    text += fmt::format("{}: {} more, gets {}", goals[static_cast<std::size_t>(unlock.goal)],
                        unlock.extra.count(), unlock.served.count());
    for (const auto* const changes : {&unlock.others, &unlock.losers}) {
      for (const territory::Change& change : *changes) {
        text += fmt::format("; {} {} -> {}", change.need, change.from.count(), change.to.count());
      }
    }
    text += "\n";
  }
  return text;
}

struct Tally {
  int answers = 0;
  int losing = 0;
};

// Now and then nobody at all may supply somebody.
void add_refusals_by_all(Dice& dice, Territory& territory) {
  if (dice.percent(10)) {
    territory::Ban ban;
    ban.to_need = NeedIndex(dice.place(territory.needs.size()));
    territory.bans.push_back(ban);
  }
}

void expect_unlocks_equal_the_oracle(const TerritoryKind& kind, std::uint64_t count,
                                     std::uint64_t first_seed,
                                     BelowMinimum below = BelowMinimum::kSetAside,
                                     Tally* tally = nullptr) {
  for (std::uint64_t seed = first_seed; seed < first_seed + cases(count); ++seed) {
    Dice dice(seed);
    Territory territory = random_territory(dice, kind);
    territory.settings.below_minimum = below;
    add_refusals_by_all(dice, territory);
    auto const outcome = plan_territory(territory, {});
    ASSERT_TRUE(outcome.ok());
    Explainer const explainer(territory, {}, outcome->plan);
    for (std::size_t need = 0; need < territory.needs.size(); ++need) {
      std::vector<Unlock> const said = explainer.need(NeedIndex(need)).unlocks;
      ASSERT_EQ(in_words(said), in_words(unlocks_by_trying(territory, need)))
          << "seed " << seed << " need " << need << "\n"
          << describe(territory);
      for (const Unlock& unlock : said) {
        if (tally != nullptr) {
          tally->answers += 1;
          tally->losing += unlock.losers.empty() ? 0 : 1;
        }
      }
    }
  }
}

TerritoryKind small_kind(Rule rule) {
  TerritoryKind kind;
  kind.rule = rule;
  kind.most_needs = 5;
  kind.most_contributions = 4;
  kind.most_quantity = 7;
  return kind;
}

TEST(ExplainOracle, Plain) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = small_kind(rule);
    kind.bans = true;
    expect_unlocks_equal_the_oracle(kind, 150, rule == Rule::kPeople ? 80'000'000 : 81'000'000);
  }
}

TEST(ExplainOracle, MinimaThatBringOthersLess) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = small_kind(rule);
    kind.minima = kind.bans = kind.memory = true;
    Tally tally;
    expect_unlocks_equal_the_oracle(kind, 200, rule == Rule::kPeople ? 82'000'000 : 83'000'000,
                                    BelowMinimum::kSetAside, &tally);
    EXPECT_GT(tally.losing, 0) << "of " << tally.answers;
  }
}

TEST(ExplainOracle, MinimaThatShareWhereTheyAreShort) {
  TerritoryKind kind = small_kind(Rule::kPeople);
  kind.minima = kind.bans = true;
  expect_unlocks_equal_the_oracle(kind, 150, 84'000'000, BelowMinimum::kShare);
}

TEST(ExplainOracle, MinimaThatDoNotCount) {
  TerritoryKind kind = small_kind(Rule::kPeople);
  kind.minima = true;
  kind.order = {Criterion::kFair};
  expect_unlocks_equal_the_oracle(kind, 100, 85'000'000);
}

TEST(ExplainOracle, MemoryAndFixedLines) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = small_kind(rule);
    kind.memory = kind.fixed = true;
    expect_unlocks_equal_the_oracle(kind, 150, rule == Rule::kPeople ? 86'000'000 : 87'000'000);
  }
}

TEST(ExplainOracle, EverythingAtOnce) {
  for (Rule const rule : {Rule::kPeople, Rule::kNeed}) {
    TerritoryKind kind = full_kind(rule);
    kind.most_needs = 6;
    kind.most_quantity = 8;
    expect_unlocks_equal_the_oracle(kind, 300, rule == Rule::kPeople ? 88'000'000 : 89'000'000);
  }
}

}  // namespace
}  // namespace bocage::oracle
