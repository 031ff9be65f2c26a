#pragma once

#include <string>

#include "territory/plan.h"
#include "territory/territory.h"

namespace bocage::exchange {

// The plan for people, as plain text in about 100 columns. `checked`: an independent check said
// that it holds.
[[nodiscard]] std::string summary_of(const territory::Territory& territory,
                                     const territory::Plan& plan, territory::Language language,
                                     bool checked);

// "6 of 6 needs get something · least served 52 % · nobody left out", one line.
[[nodiscard]] std::string headline_of(const territory::Plan& plan, territory::Language language);

// "checked: nobody could get more without ...", with what it leaves out of account.
[[nodiscard]] std::string checked_sentence(const territory::Territory& territory,
                                           const territory::Plan& plan,
                                           territory::Language language);

}  // namespace bocage::exchange
