#include "check/check_fund.h"
#include "check/check_plan.h"
#include "cli/commands.h"
#include "cli/cooperations.h"
#include "cli/plan_options.h"
#include "cli/verdict_words.h"
#include "cli/verified.h"
#include "cli/votes.h"
#include "exchange/canonical.h"
#include "exchange/document_format.h"
#include "exchange/fund_json.h"
#include "exchange/wording/say.h"
#include "exchange/wording/summary.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  std::string plan;
  std::string previous;
};

// What a document of this kind is told to be, if it holds.
template <class Report>
int tell_document(const std::optional<Verified<Report>>& document, const std::string& holds,
                  Session& session) {
  if (!document) {
    return kInputIsWrong;
  }
  const territory::Verdict& verdict = document->verdict;
  return tell_verdict(
      verdict, verdict.holds ? holds : verdict_in_words(verdict, session.language()), session);
}

int check_division(const territory::Territory& territory, const std::string& bytes,
                   const std::string& file, Session& session) {
  return tell_document(load_division(territory, bytes, file, session),
                       say(session.language(),
                           "This division holds: every share, every group that would do better "
                           "without the others, and the proof of every nucleolus.",
                           "Cette répartition tient : chaque part, chaque groupe qui s’en "
                           "tirerait mieux sans les autres, et la preuve de chaque nucléole."),
                       session);
}

int check_chosen(const territory::Territory& territory, const std::string& bytes,
                 const std::string& file, Session& session) {
  return tell_document(load_choice(territory, bytes, file, session),
                       say(session.language(),
                           "This choice holds: every rule of the tables, every figure, and the "
                           "proof that nothing is better than it says.",
                           "Ce choix tient : chaque règle des tables, chaque nombre, et la preuve "
                           "que rien n’est mieux que ce qu’il dit."),
                       session);
}

int check_counted(const territory::Territory& territory, const std::string& bytes,
                  const std::string& file, Session& session) {
  return tell_document(load_count(territory, bytes, file, session),
                       say(session.language(),
                           "This count holds: every vote, every weight, every outcome, and who "
                           "can block.",
                           "Ce décompte tient : chaque voix, chaque poids, chaque résultat, et "
                           "qui peut bloquer."),
                       session);
}

int check_judged(const territory::Territory& territory, const Arguments& arguments,
                 const std::string& bytes, Session& session) {
  return tell_document(
      load_judgements(territory, arguments.territory, bytes, arguments.plan, session),
      say(session.language(),
          "These judgements hold: every rule in force, every row, every move of capital and every "
          "reserve.",
          "Ces jugements tiennent : chaque règle en vigueur, chaque ligne, chaque mouvement de "
          "capital et chaque réserve."),
      session);
}

int check_funded(const Arguments& arguments, const std::string& bytes, Session& session) {
  auto const votes = load_votes(arguments.territory, session);
  if (!votes) {
    return kInputIsWrong;
  }
  auto const report = exchange::read_fund(votes->vote, bytes, arguments.plan);
  if (!report) {
    session.report(report.failure());
    return kInputIsWrong;
  }
  auto const verdict = check::check_fund(votes->vote, *report, votes->sha256);
  return tell_verdict(
      verdict,
      verdict.holds
          ? say(session.language(),
                "This fund is spent by equal shares: every purchase, its rate and its order.",
                "Ce fonds est dépensé à parts égales : chaque achat, son taux et son "
                "ordre.")
          : verdict_in_words(verdict, session.language()),
      session);
}

int check(const Arguments& arguments, Session& session) {
  auto const bytes = session.load_bytes(arguments.plan);
  if (bytes && exchange::has_format(*bytes, exchange::kFundFormat)) {
    return check_funded(arguments, *bytes, session);
  }
  if (bytes && exchange::has_format(*bytes, exchange::kCooperationsFormat)) {
    return check_cooperations(arguments.territory, *bytes, arguments.plan, session);
  }
  auto const territory = session.load_territory(arguments.territory);
  if (territory && bytes && exchange::has_format(*bytes, exchange::kChoiceFormat)) {
    return check_chosen(*territory, *bytes, arguments.plan, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kTallyFormat)) {
    return check_counted(*territory, *bytes, arguments.plan, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kRulesFormat)) {
    return check_judged(*territory, arguments, *bytes, session);
  }
  if (territory && bytes && exchange::has_format(*bytes, exchange::kSplitFormat)) {
    return check_division(*territory, *bytes, arguments.plan, session);
  }
  auto const plan = bytes ? session.plan_in(*bytes, arguments.plan) : std::nullopt;
  std::optional<Session::LoadedPlan> previous;
  if (!arguments.previous.empty()) {
    previous = session.load_plan(arguments.previous);
  }
  if (!territory || !plan || (!arguments.previous.empty() && !previous)) {
    return kInputIsWrong;
  }
  check::CheckOptions options;
  options.input_sha256 = exchange::input_sha256(*territory);
  if (previous) {
    options.previous = &previous->plan;
    options.previous_sha256 = previous->sha256;
  }
  territory::Verdict const verdict = check::check_plan(*territory, plan->plan, options);
  std::string const sentence =
      verdict.holds ? exchange::checked_sentence(*territory, plan->plan, session.language())
                    : verdict_in_words(verdict, session.language());
  return tell_verdict(verdict, sentence, session);
}

}  // namespace

Action set_up_check(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option(
          "PLAN", arguments->plan,
          say(language, "the plan, division, choice, fund, count of votes or view across to verify",
              "le plan, la répartition, le choix, le fonds, le décompte ou la vue "
              "d’ensemble à vérifier"))
      .shown_as(" ")
      .required();
  add_previous_option(parameters, session, arguments->previous);
  parameters.footer(
      say(language,
          "Says in words the first thing that is wrong. Exit status: 0 it holds, 1 it does not.\n\n"
          "Example:\n"
          "  bocage check valdor plan.json",
          "Dit en mots la première chose fausse. Code de sortie\u00A0: 0 il tient, 1 il ne tient "
          "pas.\n\n"
          "Exemple\u00A0:\n"
          "  bocage check valdor plan.json"));
  return [arguments, &session] { return check(*arguments, session); };
}

}  // namespace bocage::cli
