// Interdependence against planning anew without each stakeholder.
#include "compare/depend.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "compare/circles.h"
#include "compare/world_of_test.h"
#include "mechanism/random_territory.h"

namespace bocage::compare {
namespace {

using oracle::Dice;
using territory::Territory;

// The territory without the rows of one stakeholder, written out again.
class Without {
 public:
  Without(const Territory& all, territory::StakeholderIndex gone) : rest_(all), gone_(gone) {
    keep(rest_.needs, need_place_);
    keep(rest_.contributions, contribution_place_);
    refer(rest_.links);
    refer(rest_.arranged);
    std::vector<territory::Ban> bans;
    for (territory::Ban ban : rest_.bans) {
      bool const stands =
          point(ban.from_contribution, contribution_place_) && point(ban.to_need, need_place_);
      if (stands) {
        bans.push_back(std::move(ban));
      }
    }
    rest_.bans = std::move(bans);
  }
  [[nodiscard]] const Territory& get() const { return rest_; }

 private:
  template <class Rows>
  void keep(Rows& rows, std::map<std::size_t, std::size_t>& place) {
    Rows kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].stakeholder != gone_) {
        place[i] = kept.size();
        kept.push_back(rows[i]);
      }
    }
    rows = std::move(kept);
  }
  template <class Rows>
  void refer(Rows& rows) {
    Rows kept;
    for (auto row : rows) {
      auto const need = need_place_.find(row.need.position());
      auto const contribution = contribution_place_.find(row.contribution.position());
      if (need != need_place_.end() && contribution != contribution_place_.end()) {
        row.need = territory::NeedIndex(need->second);
        row.contribution = territory::ContributionIndex(contribution->second);
        kept.push_back(row);
      }
    }
    rows = std::move(kept);
  }
  // False where the row a ban names is gone.
  template <class Index>
  static bool point(std::optional<Index>& index, const std::map<std::size_t, std::size_t>& place) {
    if (!index) {
      return true;
    }
    auto const found = place.find(index->position());
    if (found != place.end()) {
      index = Index(found->second);
    }
    return found != place.end();
  }

  Territory rest_;
  territory::StakeholderIndex gone_;
  std::map<std::size_t, std::size_t> need_place_;
  std::map<std::size_t, std::size_t> contribution_place_;
};

