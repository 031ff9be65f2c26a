#include <boost/json.hpp>

#include "exchange/wording/problems.h"
#include "http/view/view.h"

namespace bocage::http {

namespace json = boost::json;
using territory::ProblemCode;

namespace {

// What the cell could say instead, where the problem knows.
std::string proposed_fix(const territory::Problem& problem) {
  auto const fact = [&](std::size_t place) {
    return place < problem.facts.size() ? problem.facts[place] : std::string();
  };
  switch (problem.code) {
    case ProblemCode::kNumberWithUnit:
    case ProblemCode::kThousandsSeparator:
    case ProblemCode::kDateWrong:
    case ProblemCode::kStakeholderUnknown:
    case ProblemCode::kResourceUnknown:
    case ProblemCode::kNeedUnknown:
    case ProblemCode::kContributionUnknown:
    case ProblemCode::kSharedProblemUnknown:
    case ProblemCode::kSharedCostUnknown:
    case ProblemCode::kProjectUnknown:
    case ProblemCode::kProjectLimitUnknown:
    case ProblemCode::kIdWithSpace:
    case ProblemCode::kMinimumAboveQuantity:
      return fact(0);
    case ProblemCode::kNotWholeQuanta:
      return fact(2).empty() || fact(2) == "0" ? fact(3) : fact(2);
    default:
      return {};
  }
}

}  // namespace

json::array problems_view(const territory::Problems& problems, const Reader& reader) {
  json::array list;
  for (const territory::Problem& problem : problems.list) {
    list.push_back(json::object{{"error", problem.severity == territory::Severity::kError},
                                {"file", problem.place.file},
                                {"line", problem.place.line},
                                {"column", problem.place.column},
                                {"header", problem.place.header},
                                {"found", problem.found},
                                {"message", exchange::sentence(problem, reader.language)},
                                {"fix", proposed_fix(problem)}});
  }
  return list;
}

}  // namespace bocage::http
