#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "territory/agreement.h"
#include "territory/choice.h"
#include "territory/comparison.h"
#include "territory/cycle.h"
#include "territory/explanation.h"
#include "territory/fund.h"
#include "territory/legal_rule.h"
#include "territory/plan.h"
#include "territory/split.h"
#include "territory/tally.h"
#include "territory/territory.h"

// The words the formats use for the values of the model. The same in every language.
namespace bocage::exchange {

[[nodiscard]] std::string_view code_of(territory::Language language);
[[nodiscard]] std::string_view code_of(territory::Rule rule);
[[nodiscard]] std::string_view code_of(territory::Criterion criterion);
[[nodiscard]] std::string_view code_of(territory::BelowMinimum below_minimum);
[[nodiscard]] std::string_view code_of(territory::ArrangedKind kind);
[[nodiscard]] std::string_view code_of(territory::Answer answer);
[[nodiscard]] std::string_view code_of(territory::Reason reason);
[[nodiscard]] std::string_view code_of(territory::ProgramObjective objective);
[[nodiscard]] std::string_view code_of(territory::AssumptionCode assumption);
[[nodiscard]] std::string_view code_of(territory::UnlockGoal goal);
[[nodiscard]] std::string_view code_of(territory::Who who);
[[nodiscard]] std::string_view code_of(territory::FallbackCounts among);
[[nodiscard]] std::string_view code_of(territory::How how);
[[nodiscard]] std::string_view code_of(territory::StepKind step);
[[nodiscard]] std::string_view code_of(territory::CycleState state);
[[nodiscard]] std::string_view code_of(territory::PositionAnswer answer);
[[nodiscard]] std::string_view code_of(territory::ObjectionKind kind);
[[nodiscard]] std::string_view code_of(territory::Narrowing narrowing);
[[nodiscard]] std::string_view code_of(territory::Strength strength);
[[nodiscard]] std::string_view code_of(territory::Side side);
[[nodiscard]] std::string_view code_of(territory::Outcome outcome);
[[nodiscard]] std::string_view code_of(territory::DecisionKind kind);
[[nodiscard]] std::string_view code_of(territory::DecisionStepKind step);
[[nodiscard]] std::string_view code_of(territory::Standing standing);
[[nodiscard]] std::string_view code_of(territory::CommitmentState state);
[[nodiscard]] std::string_view code_of(territory::DecisionState state);
[[nodiscard]] std::string_view code_of(territory::Method method);
[[nodiscard]] std::string_view code_of(territory::Measure measure);
[[nodiscard]] std::string_view code_of(territory::BehaviourKey key);
[[nodiscard]] std::string_view code_of(territory::NotCompared why);
[[nodiscard]] std::string_view code_of(territory::SplitMethod method);
[[nodiscard]] std::string_view code_of(territory::Core core);
[[nodiscard]] std::string_view code_of(territory::WhyNotSplit why);
[[nodiscard]] std::string_view code_of(territory::ChoiceObjective objective);
[[nodiscard]] std::string_view code_of(territory::WhyNotOpen why);
[[nodiscard]] std::string_view code_of(territory::FundUtility utility);
[[nodiscard]] std::string_view code_of(territory::EmptyCollege empty);
[[nodiscard]] std::string_view code_of(territory::Abstention abstention);
[[nodiscard]] std::string_view code_of(territory::Tie tie);
[[nodiscard]] std::string_view code_of(territory::VotingUnit unit);
[[nodiscard]] std::string_view code_of(territory::VoteCast vote);
[[nodiscard]] std::string_view code_of(territory::VoteOutcome outcome);
[[nodiscard]] std::string_view code_of(territory::RulePredicate predicate);
[[nodiscard]] std::string_view code_of(territory::RuleSeverity severity);
[[nodiscard]] std::string_view code_of(territory::RuleConfidence confidence);
[[nodiscard]] std::string_view code_of(territory::RuleVerdict verdict);
[[nodiscard]] std::string_view code_of(territory::RuleObstacle obstacle);

// The value of a word: value_of<Reason>("met"). None where no value has this word.
template <class Value>
[[nodiscard]] std::optional<Value> value_of(std::string_view code);

// All words of an enumeration, "yes, reservation, …", for whoever wrote another.
template <class Value>
[[nodiscard]] std::string all_codes();

}  // namespace bocage::exchange
