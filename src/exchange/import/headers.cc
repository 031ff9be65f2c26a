#include "exchange/import/headers.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "exchange/import/unit_names.h"

namespace bocage::exchange::importing {
namespace {

struct Names {
  Field field;
  std::string_view folded;  // between bars
};

// A header holds several of these names sometimes; the longest counts.
constexpr std::array kNames{
    Names{Field::kId, "|id|identifiant|identifier|ref|reference|"},
    Names{
        Field::kStakeholder,
        "|structure|structures|organisation|organization|organisme|nom|nom de la structure|acteur|"
        "acteurs|membre|membres|partie prenante|stakeholder|name|member|association|entreprise|"
        "etablissement|producteur|productrice|ferme|cantine|adherent|raison sociale|denomination|"
        "qui|porteur|exploitation|partenaire|who|organisation name|nom de l organisation|votre nom|"
        "fournisseur|"},
    Names{Field::kKind,
          "|type de structure|type d acteur|type d organisation|type d organisme|statut juridique|"
          "forme juridique|kind|categorie d acteur|nature juridique|type of organisation|"},
    Names{Field::kType, "|type|sens|"},
    Names{Field::kCommune, "|commune|ville|localite|lieu|town|city|municipality|"},
    Names{Field::kCommuneCode, "|code insee|insee|code commune|insee code|"},
    Names{Field::kPostcode, "|code postal|cp|postcode|post code|zip|zip code|postal code|"},
    Names{Field::kLongitude, "|longitude|lon|lng|long|"},
    Names{Field::kLatitude, "|latitude|lat|"},
    Names{Field::kSiret, "|siret|n siret|numero siret|no siret|"},
    Names{
        Field::kPeople,
        "|personnes|effectif|effectifs|beneficiaires|couverts|people|convives|nb personnes|eleves|"
        "nombre de personnes|habitants|repas jour|repas par jour|headcount|usagers|nb de personnes|"
        "personnes concernees|number of people|pour combien|pour combien de personnes|"
        "pour combien de pers|combien de personnes|nb pers|nbre de personnes|nb de pers|for how "
        "many|"},
    Names{Field::kSide,
          "|besoin ou offre|besoin offre|offre besoin|offre ou besoin|need or offer|offre demande|"
          "type besoin offre|need offer|side|"},
    Names{Field::kNeed,
          "|besoin|besoins|je cherche|il me faut|ce qu il me faut|demande|demandes|recherche|"
          "nous cherchons|je recherche|need|needs|what i need|we need|looking for|request|requests|"
          "nous recherchons|il nous faut|"},
    Names{
        Field::kOffer,
        "|offre|offres|apport|apports|je propose|ce que j apporte|propose|proposition|offer|offers|"
        "nous proposons|contribution|contributions|what i give|we offer|ce que je donne|je donne|"
        "ressource proposee|ressources proposees|apporter|j apporte|nous apportons|"},
    Names{Field::kResource,
          "|ressource|ressources|resource|produit|produits|product|article|articles|denree|item|"
          "designation|libelle|competence|competences|skill|materiel|prestation|intitule|goods|"
          "nom du produit|"},
    Names{
        Field::kQuantity,
        "|qte|quantite|quantites|quantity|qty|volume|volumes|nombre|nb|combien|amount|tonnage|qtes|"
        "nbre|"},
    Names{Field::kUnit, "|unite|unit|unites|um|unite de mesure|"},
    Names{Field::kMinimum,
          "|minimum|mini|min|qte min|qte mini|quantite minimum|quantite minimale|minimum utile|"
          "quantite min|minimum quantity|min qty|quantite minimale utile|minimum useful quantity|"},
    Names{Field::kFrom,
          "|du|debut|a partir de|a partir du|date de debut|date debut|from|start|des le|depuis|"
          "start date|disponible a partir de|"},
    Names{
        Field::kUntil,
        "|au|fin|jusqu a|jusqu au|date de fin|date fin|until|to|end|end date|date limite|echeance|"
        "avant le|"},
    Names{Field::kPeriod,
          "|periode|period|dates|disponibilite|disponibilites|dispo|calendrier|when|quand|creneau|"
          "creneaux|saison|"},
    Names{Field::kReach,
          "|distance|rayon|km|reach|reach km|distance max|distance maximum|perimetre|rayon km|"
          "distance maximale|rayon d action|radius|"},
    Names{Field::kPrice,
          "|prix|cout|tarif|price|cost|prix unitaire|prix max|prix maximum|pu|prix kg|prix au kg|"
          "cout unitaire|prix plancher|unit price|"},
    Names{Field::kIntensity, "|intensite|intensity|"},
    Names{Field::kProblem, "|problematique|probleme|problem|problematique commune|shared problem|"},
    // Known to be nothing of ours: they keep a shorter name within them from counting.
    Names{Field::kKept,
          "|telephone|tel|portable|mobile|mail|email|e mail|courriel|contact|contacts|referent|"
          "responsable|prenom|nom du contact|personne contact|personne a contacter|adresse|address|"
          "site web|site internet|remarque|remarques|commentaire|commentaires|observation|phone|"
          "observations|note|notes|statut|date|categorie|famille|numero|source|code produit|"
          "code article|ref produit|reference produit|prix total|montant|budget|cout total|"
          "total cost|total price|date de livraison|nom du referent|nom de famille|jours|"
          "personne referente|contact name|nom contact|nom et prenom|nom prenom|frequence|"
          "date de la demande|date de saisie|horodateur|timestamp|"},
};

// "Quantité (kg)", "Volume [tonnes]", "Carottes kg": the unit, and the header without it.
std::string take_unit(std::string& header) {
  for (auto const& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    std::size_t const from = header.find(open);
    std::size_t const to = header.find(close, from == std::string::npos ? 0 : from);
    if (from == std::string::npos || to == std::string::npos) {
      continue;
    }
    std::string_view inside = std::string_view(header).substr(from + 1, to - from - 1);
    inside.remove_prefix(inside.starts_with("en ") || inside.starts_with("in ") ? 3 : 0);
    auto unit = known_unit(inside);
    header.erase(from, to - from + 1);
    return unit.value_or("");
  }
  std::string const folded = base::fold(header);
  std::size_t const space = folded.rfind(' ');
  if (space == std::string::npos) {
    return "";
  }
  // One letter is too little to tell a unit: "Point H".
  std::string const last = folded.substr(space + 1);
  auto unit = last.size() > 1 ? known_unit(last) : std::nullopt;
  std::size_t const end = header.find_last_of(' ');
  if (unit && end != std::string::npos) {
    header.erase(end);
  }
  return unit.value_or("");
}

std::string_view longest_name_within(std::string_view padded, const Names& names) {
  std::string_view longest;
  std::string_view rest = names.folded.substr(1);
  while (!rest.empty()) {
    std::string_view const name = rest.substr(0, rest.find('|'));
    rest.remove_prefix(name.size() + 1);
    if (name.size() > longest.size() &&
        padded.find(" " + std::string(name) + " ") != std::string_view::npos) {
      longest = name;
    }
  }
  return longest;
}

bool counts_units(Field field) { return field == Field::kQuantity || field == Field::kMinimum; }

bool holds_word(std::string_view padded, std::string_view words) {
  while (!words.empty()) {
    std::string_view const word = words.substr(0, words.find('|'));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    if (padded.find(" " + std::string(word)) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

HeaderMatch match_header(std::string_view header) {
  constexpr std::size_t kLongest = 120;  // beyond, it is a sentence
  if (header.empty() || header.size() > kLongest) {
    return {};
  }
  HeaderMatch match;
  std::string bare(header);
  std::string const unit = take_unit(bare);
  std::string folded = base::fold(bare);
  while (!folded.empty() &&
         (folded.back() == ' ' || (folded.back() >= '0' && folded.back() <= '9'))) {
    folded.pop_back();  // "Besoin 1", "Besoin 2"
  }
  std::string const padded = " " + folded + " ";
  std::size_t longest = 0;
  for (const Names& names : kNames) {
    std::string_view const name = longest_name_within(padded, names);
    if (name.size() > longest) {
      longest = name.size();
      match.field = names.field;
      match.exact = name.size() == folded.size();
    }
  }
  // "Heures", "Tonnes": a quantity told by its unit alone.
  constexpr std::size_t kWholeWord = 2;
  auto const alone = folded.size() >= kWholeWord ? known_unit(folded) : std::nullopt;
  if (match.field == Field::kKept && longest == 0 && alone) {
    return {Field::kQuantity, false, *alone};
  }
  match.unit = counts_units(match.field) ? unit : "";
  if (match.field == Field::kKept && !unit.empty() && !folded.empty()) {
    match.product = base::trim(bare);
    match.unit = unit;
  }
  return match;
}

Side side_of(std::string_view text) {
  std::string const padded = " " + base::fold(text) + " ";
  bool const need =
      holds_word(padded, "besoin|demande|cherche|recherche|il me faut|need|request|wanted");
  bool const offer =
      holds_word(padded, "offre|apport|propose|proposition|contribution|offer|j apporte|je donne");
  return need == offer ? Side::kUnknown : need ? Side::kNeed : Side::kOffer;
}

bool names_stakeholders(std::string_view text) {
  return holds_word(" " + base::fold(text) + " ",
                    "structure|acteur|membre|adherent|partenaire|annuaire|stakeholder|member|"
                    "organisation|partie|cantine|producteur|ferme|association");
}

}  // namespace bocage::exchange::importing
