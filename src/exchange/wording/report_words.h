#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "territory/territory.h"

// Every sentence of the report and the map, in English and in French. A word without both does not
// compile.
namespace bocage::exchange {

enum class Word {
  // The map.
  kMapTitle,
  kMapDescription,
  kLegendNeed,
  kLegendContribution,
  kLegendFlow,
  kTipNeed,
  kTipNeeds,
  kTipContribution,
  kTipContributions,
  kSomewhere,
  kNoMap,
  kBeyondMap,
  // The cover.
  kTitle,
  kEyebrow,
  kLead,
  kContents,
  kOneStakeholder,
  kStakeholders,
  kOneNeed,
  kNeeds,
  kOneContribution,
  kContributions,
  // In short.
  kInShort,
  kOf,
  kNeedsServed,
  kNeedsMet,
  kLowestShare,
  kSetAsideShort,
  kLines,
  kByUnit,
  kUnit,
  kNeeded,
  kServed,
  kShare,
  kAverageDistance,
  kNobodyLeftOut,
  kLeftWithNothing,
  kRulePeople,
  kRuleNeed,
  kOrderIntroduction,
  kCriterionMinimum,
  kCriterionFair,
  kCriterionTotal,
  kCriterionValue,
  kCriterionStability,
  kCriterionDistance,
  kCriterionCost,
  kAnswerKeep,
  kAnswerShare,
  // What is proven.
  kChecked,
  kCheckedTotal,
  kCheckedValue,
  kApartFromMinima,
  kCountingPast,
  kCheckAgain,
  kNotChecked,
  // Who is set aside.
  kSetAsideTitle,
  kMinimaExceed,
  kMinimaKept,
  kMinimaBound,
  kDrawn,
  kReturnsWith,
  kReturnsUnknown,
  kMinimum,
  kWouldReturnWith,
  // What is short.
  kShortTitle,
  kNothingShort,
  kShareOneShortage,
  kAloneTitle,
  kEachGets,
  kEachStands,
  kPerPerson,
  kBelongToo,
  kSuppliedBy,
  kHelp,
  kHelpWithOthers,
  kToFull,
  kToMinimum,
  kToShare,
  kUnservableTitle,
  kUnservableIntroduction,
  kOrderTitle,
  kOrderIntroductionLess,
  // What is assumed.
  kAssumedTitle,
  kNothingAssumed,
  kAssumedCommune,
  kAssumedCommuneAll,
  kAssumedNoPosition,
  kAssumedNoPositionAll,
  kAssumedQuantum,
  kAssumedNoValue,
  kAssumedNoCost,
  kWouldFit,
  // The sheets.
  kSheetsTitle,
  kSheetsIntroduction,
  kFindSheet,
  kYouGive,
  kYouGet,
  kWhy,
  kWhatWouldChange,
  kWhat,
  kToWhom,
  kFromWhom,
  kHowMuch,
  kDistance,
  kSamePlace,
  kWhen,
  kWho,
  kGets,
  kGiveNothing,
  kGetNothing,
  kNeedLine,
  kNeedMet,
  kNeedNothing,
  kGiveLine,
  kGiveNobody,
  kGiveAll,
  kAllMet,
  kNothingPooled,
  kNothingFound,
  kIfMore,
  kHowMuchMore,
  kYouWouldGet,
  kMoreToo,
  kThenAll,
  kThenMinimum,
  kThenPart,
  kNobodyElse,
  kOtherLoses,
  kOthersLose,
  kOthers,
  kNoNeedMatches,
  kNewNeedWouldUse,
  kMoreIsWelcome,
  kAndMore,
  kColon,
  kSettled,
  kFromDay,
  kUntilDay,
  kFromUntil,
  kOnDay,
  kYourAnswer,
  kYes,
  kYesReservation,
  kStandAside,
  kObjection,
  kFooter,
  // Kinds of stakeholders.
  kKindEnterprise,
  kKindAssociation,
  kKindNetwork,
  kKindAuthority,
  kKindCompany,
  kKindResearch,
  kKindTraining,
  kKindResidents,
  kCount,
};

// The text with {0}, {1} … replaced, in fine spaces.
[[nodiscard]] std::string phrase(Word word, territory::Language language,
                                 std::initializer_list<std::string_view> values = {});

// "nine", « neuf »; digits from thirteen on.
[[nodiscard]] std::string small_number(int number, territory::Language language);

// "a, b and c"; "a, x; b, y and c" where a part has a comma of its own.

[[nodiscard]] std::string enumeration(const std::vector<std::string>& parts,
                                      territory::Language language);

// A known kind in words, else as it was written; nothing for a person.
[[nodiscard]] std::string kind_in_words(std::string_view kind, territory::Language language);

}  // namespace bocage::exchange
