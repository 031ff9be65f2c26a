#include "http/endpoints/on_board.h"

#include "base/sha256.h"
#include "exchange/codes.h"

namespace bocage::http {

base::Result<OnBoard, Response> on_board(const std::string& folder, PlanBoard& board,
                                         const Request& request) {
  auto loaded = load(folder, request);
  if (!loaded) {
    return loaded.failure();
  }
  auto shown = board.plan_of(loaded->meeting);
  if (!shown) {
    return trouble_answer(shown.failure(), folder, loaded->reader);
  }
  return OnBoard{std::move(loaded).value(), std::move(shown).value()};
}

// Another command of this program about the plan that is shown, in the reader's language; `rest`
// follows the territory and the plan.
base::Result<std::string, service::Trouble> run_on(const OnBoard& all, const Runner& runner,
                                                   const std::string& command,
                                                   const std::vector<std::string>& rest) {
  const std::string shown = "plan-shown.json";
  service::Files files = all.loaded.meeting.files;
  files[shown] = all.shown.bytes;
  territory::Language const language = all.loaded.reader.language;
  std::vector<std::string> arguments{command, ".", shown};
  arguments.insert(arguments.end(), rest.begin(), rest.end());
  arguments.insert(arguments.end(), {"--lang", std::string(exchange::code_of(language))});
  for (const service::KeptPlan& kept : all.loaded.meeting.plans) {
    if (base::sha256_hex(kept.bytes) == all.shown.plan.previous_sha256) {
      arguments.insert(arguments.end(), {"--previous", kept.file});
      break;
    }
  }
  return runner(arguments, files);
}

}  // namespace bocage::http
