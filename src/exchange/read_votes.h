#pragma once

#include <string>
#include <string_view>

#include "territory/fund.h"
#include "territory/problem.h"

namespace bocage::exchange {

// A file of votes on a shared budget as pabulib.org describes it (.pb): sections META, PROJECTS and
// VOTES, cells by semicolon. Approvals and points are understood; rankings are refused.
struct VotesReading {
  territory::FundVote vote;
  territory::Problems problems;
};
[[nodiscard]] VotesReading read_votes(std::string_view bytes, const std::string& file);

// Whether a path names such a file.
[[nodiscard]] bool is_votes_file(const std::string& path);

}  // namespace bocage::exchange
