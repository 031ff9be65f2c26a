#include "exchange/codes.h"

#include <array>

namespace bocage::exchange {
namespace {

using territory::Abstention;
using territory::Answer;
using territory::ArrangedKind;
using territory::AssumptionCode;
using territory::BehaviourKey;
using territory::BelowMinimum;
using territory::ChoiceObjective;
using territory::CommitmentState;
using territory::Core;
using territory::Criterion;
using territory::CycleState;
using territory::DecisionKind;
using territory::DecisionState;
using territory::DecisionStepKind;
using territory::EmptyCollege;
using territory::FundUtility;
using territory::How;
using territory::Language;
using territory::Measure;
using territory::Method;
using territory::Narrowing;
using territory::NotCompared;
using territory::ObjectionKind;
using territory::Outcome;
using territory::PositionAnswer;
using territory::ProgramObjective;
using territory::Reason;
using territory::Rule;
using territory::RuleConfidence;
using territory::RuleObstacle;
using territory::RulePredicate;
using territory::RuleSeverity;
using territory::RuleVerdict;
using territory::Side;
using territory::SplitMethod;
using territory::Standing;
using territory::StepKind;
using territory::Strength;
using territory::Tie;
using territory::UnlockGoal;
using territory::VoteCast;
using territory::VoteOutcome;
using territory::VotingUnit;
using territory::Who;
using territory::WhyNotOpen;
using territory::WhyNotSplit;

// The words of an enumeration, in the order of its values.
template <class Value>
inline constexpr std::array<std::string_view, 0> kCodes{};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Language>{"en", "fr"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<SplitMethod>{
    "by_head", "by_use", "equal_profit", "shapley", "nucleolus"};
template <>
inline constexpr std::array<std::string_view, 4> kCodes<Core>{"unknown", "empty", "one", "many"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<WhyNotSplit>{
    "", "use_missing", "alone_missing", "alone_nothing", "too_many_members", "too_large"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<ChoiceObjective>{"coverage", "benefit",
                                                                         "cost"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<FundUtility>{"cost", "cardinality",
                                                                     "points"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<EmptyCollege>{"not_valid", "lost",
                                                                      "redistributed"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Abstention>{"not_expressed", "expressed"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Tie>{"rejected", "put_again"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<VotingUnit>{"colleges", "heads"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<VoteCast>{"yes", "no", "abstain", "blank",
                                                                  "conflict"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<VoteOutcome>{
    "adopted", "rejected", "put_again", "no_quorum", "empty_college", "not_voted"};
template <>
inline constexpr std::array<std::string_view, 10> kCodes<RulePredicate>{
    "count", "distinct",        "every",          "covers",   "sum",
    "share", "college_weights", "public_capital", "reserves", "by_hand"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<RuleSeverity>{"error", "warning",
                                                                      "information"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<RuleConfidence>{"checked", "unchecked"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<RuleVerdict>{"met", "missed", "not_judged"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<RuleObstacle>{
    "none", "no_table", "no_column", "no_rows", "not_a_number", "by_hand"};
template <>
inline constexpr std::array<std::string_view, 8> kCodes<WhyNotOpen>{
    "not_chosen",    "public_ceiling", "funders_short", "no_funder",
    "members_short", "quantity_short", "price_short",   "limit"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Rule>{"people", "need"};
template <>
inline constexpr std::array<std::string_view, 7> kCodes<Criterion>{
    "minimum", "fair", "total", "value", "stability", "distance", "cost"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<BelowMinimum>{"set_aside", "share"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<ArrangedKind>{"today", "agreed", "fixed"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Answer>{"keep", "share"};
template <>
inline constexpr std::array<std::string_view, 16> kCodes<Reason>{
    "met",         "shared_shortage",  "at_minimum", "served_before",
    "set_aside",   "no_such_resource", "not_listed", "out_of_reach",
    "no_position", "dates_never_meet", "banned",     "own_means_only",
    "order",       "condition",        "program",    "activity"};
template <>
inline constexpr std::array<std::string_view, 11> kCodes<ProgramObjective>{
    "minimum", "set_aside_before", "people",   "lot",  "above", "total",
    "value",   "stability",        "distance", "cost", "taken"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<AssumptionCode>{
    "commune_position", "no_position", "default_quantum", "no_value", "no_cost"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<UnlockGoal>{"minimum", "next_level",
                                                                    "full"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Who>{"any", "facilitator"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<territory::FallbackCounts>{"stakeholders",
                                                                                   "statutes"};
template <>
inline constexpr std::array<std::string_view, 4> kCodes<How>{"room", "telephone", "paper",
                                                             "own_hand"};
template <>
inline constexpr std::array<std::string_view, 14> kCodes<StepKind>{
    "open",  "clarify", "react",  "amend",    "propose", "notice", "replan",
    "adopt", "park",    "resume", "fallback", "count",   "repair", "close"};
template <>
inline constexpr std::array<std::string_view, 11> kCodes<CycleState>{
    "none",      "draft",   "clarified", "reactions", "amended", "objection_round",
    "replanned", "adopted", "parked",    "fallback",  "closed"};
template <>
inline constexpr std::array<std::string_view, 4> kCodes<PositionAnswer>{"yes", "reservation",
                                                                        "stand_aside", "objection"};
template <>
inline constexpr std::array<std::string_view, 3> kCodes<ObjectionKind>{"facts", "limits",
                                                                       "preference"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<Narrowing>{"less", "not_with", "not_before",
                                                                   "not_after", "not_further"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Strength>{"promised", "intention"};
template <>
inline constexpr std::array<std::string_view, 2> kCodes<Side>{"giver", "receiver"};
template <>
inline constexpr std::array<std::string_view, 4> kCodes<Outcome>{"done", "partly", "late",
                                                                 "failed"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<DecisionKind>{
    "rule", "order", "deadline", "agreement", "facilitator", "exclusion"};
template <>
inline constexpr std::array<std::string_view, 8> kCodes<DecisionStepKind>{
    "raise", "hear", "ask", "sign", "adopt", "vote", "count", "drop"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<Standing>{
    "awaited", "yes", "reservation", "stands_aside", "silent_aside", "objects"};
template <>
inline constexpr std::array<std::string_view, 6> kCodes<CommitmentState>{
    "awaited", "half_way", "confirmed", "disputed", "late", "short"};
template <>
inline constexpr std::array<std::string_view, 8> kCodes<DecisionState>{
    "unknown", "raised", "heard", "asked", "voting", "adopted", "rejected", "dropped"};
template <>
inline constexpr std::array<std::string_view, territory::kMethods> kCodes<Method>{
    "cooperation",
    "market_highest_bid",
    "market_equilibrium",
    "market_equal_budgets",
    "administration_equal_ration",
    "administration_priority_list",
    "administration_informed",
    "today",
    "first_come"};
template <>
inline constexpr std::array<std::string_view, territory::kMeasures> kCodes<Measure>{
    "served",
    "below_minimum",
    "zero_service",
    "excluded_by_price",
    "excluded_by_rule",
    "excluded_by_access",
    "broken_promise",
    "lowest_fill",
    "gini",
    "atkinson_half",
    "atkinson_1",
    "atkinson_2",
    "money_value",
    "need_weighted",
    "cost_per_served",
    "used",
    "wasted",
    "line_km",
    "hours",
    "local_share",
    "jobs",
    "price_correlation",
    "price_of_fairness",
    "solidarity_gap"};
template <>
inline constexpr std::array<std::string_view, territory::kBehaviourKeys> kCodes<BehaviourKey>{
    "reached", "known_minima", "known_reaches", "kept", "hours"};
template <>
inline constexpr std::array<std::string_view, 5> kCodes<NotCompared>{
    "", "no_price", "no_priority_list", "no_today", "too_few"};

template <class Value>
std::string_view code(Value value) {
  return kCodes<Value>[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view code_of(Language language) { return code(language); }
std::string_view code_of(Rule rule) { return code(rule); }
std::string_view code_of(Criterion criterion) { return code(criterion); }
std::string_view code_of(BelowMinimum below_minimum) { return code(below_minimum); }
std::string_view code_of(ArrangedKind kind) { return code(kind); }
std::string_view code_of(Answer answer) { return code(answer); }
std::string_view code_of(Reason reason) { return code(reason); }
std::string_view code_of(ProgramObjective objective) { return code(objective); }
std::string_view code_of(AssumptionCode assumption) { return code(assumption); }
std::string_view code_of(UnlockGoal goal) { return code(goal); }
std::string_view code_of(Who who) { return code(who); }
std::string_view code_of(How how) { return code(how); }
std::string_view code_of(StepKind step) { return code(step); }
std::string_view code_of(CycleState state) { return code(state); }
std::string_view code_of(PositionAnswer answer) { return code(answer); }
std::string_view code_of(ObjectionKind kind) { return code(kind); }
std::string_view code_of(Narrowing narrowing) { return code(narrowing); }
std::string_view code_of(Strength strength) { return code(strength); }
std::string_view code_of(Side side) { return code(side); }
std::string_view code_of(Outcome outcome) { return code(outcome); }
std::string_view code_of(DecisionKind kind) { return code(kind); }
std::string_view code_of(DecisionStepKind step) { return code(step); }
std::string_view code_of(Standing standing) { return code(standing); }
std::string_view code_of(CommitmentState state) { return code(state); }
std::string_view code_of(DecisionState state) { return code(state); }
std::string_view code_of(Method method) { return code(method); }
std::string_view code_of(Measure measure) { return code(measure); }
std::string_view code_of(BehaviourKey key) { return code(key); }
std::string_view code_of(NotCompared why) { return code(why); }
std::string_view code_of(SplitMethod method) { return code(method); }
std::string_view code_of(Core core) { return code(core); }
std::string_view code_of(WhyNotSplit why) { return code(why); }
std::string_view code_of(ChoiceObjective objective) { return code(objective); }
std::string_view code_of(WhyNotOpen why) { return code(why); }
std::string_view code_of(territory::FallbackCounts among) { return code(among); }
std::string_view code_of(FundUtility utility) { return code(utility); }
std::string_view code_of(EmptyCollege empty) { return code(empty); }
std::string_view code_of(Abstention abstention) { return code(abstention); }
std::string_view code_of(Tie tie) { return code(tie); }
std::string_view code_of(VotingUnit unit) { return code(unit); }
std::string_view code_of(VoteCast vote) { return code(vote); }
std::string_view code_of(VoteOutcome outcome) { return code(outcome); }
std::string_view code_of(RulePredicate predicate) { return code(predicate); }
std::string_view code_of(RuleSeverity severity) { return code(severity); }
std::string_view code_of(RuleConfidence confidence) { return code(confidence); }
std::string_view code_of(RuleVerdict verdict) { return code(verdict); }
std::string_view code_of(RuleObstacle obstacle) { return code(obstacle); }

template <class Value>
std::optional<Value> value_of(std::string_view code) {
  for (std::size_t i = 0; i < kCodes<Value>.size(); ++i) {
    if (kCodes<Value>[i] == code) {
      return static_cast<Value>(i);
    }
  }
  return std::nullopt;
}

template std::optional<Language> value_of(std::string_view);
template std::optional<Rule> value_of(std::string_view);
template std::optional<Criterion> value_of(std::string_view);
template std::optional<BelowMinimum> value_of(std::string_view);
template std::optional<ArrangedKind> value_of(std::string_view);
template std::optional<Answer> value_of(std::string_view);
template std::optional<Reason> value_of(std::string_view);
template std::optional<ProgramObjective> value_of(std::string_view);
template std::optional<AssumptionCode> value_of(std::string_view);
template std::optional<UnlockGoal> value_of(std::string_view);
template std::optional<Who> value_of(std::string_view);
template std::optional<How> value_of(std::string_view);
template std::optional<StepKind> value_of(std::string_view);
template std::optional<CycleState> value_of(std::string_view);
template std::optional<PositionAnswer> value_of(std::string_view);
template std::optional<ObjectionKind> value_of(std::string_view);
template std::optional<Narrowing> value_of(std::string_view);
template std::optional<Strength> value_of(std::string_view);
template std::optional<Side> value_of(std::string_view);
template std::optional<Outcome> value_of(std::string_view);
template std::optional<DecisionKind> value_of(std::string_view);
template std::optional<DecisionStepKind> value_of(std::string_view);
template std::optional<Method> value_of(std::string_view);
template std::optional<Measure> value_of(std::string_view);
template std::optional<BehaviourKey> value_of(std::string_view);
template std::optional<SplitMethod> value_of(std::string_view);
template std::optional<Core> value_of(std::string_view);
template std::optional<WhyNotSplit> value_of(std::string_view);
template std::optional<ChoiceObjective> value_of(std::string_view);
template std::optional<WhyNotOpen> value_of(std::string_view);
template std::optional<territory::FallbackCounts> value_of(std::string_view);
template std::optional<FundUtility> value_of(std::string_view);
template std::optional<EmptyCollege> value_of(std::string_view);
template std::optional<Abstention> value_of(std::string_view);
template std::optional<Tie> value_of(std::string_view);
template std::optional<VotingUnit> value_of(std::string_view);
template std::optional<VoteCast> value_of(std::string_view);
template std::optional<VoteOutcome> value_of(std::string_view);
template std::optional<RulePredicate> value_of(std::string_view);
template std::optional<RuleSeverity> value_of(std::string_view);
template std::optional<RuleConfidence> value_of(std::string_view);
template std::optional<RuleVerdict> value_of(std::string_view);
template std::optional<RuleObstacle> value_of(std::string_view);

template <class Value>
std::string all_codes() {
  std::string all;
  for (std::string_view const code : kCodes<Value>) {
    all += (all.empty() ? "" : ", ") + std::string(code);
  }
  return all;
}

template std::string all_codes<Who>();
template std::string all_codes<How>();
template std::string all_codes<territory::FallbackCounts>();
template std::string all_codes<StepKind>();
template std::string all_codes<CycleState>();
template std::string all_codes<PositionAnswer>();
template std::string all_codes<ObjectionKind>();
template std::string all_codes<Narrowing>();
template std::string all_codes<Strength>();
template std::string all_codes<Side>();
template std::string all_codes<Outcome>();
template std::string all_codes<DecisionKind>();
template std::string all_codes<DecisionStepKind>();
template std::string all_codes<Answer>();
template std::string all_codes<Method>();
template std::string all_codes<Measure>();
template std::string all_codes<BehaviourKey>();
template std::string all_codes<SplitMethod>();
template std::string all_codes<territory::EmptyCollege>();
template std::string all_codes<territory::Abstention>();
template std::string all_codes<territory::Tie>();
template std::string all_codes<territory::VotingUnit>();
template std::string all_codes<territory::VoteCast>();
template std::string all_codes<territory::RulePredicate>();
template std::string all_codes<territory::RuleSeverity>();
template std::string all_codes<territory::RuleConfidence>();

}  // namespace bocage::exchange
