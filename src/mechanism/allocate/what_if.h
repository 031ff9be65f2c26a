#pragma once

#include <memory>
#include <vector>

#include "base/fraction.h"
#include "mechanism/allocate/extra.h"
#include "mechanism/allocate/prepare.h"
#include "mechanism/allocate/share_questions.h"

namespace bocage::mechanism::allocate {

// Some connected parts of a prepared territory, with one more contribution of a size to be found.
// Questions are asked one after the other.
class WhatIf {
 public:
  // `needs` and `contributions`: the parts that the extra contribution could serve; by place,
  // sorted.
  WhatIf(const Prepared& prepared, std::vector<std::uint32_t> needs,
         const std::vector<std::uint32_t>& contributions, const Extra& extra);

  // Of a need, in the order of `needs`: who is set aside, whose minimum counts as 0.
  struct Choice {
    std::vector<bool> set_aside;
    std::vector<bool> dropped;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  // As in the plan; what nothing reaches cannot keep its minimum either, and counts as set aside.
  [[nodiscard]] const Choice& as_planned() const { return as_planned_; }
  // As planning anew would choose with so much more, at least 1.
  [[nodiscard]] Choice choose_with(std::int64_t quantity) const;

  // What a need then gets beyond its held lines: its exact share; in whole quanta where `fair` does
  // not lead. At least 1 of it, with which the minima that count can all be met.
  [[nodiscard]] base::Fraction share_with(std::int64_t quantity, const Choice& choice,
                                          std::size_t need);
  // What every need then gets in whole quanta, held lines included.
  [[nodiscard]] std::vector<std::int64_t> served_with(std::int64_t quantity, const Choice& choice);
  // The plan without anything more: what every need gets, as `served_with`, and the thresholds of
  // the blocks, sorted.
  struct Now {
    std::vector<std::int64_t> served;
    base::Fraction share;  // of the need asked for
    std::vector<base::Fraction> thresholds;
  };
  [[nodiscard]] Now now(std::size_t need);

  // What it would take for every need within the parts to stand at `level` if nothing were in the
  // way: an upper bound, but for rounding, of what brings one of them there.
  [[nodiscard]] std::int64_t enough_for(const base::Fraction& level) const;
  // No less lets a need keep its minimum beside those that keep theirs in the plan.
  [[nodiscard]] std::int64_t least_to_keep(std::size_t need) const;

  // Whether minima that are short count as 0.
  [[nodiscard]] bool minima_may_drop() const { return question_.share_instead; }
  [[nodiscard]] const std::vector<std::uint32_t>& needs() const { return needs_; }
  [[nodiscard]] const Instance& instance() const { return instance_; }

 private:
  // What is planned once it is known who is set aside: their links are taken out.
  struct Reduced {
    Instance instance;
    LinkCosts costs;  // where `fair` does not lead
  };
  // The plan of one choice with the first quantity asked about: what changes with another is asked
  // of it without planning the rest again.
  struct Standing {
    Standing(const Choice& of, Instance instance);
    Choice choice;
    StandingPlan plan;
    Groups groups;
    ShareQuestions questions;
  };
  [[nodiscard]] Standing& standing_for(const Choice& choice, std::int64_t quantity);
  [[nodiscard]] std::uint32_t extra_place() const {
    return static_cast<std::uint32_t>(instance_.contributions() - 1);
  }
  [[nodiscard]] Reduced reduced(std::int64_t quantity, const Choice& choice) const;
  [[nodiscard]] std::vector<std::int64_t> with_held(std::vector<std::int64_t> share) const;
  void add_link(std::uint32_t contribution, std::int32_t metres, std::size_t open_link);

  const Prepared& prepared_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::int64_t> earlier_;  // of an open link of the territory, quanta; empty: none
  Instance instance_;                  // the extra contribution is the last
  LinkCosts costs_;
  MinimaQuestion question_;
  Choice as_planned_;
  std::unique_ptr<Standing> standing_;  // of the last choice asked about
};

}  // namespace bocage::mechanism::allocate
