#include "cli/verdict_words.h"

#include <fmt/format.h>

#include <ostream>

#include "exchange/json.h"
#include "exchange/wording/layout.h"

namespace bocage::cli {

int tell_verdict(const territory::Verdict& verdict, const std::string& sentence, Session& session) {
  if (session.json) {
    std::string quoted;
    exchange::append_json_string(quoted, sentence);
    session.out() << fmt::format("{{\"holds\": {}, \"message\": {}}}\n", verdict.holds, quoted);
  } else {
    session.out() << exchange::wrapped(sentence, 0);
    for (const territory::Note& note : verdict.notes) {
      session.out() << exchange::wrapped(exchange::note_sentence(note, session.language()), 0);
    }
  }
  return verdict.holds ? kDone : kAnswerIsNo;
}

}  // namespace bocage::cli
