#pragma once

#include "agree/narrowing.h"
#include "exchange/grid.h"
#include "service/meeting.h"

// Changes of the tables as changes of their files; everything that is not changed stays as people
// wrote it.
namespace bocage::service {

// Tables that do not change are not in the result.
using Edited = base::Result<Files, Trouble>;

// Cells of the owners' rows, and bans; a ban that is there already is not written twice.
[[nodiscard]] Edited with_changes(const Meeting& meeting, const agree::TableChanges& changes);

// arranged.csv with these lines in place of what the cycle wrote before: `agreed` ones, and
// `fixed` ones where given. Rows that people wrote themselves as `today` or `fixed` stay.
struct Arranged {
  std::string contribution;
  std::string need;
  territory::Millionths quantity;
  territory::ArrangedKind kind;
};
[[nodiscard]] Edited with_arranged(const Meeting& meeting, const std::vector<Arranged>& lines);

// The rows added at the end of a table, which is begun where it is not there.
[[nodiscard]] Edited with_rows(const Files& files, const std::string& file,
                               const std::vector<exchange::NamedCells>& rows);

// Both together; later ones replace.
[[nodiscard]] Files merged(Files files, const Files& more);

}  // namespace bocage::service
