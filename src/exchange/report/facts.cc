#include "exchange/report/facts.h"

#include <algorithm>
#include <iterator>

#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/owner_reasons.h"
#include "exchange/wording/reasons.h"
#include "exchange/wording/typography.h"
#include "territory/find.h"

namespace bocage::exchange {

using territory::ContributionIndex;
using territory::Millionths;
using territory::NeedIndex;
using territory::StakeholderIndex;

namespace {

std::vector<std::string> names_of(const territory::Territory& territory,
                                  territory::Language language) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < territory.stakeholders.size(); ++i) {
    names.push_back(stakeholder_name(territory, StakeholderIndex(i), language));
  }
  return names;
}

void add_once(std::vector<std::string>& parts, const std::string& part) {
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) {
    parts.push_back(part);
  }
}

}  // namespace

ReportFacts::ReportFacts(const ReportInput& input)
    : territory(input.territory),
      plan(input.plan),
      language(input.language),
      checked(input.checked),
      sheet_of(input.sheet_of),
      learning(input.learning),
      names(names_of(input.territory, input.language)),
      planned(territory.needs.size(), nullptr),
      given(territory.contributions.size(), nullptr),
      gets(territory.needs.size()),
      gives(territory.contributions.size()),
      explained(territory.needs.size(), nullptr),
      explained_contribution(territory.contributions.size(), nullptr),
      needs_of(territory.stakeholders.size()),
      contributions_of(territory.stakeholders.size()) {
  for (std::size_t i = 0; i < territory.needs.size(); ++i) {
    needs_of[territory.needs[i].stakeholder.position()].emplace_back(i);
  }
  for (std::size_t j = 0; j < territory.contributions.size(); ++j) {
    contributions_of[territory.contributions[j].stakeholder.position()].emplace_back(j);
  }
  for (const territory::PlanNeed& row : plan.needs) {
    if (auto const index = territory::find_need(territory, row.id)) {
      planned[index->position()] = &row;
      if (row.block) {
        needs_in_block[*row.block].push_back(*index);
      }
    }
  }
  for (const territory::PlanContribution& row : plan.contributions) {
    if (auto const index = territory::find_contribution(territory, row.id)) {
      given[index->position()] = &row;
      if (row.block) {
        contributions_in_block[*row.block].push_back(*index);
      }
    }
  }
  for (const territory::PlanTransfer& transfer : plan.transfers) {
    auto const need_index = territory::find_need(territory, transfer.need);
    auto const contribution_index = territory::find_contribution(territory, transfer.contribution);
    if (need_index && contribution_index) {
      gets[need_index->position()].push_back(&transfer);
      gives[contribution_index->position()].push_back(&transfer);
    }
  }
  for (const territory::StakeholderExplanation& one : input.explanations) {
    for (const territory::NeedExplanation& explanation : one.needs) {
      if (auto const index = territory::find_need(territory, explanation.need)) {
        explained[index->position()] = &explanation;
      }
    }
    for (const territory::ContributionExplanation& explanation : one.contributions) {
      if (auto const index = territory::find_contribution(territory, explanation.contribution)) {
        explained_contribution[index->position()] = &explanation;
      }
    }
  }
  for (const territory::ArrangedLine& line : territory.arranged) {
    if (line.kind == territory::ArrangedKind::kFixed) {
      settled.emplace(contribution(line.contribution).id, need(line.need).id);
    }
  }
}

bool ReportFacts::is_person(StakeholderIndex index) const {
  return exchange::is_person(territory, index);
}

std::string ReportFacts::what(NeedIndex index) const {
  return resource_names(territory, need(index).resources, language);
}

std::string ReportFacts::what(ContributionIndex index) const {
  return resource_names(territory, contribution(index).resources, language);
}

std::string ReportFacts::what(ContributionIndex from, NeedIndex to) const {
  bool const many = contribution(from).resources.size() > 1;
  return many && need(to).resources.size() == 1 ? what(to) : what(from);
}

std::string ReportFacts::amount(territory::FamilyIndex family, Millionths quantity) const {
  return quantity_in_words(quantity, territory.families[family.position()].unit, language);
}

Millionths ReportFacts::asked(NeedIndex index) const {
  return territory::in_units(territory, need(index).family, need(index).quantity);
}

Millionths ReportFacts::served(NeedIndex index) const {
  const territory::PlanNeed* row = planned[index.position()];
  return row == nullptr ? Millionths(0) : row->served;
}

std::string ReportFacts::share(NeedIndex index) const {
  const territory::PlanNeed* row = planned[index.position()];
  return percent_in_words(row == nullptr ? Millionths(0) : row->fill, language);
}

double ReportFacts::fill(NeedIndex index) const {
  const territory::PlanNeed* row = planned[index.position()];
  return row == nullptr ? 0 : static_cast<double>(row->fill.count()) / 1e6;
}

bool ReportFacts::is_met(NeedIndex index) const { return served(index) >= asked(index); }

std::string ReportFacts::why(NeedIndex index) const {
  const territory::PlanNeed* row = planned[index.position()];
  if (row == nullptr) {
    return {};
  }
  return typographic(reason_sentence(territory, plan, *row, language), language);
}

std::string ReportFacts::why_to_owner(NeedIndex index) const {
  const territory::PlanNeed* row = planned[index.position()];
  return row == nullptr || is_met(index)
             ? std::string()
             : typographic(reason_for_owner(territory, plan, *row, language), language);
}

std::string ReportFacts::listed(std::vector<std::string> parts, std::size_t most) const {
  if (parts.size() > most + 1) {
    std::size_t const more = parts.size() - most;
    parts.resize(most);
    parts.push_back(say(Word::kAndMore, {std::to_string(more)}));
  }
  return enumeration(parts, language);
}

std::string ReportFacts::owners(const std::vector<NeedIndex>& needs, std::size_t most) const {
  std::vector<std::string> parts;
  for (NeedIndex const index : needs) {
    add_once(parts, owner(index));
  }
  return listed(std::move(parts), most);
}

std::string ReportFacts::owners(const std::vector<ContributionIndex>& contributions,
                                std::size_t most) const {
  std::vector<std::string> parts;
  for (ContributionIndex const index : contributions) {
    add_once(parts, name(contribution(index).stakeholder));
  }
  return listed(std::move(parts), most);
}

std::string typographic(std::string_view text, territory::Language language) {
  std::string nice;
  for (char const letter : text) {
    if (letter == '\'') {
      nice += "’";
    } else {
      nice += letter;
    }
  }
  return with_fine_spaces(nice, language);
}

}  // namespace bocage::exchange
