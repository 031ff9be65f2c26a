#include "mechanism/allocate/part_polish.h"

#include <algorithm>

namespace bocage::mechanism::allocate {
namespace {

constexpr double kMoreThanHalf = 0.5;

bool left_out(std::uint32_t column, const std::vector<double>& near) {
  return column != kNoColumn && near[column] < kMoreThanHalf;
}

// The plain links as an instance of their own, what hard lines carry taken off.
struct PlainPart {
  Instance instance;
  LinkCosts costs;
  std::vector<std::size_t> link;  // its place in the part
};

PlainPart plain_part(const PartNumbers& numbers, const PartProgram& program, const PartLines& lines,
                     const std::vector<bool>& hard, const std::vector<double>& near) {
  PlainPart plain;
  Instance& instance = plain.instance;
  instance.supply = numbers.supply;
  instance.cap = numbers.cap;
  instance.minimum = numbers.minimum;
  instance.received = numbers.scale.received;
  for (Int128 const weight : numbers.scale.weight) {
    instance.weight.push_back(static_cast<std::int64_t>(weight));
  }
  instance.first.push_back(0);
  std::size_t link = 0;
  for (std::size_t need = 0; need < numbers.cap.size(); ++need) {
    for (; link < lines.size() && numbers.link_need[link] == need; ++link) {
      std::uint32_t const giver = numbers.link_contribution[link];
      if (hard[link]) {
        auto const carried = static_cast<std::int64_t>(lines[link]);
        instance.supply[giver] -= carried;
        instance.cap[need] -= carried;
        instance.received[need] += carried;
        instance.minimum[need] = std::max<std::int64_t>(0, instance.minimum[need] - carried);
        continue;
      }
      plain.link.push_back(link);
      instance.contribution.push_back(giver);
      plain.costs.metres.push_back(static_cast<std::int32_t>(numbers.metres[link]));
      plain.costs.value.push_back(numbers.value[link]);
      plain.costs.earlier.push_back(numbers.earlier[link]);
    }
    instance.first.push_back(static_cast<std::uint32_t>(instance.contribution.size()));
    if (left_out(program.served[need], near)) {
      instance.cap[need] = 0;
      instance.minimum[need] = 0;
    }
  }
  for (std::size_t place = 0; place < numbers.supply.size(); ++place) {
    const territory::Contribution& giver =
        numbers.territory->contributions[numbers.part->contributions[place]];
    plain.costs.offer_cost.push_back(giver.cost.value_or(territory::Millionths(0)).count());
    if (left_out(program.gives[place], near)) {
      instance.supply[place] = 0;
    }
  }
  return plain;
}

}  // namespace

std::vector<bool> hard_links(const PartNumbers& numbers, const PartProgram& program) {
  const territory::Territory& all = *numbers.territory;
  std::vector<bool> hard;
  for (std::size_t link = 0; link < program.line.size(); ++link) {
    hard.push_back(program.step[link] > 1 || program.smallest[link] > 0 ||
                   all.needs[numbers.part->needs[numbers.link_need[link]]].activity.has_value() ||
                   all.contributions[numbers.part->contributions[numbers.link_contribution[link]]]
                       .activity.has_value());
  }
  return hard;
}

Polish::Polish(const Prepared& prepared, const PartNumbers& numbers, const PartProgram& program)
    : prepared_(prepared),
      numbers_(numbers),
      program_(program),
      hard_(hard_links(numbers, program)),
      has_plain_(std::find(hard_.begin(), hard_.end(), false) != hard_.end()) {}

PartLines Polish::run(const PartLines& lines, const std::vector<double>& near) const {
  if (!has_plain_) {
    return lines;
  }
  PlainPart plain = plain_part(numbers_, program_, lines, hard_, near);
  Instance& instance = plain.instance;
  bool const overdrawn =
      std::any_of(instance.supply.begin(), instance.supply.end(), [](auto n) { return n < 0; }) ||
      std::any_of(instance.cap.begin(), instance.cap.end(), [](auto n) { return n < 0; });
  if (overdrawn) {
    return lines;
  }
  if (std::any_of(instance.minimum.begin(), instance.minimum.end(), [](auto n) { return n > 0; })) {
    MinimaQuestion question;
    question.tell_if_drawn = false;
    for (std::uint32_t const need : numbers_.part->needs) {
      question.was_set_aside.push_back(prepared_.question.was_set_aside[need]);
      question.lot.push_back(prepared_.question.lot[need]);
    }
    apply(choose_minima(instance, question), instance);
  }
  for (territory::Criterion const criterion : prepared_.costs.criteria) {
    plain.costs.criteria.push_back(criterion);
  }
  BestLines best;
  if (prepared_.fair_leads) {
    CertifiedPlan const fair = certified_fair_plan(instance);
    WholePlan const whole = whole_plan(instance, fair.plan, fair.blocks);
    best.flow = whole.flow;
    if (!plain.costs.criteria.empty()) {
      best = best_lines_for(instance, fair.blocks, whole, plain.costs);
    }
  } else {
    best = best_lines(instance, plain.costs);
  }
  PartLines polished = lines;
  for (std::size_t k = 0; k < plain.link.size(); ++k) {
    polished[plain.link[k]] = best.flow[k];
  }
  return polished;
}

}  // namespace bocage::mechanism::allocate
