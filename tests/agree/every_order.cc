#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <set>
#include <sstream>

#include "agree/small_group.h"

// Everything a small group can do, in every order up to a bound: the states that can be reached are
// all visited, and each is asked what may never be.
namespace bocage::agree {
namespace {

using territory::CycleState;
using territory::Narrowing;
using territory::PositionAnswer;
using territory::StatedPosition;
using territory::Step;
using territory::StepKind;
using testing::group_territory;
using testing::lines_giving;
using testing::says;
using testing::step;

// What tells two moments of a cycle apart, for whatever can follow.
std::string digest(const Matter& matter) {
  CyclePosition const position = position_of(matter.steps);
  std::ostringstream text;
  int const rounds = std::min(position.rounds, matter.agreement.rounds);  // more change nothing
  text << static_cast<int>(position.state) << "/" << rounds << "/" << position.asked_plan << "/"
       << position.adopted_plan << "/" << matter.plans.size();
  for (const StandingPosition& standing : standings(matter, base::Moment{})) {
    text << " " << standing.stakeholder << static_cast<int>(standing.standing);
    for (const StatedPosition* objection : standing.objections) {
      text << (objection->change ? "c" : "o");
    }
  }
  VoteCount const votes = count_votes(matter);
  text << " " << votes.for_it << votes.against;
  return text.str();
}

struct Explored {
  Matter matter;
  std::vector<std::size_t> next;  // what one act leads to
};

class EveryOrder {
 public:
  EveryOrder(int members, int plans) : members_(members), most_plans_(plans) {
    territory_ = group_territory(members);
    Matter start;
    start.cycle = "w1";
    start.agreement.rounds = 2;
    start.plans.push_back(plan(1));
    start.steps.push_back(step(StepKind::kOpen));
    visit(start);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      expand(i);
    }
  }

  [[nodiscard]] const std::vector<Explored>& all() const { return all_; }
  [[nodiscard]] const territory::Territory& territory() const { return territory_; }

  // From which moments one can come to `goal`.
  template <class Goal>
  [[nodiscard]] std::set<std::size_t> reaching(const Goal& goal) const {
    std::vector<std::vector<std::size_t>> before(all_.size());
    std::deque<std::size_t> open;
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (std::size_t const next : all_[i].next) {
        before[next].push_back(i);
      }
      if (goal(all_[i].matter)) {
        open.push_back(i);
        found.insert(i);
      }
    }
    while (!open.empty()) {
      for (std::size_t const earlier : before[open.front()]) {
        if (found.insert(earlier).second) {
          open.push_back(earlier);
        }
      }
      open.pop_front();
    }
    return found;
  }

 private:
  [[nodiscard]] Lines plan(int number) const {
    std::vector<std::int64_t> quantities(static_cast<std::size_t>(members_ - 1), 10);
    quantities.front() -= std::int64_t{3} * (number - 1);  // the first receiver bears each new plan
    return lines_giving(quantities);
  }

  std::size_t visit(const Matter& matter) {
    auto const [place, is_new] = seen_.try_emplace(digest(matter), all_.size());
    if (is_new) {
      all_.push_back({matter, {}});
    }
    return place->second;
  }

  void expand(std::size_t from) {
    Matter const matter = all_[from].matter;
    std::set<std::size_t> next;
    for (int kind = 0; kind <= static_cast<int>(StepKind::kClose); ++kind) {
      for (int const number : {0, last_plan(matter)}) {
        Step const taken = step(static_cast<StepKind>(kind), number);
        Circumstances const circumstances{base::Moment{}, false, true};
        bool const makes_plan = taken.kind == StepKind::kReplan || taken.kind == StepKind::kRepair;
        if (refuse_step(matter, taken, circumstances) ||
            (makes_plan && last_plan(matter) >= most_plans_)) {
          continue;
        }
        Matter after = matter;
        after.steps.push_back(taken);
        if (makes_plan) {
          after.plans.push_back(plan(last_plan(matter) + 1));
        }
        next.insert(visit(after));
      }
    }
    for (const StatedPosition& position : answers(matter)) {
      if (!refuse_position(matter, territory_, as_noted(matter, position))) {
        Matter after = matter;
        after.positions.push_back(as_noted(matter, position));
        next.insert(visit(after));
      }
    }
    all_[from].next.assign(next.begin(), next.end());
  }

