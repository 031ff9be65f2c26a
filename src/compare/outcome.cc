#include "compare/outcome.h"

#include <algorithm>

#include "mechanism/allocate/link.h"

namespace bocage::compare {
namespace {

using mechanism::allocate::Line;
using territory::Method;

// The place of a pair among the candidates; today's and fixed lines need none.
std::optional<std::size_t> candidate_of(const World& world, const Line& line) {
  return mechanism::allocate::find_link(world.candidates, line.contribution, line.need);
}

class Delivery {
 public:
  Delivery(const World& world, const Amounts& amounts, const Knowledge& knowledge)
      : world_(world), amounts_(amounts), knowledge_(knowledge) {
    out_.useful.assign(world.needs(), 0);
    out_.delivered.assign(world.needs(), 0);
    out_.given.assign(world.contributions(), 0);
    out_.wasted.assign(world.needs(), 0);
    out_.entered.assign(world.needs(), 0);
    out_.exclusion.assign(world.needs(), Exclusion::kNone);
    promised_.assign(world.needs(), 0);
  }

  // What two members settled stands: it is not a promise of the method.
  void deliver_held() {
    for (const Line& line : world_.held) {
      carry(line, line.quantity);
    }
  }

  void deliver(const std::vector<Line>& lines, bool may_be_refused) {
    for (const Line& line : lines) {
      promised_[line.need] += line.quantity;
      std::int64_t const quantity = std::min(
          {line.quantity, amounts_.offered[line.contribution] - out_.given[line.contribution],
           amounts_.quantity[line.need] - out_.delivered[line.need]});
      if (knowledge_.kept[line.contribution] == 0 || quantity <= 0) {
        continue;
      }
      auto const candidate = candidate_of(world_, line);
      if (may_be_refused && (!candidate || world_.is_possible[*candidate] == 0)) {
        out_.lines.push_back({line.contribution, line.need, quantity, metres_of(line), false});
        out_.given[line.contribution] += quantity;
        out_.wasted[line.need] += quantity;
        continue;
      }
      carry(line, quantity);
    }
  }

  void enter(const std::vector<std::int64_t>& entered) {
    for (std::size_t n = 0; n < entered.size(); ++n) {
      promised_[n] += entered[n];
      out_.entered[n] += entered[n];
      out_.delivered[n] += entered[n];
    }
  }

  [[nodiscard]] Outcome finish(Method method) {
    for (std::size_t n = 0; n < world_.needs(); ++n) {
      bool const enough = out_.delivered[n] > 0 && out_.delivered[n] >= amounts_.minimum[n];
      out_.useful[n] = enough ? out_.delivered[n] : 0;
      out_.wasted[n] += enough ? 0 : out_.delivered[n];
      out_.exclusion[n] = enough ? Exclusion::kNone : why(method, n);
    }
    return std::move(out_);
  }

 private:
  void carry(const Line& line, std::int64_t quantity) {
    out_.lines.push_back({line.contribution, line.need, quantity, metres_of(line), true});
    out_.given[line.contribution] += quantity;
    out_.delivered[line.need] += quantity;
  }

  [[nodiscard]] std::int64_t metres_of(const Line& line) const {
    if (auto const candidate = candidate_of(world_, line)) {
      return world_.candidates.metres[*candidate];
    }
    return mechanism::allocate::distance_between(*world_.territory,
                                                 territory::ContributionIndex(line.contribution),
                                                 territory::NeedIndex(line.need))
        .count();
  }

  [[nodiscard]] Exclusion why(Method method, std::size_t need) const {
    const territory::Territory& all = *world_.territory;
    bool possible = false;
    bool some_are_reached = false;
    for (std::uint32_t k = world_.candidates.first[need]; k < world_.candidates.first[need + 1];
         ++k) {
      bool const truly = world_.is_possible[k] != 0;
      auto const owner = all.contributions[world_.candidates.contribution[k]].stakeholder;
      possible = possible || truly;
      some_are_reached = some_are_reached || (truly && knowledge_.reached[owner.position()] != 0);
    }
    if (!possible && world_.held_by_need[need] == 0 && promised_[need] == 0) {
      return Exclusion::kNothingPossible;
    }
    if (knowledge_.reached[all.needs[need].stakeholder.position()] == 0 ||
        (!some_are_reached && promised_[need] == 0)) {
      return Exclusion::kByAccess;
    }
    if (promised_[need] + world_.held_by_need[need] >=
        std::max<std::int64_t>(1, amounts_.minimum[need])) {
      return Exclusion::kBrokenPromise;
    }
    return rests_on_bids(method) ? Exclusion::kByPrice : Exclusion::kByRule;
  }

  const World& world_;
  const Amounts& amounts_;
  const Knowledge& knowledge_;
  std::vector<std::int64_t> promised_;
  Outcome out_;
};

}  // namespace

Outcome outcome_of(Method method, const World& world, const Amounts& amounts,
                   const Knowledge& knowledge, const Settlement& settlement) {
  Delivery delivery(world, amounts, knowledge);
  if (method != Method::kToday) {  // fixed lines are for the coming cycle
    delivery.deliver_held();
  }
  delivery.deliver(settlement.lines, method != Method::kToday);
  delivery.enter(settlement.entered);
  return delivery.finish(method);
}

}  // namespace bocage::compare
