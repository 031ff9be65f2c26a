#include "mechanism/allocate/explainer.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "mechanism/allocate/extra.h"
#include "mechanism/allocate/part.h"
#include "mechanism/allocate/unlock_by_planning.h"
#include "mechanism/allocate/unlock_search.h"
#include "mechanism/allocate/what_if.h"
#include "territory/find.h"

namespace bocage::mechanism::allocate {

using territory::Contribution;
using territory::Need;
using territory::NeedExplanation;
using territory::Territory;
using territory::Unlock;

Explainer::Explainer(const Territory& territory, const PlanOptions& options,
                     const territory::Plan& plan)
    : territory_(territory), plan_(plan), progress_(options.progress) {
  PlanOptions as_planned = options;
  as_planned.rule = plan.rule;
  as_planned.order = plan.order;
  as_planned.timing = nullptr;
  as_planned.progress = nullptr;
  as_planned.explains_missing_links = false;  // the plan told them
  prepared_ = prepare(territory, as_planned);
  options_ = as_planned;
  // A need without a possible link stands alone in a part of its own.
  part_of_need_.resize(territory.needs.size());
  std::iota(part_of_need_.begin(), part_of_need_.end(), 0U);
  part_of_contribution_.assign(territory.contributions.size(),
                               std::numeric_limits<std::uint32_t>::max());
  Part const whole = whole_part(prepared_.open_instance);
  for (const Part& part : connected_pieces(whole)) {
    std::uint32_t const label = part.need_place.front();
    for (std::uint32_t const need : part.need_place) {
      part_of_need_[need] = label;
    }
    for (std::uint32_t const contribution : part.contribution_place) {
      part_of_contribution_[contribution] = label;
    }
  }
}

std::vector<Unlock> Explainer::unlocks(territory::NeedIndex asking) const {
  Extra const extra = extra_for(territory_, asking);
  if (!std::binary_search(extra.linked_to.begin(), extra.linked_to.end(), asking.position())) {
    return {};
  }
  if (std::any_of(extra.linked_to.begin(), extra.linked_to.end(),
                  [&](std::uint32_t need) { return prepared_.is_decided_by_program(need); })) {
    return unlocks_by_planning(territory_, options_, plan_, asking);
  }
  std::vector<bool> touched(territory_.needs.size(), false);
  for (std::uint32_t const need : extra.linked_to) {
    touched[part_of_need_[need]] = true;
  }
  std::vector<std::uint32_t> needs;
  for (std::uint32_t n = 0; n < territory_.needs.size(); ++n) {
    if (touched[part_of_need_[n]]) {
      needs.push_back(n);
    }
  }
  std::vector<std::uint32_t> contributions;
  for (std::uint32_t c = 0; c < territory_.contributions.size(); ++c) {
    if (part_of_contribution_[c] < touched.size() && touched[part_of_contribution_[c]]) {
      contributions.push_back(c);
    }
  }
  WhatIf what_if(prepared_, std::move(needs), contributions, extra);
  return UnlockSearch(territory_, prepared_, std::move(what_if), asking).run();
}

NeedExplanation Explainer::need(territory::NeedIndex index) const {
  const Need& asking = territory_.needs[index.position()];
  NeedExplanation answer;
  answer.need = asking.id;
  answer.quantity = in_units(territory_, asking.family, asking.quantity);
  const territory::PlanNeed* planned = nullptr;
  for (const territory::PlanNeed& entry : plan_.needs) {
    planned = entry.id == asking.id ? &entry : planned;
  }
  for (const territory::PlanTransfer& transfer : plan_.transfers) {
    if (transfer.need == asking.id) {
      answer.gets.push_back(transfer);
    }
  }
  if (planned == nullptr) {
    return answer;
  }
  answer.served = planned->served;
  answer.reason = planned->reason;
  answer.facts = planned->facts;
  if (planned->block) {
    answer.level = plan_.blocks[static_cast<std::size_t>(*planned->block - 1)].level;
    for (const territory::PlanNeed& entry : plan_.needs) {
      if (entry.block == planned->block && entry.id != asking.id) {
        answer.shares_with.push_back(entry.id);
      }
    }
    for (const territory::PlanContribution& entry : plan_.contributions) {
      if (entry.block == planned->block) {
        answer.supplied_by.push_back(entry.id);
      }
    }
  }
  if (answer.served < answer.quantity && !asking.activity && !prepared_.problems.has_errors()) {
    answer.unlocks = unlocks(index);
  }
  return answer;
}

territory::ContributionExplanation Explainer::contribution(
    territory::ContributionIndex index) const {
  const Contribution& offer = territory_.contributions[index.position()];
  territory::ContributionExplanation answer;
  answer.contribution = offer.id;
  answer.quantity = in_units(territory_, offer.family, offer.quantity);
  for (const territory::PlanContribution& entry : plan_.contributions) {
    if (entry.id == offer.id) {
      answer.given = entry.given;
      if (entry.block) {
        answer.level = plan_.blocks[static_cast<std::size_t>(*entry.block - 1)].level;
      }
    }
  }
  for (const territory::PlanTransfer& transfer : plan_.transfers) {
    if (transfer.contribution == offer.id) {
      answer.gives.push_back(transfer);
    }
  }
  const auto& linked = prepared_.touched.parts.empty() ? prepared_.linked.links.contribution
                                                       : prepared_.all_links.contribution;
  answer.needs_within_reach = static_cast<int>(
      std::count(linked.begin(), linked.end(), static_cast<std::uint32_t>(index.position())));
  return answer;
}

territory::StakeholderExplanation Explainer::stakeholder(territory::StakeholderIndex index) const {
  territory::StakeholderExplanation answer;
  answer.stakeholder = territory_.stakeholders[index.position()].id;
  std::vector<std::size_t> own;
  for (std::size_t n = 0; n < territory_.needs.size(); ++n) {
    if (territory_.needs[n].stakeholder == index) {
      own.push_back(n);
    }
  }
  for (std::size_t const n : own) {
    tell(static_cast<double>(answer.needs.size()) / static_cast<double>(own.size()));
    answer.needs.push_back(need(territory::NeedIndex(n)));
  }
  for (std::size_t c = 0; c < territory_.contributions.size(); ++c) {
    if (territory_.contributions[c].stakeholder == index) {
      answer.contributions.push_back(contribution(territory::ContributionIndex(c)));
    }
  }
  return answer;
}

std::optional<territory::StakeholderExplanation> Explainer::by_id(const std::string& id) const {
  if (auto const index = find_stakeholder(territory_, id)) {
    return stakeholder(*index);
  }
  territory::StakeholderExplanation answer;
  if (auto const index = find_need(territory_, id)) {
    answer.stakeholder =
        territory_.stakeholders[territory_.needs[index->position()].stakeholder.position()].id;
    tell(0);
    answer.needs.push_back(need(*index));
    return answer;
  }
  if (auto const index = find_contribution(territory_, id)) {
    answer.stakeholder =
        territory_.stakeholders[territory_.contributions[index->position()].stakeholder.position()]
            .id;
    answer.contributions.push_back(contribution(*index));
    return answer;
  }
  return std::nullopt;
}

void Explainer::tell(double share_done) const {
  if (progress_) {
    progress_("unlock", share_done);
  }
}

std::optional<territory::StakeholderExplanation> explain(const Territory& territory,
                                                         const PlanOptions& options,
                                                         const territory::Plan& plan,
                                                         const std::string& id) {
  return Explainer(territory, options, plan).by_id(id);
}

}  // namespace bocage::mechanism::allocate
