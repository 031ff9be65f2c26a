#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "changes.h"
#include "check/check_choice.h"
#include "check/check_fund.h"
#include "exchange/choice_json.h"
#include "exchange/fund_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/choice_words.h"
#include "exchange/wording/problems.h"
#include "mechanism/choose/choose.h"
#include "mechanism/choose/equal_shares.h"

// The tables of shared projects in one input, parts that end with a line "="; then bytes that
// change the document. Whatever the tables spell, the choice holds and reads back the same;
// whatever the change, the checker never crashes, and what it accepts has the same benefit.
namespace bocage {
namespace {

constexpr std::size_t kMostProjects = 6;
constexpr std::size_t kMostMembers = 12;

void insist(bool holds) {
  if (!holds) {
    std::abort();
  }
}

bool is_small(const territory::Territory& territory) {
  std::size_t members = 0;
  for (const territory::SharedProject& project : territory.projects) {
    members += project.members.size();
  }
  return territory.projects.size() <= kMostProjects && members <= kMostMembers;
}

bool is_proven(const territory::Choice& choice) {
  for (const territory::ChoiceLevel& level : choice.levels) {
    if (level.bound != level.reached) {
      return false;
    }
  }
  return true;
}

void choose(const territory::Territory& territory, std::string_view changes) {
  mechanism::choose::ChooseOptions options;
  options.nodes = 200;
  territory::ChoiceReport report = mechanism::choose::choose(territory, options);
  report.input_sha256 = exchange::choice_sha256(territory);
  insist(check::check_choice(territory, report, report.input_sha256).holds);
  std::string const document = exchange::write_choice(territory, report);
  auto const read = exchange::read_choice(territory, document, "choice.json");
  insist(read.ok() && *read == report);
  (void)exchange::choice_in_words(territory, report, territory::Language::kFrench);
  auto const other =
      exchange::read_choice(territory, fuzz::changed(document, changes), "choice.json");
  if (other && check::check_choice(territory, *other, report.input_sha256).holds &&
      is_proven(report.free) && is_proven(other->free)) {
    insist(other->free.benefit == report.free.benefit && other->free.cost == report.free.cost);
  }
}

void fund(const territory::Territory& territory) {
  constexpr std::int64_t kMostBudget = 1'000'000'000;
  territory::FundVote const vote = territory::fund_vote_of(territory);
  if (vote.budget.count() > kMostBudget) {
    return;
  }
  territory::FundReport const report = mechanism::choose::equal_shares(vote);
  insist(check::check_fund(vote, report, "").holds);
  auto const read = exchange::read_fund(vote, exchange::write_fund(vote, report), "fund.json");
  insist(read.ok() && *read == report);
}

}  // namespace
}  // namespace bocage

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  auto const folder =
      bocage::fuzz::folder_of(rest, {"projects.csv", "project_members.csv", "project_limits.csv",
                                     "project_uses.csv", "funders.csv", "project_votes.csv"});
  auto const reading = bocage::exchange::read_territory_folder(folder);
  for (auto const& problem : reading.problems.list) {
    (void)bocage::exchange::sentence(problem, bocage::territory::Language::kFrench);
  }
  if (!reading.problems.has_errors() && bocage::is_small(reading.territory)) {
    bocage::choose(reading.territory, rest);
    bocage::fund(reading.territory);
  }
  return 0;
}
