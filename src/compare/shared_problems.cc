#include "compare/shared_problems.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "territory/distance.h"
#include "territory/find.h"

namespace bocage::compare {
namespace {

using territory::Joiner;
using territory::Metres;
using territory::SharedProblemView;
using territory::StakeholderIndex;
using territory::Territory;

class View {
 public:
  View(const Territory& territory, const territory::Plan& plan,
       const territory::Proceedings& proceedings)
      : all_(territory), proceedings_(proceedings) {
    for (const territory::PlanNeed& need : plan.needs) {
      served_[need.id] = need.served;
    }
    for (const territory::PlanContribution& offer : plan.contributions) {
      left_[offer.id] = offer.left;
    }
  }

  [[nodiscard]] SharedProblemView of(const territory::SharedProblem& problem) const {
    SharedProblemView view;
    view.id = problem.id;
    view.title = problem.title;
    view.theme = problem.theme;
    view.place = problem.place;
    std::set<std::size_t> sharing;
    if (problem.raised_by) {
      view.raised_by = all_.stakeholders[problem.raised_by->position()].id;
      sharing.insert(problem.raised_by->position());
    }
    for (StakeholderIndex const one : problem.shared_by) {
      sharing.insert(one.position());
    }
    std::map<std::string, territory::UnitSummary> units;
    for (const territory::Need& need : all_.needs) {
      if (need.problem == problem.id) {
        sharing.insert(need.stakeholder.position());
        add_need(need, view, units);
      }
    }
    for (const territory::Contribution& offer : all_.contributions) {
      if (offer.problem == problem.id) {
        sharing.insert(offer.stakeholder.position());
        view.contributions.push_back(offer.id);
      }
    }
    for (auto& [unit, summary] : units) {
      summary.unit = unit;
      view.by_unit.push_back(summary);
    }
    for (std::size_t const one : sharing) {
      view.shared_by.push_back(all_.stakeholders[one].id);
    }
    view.records = records_of(problem, view);
    view.could_join = joiners(view, sharing);
    return view;
  }

 private:
  void add_need(const territory::Need& need, SharedProblemView& view,
                std::map<std::string, territory::UnitSummary>& units) const {
    view.needs.push_back(need.id);
    territory::Millionths const asked = in_units(all_, need.family, need.quantity);
    auto const found = served_.find(need.id);
    territory::Millionths const served =
        found == served_.end() ? territory::Millionths(0) : found->second;
    territory::UnitSummary& unit = units[all_.families[need.family.position()].unit];
    unit.needed += asked;
    unit.served += served;
    if (served < asked) {
      view.lacking.push_back(need.id);
    }
  }

  // Rows of past and present cycles that concern it: by a line of its needs and contributions, or
  // because they name it.
  [[nodiscard]] int records_of(const territory::SharedProblem& problem,
                               const SharedProblemView& view) const {
    auto const concerns = [&](const territory::LineName& line) {
      return std::find(view.needs.begin(), view.needs.end(), line.need) != view.needs.end() ||
             std::find(view.contributions.begin(), view.contributions.end(), line.contribution) !=
                 view.contributions.end();
    };
    auto const names = [&](const std::string& text) {
      return !problem.id.empty() && text.find(problem.id) != std::string::npos;
    };
    std::int64_t count = 0;
    for (const auto& row : proceedings_.positions) {
      count += concerns(row.line) || names(row.argument) ? 1 : 0;
    }
    for (const auto& row : proceedings_.commitments) {
      count += concerns(row.line) ? 1 : 0;
    }
    for (const auto& row : proceedings_.deliveries) {
      count += concerns(row.line) || names(row.note) ? 1 : 0;
    }
    for (const auto& row : proceedings_.steps) {
      count += names(row.note) ? 1 : 0;
    }
    for (const auto& row : proceedings_.decisions) {
      count += names(row.note) || names(row.value) ? 1 : 0;
    }
    return static_cast<int>(count);
  }

  [[nodiscard]] std::optional<territory::Position> place_of_stakeholder(std::size_t one) const {
    const territory::Stakeholder& row = all_.stakeholders[one];
    return row.position ? row.position : row.commune_centre;
  }

  [[nodiscard]] std::optional<Metres> nearest(std::size_t one,
                                              const std::set<std::size_t>& sharing) const {
    auto const here = place_of_stakeholder(one);
    std::optional<Metres> best;
    for (std::size_t const other : sharing) {
      auto const there = place_of_stakeholder(other);
      if (here && there) {
        Metres const metres = territory::road_distance(*here, *there, all_.settings.detour);
        best = best ? std::min(*best, metres) : metres;
      }
    }
    return best;
  }

  // Who has a need like one of those, or something left that would serve one that lacks.
  [[nodiscard]] std::vector<Joiner> joiners(const SharedProblemView& view,
                                            const std::set<std::size_t>& sharing) const {
    constexpr std::size_t kMost = 10;
    std::map<std::size_t, Joiner> found;
    for (const std::string& id : view.needs) {
      auto const index = find_need(all_, id);
      const territory::Need& own = all_.needs[index->position()];
      bool const lacks =
          std::find(view.lacking.begin(), view.lacking.end(), id) != view.lacking.end();
      for (const territory::Need& need : all_.needs) {
        territory::Contribution imagined;
        imagined.resources = need.resources;
        imagined.family = need.family;
        if (need.family == own.family && sharing.count(need.stakeholder.position()) == 0 &&
            serves(all_, imagined, own)) {
          found[need.stakeholder.position()].need = need.id;
        }
      }
      for (const territory::Contribution& offer : all_.contributions) {
        auto const left = left_.find(offer.id);
        if (lacks && offer.family == own.family &&
            sharing.count(offer.stakeholder.position()) == 0 && serves(all_, offer, own) &&
            left != left_.end() && left->second > territory::Millionths(0)) {
          found[offer.stakeholder.position()].contribution = offer.id;
        }
      }
    }
    std::vector<std::pair<std::size_t, Joiner>> sorted;
    for (auto& [one, joiner] : found) {
      joiner.stakeholder = all_.stakeholders[one].id;
      joiner.distance = nearest(one, sharing);
      sorted.emplace_back(one, joiner);
    }
    auto const key = [](const std::pair<std::size_t, Joiner>& one) {
      return std::tuple(!one.second.distance.has_value(), one.second.distance.value_or(Metres(0)),
                        one.first);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    std::vector<Joiner> list;
    for (std::size_t i = 0; i < std::min(kMost, sorted.size()); ++i) {
      list.push_back(std::move(sorted[i].second));
    }
    return list;
  }

  const Territory& all_;
  const territory::Proceedings& proceedings_;
  std::map<std::string, territory::Millionths> served_;
  std::map<std::string, territory::Millionths> left_;
};

}  // namespace

std::vector<SharedProblemView> shared_problems(const Territory& territory,
                                               const territory::Plan& plan,
                                               const territory::Proceedings& proceedings) {
  View const view(territory, plan, proceedings);
  std::vector<SharedProblemView> all;
  for (const territory::SharedProblem& problem : territory.problems) {
    all.push_back(view.of(problem));
  }
  return all;
}

}  // namespace bocage::compare
