#pragma once

#include <string>
#include <utility>
#include <vector>

#include "exchange/reading/derive.h"
#include "exchange/reading/row.h"

namespace bocage::exchange {

// A table whose rows have ids and names, and who finds them by either.
struct NamedTable {
  Table which = Table::kStakeholders;
  IdSpace& ids;
  Lookup& lookup;
};

// The rows of a table whose ids may be left out, each as `read` makes of it, sorted by id. Ids that
// are missing come from the name; rows of one name are told apart by `content`, which compares by
// `<`. Its lookup then knows each by both. The id is the first column of the format.
template <class Value, class Read, class Content>
std::vector<Draft<Value>> named_rows(Reading& reading, const NamedTable& named,
                                     std::string Value::*name, Read read, Content content) {
  constexpr std::size_t kId = 0;
  const RawTable& table = reading.table(named.which);
  named.lookup.whole = table.readable();
  named.ids.claim(table, kId, reading.report);
  std::vector<Draft<Value>> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, named.which, position);
    Value value = read(row);
    value.id = row.text(kId);
    std::string text = value.*name;
    drafts.push_back({std::move(value), position, std::move(text)});
  }
  derive_ids(reading, named.ids, named.which, drafts,
             [&](const Draft<Value>& draft) { return content(draft.value); });
  sort_by_id(drafts);
  for (const Draft<Value>& draft : drafts) {
    named.lookup.add(draft.value.id, draft.value.*name);
  }
  return drafts;
}

}  // namespace bocage::exchange
