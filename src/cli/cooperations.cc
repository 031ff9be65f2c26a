#include "cli/cooperations.h"

#include <algorithm>
#include <filesystem>

#include "check/check_choice.h"
#include "check/check_rules.h"
#include "check/check_split.h"
#include "check/check_tally.h"
#include "cli/planned.h"
#include "cli/rulebook.h"
#include "cli/verdict_words.h"
#include "exchange/canonical.h"
#include "exchange/cooperations_json.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/cooperations_words.h"
#include "exchange/wording/say.h"
#include "exchange/wording/summary.h"
#include "mechanism/choose/choose.h"
#include "mechanism/rules/judge.h"
#include "mechanism/split/split.h"
#include "mechanism/tally/tally.h"

namespace bocage::cli {
namespace {

using exchange::CooperationTold;
using exchange::say;
using territory::Cooperation;
using territory::Territory;

// How it ends, where it is not planned.
std::optional<int> plan(Cooperation& cooperation, const PlanArguments& arguments,
                        Session& session) {
  auto request = plan_request(arguments, session);
  if (!request) {
    return kInputIsWrong;
  }
  request->options.input_sha256 = exchange::input_sha256(cooperation.territory);
  auto outcome = mechanism::allocate::plan_territory(cooperation.territory, request->options);
  if (!outcome) {
    session.report(outcome.failure());
    return kInputIsWrong;
  }
  session.report(outcome->warnings);
  Planned planned;
  planned.plan = std::move(outcome).value().plan;
  auto const verdict = verdict_on(cooperation.territory, planned);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  cooperation.plan = std::move(planned.plan);
  return std::nullopt;
}

// What is told of a cooperation, judged before it is told: the first verdict against it stays.
class Judged {
 public:
  void add(const territory::Verdict& verdict) {
    first_wrong_ = first_wrong_.holds ? verdict : first_wrong_;
  }
  [[nodiscard]] const territory::Verdict& verdict() const { return first_wrong_; }

 private:
  territory::Verdict first_wrong_;
};

std::string on_costs(const Territory& territory, territory::Language language, Judged& judged) {
  territory::SplitReport const report = mechanism::split::split(territory);
  judged.add(check::check_split(territory, report, ""));
  return say(language, "Shared costs divided: {0}.", "Coûts communs répartis\u00A0: {0}.",
             report.splits.size());
}

std::string on_projects(const Territory& territory, territory::Language language, Judged& judged) {
  auto const report = mechanism::choose::choose(territory, {});
  judged.add(check::check_choice(territory, report, ""));
  std::string names;
  for (const territory::OpenProject& open : report.chosen.open) {
    names += (names.empty() ? "" : ", ") + territory.projects[open.project].name;
  }
  return say(language, "{0} of {1} projects open: {2}. Members left out: {3}.",
             "{0} projets sur {1} ouvrent : {2}. Membres laissés dehors : {3}.",
             report.chosen.open.size(), territory.projects.size(), names,
             report.chosen.left_out.size());
}

std::string on_votes(const Territory& territory, territory::Language language, Judged& judged) {
  auto const report = mechanism::tally::tally(territory);
  judged.add(check::check_tally(territory, report, ""));
  auto const adopted = std::count_if(
      report.resolutions.begin(), report.resolutions.end(),
      [](const auto& one) { return one.outcome == territory::VoteOutcome::kAdopted; });
  return say(language, "{0} of {1} resolutions adopted.", "{0} résolutions adoptées sur {1}.",
             adopted, report.resolutions.size());
}

// On the last day the tables tell of, as in a report; nothing where they tell of none.
std::string on_rules(const Territory& territory, const std::string& folder, Session& session,
                     Judged& judged) {
  auto const day = last_day_of(territory.assembly);
  auto const book = day ? load_rulebook(folder, session) : std::nullopt;
  if (!book) {
    return "";
  }
  auto const report = mechanism::rules::judge(territory, book->rules, book->tables, *day);
  judged.add(check::check_rules(territory, book->rules, book->tables, report, ""));
  auto const count = [&](territory::RuleVerdict verdict) {
    return std::count_if(report.judgements.begin(), report.judgements.end(),
                         [&](const auto& one) { return one.verdict == verdict; });
  };
  return say(session.language(), "Rules: {0} met, {1} missed, {2} cannot be judged.",
             "Règles : {0} respectées, {1} non respectées, {2} ne peuvent être jugées.",
             count(territory::RuleVerdict::kMet), count(territory::RuleVerdict::kMissed),
             count(territory::RuleVerdict::kNotJudged));
}

CooperationTold told_of(const Cooperation& cooperation, const std::string& folder, Session& session,
                        Judged& judged) {
  const Territory& territory = cooperation.territory;
  CooperationTold told{cooperation.folder, territory.settings.name, {}};
  if (cooperation.plan) {
    std::string headline = exchange::headline_of(*cooperation.plan, session.language());
    headline.erase(headline.find_last_not_of('\n') + 1);
    told.sentences.push_back(std::move(headline));
  }
  if (!territory.shared_costs.empty()) {
    told.sentences.push_back(on_costs(territory, session.language(), judged));
  }
  if (!territory.projects.empty()) {
    told.sentences.push_back(on_projects(territory, session.language(), judged));
  }
  if (!territory.assembly.resolutions.empty()) {
    told.sentences.push_back(on_votes(territory, session.language(), judged));
  }
  std::string const rules = territory.assembly.statutes.forms.empty()
                                ? std::string()
                                : on_rules(territory, folder, session, judged);
  if (!rules.empty()) {
    told.sentences.push_back(rules);
  }
  return told;
}

// Every plan under its folder's name, and the view across them.
int write_all(const std::string& folder, const std::vector<Cooperation>& all,
              const std::string& across, Session& session) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (const Cooperation& one : all) {
    if (one.plan) {
      int const status =
          write_out((std::filesystem::path(folder) / plan_name_of(one.folder)).string(),
                    exchange::write_plan(*one.plan), session);
      if (status != kDone) {
        return status;
      }
    }
  }
  return write_out((std::filesystem::path(folder) / "cooperations.json").string(), across, session);
}

}  // namespace

