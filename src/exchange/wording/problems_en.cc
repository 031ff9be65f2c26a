#include "exchange/wording/problem_tables.h"

namespace bocage::exchange {
namespace {

using enum territory::ProblemCode;

constexpr ProblemWordings kEnglish{{
    {kFileMissing,
     "there is no such file. Check the path, or start a territory with \"bocage new\"."},
    {kFileUnreadable, "it cannot be read. Check that you have the right to read it."},
    {kFileIsFolder, "found a folder; expected a file. Name the file you mean."},
    {kFileTooLarge,
     "found more than {0} MB; no table or plan is as large. Check that it is the file you mean."},
    {kFileEmpty,
     "it is empty; expected a header row, then a row for each entry. Write the header row at "
     "least."},
    {kTextUtf16, "found text in UTF-16; expected UTF-8. Save it again as \"CSV UTF-8\"."},
    {kTextBinary,
     "found bytes that no text holds; expected text. Check that it is the file you mean, and save "
     "it again as \"CSV UTF-8\"."},
    {kTextWorkbook,
     "found a workbook; expected text. Save its sheets as \"CSV UTF-8\", or let \"bocage import\" "
     "read it."},
    {kTextBrokenUtf8,
     "found a letter cut in two; expected UTF-8. The file may have been cut short: copy it again, "
     "or save it again as \"CSV UTF-8\"."},
    {kLineTooLong,
     "found a line of more than {0} kB; expected a row a line. Save the table again as CSV."},
    {kTooManyCells,
     "found more than 20 million values; no table or plan is as large. Check that it is the file "
     "you mean."},
    {kQuoteNotClosed,
     "a quotation mark opens here and never closes. Close it, or double it where it belongs to the "
     "text."},
    {kJsonSyntax,
     "from here on this is not JSON. Look just before for a comma or a quotation mark that is "
     "missing, or one too many."},
    {kJsonIncomplete, "the JSON ends too early. Copy the file again: a part of it is missing."},
    {kJsonTooDeep,
     "found values more than {0} levels inside one another; expected three or four. Check that it "
     "is the file you mean."},
    {kJsonRepeatedKey,
     "found the key \"{found}\" twice in one object; expected it once. Remove one of the two."},
    {kJsonNotATerritory,
     "found another value; expected an object such as {\"territory\": {…}, \"stakeholders\": […], "
     "…}. Check that it is the file you mean."},
    {kJsonNotRows,
     "found another value; expected a list of objects, one for each row. Write [{…}, {…}]."},
    {kJsonNotACell,
     "found several values, or a character that no text holds; expected one text, one number, true "
     "or false. Write one value."},
    {kTomlSyntax,
     "from here on this is not TOML; expected lines such as name = \"Pays de Valdor\". Check the "
     "quotation marks and brackets of this line."},
    {kFormatMissing, "no format is stated, and it is read as format 1. Write format = 1."},
    {kFormatUnknown,
     "found \"{found}\"; this version reads format 1. Write format = 1, or take a newer version of "
     "Bocage."},
    {kNameMissing, "the territory has no name. Write name = \"…\": its plans will bear it."},
    {kSettingUnknown, "\"{found}\" is no setting and is left out.[ Did you mean \"{0}\"?]"},
    {kSettingNotText, "found \"{found}\"; expected a text in quotation marks. Write it."},
    {kLanguageUnknown,
     "found \"{found}\"; expected en or fr. Write language = \"en\" or language = \"fr\"."},
    {kRuleMissing,
     "no rule is stated, and there is no default, because it decides who gets what. Write rule = "
     "\"people\" to bring everyone to the same quantity per person (each need then says for how "
     "many people it is, and these figures must be verified), or rule = \"need\" to bring everyone "
     "to the same part of what they ask for (simpler, but who asks for more then gets more)."},
    {kRuleUnknown,
     "found \"{found}\"; expected people (the same quantity per person) or need (the same part of "
     "what is asked for). Write rule = \"people\" or rule = \"need\"."},
    {kOrderWrong,
     "found \"{found}\"; expected, if you like, minimum first; then exactly one of fair, total and "
     "value; then any of stability, distance, cost, value and total; each at most once. Write for "
     "example order = [\"minimum\", \"fair\", \"distance\"]."},
    {kDetourWrong,
     "found \"{found}\"; expected a number from 1 to 100, the kilometres by road for a kilometre "
     "as the crow flies. Write 1.3, which suits most territories."},
    {kMemoryWrong,
     "found \"{found}\"; expected a whole number from 0 to 1000, how many past cycles count. Write "
     "0 where none does."},
    {kLotWrong,
     "found \"{found}\"; expected a whole number, from which lots are drawn. The day of the "
     "meeting will do: 20270104."},
    {kBelowMinimumUnknown,
     "found \"{found}\"; expected set_aside or share. Write below_minimum = \"set_aside\" or "
     "below_minimum = \"share\"."},
    {kTableMissing,
     "there is no such table; every territory has it, even without a row. Write it.[ Is it "
     "\"{1}\"? Then rename it.]"},
    {kTableNameNear,
     "this is no table of a territory and is left out. If {0} is meant, rename it."},
    {kHeaderMissing,
     "no column is named \"{0}\", which is required. Add it, or rename the column that holds it.[ "
     "Is it \"{1}\"?]"},
    {kHeaderRepeated,
     "found the column \"{found}\" again, first seen as column {0}; expected it once. Rename or "
     "remove one of the two."},
    {kRowTooLong,
     "found {0} cells; the header has {1}. Put a cell in quotation marks where it holds a comma or "
     "a semicolon, or remove what is too much."},
    {kCellEmpty, "found nothing; expected a value. Write it, or remove the row."},
    {kNotANumber, "found \"{found}\"; expected a number such as 12.5. Write digits only."},
    {kNumberWithUnit,
     "found \"{found}\"; expected a number such as 12.5. Write {0} here[ and the unit in {2}]."},
    {kThousandsSeparator,
     "found \"{found}\"; expected a number without separators between thousands. Write {0}."},
    {kNumberNotFinite,
     "found \"{found}\"; expected a number such as 12.5. Write the figure, or remove the row until "
     "it is known."},
    {kTooManyDecimals, "found \"{found}\"; expected {0} decimals at most. Round it."},
    {kNumberTooLarge,
     "found \"{found}\"; expected {0} at most. Check the figure, or count in a larger unit."},
    {kNegative, "found \"{found}\"; expected 0 or more. Write it without the minus sign."},
    {kZeroQuantity,
     "found \"{found}\"; expected more than 0. Write the quantity, or remove the row."},
    {kQuantumNotPositive,
     "found \"{found}\"; expected more than 0. Write the step people use, such as 5 where crates "
     "hold 5 kg."},
    {kNotWholeQuanta,
     "found \"{found}\"; expected a multiple of {0} {1}, the quantum of this resource. Write [{2} "
     "or ]{3}, or change the quantum in resources.csv."},
    {kMinimumAboveQuantity,
     "found a minimum of \"{found}\"; expected at most the quantity, {0}. Lower the one or raise "
     "the other."},
    {kPeopleNotWhole,
     "found \"{found}\"; expected a whole number of people, from 1. An organisation that stands "
     "for itself writes 1."},
    {kPeopleMissing,
     "the rule is \"people\", and nothing says for how many people this need of \"{1}\" is. Write "
     "it here, or for the stakeholder in stakeholders.csv; an organisation that stands for itself "
     "writes 1."},
    {kIntensityWrong, "found \"{found}\"; expected 1, 2 or 3. Write 3 for what is needed most."},
    {kDateWrong, "found \"{found}\"; expected a day that exists, written YYYY-MM-DD.[ Write {0}.]"},
    {kFromAfterUntil,
     "found \"{found}\", which is before the first day, {0}; expected the same day or a later one. "
     "Check both days."},
    {kLatitudeOutOfRange,
     "found \"{found}\"; expected degrees from -90 to 90. Check that longitude and latitude have "
     "not changed places."},
    {kLongitudeOutOfRange,
     "found \"{found}\"; expected degrees from -180 to 180. Check that longitude and latitude have "
     "not changed places."},
    {kPositionHalf,
     "found \"{found}\" and no {0} with it; expected both. Write the other, or neither."},
    {kArrangedKindUnknown,
     "found \"{found}\"; expected today (what happens now), agreed (accepted) or fixed (settled by "
     "both, never touched). Write one of these words."},
    {kYesOrNo,
     "found \"{found}\"; expected yes or no. Write one of them, or leave the cell empty for no."},
    {kIdRepeated,
     "found the id \"{found}\" again, first seen at {0}; expected each id once among stakeholders, "
     "needs and contributions, and once in every other table. Change one of the two."},
    {kIdWithSpace,
     "found the id \"{found}\"; expected one word: a space separates ids in lists, and * stands "
     "for all.[ Write \"{0}\".]"},
    {kStakeholderUnknown,
     "found \"{found}\"; expected the id or the name of a stakeholder.[ Did you mean \"{0}\"?] If "
     "it is new, add it to stakeholders.csv."},
    {kResourceUnknown,
     "found \"{found}\"; expected the id or the name of a resource.[ Did you mean \"{0}\"?] If it "
     "is new, add it to resources.csv."},
    {kNeedUnknown,
     "found \"{found}\"; expected the id of a need.[ Did you mean \"{0}\"?] If it is new, add it "
     "to needs.csv."},
    {kContributionUnknown,
     "found \"{found}\"; expected the id of a contribution.[ Did you mean \"{0}\"?] If it is new, "
     "add it to contributions.csv."},
    {kSharedProblemUnknown,
     "found \"{found}\"; expected the id or the title of a problem.[ Did you mean \"{0}\"?] If it "
     "is new, add it to problems.csv."},
    {kSharedCostUnknown,
     "found \"{found}\"; expected the id or the name of a shared cost.[ Did you mean \"{0}\"?] If "
     "it is new, add it to shared_costs.csv."},
    {kProjectUnknown,
     "found \"{found}\"; expected the id or the name of a project.[ Did you mean \"{0}\"?] If it "
     "is new, add it to projects.csv."},
    {kProjectLimitUnknown,
     "found \"{found}\"; expected the id or the name of a limit.[ Did you mean \"{0}\"?] If it "
     "is new, add it to project_limits.csv."},
    {kBanSideUnknown,
     "found \"{found}\"; expected the id or the name of a stakeholder, the id of a contribution "
     "(under from) or of a need (under to), or * for all.[ Did you mean \"{0}\"?]"},
    {kIdOfAnotherTable,
     "found \"{found}\", which is an id of {0}; expected one of another table. Check that the "
     "columns have not changed places."},
    {kNameAmbiguous,
     "found \"{found}\", a name that several bear: {0}. Write the id of the one you mean."},
    {kCommuneUnknown,
     "found \"{found}\"; expected the INSEE code of a French commune, such as 26113, or its name. "
     "Check the spelling; a postal code is not an INSEE code."},
    {kCommuneAmbiguous,
     "found \"{found}\", a name that several communes bear: {0}. Write the code of the one you "
     "mean."},
    {kBroaderCycle,
     "found a circle: {0}. A resource cannot lie under itself: empty one of these cells."},
    {kUnitsDiffer,
     "found the unit \"{0}\", while the broader resource \"{1}\" is in \"{2}\"; expected one unit. "
     "Correct one of the two, or empty the cell under broader."},
    {kQuantaDiffer,
     "found {0}, while \"{1}\" states {2}; expected one quantum for resources that stand for one "
     "another. Write the same, or leave one empty."},
    {kUnlikeResources,
     "found \"{0}\", which is in \"{1}\", together with \"{2}\", which is in \"{3}\"; expected one "
     "unit. Write two rows."},
    {kFamilyTooLarge,
     "found {0} for all its quantities together; expected {1} at most. Count in a larger unit, or "
     "with a larger quantum."},
    {kPairRepeated,
     "found this contribution and this need together again, first seen at line {0}; expected each "
     "pair once. Remove one of the two."},
    {kArrangedUnlike,
     "the contribution gives \"{0}\" and the need asks for \"{1}\", which do not stand for one "
     "another. Check both ids."},
    {kMoreProblems, "And {0} more problems. Correct those above first."},
    {kSharedPartNeedsOwnPeople,
     "the rule is \"people\", and several needs of \"{0}\" draw on the same means ({1+}); expected "
     "that each says for how many people it is. Write it under people in needs.csv."},
    {kSharedPartPeopleExceed,
     "the needs of \"{0}\" that draw on the same means ({1+}) are for more people together than "
     "\"{0}\" stands for. Lower them in needs.csv, or correct the figure in stakeholders.csv."},
    {kFixedExceedsContribution,
     "found {1} on lines already fixed from \"{0}\"; expected {2} at most, what it has. Lower a "
     "fixed line, or raise the contribution."},
    {kFixedExceedsNeed,
     "found {1} on lines already fixed for \"{0}\"; expected {2} at most, what it asks for. Lower "
     "a fixed line, or raise the need."},
    {kListedLinkNotPossible,
     "the pair of \"{0}\" and \"{1}\" is not possible and is left out: {=2}. Remove the line, or "
     "correct the rows it joins."},
    {kNothingToKeep,
     "there is nothing to keep: no agreed line and no earlier plan. Write agreed lines in "
     "arranged.csv, or name the earlier plan with --previous."},
    {kPlanFormat,
     "found the format \"{found}\"; expected \"bocage-plan/1\". Check that it is the plan you "
     "mean, or make it again with this version."},
    {kPlanValueMissing,
     "found nothing; expected {=0}. Make the plan again: it has been changed or cut short."},
    {kPlanValueWrong,
     "found \"{found}\"; expected {=0}. Make the plan again: it has been changed."},
    {kWordUnknown, "found \"{found}\"; expected one of {0}. Write one of them."},
    {kMomentWrong,
     "found \"{found}\"; expected a day and a time such as 2026-12-03T14:05. Write it so."},
    {kPlanNumberWrong,
     "found \"{found}\"; expected the number of a plan of this cycle, from 1. Write it."},
    {kStepOutOfOrder,
     "the step \"{found}\" cannot be taken where the cycle stands then ({0}); it is left out. "
     "Remove the row, or put the rows in the order things happened."},
    {kSettingNotCount, "found \"{found}\"; expected a whole number from {0} to {1}. Write it."},
    {kSettingNotPercent, "found \"{found}\"; expected a number from 0 to 100. Write it."},
    {kSettingNotShare,
     "found \"{found}\"; expected a share such as \"2/3\", more than 0 and at most 1. Write it in "
     "quotation marks."},
    {kNotRatio,
     "found \"{found}\"; expected a share from 0 to 1. Write it as a number: 0.8 for 80 %."},
    {kCompareNotAmount, "found \"{found}\"; expected a number, 0 or more. Write it."},
    {kCompareNotTexts,
     "found \"{found}\"; expected a list of texts. Write it in square brackets: [\"residents\", "
     "\"association\"]."},
    {kCompareNameUnknown,
     "found \"{found}\"; no {0} of that name is in the tables, so this line counts for nothing. "
     "Correct the name or remove the line."},
    {kRowsOfNoTable,
     "there is no such table, and {0} is about its rows; expected both. Write it, or remove {0}."},
    {kCostMemberRepeated,
     "found \"{found}\", who shares \"{0}\" on line {1} already; expected each member once. "
     "Remove one of the two lines."},
    {kCoalitionRepeated,
     "found a second cost for the same members of \"{0}\", stated at {1} already; expected one. "
     "Remove one of the two."},
    {kCoalitionNotOfMembers,
     "found \"{1}\", who does not share \"{0}\"; expected members of this cost. Add a line to "
     "shared_cost_members.csv, or take \"{1}\" out."},
    {kCostWithoutMembers,
     "nobody shares \"{0}\"; expected its members, a line each, in shared_cost_members.csv. Add "
     "them, or remove this row."},
    {kCostUseMissing,
     "the use of \"{0}\" is not stated for {1+}; expected it for every member, since the key or "
     "the formula rests on it. Write it under use in shared_cost_members.csv; 0 is a figure too."},
    {kCostUseNothing,
     "nobody uses \"{0}\", which is divided by use; expected some use. Write it under use in "
     "shared_cost_members.csv, or choose another method."},
    {kCostOfAllDiffers,
     "found {found} for all members together; expected {1}, the cost of \"{0}\" in "
     "shared_costs.csv. Correct one of the two, or remove this row."},
    {kCostFormulaHalf,
     "found a capacity for \"{0}\" and nothing under {1}; expected what every capacity begun "
     "costs. Write it, or remove the capacity."},
    {kCostMembersTooMany,
     "more than {1} members share \"{0}\"; expected {1} at most. Divide it in two."},
    {kProjectRowRepeated,
     "found \"{found}\" a second time for \"{0}\", after line {1}; expected one row. Remove one "
     "of the two lines."},
    {kFunderRepeated,
     "found \"{found}\", whose budget stands on line {1} already; expected each funder once. "
     "Remove one of the two lines."},
    {kFunderUnknown,
     "found \"{1}\" among the funders of \"{0}\", and no budget of it; expected funders of "
     "funders.csv. Add its row there, or take it out."},
    {kBenefitUnitsDiffer,
     "found \"{found}\" for \"{0}\" and \"{1}\" elsewhere; expected one unit, since benefits "
     "are added up. Use the same unit for all projects."},
    {kProjectQuantityMissing,
     "found a figure under {1}, and \"{0}\" states no quantity; expected what it makes in all. "
     "Write it under quantity in projects.csv, or empty this cell."},
    {kBatchMissing,
     "no smallest batch is stated for \"{1}\" in \"{0}\"; expected the least it would start "
     "for, since a token part is no part. Write it under minimum."},
    {kFunderSharesCrossed,
     "found a least share of {1} and a most share of {2} for \"{0}\"; expected the first not to "
     "exceed the second. Correct one of the two."},
    {kOwnFundsWithoutCost,
     "found own funds for \"{0}\", which states no cost; expected the cost they are part of. "
     "Write it under cost, or empty this cell."},
    {kVotesSectionMissing,
     "there is no section {0}; expected META, PROJECTS and VOTES, each on a line of its own. Add "
     "it."},
    {kVotesColumnMissing, "section {0} has no {1}; expected it. Add it to the section."},
    {kVotesTypeUnknown,
     "found votes of type \"{found}\"; expected one of {0}. Votes that rank projects cannot be "
     "counted by equal shares."},
    {kVoteProjectUnknown,
     "found a vote for \"{found}\", which is no project of this file; expected an id under "
     "PROJECTS. Correct it, or take it out."},
    {kVotePointsDiffer,
     "found {0} points for {1} projects; expected points for each. Complete the row."},
    {kVotesNone, "nobody votes here; expected a row a voter. Add the votes."},
    {kCountNotWhole,
     "found \"{found}\"; expected a whole number, 0 or more: people are counted. Correct it."},
    {kSharesNotWhole,
     "found \"{found}\"; expected a whole number of shares, taken (5) or given back (-5), and not "
     "0. Correct it, or remove the row."},
    {kStatuteWrong, "found \"{found}\"; expected {0}. Correct it in territory.toml."},
    {kCollegeUnknown,
     "found \"{found}\"; expected the id or the name of a college.[ Did you mean \"{0}\"?] If it "
     "is new, add it to colleges.csv."},
    {kAssociateUnknown,
     "found \"{found}\"; expected the id or the name of a member.[ Did you mean \"{0}\"?] If it is "
     "new, add it to associates.csv."},
    {kResolutionUnknown,
     "found \"{found}\"; expected the id or the title of a resolution.[ Did you mean \"{0}\"?] If "
     "it is new, add it to resolutions.csv."},
    {kAssemblyRowRepeated,
     "found \"{found}\" a second time, after line {0}; expected it once. Nothing tells which of "
     "the "
     "two holds: remove one."},
    {kCollegesTooMany, "more than {0} colleges; expected {0} at most. Join some of them."},
    {kWeightHalf,
     "\"{0}\" has no weight and other colleges have one; expected a weight of each, or of none, "
     "and "
     "then all weigh the same. Write it under weight."},
    {kMajorityUnknown,
     "found \"{found}\"; expected ordinary (more than half of what is expressed), two_thirds, "
     "unanimity, or a fraction such as 3/5 (at least that). Correct it."},
    {kVoteUnknown, "found \"{found}\"; expected one of {0}. Correct it."},
    {kVoterNotMember,
     "\"{0}\" is no member on {1}, the day of the vote; expected somebody who entered before and "
     "has not left. Correct the days in associates.csv, or remove the vote."},
    {kVoterNoCollege,
     "\"{0}\" is in no college, and votes count by college; expected its college. Write it in "
     "associates.csv."},
    {kProxyNotThere,
     "\"{0}\" carries this vote and does not vote itself; expected somebody who is there. Add its "
     "own vote, or correct who carries this one."},
    {kProxyOfItself,
     "\"{0}\" carries its own vote; expected somebody else, or an empty cell where it is there "
     "itself. Empty the cell."},
    {kProxiesTooMany,
     "\"{0}\" carries {1} votes of others on this resolution; the statutes allow {2}. Nothing "
     "tells "
     "which of them hold: give the others to somebody else, or remove them."},
    {kVotesTwoWays,
     "\"{0}\" has votes member by member in ballots.csv and shows of hands in hands.csv; expected "
     "one of the two. Remove the other."},
    {kHandsTooMany,
     "found {0} votes where there are {1} people to vote; expected no more votes than people. "
     "Correct one of the figures."},
    {kHandsCollege,
     "a show of hands on \"{0}\" that names no college, or one where votes count by head; expected "
     "a row a college, and its name, where there are colleges. Correct it."},
    {kSharesBelowNothing,
     "\"{0}\" gives back more shares than the {1} it holds on {2}; expected no more than that. "
     "Correct the number, or add the entry that is missing."},
    {kRulePredicateUnknown, "found \"{found}\"; expected one of {0}. Correct it."},
    {kRuleParameterWrong,
     "found \"{0}\"; expected {1}. Correct it: pieces read name=value, separated by \";\"."},
    {kRuleWordUnknown, "found \"{found}\"; expected one of {0}. Correct it."},
    {kRuleRepeated,
     "found \"{found}\" a second time for the same days, after line {0}; expected one rule of a "
     "name "
     "at a time. End the first one before this one begins."},
    {kLotAboveQuantity,
     "found {found}, more than the whole of {0}; expected a lot that fits into it at least once. "
     "Correct one of the two."},
    {kSmallestAboveQuantity,
     "found {found}, more than the whole of {0}; expected a smallest delivery that could be made. "
     "Correct one of the two."},
    {kOfferUnknown,
     "found \"{found}\"; expected the id of a need or of a contribution.[ Did you mean "
     "\"{0}\"?] If it is new, add its row."},
    {kDependsOnItself,
     "found \"{0}\" among what it depends on itself; expected other needs or contributions. Take "
     "it out."},
    {kRecipeUnknown,
     "found \"{found}\"; expected a recipe of recipes.csv.[ Did you mean \"{0}\"?] If it is new, "
     "add its rows there."},
    {kRecipeRowRepeated,
     "found this resource a second time on the same side of recipe \"{0}\", after line {1}; "
     "expected one row. Add the two up, or remove one."},
    {kRecipeRowEmpty,
     "found neither a quantity taken nor one made in recipe \"{0}\"; expected at least one. Write "
     "it under takes or under makes."},
    {kRecipeLosesAll,
     "found a loss of everything in recipe \"{0}\"; expected less than 1, such as 0.05 for one in "
     "twenty. Correct it."},
    {kRecipeTakesNothing,
     "recipe \"{0}\" takes nothing; expected a row with a quantity under takes. Add it: what comes "
     "from nothing is a contribution."},
    {kRecipeMakesNothing,
     "recipe \"{0}\" makes nothing; expected a row with a quantity under makes. Add it: what goes "
     "into nothing is a need."},
    {kRecipeTooFine,
     "found {found}, and recipe \"{0}\" must stay exact; expected at most 1000000 units of "
     "anything "
     "per unit of it, in quanta of no more. State it for less, or in larger units."},
    {kActivityMakesTooLittle,
     "found a capacity with which \"{0}\" handles less than {2} {3} of \"{1}\"; expected at least "
     "that, the quantum of it. State a larger capacity, or a smaller quantum."},
}};

static_assert(covers_every_code(kEnglish));

}  // namespace

const ProblemWordings& english_problems() { return kEnglish; }

}  // namespace bocage::exchange
