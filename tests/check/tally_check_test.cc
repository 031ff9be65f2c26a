// Counts of votes are accepted; lies about them are not.
#include <gmock/gmock.h>

#include <map>
#include <utility>

#include "check/check_tally.h"
#include "exchange/tally_json.h"
#include "mechanism/random_assembly.h"
#include "mechanism/tally/tally.h"

namespace bocage::check {
namespace {

using oracle::Dice;
using territory::TallyReport;
using territory::VoteOutcome;

// Changes a report so that it is one no more; false: it could not.
using Lie = bool (*)(TallyReport&);

bool one_more_yes(TallyReport& report) {
  report.resolutions[0].hands.yes += 1;
  return true;
}
bool one_more_present(TallyReport& report) {
  report.resolutions[0].hands.present += 1;
  return true;
}
bool one_more_member(TallyReport& report) {
  report.resolutions[0].hands.members += 1;
  return true;
}
bool another_part(TallyReport& report) {
  report.resolutions[0].in_favour += "1";
  return true;
}
bool another_part_by_head(TallyReport& report) {
  report.resolutions[0].in_favour_by_head += "1";
  return true;
}
bool another_outcome(TallyReport& report) {
  VoteOutcome& outcome = report.resolutions[0].outcome;
  outcome = outcome == VoteOutcome::kAdopted ? VoteOutcome::kRejected : VoteOutcome::kAdopted;
  return true;
}
bool a_resolution_less(TallyReport& report) {
  report.resolutions.pop_back();
  return true;
}
bool a_vote_moved(TallyReport& report) {
  auto& colleges = report.resolutions[0].colleges;
  if (colleges.size() < 2) {
    return false;
  }
  colleges[0].hands.no += 1;
  colleges[1].hands.no -= 1;
  return true;
}
bool another_weight(TallyReport& report) {
  auto& colleges = report.resolutions[0].colleges;
  if (colleges.empty()) {
    return false;
  }
  colleges[0].weight = "1/97";
  return true;
}
bool it_hung_on_more(TallyReport& report) {
  for (auto& college : report.resolutions[0].colleges) {
    if (college.turns) {
      *college.turns += 1;
      return true;
    }
  }
  return false;
}
bool it_hung_on_less(TallyReport& report) {
  for (auto& college : report.resolutions[0].colleges) {
    if (college.turns && *college.turns > 1) {
      *college.turns -= 1;
      return true;
    }
  }
  return false;
}
bool it_hung_on_nothing(TallyReport& report) {
  for (auto& college : report.resolutions[0].colleges) {
    if (college.turns) {
      college.turns.reset();
      return true;
    }
  }
  return false;
}
bool more_power(TallyReport& report) {
  if (report.powers.empty()) {
    return false;
  }
  report.powers[0].colleges[0].banzhaf += "1";
  return true;
}
bool more_pivots(TallyReport& report) {
  if (report.powers.empty()) {
    return false;
  }
  report.powers[0].colleges[0].shapley_shubik += "1";
  return true;
}
bool a_veto_made_up_or_hidden(TallyReport& report) {
  if (report.powers.empty()) {
    return false;
  }
  bool& blocks = report.powers[0].colleges[0].blocks_alone;
  blocks = !blocks;
  return true;
}
bool a_group_that_cannot(TallyReport& report) {
  if (report.powers.empty() || report.powers[0].blocking.empty()) {
    return false;
  }
  report.powers[0].blocking.pop_back();
  return true;
}

constexpr std::pair<const char*, Lie> kLies[] = {
    {"one more yes", one_more_yes},
    {"one more present", one_more_present},
    {"one more member", one_more_member},
    {"another part", another_part},
    {"another part by head", another_part_by_head},
    {"another outcome", another_outcome},
    {"a resolution less", a_resolution_less},
    {"a vote moved", a_vote_moved},
    {"another weight", another_weight},
    {"it hung on more", it_hung_on_more},
    {"it hung on less", it_hung_on_less},
    {"it hung on nothing", it_hung_on_nothing},
    {"more power", more_power},
    {"more pivots", more_pivots},
    {"a veto made up or hidden", a_veto_made_up_or_hidden},
    {"a group that cannot", a_group_that_cannot},
};

TEST(CheckTally, AcceptsWhatHoldsAndRefusesEveryLie) {
  std::map<std::string, int> told;
  for (std::uint64_t seed = 0; seed < oracle::cases(300); ++seed) {
    Dice dice(seed + 1);
    territory::Territory const drawn = oracle::random_assembly(dice);
    TallyReport const report = mechanism::tally::tally(drawn);
    auto const verdict = check_tally(drawn, report, "");
    ASSERT_TRUE(verdict.holds) << seed << " " << verdict.wrong.of << ": " << verdict.wrong.found
                               << ", not " << verdict.wrong.expected;
    EXPECT_FALSE(check_tally(drawn, report, "another").holds);
    for (auto const& [name, lie] : kLies) {
      TallyReport changed = report;
      if (lie(changed)) {
        EXPECT_FALSE(check_tally(drawn, changed, "").holds) << name << " " << seed;
        told[name] += 1;
      }
    }
  }
  for (auto const& [name, lie] : kLies) {
    EXPECT_GT(told[name], 5) << name;
  }
}

TEST(CheckTally, ReadsWhatIsWritten) {
  for (std::uint64_t seed = 0; seed < oracle::cases(200); ++seed) {
    Dice dice(seed + 50'000);
    territory::Territory const drawn = oracle::random_assembly(dice);
    TallyReport const report = mechanism::tally::tally(drawn);
    auto const read = exchange::read_tally(drawn, exchange::write_tally(drawn, report), "t.json");
    ASSERT_TRUE(read) << seed;
    EXPECT_EQ(*read, report) << seed;
  }
}

}  // namespace
}  // namespace bocage::check
