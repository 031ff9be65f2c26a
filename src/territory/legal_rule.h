#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "territory/units.h"

// Rules that a form of cooperation must keep, as data, and what a cooperation's tables say of them:
// docs/formats/rules.md.
namespace bocage::territory {

// A table as people wrote it, for rules that only read cells.
struct FactTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<int> lines;  // of the rows, from 1; 0 where there is none
  friend bool operator==(const FactTable&, const FactTable&) = default;
};

enum class RuleTest { kIs, kIsNot, kAtLeast, kAtMost, kFilled };
struct RuleCondition {
  std::string column;
  RuleTest test = RuleTest::kFilled;
  std::vector<std::string> values;  // any of them
  Millionths bound{0};
  friend bool operator==(const RuleCondition&, const RuleCondition&) = default;
};
using RuleConditions = std::vector<RuleCondition>;  // all of them

enum class RulePredicate {
  kCount,           // rows where `where`
  kDistinct,        // values of `value` in rows where `where`
  kEvery,           // each row where `where` is as `each` says
  kCovers,          // `values` all occur in column `value`, in rows where `where`
  kSum,             // of column `value`, in rows where `where`, for each value of `by`
  kShare,           // of that sum, in the sum over rows where `of`
  kCollegeWeights,  // of every college, in all
  kPublicCapital,   // after every entry and exit
  kReserves,        // of every surplus
  kByHand           // only people can tell
};

struct RuleParameter {
  std::string table;
  std::string value;
  std::vector<std::string> by;
  RuleConditions where;
  RuleConditions of;
  RuleConditions each;
  std::vector<std::string> values;
  std::optional<Millionths> legal;  // reserve, of a surplus
  std::optional<Millionths> at_least;
  std::optional<Millionths> at_most;
  friend bool operator==(const RuleParameter&, const RuleParameter&) = default;
};

enum class RuleSeverity { kError, kWarning, kInformation };
// `kUnchecked`: nobody read it in the law; it warns and never blocks.
enum class RuleConfidence { kChecked, kUnchecked };

struct LegalRule {
  std::string id;
  std::string form;  // of cooperation, or "all"
  RulePredicate predicate = RulePredicate::kByHand;
  RuleParameter parameter;
  std::string parameter_text;  // as written
  std::string english;
  std::string french;
  std::string source;
  base::DayRange valid;
  RuleSeverity severity = RuleSeverity::kError;
  RuleConfidence confidence = RuleConfidence::kUnchecked;
  friend bool operator==(const LegalRule&, const LegalRule&) = default;
};

enum class RuleVerdict { kMet, kMissed, kNotJudged };
enum class RuleObstacle { kNone, kNoTable, kNoColumn, kNoRows, kNotANumber, kByHand };

// One thing that is not as the rule says: a row, a group of rows, a college, a day.
struct RuleBreach {
  std::string what;
  std::string found;  // "12", "13/25"
  int line = 0;
  friend bool operator==(const RuleBreach&, const RuleBreach&) = default;
};

struct RuleJudgement {
  LegalRule rule;
  RuleVerdict verdict = RuleVerdict::kNotJudged;
  RuleObstacle obstacle = RuleObstacle::kNone;
  std::string missing;  // the table or column, or the cell, that stands in the way
  std::string found;    // what was counted, where it is one number
  std::vector<RuleBreach> breaches;
  friend bool operator==(const RuleJudgement&, const RuleJudgement&) = default;
};

// The register after one move. An asked move that would break the ceiling is not made.
struct CapitalStep {
  std::size_t move = 0;  // place in Assembly::moves
  std::int64_t shares = 0;
  std::int64_t public_shares = 0;
  bool is_refused = false;
  bool is_over = false;      // the public part is above the ceiling
  std::int64_t lacking = 0;  // shares that others would have to take first
  // Of who moves, after it; where it is asked, the least from then on, by what is recorded.
  std::int64_t holding = 0;
  friend bool operator==(const CapitalStep&, const CapitalStep&) = default;
};

// What the rules ask of a surplus. Amounts of money.
struct SurplusSplit {
  std::size_t surplus = 0;  // place in Assembly::surpluses
  Millionths legal_reserve{0};
  Millionths other_reserve{0};
  friend bool operator==(const SurplusSplit&, const SurplusSplit&) = default;
};

struct RulesReport {
  std::string territory;
  std::string input_sha256;
  base::Day day;  // the rules in force that day
  std::vector<std::string> forms;
  std::vector<RuleJudgement> judgements;  // by id
  std::optional<Millionths> public_ceiling;
  std::vector<CapitalStep> capital;
  std::vector<SurplusSplit> surpluses;
  friend bool operator==(const RulesReport&, const RulesReport&) = default;
};

}  // namespace bocage::territory
