#include <tuple>

#include "exchange/reading/derive.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::SharedProblem;
using territory::StakeholderIndex;
using Columns = SharedProblemColumn;

SharedProblem read_shared_problem(Row& row, const Lookup& stakeholders) {
  SharedProblem problem;
  problem.id = row.text(Columns::kId);
  problem.title = row.required_text(Columns::kTitle);
  problem.theme = row.text(Columns::kTheme);
  problem.place = row.text(Columns::kPlace);
  if (row.has(Columns::kRaisedBy)) {
    auto const raised =
        row.reference(Columns::kRaisedBy, stakeholders, ProblemCode::kStakeholderUnknown);
    problem.raised_by = raised ? std::optional(StakeholderIndex(*raised)) : std::nullopt;
  }
  if (row.has(Columns::kSharedBy)) {
    for (std::size_t const position :
         row.references(Columns::kSharedBy, stakeholders, ProblemCode::kStakeholderUnknown)) {
      problem.shared_by.emplace_back(position);
    }
  }
  return problem;
}

}  // namespace

void read_shared_problems(Reading& reading) {
  const RawTable& table = reading.table(Table::kSharedProblems);
  reading.shared_problems.whole = table.readable();
  if (!table.present() || !table.readable()) {
    return;
  }
  reading.shared_problem_ids.claim(table, Columns::kId, reading.report);
  std::vector<Draft<SharedProblem>> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kSharedProblems, position);
    SharedProblem problem = read_shared_problem(row, reading.stakeholders);
    std::string title = problem.title;
    drafts.push_back({std::move(problem), position, std::move(title)});
  }
  derive_ids(reading, reading.shared_problem_ids, Table::kSharedProblems, drafts,
             [](const Draft<SharedProblem>& draft) {
               const SharedProblem& one = draft.value;
               return std::tie(one.title, one.theme, one.place, one.raised_by, one.shared_by);
             });
  sort_by_id(drafts);
  for (Draft<SharedProblem>& draft : drafts) {
    reading.shared_problems.add(draft.value.id, draft.value.title);
    reading.territory.problems.push_back(std::move(draft.value));
  }
}

}  // namespace bocage::exchange
