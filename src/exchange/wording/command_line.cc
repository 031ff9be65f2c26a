#include "exchange/wording/command_line.h"

#include "exchange/wording/say.h"

namespace bocage::exchange {

using territory::Language;

std::string severity_in_words(bool is_error, Language language) {
  return is_error ? say(language, "error", "erreur") : say(language, "warning", "avertissement");
}

std::string unknown_command(std::string_view name, std::string_view nearest, Language language) {
  std::string text = say(language, "there is no command \"{0}\".",
                         "il n’y a pas de commande «\u00A0{0}\u00A0».", name);
  if (!nearest.empty()) {
    text += say(language, " Did you mean \"{0}\"?", " Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?",
                nearest);
  }
  return text +
         say(language, " `bocage --help` lists them.", " `bocage --help --lang fr` les énumère.");
}

std::string arguments_not_understood(std::string_view why, Language language) {
  return say(language, "the arguments are not understood: {0}. `--help` shows what is.",
             "les arguments ne sont pas compris\u00A0: {0}. `--help` montre ce qui l’est.", why);
}

std::string not_one_of(std::string_view option, std::string_view found, std::string_view allowed,
                       Language language) {
  return say(language, "{0}: found \"{1}\", expected one of {2}.",
             "{0}\u00A0: trouvé «\u00A0{1}\u00A0», attendu\u00A0: {2}.", option, found, allowed);
}

std::string cannot_open_folder(std::string_view path, std::string_view why, Language language) {
  return say(language,
             "{0} cannot be opened as a folder: {1}. Name the folder of a territory, or start one "
             "with `bocage new`.",
             "{0} ne peut pas être ouvert comme un dossier\u00A0: {1}. Nommez le dossier d’un "
             "territoire, ou commencez-en un avec `bocage new`.",
             path, why);
}

std::string cannot_write(std::string_view path, std::string_view why, Language language) {
  return say(language, "{0} cannot be written: {1}. Nothing was changed.",
             "{0} ne peut pas être écrit\u00A0: {1}. Rien n’a été changé.", path, why);
}

std::string cannot_say_it_all(Language language) {
  return say(language, "standard output is closed or full; the answer is not complete.",
             "la sortie standard est fermée ou pleine\u00A0; la réponse n’est pas complète.");
}

std::string step_in_words(std::string_view step, Language language) {
  if (step == "link") {
    return say(language, "finding who could supply whom", "recherche de qui peut fournir qui");
  }
  if (step == "fair") {
    return say(language, "sharing fairly", "partage équitable");
  }
  if (step == "distance") {
    return say(language, "choosing the lines", "choix des lignes");
  }
  if (step == "program") {
    return say(language, "deciding lots, conditions and activities",
               "décision des lots, conditions et activités");
  }
  if (step == "unlock") {
    return say(language, "looking for what would change it",
               "recherche de ce qui y changerait quelque chose");
  }
  return say(language, "finishing", "finition");
}

std::string plan_written(std::string_view path, Language language) {
  return say(language, "Written: {0}", "Écrit\u00A0: {0}", path);
}

std::string plan_does_not_hold(std::string_view why, Language language) {
  return say(language,
             "the plan that was computed does not pass its own check, so it is not given out. This "
             "is an error in "
             "Bocage; please report it with the territory. {0}",
             "le plan calculé ne passe pas sa propre vérification, il n’est donc pas remis. C’est "
             "une erreur de Bocage\u00A0; "
             "merci de la signaler avec le territoire. {0}",
             why);
}

std::string plan_of_another_territory(std::string_view plan, Language language) {
  return say(language,
             "{0} was made for other tables than these: another territory, or they have changed "
             "since. Plan again.",
             "{0} a été fait pour d’autres tables que celles-ci\u00A0: un autre territoire, ou "
             "elles ont changé depuis. "
             "Refaites le plan.",
             plan);
}

std::string nothing_named(const std::string& text, const std::string& nearest,
                          territory::Language language) {
  return say(language, "this document tells of nothing with the id or name \"{0}\".",
             "ce document ne dit rien qui ait l’identifiant ou le nom «\u00A0{0}\u00A0».", text) +
         (nearest.empty() ? ""
                          : say(language, " Did you mean \"{0}\"?",
                                " Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?", nearest));
}

std::string no_such_id(std::string_view id, std::string_view nearest, Language language) {
  std::string text = say(
      language, "no need, contribution or stakeholder has the id or name \"{0}\".",
      "aucun besoin, apport ou partie prenante n’a l’identifiant ou le nom «\u00A0{0}\u00A0».", id);
  if (!nearest.empty()) {
    text += say(language, " Did you mean \"{0}\"?", " Vouliez-vous dire «\u00A0{0}\u00A0»\u00A0?",
                nearest);
  }
  return text;
}

std::string name_of_several(std::string_view name, const std::vector<std::string>& ids,
                            Language language) {
  std::string list;
  for (const std::string& id : ids) {
    list += (list.empty() ? "" : ", ") + id;
  }
  return say(language, "several stakeholders bear the name \"{0}\". Say which by its id: {1}.",
             "plusieurs parties prenantes portent le nom «\u00A0{0}\u00A0». Dites laquelle par son "
             "identifiant\u00A0: {1}.",
             name, list);
}

std::string folder_not_empty(std::string_view path, Language language) {
  return say(
      language, "{0} exists and is not empty; a new territory starts in a folder of its own.",
      "{0} existe et n’est pas vide\u00A0; un nouveau territoire commence dans un dossier à lui.",
      path);
}

std::string folder_started(std::string_view path, Language language) {
  return say(language,
             "Started: {0}. It plans as it stands:\n  bocage plan {0}\nThen put your own rows in "
             "its tables; "
             "territory.toml explains the settings.",
             "Commencé\u00A0: {0}. Il se planifie tel quel\u00A0:\n  bocage plan {0}\nMettez "
             "ensuite vos lignes dans ses "
             "tables\u00A0; territory.toml explique les réglages.",
             path);
}

std::string keep_and_share(Language language) {
  return say(
      language, "--keep and --share are two different answers: ask for one, then for the other.",
      "--keep et --share sont deux réponses différentes\u00A0: demandez l’une, puis l’autre.");
}

}  // namespace bocage::exchange
