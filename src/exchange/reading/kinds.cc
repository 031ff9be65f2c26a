#include "exchange/reading/kinds.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace bocage::exchange {
namespace {

using Synonym = std::pair<std::string_view, std::string_view>;

// Folded words, English and French, and what they stand for.
constexpr std::array<Synonym, 66> kSynonyms{{{"sse enterprise", "sse_enterprise"},
                                             {"sse", "sse_enterprise"},
                                             {"ess", "sse_enterprise"},
                                             {"social enterprise", "sse_enterprise"},
                                             {"entreprise sociale", "sse_enterprise"},
                                             {"entreprise ess", "sse_enterprise"},
                                             {"entreprise de l ess", "sse_enterprise"},
                                             {"cooperative", "sse_enterprise"},
                                             {"scop", "sse_enterprise"},
                                             {"scic", "sse_enterprise"},
                                             {"association", "association"},
                                             {"asso", "association"},
                                             {"nonprofit", "association"},
                                             {"ngo", "association"},
                                             {"charity", "association"},
                                             {"network", "network"},
                                             {"reseau", "network"},
                                             {"local authority", "local_authority"},
                                             {"authority", "local_authority"},
                                             {"municipality", "local_authority"},
                                             {"collectivite", "local_authority"},
                                             {"collectivite locale", "local_authority"},
                                             {"collectivite territoriale", "local_authority"},
                                             {"commune", "local_authority"},
                                             {"mairie", "local_authority"},
                                             {"epci", "local_authority"},
                                             {"departement", "local_authority"},
                                             {"region", "local_authority"},
                                             {"company", "company"},
                                             {"sme", "company"},
                                             {"small company", "company"},
                                             {"business", "company"},
                                             {"entreprise", "company"},
                                             {"societe", "company"},
                                             {"pme", "company"},
                                             {"tpe", "company"},
                                             {"farm", "company"},
                                             {"ferme", "company"},
                                             {"research", "research"},
                                             {"recherche", "research"},
                                             {"laboratory", "research"},
                                             {"laboratoire", "research"},
                                             {"university", "research"},
                                             {"universite", "research"},
                                             {"training", "training"},
                                             {"formation", "training"},
                                             {"organisme de formation", "training"},
                                             {"residents", "residents"},
                                             {"habitants", "residents"},
                                             {"citizens", "residents"},
                                             {"citoyens", "residents"},
                                             {"collectif d habitants", "residents"},
                                             {"residents group", "residents"},
                                             {"person", "person"},
                                             {"personne", "person"},
                                             {"people", "person"},
                                             {"individual", "person"},
                                             {"particulier", "person"},
                                             {"personne physique", "person"},
                                             {"habitant", "person"},
                                             {"habitante", "person"},
                                             {"resident", "person"},
                                             {"outside", "outside"},
                                             {"outside supplier", "outside"},
                                             {"exterieur", "outside"},
                                             {"hors territoire", "outside"}}};

}  // namespace

std::string known_kind(std::string_view written) {
  std::string const folded = base::fold(written);
  auto const known = std::find_if(kSynonyms.begin(), kSynonyms.end(),
                                  [&](const Synonym& synonym) { return synonym.first == folded; });
  return std::string(known == kSynonyms.end() ? written : known->second);
}

}  // namespace bocage::exchange
