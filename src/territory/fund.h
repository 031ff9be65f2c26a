#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "territory/units.h"

// A fund that people share by voting for projects, and what the votes buy: docs/formats/fund.md.
namespace bocage::territory {

struct FundProject {
  std::string id;
  std::string name;
  Millionths cost;  // of the currency; more than nothing
  friend bool operator==(const FundProject&, const FundProject&) = default;
};

// One voter: projects, by place, each once; with points where the votes have points.
struct FundBallot {
  std::vector<std::size_t> projects;  // ascending
  std::vector<std::int64_t> points;   // beside `projects`, or none
  friend bool operator==(const FundBallot&, const FundBallot&) = default;
};

struct FundVote {
  std::string name;
  std::string currency;
  Millionths budget;
  std::vector<FundProject> projects;  // by id
  std::vector<FundBallot> ballots;
  bool has_points = false;
  std::uint64_t lot = 0;
  std::optional<std::vector<std::size_t>> official;  // what was decided elsewhere; ascending
  friend bool operator==(const FundVote&, const FundVote&) = default;
};

struct Territory;
// The votes of project_votes.csv on what funders can pay together: projects that make no quantity
// and need more than their own funds; competences and ceilings apart.
[[nodiscard]] FundVote fund_vote_of(const Territory& territory);

// What a voter is taken to gain from a project it votes for: its cost, the same from each, or the
// points it gave.
enum class FundUtility { kCost, kCardinality, kPoints };

// A project as it is bought: everybody who voted for it pays at most `rate` for each unit of what
// it gains, and nobody more than it has left.
struct FundPurchase {
  std::size_t project = 0;
  std::string rate;  // an exact fraction of any size, "12/23"
  std::size_t supporters = 0;
  friend bool operator==(const FundPurchase&, const FundPurchase&) = default;
};

struct FundOutcome {
  FundUtility utility = FundUtility::kCost;
  bool completed = false;       // everybody was given more, step by step, while the budget held
  std::int64_t increments = 0;  // how many steps
  std::vector<FundPurchase> bought;  // in the order in which they are bought
  bool tied = false;                 // equal rates: more supporters, then less cost, then the lot
  Millionths cost;
  friend bool operator==(const FundOutcome&, const FundOutcome&) = default;
};

struct FundReport {
  std::string name;
  std::string input_sha256;
  Millionths step;  // what a step of the completion gives everybody
  std::vector<FundOutcome> outcomes;
  std::vector<std::size_t>
      most_votes;  // for comparison: by votes alone, as far as money goes; ascending
  friend bool operator==(const FundReport&, const FundReport&) = default;
};

}  // namespace bocage::territory
