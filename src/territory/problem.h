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
};

enum class ProblemCode {
  kFileMissing,
  kFileUnreadable,
  kFileIsFolder,
  kFileTooLarge,  // facts: the limit in MB
  kFileEmpty,
  kTextUtf16,
  kTextBinary,
  kTextWorkbook,
  kTextBrokenUtf8,
  kLineTooLong,  // facts: the limit in kB
  kTooManyCells,
  kQuoteNotClosed,
  kJsonSyntax,
  kJsonIncomplete,
  kJsonTooDeep,      // facts: the limit
  kJsonRepeatedKey,  // found: the key
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
  kPeopleMissing,  // the need, its stakeholder
  // A plan that is no plan of ours; the header of its place is the path of the key.
  kPlanFormat,        // found: the format it says it has
  kPlanValueMissing,  // facts: what is expected, one of exchange/read_plan.cc
  kPlanValueWrong,    // facts: the same
};

struct Problem {
  ProblemCode code = ProblemCode::kFileMissing;
  Severity severity = Severity::kError;
  Place place;
  std::string found;               // as written
  std::vector<std::string> facts;  // what the sentence names besides, in its order
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
