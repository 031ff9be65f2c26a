#pragma once

#include <string>

#include "exchange/wording/verdict.h"

namespace bocage::cli {

// The first thing that is wrong with a plan, in words.
[[nodiscard]] inline std::string verdict_in_words(const territory::Verdict& verdict,
                                                  territory::Language language) {
  return exchange::verdict_sentence(verdict, language);
}

}  // namespace bocage::cli