std::optional<Territory> load_cooperation(const std::string& territory, const std::string& folder,
                                          Session& session) {
  exchange::TerritoryReading reading =
      exchange::read_territory(exchange::place_of_cooperation(territory, folder));
  for (territory::Problem& problem : reading.problems.list) {
    problem = exchange::told_from_above(std::move(problem), folder);
  }
  session.report(reading.problems);
  return reading.problems.has_errors() ? std::nullopt : std::optional(std::move(reading.territory));
}

std::string plan_name_of(const std::string& folder) {
  return (folder == "." ? "territory" : folder) + ".json";
}

int plan_cooperations(const std::string& territory, const std::vector<std::string>& folders,
                      const PlanArguments& arguments, const AnswerOptions& asked,
                      Session& session) {
  if (!arguments.previous.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "an earlier plan is one cooperation's. Plan that folder alone: bocage plan {0}/{1} "
            "--previous {2}",
            "un plan antérieur est celui d’une seule coopération. Planifiez ce dossier seul : "
            "bocage plan {0}/{1} --previous {2}",
            territory, folders.back(), arguments.previous));
  }
  auto const whole = session.load_whole(territory);
  if (!whole) {
    return kInputIsWrong;
  }
  std::vector<Cooperation> all;
  bool is_read = true;
  for (const std::string& folder : folders) {
    auto read = folder == "." ? whole : load_cooperation(territory, folder, session);
    is_read = is_read && read;
    if (read) {
      all.push_back({folder, *std::move(read), {}});
    }
  }
  if (!is_read) {
    return kInputIsWrong;
  }
  std::vector<CooperationTold> told;
  for (Cooperation& one : all) {
    auto const ended = one.territory.needs.empty() ? std::nullopt : plan(one, arguments, session);
    if (ended) {
      return *ended;
    }
    Judged judged;
    told.push_back(
        told_of(one, exchange::place_of_cooperation(territory, one.folder), session, judged));
    if (!judged.verdict().holds) {
      return refuse_our_own(judged.verdict(), session);
    }
  }
  auto const parts = territory::taking_part(whole->stakeholders, all);
  auto const json = [&] {
    return exchange::write_across(exchange::across_report(whole->settings.name, all, parts));
  };
  std::error_code error;
  const std::string& output = asked.file;
  bool const is_folder = !output.empty() && output != "-" &&
                         (output.back() == '/' || std::filesystem::is_directory(output, error));
  if (is_folder) {
    return write_all(output, all, json(), session);
  }
  Answer const answer{
      json,
      [&] { return exchange::cooperations_in_words(*whole, told, parts, session.language()); },
      [&] { return exchange::cooperations_tables(*whole, told, parts, session.language()); }};
  return give_out(answer, asked, session);
}

}  // namespace bocage::cli
