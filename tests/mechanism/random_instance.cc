#include "mechanism/random_instance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mechanism/oracle_sets.h"

namespace bocage::oracle {

namespace {

std::vector<std::vector<bool>> random_links(Dice& dice, std::size_t needs, std::size_t givers,
                                            bool isolated) {
  int const density = static_cast<int>(dice.between(20, 90));
  std::vector<std::vector<bool>> linked(needs, std::vector<bool>(givers));
  for (std::vector<bool>& row : linked) {
    for (std::size_t giver = 0; giver < givers; ++giver) {
      row[giver] = dice.percent(density);
    }
    if (!isolated) {
      row[dice.place(givers)] = true;
    }
  }
  return linked;
}

// Minima are drawn, then lowered one by one until they can be met together.
void draw_minima(Dice& dice, Sketch& sketch, bool may_be_short) {
  for (std::size_t need = 0; need < sketch.cap.size(); ++need) {
    sketch.minimum[need] = dice.percent(50) ? dice.between(0, sketch.cap[need]) : 0;
  }
  while (!may_be_short && !minima_can_be_met(instance_of(sketch))) {
    std::int64_t& lowered = sketch.minimum[dice.place(sketch.minimum.size())];
    lowered = lowered > 0 ? dice.between(0, lowered - 1) : 0;
  }
}

}  // namespace

Instance instance_of(const Sketch& sketch) {
  Instance instance{
      sketch.supply, sketch.minimum, sketch.cap, sketch.weight, sketch.received, {0}, {}};
  for (const std::vector<bool>& row : sketch.linked) {
    for (std::size_t giver = 0; giver < row.size(); ++giver) {
      if (row[giver]) {
        instance.contribution.push_back(static_cast<std::uint32_t>(giver));
      }
    }
    instance.first.push_back(static_cast<std::uint32_t>(instance.contribution.size()));
  }
  return instance;
}

Sketch sketch_of(const Instance& instance) {
  Sketch sketch{instance.supply,
                instance.minimum,
                instance.cap,
                instance.weight,
                instance.received,
                std::vector<std::vector<bool>>(instance.needs(),
                                               std::vector<bool>(instance.contributions()))};
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
      sketch.linked[need][instance.contribution[link]] = true;
    }
  }
  return sketch;
}

Sketch plain_sketch(std::vector<std::int64_t> supply, std::vector<std::int64_t> cap,
                    std::vector<std::vector<bool>> linked) {
  std::size_t const needs = cap.size();
  return {std::move(supply),
          std::vector<std::int64_t>(needs, 0),
          std::move(cap),
          std::vector<std::int64_t>(needs, 1),
          std::vector<std::int64_t>(needs, 0),
          std::move(linked)};
}

Sketch random_sketch(Dice& dice, const InstanceKind& kind) {
  auto const needs =
      static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(kind.most_needs)));
  auto const givers =
      static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(kind.most_contributions)));
  std::vector<std::int64_t> supply(givers);
  for (std::int64_t& quantity : supply) {
    quantity = dice.between(kind.isolated && dice.percent(10) ? 0 : 1, kind.most_quantity);
  }
  std::vector<std::int64_t> cap(needs);
  for (std::int64_t& quantity : cap) {
    quantity = dice.between(kind.isolated && dice.percent(10) ? 0 : 1, kind.most_quantity);
  }
  Sketch sketch = plain_sketch(supply, cap, random_links(dice, needs, givers, kind.isolated));
  for (std::size_t need = 0; need < needs; ++need) {
    if (kind.memory && dice.percent(60)) {
      sketch.received[need] = dice.between(0, kind.most_quantity);
    }
    if (kind.weight_is_cap) {
      sketch.weight[need] = std::max<std::int64_t>(1, cap[need]);
    } else if (kind.unlike_weights) {
      sketch.weight[need] = dice.between(1, 6);
    }
  }
  if (kind.minima || kind.minima_short) {
    draw_minima(dice, sketch, kind.minima_short);
  }
  return sketch;
}

Instance random_instance(Dice& dice, const InstanceKind& kind) {
  return instance_of(random_sketch(dice, kind));
}

std::string describe(const Instance& instance) {
  std::string text = fmt::format("supply {}\n", fmt::join(instance.supply, " "));
  for (std::size_t need = 0; need < instance.needs(); ++need) {
    text += fmt::format("need {}: minimum {} cap {} weight {} received {} linked to", need,
                        instance.minimum[need], instance.cap[need], instance.weight[need],
                        instance.received[need]);
    for (std::uint32_t link = instance.first[need]; link < instance.first[need + 1]; ++link) {
      text += fmt::format(" {}", instance.contribution[link]);
    }
    text += "\n";
  }
  return text;
}

}  // namespace bocage::oracle
