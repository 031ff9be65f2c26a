#pragma once

#include <string>

#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::cli {

// Until exchange/wording/verdict.h lands.
inline std::string verdict_in_words(const territory::Verdict& verdict, territory::Language) {
  const territory::Wrong& wrong = verdict.wrong;
  return "wrong " + std::to_string(static_cast<int>(wrong.kind)) + " " + wrong.contribution + " " +
         wrong.need + " " + wrong.of + " " + wrong.found + " " + wrong.expected;
}

}  // namespace bocage::cli
