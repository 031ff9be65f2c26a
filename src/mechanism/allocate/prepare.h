#pragma once

#include <vector>

#include "mechanism/allocate/arranged.h"
#include "mechanism/allocate/criteria.h"
#include "mechanism/allocate/instance.h"
#include "mechanism/allocate/link.h"
#include "mechanism/allocate/minima.h"
#include "mechanism/allocate/plan_territory.h"
#include "mechanism/allocate/touched.h"

namespace bocage::mechanism::allocate {

// A territory turned into numbers: links found, what is arranged taken off, minima chosen.
struct Prepared {
  territory::Rule rule = territory::Rule::kPeople;
  std::vector<territory::Criterion> order;
  bool fair_leads = true;
  LinkedTerritory linked;              // all possible links, without those of touched needs
  Touched touched;                     // what programs decide
  territory::PossibleLinks all_links;  // with those of touched needs; empty where there are none
  territory::PossibleLinks
      links;  // without those of needs set aside; the instance's links, in its order
  Arranged arranged;
  std::vector<std::int64_t> held_by_contribution;  // quanta
  std::vector<std::int64_t> held_by_need;
  std::vector<territory::Memory> memory;  // of a need
  Instance open_instance;                 // before the minima are chosen, over all possible links
  MinimaQuestion question;
  MinimaAnswer minima;
  Instance instance;
  LinkCosts costs;
  territory::Problems problems;  // errors: there is no plan

  [[nodiscard]] bool is_decided_by_program(std::size_t need) const {
    return !all_links.first.empty() && touched.need[need] &&
           all_links.first[need] < all_links.first[need + 1];
  }
};

// Turns the answer into numbers: needs set aside can get nothing, dropped minima count as 0.
void apply(const MinimaAnswer& answer, Instance& instance);

[[nodiscard]] Prepared prepare(const territory::Territory& territory, const PlanOptions& options);

}  // namespace bocage::mechanism::allocate
