#pragma once

#include <string>
#include <vector>

#include "territory/problem.h"

// What an import has to tell, as data; exchange/wording/import_words.h puts it in words.
namespace bocage::exchange::importing {

// Where in the sheets: a cell, a row, a range, a sheet or a file. 0 is "the whole".
struct SheetPlace {
  std::string file;
  std::string sheet;  // empty for a CSV file
  int row = 0;
  int column = 0;
  int last_row = 0;  // of a range
  int last_column = 0;
};

enum class Level {
  kProblem,   // its row (or sheet, or file) stays out until it is settled
  kQuestion,  // taken as said; somebody should look
  kNote,      // for the record
};

enum class FindingCode {
  // Files.
  kFileProblem,  // `problem` says it
  kOldExcel,
  kPasswordAsked,
  kOpenDocument,
  kNotASpreadsheet,
  kWorkbookBroken,  // found: the part
  kWorkbookTooLarge,
  kWorkbookEntities,
  kNoSheets,
  // Sheets.
  kHiddenSheet,    // found: how many cells
  kNoHeader,       // found: the first row
  kLineInOneCell,  // every line wrapped in quotes
  kTableUnclear,   // needs or contributions?
  kNoStakeholderColumn,
  kSameFieldTwice,  // found: the header; facts: the column that is taken
  kOutsideTable,    // text above the table
  // Rows.
  kTotalLine,
  kRemarkLine,
  kHeaderAgain,
  kSameRow,  // facts: the earlier row
  kNothingAsked,
  // Cells.
  kSpreadsheetError,
  kFormulaNotComputed,
  kNoStakeholder,
  kNoResource,
  kNoQuantity,
  kNotANumber,
  kThousands,
  kEitherMark,
  kApproximate,
  kRange,
  kQuestionMark,
  kNumberInWords,
  kCalculation,
  kRate,
  kExtraWords,
  kQuantityIsDate,
  kQuantityMerged,
  kNegative,
  kZero,
  kTooLarge,
  kTooManyDecimals,
  kMinimumAboveQuantity,
  kUnitMissing,
  kUnitDiffers,  // facts: the resource, its unit
  kUnitTwice,    // the cell says one unit, its column another
  kNotADate,
  kNoYear,
  kShortYear,
  kMonth,
  kYear,
  kWeek,
  kSerialDate,
  kTimeOfDay,
  kOpenDate,
  kFromAfterUntil,
  kPeriodKept,
  kPeopleNotWhole,
  kPeopleMissing,
  kNotAPosition,
  kNotAnIntensity,
  kSideUnclear,
  kSiretDamaged,
  kCommuneUnknown,
  kCommuneAmbiguous,  // facts: the codes
  kPostcodeAlone,
  // Across rows.
  kWrittenDifferently,  // found: the spellings; fix: the one kept
  kNearlySameName,      // found, facts: the other one
  kTwoValues,           // facts: the field, the value kept, whose
  kQuantumProposal,     // found: the resource; fix: the step
  // Purchases.
  kPurchaseColumnMissing,  // facts: the columns
  kPurchaseColumnUnknown,  // fix: the nearest known one, or empty
  kPurchaseEmptyLine,
  kPurchaseRequired,   // facts: the column
  kPurchaseNotListed,  // facts: the column, its values
  kPurchaseSiret,
  kPurchaseLocalUndefined,
};

struct Finding {
  FindingCode code = FindingCode::kFileProblem;
  Level level = Level::kProblem;
  SheetPlace place;
  std::string found;  // as written
  std::string fix;    // what is proposed; empty where there is nothing to propose
  std::vector<std::string> facts;
  bool applied = false;        // the proposal was accepted
  territory::Problem problem;  // for kFileProblem
};

}  // namespace bocage::exchange::importing
