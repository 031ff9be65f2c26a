#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// A person is a number, "Person 3", counted among the persons by id: a plan is read by many.
[[nodiscard]] std::string stakeholder_name(const territory::Territory& territory,
                                           territory::StakeholderIndex stakeholder,
                                           territory::Language language);

// Whose name and place are kept from readers.
[[nodiscard]] bool is_person(const territory::Territory& territory,
                             territory::StakeholderIndex stakeholder);

// The owner of a need or a contribution; the id where the territory has none of that id.
[[nodiscard]] std::string owner_of_need(const territory::Territory& territory,
                                        const std::string& need, territory::Language language);
[[nodiscard]] std::string owner_of_contribution(const territory::Territory& territory,
                                                const std::string& contribution,
                                                territory::Language language);

// How far apart the two ends of a line are; roughly, where one of them is a person.
[[nodiscard]] std::string distance_of_line(const territory::Territory& territory,
                                           const territory::PlanTransfer& line,
                                           territory::Language language);

// "Carrots", or "Carrots or Roots" where any of several serves; a long list is cut.
[[nodiscard]] std::string resource_names(const territory::Territory& territory,
                                         const std::vector<territory::ResourceIndex>& resources,
                                         territory::Language language);

}  // namespace bocage::exchange
