#include "exchange/import/intake.h"

namespace bocage::exchange::importing {

RowKey key_of(const SheetPlace& place) { return {{place.file, place.sheet}, place.row}; }

bool Intake::problem(FindingCode code, const SheetPlace& place, std::string found, std::string fix,
                     std::vector<std::string> facts) {
  Finding finding{code, Level::kProblem, place, std::move(found), std::move(fix), std::move(facts)};
  finding.applied = options_.accept_fixes && !finding.fix.empty();
  bool const applied = finding.applied;
  add(std::move(finding));
  return applied;
}

void Intake::question(FindingCode code, const SheetPlace& place, std::string found, std::string fix,
                      std::vector<std::string> facts) {
  add({code, Level::kQuestion, place, std::move(found), std::move(fix), std::move(facts)});
}

void Intake::note(FindingCode code, const SheetPlace& place, std::string found, std::string fix,
                  std::vector<std::string> facts) {
  add({code, Level::kNote, place, std::move(found), std::move(fix), std::move(facts)});
}

void Intake::add(Finding finding) {
  if (finding.level == Level::kProblem && !finding.applied && finding.place.row > 0) {
    blocked_.insert(key_of(finding.place));
  }
  findings_.push_back(std::move(finding));
}

std::vector<RowKey> Intake::rows_left_out() const {
  std::vector<RowKey> left_out;
  for (const RowKey& row : rows_) {
    if (blocked_.count(row) != 0) {
      left_out.push_back(row);
    }
  }
  return left_out;
}

}  // namespace bocage::exchange::importing
