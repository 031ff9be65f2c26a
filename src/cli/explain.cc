#include <algorithm>
#include <ostream>

#include "check/check_plan.h"
#include "cli/commands.h"
#include "cli/plan_options.h"
#include "cli/progress.h"
#include "cli/verdict_words.h"
#include "cli/verified.h"
#include "exchange/canonical.h"
#include "exchange/choice_json.h"
#include "exchange/document_format.h"
#include "exchange/explanation_json.h"
#include "exchange/reading/lookup.h"
#include "exchange/rules_json.h"
#include "exchange/split_json.h"
#include "exchange/tally_json.h"
#include "exchange/wording/choice_explained.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/explanation.h"
#include "exchange/wording/rules_words.h"
#include "exchange/wording/say.h"
#include "exchange/wording/share_words.h"
#include "exchange/wording/tally_words.h"
#include "mechanism/choose/choose.h"
#include "territory/find.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;
using territory::Territory;

struct Arguments {
  std::string territory;
  std::string plan;
  std::string id;
  std::string previous;
};

// Ids first, then names of stakeholders where one alone bears them.
struct Asked {
  std::string id;
  std::string complaint;
};

Asked asked_for(const Territory& territory, const std::string& text, Language language) {
  exchange::Lookup lookup;
  std::vector<std::string> ids;
  for (const territory::Stakeholder& row : territory.stakeholders) {
    lookup.add(row.id, row.name);
    ids.push_back(row.id);
  }
  for (const territory::Need& row : territory.needs) {
    lookup.add(row.id);
    ids.push_back(row.id);
  }
  for (const territory::Contribution& row : territory.contributions) {
    lookup.add(row.id);
    ids.push_back(row.id);
  }
  exchange::Lookup::Answer const answer = lookup.find(text);
  switch (answer.kind) {
    case exchange::Lookup::Answer::Kind::kFound:
      return {ids[answer.position], {}};
    case exchange::Lookup::Answer::Kind::kAmbiguous:
      return {{}, exchange::name_of_several(text, answer.candidates, language)};
    case exchange::Lookup::Answer::Kind::kUnknown:
      break;
  }
  return {{}, exchange::no_such_id(text, lookup.nearest(text), language)};
}

// What is explained must be true first.
territory::Verdict verdict_on(const Territory& territory, const Session::LoadedPlan& plan,
                              const std::optional<Session::LoadedPlan>& previous) {
  check::CheckOptions options;
  options.input_sha256 = plan.plan.input_sha256;
  if (previous) {
    options.previous = &previous->plan;
    options.previous_sha256 = previous->sha256;
  }
  return check::check_plan(territory, plan.plan, options);
}

// How it ends where there is no document, or it does not hold.
template <class Report>
std::optional<int> refuse_document(const std::optional<Verified<Report>>& document,
                                   Session& session) {
  if (!document) {
    return kInputIsWrong;
  }
  return document->verdict.holds
             ? std::nullopt
             : std::optional(session.refuse(
                   kAnswerIsNo, verdict_in_words(document->verdict, session.language())));
}

// What a member pays for what is common, and why.
int explain_division(const Territory& territory, const std::string& bytes,
                     const Arguments& arguments, Session& session) {
  Language const language = session.language();
  auto const division = load_division(territory, bytes, arguments.plan, session);
  if (auto const refused = refuse_document(division, session)) {
    return *refused;
  }
  Asked const asked = asked_for(territory, arguments.id, language);
  if (!asked.complaint.empty()) {
    return session.refuse(kInputIsWrong, asked.complaint);
  }
  auto const member = territory::find_stakeholder(territory, asked.id);
  std::string const words =
      member ? exchange::shares_of_member(territory, division->report, *member, language)
             : std::string();
  if (words.empty()) {
    return session.refuse(kInputIsWrong,
                          say(language, "{0} shares no cost here; a member of one was expected.",
                              "{0} ne partage aucun coût ici\u00A0; un membre qui en partage un "
                              "était attendu.",
                              asked.id));
  }
  session.out() << (session.json
                        ? exchange::write_shares_of_member(territory, division->report, *member)
                        : words);
  return kDone;
}

