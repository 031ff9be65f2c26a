#pragma once

#include <string>

#include "territory/territory.h"
#include "territory/verdict.h"

namespace bocage::exchange {

// Whether the plan holds, and if not, the first thing that is wrong: one sentence.
[[nodiscard]] std::string verdict_sentence(const territory::Verdict& verdict,
                                           territory::Language language);

// What a reader should know though the plan holds: one sentence.
[[nodiscard]] std::string note_sentence(const territory::Note& note, territory::Language language);

}  // namespace bocage::exchange
