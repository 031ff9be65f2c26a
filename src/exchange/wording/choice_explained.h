#pragma once

#include <optional>
#include <string>

#include "territory/choice.h"
#include "territory/territory.h"

namespace bocage::exchange {

// Why a project opens or not, and what the best would be were it to open (`with`; none: no such
// choice was found).
[[nodiscard]] std::string project_explained(const territory::Territory& territory,
                                            const territory::ChoiceReport& report,
                                            std::size_t project,
                                            const std::optional<territory::Choice>& with,
                                            territory::Language language);
[[nodiscard]] std::string write_project_explained(const territory::Territory& territory,
                                                  const territory::ChoiceReport& report,
                                                  std::size_t project,
                                                  const std::optional<territory::Choice>& with);

// In which projects a member is, with and without the guarantee; empty where it is in none's list.
[[nodiscard]] std::string member_explained(const territory::Territory& territory,
                                           const territory::ChoiceReport& report,
                                           territory::StakeholderIndex member,
                                           territory::Language language);
[[nodiscard]] std::string write_member_explained(const territory::Territory& territory,
                                                 const territory::ChoiceReport& report,
                                                 territory::StakeholderIndex member);

}  // namespace bocage::exchange