int explain_project(const Territory& territory, const territory::ChoiceReport& report,
                    std::size_t project, Session& session) {
  bool const is_open =
      std::any_of(report.chosen.open.begin(), report.chosen.open.end(),
                  [&](const territory::OpenProject& open) { return open.project == project; });
  auto const with = is_open ? std::optional(report.chosen)
                            : mechanism::choose::choose_with(territory, project, {});
  session.out() << (session.json
                        ? exchange::write_project_explained(territory, report, project, with)
                        : exchange::project_explained(territory, report, project, with,
                                                      session.language()));
  return kDone;
}

// Why a project opens or not, or in which ones somebody is.
int explain_choice(const Territory& territory, const std::string& bytes, const Arguments& arguments,
                   Session& session) {
  Language const language = session.language();
  auto const choice = load_choice(territory, bytes, arguments.plan, session);
  if (auto const refused = refuse_document(choice, session)) {
    return *refused;
  }
  exchange::Lookup projects;
  for (const territory::SharedProject& project : territory.projects) {
    projects.add(project.id, project.name);
  }
  exchange::Lookup::Answer const found = projects.find(arguments.id);
  if (found.kind == exchange::Lookup::Answer::Kind::kFound) {
    return explain_project(territory, choice->report, found.position, session);
  }
  Asked const asked = asked_for(territory, arguments.id, language);
  if (!asked.complaint.empty()) {
    return session.refuse(kInputIsWrong, asked.complaint);
  }
  auto const member = territory::find_stakeholder(territory, asked.id);
  std::string const words =
      member ? exchange::member_explained(territory, choice->report, *member, language)
             : std::string();
  if (words.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(language, "{0} is no project and in no project’s list; one of either was expected.",
            "{0} n’est ni un projet ni un membre possible d’un projet ; l’un des deux était "
            "attendu.",
            asked.id));
  }
  session.out() << (session.json
                        ? exchange::write_member_explained(territory, choice->report, *member)
                        : words);
  return kDone;
}

// What was decided of one resolution, and how near it was.
int explain_count(const Territory& territory, const std::string& bytes, const Arguments& arguments,
                  Session& session) {
  Language const language = session.language();
  auto const count = load_count(territory, bytes, arguments.plan, session);
  if (auto const refused = refuse_document(count, session)) {
    return *refused;
  }
  exchange::Lookup resolutions;
  for (const territory::Resolution& resolution : territory.assembly.resolutions) {
    resolutions.add(resolution.id, resolution.title);
  }
  exchange::Lookup::Answer const found = resolutions.find(arguments.id);
  if (found.kind != exchange::Lookup::Answer::Kind::kFound) {
    return session.refuse(
        kInputIsWrong,
        exchange::nothing_named(arguments.id, resolutions.nearest(arguments.id), language));
  }
  session.out() << (session.json
                        ? exchange::write_resolution(territory, count->report, found.position)
                        : exchange::minutes_of(territory, count->report, found.position, language));
  return kDone;
}

// What a rule asks, where it comes from, and what breaks it.
int explain_rule(const Territory& territory, const std::string& bytes, const Arguments& arguments,
                 Session& session) {
  Language const language = session.language();
  auto const judged =
      load_judgements(territory, arguments.territory, bytes, arguments.plan, session);
  if (auto const refused = refuse_document(judged, session)) {
    return *refused;
  }
  const territory::RulesReport& report = judged->report;
  exchange::Lookup rules;
  for (const territory::RuleJudgement& judgement : report.judgements) {
    rules.add(judgement.rule.id);
  }
  exchange::Lookup::Answer const found = rules.find(arguments.id);
  if (found.kind != exchange::Lookup::Answer::Kind::kFound) {
    return session.refuse(kInputIsWrong, exchange::nothing_named(
                                             arguments.id, rules.nearest(arguments.id), language));
  }
  const territory::RuleJudgement& judgement = report.judgements[found.position];
  session.out() << (session.json
                        ? exchange::write_judgement(judgement) + "\n"
                        : exchange::rule_explained(territory, report, judgement, language));
  return kDone;
}

