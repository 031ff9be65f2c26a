#include <algorithm>
#include <memory>
#include <set>

#include "base/clock.h"
#include "check/check_rules.h"
#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/plan_options.h"
#include "cli/rulebook.h"
#include "cli/verdict_words.h"
#include "exchange/rules_json.h"
#include "exchange/wording/rules_words.h"
#include "exchange/wording/say.h"
#include "mechanism/rules/judge.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;
using territory::RulesReport;

struct Arguments {
  std::string territory;
  std::string date;
  AnswerOptions answer;
};

std::string forms_known(const Rulebook& book) {
  std::set<std::string> forms;
  for (const territory::LegalRule& rule : book.rules) {
    forms.insert(rule.form);
  }
  forms.erase("all");
  std::string list;
  for (const std::string& form : forms) {
    list += (list.empty() ? "" : ", ") + form;
  }
  return list;
}

int refuse_unknown_form(const territory::Territory& territory, const Rulebook& book,
                        Session& session) {
  const std::vector<std::string>& forms = territory.assembly.statutes.forms;
  if (forms.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "no form of cooperation is stated, so that no rule applies. Write it in "
            "territory.toml, under [statutes]: forms = [\"scic\"]. Known: {0}.",
            "aucune forme de coopération n’est indiquée : aucune règle ne s’applique. "
            "Écrivez-la dans territory.toml, sous [statutes] : forms = [\"scic\"]. Connues : {0}.",
            forms_known(book)));
  }
  for (const std::string& form : forms) {
    bool const is_known =
        std::any_of(book.rules.begin(), book.rules.end(),
                    [&](const territory::LegalRule& rule) { return rule.form == form; });
    if (!is_known) {
      return session.refuse(
          kInputIsWrong,
          say(session.language(),
              "no rule is known for the form \"{0}\". Known: {1}. Rules of your own go into "
              "rules.csv.",
              "aucune règle n’est connue pour la forme « {0} ». Connues : {1}. Vos propres règles "
              "s’écrivent dans rules.csv.",
              form, forms_known(book)));
    }
  }
  return kDone;
}

// The answer is no where a rule that blocks is missed, or a move that was asked is refused.
bool says_no(const RulesReport& report) {
  return std::any_of(report.judgements.begin(), report.judgements.end(),
                     [](const territory::RuleJudgement& one) {
                       return one.verdict == territory::RuleVerdict::kMissed &&
                              one.rule.severity == territory::RuleSeverity::kError &&
                              one.rule.confidence == territory::RuleConfidence::kChecked;
                     }) ||
         std::any_of(report.capital.begin(), report.capital.end(),
                     [](const territory::CapitalStep& step) { return step.is_refused; });
}

int rules(const Arguments& arguments, Session& session) {
  auto const day = arguments.date.empty() ? std::optional(base::clock_of_the_room().day())
                                          : base::parse_day(arguments.date);
  if (!day) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(), "\"{0}\" is no day; expected one such as 2027-01-31.",
            "« {0} » n’est pas un jour ; un jour comme 2027-01-31 était attendu.", arguments.date));
  }
  auto const territory = session.load_territory(arguments.territory);
  auto const book = load_rulebook(arguments.territory, session);
  if (!territory || !book) {
    return kInputIsWrong;
  }
  if (arguments.answer.tables.empty()) {
    if (int const refused = refuse_unknown_form(*territory, *book, session); refused != kDone) {
      return refused;
    }
  }
  RulesReport report = mechanism::rules::judge(*territory, book->rules, book->tables, *day);
  report.input_sha256 = exchange::rules_sha256(*territory, book->rules, book->tables);
  auto const verdict =
      check::check_rules(*territory, book->rules, book->tables, report, report.input_sha256);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  Answer const answer{
      [&] { return exchange::write_rules(*territory, report); },
      [&] { return exchange::rules_in_words(*territory, report, session.language()); },
      [&] {
        return territory->assembly.statutes.forms.empty()
                   ? exchange::FigureTables()
                   : exchange::rules_tables(*territory, report, session.language());
      }};
  int const given = give_out(answer, arguments.answer, session);
  return given == kDone && says_no(report) && arguments.answer.tables.empty() ? kAnswerIsNo : given;
}

}  // namespace

Action set_up_rules(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option("--date", arguments->date,
                  say(language, "the rules in force that day; else today's",
                      "les règles en vigueur ce jour-là ; sinon aujourd’hui"))
      .shown_as(say(language, "DAY", "JOUR"));
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(say(
      language,
      "Which rules of its form a cooperation meets, misses, or cannot be judged on, and why; the "
      "register of capital, entry by entry; what must be put in reserve. Exit status: 1 where a "
      "rule that blocks is missed, or a move of capital is refused.\n\n"
      "Examples:\n"
      "  bocage rules valdor\n"
      "  bocage rules valdor --date 2027-01-01 -o rules.json",
      "Quelles règles de sa forme une coopération respecte, ne respecte pas, ou sur lesquelles "
      "elle ne peut être jugée, et pourquoi ; le registre du capital, entrée par entrée ; ce qui "
      "doit être mis en réserve. Code de sortie : 1 si une règle qui bloque n’est pas respectée, "
      "ou si un mouvement de capital est refusé.\n\n"
      "Exemples :\n"
      "  bocage rules valdor\n"
      "  bocage rules valdor --date 2027-01-01 -o regles.json"));
  return [arguments, &session] { return rules(*arguments, session); };
}

}  // namespace bocage::cli
