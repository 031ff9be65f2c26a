#include "mechanism/oracle_choice.h"

#include <algorithm>
#include <functional>
#include <set>

namespace bocage::oracle {
namespace {

using territory::Funder;
using territory::SharedProject;
using territory::Territory;

constexpr std::int64_t kUnit = 1'000'000;

// What is used up and reached so far.
struct State {
  std::vector<std::int64_t> budgets;
  std::vector<std::int64_t> limits;
  std::set<std::size_t> covered;
  std::int64_t benefit = 0;
  std::int64_t cost = 0;
  friend auto operator<=>(const State&, const State&) = default;
};

class Trying {
 public:
  explicit Trying(const Territory& territory) : all_(territory) {}

  std::vector<Reached> run() {
    State first;
    for (const Funder& funder : all_.funders) {
      first.budgets.push_back(funder.budget.count() / kUnit);
    }
    for (const territory::ProjectLimit& limit : all_.limits) {
      first.limits.push_back(limit.quantity.count() / kUnit);
    }
    std::set<State> states{first};
    for (const SharedProject& project : all_.projects) {
      std::set<State> next = states;  // closed
      for (const State& state : states) {
        open(project, state, next);
      }
      states = std::move(next);
    }
    std::set<Reached> result;
    for (const State& state : states) {
      result.insert({static_cast<std::int64_t>(state.covered.size()), state.benefit, state.cost});
    }
    return {result.begin(), result.end()};
  }

 private:
  void open(const SharedProject& project, State state, std::set<State>& next) {
    for (const territory::ProjectUse& use : project.uses) {
      state.limits[use.limit] -= use.quantity.count() / kUnit;
      if (state.limits[use.limit] < 0) {
        return;
      }
    }
    bool const stated = std::any_of(all_.projects.begin(), all_.projects.end(),
                                    [](const SharedProject& one) { return one.benefit; });
    state.benefit += stated ? (project.benefit ? project.benefit->count() / kUnit : 0) : 1;
    std::int64_t const cost = project.cost.count() / kUnit;
    if (!project.quantity) {
      for (const territory::ProjectMember& member : project.members) {
        state.covered.insert(member.stakeholder.position());
      }
      if (static_cast<std::int64_t>(project.members.size()) >= project.fewest_members) {
        pay(project, state, cost, 0, next);
      }
      return;
    }
    make(project, state, {0, project.quantity->count() / kUnit, cost, 0}, next);
  }

  // Of a project that is being opened: the next member, what is still to be made, what is asked so
  // far and by how many.
  struct Making {
    std::size_t place = 0;
    std::int64_t left = 0;
    std::int64_t cost = 0;
    std::int64_t taking = 0;
  };

  static bool may_make(const SharedProject& project, const territory::ProjectMember& member,
                       std::int64_t made) {
    bool const fits = !member.capacity || made * kUnit <= member.capacity->count();
    bool const allowed =
        !project.most_share ||
        made * kUnit * kUnit <= project.quantity->count() * project.most_share->count();
    return made > 0 && fits && allowed;
  }

  void make(const SharedProject& project, State state, const Making& now, std::set<State>& next) {
    if (now.place == project.members.size()) {
      if (now.left == 0 && now.taking >= project.fewest_members) {
        std::int64_t const price = project.price ? project.price->count() / kUnit : 0;
        pay(project, state, now.cost, price * (project.quantity->count() / kUnit), next);
      }
      return;
    }
    const territory::ProjectMember& member = project.members[now.place];
    make(project, state, {now.place + 1, now.left, now.cost, now.taking}, next);
    state.covered.insert(member.stakeholder.position());
    for (std::int64_t made = member.minimum.count() / kUnit; made <= now.left; ++made) {
      if (may_make(project, member, made)) {
        make(project, state,
             {now.place + 1, now.left - made, now.cost + made * (member.cost.count() / kUnit),
              now.taking + 1},
             next);
      }
    }
  }

  void pay(const SharedProject& project, State state, std::int64_t cost, std::int64_t earned,
           std::set<State>& next) {
    state.cost += cost;
    if (!project.price && all_.funders.empty()) {
      next.insert(state);
      return;
    }
    fund(project, state, 0, cost - earned - project.own_funds.count() / kUnit, 0, next);
  }

  void fund(const SharedProject& project, const State& state, std::size_t place,
            std::int64_t needed, std::int64_t from_public, std::set<State>& next) {
    if (place == project.funders.size()) {
      bool const allowed =
          !project.public_ceiling ||
          from_public * kUnit * kUnit <= project.cost.count() * project.public_ceiling->count();
      if (needed <= 0 && allowed) {
        next.insert(state);
      }
      return;
    }
    fund(project, state, place + 1, needed, from_public, next);
    const Funder& funder = all_.funders[project.funders[place]];
    for (std::int64_t paid = 1; paid <= state.budgets[project.funders[place]]; ++paid) {
      std::int64_t const amount = paid * kUnit;
      bool const little = funder.least_amount && amount < funder.least_amount->count();
      bool const much = amount > project.cost.count() ||
                        (funder.most_share &&
                         paid * kUnit * kUnit > project.cost.count() * funder.most_share->count());
      if (little || much) {
        continue;
      }
      State after = state;
      after.budgets[project.funders[place]] -= paid;
      fund(project, after, place + 1, needed - paid, from_public + (funder.is_public ? paid : 0),
           next);
    }
  }

  const Territory& all_;
};

}  // namespace

std::vector<Reached> outcomes(const Territory& territory) { return Trying(territory).run(); }

Reached best_with(const std::vector<Reached>& outcomes, std::int64_t covered) {
  Reached best{-1, -1, 0};
  for (const Reached& one : outcomes) {
    if (one.covered >= covered && (best.covered < 0 || one.benefit > best.benefit ||
                                   (one.benefit == best.benefit && one.cost < best.cost))) {
      best = one;
    }
  }
  return best;
}

std::int64_t most_covered(const std::vector<Reached>& outcomes) {
  std::int64_t most = 0;
  for (const Reached& one : outcomes) {
    most = std::max(most, one.covered);
  }
  return most;
}

}  // namespace bocage::oracle
