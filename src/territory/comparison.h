#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/fraction.h"
#include "territory/comparison_settings.h"

// The answer of `bocage compare`: docs/formats/comparison.md. Figures are millionths of their unit.
namespace bocage::territory {

using Figures = std::array<std::optional<Millionths>, kMeasures>;  // by measure

enum class NotCompared { kNone, kNoPrice, kNoPriorityList, kNoToday, kTooFew };

// Figures that rest on bids are told of so many needs together, at least.
inline constexpr int kFewestTold = 5;

// Like units only.
struct UnitFigures {
  std::string unit;
  Millionths needed;
  Millionths offered;
  Millionths useful;    // served and at least the minimum
  Millionths wasted;    // given and of no use
  Millionths left;      // not given
  Millionths unit_km;   // of what is given
  Millionths weighted;  // sum of intensity x useful; where all needs state one
  friend bool operator==(const UnitFigures&, const UnitFigures&) = default;
};

// A kind of stakeholder; kinds with fewer than five needs are told with others, kind "".
struct KindFigures {
  std::string kind;
  int needs = 0;
  int served = 0;
  int below_minimum = 0;
  int zero_service = 0;
  friend bool operator==(const KindFigures&, const KindFigures&) = default;
};

// Over all runs, of one measure and one method.
struct RunFigures {
  Millionths mean;
  Millionths worst;
  std::uint64_t worst_seed = 0;  // the run it happened in
  Millionths best_or_tied;       // share of the runs in which no other method does better
  friend bool operator==(const RunFigures&, const RunFigures&) = default;
};

// At a market equilibrium, for one family of resources with at least five needs.
struct MarketPrices {
  std::string resource;  // the first of the family
  std::string unit;
  int needs = 0;
  Millionths least;  // delivered, per unit
  Millionths mean;   // by what is bought
  Millionths most;
  Millionths entered;  // brought in from outside
  friend bool operator==(const MarketPrices&, const MarketPrices&) = default;
};

// For the owner of a need alone.
struct OwnOutcome {
  Method method = Method::kCooperation;
  std::string need;
  Millionths useful;
  std::optional<Millionths> pays;  // per unit
  bool priced_out = false;
  friend bool operator==(const OwnOutcome&, const OwnOutcome&) = default;
};

struct MethodFigures {
  Method method = Method::kCooperation;
  NotCompared why_not = NotCompared::kNone;
  int lacking = 0;  // how many needs lack what it takes
  Figures on_paper;
  std::vector<UnitFigures> by_unit;
  std::vector<KindFigures> by_kind;
  std::array<std::optional<RunFigures>, kMeasures> in_runs = {};
  std::optional<Millionths> rank_acceptability;  // share of the weight space in which it is first
  // Of lies that were tried, on paper: how many needs gain by one, and the most.
  int lies_gain = 0;
  Millionths best_lie;  // of the fill
};

// Where the order of cooperation and another method turns round.
struct Flip {
  Measure measure = Measure::kServed;
  // Of cooperation; none: all shares together, and the value is how far on the way from where they
  // are to 1.
  std::optional<BehaviourKey> key;
  Method rival = Method::kHighestBid;
  bool ahead_now = false;
  std::optional<Millionths> at;  // the first value, from the one that is set, where it turns
};

// A point of the grid: how far needs and means lie apart; 1 is as they are, 0 all alike.
struct GridPoint {
  Millionths needs_apart;
  Millionths means_apart;
  std::array<std::optional<Millionths>, kMethods> need_weighted = {};
  std::array<std::optional<Millionths>, kMethods> served = {};
};

// The most quantity, and the most value, that the links could carry.
struct TradeOff {
  std::string unit;
  Millionths most_quantity;
  Millionths value_of_most_quantity;
  Millionths quantity_of_most_value;
  Millionths most_value;
};

struct Comparison {
  std::string engine;
  std::string territory;
  std::string input_sha256;
  std::string settings_sha256;  // of everything in [compare]
  std::string criteria_sha256;  // of criteria and weights
  std::string currency;
  ComparisonSettings settings;  // with the defaults filled in
  int needs = 0;
  int needs_with_price = 0;
  int needs_with_intensity = 0;
  int contributions = 0;
  int contributions_with_cost = 0;
  int nothing_possible = 0;  // needs that no contribution could serve, whatever the method
  int decided_together = 0;  // needs left out: lots, conditions or activities decide about them
  int nothing_said = 0;      // stakeholders with neither a need nor a contribution
  int stakeholders = 0;
  std::vector<std::string> transport_unpriced;  // units without a price of transport
  std::vector<MethodFigures> methods;           // by method
  std::vector<Measure> losses;                  // another method does better, in the runs
  std::vector<Measure> losses_on_paper;
  std::vector<Flip> flips;
  std::vector<GridPoint> grid;
  std::vector<MarketPrices> prices;
  // That no profitable trade is left, on paper; none where there is no such market.
  std::optional<bool> equilibrium_is_certified;
  std::optional<TradeOff> trade_off;
  std::optional<Millionths> gap_per_unit;  // the solidarity gap per unit of those who can pay
  std::string gap_unit;
  std::optional<Millionths> lm3;
  int lies_tried = 0;  // a method
  int needs_lying = 0;
  std::vector<std::uint64_t> seeds;  // of the runs
  std::vector<OwnOutcome> own;       // of one stakeholder, where asked for
};

}  // namespace bocage::territory
