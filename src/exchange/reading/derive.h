#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "exchange/reading/reading.h"

namespace bocage::exchange {

// A row as a value that is not in its place yet.
template <class Value>
struct Draft {
  Value value;
  std::size_t row = 0;
  std::string derive_from;  // what an id would come from; empty where nothing is known
};

// Gives an id to every draft without one. Rows that would get the same id take their numbers in the
// order of their content, so that the order of the rows decides nothing. `content` of two drafts
// compares by `<`.
template <class Drafts, class Content>
void derive_ids(Reading& reading, IdSpace& space, Table table, Drafts& drafts, Content content) {
  using DraftPointer = decltype(&drafts.front());
  std::vector<std::pair<std::string, DraftPointer>> without;
  for (auto& draft : drafts) {
    if (draft.value.id.empty() && !draft.derive_from.empty()) {
      without.emplace_back(base::slug(draft.derive_from), &draft);
    }
  }
  std::sort(without.begin(), without.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : content(*a.second) < content(*b.second);
  });
  std::string const name(kTables[static_cast<std::size_t>(table)].name);
  for (auto const& [slug, draft] : without) {
    draft->value.id = space.derive(slug, name);
    reading.derived_ids.push_back({name, draft->value.id, reading.table(table).place(draft->row)});
  }
}

// Bytewise by id: the order of every table of a territory.
template <class Drafts>
void sort_by_id(Drafts& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const auto& a, const auto& b) { return a.value.id < b.value.id; });
}

}  // namespace bocage::exchange
