#include "mechanism/allocate/prepare.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/sha256.h"
#include "mechanism/allocate/part.h"
#include "mechanism/allocate/stopwatch.h"

namespace bocage::mechanism::allocate {
namespace {

using territory::Criterion;
using territory::Need;
using territory::Rule;
using territory::Territory;

std::vector<Criterion> effective_order(const Territory& territory, const PlanOptions& options) {
  std::vector<Criterion> order = options.order.value_or(territory.settings.order);
  if (options.answer == territory::Answer::kShare) {
    std::erase(order, Criterion::kStability);
    auto const lead = std::find_if(order.begin(), order.end(),
                                   [](Criterion c) { return c != Criterion::kMinimum; });
    order.insert(lead == order.end() ? lead : lead + 1, Criterion::kStability);
  }
  return order;
}

// Rule `people`: two needs of one stakeholder in one connected part must each state their own
// people, together no more than the stakeholder's; else one group of people would count twice.
class SharedPartCheck {
 public:
  SharedPartCheck(const Territory& territory, const Part& whole, territory::Problems& problems)
      : territory_(territory), whole_(whole), problems_(problems) {}

  void run() {
    for (const Part& part : connected_pieces(whole_)) {
      std::vector<std::uint32_t> places = part.need_place;
      std::erase_if(
          places, [&](std::uint32_t need) { return territory_.needs[need].activity.has_value(); });
      std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{owner(a), a} < std::pair{owner(b), b};
      });
      for (std::size_t begin = 0; begin < places.size();) {
        std::size_t end = begin + 1;
        while (end < places.size() && owner(places[end]) == owner(places[begin])) {
          ++end;
        }
        if (end - begin > 1) {
          check({places.begin() + static_cast<std::ptrdiff_t>(begin),
                 places.begin() + static_cast<std::ptrdiff_t>(end)});
        }
        begin = end;
      }
    }
  }

 private:
  std::size_t owner(std::uint32_t need) const {
    return territory_.needs[need].stakeholder.position();
  }

  void check(const std::vector<std::uint32_t>& needs) {
    const territory::Stakeholder& stakeholder = territory_.stakeholders[owner(needs.front())];
    std::int64_t sum = 0;
    bool all_state = true;
    for (std::uint32_t const need : needs) {
      all_state = all_state && territory_.needs[need].people.has_value();
      sum += territory_.needs[need].people.value_or(0);
    }
    if (!all_state) {
      report(territory::ProblemCode::kSharedPartNeedsOwnPeople, stakeholder.id, needs, 0);
    } else if (stakeholder.people && sum > *stakeholder.people) {
      report(territory::ProblemCode::kSharedPartPeopleExceed, stakeholder.id, needs, sum);
    }
  }

  void report(territory::ProblemCode code, const std::string& stakeholder,
              const std::vector<std::uint32_t>& needs, std::int64_t sum) {
    territory::Problem problem;
    problem.code = code;
    problem.place.file = "needs.csv";
    problem.place.header = "people";
    problem.found = sum == 0 ? "" : std::to_string(sum);
    problem.facts.push_back(stakeholder);
    for (std::uint32_t const need : needs) {
      problem.facts.push_back(territory_.needs[need].id);
    }
    problems_.list.push_back(std::move(problem));
  }

  const Territory& territory_;
  const Part& whole_;
  territory::Problems& problems_;
};

// A number from the lot and the id alone, so that a lot is the same whatever else is in the
// territory.
std::int64_t draw(std::uint64_t lot, const std::string& id) {
  std::string const digest = base::sha256_hex(std::to_string(lot) + " " + id);
  return std::stoll(digest.substr(0, 5), nullptr, 16) + 1;
}

Instance numbers_of(const Territory& territory, const Prepared& prepared) {
  Instance instance;
  instance.first = prepared.linked.links.first;
  instance.contribution = prepared.linked.links.contribution;
  for (std::size_t c = 0; c < territory.contributions.size(); ++c) {
    instance.supply.push_back(territory.contributions[c].quantity.count() -
                              prepared.held_by_contribution[c]);
  }
  bool const minima_count = std::find(prepared.order.begin(), prepared.order.end(),
                                      Criterion::kMinimum) != prepared.order.end();
  for (std::size_t n = 0; n < territory.needs.size(); ++n) {
    const Need& need = territory.needs[n];
    std::int64_t const held = prepared.held_by_need[n];
    instance.cap.push_back(need.quantity.count() - held);
    instance.minimum.push_back(minima_count ? std::max<std::int64_t>(0, need.minimum.count() - held)
                                            : 0);
    instance.received.push_back(prepared.memory[n].received.count() + held);
    instance.weight.push_back(prepared.rule == Rule::kPeople
                                  ? people_of(territory, need).value_or(1)
                                  : prepared.memory[n].needed.count() + need.quantity.count());
  }
  return instance;
}

