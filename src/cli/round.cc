#include <ostream>

#include "cli/commands.h"
#include "cli/plan_options.h"
#include "cli/round_acts.h"
#include "exchange/wording/cycle_words.h"
#include "exchange/wording/say.h"
#include "service/round_text.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

void add_saying_options(Parameters& parameters, Language language, RoundArguments& arguments) {
  parameters
      .add_option("--as", arguments.stakeholder,
                  say(language, "the stakeholder that speaks, or is told",
                      "la partie prenante qui parle, ou à qui l’on dit"))
      .shown_as("ID");
  parameters
      .add_option("--said-by", arguments.said_by,
                  say(language, "who said it, by name", "qui l’a dit, par son nom"))
      .shown_as("NAME");
  parameters
      .add_option(
          "--how", arguments.how,
          say(language, "room, telephone, paper or own_hand",
              "room (dans la salle), telephone, paper (sur papier) ou own_hand (de sa main)"))
      .shown_as("HOW");
  parameters
      .add_option("--at", arguments.at,
                  say(language, "when, as 2026-12-03T14:05; now, where it is left out",
                      "quand, comme 2026-12-03T14:05\u00A0; sinon maintenant"))
      .shown_as("MOMENT");
  parameters
      .add_option("--noted-by", arguments.noted_by,
                  say(language, "who notes it; the facilitator, where it is left out",
                      "qui le note\u00A0; sinon l’animation"))
      .shown_as("NAME");
  parameters.add_option("--note", arguments.note, say(language, "a remark", "une remarque"))
      .shown_as("TEXT");
}

void add_answer_options(Parameters& parameters, Language language, RoundArguments& arguments) {
  parameters
      .add_option("--contribution", arguments.line.contribution,
                  say(language, "of the line", "de la ligne"))
      .shown_as("ID");
  parameters
      .add_option("--need", arguments.line.need,
                  say(language, "of the line; all lines, where both are left out",
                      "de la ligne\u00A0; toutes, sans l’un ni l’autre"))
      .shown_as("ID");
  parameters
      .add_option(
          "--because", arguments.argument,
          say(language, "of an objection or a reservation", "d’une objection ou d’une réserve"))
      .shown_as("TEXT");
  parameters
      .add_option(
          "--kind", arguments.kind,
          say(language, "facts, limits or preference (which never blocks)",
              "facts (faits ou but), limits (limites) ou preference (qui ne bloque jamais)"))
      .shown_as("KIND");
  parameters
      .add_option("--change", arguments.change,
                  say(language, "less, not_with, not_before, not_after or not_further",
                      "less (moins), not_with (pas avec), not_before (pas avant), not_after (pas "
                      "après), not_further (pas plus loin)"))
      .shown_as("CHANGE");
  parameters
      .add_option("--value", arguments.value,
                  say(language, "of the change: a quantity, an id, a day, kilometres",
                      "du changement\u00A0: une quantité, un identifiant, un jour, des kilomètres"))
      .shown_as("VALUE");
}

void add_other_options(Parameters& parameters, Language language, RoundArguments& arguments) {
  parameters
      .add_option("--cycle", arguments.cycle,
                  say(language, "the name of the cycle to open", "le nom de la campagne à ouvrir"))
      .shown_as("NAME");
  parameters.add_flag("--keep", arguments.keep,
                      say(language, "keep what was accepted", "garder ce qui est accepté"));
  parameters.add_flag(
      "--share", arguments.share,
      say(language, "share the change among all", "partager le changement entre tous"));
  parameters
      .add_option("--side", arguments.side,
                  say(language, "giver or receiver", "giver (qui donne) ou receiver (qui reçoit)"))
      .shown_as("SIDE");
  parameters
      .add_option("--outcome", arguments.outcome,
                  say(language, "done, partly, late or failed",
                      "done (fait), partly (en partie), late (en retard) ou failed (non fait)"))
      .shown_as("OUTCOME");
  parameters
      .add_option("--quantity", arguments.quantity,
                  say(language, "done or received in all", "faite ou reçue en tout"))
      .shown_as("N");
  parameters
      .add_option("--until", arguments.until,
                  say(language, "the new day of what is late", "le nouveau jour de ce qui tarde"))
      .shown_as("DAY");
  parameters
      .add_option("--decision", arguments.decision,
                  say(language, "a decision besides plans", "une décision hors des plans"))
      .shown_as("ID");
  parameters
      .add_option("--about", arguments.about,
                  say(language, "rule, order, deadline, agreement, facilitator or exclusion",
                      "rule, order, deadline, agreement, facilitator ou exclusion"))
      .shown_as("WHAT");
  parameters
      .add_option("--setting", arguments.setting,
                  say(language, "of the agreement to change", "de l’accord à changer"))
      .shown_as("KEY");
}

}  // namespace

Action set_up_round(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<RoundArguments>();
  add_folder_argument(parameters, session, arguments->folder);
  parameters
      .add_option("ACT", arguments->act,
                  say(language, "what is done; without it, how things stand",
                      "ce qui se fait\u00A0; sinon, où l’on en est"))
      .shown_as(" ");
  add_saying_options(parameters, language, *arguments);
  add_answer_options(parameters, language, *arguments);
  add_other_options(parameters, language, *arguments);
  parameters.footer(say(
      language,
      "Acts: open, clarify, react, amend, propose, notice, replan, adopt, park, resume, fallback, "
      "count, repair, close;\nyes, reservation, stand_aside, objection; answers (the two, side by "
      "side); deliver; follow; agreement; calendar;\nwith --decision: raise, hear, ask, sign, "
      "vote, "
      "adopt, count, drop and the four answers.\n\n"
      "Examples:\n"
      "  bocage round valdor open --cycle 2026-W48\n"
      "  bocage round valdor propose\n"
      "  bocage round valdor yes --as school --how telephone\n"
      "  bocage round valdor objection --as joinery --contribution c1 --need n2 --kind limits \\\n"
      "      --because \"no driver that week\" --change less --value 6\n"
      "  bocage round valdor answers\n"
      "  bocage round valdor replan --keep",
      "Actes\u00A0: open (ouvrir), clarify (clarifier), react (réagir), amend (amender), propose "
      "(demander les réponses), notice (relancer), replan (replanifier), adopt (adopter), park "
      "(mettre de côté), "
      "resume (reprendre), fallback (ouvrir le vote), count (compter), repair (réajuster), close "
      "(clore)\u00A0;\n"
      "yes, reservation, stand_aside, objection\u00A0; answers (les deux réponses)\u00A0; deliver "
      "(livrer)\u00A0; "
      "follow (suivre)\u00A0; agreement (l’accord)\u00A0; calendar (agenda)\u00A0;\navec "
      "--decision\u00A0: raise, hear, "
      "ask, sign, vote, adopt, count, drop et les quatre réponses.\n\n"
      "Exemples\u00A0:\n"
      "  bocage round valdor open --cycle 2026-S48\n"
      "  bocage round valdor propose\n"
      "  bocage round valdor yes --as ecole --how telephone\n"
      "  bocage round valdor answers\n"
      "  bocage round valdor replan --keep"));
  return [arguments, &session] { return round(*arguments, session); };
}

}  // namespace bocage::cli
