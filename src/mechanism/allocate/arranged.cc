#include "mechanism/allocate/arranged.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace bocage::mechanism::allocate {
namespace {

using territory::ArrangedKind;
using territory::ArrangedLine;
using territory::Territory;
using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;

template <class Rows>
std::unordered_map<std::string_view, std::uint32_t> places_by_id(const Rows& rows) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    places.emplace(rows[i].id, i);
  }
  return places;
}

Pairs arranged_lines(const Territory& territory, ArrangedKind kind) {
  Pairs lines;
  for (const ArrangedLine& line : territory.arranged) {
    if (line.kind == kind) {
      lines[{static_cast<std::uint32_t>(line.contribution.position()),
             static_cast<std::uint32_t>(line.need.position())}] += line.quantity.count();
    }
  }
  return lines;
}

// The transfers of the previous plan that still name what exists, in whole quanta, without the
// fixed lines.
Pairs previous_lines(const Territory& territory, const territory::Plan& previous,
                     const Pairs& fixed) {
  auto const contributions = places_by_id(territory.contributions);
  auto const needs = places_by_id(territory.needs);
  Pairs lines;
  for (const territory::PlanTransfer& transfer : previous.transfers) {
    auto const contribution = contributions.find(transfer.contribution);
    auto const need = needs.find(transfer.need);
    if (contribution == contributions.end() || need == needs.end()) {
      continue;
    }
    std::pair const pair{contribution->second, need->second};
    auto const& family = territory.families[territory.needs[pair.second].family.position()];
    std::int64_t quantity = transfer.quantity.count() / family.quantum.count();
    if (auto const held = fixed.find(pair); held != fixed.end()) {
      quantity -= held->second;
    }
    if (quantity > 0) {
      lines[pair] += quantity;
    }
  }
  return lines;
}

struct Sums {
  std::vector<std::int64_t> of_contribution;
  std::vector<std::int64_t> of_need;
};

Sums sums(const Territory& territory, const Pairs& lines) {
  Sums total{std::vector<std::int64_t>(territory.contributions.size()),
             std::vector<std::int64_t>(territory.needs.size())};
  for (const auto& [pair, quantity] : lines) {
    total.of_contribution[pair.first] += quantity;
    total.of_need[pair.second] += quantity;
  }
  return total;
}

void refuse_excess(const Territory& territory, const Sums& fixed, territory::Problems& problems) {
  auto const check = [&](const auto& rows, const std::vector<std::int64_t>& total,
                         territory::ProblemCode code) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (total[i] > rows[i].quantity.count()) {
        territory::Problem problem;
        problem.code = code;
        problem.place.file = "arranged.csv";
        problem.facts = {rows[i].id, std::to_string(total[i]),
                         std::to_string(rows[i].quantity.count())};
        problems.list.push_back(std::move(problem));
      }
    }
  };
  check(territory.contributions, fixed.of_contribution,
        territory::ProblemCode::kFixedExceedsContribution);
  check(territory.needs, fixed.of_need, territory::ProblemCode::kFixedExceedsNeed);
}

// Which earlier lines `keep` holds; what both owners agreed to needs no possible link.
Pairs kept_lines(const Territory& territory, const territory::PossibleLinks& links,
                 const Pairs& earlier, bool are_agreed, const Sums& fixed) {
  Pairs possible;
  for (const auto& [pair, quantity] : earlier) {
    if (are_agreed || find_link(links, pair.first, pair.second)) {
      possible[pair] = quantity;
    }
  }
  Sums const asked = sums(territory, possible);
  Pairs kept;
  for (const auto& [pair, quantity] : possible) {
    auto const [contribution, need] = pair;
    bool const fits =
        asked.of_contribution[contribution] + fixed.of_contribution[contribution] <=
            territory.contributions[contribution].quantity.count() &&
        asked.of_need[need] + fixed.of_need[need] <= territory.needs[need].quantity.count();
    if (fits) {
      kept[pair] = quantity;
    }
  }
  return kept;
}

std::vector<Line> as_lines(const Pairs& pairs) {
  std::vector<Line> lines;
  for (const auto& [pair, quantity] : pairs) {
    lines.push_back({pair.first, pair.second, quantity});
  }
  return lines;
}

}  // namespace

std::optional<std::size_t> find_link(const territory::PossibleLinks& links,
                                     std::uint32_t contribution, std::uint32_t need) {
  auto const begin = links.contribution.begin() + links.first[need];
  auto const end = links.contribution.begin() + links.first[need + 1];
  auto const found = std::lower_bound(begin, end, contribution);
  if (found == end || *found != contribution) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - links.contribution.begin());
}

Arranged arrange(const Territory& territory, const PlanOptions& options,
                 const territory::PossibleLinks& links) {
  Arranged arranged;
  Pairs held = arranged_lines(territory, ArrangedKind::kFixed);
  Sums const fixed = sums(territory, held);
  refuse_excess(territory, fixed, arranged.problems);
  Pairs earlier = arranged_lines(territory, ArrangedKind::kAgreed);
  bool const are_agreed = !earlier.empty();
  if (!are_agreed && options.previous != nullptr) {
    earlier = previous_lines(territory, *options.previous, held);
  }
  if (options.answer && earlier.empty() && options.previous == nullptr) {
    territory::Problem problem;
    problem.code = territory::ProblemCode::kNothingToKeep;
    arranged.problems.list.push_back(std::move(problem));
  }
  if (options.answer == territory::Answer::kKeep) {
    for (const auto& [pair, quantity] : kept_lines(territory, links, earlier, are_agreed, fixed)) {
      held[pair] += quantity;
      earlier.erase(pair);
    }
  }
  arranged.held = as_lines(held);
  arranged.earlier = as_lines(earlier);
  return arranged;
}

}  // namespace bocage::mechanism::allocate
