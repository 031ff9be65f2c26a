#include "exchange/import/purchase_schema.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/import/headers.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::string_view kFamilies =
    "|VIANDES_VOLAILLES|CHARCUTERIE|PRODUITS_DE_LA_MER|FRUITS_ET_LEGUMES|PRODUITS_LAITIERS|"
    "BOULANGERIE|BOISSONS|AUTRES|";
constexpr std::string_view kLabels =
    "|BIO|LABEL_ROUGE|AOCAOP|IGP|STG|HVE|PECHE_DURABLE|RUP|COMMERCE_EQUITABLE|FERMIER|EXTERNALITES|"
    "PERFORMANCE|";
constexpr std::string_view kOldLabels =
    "|BIO|LABEL_ROUGE|AOCAOP|IGP|STG|HVE|PECHE_DURABLE|RUP|COMMERCE_EQUITABLE|FERMIER|EXTERNALITES|"
    "PERFORMANCE|FRANCE|EUROPE|CIRCUIT_COURT|COURT_DISTANCE|SHORT_DISTRIBUTION|LOCAL|";

constexpr std::array kNewColumns{
    PurchaseColumn{"siret", true, PurchaseCheck::kSiret},
    PurchaseColumn{"description", true, PurchaseCheck::kText},
    PurchaseColumn{"fournisseur", false, PurchaseCheck::kText},
    PurchaseColumn{"date", true, PurchaseCheck::kDay},
    PurchaseColumn{"prix_ht", true, PurchaseCheck::kNumber},
    PurchaseColumn{"famille_produits", true, PurchaseCheck::kOneOf, kFamilies},
    PurchaseColumn{"categories_egalim", false, PurchaseCheck::kSeveralOf, kLabels},
    PurchaseColumn{"origine", false, PurchaseCheck::kOneOf, "|EUROPE|FRANCE|"},
    PurchaseColumn{"est_circuit_court", false, PurchaseCheck::kYesOrNo},
    PurchaseColumn{"est_local", false, PurchaseCheck::kYesOrNo},
    PurchaseColumn{"definition_local", false, PurchaseCheck::kOneOf,
                   "|PAT|COMMUNE|DEPARTEMENT|REGION|KM|"},
    PurchaseColumn{"definition_local_km", false, PurchaseCheck::kNumber},
};

constexpr std::array kOldColumns{
    PurchaseColumn{"siret", true, PurchaseCheck::kSiret},
    PurchaseColumn{"description", true, PurchaseCheck::kText},
    PurchaseColumn{"fournisseur", false, PurchaseCheck::kText},
    PurchaseColumn{"date", true, PurchaseCheck::kDay},
    PurchaseColumn{"prix_ht", true, PurchaseCheck::kNumber},
    PurchaseColumn{"famille_produits", true, PurchaseCheck::kOneOf, kFamilies},
    PurchaseColumn{"caracteristiques", false, PurchaseCheck::kSeveralOf, kOldLabels},
    PurchaseColumn{"definition_local", false, PurchaseCheck::kOneOf,
                   "|AUTOUR_SERVICE|DEPARTEMENT|REGION|AUTRE|PAT|COMMUNE|KM|"},
};

std::vector<std::string> folded_headers(const SheetRow& header) {
  std::vector<std::string> folded;
  for (const Cell& cell : header.cells) {
    folded.push_back(base::fold(cell.text));
  }
  return folded;
}

}  // namespace

std::vector<PurchaseColumn> purchase_columns(const SheetRow& header) {
  auto const folded = folded_headers(header);
  auto const holds = [&](std::string_view name) {
    return std::find(folded.begin(), folded.end(), name) != folded.end();
  };
  std::vector<PurchaseColumn> columns(kNewColumns.begin(), kNewColumns.end());
  if (holds("caracteristiques")) {
    columns.assign(kOldColumns.begin(), kOldColumns.end());
  }
  if (holds("cantine id")) {
    columns.front() = {"cantine_id", true, PurchaseCheck::kText};
  }
  return columns;
}

bool names_purchases(const SheetRow& header) {
  auto const schema = purchase_columns(header);
  int known = 0;
  for (const Cell& cell : header.cells) {
    known += purchase_column(schema, cell.text) ? 1 : 0;
    if (Field const field = match_header(cell.text).field;
        field == Field::kQuantity || field == Field::kNeed || field == Field::kOffer) {
      return false;
    }
  }
  constexpr int kEnough = 4;
  return known >= kEnough;
}

std::optional<PurchaseColumn> purchase_column(const std::vector<PurchaseColumn>& schema,
                                              std::string_view header) {
  std::string const folded = base::fold(header);
  for (const PurchaseColumn& column : schema) {
    if (folded == base::fold(column.name)) {
      return column;
    }
  }
  return std::nullopt;
}

}  // namespace bocage::exchange::importing
