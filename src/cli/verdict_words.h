#pragma once

#include <string>

#include "cli/session.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/verdict.h"

namespace bocage::cli {

// The first thing that is wrong with a plan, in words.
[[nodiscard]] inline std::string verdict_in_words(const territory::Verdict& verdict,
                                                  territory::Language language) {
  return exchange::verdict_sentence(verdict, language);
}

// Nothing that this program made itself is given out if the checker, which shares no code with
// whoever made it, refuses it.
[[nodiscard]] inline int refuse_our_own(const territory::Verdict& verdict, Session& session) {
  return session.refuse(kProgramFailed,
                        exchange::plan_does_not_hold(verdict_in_words(verdict, session.language()),
                                                     session.language()));
}

// The answer of `bocage check`: `sentence`, with what a reader should know besides, and the exit
// status.
[[nodiscard]] int tell_verdict(const territory::Verdict& verdict, const std::string& sentence,
                               Session& session);

}  // namespace bocage::cli
