// What assemblies decide: the field's scenario, every coin of a vote counted by hand, every order
// in which colleges could come, and what must hold whatever the votes.
#include "mechanism/tally/tally.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "exchange/read_territory.h"
#include "mechanism/random_assembly.h"
#include "places.h"

namespace bocage::mechanism::tally {
namespace {

using oracle::Dice;
using territory::Assembly;
using territory::HandCount;
using territory::MajorityPower;
using territory::ResolutionCount;
using territory::TallyReport;
using territory::Territory;
using territory::VoteCast;
using territory::VoteOutcome;
using testing::ElementsAre;

// S7: domain.md F8, expected.json.
TEST(Tally, SixtyFiveMembersInFourColleges) {
  auto const reading = exchange::read_territory(
      (tests::source_folder() / "examples/forms/s7-multi-stakeholder-coop").string());
  ASSERT_FALSE(reading.problems.has_errors());
  TallyReport const report = tally(reading.territory);
  ASSERT_EQ(report.resolutions.size(), 2U);
  for (const ResolutionCount& one : report.resolutions) {
    EXPECT_EQ(one.hands.members, 65);
    EXPECT_EQ(one.in_favour_by_head, "36/59");  // 61.02 %
    EXPECT_EQ(one.in_favour, "86681/132600");   // 65.37 %
  }
  EXPECT_EQ(report.resolutions[0].outcome, VoteOutcome::kAdopted);   // ordinary
  EXPECT_EQ(report.resolutions[1].outcome, VoteOutcome::kRejected);  // two thirds
}

// The votes of a college, or of everybody, from the rows.
HandCount hands_of(const Assembly& assembly, std::size_t resolution,
                   std::optional<std::size_t> college) {
  HandCount hands;
  for (const auto& ballot : assembly.ballots) {
    bool const counts = !college || assembly.associates[ballot.associate].college == college;
    if (ballot.resolution == resolution && counts) {
      hands.present += 1;
      (ballot.vote == VoteCast::kYes  ? hands.yes
       : ballot.vote == VoteCast::kNo ? hands.no
                                      : hands.abstained) += 1;
    }
  }
  for (const auto& show : assembly.shows) {
    if (show.resolution == resolution && (!college || show.college == college)) {
      hands.yes += show.yes;
      hands.no += show.no;
      hands.abstained += show.abstained;
      hands.present += show.present ? *show.present : show.yes + show.no + show.abstained;
    }
  }
  return hands;
}

// Whoever expresses a vote drops as many coins as its part of its college's weight, in coins so
// small that all parts are whole.
struct Coins {
  std::int64_t yes = 0;
  std::int64_t all = 0;
  bool a_college_is_silent = false;
};

Coins coins_of(const Assembly& assembly, const std::vector<HandCount>& colleges) {
  bool const abstaining_speaks = assembly.statutes.abstention == territory::Abstention::kExpressed;
  auto const voices = [&](const HandCount& hands) {
    return hands.yes + hands.no + (abstaining_speaks ? hands.abstained : 0);
  };
  std::int64_t each = 1;
  for (const HandCount& hands : colleges) {
    each = std::lcm(each, std::max<std::int64_t>(1, voices(hands)));
  }
  Coins coins;
  std::int64_t silent = 0;
  for (std::size_t c = 0; c < colleges.size(); ++c) {
    auto const& weight = assembly.colleges.empty() ? std::nullopt : assembly.colleges[c].weight;
    std::int64_t const heap = each * (weight ? weight->count() / 500'000 : 1);
    coins.all += heap;
    for (std::int64_t voice = 0; voice < colleges[c].yes; ++voice) {
      coins.yes += heap / voices(colleges[c]);
    }
    silent += voices(colleges[c]) == 0 ? heap : 0;
  }
  coins.a_college_is_silent = silent > 0;
  bool const shared = assembly.statutes.empty_college == territory::EmptyCollege::kRedistributed;
  coins.all -= shared && silent < coins.all ? silent : 0;
  return coins;
}

VoteOutcome decided(const Assembly& assembly, std::size_t resolution,
                    const std::vector<HandCount>& colleges, const HandCount& all,
                    std::int64_t members) {
  auto const& majority = assembly.resolutions[resolution].majority;
  auto const& quorum = assembly.statutes.quorum;
  bool const voted = std::any_of(assembly.ballots.begin(), assembly.ballots.end(),
                                 [&](const auto& one) { return one.resolution == resolution; }) ||
                     std::any_of(assembly.shows.begin(), assembly.shows.end(),
                                 [&](const auto& one) { return one.resolution == resolution; });
  if (!voted) {
    return VoteOutcome::kNotVoted;
  }
  if (quorum.numerator() > 0 &&
      (members == 0 || all.present * quorum.denominator() < members * quorum.numerator())) {
    return VoteOutcome::kNoQuorum;
  }
  bool const by_college = votes_by_college(assembly);
  Coins const coins = coins_of(assembly, colleges);
  if (by_college && coins.a_college_is_silent &&
      assembly.statutes.empty_college == territory::EmptyCollege::kNotValid) {
    return VoteOutcome::kEmptyCollege;
  }
  auto const gap =
      coins.yes * majority.share.denominator() - coins.all * majority.share.numerator();
  if (gap > 0 || (gap == 0 && !majority.strict)) {
    return VoteOutcome::kAdopted;
  }
  return gap == 0 && assembly.statutes.tie == territory::Tie::kPutAgain ? VoteOutcome::kPutAgain
                                                                        : VoteOutcome::kRejected;
}

std::string spelled(std::int64_t above, std::int64_t below) {
  std::int64_t const divisor = std::gcd(above, below);
  return std::to_string(above / divisor) +
         (below == divisor ? "" : "/" + std::to_string(below / divisor));
}

// The fewest that turn it, tried one after the other.
std::optional<std::int64_t> fewest_turned(const Assembly& assembly, std::size_t resolution,
                                          const std::vector<HandCount>& colleges,
                                          const HandCount& all, std::size_t college,
                                          std::int64_t members) {
  VoteOutcome const before = decided(assembly, resolution, colleges, all, members);
  bool const adopted = before == VoteOutcome::kAdopted;
  if (!adopted && before != VoteOutcome::kRejected && before != VoteOutcome::kPutAgain) {
    return std::nullopt;
  }
  std::int64_t const most = adopted ? colleges[college].yes : colleges[college].no;
  for (std::int64_t votes = 1; votes <= most; ++votes) {
    std::vector<HandCount> changed = colleges;
    changed[college].yes += adopted ? -votes : votes;
    changed[college].no += adopted ? votes : -votes;
    if ((decided(assembly, resolution, changed, all, members) == VoteOutcome::kAdopted) !=
        adopted) {
      return votes;
    }
  }
  return std::nullopt;
}

void expect_counted(const Assembly& assembly, const ResolutionCount& told, std::size_t resolution) {
  HandCount const all = hands_of(assembly, resolution, std::nullopt);
  std::vector<HandCount> colleges;
  if (votes_by_college(assembly)) {
    for (std::size_t c = 0; c < assembly.colleges.size(); ++c) {
      colleges.push_back(hands_of(assembly, resolution, c));
    }
  } else {
    colleges.push_back(all);
  }
  EXPECT_EQ(told.outcome, decided(assembly, resolution, colleges, all, told.hands.members));
  Coins const coins = coins_of(assembly, colleges);
  if (votes_by_college(assembly)) {
    EXPECT_EQ(told.in_favour, spelled(coins.yes, coins.all));
  }
  for (std::size_t c = 0; c < colleges.size(); ++c) {
    auto const& turns = told.colleges.empty() ? told.turns : told.colleges[c].turns;
    EXPECT_EQ(turns, fewest_turned(assembly, resolution, colleges, all, c, told.hands.members));
  }
}

TEST(Tally, IsWhatEveryCoinSays) {
  int adopted = 0;
  int silent = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(500); ++seed) {
    Dice dice(seed);
    Territory drawn = oracle::random_assembly(dice);
    if (!votes_by_college(drawn.assembly)) {
      drawn.assembly.colleges.clear();  // one heap for everybody
      for (auto& associate : drawn.assembly.associates) {
        associate.college.reset();
      }
      for (auto& show : drawn.assembly.shows) {
        show.college.reset();
      }
    }
    TallyReport const report = tally(drawn);
    for (std::size_t r = 0; r < report.resolutions.size(); ++r) {
      SCOPED_TRACE(seed);
      expect_counted(drawn.assembly, report.resolutions[r], r);
      adopted += report.resolutions[r].outcome == VoteOutcome::kAdopted ? 1 : 0;
      silent += report.resolutions[r].outcome == VoteOutcome::kEmptyCollege ? 1 : 0;
    }
  }
  EXPECT_GT(adopted, 50);
  EXPECT_GT(silent, 20);
}

// Every order in which the colleges could come: who makes those before it enough.
std::vector<std::int64_t> pivots_by_orders(const Assembly& assembly,
                                           const territory::Majority& majority) {
  std::vector<std::size_t> order(assembly.colleges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::int64_t> pivots(order.size(), 0);
  std::int64_t all = 0;
  auto const weight = [&](std::size_t college) {
    auto const& stated = assembly.colleges[college].weight;
    return stated ? stated->count() : 1;
  };
  for (std::size_t const college : order) {
    all += weight(college);
  }
  do {
    std::int64_t sum = 0;
    for (std::size_t const college : order) {
      sum += weight(college);
      auto const gap = sum * majority.share.denominator() - all * majority.share.numerator();
      if (gap > 0 || (gap == 0 && !majority.strict)) {
        ++pivots[college];
        break;
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return pivots;
}

TEST(Tally, PowerIsWhatEveryOrderSays) {
  int looked_at = 0;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed + 7'000);
    Territory const drawn = oracle::random_assembly(dice);
    for (const MajorityPower& power : tally(drawn).powers) {
      std::vector<std::int64_t> const pivots = pivots_by_orders(drawn.assembly, power.majority);
      std::int64_t const orders = std::accumulate(pivots.begin(), pivots.end(), std::int64_t{0});
      for (std::size_t c = 0; c < pivots.size(); ++c) {
        EXPECT_EQ(power.colleges[c].shapley_shubik, spelled(pivots[c], orders)) << seed;
      }
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 100);
}

TEST(Tally, NobodyIsHeardLessForSayingYes) {
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed + 20'000);
    Territory drawn = oracle::random_assembly(dice);
    auto const no = std::find_if(drawn.assembly.ballots.begin(), drawn.assembly.ballots.end(),
                                 [](const auto& one) { return one.vote == VoteCast::kNo; });
    if (no == drawn.assembly.ballots.end()) {
      continue;
    }
    TallyReport const before = tally(drawn);
    no->vote = VoteCast::kYes;
    TallyReport const after = tally(drawn);
    bool const was = before.resolutions[no->resolution].outcome == VoteOutcome::kAdopted;
    bool const is = after.resolutions[no->resolution].outcome == VoteOutcome::kAdopted;
    EXPECT_TRUE(!was || is) << seed;
  }
}

TEST(Tally, RefusesTiesAndCountsNoQuorumAsNoDecision) {
  Territory territory;
  Assembly& assembly = territory.assembly;
  for (const char* id : {"a", "b", "c", "d"}) {
    assembly.associates.push_back({id, id, "", {}, {}, false, {}});
  }
  assembly.resolutions.push_back({"r", "r", {}, {}, {}});
  assembly.ballots = {{0, 0, VoteCast::kYes, {}}, {0, 1, VoteCast::kNo, {}}};
  EXPECT_EQ(tally(territory).resolutions[0].outcome, VoteOutcome::kRejected);
  assembly.statutes.tie = territory::Tie::kPutAgain;
  EXPECT_EQ(tally(territory).resolutions[0].outcome, VoteOutcome::kPutAgain);
  assembly.statutes.quorum = base::Fraction(3, 4);
  EXPECT_EQ(tally(territory).resolutions[0].outcome, VoteOutcome::kNoQuorum);
  assembly.ballots.push_back({0, 2, VoteCast::kYes, 0});
  EXPECT_EQ(tally(territory).resolutions[0].outcome, VoteOutcome::kAdopted);
  EXPECT_EQ(tally(territory).resolutions[0].hands.represented, 1);
}

// Fractions of any size: eight colleges whose numbers share no factor.
TEST(Tally, CountsWhereNoMachineNumberWould) {
  Territory territory;
  Assembly& assembly = territory.assembly;
  assembly.resolutions.push_back({"r", "r", {}, {}, {}});
  std::size_t college = 0;
  for (std::int64_t const members :
       {99'991, 99'989, 99'971, 99'961, 99'929, 99'923, 99'907, 99'901}) {
    std::string const id(1, static_cast<char>('a' + college));
    assembly.colleges.push_back({id, id, territory::Millionths(1'000'003), members});
    assembly.shows.push_back({0, college++, {}, (members + 1) / 2, members / 2, 0});
  }
  ResolutionCount const count = tally(territory).resolutions[0];
  EXPECT_EQ(count.outcome, VoteOutcome::kAdopted);  // by less than a part in a hundred thousand
  EXPECT_GT(count.in_favour.size(), 60U);
  EXPECT_EQ(count.colleges[0].turns, 5);
}

}  // namespace
}  // namespace bocage::mechanism::tally