TEST(Depend, IsPlanningAnewWithoutEach) {
  int absences = 0;
  int losing = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(400); ++seed) {
    Dice dice(seed);
    auto kind =
        oracle::full_kind(seed % 2 == 0 ? territory::Rule::kPeople : territory::Rule::kNeed);
    kind.agreed = false;
    Territory const all = oracle::random_territory(dice, kind);
    auto const planned = mechanism::allocate::plan_territory(all, {});
    if (!planned) {
      continue;
    }
    auto const report = depend(all, planned->plan, {});
    Served const before = served_by(planned->plan);
    ASSERT_EQ(report.absences.size(), all.stakeholders.size());
    for (const territory::Absence& absence : report.absences) {
      auto const gone = std::find_if(all.stakeholders.begin(), all.stakeholders.end(),
                                     [&](const auto& s) { return s.id == absence.stakeholder; });
      Without const rest(all, territory::StakeholderIndex(
                                  static_cast<std::size_t>(gone - all.stakeholders.begin())));
      auto const anew = mechanism::allocate::plan_territory(rest.get(), {});
      ASSERT_TRUE(anew.ok());
      std::map<std::string, std::pair<std::int64_t, std::int64_t>> expected_losers;
      std::map<std::string, std::pair<std::int64_t, std::int64_t>> expected_gainers;
      for (auto const& [need, after] : served_by(anew->plan)) {
        std::int64_t const was = before.at(need);
        if (after < was) {
          expected_losers[need] = {was, after};
        } else if (after > was) {
          expected_gainers[need] = {was, after};
        }
      }
      auto const as_map = [](const std::vector<territory::Change>& changes) {
        std::map<std::string, std::pair<std::int64_t, std::int64_t>> map;
        for (const territory::Change& change : changes) {
          map[change.need] = {change.from.count(), change.to.count()};
        }
        return map;
      };
      ASSERT_EQ(as_map(absence.losers), expected_losers)
          << "seed " << seed << " without " << absence.stakeholder << "\n"
          << oracle::describe(all);
      ASSERT_EQ(as_map(absence.gainers), expected_gainers)
          << "seed " << seed << " without " << absence.stakeholder << "\n"
          << oracle::describe(all);
      ASSERT_EQ(absence.needs_losing, static_cast<int>(expected_losers.size()));
      ++absences;
      losing += expected_losers.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(absences, 1000);
  EXPECT_GT(losing, 200);
}

TEST(Depend, OneVanHangsOnTheCommune) {
  Territory const van = example("forms/s1-van");
  auto const planned = mechanism::allocate::plan_territory(van, {});
  auto const report = depend(van, planned->plan, {});
  EXPECT_EQ(report.absences.front().stakeholder, "commune");
  EXPECT_EQ(report.absences.front().needs_to_nothing, 6);
  EXPECT_EQ(report.dependences.size(), 6U);
  EXPECT_EQ(report.dependences.front().of_received, territory::Millionths(1'000'000));
  EXPECT_EQ(report.islands.size(), 1U);
  EXPECT_THAT(report.circles, testing::IsEmpty());
  EXPECT_THAT(report.bridges, testing::IsEmpty());
}

TEST(Depend, KeystonesComeFirst) {
  Territory const drome = example("drome-ardeche");
  auto const planned = mechanism::allocate::plan_territory(drome, {});
  auto const report = depend(drome, planned->plan, {});
  for (std::size_t i = 1; i < report.absences.size(); ++i) {
    EXPECT_GE(report.absences[i - 1].needs_to_nothing, report.absences[i].needs_to_nothing);
  }
  EXPECT_GT(report.absences.front().needs_losing, 0);
}

TEST(Depend, WhoStepsInGivesMore) {
  Territory const drome = example("drome-ardeche");
  auto const planned = mechanism::allocate::plan_territory(drome, {});
  auto const report = depend(drome, planned->plan, {});
  bool any = false;
  for (const territory::Absence& absence : report.absences) {
    for (const territory::StepIn& step : absence.steps_in) {
      EXPECT_GT(step.to, step.from);
      any = true;
    }
  }
  EXPECT_TRUE(any);
}

std::vector<territory::Dependence> arcs(
    std::initializer_list<std::pair<const char*, const char*>> pairs) {
  std::vector<territory::Dependence> list;
  for (auto const& [giver, receiver] : pairs) {
    list.push_back({receiver, giver, "h", territory::Millionths(1), territory::Millionths(1), 1});
  }
  return list;
}

TEST(Circles, AreFoundWithAWayRound) {
  auto const circles = circles_of(
      arcs({{"a", "b"}, {"b", "c"}, {"c", "a"}, {"c", "d"}, {"d", "e"}, {"e", "d"}, {"e", "f"}}));
  ASSERT_EQ(circles.size(), 2U);
  EXPECT_THAT(circles[0].stakeholders, testing::ElementsAre("a", "b", "c"));
  EXPECT_THAT(circles[0].round, testing::ElementsAre("a", "b", "c"));
  EXPECT_THAT(circles[1].stakeholders, testing::ElementsAre("d", "e"));
}

// Against who can reach whom and be reached back, found by trying all ways.
TEST(Circles, AreWhoReachesEachOther) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    std::size_t const count = 2 + dice.place(6);
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count));
    std::vector<territory::Dependence> list;
    auto const name = [](std::size_t i) { return std::string(1, static_cast<char>('a' + i)); };
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < count; ++j) {
        if (i != j && dice.percent(25)) {
          reaches[i][j] = true;
          list.push_back({name(j), name(i), "h", territory::Millionths(1), {}, 1});
        }
      }
    }
    auto const direct = reaches;
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
          reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
        }
      }
    }
    std::size_t in_circles = 0;
    for (std::size_t i = 0; i < count; ++i) {
      in_circles += reaches[i][i] ? 1 : 0;
    }
    std::size_t found = 0;
    for (const territory::Circle& circle : circles_of(list)) {
      found += circle.stakeholders.size();
      for (const std::string& one : circle.stakeholders) {
        for (const std::string& other : circle.stakeholders) {
          auto const i = static_cast<std::size_t>(one[0] - 'a');
          auto const j = static_cast<std::size_t>(other[0] - 'a');
          EXPECT_TRUE(reaches[i][j]) << "seed " << seed;
        }
      }
      for (std::size_t i = 0; i < circle.round.size(); ++i) {
        const std::string& next = circle.round[(i + 1) % circle.round.size()];
        EXPECT_TRUE(direct[static_cast<std::size_t>(circle.round[i][0] - 'a')]
                          [static_cast<std::size_t>(next[0] - 'a')]);
      }
    }
    EXPECT_EQ(found, in_circles) << "seed " << seed;
  }
}

// Islands against the possible links of a plan's own explanation; a bridge, once built, joins them.
TEST(Islands, OneLinkJoinsThem) {
  int built = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed);
    auto kind = oracle::full_kind(territory::Rule::kNeed);
    kind.listed = false;
    kind.agreed = false;
    Territory const all = oracle::random_territory(dice, kind);
    auto const planned = mechanism::allocate::plan_territory(all, {});
    if (!planned) {
      continue;
    }
    auto const report = depend(all, planned->plan, {});
    for (const territory::Bridge& bridge : report.bridges) {
      if (bridge.kind != territory::BridgeKind::kReach) {
        continue;
      }
      Territory wider = all;  // the one reach that forbids it, lifted
      for (territory::Need& need : wider.needs) {
        if (need.id == bridge.need && need.reach) {
          need.reach = std::max(*need.reach, bridge.distance);
        }
      }
      for (territory::Contribution& offer : wider.contributions) {
        if (offer.id == bridge.contribution && offer.reach) {
          offer.reach = std::max(*offer.reach, bridge.distance);
        }
      }
      auto const again = mechanism::allocate::plan_territory(wider, {});
      if (!again) {
        continue;  // under one roof now, two needs of one stakeholder would have to say their
                   // people
      }
      auto const joined = depend(wider, again->plan, {});
      auto const& one =
          report.islands[static_cast<std::size_t>(bridge.from_island - 1)].stakeholders;
      auto const& two = report.islands[static_cast<std::size_t>(bridge.to_island - 1)].stakeholders;
      bool together = false;
      for (const territory::Island& island : joined.islands) {
        auto const has = [&](const std::string& id) {
          return std::find(island.stakeholders.begin(), island.stakeholders.end(), id) !=
                 island.stakeholders.end();
        };
        together = together || (has(one.front()) && has(two.front()));
      }
      EXPECT_TRUE(together) << "seed " << seed << "\n" << oracle::describe(all);
      ++built;
    }
  }
  EXPECT_GT(built, 50);
}

}  // namespace
}  // namespace bocage::compare