  [[nodiscard]] std::vector<StatedPosition> answers(const Matter& matter) const {
    std::vector<StatedPosition> all;
    int const plan = last_plan(matter);
    for (int i = 0; i < members_; ++i) {
      std::string const who(1, static_cast<char>('a' + i));
      for (auto const answer : {PositionAnswer::kYes, PositionAnswer::kReservation,
                                PositionAnswer::kStandAside, PositionAnswer::kObjection}) {
        all.push_back(says(who, answer, plan));
      }
      StatedPosition less = says(who, PositionAnswer::kObjection, plan);
      less.line = {"ca", i == 0 ? "nb" : "n" + who};
      less.change = Narrowing::kLess;
      less.value = "5";
      all.push_back(less);
    }
    return all;
  }

  int members_;
  int most_plans_;
  territory::Territory territory_;
  std::vector<Explored> all_;
  std::map<std::string, std::size_t> seen_;
};

CycleState state_of(const Matter& matter) { return position_of(matter.steps).state; }

void there_is_no_dead_end(const EveryOrder& group) {
  for (const Explored& moment : group.all()) {
    bool const ended = state_of(moment.matter) == CycleState::kClosed;
    EXPECT_NE(moment.next.empty(), !ended) << digest(moment.matter);
  }
  auto const can_close =
      group.reaching([](const Matter& matter) { return state_of(matter) == CycleState::kClosed; });
  EXPECT_EQ(can_close.size(), group.all().size());
}

void no_adoption_over_an_open_objection_without_the_vote(const EveryOrder& group) {
  int adopted = 0;
  for (const Explored& moment : group.all()) {
    for (std::size_t const next : moment.next) {
      const Matter& after = group.all()[next].matter;
      if (state_of(moment.matter) == CycleState::kObjectionRound &&
          state_of(after) == CycleState::kAdopted) {
        ++adopted;
        for (const StandingPosition& standing : standings(moment.matter, base::Moment{})) {
          EXPECT_NE(standing.standing, Standing::kObjects) << digest(moment.matter);
          EXPECT_NE(standing.standing, Standing::kAwaited) << digest(moment.matter);
        }
      }
      if (state_of(moment.matter) == CycleState::kFallback &&
          state_of(after) == CycleState::kAdopted) {
        VoteCount const votes = count_votes(moment.matter);
        EXPECT_GE(votes.for_it * 3, votes.stakeholders * 2);
      }
    }
  }
  EXPECT_GT(adopted, 0);
}

void the_fallback_is_always_within_reach(const EveryOrder& group) {
  auto const can = group.reaching(
      [](const Matter& matter) { return state_of(matter) == CycleState::kFallback; });
  for (std::size_t i = 0; i < group.all().size(); ++i) {
    if (state_of(group.all()[i].matter) == CycleState::kObjectionRound) {
      EXPECT_EQ(can.count(i), 1U) << digest(group.all()[i].matter);
    }
  }
}

void nobodys_row_changes_but_the_objectors(const EveryOrder& group) {
  std::size_t changes = 0;
  for (const Explored& moment : group.all()) {
    std::set<std::string> objectors;
    for (const StatedPosition* objection : open_objections(moment.matter, base::Moment{})) {
      objectors.insert(objection->stakeholder);
    }
    TableChanges const asked = asked_changes(moment.matter, group.territory(), base::Moment{});
    EXPECT_TRUE(asked.bans.empty());
    for (const CellChange& cell : asked.cells) {
      ++changes;
      std::string const owner = cell.id.substr(1);  // "na" and "ca" are a's
      EXPECT_EQ(objectors.count(owner), 1U) << cell.id;
    }
  }
  EXPECT_GT(changes, 0U);
}

void try_all(int members, int plans) {
  EveryOrder const group(members, plans);
  EXPECT_GT(group.all().size(), 500U);
  there_is_no_dead_end(group);
  no_adoption_over_an_open_objection_without_the_vote(group);
  the_fallback_is_always_within_reach(group);
  nobodys_row_changes_but_the_objectors(group);
}

TEST(EveryOrder, OfTwo) { try_all(2, 4); }
TEST(EveryOrder, OfThree) { try_all(3, 2); }

// Nobody answers for a line it has no side of, whatever it says.
TEST(NobodyElse, SpeaksForALine) {
  territory::Territory const territory = group_territory(3);
  Matter matter;
  matter.cycle = "w1";
  matter.plans.push_back(lines_giving({10, 10}));
  matter.steps = {step(StepKind::kOpen), step(StepKind::kPropose, 1)};
  for (auto const answer : {PositionAnswer::kYes, PositionAnswer::kObjection}) {
    StatedPosition position = says("c", answer);
    position.line = {"ca", "nb"};
    auto const refusal = refuse_position(matter, territory, position);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, territory::RefusalCode::kNotItsLine);
    position.stakeholder = "a";
    EXPECT_FALSE(refuse_position(matter, territory, position));
  }
}

}  // namespace
}  // namespace bocage::agree
