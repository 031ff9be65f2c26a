#pragma once

#include <string>
#include <vector>

// What is wrong with the input, as data; exchange/wording puts it in words, in the reader's
// language.
namespace bocage::territory {

enum class Severity { kError, kWarning };

// Where: a file of the territory (or a path in its JSON), a line from 1, a cell of that line
// from 1. 0 is "the whole".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  std::string header;  // the name of the column
  std::string path{};  // inside a JSON document, instead of line and column: "needs[6].quantity"
  friend bool operator==(const Place&, const Place&) = default;
};

// Facts are listed in the order the sentence numbers them; one that is not known is empty.
enum class ProblemCode {
  kFileMissing,
  kFileUnreadable,
  kFileIsFolder,
  kFileTooLarge,  // the limit in MB
  kFileEmpty,
  kTextUtf16,
  kTextBinary,
  kTextWorkbook,
  kTextBrokenUtf8,
  kLineTooLong,  // the limit in kB
  kTooManyCells,
  kQuoteNotClosed,
  kJsonSyntax,
  kJsonIncomplete,
  kJsonTooDeep,  // the limit
  kJsonRepeatedKey,
  kJsonNotATerritory,
  kJsonNotRows,
  kJsonNotACell,
  kTomlSyntax,
  kFormatMissing,
  kFormatUnknown,
  kNameMissing,
  kSettingUnknown,  // the nearest known one
  kSettingNotText,
  kLanguageUnknown,
  kRuleMissing,
  kRuleUnknown,
  kOrderWrong,
  kDetourWrong,
  kMemoryWrong,
  kLotWrong,
  kBelowMinimumUnknown,
  kTableMissing,    // its file, the nearest file that is there
  kTableNameNear,   // the table it resembles
  kHeaderMissing,   // the header, the nearest one that is there
  kHeaderRepeated,  // the column where it stood first
  kRowTooLong,      // its cells, those of the header
  kCellEmpty,
  kNotANumber,
  kNumberWithUnit,      // the number, the rest, the table where its unit belongs
  kThousandsSeparator,  // the number without them
  kNumberNotFinite,
  kTooManyDecimals,  // how many are read
  kNumberTooLarge,   // the limit
  kNegative,
  kZeroQuantity,
  kQuantumNotPositive,
  kNotWholeQuanta,        // the quantum, its unit, the nearest whole quantities below and above
  kMinimumAboveQuantity,  // the quantity
  kPeopleNotWhole,
  kPeopleMissing,  // the need, its stakeholder
  kIntensityWrong,
  kDateWrong,       // the date it may stand for
  kFromAfterUntil,  // from
  kLatitudeOutOfRange,
  kLongitudeOutOfRange,
  kPositionHalf,  // the column that is empty
  kArrangedKindUnknown,
  kYesOrNo,
  kIdRepeated,          // where it stood first
  kIdWithSpace,         // an id without
  kStakeholderUnknown,  // the nearest known one; also the six below
  kResourceUnknown,
  kNeedUnknown,
  kContributionUnknown,
  kSharedProblemUnknown,
  kSharedCostUnknown,
  kProjectUnknown,
  kProjectLimitUnknown,
  kBanSideUnknown,
  kIdOfAnotherTable,  // that table
  kNameAmbiguous,     // the ids it may stand for
  kCommuneUnknown,
  kCommuneAmbiguous,  // the communes of that name
  kBroaderCycle,      // the way round
  kUnitsDiffer,       // its unit, the other resource, the other unit
  kQuantaDiffer,      // its quantum, the other resource, the other quantum
  kUnlikeResources,   // a resource, its unit, another one, its unit
  kFamilyTooLarge,    // the sum, the limit
  kPairRepeated,      // the line where it stood first
  kArrangedUnlike,    // the contribution's resource, the need's resource
  kMoreProblems,      // how many
  // Rule `people`, found once the links are known: facts are the stakeholder, then the needs.
  kSharedPartNeedsOwnPeople,
  kSharedPartPeopleExceed,
  // Arranged lines that exceed what their contribution or need holds: facts are the id, the sum,
  // the quantity.
  kFixedExceedsContribution,
  kFixedExceedsNeed,
  // A pair of links.csv that is not possible, dropped (warning): facts are contribution, need, why.
  kListedLinkNotPossible,
  kNothingToKeep,
  // A plan that is no plan of ours; its place has the path of the key.
  kPlanFormat,        // found: the format it says it has
  kPlanValueMissing,  // facts: what is expected, one of exchange/read_plan.cc
  kPlanValueWrong,    // facts: the same
  // The tables of a cycle, and the agreement.
  kWordUnknown,  // the words expected
  kMomentWrong,
  kPlanNumberWrong,
  kStepOutOfOrder,   // the step, the state it was written in
  kSettingNotCount,  // the least, the most
  kSettingNotPercent,
  kSettingNotShare,
  // The [compare] table.
  kNotRatio,
  kCompareNotAmount,
  kCompareNotTexts,
  kCompareNameUnknown,  // what it should be the name of: kind, resource, unit
  // The tables of shared costs; facts: the shared cost, then what the comment says.
  kRowsOfNoTable,          // the table that names costs
  kCostMemberRepeated,     // the line where it stood first
  kCoalitionRepeated,      // where it stood first
  kCoalitionNotOfMembers,  // who is not a member
  kCostWithoutMembers,
  kCostUseMissing,      // the members that state none
  kCostUseNothing,      //
  kCostOfAllDiffers,    // what shared_costs.csv says
  kCostFormulaHalf,     // the column that is empty
  kCostMembersTooMany,  // the limit
  // The tables of shared projects; facts: the project, then what the comment says.
  kProjectRowRepeated,  // the line where it stood first
  kFunderRepeated,      // the line where it stood first
  kFunderUnknown,
  kBenefitUnitsDiffer,      // the unit of an earlier row
  kProjectQuantityMissing,  // the column that only a quantity gives a meaning
  kBatchMissing,
  kFunderSharesCrossed,  // the least share, the most share
  kOwnFundsWithoutCost,
  // A file of votes.
  kVotesSectionMissing,  // the section
  kVotesColumnMissing,   // the section, the column
  kVotesTypeUnknown,     // the types known
  kVoteProjectUnknown,
  kVotePointsDiffer,  // how many points, how many projects
  kVotesNone,
  // An assembly.
  kCountNotWhole,
  kSharesNotWhole,
  kStatuteWrong,  // what is expected
  kCollegeUnknown,
  kAssociateUnknown,
  kResolutionUnknown,
  kAssemblyRowRepeated,  // the line where it stood first
  kCollegesTooMany,      // the limit
  kWeightHalf,           // the college without a weight
  kMajorityUnknown,
  kVoteUnknown,         // the words known
  kVoterNotMember,      // the member, the day
  kVoterNoCollege,      // the member
  kProxyNotThere,       // who carries the vote
  kProxyOfItself,       // the member
  kProxiesTooMany,      // who carries, how many, the limit
  kVotesTwoWays,        // the resolution
  kHandsTooMany,        // votes, members or present
  kHandsCollege,        // the resolution
  kSharesBelowNothing,  // the member, what it holds, the day
  // Rules.
  kRulePredicateUnknown,  // the words known
  kRuleParameterWrong,    // the piece, what is expected
  kRuleWordUnknown,       // the words known
  kRuleRepeated,          // the line where it stood first
  // Lots, conditions, recipes and activities.
  kLotAboveQuantity,       // the quantity
  kSmallestAboveQuantity,  // the quantity
  kOfferUnknown,           // the nearest known need or contribution
  kDependsOnItself,        // its id
  kRecipeUnknown,          // the nearest known one
  kRecipeRowRepeated,      // the recipe, the line where it stood first
  kRecipeRowEmpty,         // the recipe
  kRecipeLosesAll,         // the recipe
  kRecipeTakesNothing,     // the recipe
  kRecipeMakesNothing,     // the recipe
  kRecipeTooFine,          // the recipe
  kActivityMakesTooLittle  // the activity, the resource, its quantum, its unit
};
// The last one: every code up to it has words in every language, or exchange/wording does not
// compile.
inline constexpr ProblemCode kLastProblemCode = ProblemCode::kActivityMakesTooLittle;

struct Problem {
  ProblemCode code = ProblemCode::kFileMissing;
  Severity severity = Severity::kError;
  Place place;
  std::string found;               // as written
  std::vector<std::string> facts;  // what the sentence names besides, in its order
  friend bool operator==(const Problem&, const Problem&) = default;
};

struct Problems {
  std::vector<Problem> list;
  [[nodiscard]] bool has_errors() const {
    for (const Problem& problem : list) {
      if (problem.severity == Severity::kError) {
        return true;
      }
    }
    return false;
  }
};

}  // namespace bocage::territory
