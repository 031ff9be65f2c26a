#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "check/check_fund.h"
#include "exchange/read_votes.h"
#include "exchange/wording/fund_words.h"
#include "exchange/wording/problems.h"
#include "mechanism/choose/equal_shares.h"

// Bytes as a file of votes: told what is wrong, or bought by equal shares and checked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bocage;  // NOLINT(google-build-using-namespace): a few lines about all of it
  constexpr std::size_t kMostVoters = 12;
  constexpr std::size_t kMostProjects = 8;
  constexpr std::int64_t kMostBudget = 1'000'000'000;
  std::string_view const bytes(reinterpret_cast<const char*>(data), size);
  auto const reading = exchange::read_votes(bytes, "votes.pb");
  for (auto const& problem : reading.problems.list) {
    (void)exchange::sentence(problem, territory::Language::kFrench);
  }
  const territory::FundVote& vote = reading.vote;
  if (reading.problems.has_errors() || vote.ballots.size() > kMostVoters ||
      vote.projects.size() > kMostProjects || vote.budget.count() > kMostBudget) {
    return 0;
  }
  territory::FundReport const report = mechanism::choose::equal_shares(vote);
  if (!check::check_fund(vote, report, "").holds) {
    std::abort();
  }
  (void)exchange::fund_in_words(vote, report, territory::Language::kEnglish);
  return 0;
}
