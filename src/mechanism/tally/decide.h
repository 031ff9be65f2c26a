#pragma once

#include <optional>
#include <vector>

#include "mechanism/tally/part.h"
#include "territory/tally.h"

namespace bocage::mechanism::tally {

// The votes on one resolution, college by college where there are colleges.
struct Votes {
  territory::HandCount all;
  std::vector<territory::HandCount> colleges;
  bool is_voted = false;
};

// How votes count: the statutes, and what every college weighs of the whole.
struct Scale {
  const territory::Statutes& statutes;
  bool by_college = false;
  std::vector<Part> weights;
};
[[nodiscard]] Scale scale_of(const territory::Assembly& assembly);

struct Decision {
  territory::VoteOutcome outcome = territory::VoteOutcome::kNotVoted;
  Part in_favour;
};

// Weighs what each college expresses: the sum over colleges of weight × yes / expressed.
[[nodiscard]] Decision decide(const Scale& scale, const territory::Resolution& resolution,
                              const Votes& votes);

// Fewest votes, in one college or anywhere, that would have to go the other way for the resolution
// to be adopted where it is not, or not where it is. None where no number does.
[[nodiscard]] std::optional<std::int64_t> turns_in(const Scale& scale,
                                                   const territory::Resolution& resolution,
                                                   const Votes& votes,
                                                   std::optional<std::size_t> college);

// yes / expressed; 0 where nobody expresses a vote.
[[nodiscard]] Part by_head(const territory::Statutes& statutes, const territory::HandCount& hands);

}  // namespace bocage::mechanism::tally
