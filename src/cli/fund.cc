#include <memory>

#include "check/check_fund.h"
#include "cli/commands.h"
#include "cli/give_out.h"
#include "cli/verdict_words.h"
#include "cli/votes.h"
#include "exchange/fund_json.h"
#include "exchange/wording/fund_words.h"
#include "exchange/wording/say.h"
#include "mechanism/choose/equal_shares.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string votes;
  AnswerOptions answer;
};

int fund(const Arguments& arguments, Session& session) {
  auto const loaded = load_votes(arguments.votes, session);
  if (!loaded) {
    return kInputIsWrong;
  }
  if (loaded->vote.ballots.empty() && arguments.answer.tables.empty()) {
    return session.refuse(
        kInputIsWrong,
        say(session.language(),
            "nothing to fund: nobody votes here. Write who would like which project, a row each, "
            "in project_votes.csv, and the budgets in funders.csv; or give a .pb file.",
            "rien à financer\u00A0: personne ne vote ici. Écrivez qui voudrait quel projet, une "
            "ligne chacun, dans project_votes.csv, et les budgets dans funders.csv\u00A0; ou "
            "donnez "
            "un fichier .pb."));
  }
  territory::FundReport report = mechanism::choose::equal_shares(loaded->vote);
  report.input_sha256 = loaded->sha256;
  territory::Verdict const verdict = check::check_fund(loaded->vote, report, loaded->sha256);
  if (!verdict.holds) {
    return refuse_our_own(verdict, session);
  }
  Answer const answer{
      [&] { return exchange::write_fund(loaded->vote, report); },
      [&] { return exchange::fund_in_words(loaded->vote, report, session.language()); },
      [&] {
        return loaded->vote.ballots.empty()
                   ? exchange::FigureTables()
                   : exchange::fund_tables(loaded->vote, report, session.language());
      }};
  return give_out(answer, arguments.answer, session);
}

}  // namespace

Action set_up_fund(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  parameters
      .add_option("VOTES", arguments->votes,
                  say(language, "a .pb file of pabulib.org, or a territory with project_votes.csv",
                      "un fichier .pb de pabulib.org, ou un territoire avec project_votes.csv"))
      .shown_as(" ")
      .required();
  add_answer_options(parameters, session, arguments->answer);
  parameters.footer(say(
      language,
      "Which projects a shared fund buys, so that every voter decides over an equal part of it "
      "(the Method of Equal Shares), beside what most votes alone would buy.\n\n"
      "Examples:\n"
      "  bocage fund Netherlands_Assen_2024.pb\n"
      "  bocage fund valdor -o fund.json\n"
      "  bocage check valdor fund.json",
      "Quels projets un fonds commun achète, pour que chaque votant décide d’une part égale (la "
      "méthode des parts égales), à côté de ce que le plus de votes achèterait.\n\n"
      "Exemples\u00A0:\n"
      "  bocage fund Netherlands_Assen_2024.pb\n"
      "  bocage fund valdor -o fonds.json\n"
      "  bocage check valdor fonds.json"));
  return [arguments, &session] { return fund(*arguments, session); };
}

}  // namespace bocage::cli