int explain(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  auto const bytes = session.load_bytes(arguments.plan);
  if (territory && bytes && exchange::has_format(*bytes, exchange::kSplitFormat)) {
    return explain_division(*territory, *bytes, arguments, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kChoiceFormat)) {
    return explain_choice(*territory, *bytes, arguments, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kTallyFormat)) {
    return explain_count(*territory, *bytes, arguments, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kRulesFormat)) {
    return explain_rule(*territory, *bytes, arguments, session);
  }
  auto const loaded = bytes ? session.plan_in(*bytes, arguments.plan) : std::nullopt;
  std::optional<Session::LoadedPlan> previous;
  if (!arguments.previous.empty()) {
    previous = session.load_plan(arguments.previous);
  }
  if (!territory || !loaded || (!arguments.previous.empty() && !previous)) {
    return kInputIsWrong;
  }
  Language const language = session.language();
  if (exchange::input_sha256(*territory) != loaded->plan.input_sha256) {
    return session.refuse(kInputIsWrong,
                          exchange::plan_of_another_territory(arguments.plan, language));
  }
  Asked const asked = asked_for(*territory, arguments.id, language);
  if (!asked.complaint.empty()) {
    return session.refuse(kInputIsWrong, asked.complaint);
  }
  territory::Verdict const verdict = verdict_on(*territory, *loaded, previous);
  if (!verdict.holds) {
    return session.refuse(kAnswerIsNo, verdict_in_words(verdict, language));
  }
  mechanism::allocate::PlanOptions options = options_of(loaded->plan);
  options.previous = previous ? &previous->plan : nullptr;
  Progress progress(session.error(), session.error_is_terminal());
  options.progress = [&](std::string_view step, double share) {
    progress.show(exchange::step_in_words(step, language), share);
  };
  auto const explanation =
      mechanism::allocate::explain(*territory, options, loaded->plan, asked.id);
  progress.finish();
  session.out() << (session.json ? exchange::write_explanation(*explanation)
                                 : exchange::explanation_of(*territory, loaded->plan, *explanation,
                                                            language));
  return kDone;
}

}  // namespace

Action set_up_explain(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option("PLAN", arguments->plan,
                  say(language, "a plan of it, or a division of its shared costs",
                      "un plan de celui-ci, ou une répartition de ses coûts communs"))
      .shown_as(" ")
      .required();
  parameters
      .add_option("ID", arguments->id,
                  say(language, "a need, a contribution or a stakeholder",
                      "un besoin, un apport ou une partie prenante"))
      .shown_as(" ")
      .required();
  add_previous_option(parameters, session, arguments->previous);
  parameters.footer(
      say(language,
          "What it gets and gives, why not more, who shares its shortage, and how much more "
          "would change it: "
          "each answer is verified by planning with it.\n\n"
          "Examples:\n"
          "  bocage explain valdor plan.json canteen-saillans\n"
          "  bocage explain valdor split.json canteen-saillans",
          "Ce qu’il reçoit et donne, pourquoi pas plus, qui partage sa pénurie, et combien "
          "de plus y changerait "
          "quelque chose\u00A0: chaque réponse est vérifiée en planifiant avec.\n\n"
          "Exemples\u00A0:\n"
          "  bocage explain valdor plan.json cantine-saillans\n"
          "  bocage explain valdor partage.json cantine-saillans"));
  return [arguments, &session] { return explain(*arguments, session); };
}

}  // namespace bocage::cli
