#pragma once

#include <optional>
#include <string>

#include "cli/session.h"
#include "territory/fund.h"

namespace bocage::cli {

// Votes on a shared fund: a .pb file, or a territory with project_votes.csv.
struct LoadedVotes {
  territory::FundVote vote;
  std::string sha256;  // of the file, or of the tables a choice rests on
};
// None where they cannot be read; the problems are reported.
[[nodiscard]] std::optional<LoadedVotes> load_votes(const std::string& path, Session& session);

}  // namespace bocage::cli
