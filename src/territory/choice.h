#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/proof_step.h"
#include "territory/units.h"

// The answer of `bocage choose`: docs/formats/choice.md. Projects, members and funders are told by
// their places in the territory's tables.
namespace bocage::territory {

// What a choice is made by, one after the other: how many members take part somewhere, then the
// benefit, then the money it costs. Whole numbers: members, millionths, millionths of millionths.
enum class ChoiceObjective { kCoverage, kBenefit, kCost };

struct ChoiceLevel {
  ChoiceObjective objective = ChoiceObjective::kBenefit;
  base::Int128 reached = 0;
  base::Int128 bound = 0;  // nothing better than this can be; `reached` where it is proven
  std::vector<ProofStep> proof;
  friend bool operator==(const ChoiceLevel&, const ChoiceLevel&) = default;
};

struct MadeQuantity {
  StakeholderIndex member;
  Millionths quantity;
  friend bool operator==(const MadeQuantity&, const MadeQuantity&) = default;
};
struct FundedAmount {
  std::size_t funder = 0;
  Millionths amount;
  friend bool operator==(const FundedAmount&, const FundedAmount&) = default;
};
struct OpenProject {
  std::size_t project = 0;
  std::vector<MadeQuantity> makes;    // by member; more than nothing each
  std::vector<FundedAmount> funding;  // by funder; more than nothing each
  friend bool operator==(const OpenProject&, const OpenProject&) = default;
};

// A set of projects that opens together, with who makes and pays what.
struct Choice {
  std::vector<OpenProject> open;  // by project
  std::vector<StakeholderIndex>
      left_out;  // members of some project who take part in none that opens
  base::Int128 benefit = 0;
  base::Int128 cost = 0;  // of 10^-12 of the currency
  std::vector<ChoiceLevel> levels;
  friend bool operator==(const Choice&, const Choice&) = default;
};

// Another choice that reaches the same in every objective.
struct EquallyGood {
  std::vector<std::size_t> projects;       // ascending
  std::vector<StakeholderIndex> left_out;  // ascending
  friend bool operator==(const EquallyGood&, const EquallyGood&) = default;
  friend auto operator<=>(const EquallyGood&, const EquallyGood&) = default;
};

// Why a project opens in no choice at all, or does not here.
enum class WhyNotOpen {
  kNotChosen,  // it could; the group does better without it
  kPublicCeiling,
  kFundersShort,
  kNoFunder,
  kMembersShort,
  kQuantityShort,  // what its members can make, shares and batches considered
  kPriceShort,     // it does not cover its costs, and nobody funds the rest
  kLimit,
};
struct NotOpen {
  std::size_t project = 0;
  WhyNotOpen why = WhyNotOpen::kNotChosen;
  Millionths lacks{0};               // of the currency, of members or of the unit
  std::optional<std::size_t> limit;  // the one that is too small
  friend bool operator==(const NotOpen&, const NotOpen&) = default;
};

struct ChoiceReport {
  std::string territory;
  std::string input_sha256;
  std::size_t members = 0;  // who could take part in some project
  Choice chosen;            // everybody in at least one, as far as that can be
  Choice free;              // the most benefit, whoever is left out
  // The price of inclusion, rung by rung: at least so many members, between `free` and `chosen`.
  std::vector<Choice> rungs;
  std::vector<EquallyGood> equally_good;  // some others, as good as what is chosen
  bool drawn = false;                     // the lot chose among them
  std::vector<NotOpen> not_open;          // by project
  friend bool operator==(const ChoiceReport&, const ChoiceReport&) = default;
};

}  // namespace bocage::territory
