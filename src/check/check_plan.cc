#include "check/check_plan.h"

#include "check/links.h"
#include "check/matter.h"

namespace bocage::check {
namespace {

MaybeWrong first_wrong(Matter& matter) {
  if (MaybeWrong wrong = check_heading(matter)) {
    return wrong;
  }
  if (MaybeWrong wrong = check_tables(matter)) {
    return wrong;
  }
  LinkRule const rule(matter.territory);
  matter.links = find_links(matter.territory, rule);
  if (MaybeWrong wrong = check_people(matter)) {
    return wrong;
  }
  find_touched_parts(matter);
  find_standing_lines(matter);
  if (MaybeWrong wrong = check_lines(matter, rule)) {
    return wrong;
  }
  if (MaybeWrong wrong = check_programs(matter)) {
    return wrong;
  }
  set_touched_apart(matter);
  Certificate certificate;
  if (MaybeWrong wrong = check_blocks(matter, certificate)) {
    return wrong;
  }
  if (MaybeWrong wrong = check_optimal(matter, certificate)) {
    return wrong;
  }
  if (MaybeWrong wrong = check_reasons(matter, rule)) {
    return wrong;
  }
  for (auto const step : {check_minima, check_summary, check_assumptions}) {
    if (MaybeWrong wrong = step(matter)) {
      return wrong;
    }
  }
  return std::nullopt;
}

}  // namespace

territory::Verdict check_plan(const territory::Territory& territory, const territory::Plan& plan,
                              const CheckOptions& options) {
  Matter matter{territory, plan, options};
  territory::Verdict verdict;
  if (MaybeWrong wrong = first_wrong(matter)) {
    verdict.holds = false;
    verdict.wrong = std::move(*wrong);
  }
  verdict.notes = notes_of(matter);
  return verdict;
}

}  // namespace bocage::check
