#include "exchange/reading/report.h"

#include <algorithm>
#include <compare>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "exchange/reading/table_formats.h"

namespace bocage::exchange {

using territory::Place;
using territory::Problem;
using territory::ProblemCode;
using territory::Severity;

void Report::add(Problem problem) {
  if (problems_.size() < kMost) {
    problems_.push_back(std::move(problem));
    return;
  }
  ++left_out_;
  left_out_error_ = left_out_error_ || problem.severity == Severity::kError;
}

void Report::error(ProblemCode code, Place place, std::string found,
                   std::vector<std::string> facts) {
  add({code, Severity::kError, std::move(place), std::move(found), std::move(facts)});
}

void Report::warning(ProblemCode code, Place place, std::string found,
                     std::vector<std::string> facts) {
  add({code, Severity::kWarning, std::move(place), std::move(found), std::move(facts)});
}

territory::Problems Report::take() {
  std::unordered_map<std::string, int> rank{{std::string(kSettingsFile), 0}};
  for (const TableFormat& table : kTables) {
    rank.emplace(file_of(table), static_cast<int>(rank.size()));
  }
  for (Problem const& problem : problems_) {
    rank.emplace(problem.place.file, static_cast<int>(rank.size()));
  }
  auto const before = [&rank](const Problem& a, const Problem& b) {
    auto const key = [&rank](const Place& place) {
      return std::tuple(rank.at(place.file), place.line, place.column);
    };
    auto const order = key(a.place) <=> key(b.place);
    return order != 0 ? order < 0 : base::compare_naturally(a.place.path, b.place.path) < 0;
  };
  std::stable_sort(problems_.begin(), problems_.end(), before);
  if (left_out_ > 0) {
    Problem more;
    more.code = ProblemCode::kMoreProblems;
    more.severity = left_out_error_ ? Severity::kError : Severity::kWarning;
    more.facts = {std::to_string(left_out_)};
    problems_.push_back(std::move(more));
  }
  return {std::move(problems_)};
}

}  // namespace bocage::exchange
