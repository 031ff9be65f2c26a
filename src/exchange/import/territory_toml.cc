#include "exchange/import/territory_toml.h"

#include <algorithm>

namespace bocage::exchange::importing {
namespace {

std::string toml_string(const std::string& text) {
  std::string quoted = "\"";
  for (char const c : text) {
    bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    quoted += c == '"' || c == '\\' ? "\\" : "";
    quoted += control ? ' ' : c;
  }
  return quoted + "\"";
}

bool has_minima(const OutputTables& tables) {
  auto const needs = tables.find("needs.csv");
  return needs != tables.end() &&
         std::any_of(needs->second.rows.begin(), needs->second.rows.end(),
                     [](const auto& row) { return row.count("minimum") != 0; });
}

struct Words {
  std::string_view rule;
  std::string_view order_with_minimum;
  std::string_view order;
  std::string_view detour;
  std::string_view memory;
  std::string_view lot;
};

constexpr Words kEnglishWords{
    "# How shortages are shared: the group chooses, and `bocage plan` asks until it has.\n"
    "#   people: the same quantity for each person; every need states its people, and the\n"
    "#           figures are verified together.\n"
    "#   need:   the same fraction of what each asks for; simple, and asking for more gains "
    "more.\n",
    "# What counts first: the smallest useful quantities, then a fair plan, then short ways.\n",
    "# What counts first: a fair plan, then short ways.\n",
    "  # kilometres by road for one in a straight line\n",
    "       # how many past cycles count (received.csv)\n",
    "          # the number that draws lots; any number the group agrees on\n"};

constexpr Words kFrenchWords{
    "# Comment se partage une pénurie : le groupe choisit, et `bocage plan` le demande tant qu'il "
    "ne "
    "l'a pas fait.\n"
    "#   people : la même quantité par personne ; chaque besoin dit pour combien de personnes, et "
    "les\n"
    "#            chiffres sont vérifiés ensemble.\n"
    "#   need :   la même part de ce que chacun demande ; simple, mais demander plus rapporte "
    "plus.\n",
    "# Ce qui compte d'abord : les quantités minimales utiles, puis un plan équitable, puis la "
    "proximité.\n",
    "# Ce qui compte d'abord : un plan équitable, puis la proximité.\n",
    "  # kilomètres par la route pour un à vol d'oiseau\n",
    "       # combien de campagnes passées comptent (received.csv)\n",
    "          # le nombre qui tire au sort ; n'importe lequel, choisi ensemble\n"};

}  // namespace

std::string territory_toml(const ImportOptions& options, const OutputTables& tables) {
  bool const french = options.language != territory::Language::kEnglish;
  Words const& words = french ? kFrenchWords : kEnglishWords;
  bool const minima = has_minima(tables);
  std::string text = "format   = 1\n";
  std::string const unnamed = french ? "Territoire" : "Territory";
  text += "name     = " +
          toml_string(options.territory_name.empty() ? unnamed : options.territory_name) + "\n";
  text += std::string("language = ") + (french ? "\"fr\"" : "\"en\"") + "\n";
  text += "currency = \"EUR\"\n\n";
  text += words.rule;
  if (options.rule) {
    text += std::string("rule     = ") +
            (*options.rule == territory::Rule::kPeople ? "\"people\"" : "\"need\"") + "\n";
  } else {
    text += "# rule   = \"people\"\n";
  }
  text += "\n";
  text += minima ? words.order_with_minimum : words.order;
  text += minima ? "order    = [\"minimum\", \"fair\", \"distance\"]\n"
                 : "order    = [\"fair\", \"distance\"]\n";
  text += "\ndetour   = 1.3" + std::string(words.detour);
  text += "memory   = 0" + std::string(words.memory);
  text += "lot      = 1" + std::string(words.lot);
  return text;
}

}  // namespace bocage::exchange::importing
