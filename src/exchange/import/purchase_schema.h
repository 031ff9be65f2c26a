#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.h"

// The purchases of public canteens, as ma-cantine asks for them: the table schemas `achats_siret`
// and `achats_id` (betagouv/ma-cantine, data/schemas/imports), and those with `caracteristiques`
// before them.
namespace bocage::exchange::importing {

enum class PurchaseCheck { kText, kSiret, kDay, kNumber, kOneOf, kSeveralOf, kYesOrNo };

struct PurchaseColumn {
  std::string_view name;
  bool required = false;  // in every row
  PurchaseCheck check = PurchaseCheck::kText;
  std::string_view values = {};  // between bars, for kOneOf and kSeveralOf
};

// The columns of the schema a header stands nearest to, in their order.
[[nodiscard]] std::vector<PurchaseColumn> purchase_columns(const SheetRow& header);

// At least four names of the schema, and nothing a sheet of needs has.
[[nodiscard]] bool names_purchases(const SheetRow& header);

// "prix HT" is `prix_ht`: case, accents and separators do not matter.
[[nodiscard]] std::optional<PurchaseColumn> purchase_column(
    const std::vector<PurchaseColumn>& schema, std::string_view header);

}  // namespace bocage::exchange::importing
