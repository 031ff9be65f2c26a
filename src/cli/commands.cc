#include "cli/commands.h"

namespace bocage::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands{
      {"new", "start a territory folder that plans as it stands",
       "commencer un dossier de territoire, qui se planifie tel quel", &set_up_new},
      {"import", "turn the sheets people have into a territory folder",
       "faire un dossier de territoire des feuilles que l'on a", &set_up_import},
      {"plan", "compute who provides what to whom", "calculer qui apporte quoi à qui",
       &set_up_plan},
      {"check", "verify a plan without the planner", "vérifier un plan sans le planificateur",
       &set_up_check},
      {"explain", "say why, and what would change it", "dire pourquoi, et ce qui le changerait",
       &set_up_explain},
      {"report", "write the page and the sheets people hold in their hands",
       "écrire la page et les feuilles que chacun tient en main", &set_up_report},
      {"meet", "serve the pages of a meeting, to this machine alone",
       "servir les pages d’une réunion, à cette seule machine", &set_up_meet},
      {"round", "answer, object, adopt, follow: a cycle from its opening to its end",
       "répondre, objecter, adopter, suivre : une campagne de l’ouverture à la fin", &set_up_round},
      {"compare", "what market and administration would have done with the same means",
       "ce que le marché et l’administration auraient fait des mêmes moyens", &set_up_compare},
      {"depend", "who depends on whom, and what breaks if one leaves",
       "qui dépend de qui, et ce qui se défait si l’un part", &set_up_depend},
      {"missing", "what this territory lacks, and what it would take",
       "ce qui manque à ce territoire, et ce qu’il faudrait", &set_up_missing},
      {"split", "who pays what for what is common, and who would leave",
       "qui paie quoi pour ce qui est commun, et qui s’en irait", &set_up_split},
      {"choose", "which shared projects open, so that nobody is left out",
       "quels projets communs ouvrent, pour que personne ne reste dehors", &set_up_choose},
      {"fund", "which projects a shared fund buys, each voter deciding over an equal part",
       "quels projets un fonds commun achète, chaque votant décidant d’une part égale",
       &set_up_fund},
      {"tally", "what an assembly decided, and who can block it",
       "ce qu’une assemblée a décidé, et qui peut bloquer", &set_up_tally},
      {"rules", "which rules of its form a cooperation meets, misses, or leaves open",
       "quelles règles de sa forme une coopération respecte, manque, ou laisse ouvertes",
       &set_up_rules},
      {"canonical", "write the one text of a territory that every plan names by its SHA-256",
       "écrire le texte unique d’un territoire, que chaque plan nomme par son SHA-256",
       &set_up_canonical},
  };
  return kCommands;
}

}  // namespace bocage::cli
