#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "territory/assembly.h"

// What an assembly decided, counted: docs/formats/tally.md.
namespace bocage::territory {

enum class VoteOutcome {
  kAdopted,
  kRejected,
  kPutAgain,      // exactly half, and the statutes put it to the vote again
  kNoQuorum,      // too few are present or represented
  kEmptyCollege,  // nobody in a college expresses a vote, and the statutes then decide nothing
  kNotVoted
};

struct HandCount {
  std::int64_t members = 0;
  std::int64_t present = 0;      // or represented
  std::int64_t represented = 0;  // of these, by somebody else
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t abstained = 0;  // blank votes and declared conflicts of interest too
  friend bool operator==(const HandCount&, const HandCount&) = default;
};

struct CollegeCount {
  HandCount hands;
  std::string weight;  // its part of all votes, a fraction of any size: "7/20"
  // Fewest of its members that would have to vote the other way for another outcome, the others
  // voting as they do; none where it cannot decide alone.
  std::optional<std::int64_t> turns;
  friend bool operator==(const CollegeCount&, const CollegeCount&) = default;
};

struct ResolutionCount {
  std::size_t resolution = 0;
  VoteOutcome outcome = VoteOutcome::kNotVoted;
  HandCount hands;                      // of everybody
  std::string in_favour = "0";          // by the statutes, a fraction of any size
  std::string in_favour_by_head = "0";  // one member, one vote
  std::vector<CollegeCount> colleges;   // beside Assembly::colleges; none where votes count by head
  std::optional<std::int64_t> turns;    // by head
  friend bool operator==(const ResolutionCount&, const ResolutionCount&) = default;
};

// What a college weighs where each votes as one (Banzhaf 1965; Shapley and Shubik 1954).
struct CollegePower {
  std::string banzhaf;  // its part of all swings
  std::string shapley_shubik;
  bool blocks_alone = false;
  friend bool operator==(const CollegePower&, const CollegePower&) = default;
};

struct MajorityPower {
  Majority majority;
  std::vector<CollegePower> colleges;              // beside Assembly::colleges
  std::vector<std::vector<std::size_t>> blocking;  // the smallest groups that can stop anything
  friend bool operator==(const MajorityPower&, const MajorityPower&) = default;
};

struct TallyReport {
  std::string territory;
  std::string input_sha256;
  VotingUnit voting = VotingUnit::kHeads;
  std::vector<ResolutionCount> resolutions;  // beside Assembly::resolutions
  std::vector<MajorityPower> powers;         // of every majority asked, by share
  friend bool operator==(const TallyReport&, const TallyReport&) = default;
};

}  // namespace bocage::territory
