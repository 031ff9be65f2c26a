#include "cli/votes.h"

#include <filesystem>

#include "base/sha256.h"
#include "exchange/choice_json.h"
#include "exchange/read_votes.h"

namespace bocage::cli {

std::optional<LoadedVotes> load_votes(const std::string& path, Session& session) {
  if (exchange::is_votes_file(path)) {
    auto const bytes = session.load_bytes(path);
    if (!bytes) {
      return std::nullopt;
    }
    auto reading = exchange::read_votes(*bytes, std::filesystem::path(path).filename().string());
    session.report(reading.problems);
    if (reading.problems.has_errors()) {
      return std::nullopt;
    }
    return LoadedVotes{std::move(reading.vote), base::sha256_hex(*bytes)};
  }
  auto const territory = session.load_territory(path);
  if (!territory) {
    return std::nullopt;
  }
  return LoadedVotes{territory::fund_vote_of(*territory), exchange::choice_sha256(*territory)};
}

}  // namespace bocage::cli
