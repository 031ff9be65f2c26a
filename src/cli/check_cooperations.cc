#include <filesystem>

#include "check/check_across.h"
#include "check/check_plan.h"
#include "cli/cooperations.h"
#include "cli/verdict_words.h"
#include "exchange/canonical.h"
#include "exchange/cooperations_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using territory::Cooperation;
using territory::PlannedFigures;
using territory::Verdict;

// The cooperations as their tables are now, and the plans beside the document.
struct Found {
  std::vector<Cooperation> all;
  std::vector<std::optional<PlannedFigures>> planned;
  Verdict of_plans;  // the first plan that does not hold
  std::string wrong_folder;
};

bool find_plan(Cooperation& one, const std::filesystem::path& plans, Found& found,
               Session& session) {
  auto loaded = session.load_plan((plans / plan_name_of(one.folder)).string());
  if (!loaded) {
    return false;
  }
  check::CheckOptions options;
  options.input_sha256 = exchange::input_sha256(one.territory);
  Verdict const verdict = check::check_plan(one.territory, loaded->plan, options);
  if (!verdict.holds && found.of_plans.holds) {
    found.of_plans = verdict;
    found.wrong_folder = one.folder;
  }
  const territory::PlanSummary& summary = loaded->plan.summary;
  found.planned.back() = {options.input_sha256, loaded->sha256, summary.needs, summary.served,
                          summary.set_aside};
  one.plan = std::move(loaded->plan);
  return true;
}

std::optional<Found> find_all(const std::string& territory, const std::filesystem::path& plans,
                              Session& session) {
  Found found;
  bool is_read = true;
  for (const std::string& folder : exchange::cooperation_folders(territory)) {
    auto read = load_cooperation(territory, folder, session);
    is_read = is_read && read;
    if (read) {
      found.planned.emplace_back();
      Cooperation one{folder, *std::move(read), {}};
      is_read = (one.territory.needs.empty() || find_plan(one, plans, found, session)) && is_read;
      found.all.push_back(std::move(one));
    }
  }
  return is_read ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace

int check_cooperations(const std::string& territory, const std::string& bytes,
                       const std::string& file, Session& session) {
  using exchange::say;
  territory::Language const language = session.language();
  auto const told = exchange::read_across(bytes, file);
  if (!told) {
    session.report(told.failure());
    return kInputIsWrong;
  }
  auto const whole = session.load_whole(territory);
  auto const found =
      find_all(territory, file == "-" ? "." : std::filesystem::path(file).parent_path(), session);
  if (!whole || !found) {
    return kInputIsWrong;
  }
  if (!found->of_plans.holds) {
    return tell_verdict(found->of_plans,
                        say(language, "{0}: {1}", "{0}\u00A0: {1}", found->wrong_folder,
                            verdict_in_words(found->of_plans, language)),
                        session);
  }
  Verdict const verdict = check::check_across(*whole, found->all, found->planned, *told);
  return tell_verdict(
      verdict,
      verdict.holds
          ? say(language,
                "This view holds: every plan beside it, who takes part in what, and what each "
                "gives and gets.",
                "Cette vue tient\u00A0: chaque plan à côté d’elle, qui prend part à quoi, et ce "
                "que "
                "chacun donne et reçoit.")
          : verdict_in_words(verdict, language),
      session);
}

}  // namespace bocage::cli
