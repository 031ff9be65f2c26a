#include "exchange/wording/cooperations_words.h"

#include <algorithm>

#include "exchange/wording/figure_cells.h"
#include "exchange/wording/layout.h"
#include "exchange/wording/names.h"
#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"
#include "territory/find.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

// "8 of 10 h; 3 of 3 half-day": units stay apart.
std::string amounts(const std::vector<UnitSummary>& units, Language language) {
  std::string text;
  for (const UnitSummary& unit : units) {
    text += (text.empty() ? "" : list_separator(language)) +
            say(language, "{0} of {1}", "{0} sur {1}", number_in_words(unit.served, language),
                quantity_in_words(unit.needed, unit.unit, language));
  }
  return text.empty() ? "–" : text;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text.empty() ? "–" : text;
}

void add_results(FigureTables& tables, const Territory& territory,
                 const std::vector<CooperationTold>& told, Language language) {
  FigureTable& table = add_table(tables, "cooperations",
                                 say(language, "{0}: {1} cooperations", "{0} : {1} coopérations",
                                     territory.settings.name, told.size()));
  table.header = {say(language, "folder", "dossier"), say(language, "name", "nom"),
                  say(language, "what comes of it", "ce qu’il en est")};
  for (const CooperationTold& one : told) {
    for (std::size_t s = 0; s < std::max<std::size_t>(1, one.sentences.size()); ++s) {
      table.rows.push_back({words(one.folder), words(one.name),
                            words(one.sentences.empty() ? "–" : one.sentences[s])});
    }
  }
}

void add_parts(FigureTables& tables, const Territory& territory,
               const std::vector<TakingPart>& parts, Language language) {
  FigureTable& table = add_table(tables, "taking-part",
                                 say(language, "Who takes part in what, gives and gets in all",
                                     "Qui prend part à quoi, donne et reçoit en tout"));
  table.header = {say(language, "stakeholder", "partie prenante"),
                  say(language, "takes part in", "prend part à"),
                  say(language, "gives, of what it offers", "donne, de ce qu’elle apporte"),
                  say(language, "gets, of what it needs", "reçoit, de ce dont elle a besoin")};
  for (const TakingPart& part : parts) {
    auto const place = find_stakeholder(territory, part.stakeholder);
    table.rows.push_back(
        {words(place ? stakeholder_name(territory, *place, language) : part.stakeholder),
         words(listed(part.cooperations)), words(amounts(part.gives, language)),
         words(amounts(part.gets, language))});
  }
  auto const nowhere = std::count_if(
      parts.begin(), parts.end(), [](const TakingPart& part) { return part.cooperations.empty(); });
  table.note = say(language,
                   "Each cooperation is planned by itself; unlike units are never added. {0} take "
                   "part in none.",
                   "Chaque coopération est planifiée à part ; des unités différentes ne "
                   "s’additionnent jamais. {0} ne prennent part à aucune.",
                   nowhere);
}

}  // namespace

FigureTables cooperations_tables(const Territory& territory,
                                 const std::vector<CooperationTold>& told,
                                 const std::vector<TakingPart>& parts, Language language) {
  FigureTables tables;
  add_results(tables, territory, told, language);
  add_parts(tables, territory, parts, language);
  return tables;
}

std::string cooperations_in_words(const Territory& territory,
                                  const std::vector<CooperationTold>& told,
                                  const std::vector<TakingPart>& parts, Language language) {
  FigureTables tables;
  add_results(tables, territory, told, language);
  std::string text = tables.front().title + "\n";
  for (const CooperationTold& one : told) {
    text += "\n" + one.folder + " · " + one.name + "\n";
    for (const std::string& sentence : one.sentences) {
      text += wrapped(sentence, 2);
    }
  }
  tables.clear();
  add_parts(tables, territory, parts, language);
  constexpr std::size_t kShownOnTerminal = 60;
  return text + "\n" + tables_for_terminal(std::move(tables), kShownOnTerminal, language);
}

}  // namespace bocage::exchange
