#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agree/lines.h"
#include "base/result.h"
#include "territory/cycle.h"
#include "territory/refusal.h"
#include "territory/territory.h"

// What an objection changes: one cell of its owner's own row, or one ban that only holds for it.
namespace bocage::agree {

enum class OwnedTable { kNeeds, kContributions };

struct CellChange {
  OwnedTable table = OwnedTable::kNeeds;
  std::string id;
  std::string column;  // as in docs/formats
  std::string value;
  friend bool operator==(const CellChange&, const CellChange&) = default;
};
struct NewBan {
  std::string from;
  std::string to;
  std::string reason;
  friend bool operator==(const NewBan&, const NewBan&) = default;
};
struct TableChanges {
  std::vector<CellChange> cells;
  std::vector<NewBan> bans;
  [[nodiscard]] bool empty() const { return cells.empty() && bans.empty(); }
};

// The change a position asks for, or why it is none: it must concern a line of its owner, and be
// less than what the owner's own row accepts now. None and no refusal: it asks for no change.
[[nodiscard]] base::Result<TableChanges, territory::Refusal> narrowed(
    const territory::Territory& territory, const Lines& lines,
    const territory::StatedPosition& position);

}  // namespace bocage::agree