MinimaQuestion question_of(const Territory& territory, const Prepared& prepared) {
  MinimaQuestion question;
  question.share_instead = territory.settings.below_minimum == territory::BelowMinimum::kShare;
  for (std::size_t n = 0; n < territory.needs.size(); ++n) {
    question.was_set_aside.push_back(prepared.memory[n].set_aside);
    question.lot.push_back(draw(territory.settings.lot, territory.needs[n].id));
    if (prepared.rule == Rule::kPeople) {
      question.people.push_back(prepared.open_instance.weight[n]);
    }
  }
  return question;
}

LinkCosts costs_of(const Territory& territory, const Prepared& prepared) {
  LinkCosts costs;
  for (Criterion const criterion : prepared.order) {
    if (criterion != Criterion::kMinimum && criterion != Criterion::kFair) {
      costs.criteria.push_back(criterion);
    }
  }
  costs.metres = prepared.links.metres;
  costs.value = prepared.links.value;
  for (const territory::Contribution& contribution : territory.contributions) {
    costs.offer_cost.push_back(contribution.cost.value_or(territory::Millionths{0}).count());
  }
  for (const Line& line : prepared.arranged.earlier) {
    if (auto const link = find_link(prepared.links, line.contribution, line.need)) {
      costs.earlier.resize(prepared.links.size(), 0);
      costs.earlier[*link] = line.quantity;
    }
  }
  return costs;
}

void refuse_missing_people(const Territory& territory, territory::Problems& problems) {
  for (const Need& need : territory.needs) {
    if (!need.activity && !people_of(territory, need)) {
      territory::Problem problem;
      problem.code = territory::ProblemCode::kPeopleMissing;
      problem.place.file = "needs.csv";
      problem.place.header = "people";
      problem.facts = {need.id, territory.stakeholders[need.stakeholder.position()].id};
      problems.list.push_back(std::move(problem));
    }
  }
}

void append(territory::Problems& to, const territory::Problems& from) {
  to.list.insert(to.list.end(), from.list.begin(), from.list.end());
}

// What programs decide takes no part in the exact method either.
void take_out_touched(const Territory& territory, Prepared& prepared) {
  prepared.touched = find_touched(territory, prepared.linked.links);
  if (prepared.touched.parts.empty()) {
    return;
  }
  prepared.all_links = std::exchange(prepared.linked.links,
                                     links_without(prepared.linked.links, prepared.touched.need));
  prepared.open_instance.first = prepared.linked.links.first;
  prepared.open_instance.contribution = prepared.linked.links.contribution;
}

}  // namespace

void apply(const MinimaAnswer& answer, Instance& instance) {
  for (std::size_t n = 0; n < instance.needs(); ++n) {
    if (answer.dropped[n] || answer.set_aside[n]) {
      instance.minimum[n] = 0;
    }
    if (answer.set_aside[n]) {
      instance.cap[n] = 0;
    }
  }
}

Prepared prepare(const Territory& territory, const PlanOptions& options) {
  Prepared prepared;
  Timing unused;
  Timing& timing = options.timing != nullptr ? *options.timing : unused;
  prepared.rule = options.rule.value_or(territory.settings.rule);
  prepared.order = effective_order(territory, options);
  prepared.fair_leads = std::find(prepared.order.begin(), prepared.order.end(), Criterion::kFair) !=
                        prepared.order.end();
  Stopwatch watch;
  prepared.linked = link(
      territory, options.explains_missing_links ? Missing::kExplained : Missing::kNotExplained);
  timing.link = watch.lap();
  prepared.arranged = arrange(territory, options, prepared.linked.links);
  append(prepared.problems, prepared.arranged.problems);
  if (prepared.rule == Rule::kPeople) {
    refuse_missing_people(territory, prepared.problems);
  }
  prepared.held_by_contribution.assign(territory.contributions.size(), 0);
  prepared.held_by_need.assign(territory.needs.size(), 0);
  for (const Line& line : prepared.arranged.held) {
    prepared.held_by_contribution[line.contribution] += line.quantity;
    prepared.held_by_need[line.need] += line.quantity;
  }
  prepared.memory = memory_of_needs(territory);
  prepared.open_instance = numbers_of(territory, prepared);
  if (prepared.rule == Rule::kPeople) {
    SharedPartCheck(territory, whole_part(prepared.open_instance), prepared.problems).run();
  }
  if (prepared.problems.has_errors()) {
    return prepared;
  }
  take_out_touched(territory, prepared);
  watch.lap();
  prepared.question = question_of(territory, prepared);
  prepared.minima = choose_minima(prepared.open_instance, prepared.question);
  prepared.instance = prepared.open_instance;
  apply(prepared.minima, prepared.instance);
  // A need set aside takes no part.
  prepared.links = links_without(prepared.linked.links, prepared.minima.set_aside);
  prepared.instance.first = prepared.links.first;
  prepared.instance.contribution = prepared.links.contribution;
  prepared.costs = costs_of(territory, prepared);
  timing.minimum = watch.lap();
  return prepared;
}

}  // namespace bocage::mechanism::allocate
